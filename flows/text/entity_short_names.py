"""Short names that only marks or their place tell from ordinary words: «الصحة», لـ«الرياض».

The press calls a ministry by what it deals with, in marks or before a colon at the start of a
headline, and itself by its own name in marks, which is a town or a noun as well.
"""

from functools import cache

from flows.text.entity_cues import cue_classes
from flows.text.entity_marks import MEDIUM
from flows.text.entity_spans import Document, Span
from flows.text.institutions import institution_heads
from flows.text.knowledge import readings
from flows.text.sources import source_of

_MINISTRY = "وزاره "
_TO = "ل"  # "said to …"
_MOST_PIECES = 4
_BODIES = frozenset({"body", "seat"})
# "قرار الداخلية", "متحدث الخارجية"
_STATING = frozenset({"قرار", "بيان", "متحدث", "ناطق"})
_GREAT = frozenset({"الداخليه", "الخارجيه"})
_COUNCIL = "الشوري"
_MEMBERS = frozenset({"عضو", "عضوه", "عضوا", "اعضاء", "عضويه"})


def short_names(document: Document) -> list[Span]:
    """Ministries at the start of a line and outlets in marks, by their short names.

    >>> document = Document.of("«الصحة» تنفي الخبر\\nقال الوزير لـ«الرياض» إن الخبر كاذب")
    >>> [document.key(span.begin, span.end) for span in short_names(document)]
    ['الصحه', 'الرياض']
    """
    return [*_ministries(document), *_speaking(document), *_outlets(document)]


def _ministries(document: Document) -> list[Span]:
    forms = document.pieces.forms
    spans = []
    for start in document.line_starts():
        is_marked = forms[start : start + 1] == ['"']
        at = start + is_marked
        after = forms[at + 1 : at + 2]
        # Without marks, "the ministry of" is only meant over the article, before what it says.
        is_meant = after == ['"'] if is_marked else start == 0 and after == [":"]
        if is_meant and (forms[at] in _deals_with() or "short" in cue_classes(forms[at])):
            spans.append(Span(at, at + 1, "ORG", None, "short", 0.7))
    return spans


def _speaking(document: Document) -> list[Span]:
    """Authorities and ministries that a verb has as its subject: "أوضحت الجوازات أن".

    A council's short name stands behind its members: "عضو الشورى".
    """
    forms = document.pieces.forms
    spans = []
    for at, classes in document.cues:
        if "short" in classes and at and _is_verb(forms[at - 1]):
            spans.append(Span(at, at + 1, "ORG", None, "short", 0.7))
        following = forms[at + 1] if at + 1 < len(forms) else ""
        is_council = following == _COUNCIL and forms[at] in _MEMBERS
        is_said = "saying" in classes and forms[at].endswith("ت")
        is_stated = forms[at] in _STATING and following in _GREAT
        if (
            is_council
            or is_stated
            or (
                is_said
                and following in _deals_with()
                and _BODIES.isdisjoint(cue_classes(following.removeprefix("ال")))
            )
        ):
            spans.append(Span(at + 1, at + 2, "ORG", None, "short", 0.7))
    return spans


def _is_verb(form: str) -> bool:
    """Whether a word may be a verb whose subject is feminine: "توقعت", no "بيانات"."""
    return form.endswith("ت") and len(form) > 2 and not form.endswith("ات") and form[:2] != "ال"


def _outlets(document: Document) -> list[Span]:
    forms = document.pieces.forms
    spans = []
    for at in document.marked_as(MEDIUM):
        if at < 2 or forms[at - 1] != '"' or not _tells(forms[at - 2]):
            continue
        try:
            end = forms.index('"', at, at + _MOST_PIECES + 1)
        except ValueError:
            continue
        found = source_of(document.key(at, end))
        if found is not None:
            spans.append(Span(at, end, "ORG", found.source_id, "short", 0.85))
    return spans


def _tells(form: str) -> bool:
    """Whether the word before the marks is what outlets do, or "to", as people tell them things."""
    return form == _TO or "reporting" in cue_classes(form)


@cache
def _deals_with() -> frozenset[str]:
    """What ministries deal with in one word, where it is not the name of another body as well."""
    heads = (head.removeprefix(_MINISTRY) for head in institution_heads() if _MINISTRY in head)
    return frozenset(
        head for head in heads if head.startswith("ال") and head.isalpha() and not readings(head)
    )
