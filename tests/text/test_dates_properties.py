"""What holds of any text: no exception, spans in order, and each surface stands where it says."""

from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.text.dates import find_dates
from flows.text.temporal_lexicon import lexicon_words

_WORDS = sorted({form for form, _ in lexicon_words()})
_MARKS = ["،", ",", ".", "/", "-", "–", "(", ")", ":", "\n", "و", "من", "إلى", "الـ", "\u200f", "ـ"]
_DIGITS = st.from_regex(r"[0-9\u0660-\u0669\u06f0-\u06f9]{1,12}", fullmatch=True)
_TOKENS = st.one_of(st.sampled_from(_WORDS), st.sampled_from(_MARKS), _DIGITS)
_PHRASES = st.lists(st.tuples(_TOKENS, st.sampled_from(["", " ", " "])), max_size=12).map(
    lambda pairs: "".join(token + space for token, space in pairs)
)
_ARABIC = st.text(
    st.one_of(
        st.characters(min_codepoint=0x0600, max_codepoint=0x06FF),
        st.characters(min_codepoint=0xFE70, max_codepoint=0xFEFF),
        st.sampled_from(" \t\r\n\u200e\u200f\u202a\u202c\u2067\ufeff0123456789/-:."),
    ),
    max_size=80,
)
_PUBLISHED = st.one_of(st.none(), st.dates(), st.datetimes())
_PREFER = st.sampled_from(["past", "future"])


def _check(text: str, published: date | datetime | None, prefer: str, week_start: int) -> None:
    mentions = find_dates(text, published, prefer, week_start)  # type: ignore[arg-type]
    last = 0
    for mention in mentions:
        assert last <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.surface
        last = mention.end
        assert mention.value
        assert mention.granularity
        assert 0 < mention.score <= 1
        if mention.begin_on is not None and mention.end_on is not None:
            assert mention.begin_on <= mention.end_on
        if published is None:
            assert mention.anchor_on is None


@settings(max_examples=600, deadline=None)
@given(_PHRASES, _PUBLISHED, _PREFER, st.integers(0, 6))
def test_any_row_of_temporal_words_is_read(
    text: str, published: date | datetime | None, prefer: str, week_start: int
) -> None:
    _check(text, published, prefer, week_start)


@settings(max_examples=300, deadline=None)
@given(_ARABIC, _PUBLISHED, _PREFER, st.integers(0, 6))
def test_any_arabic_is_read(
    text: str, published: date | datetime | None, prefer: str, week_start: int
) -> None:
    _check(text, published, prefer, week_start)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=60), _PUBLISHED)
def test_any_text_is_read(text: str, published: date | datetime | None) -> None:
    _check(text, published, "past", 6)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_full_date_is_the_same_whatever_the_anchor(on: date) -> None:
    text = f"في {on.day}/{on.month}/{on.year}"
    values = {m.value for p in (None, date(2016, 5, 20)) for m in find_dates(text, p)}
    assert values == {on.isoformat()}


@given(st.dates(date(1950, 1, 1), date(2050, 12, 31)))
def test_a_bare_weekday_lies_within_a_week_before(on: date) -> None:
    (mention,) = find_dates("زارهم الأحد", on)
    assert mention.begin_on is not None
    assert 0 <= (on - mention.begin_on).days < 7
    assert mention.begin_on.weekday() == 6
