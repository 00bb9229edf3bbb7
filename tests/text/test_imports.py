"""Imports go one way, and each heavy library has one door: DESIGN's layout, kept by walking it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]

# lexicon -> text -> landing -> batch, store -> report -> pipeline -> the command and the Prefect
# flows. A module may import its own layer's package and the layers named here; base modules none.
BASE = {"errors", "settings", "bidi"}
MAY_IMPORT = {
    "lexicon": set(),
    "text": {"lexicon"},
    "landing": {"lexicon", "text", "base"},
    "batch": {"lexicon", "text", "landing", "base"},
    "store": {"lexicon", "text", "base"},
    "base": set(),
    "report": {"lexicon", "text", "store", "base"},
    "pipeline": {"lexicon", "text", "landing", "batch", "store", "report", "base"},
    "front": {"lexicon", "text", "landing", "batch", "store", "report", "base", "pipeline"},
}
PIPELINE = {"pipeline", "parsing"}
FLOWS = {"ingest", "rebuild", "check", "serving", "tasks", "showing", "silence", "warm"}
# Arrow is the bridge between polars and DuckDB, and reads Parquet that lands a batch at a time.
ONLY_IN = {
    "prefect": "flows",
    "duckdb": "store",
    "polars": "batch",
    "pyarrow": "batch store landing",
    "trafilatura": "text",
}
# Pure path arithmetic (PurePosixPath) touches no disk.
IMPURE = {"time", "os", "random", "pathlib", "shutil", "tempfile", "subprocess", "secrets", "uuid"}
# Run once by hand; they read other people's databases, not the warehouse.
CURATION = ("flows", "curation")
CLOCK = {"now", "today", "utcnow"}
SQL = re.compile(
    r"\s*(select\s.+\sfrom\s|insert\s+(or\s+\w+\s+)?into\s|delete\s+from\s|update\s+\S+\s+set\s"
    r"|create\s+(or\s+replace\s+)?(temp\w*\s+)?(table|view|macro|schema|index|type|sequence)\s"
    r"|attach\s+(if\s|database\s|['\"])|copy\s+(\(|\S+\s+(to|from)\s)|with\s+\w+\s+as\s*\()",
    re.IGNORECASE | re.DOTALL,
)


class Import(NamedTuple):
    module: str
    line: int
    is_for_types: bool


@pytest.mark.parametrize("path", sorted((ROOT / "flows").rglob("*.py")), ids=str)
def test_module_keeps_to_its_layer(path: Path) -> None:
    assert violations(path.relative_to(ROOT).with_suffix("").parts, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("module", "source", "word"),
    [
        ("flows/text/roles", "from flows.batch import facts_of", "flows.batch"),
        ("flows/text/roles", "from flows.settings import Settings", "flows.settings"),
        ("flows/text/roles", "from flows import store", "flows.store"),
        ("flows/text/roles", "def f():\n    import duckdb", "duckdb"),
        ("flows/text/roles", "import os.path", "os"),
        ("flows/text/roles", "from pathlib import Path", "pathlib"),
        ("flows/text/roles", "from datetime import date\nday = date.today()", "today"),
        ("flows/text/roles", "import datetime\nat = datetime.datetime.now()", "now"),
        ("flows/text/roles", "file = open('words.txt')", "open"),
        ("flows/lexicon/__init__", "from flows.text.folding import fold", "flows.text"),
        ("flows/store/build", "from flows.batch import facts_of", "flows.batch"),
        ("flows/store/build", "import polars as pl", "polars"),
        ("flows/batch/rows", "import duckdb", "duckdb"),
        ("flows/batch/rows", "from flows import pipeline", "flows.pipeline"),
        ("flows/report/page", "from flows.batch import rows", "flows.batch"),
        ("flows/report/page", "import duckdb", "duckdb"),
        ("flows/pipeline", "from flows.cli import main", "flows.cli"),
        ("flows/pipeline", "from prefect import flow", "prefect"),
        ("flows/cli", "from prefect import flow", "prefect"),
        ("flows/pipeline", "import pyarrow.parquet", "pyarrow"),
        ("flows/landing/reading", "from flows.batch import facts_of", "flows.batch"),
        ("flows/text/roles", "from flows.landing import Seen", "flows.landing"),
        ("flows/settings", "from flows.store import sql", "flows.store"),
        ("flows/store/build", "q = 'select file_id from ledger.files'", "SQL"),
        ("flows/store/build", "q = f'create or replace table {name} as'", "SQL"),
        ("flows/store/build", 'q = """\n  INSERT INTO t values (1)"""', "SQL"),
        ("flows/cli", "q = 'attach \\'news.duckdb\\' as news'", "SQL"),
    ],
)
def test_the_walker_catches(module: str, source: str, word: str) -> None:
    found = violations(tuple(module.split("/")), source)
    assert len(found) == 1
    assert word in found[0]


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("flows/text/roles", "from flows.lexicon import rows\nfrom flows.text.lines import Line"),
        ("flows/text/roles", "from datetime import date\nfrom pathlib import PurePosixPath"),
        ("flows/batch/rows", "import polars\nfrom flows.text.roles import label_lines"),
        ("flows/batch/__init__", "from flows.batch import rows"),
        ("flows/store/build", "import duckdb\nfrom flows.errors import AkhbarError"),
        ("flows/store/build", "if TYPE_CHECKING:\n    import polars as pl"),
        ("flows/ingest", "from prefect import flow\nfrom flows import pipeline"),
        ("flows/cli", "def f():\n    from flows.store.reader import open_public"),
        ("flows/landing", "x = 'Copy the file into the landing folder.'"),
        ("flows/store/sql", '"""select a from b"""\ndef f():\n    """create table t (a int)"""'),
    ],
)
def test_the_walker_lets_pass(module: str, source: str) -> None:
    assert violations(tuple(module.split("/")), source) == []


def violations(parts: tuple[str, ...], source: str) -> list[str]:
    # Every sentence names the line and what is wrong with it.
    tree = ast.parse(source)
    found = [
        f"line {line}: SQL text in Python; it belongs in a file under sql/"
        for line, text in strings_that_are_no_docstrings(tree)
        if SQL.match(text) and parts[:2] != CURATION
    ]
    found += [
        f"line {imported.line}: {'/'.join(parts)} imports {reason}"
        for imported in imports(tree)
        if (reason := why_not(parts, imported))
    ]
    if parts[:2] == ("flows", "text"):
        found += [f"line {line}: {name} reads the clock or the disk" for line, name in acts(tree)]
    return found


def why_not(parts: tuple[str, ...], imported: Import) -> str | None:
    layer = layer_of(parts)
    top, *rest = imported.module.split(".")
    if top == "flows":
        target = layer_of(("flows", *rest)) if rest else layer
        return None if target in MAY_IMPORT[layer] | {layer} else f"{imported.module} ({target})"
    if layer == "text" and top in IMPURE and ".Pure" not in imported.module:
        return f"{top}: the text modules are pure"
    if top not in ONLY_IN or imported.is_for_types:
        return None
    if top == "prefect":
        return None if parts[1] in FLOWS else "prefect, which only the flows may"
    doors = ONLY_IN[top]
    return None if layer in doors.split() else f"{top}, which only {doors} may"


def layer_of(parts: tuple[str, ...]) -> str:
    name = parts[1] if len(parts) > 1 else "base"
    if name in {"lexicon", "text", "landing", "batch", "store", "report"}:
        return name
    if name in BASE or name == "__init__":
        return "base"
    return "pipeline" if name in PIPELINE else "front"


def imports(tree: ast.AST) -> Iterator[Import]:
    for_types = {
        inner
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, node in for_types)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"line {node.lineno}: imports are absolute here"
            if node.module in {"flows", "pathlib"}:
                for alias in node.names:
                    yield Import(f"{node.module}.{alias.name}", node.lineno, node in for_types)
            else:
                yield Import(str(node.module), node.lineno, node in for_types)


def acts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK:
                yield node.lineno, node.func.attr
            if isinstance(node.func, ast.Name) and node.func.id == "open":
                yield node.lineno, "open"


def strings_that_are_no_docstrings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    docstrings = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in docstrings:
            yield node.lineno, node.value if isinstance(node.value, str) else ""
