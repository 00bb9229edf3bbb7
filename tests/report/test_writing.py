"""When the report is written, and that it never stands in the way of a publication."""

import shutil
from pathlib import Path

import pytest

from flows import pipeline
from flows.errors import AkhbarError
from flows.report import writing
from flows.report.shown import is_current
from flows.report.writing import write_report
from flows.store.reader import run_of
from tests.report.conftest import settings


@pytest.fixture
def root(warehouse: Path, tmp_path: Path) -> Path:
    shutil.copytree(warehouse.parent, tmp_path / "r")
    return tmp_path / "r"


def test_a_publication_writes_the_report_of_itself(warehouse: Path) -> None:
    assert is_current(warehouse / "report.html", run_of(warehouse / "news.duckdb"))


def test_nothing_new_leaves_the_report_alone(root: Path, warehouse: Path) -> None:
    before = (root / "w" / "report.html").stat().st_ino
    assert not pipeline.ingest(settings(root, warehouse.parent / "seeds")).is_published
    assert (root / "w" / "report.html").stat().st_ino == before


def test_a_lost_report_is_written_again_without_a_publication(root: Path, warehouse: Path) -> None:
    (root / "w" / "report.html").unlink()
    assert not pipeline.ingest(settings(root, warehouse.parent / "seeds")).is_published
    assert is_current(root / "w" / "report.html", run_of(root / "w" / "news.duckdb"))


def test_a_report_that_fails_is_a_warning_and_the_next_run_writes_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (root / "seeds" / "more.txt").write_text(
        "وزير الخارجية يزور عمّان\nوصل وزير الخارجية إلى عمّان اليوم.", "utf-8"
    )

    def fails(*_: object) -> None:
        raise KeyError("column\nthat is not there")

    with monkeypatch.context() as patched:
        patched.setattr(writing, "report_page", fails)
        summary = pipeline.ingest(settings(root))
    assert summary.is_published
    assert summary.article_count == 7
    assert summary.report_problem == "KeyError: 'column\\nthat is not there'"
    assert not is_current(root / "w" / "report.html", summary.run_id)
    assert not list((root / "w").glob(".build-*"))
    assert pipeline.ingest(settings(root)).report_problem is None
    assert is_current(root / "w" / "report.html", summary.run_id)


def test_a_place_that_cannot_be_written_is_named_with_its_remedy(warehouse: Path) -> None:
    out = warehouse / "news.duckdb" / "report.html"
    with pytest.raises(AkhbarError, match=r"cannot be written .* Choose another place"):
        write_report(warehouse / "news.duckdb", out)


def test_articles_beyond_the_budget_get_pages_of_their_own(
    warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "EXPLAINED_BYTES", 30_000)
    count = write_report(warehouse / "news.duckdb", tmp_path / "report.html", pages=True)
    pages = list((tmp_path / "explain").glob("*.html"))
    assert 0 < count == len(pages) < 6
    report = (tmp_path / "report.html").read_text("utf-8")
    assert all(f'"{page.stem}":{{' not in report for page in pages)


def test_what_a_drawing_takes_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.report import drawings

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    first = drawings.specifications()
    [kept] = (tmp_path / "akhbar").iterdir()
    monkeypatch.setattr(drawings, "_specifications", lambda: pytest.fail("made again"))
    assert drawings.specifications() == first
    assert kept.name.startswith("charts-")


def test_a_cache_that_cannot_be_written_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.report import drawings

    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert set(drawings.specifications()) >= {"coverage", "matrix"}
