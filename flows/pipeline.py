"""The road itself, step by step, in plain Python; the command and the Prefect flows call it."""

import shutil
import uuid
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Literal

from flows import landing
from flows.batch import parser_version
from flows.batch.landed import Reading, landed_frames, seen_frame
from flows.batch.lexicon import lexicon_frames
from flows.errors import AkhbarError
from flows.parsing import parse_all
from flows.report.shown import is_current
from flows.settings import Settings
from flows.store.build import Origin, build_public
from flows.store.ledger import Ledger, StaleContent, open_ledger
from flows.store.lock import writer_lock
from flows.store.publish import build_path, publish, sweep_builds
from flows.store.reader import build_key, open_public, run_of

PAGE_SIZE = 500

Step = Literal["keep", "parse", "compare", "build", "publish", "report"]
"""What a run does, one after the other."""

Progress = Callable[[Step, int, int | None], None]
"""Called with a step's name, how much of it is done, and how much there is, if known."""


def ignore_progress(_step: Step, _done: int, _total: int | None) -> None:
    """Shows nothing."""


@dataclass(slots=True)
class Run:
    """One run of the pipeline by the one writer: its open ledger and what it has done so far."""

    settings: Settings
    ledger: Ledger
    run_id: str
    started_at: datetime
    parser_version: str
    seen_count: int = 0
    kept_count: int = 0
    parsed_count: int = 0
    refused_count: int = 0
    is_published: bool = False
    report_problem: str | None = None


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run tells at its end; counts of the public file are totals, not only this run's."""

    run_id: str
    seconds: float
    seen_count: int
    kept_count: int
    parsed_count: int
    article_count: int
    copy_count: int
    superseded_count: int
    reject_count: int
    warnings: tuple[tuple[str, str, int], ...]
    is_published: bool
    report_problem: str | None = None

    def counts(self) -> list[tuple[str, int]]:
        """Each count with its name for people: what the run did, then what the file holds."""
        return [
            ("files seen in the landing folder", self.seen_count),
            ("of them with new content", self.kept_count),
            ("contents read", self.parsed_count),
            ("articles in the warehouse", self.article_count),
            ("copies of them", self.copy_count),
            ("superseded versions", self.superseded_count),
            ("rejected files (table rejects says why)", self.reject_count),
        ]

    def sentence(self) -> str:
        """The run in one line, for lists of runs."""
        done = (
            f"{self.seen_count:,} files seen, {self.kept_count:,} new contents"
            if self.seen_count
            else f"{self.parsed_count:,} contents read"
        )
        state = "published" if self.is_published else "nothing new to publish"
        rejected = f", {self.reject_count:,} rejected" if self.reject_count else ""
        return f"{done}, {self.article_count:,} articles{rejected}: {state}"


@contextmanager
def writing(settings: Settings) -> Iterator[Run]:
    """Becomes the one writer of the warehouse; raises Busy if another stays at work.

    A public file without its ledger is not written over: it may be all that is left.
    """
    if settings.public_file.exists() and not settings.ledger_file.exists():
        raise AkhbarError(
            settings.ledger_file,
            "the public file has lost its ledger",
            "Run `akhbar recover`, or move the public file away to begin anew.",
        )
    with (
        writer_lock(settings.lock_file, settings.lock_wait_seconds),
        open_ledger(settings.ledger_file, settings.spill_folder, settings.memory_limit) as ledger,
    ):
        sweep_builds(settings.warehouse)
        started_at = datetime.now(UTC)
        # Sorts by time, so that the newest snapshots are the last by name.
        run_id = f"{started_at:%Y%m%dT%H%M%S%f}-{uuid.uuid4().hex[:6]}"
        parser = parser_version(settings.week_start)
        ledger.begin_run(run_id, started_at, version("akhbar"), parser)
        run = Run(settings, ledger, run_id, started_at, parser)
        try:
            yield run
        finally:
            shutil.rmtree(settings.spill_folder, ignore_errors=True)
        ledger.finish_run(
            run_id, datetime.now(UTC), run.kept_count, run.parsed_count, run.refused_count
        )


def ingest(settings: Settings, progress: Progress = ignore_progress) -> Summary:
    """The whole road: what is new in the landing folder becomes part of the public file."""
    with writing(settings) as run:
        keep_new(run, progress)
        parse_stale(run, progress)
        publish_if_needed(run, progress)
        return summarise(run)


def rebuild(settings: Settings, progress: Progress = ignore_progress) -> Summary:
    """The public file made again from the ledger alone; the landing folder is not looked at."""
    with writing(settings) as run:
        run.ledger.mark_unpublished()
        parse_stale(run, progress)
        publish_if_needed(run, progress)
        return summarise(run)


