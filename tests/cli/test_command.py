"""The command as a person or a script meets it: what it prints, and its exit status."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import terminal

ROOT = Path(__file__).parents[2]
Akhbar = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, loaded by the command itself."""
    root = tmp_path_factory.mktemp("command")
    shutil.copytree(ROOT / "seeds", root / "seeds")
    run = akhbar("ingest", "--seeds", root / "seeds", "--warehouse", root / "w")
    assert run.returncode == 0, run.stderr
    assert "5  articles in the warehouse" in run.stdout
    assert "published in" in run.stdout
    return root / "w"


def akhbar(*arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "flows.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["ingest", "--sedes", "x"], "No such option: --sedes"),
        (["fly"], "No such command 'fly'"),
        (["query"], "Missing argument 'sql'"),
        (["ingest", "--workers", "0"], "greater than or equal to 1"),
        (["ingest", "--workers", "many"], "valid integer"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(arguments: list[str], message: str) -> None:
    run = akhbar(*arguments)
    assert run.returncode == 2
    [line] = run.stderr.splitlines()
    assert line.startswith("akhbar: ")
    assert message in line


def test_a_missing_landing_folder_is_named_with_its_remedy(tmp_path: Path) -> None:
    run = akhbar("ingest", "--seeds", tmp_path / "none", "--warehouse", tmp_path / "w")
    assert run.returncode == 1
    [line] = run.stderr.splitlines()
    assert f"{tmp_path / 'none'}: there is no such landing folder. Name it with --seeds" in line


def test_a_missing_public_file_is_named_with_its_remedy(tmp_path: Path) -> None:
    run = akhbar("digest", "--warehouse", tmp_path)
    assert run.returncode == 1
    assert "Run `akhbar ingest` first." in run.stderr


def test_a_bad_setting_in_the_environment_is_one_line_and_status_2(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("AKHBAR_BATCH_SIZE", "none")
    run = akhbar("ingest")
    assert run.returncode == 2
    [line] = run.stderr.splitlines()
    assert "AKHBAR_BATCH_SIZE" in line


def test_query_answers_as_json_lines(warehouse: Path) -> None:
    sql = "select headline from articles order by headline limit 1"
    run = akhbar("query", sql, "--format", "json", "--warehouse", warehouse)
    assert run.returncode == 0
    assert "headline" in json.loads(run.stdout)


def test_a_wrong_query_is_one_line(warehouse: Path) -> None:
    run = akhbar("query", "select nothing from nowhere", "--warehouse", warehouse)
    assert run.returncode == 1
    [line] = run.stderr.splitlines()
    assert "nowhere" in line


def test_a_query_cannot_change_the_public_file(warehouse: Path) -> None:
    run = akhbar("query", "delete from articles", "--warehouse", warehouse)
    assert run.returncode == 1
    assert "read-only" in run.stderr


def test_check_passes_on_the_samples(warehouse: Path) -> None:
    run = akhbar("check", "--warehouse", warehouse)
    assert run.returncode == 0, run.stdout
    assert "fail" not in {line[:4] for line in run.stdout.splitlines()}


def test_digest_prints_a_hash_for_every_table(warehouse: Path) -> None:
    run = akhbar("digest", "--warehouse", warehouse)
    assert all(re.fullmatch(r"[0-9a-f]{32}  [a-z_]+ \d+", line) for line in run.stdout.splitlines())
    assert re.search(r"^[0-9a-f]{32}  articles 5$", run.stdout, re.MULTILINE)


def test_explain_shows_roles_rules_and_evidence(warehouse: Path) -> None:
    run = akhbar("explain", "003_dd107b6a978c5bca.txt", "--warehouse", warehouse)
    assert run.returncode == 0, run.stderr
    for word in ("headline", "dateline", "related", "2016-05-20", "المصدر"):
        assert word in run.stdout


def test_explain_of_an_unknown_article_says_how_to_find_one(warehouse: Path) -> None:
    run = akhbar("explain", "nothing.txt", "--warehouse", warehouse)
    assert run.returncode == 1
    assert 'akhbar query "from files"' in run.stderr


def test_rebuild_gives_the_same_digests(warehouse: Path) -> None:
    before = akhbar("digest", "--warehouse", warehouse).stdout
    assert akhbar("rebuild", "--warehouse", warehouse).returncode == 0
    assert akhbar("digest", "--warehouse", warehouse).stdout == before


def test_each_step_of_the_pipeline_has_a_name_for_the_terminal() -> None:
    source = (ROOT / "flows" / "pipeline.py").read_text(encoding="utf-8")
    steps = set(re.findall(r'progress\("(\w+)"', source))
    assert steps
    with terminal.progress() as show:
        for step in steps:
            show(step, 0, None)
