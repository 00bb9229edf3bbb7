"""Runs sql/checks: each is a query that returns the rows which break the promise in its name."""

import json
from dataclasses import dataclass
from typing import Literal

import duckdb

from flows.store import sql

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How one check went: `examples` is JSON of the first guilty rows."""

    check_name: str
    severity: Literal["fail", "warn"]
    claim: str
    guilty_count: int
    examples: str


def run_checks(
    connection: duckdb.DuckDBPyConnection, *, only_failures: bool = False
) -> list[CheckResult]:
    """The results of all checks on the public file that `connection` uses, by name."""
    return [
        _run(connection, file)
        for file in sql.files("checks")
        if file.name.startswith("fail__") or not only_failures
    ]


def _run(connection: duckdb.DuckDBPyConnection, file: sql.SqlFile) -> CheckResult:
    cursor = connection.execute(file.text)
    names = [column[0] for column in cursor.description or ()]
    guilty = cursor.fetchmany(1000)
    shown = [dict(zip(names, map(str, row), strict=True)) for row in guilty[:_SHOWN]]
    count = len(guilty)
    while rows := cursor.fetchmany(1000):
        count += len(rows)
    severity, _, name = file.name.partition("__")
    return CheckResult(
        name,
        "fail" if severity == "fail" else "warn",
        file.comment.splitlines()[0],
        count,
        json.dumps(shown, ensure_ascii=False),
    )
