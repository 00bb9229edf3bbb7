"""Reads the public file: opened read-only, so that no writer is ever delayed by it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb

from flows.errors import AkhbarError
from flows.store import sql
from flows.store.checks import CheckResult, Severity, run_checks
from flows.store.connection import connect
from flows.store.digests import OF_LINEAGE, OF_THE_RUN

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """What a statement of sql/report gave: its columns by name, and its rows."""

    columns: tuple[str, ...]
    rows: list[Row]

    def records(self) -> list[dict[str, Any]]:
        """The rows with the names of their columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Reader:
    """An open public file; unqualified names mean its tables."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """`connection` uses the public file, attached under the name `news`."""
        self._connection = connection

    def step(self, name: str, **parameters: Any) -> list[Row]:  # noqa: ANN401
        """All rows of the statement sql/steps/`name`.sql."""
        statement = sql.statement(f"steps/{name}")
        return self._connection.execute(statement, parameters or None).fetchall()

    def table(self, name: str, **parameters: Any) -> Table:  # noqa: ANN401
        """Columns and rows of the statement sql/report/`name`.sql."""
        cursor = self._connection.execute(sql.statement(f"report/{name}"), parameters or None)
        return Table(tuple(column[0] for column in cursor.description or ()), cursor.fetchall())

    def ask(self, query: str) -> tuple[list[str], list[Row]]:
        """Column names and rows of a user's own `query`; raises AkhbarError if it is wrong."""
        try:
            cursor = self._connection.execute(query)
            return [column[0] for column in cursor.description or ()], cursor.fetchall()
        except duckdb.Error as error:
            remedy = '`akhbar query "show tables"` lists the tables'
            raise AkhbarError("query", " ".join(str(error).split()), f"{remedy}.") from error

    def check(self, severity: Severity | None = None) -> list[CheckResult]:
        """Runs the checks, or those of one severity, on the file as its readers see it."""
        return run_checks(self._connection, severity)

    def counts(self) -> dict[str, int]:
        """How many articles, copies, superseded versions and rejects the file holds."""
        [(articles, copies, superseded, rejects)] = self.step("summary")
        return {
            "article_count": articles,
            "copy_count": copies,
            "superseded_count": superseded,
            "reject_count": rejects,
        }

    def warnings(self) -> list[tuple[str, str, int]]:
        """Name, claim and guilty rows of each check that warned when the file was built."""
        return [(name, claim, count) for name, claim, count in self.step("warnings")]

    def digests(self, *, only_facts: bool = False) -> dict[str, tuple[str, int]]:
        """Digest and row count of each public table, over all but run ids and clock readings.

        The digest does not depend on the order of rows: equal warehouses have equal digests.
        `only_facts` leaves out lineage too (see flows/store/digests.py): then the same articles
        have equal digests in whatever format they land.
        """
        tables = "digest_fact_tables" if only_facts else "digest_tables"
        left_out = [*OF_THE_RUN, *(OF_LINEAGE if only_facts else ())]
        found = {}
        for (table,) in self.step(tables):
            [(digest, row_count)] = self.step("digest", table_name=table, left_out=left_out)
            found[table] = (digest, row_count)
        return found


@contextmanager
def open_public(path: Path) -> Iterator[Reader]:
    """Opens the public file at `path`; raises AkhbarError when there is none that can be read."""
    if not path.is_file():
        raise AkhbarError(path, "there is no public file yet", "Run `akhbar ingest` first.")
    connection = connect()
    try:
        try:
            connection.execute(sql.with_path("steps/attach_news", path))
        except duckdb.Error as error:
            raise AkhbarError(
                path,
                f"the public file cannot be read ({str(error).splitlines()[0]})",
                "Run `akhbar rebuild`: it is made again from the ledger.",
            ) from error
        connection.execute(sql.statement("steps/use_news"))
        yield Reader(connection)
    finally:
        connection.close()


def run_of(path: Path) -> str:
    """The run that made the public file at `path`; raises AkhbarError if it cannot be read."""
    with open_public(path) as reader:
        [(run_id,)] = reader.step("public_run_id")
    return str(run_id)


def build_key(path: Path) -> str | None:
    """What made the public file at `path`; None where there is no readable one."""
    try:
        with open_public(path) as reader:
            [(key,)] = reader.step("public_build_key")
    except (AkhbarError, duckdb.Error):
        return None
    return str(key)
