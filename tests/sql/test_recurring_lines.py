"""Furniture that only many pages together give away, and what repeats but is none."""

import itertools
from collections.abc import Sequence
from typing import Any

import pytest

from flows.store import sql
from tests.sql.conftest import Build, Landed, Warehouse

FOLLOW = "لا تفوت جديد قناتنا على الشبكات"  # do not miss what is new on our channel
PROSE = "وقال المتحدث في الخبر رقم {} إن اللجنة ستعقد اجتماعا ثانيا لبحث الخطة قبل نهاية الشهر."
ENTITY = {"surface": "قناتنا", "kind": "ORG"}


def article(
    number: int,
    *around: tuple[str, str],
    outlet: str | None = "paper",
    above: Sequence[tuple[str, str]] = (),
    **more: object,
) -> Landed:
    """Headline, two paragraphs of its own with `above` between them, then the lines `around`."""
    source = [{"surface": "folder", "source_id": outlet}] if outlet else []
    lines = [
        ("headline", f"الخبر {number}"),
        ("body", PROSE.format(number)),
        *above,
        ("body", f"{PROSE.format(number)} وهذه بقية الخبر {number}."),
        *around,
    ]
    defaults = {"path": f"{number}.txt", "sources": source}
    return Landed(**(defaults | {"lines": lines} | more))


def roles(warehouse: Warehouse, text: str) -> set[tuple[str, str]]:
    found = warehouse.ask(f"select distinct role, rule from lines where text = '{text}'")
    return {(role, rule) for role, rule in found}


FURNITURE = {("boilerplate", "repeats_across_articles")}


def test_line_becomes_furniture_with_the_fifth_article(build: Build) -> None:
    files = [article(number, ("body", FOLLOW), entities=[ENTITY]) for number in range(5)]
    four, five = build(*files[:4]), build(*files)
    assert roles(four, FOLLOW) == {("body", "body_rule")}
    assert all(FOLLOW in body for (body,) in four.ask("select body from articles"))
    assert four.ask("select count(*) from entity_mentions") == [(4,)]
    assert roles(five, FOLLOW) == FURNITURE
    assert not any(FOLLOW in body for (body,) in five.ask("select body from articles"))
    assert five.ask("select count(*) from entity_mentions") == [(0,)]
    assert set(five.results.values()) == {0}


def test_own_role_and_the_evidence_stay_visible(build: Build) -> None:
    warehouse = build(*(article(number, ("body", FOLLOW)) for number in range(6)))
    assert warehouse.ask(
        "select distinct own_role, own_rule, score from lines where role = 'boilerplate'"
    ) == [("body", "body_rule", 1.0)]
    assert warehouse.ask(
        "select distinct source_id, layout, place, article_count, outlet_article_count, share "
        "from recurring_lines"
    ) == [("paper", None, "tail", 6, 6, 1.0)]
    assert warehouse.ask(
        "select line_count, example from removed_lines where rule = 'repeats_across_articles'"
    ) == [(6, FOLLOW)]


def test_mentions_dates_and_sources_in_furniture_go_with_it(build: Build) -> None:
    cited = {"surface": "الشبكات", "source_id": "wire", "relation": "cited"}
    folder = {"surface": "folder", "source_id": "paper"}
    files = [
        article(
            number,
            ("body", FOLLOW),
            dates=[{"surface": "جديد"}],
            sources=[folder, cited],
            tags=["قناتنا"],
        )
        for number in range(5)
    ]
    for count, left in ((4, 4), (5, 0)):
        warehouse = build(*files[:count])
        for table in ("date_mentions", "article_tags"):
            assert warehouse.ask(f"select count(*) from {table}") == [(left,)], table
        assert warehouse.ask("select count(*) from article_sources where relation = 'cited'") == [
            (left,)
        ]
        assert {name for name, guilty in warehouse.results.items() if guilty} == set()


@pytest.mark.parametrize("role", ["body", "unknown"])
def test_spelling_and_marks_do_not_hide_a_repetition(build: Build, role: str) -> None:
    spellings = ["الأخبار الأكثر قراءة", "الاخبار الاكثر قراءه", "» الأخبار الأكثر قراءة «"]
    files = [article(number, (role, spellings[number % 3])) for number in range(6)]
    assert [roles(build(*files), text) for text in spellings] == [FURNITURE] * 3


# What repeats and is data: how it is labelled, and what stands in it.
DATA: dict[str, tuple[str, str, dict[str, Any]]] = {
    "byline": ("byline", "كمال الراشد – جدة", {}),
    "agency credit": ("credit", "وكالات", {}),
    "dateline": ("dateline", "الجمعة 20 مايو 2016", {}),
    "standfirst": ("summary", "تغطية خاصة", {}),
    "caption": ("caption", "صورة من الأرشيف", {}),
    "a person's name in the story": ("body", "كمال الراشد", {"entities": [
        {"surface": "كمال الراشد", "kind": "PER"}]}),
    "agency within a line": ("body", "عن الوكالة", {"sources": [
        {"surface": "الوكالة", "source_id": "wire", "relation": "credit"},
        {"surface": "folder", "source_id": "paper", "score": 1.0}]}),
    "closing sentence": ("body", "ولم تعلن أي جهة مسؤوليتها عن الهجوم.", {}),
    "background paragraph": ("body", "ويشهد البلد منذ سنوات أزمة مالية حادة أدت إلى ارتفاع "
        "الأسعار وتراجع قيمة العملة", {}),
    "label over a paragraph": ("subheading", "خلفية", {}),
    "question over a paragraph": ("subheading", "ماذا حدث في تلك الليلة؟", {}),
}  # fmt: skip


