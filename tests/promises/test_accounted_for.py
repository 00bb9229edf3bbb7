"""Files seen = articles + copies + superseded versions + rejected, each with its reason."""

import shutil
from pathlib import Path

import duckdb

from tests.promises.conftest import SEEDS, ingest

STORY = "عنوان الخبر الأول هنا\n\nأعلنت الوزارة اليوم عن خطة جديدة لدعم المزارعين في الريف.\n"


def statuses(warehouse: Path) -> dict[str, str]:
    with duckdb.connect(warehouse / "news.duckdb", read_only=True) as news:
        return dict(news.execute("select path, status from files").fetchall())


def rejects(warehouse: Path) -> dict[str, str]:
    with duckdb.connect(warehouse / "news.duckdb", read_only=True) as news:
        return dict(news.execute("select path, reason from rejects").fetchall())


def test_articles_copies_superseded_versions_and_rejects_add_up(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    for seed in SEEDS:
        shutil.copy(seed, seeds)
    text = SEEDS[0].read_text(encoding="utf-8")
    (seeds / "spaced.txt").write_text(text.replace(" ", "  "), encoding="utf-8")
    (seeds / "same.txt").write_bytes(SEEDS[0].read_bytes())
    (seeds / "edited.txt").write_text(STORY, encoding="utf-8")
    (seeds / "empty.txt").write_bytes(b"")
    (seeds / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    (seeds / "english.txt").write_text("No Arabic word is found in this file.\n" * 3)
    (seeds / "table.ods").write_bytes(b"PK")
    (seeds / "out.txt").symlink_to("/etc/hostname")
    (seeds / "gone.txt").symlink_to(seeds / "nowhere")
    (seeds / "folder.txt").mkdir()
    (seeds / ".hidden.txt").write_text(STORY)
    ingest(seeds, warehouse)
    (seeds / "edited.txt").write_text(STORY.replace("الوزارة", "الحكومة"), encoding="utf-8")
    summary = ingest(seeds, warehouse)

    with duckdb.connect(warehouse / "news.duckdb", read_only=True) as news:
        counted = dict(news.execute("select status, count(*) from files group by all").fetchall())
    assert counted == {"article": 6, "copy": 1, "superseded": 1, "rejected": 3}
    assert rejects(warehouse) == {
        "empty.txt": "empty",
        "picture.txt": "binary",
        "english.txt": "not_arabic",
        "table.ods": "unsupported_format",
        "out.txt": "outside_landing",
        "gone.txt": "unreadable",
    }
    counts = (summary.article_count, summary.copy_count, summary.superseded_count)
    assert counts == (6, 1, 1)
    assert summary.reject_count == 6


def test_a_rejected_name_that_is_mended_becomes_an_article(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    (seeds / "a.txt").symlink_to(seeds / "nowhere")
    ingest(seeds, warehouse)
    assert rejects(warehouse) == {"a.txt": "unreadable"}
    (seeds / "a.txt").unlink()
    (seeds / "a.txt").write_text(STORY, encoding="utf-8")
    ingest(seeds, warehouse)
    assert rejects(warehouse) == {}
    assert statuses(warehouse) == {"a.txt": "article"}


def test_a_file_that_leaves_the_landing_folder_stays_in_the_warehouse(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    (seeds / "a.txt").write_text(STORY, encoding="utf-8")
    ingest(seeds, warehouse)
    (seeds / "a.txt").unlink()
    ingest(seeds, warehouse)
    assert statuses(warehouse) == {"a.txt": "article"}


def test_a_former_version_that_comes_back_is_the_current_one_again(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    for number in (1, 2, 1):
        (seeds / "a.txt").write_text(STORY * number, encoding="utf-8")
        ingest(seeds, warehouse)
    with duckdb.connect(warehouse / "news.duckdb", read_only=True) as news:
        [(length,)] = news.execute(
            "select byte_count from files where status = 'article'"
        ).fetchall()
        assert length == len(STORY.encode())


def test_names_that_no_text_can_hold_are_kept_under_an_escaped_name(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    name = bytes(seeds) + b"/\xff\n'\" \xd8\xae\xd8\xa8\xd8\xb1.txt"
    with open(name, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(STORY)
    ingest(seeds, warehouse)
    assert statuses(warehouse) == {"\\xff\n'\" خبر.txt": "article"}


def test_weeks_begin_with_the_day_that_the_settings_name(tmp_path: Path) -> None:
    seeds, warehouse = tmp_path / "seeds", tmp_path / "w"
    seeds.mkdir()
    shutil.copy(SEEDS[2], seeds)
    query = "select distinct weekday_en from dates where date_on = week_start_on"
    expected = "select begin_on::varchar from date_mentions where surface = 'أواخر الأسبوع الماضي'"
    for day, first in (("Sunday", "2016-06-12"), ("Monday", "2016-06-06")):
        ingest(seeds, warehouse, week_starts_on=day.lower())
        with duckdb.connect(warehouse / "news.duckdb", read_only=True) as news:
            assert news.execute(query).fetchall() == [(day,)]
            assert news.execute(expected).fetchall() == [(first,)]
