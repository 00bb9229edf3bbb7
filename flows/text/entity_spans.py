"""The record that the steps of finding entities hand to each other: a span of word pieces."""

from collections.abc import Iterable
from dataclasses import dataclass

from flows.text.entity_cues import cues_among
from flows.text.folding import FoldedText, fold
from flows.text.model import EntityKind
from flows.text.tokens import ALI, ON, Pieces, cut


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
    """A text, folded and cut; `cues` are the pieces that announce names, with their classes."""

    folded: FoldedText
    pieces: Pieces
    cues: list[tuple[int, frozenset[str]]]

    @classmethod
    def of(cls, text: str) -> "Document":
        """The document of a raw text.

        >>> Document.of("في مِصر").pieces.forms
        ['في', 'مصر']
        """
        folded = fold(text)
        pieces = cut(folded)
        _tell_prepositions(folded, pieces)
        return cls(folded, pieces, cues_among(pieces.forms))

    def key(self, begin: int, end: int) -> str:
        """The words of pieces `begin` to `end`, as `name_key` writes names.

        >>> Document.of("قال  للأمم  المتحدة").key(2, 4)
        'الامم المتحده'
        """
        return _key(self.folded, self.pieces, begin, end)


def _tell_prepositions(folded: FoldedText, pieces: Pieces) -> None:
    # Folding makes one word of the preposition "على" and the name "علي"; the text tells.
    original = folded.original
    for at, form in enumerate(pieces.forms):
        if form == ALI and original[folded.source(pieces.ends[at] - 1)] == "ى":
            pieces.forms[at] = ON


def name_key(folded: str) -> str:
    """A folded name with one space between its words, numbers and marks.

    >>> name_key("ا.ف.ب"), name_key("حلف الناتو")
    ('ا . ف . ب', 'حلف الناتو')
    """
    if folded.replace(" ", "").isalpha():
        return folded
    pieces = cut(folded)
    return _key(folded, pieces, 0, len(pieces.forms))


def _key(folded: str, pieces: Pieces, begin: int, end: int) -> str:
    # The first piece in its form, because للأمم stands for ل and الأمم; the others as written.
    forms, ends_word = pieces.forms, pieces.ends_word
    parts = [forms[begin]]
    for at in range(begin + 1, end):
        if ends_word[at - 1]:
            parts.append(" ")
        form = forms[at]
        parts.append(folded[pieces.starts[at] : pieces.ends[at]] if len(form) > 2 else form)
    return "".join(parts)


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
