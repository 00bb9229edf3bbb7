"""The doctor names what is wrong, once, with a remedy, and is content with a sound warehouse."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from flows.doctor import Finding, examine
from flows.settings import Settings
from flows.store.lock import writer_lock
from tests.operations.conftest import damage


def wrong(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity == "wrong"]


def write_into(path: Path, statement: str) -> None:
    with duckdb.connect(path) as connection:
        connection.execute(statement)


def test_a_sound_warehouse_has_nothing_wrong(settings: Settings) -> None:
    findings = examine(settings, None)
    assert wrong(findings) == []
    words = "\n".join(finding.what for finding in findings)
    for word in (
        "names to read",
        "MB are free",
        "read to its end",
        "checks pass",
        "made by akhbar",
    ):
        assert word in words


BREAKAGES: dict[str, tuple[Callable[[Settings], object], str, str]] = {
    "no landing folder": (
        lambda s: shutil.rmtree(s.seeds),
        "seeds: there is no such landing folder",
        "--seeds",
    ),
    "no warehouse": (lambda s: shutil.rmtree(s.warehouse), "no warehouse yet", "akhbar ingest"),
    "build of a killed run": (
        lambda s: (s.warehouse / ".build-x.duckdb").touch(),
        "left one unfinished build",
        "akhbar ingest",
    ),
    "log beside the ledger": (
        lambda s: (s.warehouse / "ledger.duckdb.wal").touch(),
        "ledger.duckdb.wal: the write-ahead log",
        "Do not delete",
    ),
    "log beside the public file": (
        lambda s: (s.warehouse / "news.duckdb.wal").touch(),
        "somebody has written",
        "akhbar rebuild",
    ),
    "no ledger": (lambda s: s.ledger_file.unlink(), "has lost its ledger", "akhbar recover"),
    "damaged ledger": (lambda s: damage(s.ledger_file), "it cannot be read", "akhbar recover"),
    "unpublished ledger": (
        lambda s: write_into(s.ledger_file, "update state set has_unpublished = true"),
        "does not show yet",
        "akhbar ingest",
    ),
    "ledger of another version": (
        lambda s: write_into(s.ledger_file, "update state set facts_layout = 'old'"),
        "another version of the program",
        "akhbar ingest",
    ),
    "no public file": (lambda s: s.public_file.unlink(), "no public file yet", "akhbar ingest"),
    "damaged public file": (lambda s: damage(s.public_file), "cannot be read", "akhbar rebuild"),
    "public file that is none": (
        lambda s: s.public_file.write_text("not a database"),
        "cannot be read",
        "akhbar rebuild",
    ),
    "public file of other rules": (
        lambda s: write_into(s.public_file, "update meta set build_key = 'old'"),
        "other rules than those of today",
        "akhbar rebuild",
    ),
    "broken promise": (
        lambda s: write_into(s.public_file, "update articles set word_count = 1, body = 'x'"),
        "bodies_are_their_lines fails for",
        "akhbar rebuild",
    ),
}


@pytest.mark.parametrize("breakage", BREAKAGES)
def test_what_is_broken_is_named_with_its_remedy(settings: Settings, breakage: str) -> None:
    break_it, what, remedy = BREAKAGES[breakage]
    break_it(settings)
    found = [f for f in wrong(examine(settings, None)) if what in f.what]
    assert len(found) == 1
    assert remedy in found[0].remedy


def test_a_full_disk_is_named(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(settings.warehouse)._replace(free=2**20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    [found] = wrong(examine(settings, None))
    assert "1 MB are free" in found.what


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
@pytest.mark.parametrize("folder", ["seeds", "warehouse"])
def test_a_folder_that_is_locked_up_is_named(settings: Settings, folder: str) -> None:
    path = getattr(settings, folder)
    path.chmod(0o500 if folder == "warehouse" else 0o000)
    try:
        assert any(str(path) in f.what for f in wrong(examine(settings, None)))
    finally:
        path.chmod(0o700)


def test_a_writer_at_work_is_no_fault_and_is_named(settings: Settings) -> None:
    with writer_lock(settings.lock_file, 0):
        findings = examine(settings, None)
    assert wrong(findings) == []
    assert any(f"(process {os.getpid()}, " in finding.what for finding in findings)


def test_files_that_settle_and_files_that_were_rejected_are_notes(settings: Settings) -> None:
    patient = settings.model_copy(update={"settle_seconds": 5.0})
    old = time.time() - 3600
    for file in settings.seeds.iterdir():
        os.utime(file, (old, old))
    (settings.seeds / "new.txt").write_text("خبر\n", encoding="utf-8")
    notes = [f.what for f in examine(patient, None) if f.severity == "note"]
    assert any("one file changed just now" in note for note in notes)
    assert any("rejected as binary, such as photo.txt" in note for note in notes)


def test_what_waits_in_the_landing_folder_is_counted(settings: Settings) -> None:
    def waiting() -> list[str]:
        return [
            f.what.split(": ")[1] for f in examine(settings, None) if "new or changed" in f.what
        ]

    # What was refused is looked at in each run, but it does not wait for one.
    count = len(list(settings.seeds.iterdir()))
    assert waiting() == [f"{count} names to read, none of them new or changed"]
    (settings.seeds / "in").mkdir()
    (settings.seeds / "in" / "new.txt").write_text("خبر\n", encoding="utf-8")
    (settings.seeds / "photo.txt").write_text("خبر\n", encoding="utf-8")
    assert waiting() == ["2 files new or changed, to be loaded by the next run"]
    settings.ledger_file.unlink()
    assert waiting() == [f"{count + 1} files new or changed, to be loaded by the next run"]


def test_a_server_that_does_not_answer_is_named(settings: Settings) -> None:
    [found] = wrong(examine(settings, "http://127.0.0.1:1/api"))
    assert "127.0.0.1:1/api: no Prefect server answers" in found.what


@pytest.mark.parametrize("is_broken", [False, True])
def test_the_exit_status_tells_whether_anything_is_wrong(
    settings: Settings, is_broken: bool
) -> None:
    if is_broken:
        settings.public_file.unlink()
    folders = ["--seeds", str(settings.seeds), "--warehouse", str(settings.warehouse)]
    command = [sys.executable, "-m", "flows.cli", "doctor", "--json", *folders]
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")}
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=environment)
    assert done.returncode == int(is_broken), done.stderr
    findings = [json.loads(line) for line in done.stdout.splitlines()]
    assert ("wrong" in {finding["severity"] for finding in findings}) is is_broken
