"""Phrases that look like names and are none: feasts, pious formulas, fields of study, services."""

from flows.text.entity_index import decoy_index
from flows.text.entity_marks import DECOY
from flows.text.entity_spans import Document, Span


def decoys(document: Document) -> list[tuple[int, int]]:
    """Where the phrases of the lexicon of decoys stand, as half-open spans of pieces.

    >>> decoys(Document.of("في شهر رمضان المبارك"))
    [(2, 4)]
    """
    forms = document.pieces.forms
    index = decoy_index()
    return [
        (at, at + len(phrase))
        for at in document.marked_as(DECOY)
        for phrase in index[forms[at]]
        if tuple(forms[at : at + len(phrase)]) == phrase
    ]


def apart_from(found: list[tuple[int, int]], spans: list[Span]) -> list[Span]:
    """The spans that share no word with one of the decoys `found`.

    A longer name of a body or place that holds such a phrase as a whole stays: "معهد إدارة
    الأعمال".

    >>> apart_from([(2, 4)], [Span(2, 4, "PER", None, "names", 0.8)])
    []
    """
    if not found:
        return spans
    taken = {at for begin, end in found for at in range(begin, end)}
    return [
        span
        for span in spans
        if taken.isdisjoint(range(span.begin, span.end))
        or not any(_is_spoilt(span, *decoy) for decoy in found)
    ]


def _is_spoilt(span: Span, begin: int, end: int) -> bool:
    if span.end <= begin or end <= span.begin:
        return False
    is_longer = span.begin <= begin and end <= span.end and span.end - span.begin > end - begin
    return span.kind == "PER" or not is_longer
