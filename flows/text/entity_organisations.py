"""Rules for names of organisations: a word for a kind of body, what it deals with, adjectives.

"وزارة التجارة والصناعة السعودية" is built from the lexicon's bodies and fields; a nisba at the
end says of which country the body is.
"""

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_marks import HEAD
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import country_of_adjective, institution
from flows.text.tokens import level

_MOST_PIECES = 12
_HEADS = frozenset({"body", "seat"})
_ANY_BODY = _HEADS | {"medium"}
_COMMON = 52
# Bodies of which one adjective tells nothing: "الإدارة الجديدة", "المؤسسة الدينية".
_VAGUE = frozenset({"الاداره", "الموسسه", "الامانه", "المكتب"})
_KNOWN = 25
_STANDING = frozenset({"العامه", "الوطني", "الوطنيه", "السعوديه", "السعودي"})
_DEED_WORDS = "مناقشه بحث دراسه متابعه معرفه اتخاذ حضور اجراء تقديم عرض اعلان اختيار انتخاب"
_DEEDS = frozenset(_DEED_WORDS.split())
_GENERAL = frozenset({"المحلي", "المحليه", "المختص", "المختصه", "المعني", "المعنيه"})


def built_organisations(document: Document) -> list[Span]:
    """Names of bodies put together from a body, fields and official adjectives.

    >>> document = Document.of("قالت وزارة التجارة والصناعة إن الهيئة العامة للاستثمار وافقت")
    >>> [document.key(span.begin, span.end) for span in built_organisations(document)]
    ['وزاره التجاره والصناعه', 'الهييه العامه للاستثمار']
    """
    forms = document.pieces.forms
    spans = []
    for at, classes in document.cues:
        if "body" in classes:
            end = _after_fields(forms, at + 1, takes_any="body_of" in classes)
            if end > at + 1:
                spans.append(_with_country(document, at, end))
        elif "troop" in classes and at + 1 < len(forms) and forms[at + 1].isdigit():
            spans.append(Span(at, at + 2, "ORG", None, "body", 0.8))  # "اللواء 15"
    for at in document.marked_as(HEAD):
        end = _after_definite(forms, at + 1)
        if end > at + 1:
            spans.append(_with_country(document, at, end))
    return spans


def after_aim(forms: list[str], begin: int) -> int:
    """Where a name goes on behind "for": "للشرطة القضائية", "للأطفال".

    >>> after_aim(["ل", "الاطفال", "امس"], 1)
    2
    """
    end = _after_fields(forms, begin)
    if end > begin:
        return end
    end = begin + 1
    while is_official(forms, end) or _is_nisba(forms, end) or _is_joined(forms, end):
        end += 2 if forms[end] == "و" else 1
    if forms[end : end + 1] == ["و"] and end == begin + 1:
        return end + _further_aim(forms, end + 1)
    return end


def _further_aim(forms: list[str], at: int) -> int:
    """How many pieces a second aim takes with its "و": "للخزن والتسويق", "للمختبرات وبنوك الدم"."""
    masdar = forms[at] if at < len(forms) else ""
    if is_cue(masdar) and not is_official(forms, at) and not _is_field(forms, at):
        return 0
    if masdar.startswith("ال"):
        return 2 if masdar.startswith("الت") and level(masdar) < _COMMON else 0
    following = forms[at + 1 : at + 2]
    is_idafa = bool(following) and following[0].startswith("ال") and masdar.isalpha()
    return 3 if is_idafa and masdar.startswith(("ت", "بن")) and len(masdar) > 3 else 0


def _is_joined(forms: list[str], at: int) -> bool:
    """Whether "و" joins an adjective to the one before it: "للمدارس العربية والإسلامية"."""
    if forms[at : at + 1] != ["و"] or not (_is_nisba(forms, at - 1) or is_official(forms, at - 1)):
        return False
    following = forms[at + 1 : at + 2]
    return bool(following) and following[0][:2] == "ال" and following[0].endswith("يه")


def _after_fields(forms: list[str], begin: int, *, takes_any: bool = False) -> int:
    end = begin
    if not _is_field(forms, end) and not (takes_any and _is_whole(forms, end)):
        return begin
    end += 1
    while end - begin < _MOST_PIECES:
        if (
            forms[end : end + 1] == ["و"]
            and (
                _is_field(forms, end + 1)
                or (is_official(forms, end - 1) and is_official(forms, end + 1))
            )
        ) or (forms[end : end + 1] == ["ل"] and _is_field(forms, end + 1) and takes_any):
            end += 2
        elif _is_field(forms, end) or is_official(forms, end):
            end += 1
        else:
            break
    while end > begin and not forms[end - 1].startswith("ال") and end - begin > 1:
        end -= 1  # "لشؤون" and "لتطوير" want a word with ال after them
    if end - begin == 1 and not forms[begin].startswith("ال"):
        return begin
    return _with_nisba(forms, end)


