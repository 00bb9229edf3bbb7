"""Folding unifies what pyarabic unifies, and never loses the way back."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarabic import araby

from flows.text.folding import fold

ROOT = Path(__file__).parents[2]
CASES = json.loads((ROOT / "tests/cases/folding/variants.json").read_text(encoding="utf-8"))
LETTERS = "".join(map(chr, range(0x0621, 0x063B))) + "".join(map(chr, range(0x0641, 0x064B)))
MARKS = "".join(araby.TASHKEEL) + araby.TATWEEL
LIGATURES = "ﻻﻵﻷﻹ"
CONTROLS = "\u200b\u200f\u202b\u202c\ufeff\u061c"
REFERENCE = st.text(LETTERS + MARKS + LIGATURES + " ،.aZ09", max_size=60)
ANY_ARABIC = st.text(
    st.sampled_from(LETTERS + MARKS + LIGATURES + CONTROLS + " \n،.٤۵گیکﷲﷺﺍﻟﺨﱞ\u0670\u0654aZ0"),
    max_size=60,
)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["claim"]) for case in CASES])
def test_spelling_variants_are_one(case: dict[str, Any]) -> None:
    assert fold(case["text"]) == case["folded"]


@given(REFERENCE)
@settings(deadline=None)
def test_fold_unifies_what_pyarabic_unifies(text: str) -> None:
    stripped = araby.strip_tatweel(araby.strip_tashkeel(araby.normalize_ligature(text)))
    reference = araby.normalize_hamza(stripped, method="tasheel")
    reference = reference.replace(araby.ALEF_MAKSURA, araby.YEH)
    assert fold(text) == reference.replace(araby.TEH_MARBUTA, araby.HEH)


@given(st.text(max_size=60) | ANY_ARABIC)
@settings(deadline=None)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = str(fold(text))
    assert fold(once) == once


@given(st.text(max_size=60) | ANY_ARABIC)
@settings(deadline=None)
def test_every_folded_character_has_its_source_in_order(text: str) -> None:
    folded = fold(text)
    sources = [folded.source(index) for index in range(len(folded))]
    assert sources == sorted(sources)
    assert all(0 <= source < len(text) for source in sources)
    for index, source in enumerate(sources):
        assert folded[index] in fold(text[source])


@given(ANY_ARABIC, st.data())
@settings(deadline=None, max_examples=300)
def test_the_source_of_a_span_folds_to_the_span(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded)))
    end = data.draw(st.integers(start, len(folded)))
    source_start, source_end = folded.source_span(start, end)
    assert 0 <= source_start <= source_end <= len(text)
    again = str(fold(text[source_start:source_end]))
    if start == end:
        assert source_start == source_end
    else:
        # A ligature is one character: a span that ends inside it takes it whole.
        assert str(folded[start:end]) in again
        before, after = again.split(str(folded[start:end]), 1)
        assert len(before) <= widest(text, source_start)
        assert len(after) <= widest(text, folded.source(end - 1))


@given(st.text(LETTERS + " ،.\naZ09٤۵گیک«»", max_size=60))
@settings(deadline=None)
def test_text_without_marks_keeps_its_offsets(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert [folded.source(index) for index in range(len(text))] == list(range(len(text)))


@given(ANY_ARABIC)
@settings(deadline=None)
def test_the_source_of_the_whole_holds_every_letter(text: str) -> None:
    folded = fold(text)
    start, end = folded.source_span(0, len(folded))
    assert fold(text[start:end]) == folded
    assert fold(text[:start]) == fold(text[end:]) == "" or not folded


def widest(text: str, index: int) -> int:
    return len(fold(text[index])) - 1
