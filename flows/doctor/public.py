"""The doctor looks at the public file: can it be read, who made it, does it keep its promises?"""

from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from flows.batch import parser_version
from flows.doctor.findings import Finding, counted
from flows.errors import AkhbarError
from flows.settings import Settings
from flows.store.build import Origin
from flows.store.reader import Reader, open_public
from flows.store.soundness import fault


def look_at_public(settings: Settings) -> Iterator[Finding]:
    """Whether readers can rely on it, and what they should know."""
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
    made = f"made by akhbar {akhbar} with DuckDB {duckdb} at {built_at[:16]} UTC"
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
            f"{path}: {result.check_name} fails for {counted(result.guilty_count, 'row')}, such as "
            f"{result.examples}",
            "Run `akhbar rebuild`; if it still fails, please report it.",
        )
    if not broken:
        yield Finding("ok", f"{path}: {len(results)} checks pass")
    for result in results:
        if result.severity == "warn" and result.guilty_count:
            found = counted(result.guilty_count, "exception")
            what = f"{found} to “{result.claim}” ({result.check_name})"
            yield Finding("note", what, "`akhbar check` shows the first of them.")


def _rejects(reader: Reader) -> Iterator[Finding]:
    for reason, count, example, remedy in reader.step("reject_counts"):
        what = f"{counted(count, 'file')} rejected as {reason}, such as {example}"
        yield Finding("note", what, remedy or 'See `akhbar query "from rejects"`.')
