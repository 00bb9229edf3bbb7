"""The lexicon of saying: every row finds its example and leaves its counter-example."""

import re

import pytest

from flows.lexicon import rows
from flows.text.entities import find_entities
from flows.text.model import Quote
from flows.text.quotes import find_quotes

VERBS = [pytest.param(row, id=row["verb"]) for row in rows("quote_verbs")]
CUES = [pytest.param(row, id=f"{row['class']}: {row['cue']}") for row in rows("quote_cues")]


def quotes(text: str) -> list[Quote]:
    return find_quotes(text, find_entities(text))


def marked(example: str) -> tuple[str, str]:
    """The example without its brackets, and what stands in them."""
    inside = re.search(r"\[(.+)\]", example)
    assert inside, "the example marks what is said in square brackets"
    return re.sub(r"[\[\]]", "", example), inside.group(1).strip('«»"')


@pytest.mark.parametrize("row", VERBS)
def test_a_verb_finds_what_is_said(row: dict[str, str]) -> None:
    text, said = marked(row["example"])
    found = {(quote.verb, plain(quote.surface)) for quote in quotes(text)}
    verbs = {verb for verb, surface in found if surface == said}
    assert verbs, found
    assert row["verb"] in verbs or "قائل" in text or "قال" in text, found


@pytest.mark.parametrize("row", VERBS)
def test_a_verb_in_another_sense_says_nothing(row: dict[str, str]) -> None:
    assert quotes(row["counter_example"]) == []


@pytest.mark.parametrize("row", CUES)
def test_a_cue_finds_what_is_said(row: dict[str, str]) -> None:
    text, said = marked(row["example"])
    found = quotes(text)
    assert said in {form for quote in found for form in (quote.surface, plain(quote.surface))}
    if row["class"] == "name_of":
        assert [quote.form for quote in found] == ["reported"], "the title is no quotation"
    if row["class"] == "channel":
        assert all(quote.channel_source_id for quote in found)


@pytest.mark.parametrize("row", CUES)
def test_a_cue_elsewhere_says_nothing(row: dict[str, str]) -> None:
    assert quotes(row["counter_example"]) == []


def plain(surface: str) -> str:
    """What is said, without the word that opens a reported clause."""
    return re.sub(r"^[أإا]ن(ه|ها)? ", "", surface)
