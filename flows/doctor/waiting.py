"""The doctor counts what lies in the landing folder, and what of it waits to be loaded."""

import time
from collections.abc import Iterator

from flows import landing
from flows.batch.landed import seen_frame
from flows.doctor.findings import Finding, counted
from flows.doctor.folders import may_be_read
from flows.landing import ReadingRules, Seen
from flows.settings import Settings
from flows.store.lock import holder_of
from flows.store.waiting import waiting_count

_PAGE_SIZE = 10_000


def look_at_waiting(settings: Settings) -> Iterator[Finding]:
    """How many names are there, how many are still being written, how many nobody has read."""
    seeds = settings.seeds
    if not seeds.exists() or not may_be_read(seeds):
        return
    now = time.time()
    count = young = 0
    waiting: int | None = 0
    for page in landing.scan(seeds, _PAGE_SIZE):
        count += len(page)
        young += sum(abs(now - seen.modified_ns / 1e9) < settings.settle_seconds for seen in page)
        more = _waiting(settings, page)
        waiting = None if waiting is None or more is None else waiting + more
    known = ", none of them new or changed" if waiting == 0 else ""
    yield Finding("ok", f"{seeds}: {counted(count, 'name')} to read{known}")
    if waiting:
        yield Finding(
            "note",
            f"{seeds}: {counted(waiting, 'file')} new or changed, to be loaded by the next run",
            "Run `akhbar ingest`, or keep `akhbar serve` running.",
        )
    if young:
        yield Finding(
            "note",
            f"{seeds}: {counted(young, 'file')} changed just now",
            "They are read once they settle.",
        )


def _waiting(settings: Settings, page: list[Seen]) -> int | None:
    """None where the ledger cannot be asked: a writer has it open, or it is damaged."""
    if not settings.ledger_file.exists():
        return len(page)
    if holder_of(settings.lock_file):
        return None
    name, rules = landing.landing_name(settings.seeds), ReadingRules.of(settings).key
    return waiting_count(settings.ledger_file, seen_frame(page, name, rules))
