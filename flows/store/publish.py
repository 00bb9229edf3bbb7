"""Puts a finished build in the place of the public file, so that no reader ever waits."""

import os
from pathlib import Path

from flows.errors import AkhbarError
from flows.store.checks import CheckResult
from flows.store.reader import open_public

BUILD_PREFIX = ".build-"


def build_path(public_file: Path, run_id: str) -> Path:
    """Where a run builds: in the folder of the public file, so that a rename is atomic."""
    return public_file.with_name(f"{BUILD_PREFIX}{run_id}.duckdb")


def sweep_builds(folder: Path) -> None:
    """Removes what killed runs left half built; only for the one who holds the lock."""
    for leftover in folder.glob(f"{BUILD_PREFIX}*"):
        leftover.unlink()


def refuse_failures(path: Path, results: list[CheckResult]) -> None:
    """Raises AkhbarError if a check that stops has found guilty rows."""
    failed = [result for result in results if result.severity == "fail" and result.guilty_count]
    if failed:
        first = failed[0]
        raise AkhbarError(
            path,
            f"{len(failed)} of its checks failed, first: {first.check_name} with "
            f"{first.guilty_count} guilty rows, such as {first.examples}",
            "The former public file stays in place; please report this.",
        )


def publish(build: Path, public_file: Path, snapshot: Path, kept_snapshots: int) -> None:
    """Checks the finished `build` as readers will see it and puts it in place atomically.

    Readers with an open connection keep what they have; new ones see the new file. The last
    `kept_snapshots` public files stay in the folder of `snapshot`, as hard links.
    """
    log = build.with_name(build.name + ".wal")
    if log.exists():
        raise AkhbarError(log, "the build left a write-ahead log", "Please report this.")
    with open_public(build) as reader:
        refuse_failures(build, reader.check("fail"))
    _sync(build)
    snapshot.parent.mkdir(exist_ok=True)
    snapshot.unlink(missing_ok=True)
    snapshot.hardlink_to(build)
    # Whoever wrote into the public file left a log that does not belong to the new one.
    public_file.with_name(public_file.name + ".wal").unlink(missing_ok=True)
    build.replace(public_file)
    _sync(public_file.parent)
    for old in sorted(snapshot.parent.glob("news-*.duckdb"))[:-kept_snapshots]:
        old.unlink()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
