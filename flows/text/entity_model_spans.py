"""Turns the tags of the sequence model into spans, cleaned of what is no part of a name."""

from typing import cast

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_name_words import CONNECTORS, is_given_before, is_no_part
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import country_of_adjective, readings
from flows.text.model import EntityKind
from flows.text.ner_features import name_class
from flows.text.ner_model import TAGS
from flows.text.ner_tagging import Tagging
from flows.text.tokens import ALI, level

# What announces a name of the kind and stays outside it.
_OUTSIDE = {
    "PER": frozenset(
        {"title", "weak_title", "qualifier", "saying"}
        | {"place_inside", "place_outside", "seat", "body", "medium"}
    ),
    "LOC": frozenset({"place_outside"}),
    "ORG": frozenset({"medium", "saying"}),
    "MISC": frozenset({"medium"}),
}
_BEFORE_PEOPLE = frozenset({"title", "weak_title", "saying"})
_TITLES = frozenset({"title", "weak_title"})
_HEADS = frozenset({"body", "seat", "medium"})
_COMMON = 35  # a Zipf value of 3.5
_FUNCTION = 60
_UNLIKELY = 0.02
_MINISTRIES = frozenset({"وزاره", "وزارتا", "وزارتي", "وزارات"})
_BRACKETS = frozenset("()[]")
_UNITS = frozenset({"منطقه", "محافظه", "ولايه", "اقليم", "مقاطعه"})
_OF_MEDIA = frozenset({"الحكوميه", "الرسميه", "الخاصه", "الالكتروني", "الالكترونيه", "التلفزيونيه"})
_OFFICES = frozenset({"مكتب", "مجموعه", "فرع", "مقر", "اداره", "موقع"})
_PROCLITICS = frozenset("وفبلك")


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
        first, last = _trimmed(forms, begin, end, kind)
        if kind == "PER" and is_team(forms, first):
            kind = "ORG"
        if kind == "ORG" and first < last and "event" in cue_classes(forms[first]):
            kind = "MISC"  # "دوري انجلترا"
        if first < last and not _is_annulled(forms, first, last, kind):
            score = max(tagging.scores[first:last])
            if score < _UNLIKELY and last - first == 1:
                continue  # only the tags beside it speak for it
            spans.append(Span(first, last, kind, None, "model", score))
    return spans


def is_team(forms: list[str], at: int) -> bool:
    """Whether what begins at a piece is a club or a company, though named as a person is.

    >>> is_team(["شركه", "ليلي"], 1), is_team(["قال", "ليلي"], 1)
    (True, False)
    """
    if at and forms[at - 1] == '"':
        at -= 1
    return at > 0 and "medium" in cue_classes(forms[at - 1])


def _is_annulled(forms: list[str], begin: int, end: int, kind: EntityKind) -> bool:
    before = cue_classes(forms[begin - 1]) if begin else frozenset()
    if "annuls" in before or _is_no_name(forms[begin:end], kind):
        return True
    if kind == "ORG" and end - begin == 2 and _HEADS.isdisjoint(before):
        return _is_trade(*forms[begin:end])
    if end - begin == 1 and begin and forms[begin - 1].isdigit():
        return True  # "1.8 جيجاهرتز", "61 بلاغا"
    if kind == "ORG" and end - begin == 1 and level(forms[begin]) > _COMMON + 12:
        return _HEADS.isdisjoint(before)  # "فتح" (opening), which is a movement too
    # An ordinary word that nothing announces: "رياضي / …" over a sports item.
    return (
        kind == "PER"
        and end - begin == 1
        and level(forms[begin]) > _COMMON + 5
        and "X" not in name_class(forms[begin])
        and before.isdisjoint(_BEFORE_PEOPLE)
    )


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
    return any(
        other.begin == span.begin
        and other.end < span.end
        and (
            other.method == "media"  # "مراسل بي بي سي جعفر النصراوي"
            or not (_goes_on(forms, other.end) and _may_have_aim(forms, span.begin, other.end))
        )
        for other in known
        if other.kind == "ORG"
    )


def is_office(forms: list[str], span: Span, known: list[Span]) -> bool:
    """Whether the model reads the office of a known body, or its deed, into its name.

    >>> known = [Span(1, 2, "ORG", "aljazeera", "media", 0.9)]
    >>> is_office(["مكتب", "الجزيره"], Span(0, 2, "ORG", None, "model", 0.9), known)
    True
    """
    if span.kind != "ORG" or forms[span.begin] not in _OFFICES:
        return False
    return any(
        (other.begin, other.end, other.kind) == (span.begin + 1, span.end, "ORG") for other in known
    )


def _may_have_aim(forms: list[str], begin: int, at: int) -> bool:
    """Whether "for …" can belong to a body: to "هيئة … للاستثمار", not to "وزارة المالية"."""
    return forms[at] != "ل" or forms[begin] not in _MINISTRIES


def _goes_on(forms: list[str], at: int) -> bool:
    form = forms[at]
    if form in ("و", "ل", '"') or not form.startswith("ال"):
        return True
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


