"""The export holds every row of every public table, and never half of one."""

import json
from pathlib import Path

import duckdb
import polars as pl
import pytest

from flows import pipeline
from flows.errors import AkhbarError
from flows.settings import Settings
from flows.store.export import export_parquet
from flows.store.reader import open_public

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    settings = Settings(seeds=SEEDS, warehouse=tmp_path_factory.mktemp("warehouse"), workers=1)
    pipeline.ingest(settings)
    return settings.public_file


def test_every_row_of_every_table_is_in_the_export(news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "of today" / "it's أخبار"
    with open_public(news) as reader:
        tables = export_parquet(reader, folder)
    with duckdb.connect(news, read_only=True) as connection:
        names = {
            name for (name,) in connection.sql("select table_name from duckdb_tables()").fetchall()
        }
        assert {table.name for table in tables} == names
        for table in tables:
            columns = ", ".join(
                name for (name, *_) in connection.execute(f"describe {table.name}").fetchall()
            )
            files = str(folder / table.name / "**" / "*.parquet").replace("'", "''")
            read = f"select {columns} from read_parquet('{files}', hive_partitioning = true)"
            here = f"select {columns} from {table.name}"
            assert connection.sql(f"select count(*) from ({here})").fetchone() == (table.row_count,)
            if table.row_count:
                for rest in (f"{here} except all {read}", f"{read} except all {here}"):
                    assert connection.sql(rest).fetchall() == []


def test_articles_lie_in_folders_of_their_months(news: Path, tmp_path: Path) -> None:
    with open_public(news) as reader:
        export_parquet(reader, tmp_path / "out")
    months = {path.name for path in (tmp_path / "out" / "articles").iterdir()}
    assert months >= {"published_month=2016-05", "published_month=unknown"}
    frame = pl.read_parquet(tmp_path / "out" / "articles", hive_partitioning=True)
    dated = frame.filter(pl.col("published_on").is_not_null())
    assert (
        dated["published_month"].to_list() == dated["published_on"].dt.strftime("%Y-%m").to_list()
    )


def test_a_former_export_is_replaced_as_a_whole(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with open_public(news) as reader:
        export_parquet(reader, out)
        (out / "articles" / "stale.parquet").write_bytes(b"of an earlier day")
        export_parquet(reader, out)
    assert not (out / "articles" / "stale.parquet").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["out"], "nothing is left beside it"
    manifest = json.loads((out / "export.json").read_text("utf-8"))
    assert manifest["tables"]["articles"] == {"rows": 5, "partitioned_by": "published_month"}


@pytest.mark.parametrize("stranger", ["notes.txt", "articles"])
def test_a_folder_that_holds_something_else_is_left_alone(
    news: Path, tmp_path: Path, stranger: str
) -> None:
    (tmp_path / stranger).write_text("mine")
    with open_public(news) as reader, pytest.raises(AkhbarError, match="something else"):
        export_parquet(reader, tmp_path)
    assert (tmp_path / stranger).read_text() == "mine"


def test_a_file_in_the_place_of_the_folder_is_left_alone(news: Path, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with open_public(news) as reader, pytest.raises(AkhbarError, match="something else"):
        export_parquet(reader, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "mine"
