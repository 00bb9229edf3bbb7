"""`akhbar doctor`: what is wrong with a warehouse, in plain words, and one remedy for each.

It changes nothing, takes no lock, and looks even where the pipeline would give up.
"""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from flows import landing
from flows.api import Api
from flows.batch import parser_version
from flows.errors import AkhbarError
from flows.settings import Settings
from flows.store.build import Origin
from flows.store.lock import holder_of
from flows.store.publish import BUILD_PREFIX
from flows.store.reader import Reader, open_public
from flows.store.soundness import fault, ledger_state

_LEAST_FREE_BYTES = 512 * 2**20


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `wrong` wants its remedy, a `note` is good to know."""

    severity: Literal["ok", "note", "wrong"]
    what: str
    remedy: str = ""


def examine(settings: Settings, api_url: str | None) -> list[Finding]:
    """All findings, in the order in which an article passes; `api_url` is None for no server."""
    looks: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
        _landing,
        _folder,
        _writer,
        _ledger,
        _public,
    )
    found = [finding for look in looks for finding in look(settings)]
    return [*found, *_server(settings, api_url)]


def _landing(settings: Settings) -> Iterator[Finding]:
    seeds = settings.seeds
    if not seeds.exists():
        yield Finding(
            "wrong",
            f"{seeds}: there is no such landing folder",
            "Make it, or name it with --seeds or AKHBAR_SEEDS.",
        )
        return
    if not os.access(seeds, os.R_OK | os.X_OK if seeds.is_dir() else os.R_OK):
        yield Finding("wrong", f"{seeds}: it may not be read", f"Give us leave: chmod u+rX {seeds}")
        return
    count = young = 0
    now = time.time()
    for page in landing.scan(seeds, 1000):
        count += len(page)
        young += sum(abs(now - seen.modified_ns / 1e9) < settings.settle_seconds for seen in page)
    yield Finding("ok", f"{seeds}: {count:,} names to read")
    if young:
        yield Finding(
            "note", f"{seeds}: {young:,} files changed just now", "They are read once they settle."
        )


def _folder(settings: Settings) -> Iterator[Finding]:
    folder = settings.warehouse
    if not folder.is_dir():
        yield Finding("wrong", f"{folder}: there is no warehouse yet", "Run `akhbar ingest`.")
        return
    if not os.access(folder, os.W_OK | os.X_OK):
        yield Finding(
            "wrong", f"{folder}: it may not be written", f"Give us leave: chmod u+rwX {folder}"
        )
    free = shutil.disk_usage(folder).free
    wanted = _LEAST_FREE_BYTES + 2 * _size(settings.public_file)
    if free < wanted:
        yield Finding(
            "wrong",
            f"{folder}: {free // 2**20:,} MB are free; a run may need {wanted // 2**20:,}",
            "Free some space, or keep fewer snapshots with AKHBAR_KEPT_SNAPSHOTS.",
        )
    else:
        yield Finding("ok", f"{folder}: {free // 2**20:,} MB are free")


def _writer(settings: Settings) -> Iterator[Finding]:
    if holder := holder_of(settings.lock_file):
        yield Finding("note", f"a writer is at work ({holder})", "Readers need not wait.")
        return
    builds = list(settings.warehouse.glob(f"{BUILD_PREFIX}*"))
    if builds or settings.spill_folder.exists():
        yield Finding(
            "wrong",
            f"{settings.warehouse}: a run that was killed left {len(builds)} unfinished builds",
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


def _ledger(settings: Settings) -> Iterator[Finding]:
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


def _public(settings: Settings) -> Iterator[Finding]:
    path = settings.public_file
    if not path.exists():
        if settings.warehouse.is_dir():
            yield Finding("wrong", f"{path}: there is no public file yet", "Run `akhbar ingest`.")
        return
    if reason := fault(path, "news"):
        yield Finding(
            "wrong",
            f"{path}: it cannot be read ({reason})",
            "Run `akhbar rebuild`: it is made again from the ledger.",
        )
        return
    try:
        with open_public(path) as reader:
            yield from _versions(reader, settings)
            yield from _checks(reader, path)
            yield from _rejects(reader)
    except AkhbarError as error:
        yield Finding("wrong", str(error))


def _versions(reader: Reader, settings: Settings) -> Iterator[Finding]:
    [(akhbar, duckdb, build_key, built_at)] = reader.step("public_origin")
    path = settings.public_file
    made = f"made by akhbar {akhbar} with DuckDB {duckdb} at {built_at} UTC"
    if build_key == _present_build_key(settings):
        yield Finding("ok", f"{path}: {made}")
    else:
        yield Finding(
            "wrong",
            f"{path}: {made}, by other rules than those of today",
            "Run `akhbar rebuild`: the kept bytes are read again.",
        )


def _present_build_key(settings: Settings) -> str:
    parser = parser_version(settings.week_start)
    now = datetime.now(UTC)
    return Origin(version("akhbar"), parser, "", now, settings.week_start).build_key


def _checks(reader: Reader, path: Path) -> Iterator[Finding]:
    results = reader.check()
    broken = [result for result in results if result.severity == "fail" and result.guilty_count]
    for result in broken:
        yield Finding(
            "wrong",
            f"{path}: {result.check_name} fails for {result.guilty_count:,} rows, such as "
            f"{result.examples}",
            "Run `akhbar rebuild`; if it still fails, please report it.",
        )
    if not broken:
        yield Finding("ok", f"{path}: {len(results)} checks pass")
    for result in results:
        if result.severity == "warn" and result.guilty_count:
            what = f"{result.guilty_count:,} exceptions to “{result.claim}” ({result.check_name})"
            yield Finding("note", what, "`akhbar check` shows the first of them.")


def _rejects(reader: Reader) -> Iterator[Finding]:
    for reason, count, example, remedy in reader.step("reject_counts"):
        what = f"{count:,} files rejected as {reason}, such as {example}"
        yield Finding("note", what, remedy or 'See `akhbar query "from rejects"`.')


def _server(settings: Settings, api_url: str | None) -> Iterator[Finding]:
    if holder := holder_of(settings.service_folder / ".lock"):
        yield Finding("ok", f"`akhbar serve` is at work ({holder})")
    if api_url is None:
        return
    if Api(api_url).is_healthy():
        yield Finding("ok", f"{api_url}: the Prefect server answers")
    else:
        yield Finding(
            "wrong",
            f"{api_url}: no Prefect server answers there",
            "Start it, or unset PREFECT_API_URL if none is wanted.",
        )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + ".wal")
