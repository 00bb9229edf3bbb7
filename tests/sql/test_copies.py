"""Copies and reuse are told from templates, and do not depend on the order of arrival."""

import random
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

import polars as pl
import pytest

from flows.batch.schemas import FACTS
from flows.store.ledger import Ledger, open_ledger
from flows.text.sketch import wording

VERSION = "p1"
VOCABULARY = [f"{first}{second}ات" for first in "بتثجحخدذرز" for second in "سشصضطظعغفقكلمن"]
Pair = tuple[str, str, str]


def story(seed: int, length: int = 200) -> list[str]:
    """Words of a made-up article: two seeds share no run of four words."""
    return random.Random(seed).choices(VOCABULARY, k=length)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.duckdb", tmp_path / "spill", "500MB") as opened:
        yield opened


def arrive(
    ledger: Ledger,
    bodies: dict[str, Sequence[str]],
    version: str = VERSION,
    headline_key: int | None = None,
) -> int:
    """The bodies land together, under one headline or none, and are compared; how many were new."""
    rows = []
    for name, words in bodies.items():
        text = " ".join(words)
        found = wording(text, [(0, len(text))])
        columns = (found.words, found.fillings, found.starts, found.ends, found.sketch)
        rows.append((name, found.body_key, headline_key, *columns, "run"))
    schema = {**FACTS["wordings"], "run_id": pl.String}
    frame = pl.DataFrame(rows, schema=schema, orient="row").to_arrow()
    ledger.connection.register("incoming_wordings", frame)
    ledger._run("load_wordings")
    ledger.connection.unregister("incoming_wordings")
    return ledger.compare(version)


def pairs(ledger: Ledger) -> set[Pair]:
    """Kind and names of each pair that stands, the smaller name first."""
    ledger._run("find_standing_pairs")
    rows = ledger.connection.execute(
        "select kind, least(one.file_id, other.file_id), greatest(one.file_id, other.file_id) "
        "from standing_pairs as pairs "
        "join ledger.wordings as one using (body_key) "
        "join ledger.wordings as other on other.body_key = pairs.other_body_key"
    ).fetchall()
    return set(rows)


BASE = story(1)
COPIES = {
    "cut at the end": BASE[:120],
    "cut in the middle": BASE[:70] + BASE[130:],
    "boilerplate around": story(2, 15) + BASE + story(3, 40),
    "boilerplate within": BASE[:90] + story(4, 12) + BASE[90:],
    "paragraphs in another order": BASE[100:] + BASE[:100],
    "some words edited": [w if n % 25 else "محرر" for n, w in enumerate(BASE)],
    "one figure corrected": [*BASE[:99], "14", *BASE[100:]],
}
CUTS = {
    "cut at the beginning, or put behind other news": BASE[80:],
    "shortened to two fifths": BASE[:80],
    "shortened to a fifth": BASE[:40],
    "wire story inside a long article": story(5, 300) + BASE + story(6, 300),
    "its end behind a byline": story(5, 6) + BASE[120:170],
}
REUSE = {
    "the second story of a page, edited": [*story(5, 120), *BASE[:5], *story(8, 5), *BASE[5:100]],
    "its end behind a sentence of its own": story(5, 12) + BASE[120:170],
    "two paragraphs of it": story(7, 200) + BASE[30:90] + story(8, 200),
}
OTHERS = {
    "another story": story(9),
    "a quotation of it": story(10, 150) + BASE[50:70] + story(11, 150),
    "its words in another order": random.Random(1).sample(BASE, len(BASE)),
}


@pytest.mark.parametrize(
    ("kind", "body"),
    [pytest.param("copy", body, id=name) for name, body in COPIES.items()]
    + [pytest.param("cut", body, id=name) for name, body in CUTS.items()]
    + [pytest.param("reuse", body, id=name) for name, body in REUSE.items()]
    + [pytest.param(None, body, id=name) for name, body in OTHERS.items()],
)
def test_what_two_bodies_are_to_each_other(
    ledger: Ledger, kind: str | None, body: list[str]
) -> None:
    arrive(ledger, {"a": BASE, "b": body})
    assert pairs(ledger) == ({(kind, "a", "b")} if kind else set())