def _trimmed(forms: list[str], begin: int, end: int, kind: EntityKind) -> tuple[int, int]:
    outside = _OUTSIDE[kind]
    if kind == "PER" and forms[begin : begin + 2] == ["ايه", "الله"]:
        begin += 2  # Ayatollah
    while begin < end and (
        not forms[begin][0].isalnum()
        or forms[begin] in _PROCLITICS
        or (end - begin > 1 and not outside.isdisjoint(cue_classes(forms[begin])))
    ):
        if kind == "PER" and is_given_before(forms, begin):
            break  # "سلطان القاسمي"
        begin += 1
    while begin < end and (not forms[end - 1][0].isalnum() or forms[end - 1] in _PROCLITICS):
        end -= 1
    while (
        end - begin > 1
        and kind in ("ORG", "PER")
        and not _TITLES.isdisjoint(cue_classes(forms[end - 1]))
        and (kind == "ORG" or forms[end - 2] not in CONNECTORS)  # "آل الشيخ"
    ):
        end -= 1
    while end - begin > 1 and kind == "PER" and _ends_before(forms, begin, end - 1):
        end -= 1
    while kind == "PER" and end - begin > 1 and _is_particle(forms[begin]):
        begin += 1
    for at in range(begin, end):
        if forms[at] in _BRACKETS or (kind == "ORG" and forms[at] == "-"):
            end = at
            break
    # After a noun with ال, a word without it begins something new: "وزارة الدفاع طلبوا".
    while end - begin > 1 and kind in ("ORG", "LOC") and _begins_anew(forms, end - 1):
        end -= 1
    while kind == "ORG" and end - begin > 2 and _is_object(forms[end - 1]):
        end -= 1  # "سفارة مصر بيانا"
    if kind == "LOC" and _is_left_out(forms[begin]):
        # The adjective agrees with "مدينة" or "منطقة": "منتجع كانكون المكسيكي".
        while end - begin > 1 and country_of_adjective(forms[end - 1]):
            end -= 1
    if kind == "ORG" and "body" not in cue_classes(forms[begin].removeprefix("ال")):
        # The adjective agrees with "نادي" or "شركة", which stands outside.
        while end - begin > 1 and (
            country_of_adjective(forms[end - 1]) or forms[end - 1] in _OF_MEDIA
        ):
            end -= 1
    if '"' in forms[begin:end]:
        begin = end - 1 - forms[begin:end][::-1].index('"') + 1  # a quoted name is what is quoted
    return begin, end


def _is_object(form: str) -> bool:
    """Whether a word is an indefinite noun in the accusative, the object of the verb before."""
    if not form.endswith("ا") or form.startswith("ال") or level(form) == 0:
        return False
    return level(form[:-1]) > 30 and not name_class(form) and not readings(form)


def _is_left_out(form: str) -> bool:
    return "place_inside" not in cue_classes(form) or form in _UNITS


def _ends_before(forms: list[str], begin: int, at: int) -> bool:
    """Whether a word at the end of a person's name is none: "هوبر المتعامل", "سالم أمس"."""
    form = forms[at]
    if is_no_part(forms[begin], form):
        return True
    if form[0] == "ي" and at > begin and not name_class(form) and level(form) > 0:
        return True  # a verb: "ميارة يلتقي"
    if name_class(form).lower() not in ("", "x") or form == ALI or forms[at - 1] in CONNECTORS:
        return False
    is_foreign = "G" not in name_class(forms[begin])
    return level(form) > (28 if form.startswith("ال") and is_foreign else 55)


def _is_particle(form: str) -> bool:
    """Whether a word as common as "أن" and "الذي" cannot begin a person's name."""
    return level(form) > _FUNCTION and not name_class(form)


def _begins_anew(forms: list[str], at: int) -> bool:
    form = forms[at]
    if not forms[at - 1].startswith("ال") or form.startswith("ال") or form in _PROCLITICS:
        return False
    return form.isalpha() and not form.isascii() and not name_class(form)


def _is_no_name(forms: list[str], kind: EntityKind) -> bool:
    only = forms[0]
    if kind == "ORG" and len(forms) == 1 and only.startswith("ال") and only.endswith("يه"):
        return level(only) > _COMMON  # "المصرفية", of a bank
    if any("no_name" in cue_classes(form) for form in forms):
        return True
    if kind == "PER" and not any(name_class(form) or level(form) < _COMMON for form in forms):
        return True
    if len(forms) > 1:
        if kind == "LOC" and "place_inside" in cue_classes(only):
            return _is_plain(forms[1:])
        if kind == "ORG" and _is_bare(forms):
            return True
        is_body = kind == "ORG" and "body" in cue_classes(only)
        return is_body and (_is_plain(forms[1:]) or _is_any(forms[1]))
    if len(only) < 2 or country_of_adjective(only):
        return True
    return (
        is_cue(only)
        or {"body", "medium"}.intersection(cue_classes(only.removeprefix("ال"))) != set()
    )


def _is_bare(forms: list[str]) -> bool:
    """Whether "the party" is followed by what is no part of a name: "الحزب نأي"."""
    only, second = forms[:2]
    if not only.startswith("ال") or "body" not in cue_classes(only[2:]):
        return False
    return not second.startswith("ال") and second not in ("ل", "-", "و") and second.isalpha()


def _is_any(adjective: str) -> bool:
    """Whether a body is one of many: "مديرية مختصة", "لجنة وزارية"."""
    return (
        adjective.endswith(("ه", "ي"))
        and not adjective.startswith("ال")
        and min(level(adjective), level(f"ال{adjective}")) > 30
        and not name_class(adjective)
        and not readings(adjective)
    )


def _is_trade(noun: str, adjective: str) -> bool:
    """Whether two ordinary words name a trade and no body: "التسويق العقاري"."""
    return (
        noun.startswith("ال")
        and adjective.startswith("ال")
        and adjective.endswith(("ي", "يه"))
        and level(noun) > _COMMON
        and level(adjective) > _COMMON
        and not _HEADS.intersection(cue_classes(noun[2:]))
        and country_of_adjective(adjective) is None
    )


def _is_plain(forms: list[str]) -> bool:
    """Whether ordinary words without an article follow: "a local council" is no name."""
    return all(
        not form.startswith("ال") and level(form) > _COMMON and not name_class(form)
        for form in forms
    )
