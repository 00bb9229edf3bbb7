"""Spellings of one unlisted name are one entity, decided over the corpus; other names are not."""

import random
from itertools import permutations

import pytest

from tests.sql.conftest import Build, Landed

ONE_NAME = [
    ("كوناشنكوف", "كوناشينكوف"),
    ("جولدستون", "غولدستون"),
    ("سيرغي كوناشنكوف", "سيرجي كوناشينكوف"),
    ("سالم القرينزي", "سالم قرينزي"),
    ("دوجلاس كوستا", "دوغلاس كوستا"),
    ("ستيفان يوفتيتش", "ستيفان يوفيتيتش"),
]
TWO_NAMES = [
    ("ماركوس", "ماركيس"),  # a vowel for another vowel
    ("سعد الزبيدلي", "سعيد الزبيدلي"),
    ("محمد الزبيدلي", "محمود الزبيدلي"),
    ("أحمد العلي", "أحمد علي"),  # ال before a given name makes a family name
    ("المحكمة الجزائية", "المحكمة الجزئية"),
    ("سيمون بيرتز", "سيمونا بيرتز"),  # the vowel at the end of a word is a letter of the name
    ("إيغور كوناشنكوف", "أوليغ كوناشنكوف"),
    ("بيرو", "بير"),  # too short to tell
]


def persons(*names: str) -> list[Landed]:
    return [
        Landed(
            lines=[("headline", "عنوان"), ("body", name)],
            path=str(n),
            entities=[{"surface": name, "kind": "PER"}],
        )
        for n, name in enumerate(names)
    ]


@pytest.mark.parametrize("names", ONE_NAME, ids=" = ".join)
def test_spellings_are_one_entity(build: Build, names: tuple[str, str]) -> None:
    warehouse = build(*persons(*names))
    assert warehouse.ask("select count(*), max(article_count) from entities") == [(1, 2)]
    assert sorted(warehouse.ask("select name from entity_names")) == sorted((n,) for n in names)


@pytest.mark.parametrize("names", TWO_NAMES, ids=" / ".join)
def test_names_are_two_entities(build: Build, names: tuple[str, str]) -> None:
    assert build(*persons(*names)).ask("select count(*) from entities") == [(2,)]


def test_a_person_and_a_place_of_one_name_are_two(build: Build) -> None:
    place = Landed(
        lines=[("headline", "عنوان"), ("body", "كوناشينكوف")],
        path="b",
        entities=[{"surface": "كوناشينكوف"}],
    )
    assert build(*persons("كوناشنكوف"), place).ask("select count(*) from entities") == [(2,)]


def test_the_id_is_the_same_in_any_order_and_by_any_way_round(build: Build) -> None:
    spellings = ["جيورجيوس دونيس", "جورجيوس دونيس", "جورجيس دونيس"]
    ids = {
        tuple(build(*persons(*order)).ask("select entity_id, mention_count from entities"))
        for order in permutations(spellings)
    }
    assert [[count for _, count in found] for found in ids] == [[3]]


def test_many_names_of_the_same_consonants_stay_apart(build: Build) -> None:
    vowels = ["", "ا", "ي", "و"]
    names = [f"ب{a}ر{b}ت{c}م" for a in vowels for b in vowels for c in vowels]
    random.Random(1).shuffle(names)
    assert build(*persons(*names)).ask("select count(*) from entities") == [(64,)]
