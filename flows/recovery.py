"""`akhbar recover`: a new ledger in the place of one that is damaged or gone.

What the old one kept comes back from the landing folder, from the old file without its log, and
from the public files: their lines put end to end are the texts, and what a text encodes to is the
old content if its SHA-256 says so. What comes back from nowhere is named.
"""

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from flows import pipeline
from flows.batch.landed import Reading as Landing
from flows.batch.landed import landed_frames
from flows.errors import AkhbarError
from flows.landing import Batch, Content, ReadingRules, Seen, landing_name
from flows.settings import Settings
from flows.store.ledger import Ledger, open_ledger
from flows.store.lock import writer_lock
from flows.store.reader import Reader, open_public
from flows.store.soundness import fault
from flows.text.reading import Reading

_PAGE_SIZE = 500


@dataclass(frozen=True, slots=True)
class Recovered:
    """What became of a damaged ledger; `lost` are file id, path and former status."""

    kept_aside: Path
    known_count: int
    restored_count: int
    lost: tuple[tuple[str, str, str], ...]
    summary: pipeline.Summary


def recover(
    settings: Settings, progress: pipeline.Progress = pipeline.ignore_progress
) -> Recovered | None:
    """Makes a new ledger and publishes; None if the present one is sound.

    The damaged file is moved aside, never deleted. Raises AkhbarError when there is nothing to
    recover from.
    """
    ledger = settings.ledger_file
    with writer_lock(settings.lock_file, settings.lock_wait_seconds):
        if ledger.exists() and fault(ledger, "ledger") is None:
            return None
        public = [path for path in _public_files(settings) if fault(path, "news") is None]
        if not (public or settings.seeds.exists()):
            raise AkhbarError(
                settings.warehouse,
                "there is neither a public file that can be read nor a landing folder",
                "Put back a copy with `akhbar restore`.",
            )
        aside = _set_aside(ledger)
        _take_without_log(aside / ledger.name, ledger)
        known, restored = _restore(settings, public)
    if settings.seeds.exists():
        summary = pipeline.ingest(settings, progress)
    else:
        summary = pipeline.rebuild(settings, progress)
    with _opened(settings) as new:
        held = new.content_ids()
    lost = tuple(sorted((id_, *known[id_]) for id_ in known.keys() - held))
    return Recovered(aside, len(known), restored, lost, summary)


def _set_aside(ledger: Path) -> Path:
    """Moves what is there of the ledger into a folder of its own."""
    aside = ledger.with_name(f"damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    aside.mkdir(parents=True)
    for path in (ledger, _log_of(ledger)):
        if path.exists():
            path.rename(aside / path.name)
    return aside


def _take_without_log(damaged: Path, ledger: Path) -> None:
    """Where only the log of the last run is damaged, all else is still there."""
    if damaged.exists() and _log_of(damaged).exists():
        shutil.copyfile(damaged, ledger)
        if fault(ledger, "ledger") is not None:
            ledger.unlink()


def _restore(settings: Settings, public: list[Path]) -> tuple[dict[str, tuple[str, str]], int]:
    known: dict[str, tuple[str, str]] = {}
    restored = 0
    with _opened(settings) as ledger:
        for path in public:
            with open_public(path) as reader:
                known |= {
                    id_: (name, status) for id_, name, status in reader.step("public_contents")
                }
                for seen_at, batch in _batches(reader):
                    landed = landed_frames(batch, _landing(settings, seen_at))
                    restored += ledger.keep(landed)
    return known, restored


def _batches(reader: Reader) -> Iterator[tuple[datetime, Batch]]:
    """What was first seen together, in the order in which it came to stand there."""
    already_read = 0
    while rows := reader.step("public_texts", page_size=_PAGE_SIZE, already_read=already_read):
        for seen_at, together in groupby(rows, key=itemgetter(2)):
            batch = Batch()
            for file_id, path, _, encoding, repair, text in together:
                raw = _raw(text, encoding, repair, file_id)
                if raw is not None:
                    # Without a time stamp: what still lies there is looked at again.
                    batch.add(Content(Seen(path, "", len(raw), 0), raw))
            if len(batch):
                yield seen_at.replace(tzinfo=UTC), batch
        already_read += _PAGE_SIZE


def _raw(text: str, encoding: str, repair: str | None, file_id: str) -> bytes | None:
    """The bytes whose SHA-256 is `file_id`; None when the text does not lead back to them."""
    for has_bom in (False, True):
        try:
            raw = Reading(text, encoding, has_bom, repair).encode()
        except (UnicodeError, ValueError, LookupError):
            continue
        if hashlib.sha256(raw).hexdigest() == file_id:
            return raw
    return None


def _landing(settings: Settings, seen_at: datetime) -> Landing:
    run_id = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-recover"
    return Landing(landing_name(settings.seeds), run_id, ReadingRules.of(settings).key, seen_at)


def _opened(settings: Settings) -> AbstractContextManager[Ledger]:
    return open_ledger(settings.ledger_file, settings.spill_folder, settings.memory_limit)


def _public_files(settings: Settings) -> list[Path]:
    """The snapshots and the public file, the newest last: what it says is what holds."""
    snapshots = sorted(settings.snapshot_folder.glob("news-*.duckdb"))
    return [path for path in (*snapshots, settings.public_file) if path.exists()]


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
