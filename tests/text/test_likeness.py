"""Exact copies share a key; articles that differ in one figure do not."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.likeness import copy_key

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
BODY = "وصل 14 ضيفاً إلى غزة، وفق «رويترز» (Reuters)."


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param("وصل ١٤ ضيفاً إلى غزة، وفق «رويترز» (Reuters).", id="digits"),
        pytest.param("وصل 14 ضيفا الي غزه، وفق «رويترز» (Reuters).", id="letters"),
        pytest.param("وَصَلَ 14 ضيفاً إلى غـــزة، وفق «رويترز» (Reuters).", id="marks"),
        pytest.param("\u202bوصل 14\u202c ضيفاً\u200f إلى غزة، وفق «رويترز» (Reuters).", id="bidi"),
        pytest.param("وصل  14\nضيفاً إلى\u00a0غزة ، وفق «رويترز»(Reuters) .", id="white space"),
        pytest.param('وصل 14 ضيفاً إلى غزة؛ وفق "رويترز" – REUTERS', id="punctuation"),
    ],
)
def test_a_copy_in_other_spelling_has_the_same_key(copy: str) -> None:
    assert copy_key("خبر", copy) == copy_key("خبر", BODY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الفجر 4:31 الظهر 12:05", "الفجر 4:32 الظهر 12:05"),
        ("بلغ السعر 3.5 دولار", "بلغ السعر 35 دولار"),
        ("فاز الفريق 1 - 12", "فاز الفريق 11 - 2"),
        ("أعلنت الحكومة", "أعلنت الحكومات"),
    ],
)
def test_a_template_with_another_figure_has_another_key(one: str, other: str) -> None:
    assert copy_key("خبر", one) != copy_key("خبر", other)


def test_headline_and_body_are_kept_apart() -> None:
    assert copy_key("خبر", "عاجل الآن") != copy_key("خبر عاجل", "الآن")
    assert copy_key(None, "خبر") == copy_key("", "خبر") != copy_key("خبر", "")


def test_the_key_is_the_same_in_every_process_and_version() -> None:
    key = copy_key("عنوان", "بلغ السعر 45 دولارا")
    assert re.fullmatch("[0-9a-f]{32}", key)
    assert key == "4d1440720dc3341d5141014201872cfe"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_any_other_figure_in_a_sample_gives_another_key(path: Path) -> None:
    text = path.read_bytes().decode()
    keys = {copy_key(None, text)}
    figures = list(re.finditer("[0-9]", text))
    for match in figures:
        changed = str((int(match.group()) + 1) % 10)
        keys.add(copy_key(None, text[: match.start()] + changed + text[match.end() :]))
    assert figures
    assert len(keys) == len(figures) + 1


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None)
def test_any_text_has_a_key(headline: str, body: str) -> None:
    assert len(copy_key(headline, body)) == 32
