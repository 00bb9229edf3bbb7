"""A ledger of an earlier version is brought up to date from the bytes that it holds."""

import shutil
from pathlib import Path

import duckdb
import pytest

from flows import pipeline
from flows.errors import AkhbarError
from flows.settings import Settings
from flows.store import sql
from flows.store.ledger import FACT_TABLES
from flows.store.reader import open_public

SEEDS = Path(__file__).parents[2] / "seeds"


def settings(warehouse: Path) -> Settings:
    return Settings(seeds=SEEDS, warehouse=warehouse, workers=1, settle_seconds=0)


def test_facts_of_another_layout_are_made_again(tmp_path: Path) -> None:
    pipeline.ingest(settings(tmp_path))
    with open_public(tmp_path / "news.duckdb") as reader:
        before = reader.digests()
    with duckdb.connect(tmp_path / "ledger.duckdb") as ledger:
        ledger.execute("alter table lines drop column rule")
        ledger.execute("update state set facts_layout = 'of an earlier version'")
    summary = pipeline.ingest(settings(tmp_path))
    assert summary.kept_count == 0
    assert summary.parsed_count == 5
    with open_public(tmp_path / "news.duckdb") as reader:
        assert reader.digests() == before


def test_every_table_of_facts_is_dropped_with_the_others() -> None:
    statement = sql.statement("steps/drop_facts")
    for table in (*FACT_TABLES, "facts"):
        assert f"drop table ledger.{table};" in statement


def test_a_ledger_that_cannot_be_read_is_named_with_its_remedy(tmp_path: Path) -> None:
    (tmp_path / "ledger.duckdb").write_bytes(b"no database" * 1000)
    with pytest.raises(AkhbarError, match=r"ledger\.duckdb: the ledger cannot be opened"):
        pipeline.ingest(settings(tmp_path))


def test_a_public_file_that_cannot_be_read_is_built_again(tmp_path: Path) -> None:
    pipeline.ingest(settings(tmp_path))
    shutil.copy(tmp_path / "news.duckdb", tmp_path / "sound.duckdb")
    (tmp_path / "news.duckdb").unlink()
    (tmp_path / "news.duckdb").write_bytes(b"no database" * 1000)
    assert pipeline.ingest(settings(tmp_path)).is_published
    with (
        open_public(tmp_path / "news.duckdb") as made,
        open_public(tmp_path / "sound.duckdb") as sound,
    ):
        assert made.digests() == sound.digests()
