"""What people open the public file with can read all of it, and sees each publication."""

import json
from pathlib import Path

import duckdb
import ibis
import pandas as pd
import polars as pl
import pytest
import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from tests.clients.conftest import SEEDS, CommandLine, publish


def test_command_line_reads_every_table_and_view(news: Path, duckdb_command: CommandLine) -> None:
    names = _tables_and_views(news)
    counts = [f"select '{name}' as name, count(*) as n from {name}" for name in names]
    found = json.loads(duckdb_command(news, " union all ".join(counts)))
    with duckdb.connect(news, read_only=True) as connection:
        expected = [{"name": name, "n": connection.table(name).shape[0]} for name in names]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_command_line_calls_the_macros(news: Path, duckdb_command: CommandLine) -> None:
    [folded] = json.loads(duckdb_command(news, "select ar_fold('الأُمّة') as folded"))
    with duckdb.connect(news, read_only=True) as connection:
        expected = connection.sql("select ar_fold('الأُمّة'), ar_fold('الامه')").fetchone()
    assert expected == (folded["folded"], folded["folded"])


def test_sqlalchemy_reflects_tables_views_and_comments(news: Path) -> None:
    inspector = sa.inspect(_engine(news))
    assert {*inspector.get_table_names(), *inspector.get_view_names()} == set(
        _tables_and_views(news)
    )
    assert "one row per distinct article" in str(inspector.get_table_comment("articles")["text"])
    assert all(column["comment"] for column in inspector.get_columns("articles"))


def test_sqlalchemy_sees_a_publication_that_happens_while_it_reads(tmp_path: Path) -> None:
    news = publish(tmp_path / "warehouse", SEEDS[:2])
    engine = _engine(news)
    articles = sa.Table("articles", sa.MetaData(), autoload_with=engine)
    count = sa.select(sa.func.count()).select_from(articles)
    with engine.connect() as before:
        assert before.scalar(count) == 2
        publish(tmp_path / "warehouse", SEEDS)
        assert before.scalar(count) == 2, "an open connection keeps what it has"
    with engine.connect() as after:
        assert after.scalar(count) == 5


# ibis 12 itself calls what duckdb 1.5 and pandas 3 call deprecated.
@pytest.mark.filterwarnings("ignore:fetch_arrow_table", "ignore:The 'future.infer_string'")
def test_ibis_groups_and_joins(news: Path) -> None:
    connection = ibis.duckdb.connect(news, read_only=True)
    try:
        mentions, entities = connection.table("entity_mentions"), connection.table("entities")
        counted = mentions.group_by("entity_id").aggregate(n=mentions.count())
        joined = counted.inner_join(entities, "entity_id")
        wrong = joined.filter(joined.n != joined.mention_count)
        assert joined.count().execute() == entities.count().execute() > 0
        assert wrong.count().execute() == 0
    finally:
        connection.disconnect()


@pytest.mark.parametrize("reader", [pd.DataFrame, pl.DataFrame])
def test_frames_keep_arabic_dates_and_nulls(news: Path, reader: type) -> None:
    statement = "select article_id, headline, published_on from articles order by article_id"
    with duckdb.connect(news, read_only=True) as connection:
        rows = connection.sql(statement).fetchall()
        frame = (
            connection.sql(statement).df()
            if reader is pd.DataFrame
            else (connection.sql(statement).pl())
        )
    assert isinstance(frame, reader)
    assert list(frame["headline"]) == [headline for _, headline, _ in rows]
    found = [None if pd.isna(day) else str(day)[:10] for day in frame["published_on"]]
    assert found == [day and day.isoformat() for *_, day in rows]


def test_polars_reads_through_sqlalchemy(news: Path) -> None:
    frame = pl.read_database("select name_ar, kind from entities", _engine(news).connect())
    assert frame.filter(pl.col("name_ar") == "سوريا")["kind"].to_list() == ["LOC"]


def _engine(news: Path) -> sa.Engine:
    # NullPool: a pooled connection would go on reading the file as it was when first opened.
    return sa.create_engine(
        f"duckdb:///{news}", connect_args={"read_only": True}, poolclass=NullPool
    )


def _tables_and_views(news: Path) -> list[str]:
    with duckdb.connect(news, read_only=True) as connection:
        shown = connection.sql("select table_name from information_schema.tables").fetchall()
    return sorted(name for (name,) in shown)
