"""Media among the mentions: what the finder of source names sees, and lines of credit."""

from bisect import bisect_left

from flows.text.entity_cues import cue_classes
from flows.text.entity_index import media_index, media_seconds
from flows.text.entity_marks import MEDIUM
from flows.text.entity_name_words import is_weekday
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import readings
from flows.text.ner_features import name_class
from flows.text.source_names import source_name_at
from flows.text.sources import source_of
from flows.text.tokens import BREAK

_DATELINE = 8  # pieces from the start of its line
_CREDIT = "المصدر"  # source (of the article)
_SEPARATORS = frozenset({":", "|", "+", "/", "-", "،", BREAK, "(", ")"})


def media_names(document: Document) -> list[Span]:
    """Newspapers, broadcasters and agencies, in running text and after "المصدر :".

    >>> document = Document.of("نقلت قناة الجزيرة\\nالمصدر : الأناضول + وكالات")
    >>> [span.entity_id for span in media_names(document)]
    ['aljazeera', 'anadolu']
    """
    folded, pieces = document.folded, document.pieces
    index, seconds = media_index(), media_seconds()
    forms = [*pieces.forms, ""]
    spans = []
    reached = 0
    for begin in document.marked_as(MEDIUM):
        following = seconds[forms[begin]]
        if "" not in following and forms[begin + 1] not in following:
            continue
        start = pieces.starts[begin]
        if start < reached:
            continue
        found = source_name_at(folded, start, index[forms[begin]])
        if found is not None:
            reached, source_id = found
            stop = bisect_left(pieces.starts, reached)
            if _is_today(forms, begin, stop):
                continue
            first, last = _without_kind(document, begin, stop, source_id)
            spans.append(Span(first, last, "ORG", source_id, "media", 0.9))
    return [*spans, *_datelined(document), *_credited(document)]


def _datelined(document: Document) -> list[Span]:
    """The outlet in a dateline, whatever else its name may mean: "فهد كاملي - سبق - جدة:"."""
    forms = document.pieces.forms
    spans = []
    for at in document.marked_as(MEDIUM):
        if forms[at + 1 : at + 2] != ["-"] or (at and forms[at - 1] not in ("-", BREAK)):
            continue
        before = forms[at - 1] if at else BREAK
        if BREAK not in forms[max(0, at - _DATELINE) : at] and at > _DATELINE:
            continue
        found = source_of(document.key(at, at + 1))
        if found is not None and not (before == BREAK and _is_place(forms[at])):
            spans.append(Span(at, at + 1, "ORG", found.source_id, "media", 0.9))
    return spans


def _is_today(forms: list[str], begin: int, end: int) -> bool:
    """Whether a day follows a family name: "وليد المصري اليوم الأحد"."""
    if begin == 0 or forms[end - 1] != "اليوم" or not is_weekday(forms[end]):
        return False
    return "G" in name_class(forms[begin - 1])


def _is_place(form: str) -> bool:
    return any(name.kind == "LOC" for name in readings(form))


def _without_kind(document: Document, begin: int, end: int, source_id: str) -> tuple[int, int]:
    """The name without the word for its kind: "وكالة فرانس برس", "جريدة هسبريس الإلكترونية"."""
    if end - begin > 1 and "medium" in cue_classes(document.pieces.forms[begin]):
        for last in (end, end - 1):
            rest = source_of(document.key(begin + 1, last)) if last > begin + 1 else None
            if rest is not None and rest.source_id == source_id:
                return begin + 1, last
    return begin, end


def _credited(document: Document) -> list[Span]:
    forms = document.pieces.forms
    spans = []
    at = 0
    while _CREDIT in forms[at:]:
        at = forms.index(_CREDIT, at) + 1
        if (at > 1 and forms[at - 2] != BREAK) or forms[at : at + 1] not in ([":"], ["|"]):
            continue
        begin = at + 1
        while begin < len(forms) and forms[begin] != BREAK:
            end = begin
            while end < len(forms) and forms[end] not in _SEPARATORS:
                end += 1
            found = source_of(document.key(begin, end)) if begin < end else None
            if found is not None:
                spans.append(Span(begin, end, "ORG", found.source_id, "media", 0.9))
            begin = end + (end < len(forms) and forms[end] != BREAK)
        at = begin
    return spans
