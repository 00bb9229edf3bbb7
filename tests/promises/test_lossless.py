"""Nothing is lost and every fact is proved, read from the public file as an analyst would."""

import hashlib
import shutil
from pathlib import Path

import duckdb
import pytest

from flows.text.lines import is_blank
from flows.text.reading import Reading, read
from tests.promises.conftest import ingest

SPANS = {
    "entity_mentions": "surface",
    "date_mentions": "surface",
    "article_sources": "surface",
    "article_tags": "tag",
    "related_headlines": "headline",
}


@pytest.fixture(scope="module")
def news(corpus: list[Path], tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    root = tmp_path_factory.mktemp("lossless")
    (root / "seeds").mkdir()
    for file in corpus:
        shutil.copy(file, root / "seeds")
    ingest(root / "seeds", root / "w")
    return duckdb.connect(root / "w" / "news.duckdb", read_only=True)


@pytest.fixture(scope="module")
def raw(corpus: list[Path]) -> dict[str, bytes]:
    """The bytes on disk by their SHA-256."""
    contents = [file.read_bytes() for file in corpus]
    return {hashlib.sha256(content).hexdigest(): content for content in contents}


@pytest.fixture(scope="module")
def texts(news: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The lines of each file, put end to end."""
    rows = news.execute(
        "select file_id, string_agg(text || ending, '' order by line_no, segment_no)"
        " from lines group by file_id"
    )
    return dict(rows.fetchall())


def test_every_readable_file_is_there(texts: dict[str, str], raw: dict[str, bytes]) -> None:
    assert set(texts) == set(raw)


def test_the_lines_put_end_to_end_are_the_text_and_encode_back_to_the_bytes(
    texts: dict[str, str], raw: dict[str, bytes]
) -> None:
    for file_id, content in raw.items():
        reading = read(content)
        assert isinstance(reading, Reading)
        assert texts[file_id] == reading.text
        assert reading.encode() == content


@pytest.mark.parametrize("table", SPANS)
def test_every_fact_carries_the_characters_that_prove_it(
    table: str, news: duckdb.DuckDBPyConnection, texts: dict[str, str]
) -> None:
    rows = news.execute(
        f"select file_id, char_start, char_end, {table}.{SPANS[table]}"
        f" from {table} join articles using (article_id) where char_start is not null"
    ).fetchall()
    assert rows
    for file_id, start, end, surface in rows:
        assert texts[file_id][start:end] == surface


def test_headlines_and_summaries_stand_in_the_text(
    news: duckdb.DuckDBPyConnection, texts: dict[str, str]
) -> None:
    rows = news.execute("select file_id, headline, summary from articles").fetchall()
    for file_id, headline, summary in rows:
        assert headline is None or headline in texts[file_id]
        assert summary is None or summary in texts[file_id]


def test_every_line_that_shows_something_has_one_role_and_the_rule_that_gave_it(
    news: duckdb.DuckDBPyConnection,
) -> None:
    rows = news.execute("select text, role, rule from lines").fetchall()
    guilty = [
        (text, role, rule)
        for text, role, rule in rows
        if not ((role is None and rule is None) if is_blank(text) else (role and rule))
    ]
    assert guilty == []


def test_an_articles_body_is_exactly_its_body_and_subheading_lines(
    news: duckdb.DuckDBPyConnection, texts: dict[str, str]
) -> None:
    lines: dict[str, list[str]] = {}
    for file_id, text in news.execute(
        "select file_id, text from lines where role in ('body', 'subheading')"
        " order by file_id, line_no, segment_no"
    ).fetchall():
        lines.setdefault(file_id, []).append(text.strip())
    for file_id, body in news.execute("select file_id, body from articles").fetchall():
        assert [line.strip() for line in (body or "").split("\n") if line.strip()] == [
            line for line in lines.get(file_id, []) if line
        ]
