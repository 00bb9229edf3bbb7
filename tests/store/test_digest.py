"""The digest sees every column but run ids and clock readings, and no order of rows."""

import duckdb
import pytest

from flows.store import sql
from flows.store.digests import OF_THE_RUN

Rows = list[tuple[object, ...]]


def digest(rows: Rows) -> str:
    with duckdb.connect() as connection:
        connection.execute(
            "create table t (a varchar, b integer, run_id varchar, built_at timestamp)"
        )
        if rows:
            connection.executemany("insert into t values (?, ?, ?, ?)", rows)
        row = connection.execute(
            sql.statement("steps/digest"), {"table_name": "t", "left_out": list(OF_THE_RUN)}
        ).fetchone()
        assert row is not None
        assert row[1] == len(rows)
        return str(row[0])


BASE: Rows = [("أ", 1, "run", "2026-01-01"), ("ب", 2, "run", "2026-01-01")]


def test_the_order_of_rows_does_not_matter() -> None:
    assert digest(BASE) == digest(BASE[::-1])


def test_run_ids_and_clock_readings_do_not_matter() -> None:
    assert digest(BASE) == digest([("أ", 1, "other", "2026-02-02"), BASE[1]])


@pytest.mark.parametrize(
    "rows",
    [
        [],
        BASE[:1],
        BASE * 2,
        [("أ", 2, "run", "2026-01-01"), ("ب", 1, "run", "2026-01-01")],
        [("أ", None, "run", "2026-01-01"), BASE[1]],
        [("إ", 1, "run", "2026-01-01"), BASE[1]],
        [("أ", 1, "run", "2026-01-01"), ("ب", 3, "run", "2026-01-01")],
    ],
    ids=["none", "one", "twice", "swapped", "null", "another letter", "another number"],
)
def test_everything_else_does(rows: Rows) -> None:
    assert digest(rows) != digest(BASE)