def filled(*fillings: str) -> list[str]:
    """A form of 60 words with a slot behind every sixth."""
    frame = story(20, 60)
    words = []
    for number, word in enumerate(frame):
        words.append(word)
        if number % 6 == 5:
            words.append(fillings[number // 6 % len(fillings)])
    return words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(("4", "31", "12", "5"), ("5", "29", "11", "7"), id="figures"),
        pytest.param(("خمسة", "3"), ("سبعة", "8"), id="number words"),
        pytest.param(("السبت", "يناير", "3"), ("الأحد", "فبراير", "4"), id="dates"),
        pytest.param(("الرياض", "بيروت"), ("القاهرة", "دمشق"), id="places"),
        pytest.param(("أحمد", "يوسف"), ("سمير", "خالد"), id="persons"),
        pytest.param(("وصل", "استقبال"), ("غادر", "وداع"), id="opposites"),
        pytest.param(("كتاب", "قلم"), ("دفتر", "لوح"), id="ordinary words"),
    ],
)
def test_two_fillings_of_a_template_are_neither_copy_nor_reuse(
    ledger: Ledger, one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    arrive(ledger, {"a": filled(*one), "b": filled(*other), "c": filled(*one)[:-4]})
    assert pairs(ledger) == {("copy", "a", "c")}


def test_a_form_whose_frame_is_long_is_a_form_still(ledger: Ledger) -> None:
    """Three slots in 150 words: two aid flights, of the fourth and of the fifth plane."""
    one, other = list(BASE[:150]), list(BASE[:150])
    for place, (first, second) in {20: ("4", "5"), 70: ("10", "12"), 120: ("عدن", "جدة")}.items():
        one[place], other[place] = first, second
    arrive(ledger, {"a": one, "b": other})
    assert pairs(ledger) == set()


def test_ordinary_words_that_differ_rarely_are_taken_for_editing(ledger: Ledger) -> None:
    """Known limit: a form with one slot in fifteen words, filled with words of no known kind."""
    words = [w if n % 15 else "كتاب" for n, w in enumerate(BASE)]
    arrive(ledger, {"a": words, "b": [w if w != "كتاب" else "دفتر" for w in words]})
    assert pairs(ledger) == {("copy", "a", "b")}


def test_a_roundup_does_not_join_the_stories_that_it_holds(ledger: Ledger) -> None:
    one, other = story(30, 80), story(31, 84)
    arrive(ledger, {"one": one, "other": other, "roundup": [*one, *other, *story(32, 20)]})
    assert pairs(ledger) == {("cut", "one", "roundup"), ("reuse", "other", "roundup")}


def test_two_cuts_of_an_article_may_share_no_word_of_it(ledger: Ledger) -> None:
    arrive(ledger, {"a": BASE[:90], "b": BASE, "c": BASE[110:]}, headline_key=7)
    assert pairs(ledger) == {("cut", "a", "b"), ("cut", "b", "c")}


def test_a_page_that_holds_two_fillings_is_a_copy_of_the_one_with_which_it_opens(
    ledger: Ledger,
) -> None:
    """A guest arrives; the news that he left tells again how he had arrived."""
    formula, welcome, farewell = story(33, 120), story(34, 60), story(35, 60)
    arrived = [*formula[:20], "وصل", *formula[20:70], "استقبال", *formula[70:], *welcome]
    left = [*formula[:20], "غادر", *formula[20:70], "وداع", *formula[70:], *farewell]
    arrive(ledger, {"arrived": arrived, "both": [*left, *welcome]})
    assert pairs(ledger) == {("copy", "arrived", "both")}, "alone, the page is a longer version"
    arrive(ledger, {"left": left})
    assert pairs(ledger) == {("reuse", "arrived", "both"), ("copy", "both", "left")}


def test_equal_bodies_are_compared_once(ledger: Ledger) -> None:
    assert arrive(ledger, {"a": BASE, "b": BASE, "c": BASE}) == 1
    assert arrive(ledger, {"d": BASE}) == 0


def test_a_body_too_short_to_tell_a_copy_from_a_formula_is_not_compared(ledger: Ledger) -> None:
    assert arrive(ledger, {"a": BASE[:24], "b": BASE[:25]}) == 1


@pytest.mark.parametrize(
    ("shared", "candidate_count"),
    [
        pytest.param(story(40, 10), 0, id="a formula"),
        pytest.param(story(40, 30), 1, id="a paragraph"),
    ],
)
def test_what_shares_a_formula_only_is_not_compared_word_by_word(
    ledger: Ledger, shared: list[str], candidate_count: int
) -> None:
    arrive(ledger, {"a": [*story(50, 30), *shared], "b": [*shared, *story(51, 30)]})
    assert ledger._value("count_candidates") == candidate_count


def test_every_order_of_arrival_gives_the_same_pairs(tmp_path: Path) -> None:
    """The chain a-b-c merges only when b arrives, whenever that is; d is reuse throughout."""
    bodies = {
        "a": BASE[:110],
        "b": BASE,
        "c": BASE[40:],
        "d": story(5, 300) + BASE + story(6, 300),
        "e": story(9),
    }
    found = set()
    for number, order in enumerate(permutations(bodies)):
        if number % 12 == 0:
            path = tmp_path / f"{number}.duckdb"
            with open_ledger(path, tmp_path / "spill", "500MB") as ledger:
                for name in order:
                    arrive(ledger, {name: bodies[name]})
                found.add(frozenset(pairs(ledger)))
    assert len(found) == 1
    assert {("copy", "a", "b"), ("copy", "b", "c"), ("cut", "b", "d")} <= found.pop()


def test_a_run_of_words_that_many_share_is_closed_alike_in_every_order(tmp_path: Path) -> None:
    """80 variants of one story and 60 articles that share no more than a formula of 30 words."""
    bodies = {f"v{n}": [*BASE[: 150 + n % 40], *story(100 + n, 5)] for n in range(80)}
    bodies |= {f"f{n}": [*story(300 + n, 60), *story(40, 30)] for n in range(60)}
    found, looked_at = set(), set()
    for batch_count in (1, 3, 20):
        names = random.Random(batch_count).sample(sorted(bodies), len(bodies))
        path = tmp_path / f"{batch_count}.duckdb"
        with open_ledger(path, tmp_path / "spill", "500MB") as ledger:
            for batch in range(batch_count):
                arrive(ledger, {name: bodies[name] for name in names[batch::batch_count]})
            found.add(frozenset(pairs(ledger)))
            query = "select count(*) from ledger.pairs"
            looked_at.add(ledger.connection.execute(query).fetchall()[0][0])
    assert len(found) == 1
    assert len(looked_at) > 1, "no run was closed by a later arrival: the test is too easy"
    assert {name[0] for _, *both in found.pop() for name in both} == {"v"}


def test_another_parser_version_compares_everything_again(ledger: Ledger) -> None:
    assert arrive(ledger, {"a": BASE, "b": BASE[:120]}) == 2
    before = pairs(ledger)
    assert ledger.compare("p2") == 2
    assert pairs(ledger) == before
    assert ledger.compare("p2") == 0
