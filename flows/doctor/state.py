"""The doctor looks at the writer's side: who holds the lock, what a killed run left, the ledger."""

from collections.abc import Iterator
from pathlib import Path

from flows.doctor.findings import Finding, counted
from flows.settings import Settings
from flows.store.lock import holder_of
from flows.store.publish import BUILD_PREFIX
from flows.store.soundness import fault, ledger_state


def look_at_writer(settings: Settings) -> Iterator[Finding]:
    """Who is at work; if nobody, what a run that was killed has left."""
    if holder := holder_of(settings.lock_file):
        yield Finding("note", f"a writer is at work ({holder})", "Readers need not wait.")
        return
    builds = list(settings.warehouse.glob(f"{BUILD_PREFIX}*"))
    if builds or settings.spill_folder.exists():
        left = counted(len(builds), "unfinished build")
        yield Finding(
            "wrong",
            f"{settings.warehouse}: a run that was killed left {left}",
            "Run `akhbar ingest`: it removes them and finishes the work.",
        )
    if _log_of(settings.ledger_file).exists():
        yield Finding(
            "wrong",
            f"{_log_of(settings.ledger_file)}: the write-ahead log of a run that was killed",
            "Run `akhbar ingest`: it takes in what the log holds. Do not delete it.",
        )
    if _log_of(settings.public_file).exists():
        yield Finding(
            "wrong",
            f"{_log_of(settings.public_file)}: somebody has written into the public file",
            "Run `akhbar rebuild`: the file is made again from the ledger.",
        )


def look_at_ledger(settings: Settings) -> Iterator[Finding]:
    """Whether the ledger can be read to its end and is published."""
    ledger = settings.ledger_file
    if not ledger.exists():
        if settings.public_file.exists():
            what = f"{ledger}: the public file has lost its ledger"
            yield Finding("wrong", what, "Run `akhbar recover`.")
        return
    if holder_of(settings.lock_file):
        return  # its writer has it open
    if reason := fault(ledger, "ledger"):
        yield Finding(
            "wrong",
            f"{ledger}: it cannot be read ({reason})",
            "Run `akhbar recover`, or put back a copy with `akhbar restore`.",
        )
        return
    has_unpublished, is_other = ledger_state(ledger)
    if is_other:
        yield Finding(
            "wrong",
            f"{ledger}: another version of the program laid out its facts",
            "Run `akhbar ingest`: they are made again from the bytes kept.",
        )
    if has_unpublished:
        yield Finding(
            "wrong",
            f"{ledger}: it holds what the public file does not show yet",
            "Run `akhbar ingest`.",
        )
    if not (is_other or has_unpublished):
        yield Finding("ok", f"{ledger}: read to its end; all of it is published")


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
