"""Any bytes: the whole road of the text, from bytes to facts, raises nothing and loses nothing."""

import hashlib
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.batch import facts_of
from flows.text.lines import is_blank
from flows.text.reading import Reading, read
from flows.text.roles import label_lines

SEEDS = [path.read_bytes() for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))]
SCRAPS = st.one_of(
    st.binary(max_size=40),
    st.text('ابتثجحخدذرسشصعغفقكلمنهوي ،.:؟«»"()\n\r\t\u200f\u202e\u0640٠١٢19/-', max_size=60).map(
        str.encode
    ),
    st.sampled_from(["خبر\r\n", "\u2028", "<p>", "&#34;", "قال: «", "2021/13/45", "ﷺ"]).map(
        str.encode
    ),
)
CODECS = st.sampled_from(["utf-8", "windows-1256", "utf-16"])


@st.composite
def damaged_pages(draw: st.DrawFn) -> bytes:
    """A piece of a real page, in some encoding, with scraps thrown in."""
    page = draw(st.sampled_from(SEEDS)).decode()
    begin = draw(st.integers(0, len(page)))
    raw = page[begin : begin + draw(st.integers(0, 900))].encode(draw(CODECS), "ignore")
    for scrap in draw(st.lists(SCRAPS, max_size=6)):
        at = draw(st.integers(0, len(raw)))
        raw = raw[:at] + scrap + raw[at:]
    return raw


@settings(deadline=None, max_examples=80, derandomize=True)
@given(st.one_of(damaged_pages(), st.lists(SCRAPS, max_size=12).map(b"".join)))
def test_any_bytes_become_facts_or_a_rejection(raw: bytes) -> None:
    file_id = hashlib.sha256(raw).hexdigest()
    facts = facts_of([(file_id, raw, "a/b.txt", "")], "run", "parser", 6)
    assert len(facts["facts"]) == 1
    reading = read(raw)
    if not isinstance(reading, Reading):
        assert len(facts["lines"]) == 0
        return
    assert reading.encode() == raw
    for table in ("entity_mentions", "date_mentions", "quotes", "source_mentions"):
        for row in facts[table].iter_rows(named=True):
            if row.get("char_start") is not None:
                assert reading.text[row["char_start"] : row["char_end"]] == row["surface"], table


@settings(deadline=None, max_examples=80, derandomize=True)
@given(damaged_pages())
def test_every_character_that_shows_has_one_role(raw: bytes) -> None:
    reading = read(raw)
    if not isinstance(reading, Reading):
        return
    text, at = reading.text, 0
    for label in label_lines(text):
        assert is_blank(text[at : label.start])
        assert at <= label.start < label.end
        at = label.end
    assert is_blank(text[at:])
