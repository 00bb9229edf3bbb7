"""Rules for names of organisations: a word for a kind of body, what it deals with, adjectives.

"وزارة التجارة والصناعة السعودية" is built from the lexicon's bodies and fields; a nisba at the
end says of which country the body is.
"""

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_marks import HEAD
from flows.text.entity_name_words import name_end
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import country_of_adjective, entities, institution, readings
from flows.text.model import EntityKind
from flows.text.tokens import level

_MOST_PIECES = 12
_PLACES = frozenset({"place_inside", "place_patron"})
_NAMED_AFTER = _PLACES | {"seat", "local_seat", "body"}
_HEADS = frozenset({"body", "seat"})
_ANY_BODY = _HEADS | {"medium"}
_TOWNS = frozenset({"city", "town", "capital", "province", "district", "region"})
_COMMON = 52
# Bodies that are led by the person who follows, not named after him.
_LED = frozenset({"رياسه", "اداره", "لجنه", "مجلس", "حزب", "حركه", "مكتب"})
# Bodies of which one adjective tells nothing: "الإدارة الجديدة", "المؤسسة الدينية".
_VAGUE = frozenset({"الاداره", "الموسسه", "الامانه", "المكتب"})
_KNOWN = 25
_STANDING = frozenset({"العامه", "الوطني", "الوطنيه", "السعوديه", "السعودي"})
_DEED_WORDS = "مناقشه بحث دراسه متابعه معرفه اتخاذ حضور اجراء تقديم عرض اعلان اختيار انتخاب"
_DEEDS = frozenset(_DEED_WORDS.split())
_GENERAL = frozenset({"المحلي", "المحليه", "المختص", "المختصه", "المعني", "المعنيه"})
_HOSPITAL = "مستشفي"
_CENTRE, _OF_CARE = "المركز", "الاستشفايي"
_WARDS = frozenset({_CENTRE, "المستشفي"})
_RANKS = frozenset({"الجهوي", "الجامعي", "الاقليمي", "العسكري", "المحلي"})
_LOCAL = frozenset({"local_seat"})
_COURTS = frozenset({"محكمه", "المحكمه"})


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


def seated_organisations(document: Document, spans: list[Span]) -> list[Span]:
    """Bodies and places named after one of `spans`: "جامعة القاهرة", "استاد الملك فهد".

    A court takes its town with a preposition as well: "المحكمة الابتدائية بإنزكان".

    >>> document = Document.of("في جامعة الملك سعود بالرياض")
    >>> found = seated_organisations(document, [Span(3, 4, "PER", None, "title", 0.9)])
    >>> [(document.key(span.begin, span.end), span.kind) for span in found]
    [('جامعه الملك سعود', 'ORG')]
    """
    forms = document.pieces.forms
    by_begin = {span.begin: span for span in spans}
    found = []
    for at, classes in document.cues:
        if _NAMED_AFTER.isdisjoint(classes):
            continue
        begin = at + 1
        while begin < len(forms) and begin - at < 4 and "title" in cue_classes(forms[begin]):
            begin += 1
        other = by_begin.get(begin)
        if other is None and begin > at + 1 and name_end(forms, begin) > begin:
            other = Span(begin, name_end(forms, begin), "PER", None, "patron", 0.7)
        if other is None:
            continue
        has_patron = "seat" in classes or (begin > at + 1 and forms[at] not in _LED)
        has_patron &= classes != _LOCAL  # "صحة الشاعر" is how he is
        is_patron = other.kind == "PER" and has_patron
        is_teaching = forms[at] == _HOSPITAL and other.kind == "ORG" and _is_school(forms, other)
        if is_patron or is_teaching or (other.kind == "LOC" and _takes_place(classes, other)):
            end = _after_patron(forms, other.end)
            kind: EntityKind = "ORG" if _PLACES.isdisjoint(classes) else "LOC"
            first = at - (at > 0 and "local_seat" in classes and _is_station(forms[at - 1]))
            found.append(Span(first, end, kind, _only_id(document, at, end, kind), "seat", 0.8))
    found += _named_hospitals(forms, by_begin)
    courts = [span for span in spans if span.kind == "ORG" and forms[span.begin] in _COURTS]
    for court in courts:
        town = by_begin.get(court.end + 1)
        if town is None or town.kind != "LOC" or not _takes_place(_LOCAL, town):
            continue  # "محكمة الجنايات بدولة الكويت" is two names
        if forms[court.end] in ("ب", "ل"):
            found.append(Span(court.begin, town.end, "ORG", None, "seat", 0.8))
    return found


