"""Quotations: case by case, the gold samples, and what holds of whatever text."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.batch.rows import READ_ROLES
from flows.text.entities import find_entities
from flows.text.model import Quote
from flows.text.quotes import find_quotes
from flows.text.roles import label_lines

ROOT = Path(__file__).parents[2]
Row = dict[str, Any]
CASES = [
    pytest.param(
        case,
        id=f"{path.stem}: {case['label']}",
        marks=pytest.mark.xfail(reason=case["known_failure"], strict=True)
        if "known_failure" in case
        else (),
    )
    for path in sorted((ROOT / "tests/cases/quotes").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_case(case: Row) -> None:
    text = case["text"]
    found = find_quotes(text, find_entities(text))
    assert case["expect"] == [
        [q.form, q.surface, q.speaker_surface, q.verb, q.channel_source_id] for q in found
    ]


@pytest.fixture(scope="module")
def samples() -> list[tuple[list[Row], list[Quote]]]:
    """For each sample what was marked by hand and what is found."""
    gold: dict[str, list[Row]] = defaultdict(list)
    for line in (ROOT / "tests/gold/quotes.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        gold[row["document"]].append(row)
    return [
        (rows, found_in((ROOT / "seeds" / name).read_bytes().decode()))
        for name, rows in gold.items()
    ]


def found_in(text: str) -> list[Quote]:
    labels = [label for label in label_lines(text) if label.role in READ_ROLES]
    return find_quotes(text, find_entities(text), (), labels)


def test_direct_quotations_of_the_samples_are_found_with_speaker_verb_and_channel(
    samples: list[tuple[list[Row], list[Quote]]],
) -> None:
    for rows, found in samples:
        expected = {key(row): row for row in rows if row["form"] == "direct"}
        direct = {(q.start, q.end): q for q in found if q.form == "direct"}
        assert direct.keys() == expected.keys()
        for place, row in expected.items():
            quote = direct[place]
            assert quote.speaker_surface == row["speaker_surface"]
            assert (quote.speaker_start, quote.speaker_end) == speaker(row)
            # The text that calls Peter Cook "باتريك" errs: the knowledge base need not follow.
            if row["speaker_surface"] != "باتريك كوك":
                assert quote.speaker_entity_id == row["speaker_entity_id"]
            assert quote.verb == row["verb"]
            assert quote.channel_source_id == row["channel_source_id"]


def test_names_titles_and_mocking_quotes_are_no_quotations(
    samples: list[tuple[list[Row], list[Quote]]],
) -> None:
    for rows, found in samples:
        decoys = {key(row) for row in rows if row["form"] == "decoy"}
        assert decoys.isdisjoint((quote.start, quote.end) for quote in found)


def test_reported_speech_of_the_samples_is_found_with_its_speaker(
    samples: list[tuple[list[Row], list[Quote]]],
) -> None:
    hits, wanted, given_, speakers = 0, 0, 0, 0
    for rows, found in samples:
        expected = {key(row): row for row in rows if row["form"] == "reported"}
        reported = {(q.start, q.end): q for q in found if q.form == "reported"}
        both = expected.keys() & reported.keys()
        hits, wanted, given_ = hits + len(both), wanted + len(expected), given_ + len(reported)
        speakers += sum(
            reported[place].speaker_surface == expected[place]["speaker_surface"] for place in both
        )
    assert hits / wanted >= 0.97
    assert hits / given_ >= 0.97
    assert speakers == hits


def key(row: Row) -> tuple[int, int]:
    return row["char_start"], row["char_end"]


def speaker(row: Row) -> tuple[int, int]:
    return row["speaker_char_start"], row["speaker_char_end"]


WORDS = (
    'قال أكد نفى مضيفا وأضاف قوله بحسب كما أن إن أنه بأن " « » “ ” : ، . \n ( ) كيري موسكو رويترز '
    "الوزارة المتحدث ذاته الذي في عن ل و كان لم بعنوان كلمة أخرى طويلة 24"
)


@given(st.lists(st.sampled_from(WORDS.split(" ")), max_size=40), st.sampled_from([" ", ""]))
def test_whatever_stands_there_surfaces_are_the_text_and_rows_are_apart(
    words: list[str], space: str
) -> None:
    check(space.join(words))


@given(st.text(alphabet='قالأن"«»“”:،. \n\rِـ\u200fa1', max_size=60))
def test_whatever_letters_stand_there_surfaces_are_the_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    found = find_quotes(text, find_entities(text))
    places = [(quote.start, quote.end) for quote in found]
    assert places == sorted(set(places))
    for quote in found:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.surface
        assert 0 <= quote.score <= 1
        if quote.speaker_start is not None:
            assert text[quote.speaker_start : quote.speaker_end] == quote.speaker_surface
        else:
            assert quote.speaker_surface is None
            assert quote.mention_start is None
