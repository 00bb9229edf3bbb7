"""Turns the tags of the sequence model into spans, cleaned of what is no part of a name."""

from typing import cast

from flows.text.entity_adjectives import last_letter
from flows.text.entity_annulling import is_annulled
from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_spans import Document, Span
from flows.text.entity_trimming import trimmed
from flows.text.knowledge import readings
from flows.text.model import EntityKind
from flows.text.ner_features import name_class
from flows.text.ner_model import TAGS
from flows.text.ner_tagging import Tagging
from flows.text.tokens import level

_PLAIN = 42
_UNLIKELY = 0.02
_MINISTRIES = frozenset({"وزاره", "وزارتا", "وزارتي", "وزارات"})
_HEADS = frozenset({"body", "seat", "medium"})
_PARENTS = frozenset({"ام", "ابو"})
_RULES = "تنظيم"  # of a body: the rules for it; but an armed organisation too
_CONTROL_ROOM = ["غرفه", "عمليات"]
_OFFICES = frozenset({"مكتب", "مجموعه", "فرع", "مقر", "اداره", "موقع"})


def model_spans(document: Document, tagging: Tagging) -> list[Span]:
    """The names that the model sees, without the titles and marks at their edges.

    A nationality adjective alone and a bare "the ministry" are no names and are left out.

    >>> from flows.text.ner_tagging import tag_words
    >>> document = Document.of("وصل الرئيس محمد العلي.")
    >>> tagging = tag_words([document.pieces.forms])[0]
    >>> [document.key(span.begin, span.end) for span in model_spans(document, tagging)]
    ['محمد العلي']
    """
    forms = document.pieces.forms
    spans = []
    for begin, end, kind in _runs(tagging.tags):
        first, last = trimmed(forms, begin, end, kind)
        if kind == "PER" and is_team(forms, first):
            kind = "ORG"
        if kind == "LOC" and last - first == 2 and _is_kunya(forms[first], forms[first + 1]):
            kind = "PER"  # "أم حسين"
        if kind == "ORG" and first < last and "event" in cue_classes(forms[first]):
            kind = "MISC"  # "دوري انجلترا"
        if first < last and _is_in_english(forms, first, last):
            continue
        if first < last and kind == "PER" and _is_his_club(document, first):
            continue
        if first < last and not is_annulled(forms, first, last, kind):
            score = max(tagging.scores[first:last])
            if score < _UNLIKELY and last - first == 1:
                continue  # only the tags beside it speak for it
            spans.append(Span(first, last, kind, None, "model", score))
    return spans


def _is_kunya(first: str, name: str) -> bool:
    return first in _PARENTS and "G" in name_class(name) and not readings(f"{first} {name}")


def _is_in_english(forms: list[str], begin: int, end: int) -> bool:
    """Whether Latin words stand on both sides: of what is written in another language."""
    around = [*forms[max(begin - 1, 0) : begin], forms[begin], *forms[end : end + 1]]
    return len(around) == 3 and all(form.isascii() and form.isalpha() for form in around)


def _is_his_club(document: Document, at: int) -> bool:
    """Whether "his club" stands there, which is folded to the letters of the name Nadia."""
    is_rival = "rival" in cue_classes(document.pieces.forms[at])
    return is_rival and last_letter(document, at) == "ه"


def is_team(forms: list[str], at: int) -> bool:
    """Whether what begins at a piece is a club or a company, though named as a person is.

    >>> is_team(["شركه", "ليلي"], 1), is_team(["قال", "ليلي"], 1)
    (True, False)
    """
    if at and forms[at - 1] == '"':
        at -= 1
    return at > 0 and "medium" in cue_classes(forms[at - 1])


