"""Names of people who sign an article: a line of their own, or the start of a dateline."""

from flows.text.entity_cues import cue_classes
from flows.text.entity_index import media_index
from flows.text.entity_name_words import COMMON, NAMES_TOO, RARE
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import country_of_adjective, readings
from flows.text.ner_features import name_class
from flows.text.tokens import BREAK, level

_FROM = "من"  # "أيوب صدور من تطوان"
_AFTER_SIGNATURE = frozenset({BREAK, "-", "("})


def signatures(document: Document) -> list[Span]:
    """Names that make up a whole line, or stand at its start before a dash: "سلوى المدني - جدة".

    >>> document = Document.of("عليثة عواد الجهني\\nجدة")
    >>> [document.key(span.begin, span.end) for span in signatures(document)]
    ['عليثه عواد الجهني']
    """
    forms = document.pieces.forms
    spans = []
    for start in document.line_starts():
        end = start
        while end < len(forms) and end - start < 4 and _may_be_name(forms[end]):
            end += 1
        is_whole = end == len(forms) or forms[end] in _AFTER_SIGNATURE
        if end - start > 1 and (
            (is_whole and _is_signature(forms[start:end])) or _is_byline(forms, start, end)
        ):
            spans.append(Span(start, end, "PER", None, "names", 0.85))
    return spans


def _is_byline(forms: list[str], start: int, end: int) -> bool:
    """Whether a medium or a town follows: "بدر الجبل - سبق - تيماء", "أيوب صدور من تطوان"."""
    if "G" not in name_class(forms[start]).upper():
        return False
    if forms[end : end + 1] == [_FROM]:
        return BREAK in forms[end + 2 : end + 4] and "G" in name_class(forms[start])
    if forms[end : end + 1] != ["-"]:
        return False
    return " ".join(forms[end + 1 : end + 2]) in media_index() and end - start < 4


def _may_be_name(form: str) -> bool:
    if len(form) < 3 or not form.isalpha() or form.isascii() or country_of_adjective(form):
        return False
    return cue_classes(form) <= NAMES_TOO and (level(form) < COMMON + 4 or bool(name_class(form)))


def _is_signature(words: list[str]) -> bool:
    """Whether a rare or given name comes first and a family name with ال last."""
    first, last = words[0], words[-1]
    if first.startswith("ال") or not last.startswith("ال") or "F" not in name_class(last).upper():
        return False
    if any(name.kind != "PER" for name in readings(" ".join(words))):
        return False
    return "G" in name_class(first).upper() or level(first) < RARE
