"""Cuts an article into the sentences in which something may be said, with their signal words.

A sentence ends at a full stop, a question or exclamation mark or a line break, but not within
quotation marks: a quotation of several sentences belongs to the one that introduces it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import compress

from flows.text.entity_spans import Document
from flows.text.quote_lexicon import Cue, cues, words_of
from flows.text.quote_marks import Marked, pair_marks
from flows.text.tokens import BREAK

MARK = '"'
COLON = ":"
_STOPS = frozenset({".", "!", "؟", "…"})
Signal = Cue | Marked | str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces `begin` to `end` (half-open), without the stop; `line` counts runs of breaks.

    `signals` are, in order, the verbs of saying, the quotation marks, and of colons, words of
    "that" and "according to" the piece itself. `ends_line` says that nothing follows in the line.
    """

    begin: int
    end: int
    line: int
    ends_line: bool
    signals: list[tuple[int, Signal]]


def sentences(document: Document) -> Iterator[Sentence]:
    """The sentences that hold a verb of saying or a quotation mark, in order.

    >>> document = Document.of('نام. قال: "نعم. لا."\\nوأضاف أنه سعيد')
    >>> [(found.begin, found.end, len(found.signals)) for found in sentences(document)]
    [(2, 10, 3), (11, 15, 2)]
    """
    forms = document.pieces.forms
    signs, verbs, according = _signs(), cues(), words_of("according")
    found = compress(range(len(forms)), map(signs.__contains__, forms))
    hits = [(at, forms[at]) for at in found]
    pairs = {
        pair.open: pair
        for pair in pair_marks(document, [at for at, form in hits if form in (MARK, BREAK)])
    }
    begin = line = 0
    hidden = -1  # the last piece that quotation marks hide
    signals: list[tuple[int, Signal]] = []
    for at, form in (*hits, (len(forms), BREAK)):
        if at <= hidden:
            continue
        stop = at
        if form == MARK:
            pair = pairs.get(at)
            if pair is None:
                continue
            signals.append((at, pair))
            if not pair.is_closed:
                continue
            hidden = pair.close
            if not _ends_sentence(forms, pair):
                continue
            stop = pair.close + 1
        elif form != BREAK and form not in _STOPS:
            signals.append((at, verbs.get(form, form)))
            continue
        elif form == "." and _is_inner_point(document, at):
            continue
        if any(type(signal) is not str or signal in according for _, signal in signals):
            ends_line = stop >= len(forms) or BREAK in forms[stop : stop + 2]
            yield Sentence(begin, stop, line, ends_line, signals)
        signals = []
        line += form == BREAK
        begin = stop if stop > at else at + 1


def _ends_sentence(forms: list[str], pair: Marked) -> bool:
    """Whether the marks hold the stop of their sentence and a new one begins behind them."""
    after = forms[pair.close + 1 : pair.close + 2]
    return forms[pair.close - 1] in _STOPS and after not in ([], ["،"], [BREAK], ["."])


def _is_inner_point(document: Document, at: int) -> bool:
    """Whether the point stands in a number, an abbreviation or an address: 3.5, ا.ف.ب."""
    pieces = document.pieces
    if not 0 < at < len(pieces.forms) - 1 or pieces.starts[at + 1] > pieces.ends[at]:
        return False
    before, after = pieces.forms[at - 1], pieces.forms[at + 1]
    is_initial = len(before) == 1 and before.isalpha()
    return is_initial or after.isdigit() or (before + after).isascii()


@cache
def _signs() -> frozenset[str]:
    words = words_of("that") | words_of("according") | words_of("impersonal")
    return frozenset({MARK, COLON, BREAK, *_STOPS, *words, *cues()})
