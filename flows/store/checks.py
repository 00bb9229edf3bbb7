"""Runs sql/checks: each is a query that returns the rows which break the promise in its name."""

import json
from dataclasses import dataclass
from typing import Literal

import duckdb

from flows.store import sql

_SHOWN = 3
Severity = Literal["fail", "warn"]


@dataclass(frozen=True, slots=True)
class CheckResult:
    """How one check went: `examples` is JSON of the first guilty rows."""

    check_name: str
    severity: Severity
    claim: str
    guilty_count: int
    examples: str


def run_checks(
    connection: duckdb.DuckDBPyConnection, severity: Severity | None = None
) -> list[CheckResult]:
    """The results of all checks, or those of one `severity`, on the public file in use, by name."""
    return [_run(connection, file) for file in _checks(severity)]


def promised() -> list[CheckResult]:
    """What the checks that stop must say of a file that is published: no guilty rows."""
    return [_result(file, 0, []) for file in _checks("fail")]


def _checks(severity: Severity | None) -> list[sql.SqlFile]:
    files = sql.files("checks")
    return [file for file in files if severity is None or file.name.startswith(f"{severity}__")]


def _run(connection: duckdb.DuckDBPyConnection, file: sql.SqlFile) -> CheckResult:
    cursor = connection.execute(file.text)
    names = [column[0] for column in cursor.description or ()]
    guilty = cursor.fetchmany(1000)
    shown = [dict(zip(names, map(str, row), strict=True)) for row in guilty[:_SHOWN]]
    count = len(guilty)
    while rows := cursor.fetchmany(1000):
        count += len(rows)
    return _result(file, count, shown)


def _result(file: sql.SqlFile, count: int, shown: list[dict[str, str]]) -> CheckResult:
    severity, _, name = file.name.partition("__")
    return CheckResult(
        name,
        "fail" if severity == "fail" else "warn",
        file.comment.splitlines()[0],
        count,
        json.dumps(shown, ensure_ascii=False),
    )
