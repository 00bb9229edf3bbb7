"""Connections of our own, to which the ledger or a public file is attached by name."""

import duckdb

from flows.store import sql


def connect() -> duckdb.DuckDBPyConnection:
    """An empty database in memory, which prints nothing by itself.

    >>> with connect() as connection:
    ...     connection.sql("select current_setting('enable_progress_bar')").fetchall()
    [(False,)]
    """
    connection = duckdb.connect()
    connection.execute(sql.statement("steps/be_quiet"))
    return connection