def _is_whole(forms: list[str], at: int) -> bool:
    """Whether any noun makes a name of an association: "جمعية النحالين", "رابطة الجمهوريين"."""
    if at >= len(forms) or not forms[at].startswith("ال") or len(forms[at]) < 6:
        return False
    form = forms[at]
    return form.isalpha() and not (
        is_cue(form) or is_cue(form[2:]) or country_of_adjective(form) or level(form) > _COMMON
    )


def _after_definite(forms: list[str], begin: int) -> int:
    end = begin
    while end - begin < 4 and (is_official(forms, end) or _is_nisba(forms, end)):
        end += 1
    if end == begin:
        return begin
    if forms[end : end + 1] == ["ل"] and _is_aim(forms, end + 1):
        if not _ANY_BODY.isdisjoint(cue_classes(forms[end + 1][2:])):
            return begin  # "المكتب المحلي للنقابة", "الأمانة العامة للمجلس"
        if "place_outside" not in cue_classes(forms[end + 1][2:]):
            return after_aim(forms, end + 1)
    if "medium" in cue_classes(forms[begin - 1][2:]):
        return begin  # "الصحف السعودية"
    if forms[end : end + 1] == ["ل"] and _is_task(forms, end):
        return _after_task(forms, end + 1)
    # "المجلس الوطني" alone is a name only where two adjectives, or a country, tell which one.
    is_vague = forms[begin - 1] in _VAGUE or forms[begin] in _GENERAL
    is_told = (
        ("seat" in cue_classes(forms[begin - 1][2:]) and not is_vague)
        or end - begin > 1
        or (_is_nisba(forms, begin) and not is_vague)
        or forms[begin] in ("الاعلي", "المركزي")
    )
    return _with_nisba(forms, end) if is_told else begin


def _is_task(forms: list[str], at: int) -> bool:
    """Whether a task of two words belongs to a name: "الإدارة العامة لتقنية المعلومات".

    What somebody does once is no task: "اجتمعت الجمعية العامة لمناقشة التقرير".
    """
    task = forms[at + 1 : at + 3]
    if len(task) < 2 or task[0] in _DEEDS or forms[at - 1] not in _STANDING:
        return False
    return level(task[0]) > _KNOWN and task[0][:2] != "ال" and task[1][:2] == "ال"


def _after_task(forms: list[str], begin: int) -> int:
    end = begin + 2
    while is_official(forms, end):
        end += 1
    return end


def _is_aim(forms: list[str], at: int) -> bool:
    """Whether a name can go on with what its body is for: "للاستثمار", not "لشؤون قطاع الشمال"."""
    return is_definite(forms, at) and (forms[at][:2] == "ال" or _after_fields(forms, at) > at)


def is_definite(forms: list[str], at: int) -> bool:
    """Whether a piece is a field or a noun with its article.

    >>> is_definite(["ل", "الاطفال"], 1)
    True
    """
    if at >= len(forms):
        return False
    return _is_field(forms, at) or (forms[at].startswith("ال") and len(forms[at]) > 4)


def _with_nisba(forms: list[str], end: int) -> int:
    return end + 1 if _is_nisba(forms, end) else end


def _is_nisba(forms: list[str], at: int) -> bool:
    return (
        at < len(forms)
        and forms[at].startswith("ال")
        and forms[at].endswith(("ي", "يه"))
        and country_of_adjective(forms[at]) is not None
    )


def _is_field(forms: list[str], at: int) -> bool:
    return at < len(forms) and "field" in cue_classes(forms[at])


def is_official(forms: list[str], at: int) -> bool:
    """Whether a piece is an adjective of office.

    >>> is_official(["المجلس", "الاعلي"], 1)
    True
    """
    return at < len(forms) and "official" in cue_classes(forms[at])


def _with_country(document: Document, begin: int, end: int) -> Span:
    forms = document.pieces.forms
    entity_id = None
    country = country_of_adjective(forms[end - 1])
    if country is not None and end - begin > 2:
        known = institution(document.key(begin, end - 1), country)
        entity_id = known.entity_id if known else None
    method = "institution" if entity_id else "body"
    return Span(begin, end, "ORG", entity_id, method, 0.85)


def is_bare_body(form: str) -> bool:
    """Whether a word alone is "the ministry", "the council": a mention of no name.

    >>> is_bare_body("الوزاره"), is_bare_body("الناتو")
    (True, False)
    """
    return form.startswith("ال") and "body" in cue_classes(form[2:]) and level(form) > 0
