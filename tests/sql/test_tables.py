"""What the public tables make of the ledger."""

import hashlib
import itertools
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pytest

from flows.store import sql
from tests.sql.conftest import Build, Landed, Warehouse


def text(*body: str) -> list[tuple[str, str]]:
    return [("headline", "عنوان"), *(("body", line) for line in body)]


# Of each pair the first is the original, whichever landed first.
ORIGINALS = {
    "the earlier day": ({"published_on": date(2016, 5, 1)}, {"published_on": date(2016, 5, 2)}),
    "the dated before the undated": (
        {"published_on": date(2016, 5, 2)},
        {"published_on": None, "precision": None},
    ),
    "the earlier minute of a day": (
        {"precision": "minute", "published_at": datetime(2016, 5, 20, 9)},
        {"precision": "minute", "published_at": datetime(2016, 5, 20, 10)},
    ),
    "a day before a month that may end later": (
        {"published_on": date(2016, 5, 30)},
        {"published_on": date(2016, 5, 1), "precision": "month"},
    ),
    "a month before a year that may end later": (
        {"published_on": date(2016, 3, 1), "precision": "month"},
        {"published_on": date(2016, 1, 1), "precision": "year"},
    ),
    "the longer where both are of one day": (
        {"lines": text("نص طويل جدا هنا")},
        {"lines": text("نص")},
    ),
}