@pytest.mark.parametrize(("role", "text", "more"), DATA.values(), ids=DATA)
def test_data_that_repeats_stays(build: Build, role: str, text: str, more: dict[str, Any]) -> None:
    warehouse = build(*(article(number, (role, text), **more) for number in range(8)))
    assert roles(warehouse, text) == {(role, f"{role}_rule")}


@pytest.mark.parametrize("text", ["خلفية", "وجاء في البيان ما يلي:"])
def test_label_and_lead_in_within_the_story_stay(build: Build, text: str) -> None:
    role = "body" if text.endswith(":") else "subheading"
    files = [article(number, above=[(role, text)]) for number in range(20)]
    assert roles(build(*files), text) == {(role, f"{role}_rule")}


def test_line_that_is_a_byline_elsewhere_stays(build: Build) -> None:
    files = [article(number, ("body", "قسم المتابعة")) for number in range(8)]
    signed = article(9, ("byline", "قسم المتابعه"))
    assert roles(build(*files), "قسم المتابعة") == FURNITURE
    assert roles(build(*files, signed), "قسم المتابعة") == {("body", "body_rule")}


def test_copies_are_no_repetition(build: Build) -> None:
    files = [
        article(number, ("body", FOLLOW), copy_key="k" if number > 2 else None)
        for number in range(8)
    ]
    assert roles(build(*files), FOLLOW) == {("body", "body_rule")}


def test_updates_of_one_story_are_no_repetition(build: Build) -> None:
    story = [("body", f"{PROSE.format(0)} وهذه هي الفقرة الأطول التي تبقى في كل نسخة منه.")]
    files = [
        article(number, lines=[("headline", f"خبر {number}"), *story, ("body", FOLLOW)])
        for number in range(8)
    ]
    assert roles(build(*files), FOLLOW) == {("body", "body_rule")}


def test_superseded_versions_are_no_repetition_and_keep_their_roles(build: Build) -> None:
    files = [article(number, ("body", FOLLOW), is_current=number < 4) for number in range(8)]
    assert roles(build(*files), FOLLOW) == {("body", "body_rule")}
    added = [article(number, ("body", FOLLOW)) for number in range(8, 12)]
    found = build(*files, *added).ask(
        "select status, count(*) from lines join files using (file_id) "
        "where rule = 'repeats_across_articles' group by status"
    )
    assert found == [("article", 8)]


def test_another_outlets_articles_do_not_count(build: Build) -> None:
    files = [
        article(number, ("body", FOLLOW), outlet="paper" if number % 2 else "wire")
        for number in range(8)
    ]
    assert roles(build(*files), FOLLOW) == {("body", "body_rule")}


def test_a_column_of_a_large_outlet_is_no_furniture(build: Build) -> None:
    column = [article(number, ("body", FOLLOW)) for number in range(5)]
    others = [article(number) for number in range(5, 60)]
    assert roles(build(*column, *others[:40]), FOLLOW) == FURNITURE
    assert roles(build(*column, *others), FOLLOW) == {("body", "body_rule")}


def test_a_line_that_wanders_is_no_furniture(build: Build) -> None:
    files = [
        article(number, ("body", FOLLOW))
        if number % 2
        else article(number, above=[("body", FOLLOW)])
        for number in range(10)
    ]
    assert roles(build(*files), FOLLOW) == {("body", "body_rule")}


def test_unknown_outlet_falls_back_to_the_layout(build: Build) -> None:
    alike = [article(number, ("body", FOLLOW), outlet=None) for number in range(5)]
    warehouse = build(*alike)
    assert roles(warehouse, FOLLOW) == FURNITURE
    assert warehouse.ask("select distinct source_id, layout from recurring_lines") == [
        (None, " | headline_rule | -")
    ]
    dated = [
        Landed(lines=[*file.lines, ("dateline", date)], path=file.path)
        for file, date in zip(
            alike,
            ["20 مايو 2016", "1 أبريل 2016", "2016/05/20", "2016-05-21", "الجمعة"],
            strict=True,
        )
    ]
    assert roles(build(*dated), FOLLOW) == {("body", "body_rule")}
    foldered = [
        Landed(lines=file.lines, path=f"{'ab'[number % 2]}/{file.path}")
        for number, file in enumerate(alike)
    ]
    assert roles(build(*foldered), FOLLOW) == {("body", "body_rule")}


def test_order_of_arrival_does_not_matter(build: Build) -> None:
    files = [article(number, ("body", FOLLOW), entities=[ENTITY]) for number in range(6)]
    tables = [file.name for file in sql.files("tables")]
    found = [
        {table: warehouse.ask(f"select * from {table} order by all") for table in tables}
        for order in itertools.islice(itertools.permutations(files), 0, 720, 179)
        for warehouse in [build(*order)]
    ]
    assert len(found) == 5
    assert all(rows == found[0] for rows in found)
