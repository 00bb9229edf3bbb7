"""The macros of the public file."""

import unicodedata
from collections.abc import Sequence
from datetime import date

import duckdb
import pytest

from flows.store import sql
from flows.text.folding import fold
from tests.sql.conftest import Build, Landed, Warehouse

SPELLINGS = [
    "أُسامة بن لادن إلى مـــؤتمر",
    "١٤٣٦ هـ، ۱۳۹۴ ش",
    "آل سعود ٱلرحمن",
    "سوريا سورية سوريى",
    "شؤون ومسؤولة وهيئة وسئل",
    "ﺍﻟﺴﻼﻡ ﻋﻠﻴﻜﻢ ﻷﻥ ﻹﻳﺮﺍﻥ ﻵﻝ",
    "قال ﷲ وﷺ",
    "کیف ہے ې",
    "من\u00a0دون\u202fفاصل\u3000واسع",
    "\u202bمن اليمين\u202c\u200f و\u00adاصلة\u200d",
    "Reuters 2016 – «نص»",
    "",
]


def ar_fold(texts: Sequence[str | None]) -> list[str | None]:
    with duckdb.connect() as connection:
        connection.execute(sql.statement("macros/ar_fold"))
        query = "select ar_fold(text) from (select unnest($texts::varchar[]) as text)"
        return [folded for (folded,) in connection.execute(query, {"texts": texts}).fetchall()]


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_ar_fold_is_fold(spelling: str) -> None:
    assert ar_fold([spelling]) == [fold(spelling)]


def test_ar_fold_of_nothing_is_nothing() -> None:
    assert ar_fold([None]) == [None]


def test_ar_fold_works_from_outside_its_file(warehouse: Warehouse) -> None:
    # Attached under the name of the macro's own parameter, which must not be taken for a schema.
    with duckdb.connect() as connection:
        connection.execute(f"attach '{warehouse.path}' as x (read_only)")
        assert connection.execute("select x.ar_fold('أﻷ')").fetchall() == [("الا",)]


def test_ar_fold_is_fold_for_every_character() -> None:
    # The ligatures of Presentation Forms-A are left alone, as the macro's own limits say.
    characters = [
        chr(code)
        for code in range(1, 0x10000)
        if unicodedata.category(chr(code)) not in ("Cs", "Cn", "Co")
        and (not 0xFB50 <= code <= 0xFDFF or chr(code) in "ﷲﷺ")
    ]
    texts = [f"<{character}>" for character in characters]
    found = zip(texts, ar_fold(texts), strict=True)
    assert [text for text, folded in found if folded != fold(text)] == []


@pytest.fixture(scope="module")
def warehouse(build: Build) -> Warehouse:
    article = Landed(
        lines=[
            ("headline", "عنوان"),
            ("body", "في 25 مايو، وفي شهر مايو، ثم في روسيا"),
            ("credit", "المصدر: الوكالة"),
        ],
        dates=[
            {"surface": "25 مايو", "begin_on": date(2016, 5, 25)},
            {
                "surface": "شهر مايو",
                "value": "2016-05",
                "begin_on": date(2016, 5, 1),
                "end_on": date(2016, 5, 31),
            },
        ],
        entities=[{"surface": "روسيا", "entity_id": "russia"}],
        sources=[{"surface": "الوكالة", "source_id": "wire", "relation": "credit"}],
    )
    return build(article)


@pytest.mark.parametrize(
    ("day", "surfaces"),
    [
        ("2016-05-25", ["25 مايو", "شهر مايو"]),
        ("2016-05-31", ["شهر مايو"]),
        ("2016-06-01", []),
    ],
)
def test_day_mentions_are_those_that_cover_the_day_nearest_first(
    warehouse: Warehouse, day: str, surfaces: list[str]
) -> None:
    found = warehouse.ask(f"select surface from day_mentions(date '{day}')")
    assert [surface for (surface,) in found] == surfaces


def test_article_evidence_is_every_fact_in_the_order_of_the_text(warehouse: Warehouse) -> None:
    found = warehouse.ask(
        "select fact, surface, meaning from article_evidence((select article_id from articles))"
    )
    assert found == [
        ("published", None, "2016-05-20 (day)"),
        ("headline", "عنوان", None),
        ("date", "25 مايو", ""),
        ("date", "شهر مايو", "2016-05"),
        ("entity", "روسيا", "russia روسيا"),
        ("credit", "الوكالة", "wire"),
    ]


def test_article_evidence_of_no_article_is_empty(warehouse: Warehouse) -> None:
    assert warehouse.ask("from article_evidence('none')") == []


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("روسيا في سوريا", {"syria"}),
        ("سوريا ثم روسيا", {"syria"}),
        ("وصل وفد روسيا. وفي سوريا استقبله وزير.", set()),
        ("سأل وفد روسيا: لماذا؟ وفي سوريا أجيب.", set()),
        ("زادت صادرات روسيا 2.5 في المئة إلى سوريا", {"syria"}),
    ],
)
def test_sentence_neighbours_stand_in_one_sentence(
    build: Build, body: str, names: set[str]
) -> None:
    article = Landed(
        lines=[("headline", "عنوان"), ("body", body)],
        entities=[
            {"surface": "روسيا", "entity_id": "russia"},
            {"surface": "سوريا", "entity_id": "syria"},
        ],
    )
    found = build(article).ask("select entity_id from sentence_neighbours('russia')")
    assert {name for (name,) in found} == names


def test_sentence_neighbours_count_a_mention_once(build: Build) -> None:
    article = Landed(
        lines=[("body", "روسيا وروسيا في سوريا")],
        entities=[
            {"surface": "روسيا", "entity_id": "russia"},
            {"surface": "وروسيا", "entity_id": "russia"},
            {"surface": "سوريا", "entity_id": "syria"},
        ],
    )
    found = build(article).ask(
        "select entity_id, article_count, mention_count from sentence_neighbours('russia')"
    )
    assert found == [("syria", 1, 1)]
