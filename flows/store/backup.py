"""Copies of the ledger, the only state: made whole while nobody writes, and put back."""

import os
import shutil
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import AkhbarError
from flows.settings import Settings
from flows.store.ledger import open_ledger
from flows.store.lock import writer_lock
from flows.store.soundness import fault


def back_up(settings: Settings, target: Path) -> Path:
    """Copies the ledger to `target`, a file or a folder; the path of the copy.

    The copy is whole: it is made by the one writer, read to its end, and renamed into place.
    """
    ledger = settings.ledger_file
    if not ledger.exists():
        raise AkhbarError(ledger, "there is no ledger yet", "Run `akhbar ingest` first.")
    if target.is_dir():
        target = target / f"ledger-{datetime.now(UTC):%Y%m%dT%H%M%S}.duckdb"
    with writer_lock(settings.lock_file, settings.lock_wait_seconds):
        # Opening and closing takes in the log of a run that was killed.
        with open_ledger(ledger, settings.spill_folder, settings.memory_limit):
            pass
        _copy(ledger, target)
    return target


def restore(settings: Settings, source: Path) -> Path | None:
    """Puts the copy `source` in the place of the ledger; where the present one was moved to."""
    if not source.is_file():
        raise AkhbarError(source, "there is no such copy", "`akhbar backup` makes one.")
    if reason := fault(source, "ledger"):
        raise AkhbarError(source, f"it is no ledger ({reason})", "Take another copy.")
    ledger, aside = settings.ledger_file, None
    with writer_lock(settings.lock_file, settings.lock_wait_seconds):
        if ledger.exists():
            aside = ledger.with_name(f"replaced-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
            aside.mkdir()
            for path in (ledger, ledger.with_name(ledger.name + ".wal")):
                if path.exists():
                    path.rename(aside / path.name)
        _copy(source, ledger)
    return aside


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(source, part)
        if reason := fault(part, "ledger"):
            raise AkhbarError(part, f"the copy cannot be read ({reason})", "Try another disk.")
        handle = os.open(part, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
        part.replace(target)
    except OSError as error:
        raise AkhbarError(
            target, f"it cannot be written ({error.strerror})", "Name a folder that can be."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink()