def _named_hospitals(forms: list[str], by_begin: dict[int, Span]) -> list[Span]:
    """Hospitals with a patron behind their rank: "المركز الاستشفائي الجهوي الحسن الثاني"."""
    found: list[Span] = []
    if _WARDS.isdisjoint(forms):
        return found
    for at, form in enumerate(forms):
        if form not in _WARDS or (form == _CENTRE and forms[at + 1 : at + 2] != [_OF_CARE]):
            continue
        begin = at + 1 + (form == _CENTRE)
        has_rank = begin < len(forms) and forms[begin] in _RANKS
        if form != _CENTRE and not has_rank:
            continue  # "قال رئيس المستشفى فلان"
        begin += has_rank
        patron = by_begin.get(begin)
        if patron is not None and patron.kind == "PER":
            found.append(Span(at, patron.end, "ORG", None, "seat", 0.8))
    return found


def _takes_place(classes: frozenset[str], place: Span) -> bool:
    """Whether a body is named after a place: "سفارة مصر", "شرطة جدة", no "صحة العالم"."""
    if "local_seat" not in classes:
        return "seat" in classes
    return place.entity_id is None or entities()[place.entity_id].subtype in _TOWNS


def _is_school(forms: list[str], body: Span) -> bool:
    return "seat" in cue_classes(forms[body.begin])


def _is_station(form: str) -> bool:
    return form in ("مركز", "مديريه", "اداره", "قسم")


def _after_patron(forms: list[str], begin: int) -> int:
    """Where a name goes on behind a patron or town: "… التخصصي للأطفال"."""
    end = begin
    while _is_official(forms, end):
        end += 1
    if forms[end : end + 1] == ["ل"] and _is_definite(forms, end + 1):
        return _after_aim(forms, end + 1)
    return end


def _after_aim(forms: list[str], begin: int) -> int:
    """Where a name goes on behind "for": "للشرطة القضائية", "للأطفال"."""
    end = _after_fields(forms, begin)
    if end > begin:
        return end
    end = begin + 1
    while _is_official(forms, end) or _is_nisba(forms, end) or _is_joined(forms, end):
        end += 2 if forms[end] == "و" else 1
    return end


def _is_joined(forms: list[str], at: int) -> bool:
    """Whether "و" joins an adjective to the one before it: "للمدارس العربية والإسلامية"."""
    if forms[at : at + 1] != ["و"] or not (_is_nisba(forms, at - 1) or _is_official(forms, at - 1)):
        return False
    following = forms[at + 1 : at + 2]
    return bool(following) and following[0][:2] == "ال" and following[0].endswith("يه")


def _only_id(document: Document, begin: int, end: int, kind: EntityKind) -> str | None:
    ids = {n.entity_id for n in readings(document.key(begin, end)) if n.kind == kind}
    return ids.pop() if len(ids) == 1 else None


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
                or (_is_official(forms, end - 1) and _is_official(forms, end + 1))
            )
        ) or (forms[end : end + 1] == ["ل"] and _is_field(forms, end + 1) and takes_any):
            end += 2
        elif _is_field(forms, end) or _is_official(forms, end):
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
    while end - begin < 4 and (_is_official(forms, end) or _is_nisba(forms, end)):
        end += 1
    if end == begin:
        return begin
    if forms[end : end + 1] == ["ل"] and _is_aim(forms, end + 1):
        if not _ANY_BODY.isdisjoint(cue_classes(forms[end + 1][2:])):
            return begin  # "المكتب المحلي للنقابة", "الأمانة العامة للمجلس"
        if "place_outside" not in cue_classes(forms[end + 1][2:]):
            return _after_aim(forms, end + 1)
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
    while _is_official(forms, end):
        end += 1
    return end


def _is_aim(forms: list[str], at: int) -> bool:
    """Whether a name can go on with what its body is for: "للاستثمار", not "لشؤون قطاع الشمال"."""
    return _is_definite(forms, at) and (forms[at][:2] == "ال" or _after_fields(forms, at) > at)


def _is_definite(forms: list[str], at: int) -> bool:
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


def _is_official(forms: list[str], at: int) -> bool:
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
