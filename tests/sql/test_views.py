"""The views of the public file."""

from datetime import date

import pytest

from tests.sql.conftest import Build, Landed, Warehouse


@pytest.fixture(scope="module")
def warehouse(build: Build) -> Warehouse:
    first = date(2016, 5, 1)
    return build(
        article("a", first, "wire", "سورية وروسيا"),
        article("b", first, "paper", "سورية"),
        article("c", date(2016, 5, 4), "wire", "سورية", copy_key="k"),
        article("d", date(2016, 5, 9), "wire", "سورية الآن", copy_key="k"),
        article("e", first, None, "سورية", precision="month"),
        article("f", None, None, "لا أحد"),
    )


def article(
    path: str,
    day: date | None,
    publisher: str | None,
    body: str,
    precision: str = "day",
    copy_key: str | None = None,
) -> Landed:
    names = {"سورية": "syria", "روسيا": "russia"}
    return Landed(
        path=path,
        published_on=day,
        precision=precision if day else None,
        copy_key=copy_key,
        lines=[
            ("headline", f"عنوان {path}"),
            ("body", body),
            ("boilerplate", "شارك"),
            ("credit", "وكالات"),
        ],
        entities=[{"surface": n, "entity_id": i} for n, i in names.items() if n in body],
        sources=[{"surface": "folder", "source_id": publisher}] if publisher else [],
    )


def test_articles_by_day_shows_gaps_and_leaves_out_what_has_no_day(warehouse: Warehouse) -> None:
    assert warehouse.ask("from articles_by_day") == [
        (date(2016, 5, 1), 2, 0, 2, False),
        (date(2016, 5, 2), 0, 0, 0, True),
        (date(2016, 5, 3), 0, 0, 0, True),
        (date(2016, 5, 4), 1, 1, 1, False),
    ]


def test_articles_by_source_day_runs_from_the_first_to_the_last_day_of_each(
    warehouse: Warehouse,
) -> None:
    assert warehouse.ask("from articles_by_source_day") == [
        ("paper", date(2016, 5, 1), 1, False),
        ("wire", date(2016, 5, 1), 1, False),
        ("wire", date(2016, 5, 2), 0, True),
        ("wire", date(2016, 5, 3), 0, True),
        ("wire", date(2016, 5, 4), 1, False),
    ]


def test_removed_lines_count_originals_only(warehouse: Warehouse) -> None:
    assert warehouse.ask(
        "select source_id, line_count, char_count, article_count, example from removed_lines "
        "where role = 'boilerplate' order by source_id nulls last"
    ) == [
        ("paper", 1, 4, 1, "شارك"),
        ("wire", 2, 8, 2, "شارك"),
        (None, 2, 8, 2, "شارك"),
    ]


def test_removed_lines_leave_out_what_is_read(warehouse: Warehouse) -> None:
    roles = warehouse.ask("select distinct role from removed_lines order by role")
    assert roles == [("boilerplate",), ("credit",)]


def test_entity_timeline_counts_by_day_of_publication(warehouse: Warehouse) -> None:
    assert warehouse.ask("select entity_id, published_on, article_count from entity_timeline") == [
        ("russia", date(2016, 5, 1), 1),
        ("syria", date(2016, 5, 1), 2),
        ("syria", date(2016, 5, 4), 1),
    ]


def test_entity_cooccurrence_is_of_articles(warehouse: Warehouse) -> None:
    assert warehouse.ask("from entity_cooccurrence") == [
        ("russia", "syria", "روسيا", "سوريا", 1, 0.25)
    ]


def test_naming_choices_are_by_publisher_and_month(warehouse: Warehouse) -> None:
    assert warehouse.ask(
        "select surface, source_id, month_on, article_count from naming_choices "
        "where entity_id = 'syria'"
    ) == [
        ("سورية", "wire", date(2016, 5, 1), 2),
        ("سورية", "paper", date(2016, 5, 1), 1),
        ("سورية", None, date(2016, 5, 1), 1),
    ]


def test_naming_choices_give_the_alef_back_that_a_particle_swallows(build: Build) -> None:
    surfaces = ("المملكة", "لمملكة", "لبنان")  # «للمملكة» is ل and «المملكة»
    warehouse = build(
        Landed(
            lines=[("body", " ثم ".join(surfaces))],
            entities=[{"surface": each, "entity_id": "syria"} for each in surfaces],
        )
    )
    assert warehouse.ask(
        "select surface, mention_count from naming_choices order by mention_count"
    ) == [("لبنان", 1), ("المملكة", 2)]


def test_naming_choices_make_no_month_out_of_a_year(build: Build) -> None:
    warehouse = build(
        Landed(
            lines=[("body", "روسيا")],
            entities=[{"surface": "روسيا", "entity_id": "russia"}],
            published_on=date(2016, 1, 1),
            precision="year",
        )
    )
    assert warehouse.ask("select month_on from naming_choices") == [(None,)]


def test_source_scorecard_has_a_row_for_unknown_publishers(warehouse: Warehouse) -> None:
    assert warehouse.ask(
        "select source_id, article_count, copy_count, headline_share, dated_share, day_share "
        "from source_scorecard"
    ) == [
        ("wire", 2, 1, 1.0, 1.0, 1.0),
        (None, 2, 0, 1.0, 0.5, 0.0),
        ("paper", 1, 0, 1.0, 1.0, 1.0),
    ]


def test_removed_share_is_of_characters(warehouse: Warehouse) -> None:
    # عنوان b + سورية are read, شارك + وكالات are not.
    [(share,)] = warehouse.ask(
        "select removed_share from source_scorecard where source_id = 'paper'"
    )
    assert share == pytest.approx((4 + 6) / (7 + 5 + 4 + 6))


def test_run_scorecard_is_by_run_and_publisher(warehouse: Warehouse) -> None:
    assert warehouse.ask(
        "select run_id, source_id, article_count, dated_share from run_scorecard"
    ) == [("run-1", "wire", 2, 1.0), ("run-1", None, 2, 0.5), ("run-1", "paper", 1, 1.0)]
