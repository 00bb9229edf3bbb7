"""Reads the statements in sql/ by name: no SQL stands in Python.

A file of sql/tables, sql/views or sql/macros makes the one object that it is named after. Its
leading comment becomes the object's COMMENT, and the comment behind a column of its last select
becomes that column's, so that purpose and code cannot drift apart.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

_PACKAGED = Path(__file__).parents[1] / "sql"
FOLDER = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[2] / "sql"


@dataclass(frozen=True, slots=True)
class SqlFile:
    """One SQL file: its name, what it says of itself, and its text."""

    name: str
    comment: str
    columns: tuple[tuple[str, str], ...]
    text: str

    @property
    def is_table_macro(self) -> bool:
        """Whether it makes a macro that gives a table, not a value."""
        return re.search(r"\bas table\b", self.text) is not None

    @property
    def reads_tables(self) -> bool:
        """Whether it can only be made where the tables are, which it reads."""
        return re.search(r"^\s+from ", self.text, re.MULTILINE) is not None


@cache
def statement(name: str) -> str:
    """The text of sql/`name`.sql.

    >>> statement("ledger/state").splitlines()[3]
    'create table if not exists ledger.state ('
    """
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


@cache
def files(folder: str) -> tuple[SqlFile, ...]:
    """The files of sql/`folder` in an order in which each finds what it reads already made.

    >>> [file.name for file in files("ledger")][:2]
    ['arrivals', 'compared']
    """
    found = {path.stem: _parsed(path) for path in sorted((FOLDER / folder).glob("*.sql"))}
    needs = {name: sorted(_reads(file, found)) for name, file in found.items()}
    return tuple(found[name] for name in TopologicalSorter(needs).static_order())


def comment_statements(file: SqlFile, kind: str) -> list[str]:
    """The COMMENT ON statements of what `file` makes: a table, view, macro or macro table."""
    comments = [f"comment on {kind} {file.name} is {quoted(file.comment)}"]
    return comments + [
        f"comment on column {file.name}.{column} is {quoted(comment)}"
        for column, comment in file.columns
    ]


def with_path(name: str, path: Path) -> str:
    """The statement `name` with `path` in the place of $path: ATTACH takes no parameters."""
    return statement(name).replace("$path", quoted(str(path)))


def quoted(text: str) -> str:
    """`text` as an SQL string literal, for statements that take no parameters (COMMENT ON, ATTACH).

    >>> quoted("outlet's")
    "'outlet''s'"
    """
    return "'" + text.replace("'", "''") + "'"


def _parsed(path: Path) -> SqlFile:
    text = path.read_text(encoding="utf-8")
    header = []
    for line in text.splitlines():
        if not line.startswith("--"):
            break
        header.append(line.removeprefix("--").strip())
    return SqlFile(path.stem, "\n".join(header), tuple(_column_comments(text)), text)


def _column_comments(text: str) -> Iterable[tuple[str, str]]:
    """Name and comment of each column of the outermost select, which begins at the margin."""
    columns = re.split(r"^select(?: distinct)?$", text, flags=re.MULTILINE)[-1]
    columns = re.split(r"^from\b", columns, flags=re.MULTILINE)[0]
    for line in columns.splitlines():
        if match := _COLUMN.match(line):
            yield match["name"], match["comment"]


def _reads(file: SqlFile, others: Iterable[str]) -> set[str]:
    code = re.sub(r"--.*", "", file.text)
    words = set(re.findall(r"(?:\bfrom|\bjoin)\s+([a-z_]+)\b(?!\.)", code))
    words.update(re.findall(r"\b[a-z_]+(?=\()", code))
    return words & set(others) - {file.name}


_COLUMN = re.compile(r"^ {4}\S.*?\b(?P<name>[a-z_]+),?\s+-- (?P<comment>.+)$")
