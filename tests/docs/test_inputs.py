"""The section on what may land tells what the readers do."""

import re
from pathlib import Path

from flows.landing import SUFFIXES
from flows.lexicon import rows
from flows.settings import Settings

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
SECTION = README.split("## What may land")[1].split("\n## ")[0]


def test_every_ending_is_in_the_table_and_no_other() -> None:
    cells = re.findall(r"^\| ((?:`\.\w+` ?)+)\|", SECTION, re.M)
    assert set(re.findall(r"`(\.\w+)`", " ".join(cells))) == SUFFIXES


def test_every_reason_is_in_the_table_with_its_remedy() -> None:
    listed = [
        tuple(cell.strip() for cell in line.split("|")[1:-1])
        for line in SECTION.splitlines()
        if re.match(r"\| `\w+` \|", line)
    ]
    told = [
        (f"`{r['reason']}`", r["found_in"], r["means"], r["remedy"]) for r in rows("reject_reasons")
    ]
    assert listed == told


def test_the_limits_are_the_settings() -> None:
    limits = Settings()
    told = dict(re.findall(r"`(MAX_\w+)`[^(`]*\(([\d,]+)", SECTION))
    assert told == {
        "MAX_FILE_BYTES": f"{limits.max_file_bytes // 2**20}",
        "MAX_UNPACKED_BYTES": f"{limits.max_unpacked_bytes // 2**30}",
        "MAX_UNPACK_RATIO": f"{limits.max_unpack_ratio}",
        "MAX_MEMBERS": f"{limits.max_members:,}",
    }
