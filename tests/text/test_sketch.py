"""A sketch estimates what two texts share, and spelling does not count."""

import random

import numpy as np
import pytest

from flows.lexicon import rows
from flows.text.body_words import body_words
from flows.text.folding import fold
from flows.text.sketch import SHINGLE, Wording, sketch_of, wording
from flows.text.slots import DATE, FIGURE, NAME, OPPOSITE, word_codes
from flows.text.word_hashes import hashes_of

WORDS = [f"كلمة{number}" for number in range(5000)]


def whole(text: str) -> Wording:
    return wording(text, [(0, len(text))])


def filling(word: str) -> int:
    return int(whole(word).fillings[0])


def numbered(*ranges: range) -> list[int]:
    words = np.array([number * 7919 for each in ranges for number in each], np.uint32)
    return sketch_of(words).tolist()


@pytest.mark.parametrize(
    "variant",
    [
        "وَصَلَ ١٤ ضيفاً إلى غـــزة أمسِ",
        "وصل 14 ضيفا الي غزه امس",
        "\u202bوصل\u202c 14 ضيفاً\u200f، إلى «غزة» (أمس)!",
        "وصل\n14\tضيفاً\u00a0إلى غزة_أمس",
        "وصل 14ضيفاً إلى غزة أمس",
    ],
)
def test_spelling_and_punctuation_do_not_change_the_words(variant: str) -> None:
    expected = whole("وصل 14 ضيفاً إلى غزة أمس")
    assert whole(variant).words.tolist() == expected.words.tolist()
    assert whole(variant).body_key == expected.body_key


@pytest.mark.parametrize("other", ["وصل 15 ضيفا", "وصل 14 ضيوف", "14 وصل ضيفا", "وصل 1 4 ضيفا"])
def test_another_figure_word_or_order_is_another_body(other: str) -> None:
    assert whole(other).body_key != whole("وصل 14 ضيفا").body_key


@pytest.mark.parametrize(
    ("apart", "together"),
    [
        ("عبد العزيز", "عبدالعزيز"),
        ("نجران و جازان", "نجران وجازان"),
        ("1436 هـ", "1436هـ"),
        ("ال 23 كشافا", "ال23 كشافا"),
        ("خمس مدارس", "5 مدارس"),
        ("الدفعة الثالثة", "الدفعه 3"),
    ],
)
def test_what_newsrooms_write_in_two_ways_is_one(apart: str, together: str) -> None:
    assert whole(apart).body_key == whole(together).body_key


def test_words_stand_where_the_offsets_say() -> None:
    text = "عنوان\nقالَ «الوزيـر»: ـ 45% و عبد الله\nليس هذا\nثم 7أيام 🙂 أمس"
    spans = [(6, text.index("ليس")), (text.index("ثم"), len(text))]
    found = wording(text, spans)
    surfaces = [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]
    assert surfaces == ["قالَ", "الوزيـر", "45", "و عبد الله", "ثم", "7", "أيام", "أمس"]
    assert len(found.words) == len(found.fillings) == 8


@pytest.mark.parametrize("text", ["", "و", "عبد", "و 5", "ـو", "َ", "5", "و و", "ﷺ", "ﻻ", "x١"])
def test_every_text_has_as_many_words_as_places(text: str) -> None:
    found = body_words(f"{text} {text}", [(0, 2 * len(text) + 1)])
    assert len(found.hashes) == len(found.is_figure) == len(found.starts) == len(found.ends)
    assert np.all(found.starts < found.ends)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("ﻻ شيء", id="a ligature of two letters"),
        pytest.param("عبد ﷲ و ﷴ", id="ligatures behind words that are joined"),
        pytest.param("كلمة " * 3000 + "أخرى", id="a long text"),
        pytest.param("ا" * 200 + " ب", id="a word longer than any"),
        pytest.param("Reuters İstanbul STRAßE", id="Latin letters"),
    ],
)
def test_a_text_and_its_folded_form_have_the_same_words(text: str) -> None:
    folded = str(fold(text))
    one, other = body_words(text, [(0, len(text))]), body_words(folded, [(0, len(folded))])
    assert one.hashes.tolist() == other.hashes.tolist()
    assert one.ends[-1] == len(text)


