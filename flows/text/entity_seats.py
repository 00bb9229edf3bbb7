"""Rules for bodies and places that are named after a town, a country or a patron."""

from flows.text.entity_cues import cue_classes
from flows.text.entity_name_words import name_end
from flows.text.entity_organisations import after_aim, is_definite, is_official
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import entities, readings
from flows.text.model import EntityKind

_PLACES = frozenset({"place_inside", "place_patron"})
_NAMED_AFTER = _PLACES | {"seat", "local_seat", "body"}
_TOWNS = frozenset({"city", "town", "capital", "province", "district", "region"})
# Bodies that are led by the person who follows, not named after him.
_LED = frozenset(
    {"رياسه", "اداره", "لجنه", "مجلس", "حزب", "حركه", "مكتب", "ايتلاف", "تحالف", "تيار"}
)
_HOSPITAL = "مستشفي"
_AUTHORITY, _COUNCIL = "هييه", "مجلس"
_WITH_COUNCILS = frozenset({"محافظه", "منطقه", "ولايه", "جامعه", "بلديه", "امانه", "اماره", "جهه"})
_CENTRE, _OF_CARE = "المركز", "الاستشفايي"
_WARDS = frozenset({_CENTRE, "المستشفي"})
_RANKS = frozenset({"الجهوي", "الجامعي", "الاقليمي", "العسكري", "المحلي"})
_LOCAL = frozenset({"local_seat"})
_ACTING = frozenset({"المكلف", "السابق", "الحالي", "المنتخب"})  # of who leads it
_COURTS = frozenset({"محكمه", "المحكمه"})


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
        # "هيئة قناة بنما", "مجلس محافظة بغداد"
        is_canal = forms[at] == _AUTHORITY and other.kind == "LOC"
        is_canal |= forms[at] == _COUNCIL and forms[begin] in _WITH_COUNCILS
        if (
            is_canal
            or is_patron
            or is_teaching
            or (other.kind == "LOC" and _takes_place(classes, other))
        ):
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
    while is_official(forms, end) and forms[end] not in _ACTING:
        end += 1
    if forms[end : end + 1] == ["ل"] and is_definite(forms, end + 1):
        return after_aim(forms, end + 1)
    return end


def _only_id(document: Document, begin: int, end: int, kind: EntityKind) -> str | None:
    ids = {n.entity_id for n in readings(document.key(begin, end)) if n.kind == kind}
    return ids.pop() if len(ids) == 1 else None
