"""The record that the steps of finding entities hand to each other: a span of word pieces."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from flows.text.entity_cues import cue_classes
from flows.text.entity_index import media_seconds
from flows.text.entity_keys import key_of
from flows.text.entity_marks import CUE, marks_of
from flows.text.folding import FoldedText, fold
from flows.text.knowledge import entities, names
from flows.text.model import EntityKind
from flows.text.tokens import ALI, BREAK, ON, OUJDA, Pieces, cut, cut_again, level

_PROCLITICS = "وفبلك"
_COMMON = 40  # a Zipf value of 4
_LETTER = 2  # how the press spells a foreign letter: "بي", "سي", "ان"


@dataclass(frozen=True, slots=True)
class Span:
    """Pieces `begin` to `end` (half-open) as a name of `kind`.

    `entity_id` is None for a name that the knowledge base does not know or cannot tell apart;
    `method` is how the name was found; `score` (0..1) how sure that is.
    """

    begin: int
    end: int
    kind: EntityKind
    entity_id: str | None
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Document:
    """A text, folded and cut. `marks` are the bits of `entity_marks` for each piece, `marked` the
    pieces that have some; `cues` are the pieces that announce names, with their classes."""

    folded: FoldedText
    pieces: Pieces
    marks: list[int]
    marked: list[tuple[int, int]]
    cues: list[tuple[int, frozenset[str]]]

    @classmethod
    def of(cls, text: str) -> "Document":
        """The document of a raw text.

        >>> Document.of("في مِصر").pieces.forms
        ['في', 'مصر']
        """
        folded = fold(text)
        pieces = cut(folded)
        if OUJDA in pieces.forms:
            pieces = cut_again(pieces, _after_saudi_towns(pieces.forms))
        if not _joined_letters().keys().isdisjoint(pieces.forms):
            pieces = cut_again(pieces, _joined_to_media(pieces.forms))
        forms = pieces.forms
        if ALI in forms:
            _tell_prepositions(folded, pieces)
        marks = marks_of(forms)
        marked = [(at, mark) for at, mark in enumerate(marks) if mark]
        cues = [(at, cue_classes(forms[at])) for at, mark in marked if mark & CUE]
        return cls(folded, pieces, marks, marked, cues)

    def key(self, begin: int, end: int) -> str:
        """The words of pieces `begin` to `end`, as `name_key` writes names.

        >>> Document.of("قال  للأمم  المتحدة").key(2, 4)
        'الامم المتحده'
        """
        return key_of(self.folded, self.pieces, begin, end)

    def marked_as(self, bits: int) -> list[int]:
        """The pieces that have one of `bits`.

        >>> Document.of("قال محمد").marked_as(CUE)
        [0]
        """
        return [at for at, mark in self.marked if mark & bits]

    def line_starts(self) -> list[int]:
        """The pieces that begin a line.

        >>> Document.of("قال\\nمحمد").line_starts()
        [0, 2]
        """
        forms = self.pieces.forms
        starts = [0]
        try:
            while True:
                starts.append(forms.index(BREAK, starts[-1]) + 1)
        except ValueError:
            return starts


def _after_saudi_towns(forms: list[str]) -> list[int]:
    """Where "وجدة" follows another town of Jeddah's country: "الرياض وجدة"."""
    return [
        at
        for at, form in enumerate(forms)
        if form == OUJDA and at and forms[at - 1] in _saudi_towns()
    ]


def _joined_to_media(forms: list[str]) -> list[int]:
    """Where a proclitic is written before the letters of a broadcaster: "قال لبي بي سي"."""
    letters, seconds = _joined_letters(), media_seconds()
    return [
        at
        for at, (form, following) in enumerate(pairwise(forms))
        if form in letters and following in seconds[letters[form]]
    ]


@cache
def _joined_letters() -> dict[str, str]:
    """The first letters of names like "بي بي سي" behind proclitics, and without them."""
    return {
        f"{proclitic}{first}": first
        for first, following in media_seconds().items()
        if first.isalpha() and not first.isascii() and len(first) == _LETTER
        for proclitic in _PROCLITICS
        if level(f"{proclitic}{first}") < _COMMON  # not "كان" and "لان"
        and any(1 < len(second) <= _LETTER for second in following)
    }


@cache
def _saudi_towns() -> frozenset[str]:
    known = entities()
    return frozenset(
        name.rpartition(" ")[2]
        for name, several in names().items()
        for reading in several
        if reading.kind == "LOC" and known[reading.entity_id].country_code == "SA"
    )


def _tell_prepositions(folded: FoldedText, pieces: Pieces) -> None:
    # Folding makes one word of the preposition "على" and the name "علي"; the text tells.
    original = folded.original
    for at, form in enumerate(pieces.forms):
        if form == ALI and original[folded.source(pieces.ends[at] - 1)] == "ى":
            pieces.forms[at] = ON


def longest_first(spans: Iterable[Span]) -> list[Span]:
    """The spans that remain, in text order, when each gives way to a longer one it overlaps.

    Of equally long ones the one that comes first in `spans` stays.

    >>> kept = longest_first([Span(1, 2, "LOC", None, "kb", 1), Span(0, 2, "ORG", None, "kb", 1)])
    >>> [(span.begin, span.end) for span in kept]
    [(0, 2)]
    """
    taken: set[int] = set()
    kept = []
    for span in sorted(spans, key=lambda s: s.begin - s.end):
        if taken.isdisjoint(range(span.begin, span.end)):
            taken.update(range(span.begin, span.end))
            kept.append(span)
    return sorted(kept, key=lambda s: s.begin)
