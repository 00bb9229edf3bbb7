"""The README's table of faults names tests that are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NAMED = re.findall(
    r"\| `(tests/[\w/]+\.py)::(\w+)` \|$", (ROOT / "README.md").read_text("utf-8"), re.M
)


def test_the_table_is_there() -> None:
    files = {file for file, _ in NAMED}
    assert {
        path.relative_to(ROOT).as_posix() for path in (ROOT / "tests/faults").glob("test_*.py")
    } <= files


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_each_fault_of_the_table_has_its_test(file: str, name: str) -> None:
    assert f"def {name}(" in (ROOT / file).read_text("utf-8")