def test_a_ligature_of_a_phrase_is_one_word() -> None:
    text = "قال ﷺ ثم"
    found = body_words(text, [(0, len(text))])
    surfaces = [text[s:e] for s, e in zip(found.starts, found.ends, strict=True)]
    assert surfaces == text.split()
    assert found.hashes[1] == hashes_of(["صلياللهعليهوسلم"])[0]


def test_a_word_that_hardly_ends_is_told_from_another() -> None:
    one, other = "ا" * 100 + "ب", "ا" * 100 + "ت"
    assert whole(one).words.tolist() != whole(other).words.tolist()


def test_adjoining_spans_are_one_text() -> None:
    assert len(wording("كلمتان", [(0, 3), (3, 6)]).words) == 1
    assert len(wording("كلمتان", []).words) == 0


@pytest.mark.parametrize("text", ["", " \n", "ـ", "َ", "\u200f", "🙂", "\ud800", "كلمة"])
def test_a_text_without_four_words_has_an_empty_sketch(text: str) -> None:
    assert whole(text).sketch.tolist() == []


def test_a_short_text_keeps_every_run_of_words() -> None:
    assert len(numbered(range(60))) == 60 - SHINGLE + 1


def test_what_a_long_text_keeps_of_a_passage_the_short_one_keeps_too() -> None:
    short, long = set(numbered(range(100, 160))), set(numbered(range(1000)))
    bound = max(long)
    assert {value for value in short if value <= bound} == short & long
    assert short & long


@pytest.mark.parametrize("share", [0.1, 0.25, 0.5, 0.9])
def test_containment_is_estimated(share: float) -> None:
    inside = int(800 * share)
    one = set(numbered(range(inside), range(10_000, 10_800 - inside)))
    other = set(numbered(range(3000)))
    assert len(one & other) / len(one) == pytest.approx(share, abs=0.15)


def test_the_sketch_does_not_depend_on_the_order_of_sentences() -> None:
    sentences = [range(start, start + 50) for start in range(0, 1000, 50)]
    shuffled = random.Random(1).sample(sentences, len(sentences))
    one, other = set(numbered(*sentences)), set(numbered(*shuffled))
    assert len(one & other) / len(one | other) > 0.8


def test_the_key_and_the_sketch_are_the_same_in_every_process_and_version() -> None:
    found = whole("بلغ السعر 45 دولارا أمس في بيروت")
    assert found.words[2] == 3471770648
    assert found.body_key == 11523114071077219368
    assert found.sketch.tolist() == [
        6562734141661158094,
        8138629218909870628,
        15997174536296547940,
        17252102334966457004,
    ]


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("15", FIGURE),
        ("خمسه", FIGURE),
        ("الرابعه", FIGURE),
        ("السبت", DATE),
        ("رمضان", DATE),
        ("الرياض", NAME),
        ("وبيروت", NAME),
        ("لبيروت", NAME),
        ("مغادرته", OPPOSITE),
        ("الطقس", 0),
        ("والطقس", 0),
        ("في", 0),
    ],
)
def test_words_that_fill_in_a_template_are_known(word: str, kind: int) -> None:
    assert filling(word) & 7 == kind


@pytest.mark.parametrize(
    ("one", "other"),
    [("3", "ثلاثه"), ("وثلاثه", "3"), ("بيروت", "وبيروت"), ("هبط", "وانخفض"), ("السبت", "والسبت")],
)
def test_the_same_filling_is_one_however_it_is_written(one: str, other: str) -> None:
    assert filling(one) == filling(other) != 0


@pytest.mark.parametrize("row", rows("opposite_words"), ids=lambda row: row["form"])
def test_opposites_are_found_where_their_row_says(row: dict[str, str]) -> None:
    direction = int(word_codes(hashes_of([row["direction"]]))[0]) & ~7 | OPPOSITE
    examples = {name: fold(row[name]).split() for name in ("example", "counter_example")}
    assert direction in map(filling, examples["example"])
    assert direction not in map(filling, examples["counter_example"])