@pytest.mark.parametrize("pair", ORIGINALS.values(), ids=ORIGINALS)
def test_original_of_copies_is(build: Build, pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    first, second = (
        Landed(**({"lines": text(name), "path": name, "copy_key": "k"} | facts))
        for name, facts in zip("ba", pair, strict=True)
    )
    warehouse = build(second, first)
    assert warehouse.ask("select file_id, copy_count from articles") == [(first.file_id, 1)]
    assert warehouse.ask("select file_id, article_id, kind, score from copies") == [
        (second.file_id, first.article_id, "exact", 1.0)
    ]


def test_original_of_equals_is_the_smallest_id(build: Build) -> None:
    files = [Landed(lines=text(word), path=word, copy_key="k") for word in ("نصر", "نصف", "نصح")]
    assert build(*files).ask("select file_id from articles") == [
        (min(file.file_id for file in files),)
    ]


def test_files_without_a_common_key_are_no_copies(build: Build) -> None:
    warehouse = build(Landed(lines=text("نص"), path="a"), Landed(lines=text("نصر"), path="b"))
    assert warehouse.ask("select status, count(*) from files group by status") == [("article", 2)]


def test_one_content_under_two_names_is_one_article(build: Build) -> None:
    warehouse = build(Landed(lines=text("نص"), path="b"), Landed(lines=text("نص"), path="a"))
    assert warehouse.ask("select status, path, path_count from files") == [("article", "a", 2)]
    assert warehouse.ask("select path from arrivals") == [("a",), ("b",)]


def test_content_that_no_name_holds_is_superseded(build: Build) -> None:
    former = Landed(lines=text("نسخة أولى"), is_current=False, copy_key="k")
    latter = Landed(lines=text("نسخة ثانية"), copy_key="k")
    warehouse = build(former, latter)
    assert sorted(warehouse.ask("select file_id, status, article_id from files")) == sorted(
        [(former.file_id, "superseded", None), (latter.file_id, "article", latter.article_id)]
    )
    assert warehouse.ask("select copy_count from articles") == [(0,)]
    assert warehouse.ask(
        f"select distinct article_id from lines where file_id = '{former.file_id}'"
    ) == [(None,)]


def test_content_that_one_of_its_names_still_holds_is_not_superseded(build: Build) -> None:
    kept = Landed(lines=text("نص"), path="b")
    moved = Landed(lines=text("نص"), path="a", is_current=False)
    assert build(moved, kept).ask("select status, path from files") == [("article", "b")]


def test_rejects_are_contents_and_names_without_one(build: Build) -> None:
    empty = Landed(lines=[], path="c.txt", reject_reason="empty", is_current=False)
    refusal = {"landing": "seeds", "path": "d.txt", "byte_count": 1, "modified_ns": 1}
    refusal |= {"reason": "unreadable", "detail": "why", "remedy": "do"}
    refusal |= {"first_seen_at": empty.landed_at, "run_id": "run-1"}
    warehouse = build(empty, refusals=[refusal])
    assert warehouse.ask("select file_id, path, reason from rejects") == [
        (empty.file_id, "c.txt", "empty"),
        (None, "d.txt", "unreadable"),
    ]
    assert warehouse.ask("select status, article_id from files") == [("rejected", None)]


def test_body_is_its_body_and_subheading_lines_trimmed(build: Build) -> None:
    lines = [
        ("headline", "عنوان"),
        ("caption", "صورة"),
        ("body", "\t فقرة\u00a0أولى \u3000"),
        (None, "   "),
        ("subheading", "عنوان فرعي"),
        ("body", "فقرة  ثانية، ١٢ مُحمّداً"),
        ("credit", "وكالات"),
    ]
    warehouse = build(Landed(lines=lines))
    assert warehouse.ask("select body, word_count from articles") == [
        ("فقرة\u00a0أولى\nعنوان فرعي\nفقرة  ثانية، ١٢ مُحمّداً", 8)
    ]


def test_article_without_a_body_has_none(build: Build) -> None:
    warehouse = build(Landed(lines=[("headline", "عنوان")]))
    assert warehouse.ask("select body, word_count, headline from articles") == [
        (None, None, "عنوان")
    ]


def test_publisher_is_the_surest_and_then_the_first(build: Build) -> None:
    warehouse = build(
        Landed(
            lines=text("الوكالة الصحيفة المجهول"),
            sources=[
                {"surface": "الصحيفة", "source_id": "paper", "basis": "source_line"},
                {"surface": "الوكالة", "source_id": "wire", "basis": "byline"},
                {"surface": "المجهول", "score": 0.5},
                {"surface": "نص آخر", "source_id": "unused", "relation": "cited", "score": 1.0},
            ],
        )
    )
    assert warehouse.ask("select source_id, source_basis from articles") == [("wire", "byline")]


def test_publisher_that_is_not_listed_leaves_its_basis(build: Build) -> None:
    warehouse = build(Landed(lines=text("المجهول"), sources=[{"surface": "المجهول"}]))
    assert warehouse.ask("select source_id, source_basis from articles") == [(None, "folder")]
    assert warehouse.ask("select * from sources") == []


def test_an_outlet_that_only_passes_on_words_is_a_source(build: Build) -> None:
    warehouse = build(
        Landed(
            lines=[("headline", "خبر"), ("body", "قال الوزير إن الخطة ماضية")],
            quotes=[{"surface": "إن الخطة ماضية", "channel_source_id": "wire"}],
        )
    )
    assert warehouse.ask("select source_id, article_count from sources") == [("wire", 0)]
    assert warehouse.results["every_reference_is_found"] == 0


def test_sources_are_those_that_play_a_part(build: Build) -> None:
    article = Landed(
        lines=text("الوكالة ثم الوكالة"),
        path="a",
        copy_key="k",
        sources=[{"surface": "الوكالة", "source_id": "wire", "relation": "cited"}],
    )
    copy = Landed(
        lines=text("نص"),
        path="b",
        copy_key="k",
        published_on=date(2016, 5, 30),
        sources=[{"surface": "folder", "source_id": "paper"}],
    )
    assert build(article, copy).ask(
        "select source_id, article_count, published_count, copy_count from sources"
    ) == [("paper", 0, 0, 1), ("wire", 1, 0, 0)]


def test_unlisted_name_is_an_entity_per_kind_and_spelling(build: Build) -> None:
    body = "قرية الحدود وقريه الحدود وقرية الحدود حيث شركة الحدود"
    mentions = [
        {"surface": "قرية الحدود", "name_key": "قريه الحدود"},
        {"surface": "قريه الحدود", "name_key": "قريه الحدود"},
        {"surface": "شركة الحدود", "name_key": "شركه الحدود", "kind": "ORG"},
    ]
    warehouse = build(Landed(lines=text(body), entities=mentions))
    village = f"x-loc-{hashlib.md5('قريه الحدود'.encode()).hexdigest()[:12]}"
    company = f"x-org-{hashlib.md5('شركه الحدود'.encode()).hexdigest()[:12]}"
    assert sorted(warehouse.ask("select entity_id, kind, is_listed, name_ar from entities")) == [
        (village, "LOC", False, "قرية الحدود"),
        (company, "ORG", False, "شركة الحدود"),
    ]
    assert sorted(
        warehouse.ask("select name, is_preferred, source from entity_names order by name")
    ) == [
        ("شركة الحدود", True, "text"),
        ("قرية الحدود", True, "text"),
        ("قريه الحدود", False, "text"),
    ]


def test_name_of_an_unlisted_entity_is_the_one_written_most(build: Build) -> None:
    bodies = ["الضيعة", "الضيعه", "الضيعه هنا"]
    files = [
        Landed(
            lines=text(body),
            path=body,
            entities=[{"surface": body.split()[0], "name_key": "الضيعه"}],
        )
        for body in bodies
    ]
    assert build(*files).ask("select name_ar, article_count, mention_count from entities") == [
        ("الضيعه", 3, 3)
    ]


def test_listed_entity_without_a_row_in_the_list_is_named_by_its_surface(build: Build) -> None:
    mention = {"surface": "وزارة البريد", "entity_id": "xx-post", "kind": "ORG"}
    warehouse = build(Landed(lines=text("وزارة البريد"), entities=[mention]))
    assert warehouse.ask("select entity_id, kind, name_ar, is_listed from entities") == [
        ("xx-post", "ORG", "وزارة البريد", False)
    ]
    assert warehouse.ask("select name, source from entity_names") == [("وزارة البريد", "text")]


def test_names_of_a_listed_entity_are_the_listed_ones(build: Build) -> None:
    mention = {"surface": "سوريانا", "entity_id": "syria"}
    warehouse = build(Landed(lines=text("سوريانا"), entities=[mention]))
    assert warehouse.ask("select name, is_preferred, source from entity_names") == [
        ("سوريا", True, "curated"),
        ("سورية", False, "curated"),
    ]
    assert warehouse.ask("select name_en, wikidata_id from entities") == [("Syria", "Q858")]


def test_mentions_of_copies_are_not_counted(build: Build) -> None:
    files = [
        Landed(
            lines=text(f"روسيا {path}"),
            path=path,
            copy_key="k",
            entities=[{"surface": "روسيا", "entity_id": "russia"}],
            dates=[{"surface": path, "begin_on": date(2016, 5, 1)}],
            tags=[path],
            related=[path],
        )
        for path in "ab"
    ]
    warehouse = build(*files)
    for table in ("entity_mentions", "date_mentions", "article_tags", "related_headlines"):
        assert warehouse.ask(f"select count(*) from {table}") == [(1,)]
    assert warehouse.ask("select article_count, mention_count from entities") == [(1, 1)]
    assert warehouse.ask("select count(*), count(article_id) from lines") == [(4, 4)]


def test_quotes_of_copies_are_not_counted_and_unlisted_speakers_have_their_id(
    build: Build,
) -> None:
    said: dict[str, Any] = {
        "quotes": [{"surface": "إن الطريق آمن", "speaker_surface": "سامي"}],
        "entities": [{"surface": "سامي", "kind": "PER"}],
        "copy_key": "k",
    }
    original = Landed(
        path="a.txt", lines=text("قال سامي إن الطريق آمن."), published_on=date(2016, 5, 1), **said
    )
    copy = Landed(
        path="b.txt", lines=text("قال سامي إن الطريق آمن"), published_on=date(2016, 5, 2), **said
    )
    warehouse = build(copy, original)
    assert warehouse.ask(
        "select quotes.article_id, quotes.surface, entities.name_ar "
        "from quotes join entities on entities.entity_id = quotes.speaker_entity_id"
    ) == [(original.article_id, "إن الطريق آمن", "سامي")]
    assert warehouse.ask("select count(*) from quotes") == [(1,)]


def test_mention_has_the_role_of_its_line(build: Build) -> None:
    warehouse = build(
        Landed(
            lines=[("headline", "روسيا"), ("body", "سوريا"), ("tags", "وسوم")],
            entities=[{"surface": "سوريا"}, {"surface": "روسيا"}],
            dates=[{"surface": "وسوم"}],
        )
    )
    assert warehouse.ask("select surface, line_no, role from entity_mentions") == [
        ("روسيا", 1, "headline"),
        ("سوريا", 2, "body"),
    ]
    assert warehouse.ask("select role from date_mentions") == [("tags",)]


def calendar(build: Build, *mentioned: date) -> Warehouse:
    mentions = [{"surface": f"يوم {n}", "begin_on": day} for n, day in enumerate(mentioned)]
    return build(Landed(lines=text(*(row["surface"] for row in mentions)), dates=mentions))


def test_calendar_has_whole_years_that_are_spoken_of_and_none_between(build: Build) -> None:
    warehouse = calendar(build, date(1905, 6, 1))
    assert warehouse.ask(
        "select year, min(date_on), max(date_on), count(*) from dates group by year order by year"
    ) == [
        (1905, date(1905, 1, 1), date(1905, 12, 31), 365),
        (2016, date(2016, 1, 1), date(2016, 12, 31), 366),
    ]


def test_calendar_is_bounded(build: Build) -> None:
    warehouse = calendar(build, date(622, 7, 16), date(1899, 12, 31), date(2101, 1, 1))
    assert warehouse.ask("select distinct year from dates") == [(2016,)]


CALENDAR = {
    "2016-05-20": "2016 2 5 20 2016-05-15 الجمعة Friday مايو أيار May 1437 8 13 شعبان",
    "2016-05-15": "2016 2 5 15 2016-05-15 الأحد Sunday مايو أيار May 1437 8 8 شعبان",
    "2016-05-14": "2016 2 5 14 2016-05-08 السبت Saturday مايو أيار May 1437 8 7 شعبان",
    # The list of Hijri months begins on 8 April and ends on 5 July: of other days it says nothing.
    "2016-04-07": "2016 2 4 7 2016-04-03 الخميس Thursday أبريل نيسان April - - - -",
    "2016-04-08": "2016 2 4 8 2016-04-03 الجمعة Friday أبريل نيسان April 1437 7 1 رجب",
    "2016-07-05": "2016 3 7 5 2016-07-03 الثلاثاء Tuesday يوليو تموز July 1437 9 30 رمضان",
    "2016-07-06": "2016 3 7 6 2016-07-03 الأربعاء Wednesday يوليو تموز July - - - -",
}


@pytest.mark.parametrize("day", CALENDAR)
def test_calendar_knows_its_days(build: Build, day: str) -> None:
    warehouse = calendar(build)
    query = (
        "select year, quarter, month, day, week_start_on, weekday_ar, weekday_en, month_ar, "
        "month_levantine_ar, month_en, hijri_year, hijri_month, hijri_day, hijri_month_ar "
        f"from dates where date_on = '{day}'"
    )
    [row] = warehouse.ask(query)
    assert " ".join("-" if value is None else str(value) for value in row) == CALENDAR[day]


def test_clock_readings_are_utc(build: Build) -> None:
    seen_at = datetime(2026, 1, 1, 12, 30, tzinfo=UTC)
    warehouse = build(Landed(lines=text("نص"), landed_at=seen_at))
    for table in ("files", "arrivals", "articles"):
        assert warehouse.ask(f"select first_seen_at from {table}") == [
            (seen_at.replace(tzinfo=None),)
        ]


def test_order_of_arrival_does_not_matter(build: Build) -> None:
    files = [
        Landed(
            lines=text(f"روسيا وقرية الحدود {path}"),
            path=path,
            copy_key="k" if path in "ab" else None,
            entities=[{"surface": "روسيا", "entity_id": "russia"}, {"surface": "قرية الحدود"}],
            sources=[{"surface": "روسيا", "source_id": "wire", "score": 0.5}, {"surface": path}],
        )
        for path in "abc"
    ]
    builds = [build(*order) for order in itertools.permutations(files)]
    tables = [file.name for file in sql.files("tables")]
    rows = [{t: w.ask(f"select * from {t} order by all") for t in tables} for w in builds]
    assert all(found == rows[0] for found in rows)


def test_empty_ledger_makes_an_empty_file_that_keeps_its_promises(build: Build) -> None:
    warehouse = build()
    assert set(warehouse.results.values()) == {0}
    assert warehouse.ask("select count(*) from dates") == [(0,)]


def test_every_file_says_purpose_grain_and_limits() -> None:
    for folder in ("tables", "views", "macros"):
        for file in sql.files(folder):
            lines = file.comment.splitlines()
            assert len(lines) == 3, file.name
            assert lines[1].startswith("Grain: "), file.name
            assert lines[2].startswith("Limits: "), file.name


def test_every_column_is_explained_where_it_is_made(build: Build) -> None:
    connection: duckdb.DuckDBPyConnection = build().connection
    for folder in ("tables", "views"):
        for file in sql.files(folder):
            columns = [name for name, *_ in connection.table(file.name).description]
            assert [name for name, _ in file.columns] == columns, file.name


def test_column_types_are_those_that_every_client_knows(build: Build) -> None:
    # The index of words is for macros to read; its lists keep it small.
    types = build().ask(
        "select distinct data_type from duckdb_columns() "
        "where database_name = current_database() and column_name <> 'places'"
    )
    known = {"VARCHAR", "BIGINT", "INTEGER", "DOUBLE", "BOOLEAN", "DATE", "TIMESTAMP"}
    assert {name for (name,) in types} <= known


def test_the_content_digest_tells_content_and_not_its_making(build: Build) -> None:
    def digest(*files: Landed) -> str:
        [(found,)] = build(*files).ask("select content_digest from meta")
        return str(found)

    one = Landed(lines=text("نصر"), path="one.txt", landed_at=datetime(2026, 1, 1, tzinfo=UTC))
    other = Landed(lines=text("نصف"), path="other.txt")
    later = Landed(lines=text("نصر"), path="one.txt", landed_at=datetime(2026, 3, 3, tzinfo=UTC))
    assert digest(one, other) == digest(other, later)
    assert digest(one) != digest(one, other)
    assert digest(one) != digest(Landed(lines=text("نصح"), path="one.txt"))
