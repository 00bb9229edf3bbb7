"""Reads a whole database file, to find out whether it can be read at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import duckdb

from flows.store import sql
from flows.store.connection import connect
from flows.store.ledger import facts_layout


def fault(path: Path, kind: Literal["ledger", "news"]) -> str | None:
    """Why the ledger or the public file at `path` cannot be read to its end; None if it can."""
    try:
        with _opened(path, kind) as connection:
            for (table,) in connection.execute(sql.statement("steps/stored_tables")).fetchall():
                connection.execute(sql.statement("steps/read_whole"), {"table_name": table})
    except duckdb.Error as error:
        return str(error).splitlines()[0]
    return None


def ledger_state(path: Path) -> tuple[bool, bool]:
    """Whether the ledger holds what is not published, and whether another version laid it out.

    Raises duckdb.Error when it is no ledger.
    """
    with _opened(path, "ledger") as connection:
        state = connection.execute(sql.statement("steps/ledger_state"))
        [(has_unpublished, layout)] = state.fetchall()
        return has_unpublished, layout != facts_layout()


@contextmanager
def _opened(path: Path, kind: Literal["ledger", "news"]) -> Iterator[duckdb.DuckDBPyConnection]:
    connection = connect()
    try:
        attach = "attach_ledger_read" if kind == "ledger" else "attach_news"
        connection.execute(sql.with_path(f"steps/{attach}", path))
        connection.execute(sql.statement(f"steps/use_{kind}"))
        yield connection
    finally:
        connection.close()
