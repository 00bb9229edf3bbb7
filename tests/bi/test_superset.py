"""Apache Superset over the public file: charts follow publications, and nobody is ever locked out.

Deselected by default, as it installs Superset (about 500 MB, once) and runs its server:
`uv run pytest -m bi tests/bi`.
"""

import threading
from pathlib import Path

import duckdb
import pytest

from flows import pipeline
from flows.settings import Settings
from tests.bi.conftest import ROOT, Superset

pytestmark = pytest.mark.bi

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def test_a_chart_follows_publications_and_nobody_is_locked_out(
    superset: Superset, tmp_path: Path
) -> None:
    seeds, news = tmp_path / "seeds", tmp_path / "warehouse" / "news.duckdb"
    seeds.mkdir()
    settings = Settings(seeds=seeds, warehouse=news.parent, settle_seconds=0, workers=1)
    _publish(settings, SEEDS[:1])
    dataset = superset.dataset(superset.connect(news), "articles")
    assert superset.descriptions(dataset) == _comments(news, "articles")
    chart = superset.chart(dataset, "article_id")
    shown = [superset.draw(chart)]
    assert superset.holds(news) == [], "no handle stays open between queries"

    stop, errors = threading.Event(), []
    reader = threading.Thread(target=_draw_until, args=(stop, superset, chart, shown, errors))
    reader.start()
    try:
        for seed in SEEDS[1:]:
            _publish(settings, [seed])
            before = len(shown)
            while reader.is_alive() and len(shown) < before + 2:
                stop.wait(0.05)
    finally:
        stop.set()
        reader.join()

    assert errors == []
    counts = [len(each) for each in shown]
    assert counts == sorted(counts), "a chart never goes back to an older file"
    assert counts[0] == 1 and set(counts) >= {2, 3, 4, 5}, "each publication was seen"
    with duckdb.connect(news, read_only=True) as connection:
        rows = connection.sql("select article_id from articles").fetchall()
    assert set(superset.draw(chart)) == {article_id for (article_id,) in rows}


def _publish(settings: Settings, files: list[Path]) -> None:
    for file in files:
        (settings.seeds / file.name).write_bytes(file.read_bytes())
    assert pipeline.ingest(settings).is_published


def _comments(news: Path, table: str) -> dict[str, str]:
    statement = "select column_name, comment from duckdb_columns() where table_name = ?"
    with duckdb.connect(news, read_only=True) as connection:
        return dict(connection.execute(statement, [table]).fetchall())


def _draw_until(
    stop: threading.Event,
    superset: Superset,
    chart: int,
    shown: list[dict[str | None, int]],
    errors: list[BaseException],
) -> None:
    while not stop.is_set():
        try:
            shown.append(superset.draw(chart))
        except BaseException as error:
            errors.append(error)
            return
