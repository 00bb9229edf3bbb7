"""The queries of the report, on articles written by hand."""

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from flows.report.contents import gather
from flows.store.reader import Reader
from tests.sql.conftest import Build, Landed, Warehouse

FIRST = date(2016, 5, 1)  # a Sunday


def article(path: str, day: date | None, publisher: str | None, **more: Any) -> Landed:  # noqa: ANN401
    return Landed(
        path=path,
        published_on=day,
        precision="day" if day else None,
        lines=[("headline", f"عنوان {path}"), ("body", f"{path} المملكة وقال لمملكة وسورية")],
        entities=[
            {"surface": "المملكة", "entity_id": "russia"},
            {"surface": "لمملكة", "entity_id": "syria"},
            {"surface": "سورية", "entity_id": "syria"},
        ],
        sources=[{"surface": "folder", "source_id": publisher}] if publisher else [],
        **more,
    )


def gathered(warehouse: Warehouse, table: str) -> list[dict[str, Any]]:
    return gather(Reader(warehouse.connection)).tables[table].records()


def period(warehouse: Warehouse) -> dict[str, Any]:
    return dict(gather(Reader(warehouse.connection)).period)


@pytest.fixture(scope="module")
def warehouse(build: Build) -> Warehouse:
    days = [("a", 0, "wire"), ("b", 0, None), ("c", 3, "wire"), ("d", 5, "paper")]
    files = [article(path, FIRST + timedelta(n), publisher) for path, n, publisher in days]
    return build(*files, article("e", None, "paper"))


@pytest.mark.parametrize(
    ("days", "step", "steps"),
    [
        (62, "day", 63),
        (700, "week", 101),
        (4500, "month", 148),
        (4501, "year", 13),
    ],
)
def test_the_step_grows_with_the_period(build: Build, days: int, step: str, steps: int) -> None:
    warehouse = build(article("a", FIRST, "wire"), article("b", FIRST + timedelta(days), "wire"))
    assert period(warehouse)["step"] == step
    coverage = gathered(warehouse, "coverage")
    assert len(coverage) == steps <= 150
    assert sum(row["article_count"] for row in coverage) == 2
    for row, following in pairwise(coverage):
        assert row["step_end_on"] == following["step_on"]


def test_the_days_between_are_shown_though_nothing_appeared(warehouse: Warehouse) -> None:
    counts = [row["article_count"] for row in gathered(warehouse, "coverage")]
    assert counts == [2, 0, 0, 1, 0, 1]
    assert period(warehouse)["undated_count"] == 1


def test_a_publisher_is_silent_only_between_its_own_first_and_last_day(
    warehouse: Warehouse,
) -> None:
    rows = [
        (row["source"], row["step_on"].day, row["article_count"])
        for row in gathered(warehouse, "coverage_by_source")
    ]
    assert rows == [
        ("الوكالة", 1, 1),
        ("الوكالة", 2, 0),
        ("الوكالة", 3, 0),
        ("الوكالة", 4, 1),
        ("الصحيفة", 6, 1),
        ("غير معروف", 1, 1),
    ]


def test_one_article_far_away_does_not_stretch_the_period(build: Build) -> None:
    files = [article(f"n{n}", FIRST + timedelta(n), "wire") for n in range(100)]
    warehouse = build(*files, article("old", date(1965, 12, 1), "wire"))
    found = period(warehouse)
    assert (found["first_on"], found["outside_count"]) == (FIRST, 1)
    assert found["min_on"] == date(1965, 12, 1)
    assert sum(row["article_count"] for row in gathered(warehouse, "coverage")) == 100


def test_without_any_dated_article_there_is_no_time_to_show(build: Build) -> None:
    warehouse = build(article("a", None, "wire"))
    assert period(warehouse)["dated_count"] == 0
    assert gathered(warehouse, "coverage") == []


def test_a_particle_does_not_make_another_form_of_a_name(build: Build) -> None:
    # «للمملكة» is ل and «المملكة», whose alef is not written; «لبنان» begins with its own ل.
    def named(path: str, *surfaces: str) -> Landed:
        return Landed(
            path=path,
            lines=[("headline", path), ("body", " و".join(surfaces))],
            entities=[{"surface": each, "entity_id": "syria"} for each in surfaces],
        )

    warehouse = build(
        named("a", "المملكة", "سورية"),
        named("b", "المملكة", "سورية"),
        named("c", "لمملكة", "لبنان"),
    )
    forms: dict[str, int] = {}
    for row in gathered(warehouse, "naming"):
        forms[row["form"]] = forms.get(row["form"], 0) + row["mention_count"]
    assert forms == {"المملكة": 3, "سورية": 2, "لبنان": 1}


def test_a_reprint_and_a_credit_tie_giver_to_taker(build: Build) -> None:
    original = article("a", FIRST, "wire", copy_key="k")
    reprint = article("b", FIRST + timedelta(2), "paper", copy_key="k")
    credited = Landed(
        path="c",
        lines=[("headline", "خبر"), ("body", "نص الخبر الأول"), ("credit", "الوكالة")],
        sources=[
            {"surface": "folder", "source_id": "paper"},
            {"surface": "الوكالة", "source_id": "wire", "relation": "credit"},
        ],
    )
    ties = {
        row["way"]: (row["giver"], row["taker"], row["text_count"], row["median_lag_days"])
        for row in gathered(build(original, reprint, credited), "reprints")
    }
    assert ties == {
        "copy": ("الوكالة", "الصحيفة", 1, 2),
        "credit": ("الوكالة", "الصحيفة", 1, None),
    }
