"""Pairs quotation marks, though outlets write them in every way there is.

The same mark opens and closes ("), marks stand inside marks, a quotation runs over several
lines, one of the two is forgotten, guillemets are turned round. Which way a mark looks is told
by the spaces around it first, and by its own shape where they say nothing.
"""

from dataclasses import dataclass, replace

from flows.text.entity_spans import Document
from flows.text.quote_lexicon import words_of
from flows.text.tokens import BREAK, Pieces

_OPENING = frozenset("«“„‹‟")
_CLOSING = frozenset("»”›")
_APOSTROPHES = frozenset("'’‘")
_BEFORE_OPENING = frozenset({".", ":", "(", "[", "-", "،", "؛", '"', "و", "ف", "ب", "ل", "ك"})
_AFTER_CLOSING = frozenset({".", "،", "؛", ":", ")", "]", "!", "؟", "-", '"', "…"})
_AFTER_MARK = frozenset({".", "،", "؛", ")", "]", "!", "؟", "…"})
_WRITTEN_OUT = (["&", "#", "34", "؛"], ["&", "quot", "؛"])
_MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class Marked:
    """Pieces `open` and `close` are quotation marks that belong together.

    `close` of an unclosed one is the line break, or the end, before which it should have closed.
    """

    open: int
    close: int
    is_closed: bool


def pair_marks(document: Document, marks: list[int]) -> list[Marked]:
    """The outermost pairs in order; `marks` are the pieces that are marks or line breaks.

    An opening mark that is never closed reaches to the end of its line, and hides no other.

    >>> document = Document.of('قال: "هذا "اتفاق" جيد". وأضاف: «لا')
    >>> at = [i for i, form in enumerate(document.pieces.forms) if form == '"']
    >>> [(pair.open, pair.close, pair.is_closed) for pair in pair_marks(document, at)]
    [(2, 8, True), (13, 15, False)]
    """
    forms = document.pieces.forms
    ended: list[tuple[int, int, int]] = []  # opening mark, end of its line, number of that line
    stack: list[int] = []
    pairs: list[Marked] = []
    line = 0
    for at in marks:
        if forms[at] == BREAK:
            ended += [(mark, at, line) for mark in stack]
            stack = []
            line += 1
            continue
        is_opening = _is_opening(document, at, bool(stack))
        if is_opening is None:
            continue
        if is_opening:
            stack.append(at)
        elif stack:
            pairs.append(Marked(stack.pop(), at, is_closed=True))
        elif ended and line - ended[-1][2] <= _MOST_LINES:
            pairs.append(Marked(ended.pop()[0], at, is_closed=True))
    ended += [(mark, len(forms), line) for mark in stack]
    return _outermost(pairs, [Marked(mark, end, is_closed=False) for mark, end, _ in ended])


def with_marks(document: Document) -> Document:
    """The document with "&#34;" and "&quot;", which some pages leave in their text, as marks.

    >>> with_marks(Document.of("قال &quot;نعم&#34;")).pieces.forms
    ['قال', '"', 'نعم', '"']
    """
    pieces = document.pieces
    if "&" not in pieces.forms:
        return document
    forms, starts, ends, ends_word = [], [], [], []
    hidden = 0
    for at, form in enumerate(pieces.forms):
        if at < hidden:
            continue
        length = next(
            (len(mark) for mark in _WRITTEN_OUT if pieces.forms[at : at + len(mark)] == mark), 0
        )
        hidden = at + max(length, 1)
        forms.append('"' if length else form)
        starts.append(pieces.starts[at])
        ends.append(pieces.ends[hidden - 1])
        ends_word.append(pieces.ends_word[hidden - 1])
    return replace(document, pieces=Pieces(forms, starts, ends, tuple(ends_word)))


def _is_opening(document: Document, at: int, is_inside: bool) -> bool | None:
    """Whether the mark opens or closes; None for an apostrophe."""
    pieces = document.pieces
    mark = document.folded[pieces.starts[at]]
    if mark in _APOSTROPHES:
        return None
    before = pieces.forms[at - 1] if at else BREAK
    after = pieces.forms[at + 1] if at + 1 < len(pieces.forms) else BREAK
    has_space_before = before == BREAK or pieces.starts[at] > pieces.ends[at - 1]
    has_space_after = after == BREAK or pieces.starts[at + 1] > pieces.ends[at]
    can_open = (
        not has_space_after
        and after not in _AFTER_MARK
        and (has_space_before or before in _BEFORE_OPENING)
    )
    can_close = not has_space_before and (has_space_after or after in _AFTER_CLOSING)
    if can_close and not is_inside and before in words_of("that"):
        return True  # 'أن" النص"', with the space on the wrong side
    if can_open != can_close:
        return can_open
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    return not is_inside


def _outermost(closed: list[Marked], unclosed: list[Marked]) -> list[Marked]:
    found: list[Marked] = []
    end = -1
    for pair in sorted([*closed, *unclosed], key=lambda pair: (pair.open, -pair.close)):
        if pair.open > end:
            found.append(pair)
            if pair.is_closed:
                end = pair.close
    return found
