"""Counts what of the landing folder the ledger has not looked at yet, without changing anything."""

from pathlib import Path
from typing import TYPE_CHECKING

import duckdb

from flows.store import sql
from flows.store.connection import connect

if TYPE_CHECKING:
    import polars as pl


def waiting_count(ledger: Path, seen: "pl.DataFrame") -> int | None:
    """How many of the `seen` names the next run would look at for the first time as they are now.

    None when the ledger cannot be read. Columns are those of `Ledger.new_paths`.
    """
    connection = connect()
    try:
        connection.execute(sql.with_path("steps/attach_ledger_read", ledger))
        connection.register("incoming", seen.to_arrow())
        connection.sql(sql.statement("steps/find_new")).create_view("new_names")
        [(count,)] = connection.execute(sql.statement("steps/count_waiting")).fetchall()
    except duckdb.Error:
        return None
    finally:
        connection.close()
    return int(count)
