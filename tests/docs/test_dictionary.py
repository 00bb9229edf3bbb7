"""warehouse/README.md describes the public file as it is, with examples from the samples.

`uv run python tests/docs/test_dictionary.py` writes it again; read the difference before you keep
it.
"""

import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from flows.store.reader import Reader, open_public
from tests.sql.test_questions import ingest_samples

PAGE = Path(__file__).parents[2] / "warehouse" / "README.md"
HEAD = """\
# The data dictionary

What `warehouse/news.duckdb` holds. This page is made from the file's own comments by
`uv run python tests/docs/test_dictionary.py`; the table `dictionary` says the same inside the file.
The examples are from the five samples in `seeds/`.

## How things are named

- Ids are stable hashes or words, never counters: `article_id`, `file_id` (SHA-256 of the bytes),
  `entity_id`, `source_id`. A column of the same name in two tables joins them.
- `_on` is a date, `_at` a UTC timestamp unless its comment says otherwise, `is_` and `has_` a
  boolean, `_count` a number of things, `_share` and `_score` a number from 0 to 1.
- `_score` says how sure a guess is, `_basis`, `rule` or `method` how it was made. What is not known
  is null, never a stand-in.
- `char_start` and `char_end` are half-open offsets in characters of the file's text:
  `substr(lines.text, char_start - lines.char_start + 1, char_end - char_start)` is what was found.
- Names in two languages end in `_ar` and `_en`.
- Counts are of articles; copies are folded away into `copies`.
"""
# Differ from run to run, or with every change of the program.
CHANGING = {
    "run_id", "akhbar_version", "parser_version", "build_key", "duckdb_version", "built_at",
    "first_seen_at", "last_seen_at", "started_at", "finished_at", "valid_from", "valid_to",
}  # fmt: skip
SHOWN = 60
KINDS = (("table", "Tables"), ("view", "Views"), ("macro", "Macros"))


def page(reader: Reader) -> str:
    """The whole page."""
    parts = [HEAD]
    for kind, title in KINDS:
        parts.append(f"## {title}\n")
        parts += [section(reader, *row) for row in objects(reader, kind)]
    return "\n".join(parts)


def objects(reader: Reader, kind: str) -> list[Any]:
    return ask(
        reader,
        "select object_name, object_type, data_type, meaning, grain, limits from dictionary "
        f"where column_name is null and object_type = '{kind}' order by object_name",
    )


def section(
    reader: Reader,
    name: str,
    kind: str,
    parameters: str | None,
    meaning: str,
    grain: str,
    limits: str,
) -> str:
    lines = [
        f"### `{name}{parameters or ''}`\n",
        meaning,
        f"*Grain:* {grain}",
        f"*Limits:* {limits}\n",
    ]
    text = "  \n".join(lines[1:])
    if kind == "macro":
        return f"{lines[0]}\n{text}"
    columns = ask(
        reader,
        "select column_name, data_type, meaning from dictionary "
        f"where object_name = '{name}' and column_name is not null order by position",
    )
    rows = [
        f"| `{column}` | {data_type} | {cell(said)} | {example(reader, kind, name, column)} |"
        for column, data_type, said in columns
    ]
    table = "| column | type | meaning | example |\n|---|---|---|---|\n" + "\n".join(rows) + "\n"
    return f"{lines[0]}\n{text}\n{table}"


def example(reader: Reader, kind: str, name: str, column: str) -> str:
    """The first value that is not null; of a view the smallest, for not all views have an order."""
    if column in CHANGING:
        return "…"
    order = "rowid" if kind == "table" else f"{column}::varchar"
    rows = ask(
        reader,
        f"select {column}::varchar from {name} where {column} is not null order by {order} limit 1",
    )
    return cell(shortened(rows[0][0])) if rows else ""


def shortened(value: str) -> str:
    text = " ".join(value.split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def cell(text: str) -> str:
    return text.replace("|", "\\|")


def ask(reader: Reader, query: str) -> list[Any]:
    _, rows = reader.ask(query)
    return rows


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> str:
    with open_public(ingest_samples(tmp_path_factory.mktemp("samples"))) as reader:
        return page(reader)


def test_the_page_is_that_of_the_file(fresh: str) -> None:
    assert PAGE.read_text("utf-8") == fresh, "run `uv run python tests/docs/test_dictionary.py`"


def test_nothing_is_left_without_a_meaning(fresh: str) -> None:
    assert "None" not in fresh
    assert "|  |" not in "\n".join(line.rpartition(" | ")[0] for line in fresh.splitlines())


def main() -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        open_public(ingest_samples(Path(folder))) as reader,
    ):
        PAGE.write_text(page(reader), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
