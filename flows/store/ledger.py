"""The writer's memory: every content that ever landed, and the facts that were read from it."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

from flows.errors import AkhbarError
from flows.store import sql
from flows.store.connection import connect
from flows.store.disk import disk_faults

if TYPE_CHECKING:
    import polars as pl

FACT_TABLES = (
    "lines",
    "source_mentions",
    "date_mentions",
    "entity_mentions",
    "quotes",
    "tags",
    "related_headlines",
    "wordings",
)
CANDIDATES_AT_A_TIME = 5_000
"""Pairs that are compared word by word at once: bounds the memory that this takes."""
_COMPARISONS = ("sketches", "crowded_shingles", "compared", "pairs")
_WORD_BY_WORD = ("take_bodies", "find_passages", "measure_pairs", "find_slots")


@dataclass(frozen=True, slots=True)
class StaleContent:
    """A content that waits for the parser."""

    file_id: str
    raw: bytes
    path_hint: str
    record_hint: str = ""


class Ledger:
    """An open ledger. Each method that writes is one transaction."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """`connection` has the ledger attached under the name `ledger`."""
        self.connection = connection

    def new_paths(self, seen: "pl.DataFrame") -> list[str]:
        """Of the `seen` names (landing, path, byte_count, modified_ns, rules_key) those to read.

        A name is read when it is new or changed, when it was refused before, and when it holds
        records and would be read by other rules now.
        """
        with self._incoming(incoming=seen):
            return [path for (path,) in self._run("find_new").fetchall()]

    def keep(self, landed: Mapping[str, "pl.DataFrame"]) -> int:
        """Keeps contents, records, refusals and containers read whole; how many were new."""
        with self._transaction():
            kept = self._keep_contents(landed["contents"])
            self._steps(landed["records"], "forget_records", "keep_records")
            has_news = self._keep_refusals(landed["refusals"])
            self._steps(
                landed["containers"],
                "supersede_records",
                "settle_refusals",
                "forget_containers",
                "keep_containers",
            )
            if has_news or len(landed["contents"]) or len(landed["containers"]):
                self._run("mark_unpublished")
        return kept

    def _keep_contents(self, contents: "pl.DataFrame") -> int:
        if not len(contents):
            return 0
        with self._incoming(incoming=contents):
            kept = len(self._run("keep_files").fetchall())
            for step in ("note_returns", "supersede_arrivals", "return_arrivals", "keep_arrivals"):
                self._run(step)
            self._run("clear_refusals")
        return kept

    def _keep_refusals(self, refusals: "pl.DataFrame") -> bool:
        """Refused names are looked at in every run: only a new reason is news."""
        with self._incoming(incoming=refusals):
            if not self._value("has_new_refusals"):
                return False
        self._steps(refusals, "supersede_refused", "clear_refusals", "keep_refusals")
        return True

    def settle_folders(self, landing: str, unlisted: list[str]) -> None:
        """After a look through all of `landing`: no folder is refused but the `unlisted` ones."""
        with self._transaction():
            if self._run("settle_folders", landing=landing, unlisted=unlisted).fetchall():
                self._run("mark_unpublished")

    def _steps(self, frame: "pl.DataFrame", *steps: str) -> None:
        if len(frame):
            with self._incoming(incoming=frame):
                for step in steps:
                    self._run(step)

    def stale_count(self, parser_version: str) -> int:
        """How many contents have no facts of this parser version."""
        return int(self._value("count_stale", parser_version=parser_version))

    def stale(self, parser_version: str, page_size: int) -> Iterator[list[StaleContent]]:
        """Contents without facts of this parser version, in pages, by file_id."""
        after = ""
        while page := self._run(
            "stale", parser_version=parser_version, page_size=page_size, after=after
        ).fetchall():
            yield [StaleContent(*row) for row in page]
            after = page[-1][0]

    def load(self, facts: Mapping[str, "pl.DataFrame"]) -> None:
        """Puts the facts of one batch in the place of what was known of its contents."""
        with (
            self._transaction(),
            self._incoming(**{f"incoming_{table}": frame for table, frame in facts.items()}),
        ):
            # Looking for what there is to forget means reading every table: only when needed.
            is_known = self._value("knows_some")
            for table in (*FACT_TABLES, "facts"):
                if is_known:
                    self._run(f"forget_{table}")
                self._run(f"load_{table}")
            self._run("mark_unpublished")

    def compare(self, parser_version: str) -> int:
        """Compares the bodies that are new with all others; how many there were.

        What it finds depends on which bodies there are, not on the order in which they came.
        """
        version = {"parser_version": parser_version}
        with self._transaction():
            for table in _COMPARISONS:
                self._run(f"outdate_{table}", **version)
            self._run("find_new_bodies")
            count = int(self._value("count_new_bodies"))
            if count:
                self._run("load_sketches", **version)
                self._run("forget_crowded_shingles")
                self._run("load_crowded_shingles", **version)
                self._run("find_candidates")
                for first in range(0, self._value("count_candidates"), CANDIDATES_AT_A_TIME):
                    self._run("take_candidates", first=first, page_size=CANDIDATES_AT_A_TIME)
                    for step in _WORD_BY_WORD:
                        self._run(step)
                    self._run("load_pairs", **version)
                self._run("load_compared", **version)
        return count

    def begin_run(
        self, run_id: str, started_at: datetime, akhbar_version: str, parser_version: str
    ) -> None:
        """Notes that a run has begun."""
        self._run(
            "begin_run",
            run_id=run_id,
            started_at=started_at,
            akhbar_version=akhbar_version,
            parser_version=parser_version,
        )

    def finish_run(
        self, run_id: str, finished_at: datetime, kept: int, parsed: int, refused: int
    ) -> None:
        """Notes that a run has ended, and what it did."""
        self._run(
            "finish_run",
            run_id=run_id,
            finished_at=finished_at,
            kept_count=kept,
            parsed_count=parsed,
            refused_count=refused,
        )

    def content_ids(self) -> set[str]:
        """The ids of every content that it keeps."""
        return {file_id for (file_id,) in self._run("ledger_contents").fetchall()}

    def is_unpublished(self) -> bool:
        """True when the public file does not show all that the ledger holds."""
        return bool(self._value("is_unpublished"))

    def mark_unpublished(self) -> None:
        """The public file must be built again."""
        self._run("mark_unpublished")

    def mark_published(self) -> None:
        """The public file in place shows all that the ledger holds."""
        self._run("mark_published")

    def _run(self, step: str, **parameters: Any) -> duckdb.DuckDBPyConnection:  # noqa: ANN401
        return self.connection.execute(sql.statement(f"steps/{step}"), parameters or None)

    def _value(self, step: str, **parameters: Any) -> Any:  # noqa: ANN401
        row = self._run(step, **parameters).fetchone()
        assert row is not None
        return row[0]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.connection.begin()
        try:
            yield
        except BaseException:
            self.connection.rollback()
            raise
        self.connection.commit()

    @contextmanager
    def _incoming(self, **frames: "pl.DataFrame") -> Iterator[None]:
        for name, frame in frames.items():
            self.connection.register(name, frame.to_arrow())
        try:
            yield
        finally:
            for name in frames:
                self.connection.unregister(name)


@contextmanager
def open_ledger(path: Path, spill_folder: Path, memory_limit: str) -> Iterator[Ledger]:
    """Opens the ledger at `path`, making an empty one where there is none.

    Raises AkhbarError when the file is no ledger that this DuckDB can read, and when the disk
    refuses what is done meanwhile. What a killed run
    had committed is there; what it had not is gone, and the next run does it again.
    """
    connection = connect()
    try:
        connection.execute(sql.statement("steps/limit_resources"), {"memory_limit": memory_limit})
        connection.execute(sql.statement("steps/compress_texts"))
        connection.execute(sql.statement("steps/spill_folder"), {"folder": str(spill_folder)})
        try:
            with disk_faults(path.parent):
                connection.execute(sql.with_path("steps/attach_ledger", path))
                _lay_out(connection)
        except duckdb.Error as error:
            raise AkhbarError(
                path,
                f"the ledger cannot be opened ({str(error).splitlines()[0]})",
                "Run `akhbar recover`, or put back a copy with `akhbar restore`.",
            ) from error
        try:
            with disk_faults(path.parent):
                yield Ledger(connection)
        except duckdb.Error as error:
            if not _is_damage(error):
                raise
            raise AkhbarError(
                path,
                f"the ledger is damaged ({str(error).splitlines()[0]})",
                "Run `akhbar recover`, or put back a copy with `akhbar restore`.",
            ) from error
    finally:
        connection.close()


def _is_damage(error: duckdb.Error) -> bool:
    return any(word in str(error) for word in ("Corrupt", "checksum", "Could not read enough"))


def _lay_out(connection: duckdb.DuckDBPyConnection) -> None:
    """Makes the tables that are missing; facts of another layout go, to be made again.

    Only facts can be made again from the bytes: the tables that hold what arrived never change.
    """
    layout = {"facts_layout": facts_layout()}
    connection.begin()
    _make_tables(connection)
    connection.execute(sql.statement("steps/ensure_state"), layout)
    [(is_other,)] = connection.execute(sql.statement("steps/has_other_layout"), layout).fetchall()
    if is_other:
        connection.execute(sql.statement("steps/drop_facts"))
        _make_tables(connection)
        connection.execute(sql.statement("steps/note_layout"), layout)
    connection.commit()


def _make_tables(connection: duckdb.DuckDBPyConnection) -> None:
    for file in sql.files("ledger"):
        connection.execute(file.text)


def facts_layout() -> str:
    """Changes when the tables of facts are laid out anew."""
    digest = hashlib.sha256()
    for table in (*FACT_TABLES, "facts", *_COMPARISONS):
        digest.update(sql.statement(f"ledger/{table}").encode())
    return digest.hexdigest()[:16]