def outgrows(forms: list[str], span: Span, known: list[Span]) -> bool:
    """Whether the model reads a noun that follows a known body into its name.

    In "أعلنت هيئة الثقافة الخطة" the last word is what was announced; only adjectives, fields and
    what و and ل join can go on.

    >>> body = Span(1, 3, "ORG", None, "body", 0.8)
    >>> longer = Span(1, 4, "ORG", None, "model", 0.9)
    >>> outgrows(["اعلنت", "هييه", "الثقافه", "الخطه"], longer, [body])
    True
    """
    if span.kind != "ORG":
        return False
    if _is_list(forms, span, known):
        return True
    return any(
        other.begin == span.begin
        and other.end < span.end
        and (
            other.method == "media"  # "مراسل بي بي سي جعفر النصراوي"
            or not (_goes_on(forms, other) and _may_have_aim(forms, span.begin, other.end))
        )
        for other in known
        if other.kind == "ORG"
    ) or any(
        # "وكالة أنباء الإمارات إن القانون"
        other.begin < span.begin < other.end < span.end and other.method == "media"
        for other in known
    )


def _is_list(forms: list[str], span: Span, known: list[Span]) -> bool:
    """Whether a place that و joins to another word is read into the name: "للوصافة والجزائر"."""
    if "و" not in forms[span.begin + 1 : span.end] or not _HEADS.isdisjoint(
        cue_classes(forms[span.begin].removeprefix("ال"))
    ):
        return False
    return any(
        other.kind == "LOC"
        and other.entity_id is not None
        and other.end == span.end
        and forms[other.begin - 1] == "و"
        and other.begin - 1 > span.begin
        for other in known
    )


def is_office(forms: list[str], span: Span, known: list[Span]) -> bool:
    """Whether the model reads the office of a known body, or its deed, into its name.

    >>> known = [Span(1, 2, "ORG", "aljazeera", "media", 0.9)]
    >>> is_office(["مكتب", "الجزيره"], Span(0, 2, "ORG", None, "model", 0.9), known)
    True
    """
    if span.kind != "ORG":
        return False
    following = forms[span.begin + 1] if span.end - span.begin > 1 else ""
    is_rule = forms[span.begin] == _RULES and following.startswith("ال")
    if forms[span.begin] not in _OFFICES and not (is_rule and is_cue(following[2:])):
        if forms[span.begin : span.begin + 2] != _CONTROL_ROOM:
            return False
        return any((other.begin, other.kind) == (span.begin + 2, "ORG") for other in known)
    return any(
        (other.begin, other.end, other.kind) == (span.begin + 1, span.end, "ORG") for other in known
    )


def _may_have_aim(forms: list[str], begin: int, at: int) -> bool:
    """Whether "for …" can belong to a body: to "هيئة … للاستثمار", not to "وزارة المالية".

    A name that is no word for a body, "اليونيسيف" or "بوينغ", stands apart from what it is for.
    """
    if forms[at] != "ل" or at - begin > 1:
        return forms[at] != "ل" or forms[begin] not in _MINISTRIES
    return not _HEADS.isdisjoint(cue_classes(forms[begin].removeprefix("ال")))


def _goes_on(forms: list[str], body: Span) -> bool:
    form = forms[body.end]
    if form == "ب" or (form.startswith("ي") and not name_class(form)):
        return False  # "جمعية الثقافة بالباحة", "صندوق النقد يطالب"
    if form in ("و", "ل", '"'):
        return True
    if not form.startswith("ال"):
        is_name = is_cue(form) or bool(name_class(form))
        return level(form) < _PLAIN or form[0] in "ول" or is_name  # no "أوجه"
    if body.entity_id is not None and _HEADS.isdisjoint(
        cue_classes(forms[body.begin].removeprefix("ال"))
    ):
        return False  # "مانشستر يونايتد العام الماضي"
    return form.endswith(("ي", "يه")) or not {"field", "official"}.isdisjoint(cue_classes(form))


def _runs(tags: list[int]) -> list[tuple[int, int, EntityKind]]:
    runs = []
    reached = 0
    for at in [at for at, tag in enumerate(tags) if tag]:
        if at < reached:
            continue
        inside = tags[at] + 1
        reached = at + 1
        while reached < len(tags) and tags[reached] == inside:
            reached += 1
        runs.append((at, reached, cast(EntityKind, TAGS[tags[at]][2:])))
    return runs