def keep_new(run: Run, progress: Progress = ignore_progress) -> None:
    """Keeps the bytes of every file that is new in the landing folder, and every refusal."""
    progress("keep", 0, None)
    seeds, rules = run.settings.seeds, landing.ReadingRules.of(run.settings)
    run.seen_count = 0  # a retried step begins anew
    name, unlisted = landing.landing_name(seeds), list[str]()
    for page in landing.scan(seeds, PAGE_SIZE):
        run.seen_count += len(page)
        unlisted += [seen.path for seen in page if seen.is_folder]
        new = set(run.ledger.new_paths(seen_frame(page, name, rules.key)))
        outcomes = landing.read_page(seeds, [seen for seen in page if seen.path in new], rules)
        for batch in landing.batches(outcomes, PAGE_SIZE):
            reading = Reading(name, run.run_id, rules.key, datetime.now(UTC))
            run.kept_count += run.ledger.keep(landed_frames(batch, reading))
            run.refused_count += len(batch.refusals)
            progress("keep", run.seen_count, None)
        progress("keep", run.seen_count, None)
    if seeds.is_dir():
        run.ledger.settle_folders(name, unlisted)


def stale_count(run: Run) -> int:
    """How many contents have no facts of this parser version yet."""
    return run.ledger.stale_count(run.parser_version)


def stale_pages(run: Run) -> Iterator[list[StaleContent]]:
    """Those contents, page by page."""
    return run.ledger.stale(run.parser_version, PAGE_SIZE)


def parse_stale(run: Run, progress: Progress = ignore_progress) -> None:
    """Facts for every content that has none of this parser version."""
    total = stale_count(run)
    progress("parse", 0, total)
    for parsed in parse_pages(run, stale_pages(run), total):
        progress("parse", parsed, total)


def parse_pages(
    run: Run, pages: Iterator[list[StaleContent]], total: int
) -> Generator[int, None, None]:
    """Parses and loads `pages`; yields how many contents of this run are done.

    Close it when you leave early: its processes wait for more.
    """
    for frames, count in parse_all(pages, total, run.run_id, run.parser_version, run.settings):
        run.ledger.load(frames)
        run.parsed_count += count
        yield run.parsed_count


def publish_if_needed(run: Run, progress: Progress = ignore_progress) -> None:
    """Builds, checks and publishes what is new, and brings the report up to the public file."""
    if not _is_published(run):
        _publish(run, progress)
    _report(run, progress)


def _is_published(run: Run) -> bool:
    """Whether the public file already shows what it would show."""
    is_of_this_code = build_key(run.settings.public_file) == _origin(run).build_key
    return is_of_this_code and not run.ledger.is_unpublished()


def _origin(run: Run) -> Origin:
    return Origin(
        version("akhbar"),
        run.parser_version,
        run.run_id,
        datetime.now(UTC),
        run.settings.week_start,
    )


def _publish(run: Run, progress: Progress) -> None:
    settings = run.settings
    progress("compare", 0, None)
    run.ledger.compare(run.parser_version)
    progress("build", 0, None)
    path = build_path(settings.public_file, run.run_id)
    try:
        build_public(run.ledger.connection, path, lexicon_frames(), _origin(run))
        progress("publish", 0, None)
        snapshot = settings.snapshot_folder / f"news-{run.run_id}.duckdb"
        publish(path, settings.public_file, snapshot, settings.kept_snapshots)
    finally:
        path.unlink(missing_ok=True)
    run.ledger.mark_published()
    run.is_published = True


def _report(run: Run, progress: Progress) -> None:
    public_file, report_file = run.settings.public_file, run.settings.report_file
    # What was published stands, whatever becomes of the page about it.
    try:
        if not is_current(report_file, run_of(public_file)):
            progress("report", 0, None)
            from flows.report.writing import write_report

            write_report(public_file, report_file)
    except Exception as error:
        run.report_problem = " ".join(f"{type(error).__name__}: {error}".split())


def summarise(run: Run) -> Summary:
    """What the run did, and what the public file holds now."""
    with open_public(run.settings.public_file) as reader:
        counts, warned = reader.counts(), tuple(reader.warnings())
    return Summary(
        run_id=run.run_id,
        seconds=(datetime.now(UTC) - run.started_at).total_seconds(),
        seen_count=run.seen_count,
        kept_count=run.kept_count,
        parsed_count=run.parsed_count,
        warnings=warned,
        is_published=run.is_published,
        report_problem=run.report_problem,
        **counts,
    )
