"""Rules for media, companies and clubs that a word announces, and for names of competitions."""

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_spans import Document, Span
from flows.text.knowledge import country_of_adjective, readings
from flows.text.ner_features import name_class
from flows.text.tokens import level

_COMMON = 46
_CLUB = 50  # clubs are called by ordinary words
_RARE = 38
_UNHEARD = 33
_MOST_QUOTED = 8
# What they deal in is part of their name: "شركة الصفوة للإسمنت".
_TRADING = frozenset({"شركه", "موسسه", "مصنع", "مصانع", "شركات", "دار", "مجموعه"})
_SITE = "موقع"  # of the web, and of an event
_EVENT_WORDS = "حادث حادثه انفجار جريمه هجوم تفجير حريق مشروع عمل اشتباك سقوط بناء هبوط"
_EVENTS = frozenset(_EVENT_WORDS.split())
# Words that begin names of papers and stations: "صحيفة صدى الشعب", "جريدة أخبار الخليج".
_PRESS_WORDS = (
    "صدي صوت نبض منبر رايه مراه لسان عين اخبار انباء حصاد مرايا افاق حديث بوابه نداء رساله"
)
_PRESS_NAMES = frozenset(_PRESS_WORDS.split())
_NEWS = frozenset({"نيوز", "برس", "اونلاين"})
_ANNOUNCING = frozenset({"medium", "seat", "body"})


def announced_organisations(document: Document) -> list[Span]:
    """What stands after "شركة", "صحيفة", "نادي": a quoted name, or one or more rare words.

    >>> document = Document.of("أعلنت شركة نورماكس أن صحيفة «أخبار النهروان» أخطأت")
    >>> [document.key(span.begin, span.end) for span in announced_organisations(document)]
    ['نورماكس', 'اخبار النهروان']
    """
    forms = document.pieces.forms
    spans = []
    for at, classes in document.cues:
        if not _ANNOUNCING.intersection(classes) or at + 1 == len(forms):
            continue
        opening = _opening_quote(forms, at + 1, "medium" in classes)
        if opening > at:
            begin = opening + 1
            end = _closing_quote(forms, begin)
        elif "medium" not in classes:
            continue
        else:
            begin = at + 1
            if forms[at] == _SITE and _is_event(forms[begin]):
                continue  # "موقع الانفجار", "موقع مبناها"
            end = _name_end(forms, begin, _CLUB if forms[at] == "نادي" else _COMMON)
            if forms[begin] in _PRESS_NAMES and _is_definite_noun(*forms[begin + 1 : begin + 2]):
                end = begin + 2
            if forms[at] in _TRADING and end > begin and forms[end : end + 1] == ["ل"]:
                end += 2 * (end + 1 < len(forms) and forms[end + 1].startswith("ال"))
        if end > begin:
            method = "quoted" if opening > at else "announced"
            spans.append(Span(begin, end, "ORG", None, method, 0.7))
    return spans


def competitions(document: Document, spans: list[Span]) -> list[Span]:
    """Names of competitions that end in one of `spans` or an adjective: "دوري أبطال آسيا".

    >>> document = Document.of("في كأس أمم إفريقيا")
    >>> found = competitions(document, [Span(3, 4, "LOC", "africa", "kb", 0.9)])
    >>> [(document.key(span.begin, span.end), span.kind) for span in found]
    [('كاس امم افريقيا', 'MISC')]
    """
    forms = document.pieces.forms
    by_begin = {span.begin: span for span in spans}
    found = []
    for at, classes in document.cues:
        if "event" not in classes:
            continue
        end = at + 1
        while end < len(forms) and "event_of" in cue_classes(forms[end]):
            end += 1
        span = by_begin.get(end)
        if span is not None and span.kind in ("LOC", "ORG"):
            found.append(Span(at, span.end, "MISC", None, "competition", 0.7))
        elif end - at > 1:
            end += end < len(forms) and country_of_adjective(forms[end]) is not None
            found.append(Span(at, end, "MISC", None, "competition", 0.6))
    return found


def _is_event(form: str) -> bool:
    return form.removeprefix("ال") in _EVENTS or (form.endswith("ها") and not name_class(form))


def unlisted_outlets(document: Document) -> list[Span]:
    """Outlets that nobody lists but that are called as outlets are: "الأول نيوز", "شفق برس".

    >>> document = Document.of("نورماس نيوز - بدأ الاجتماع")
    >>> [document.key(span.begin, span.end) for span in unlisted_outlets(document)]
    ['نورماس نيوز']
    """
    forms = document.pieces.forms
    if _NEWS.isdisjoint(forms):
        return []
    return [
        Span(at - 1, at + 1, "ORG", None, "announced", 0.7)
        for at, form in enumerate(forms)
        if form in _NEWS
        and at
        and len(forms[at - 1]) > 2
        and "medium" not in cue_classes(forms[at - 1])
    ]


def _is_definite_noun(form: str = "") -> bool:
    return form.startswith("ال") and not form.endswith(("يه", "ي")) and level(form) < _CLUB + 8


def _opening_quote(forms: list[str], begin: int, is_medium: bool) -> int:
    """Where a quoted name opens, up to two adjectives on: "شركة الأدوية الأمريكية "ليلي"."""
    at = begin
    while is_medium and at - begin < 3 and at < len(forms) and _describes(forms[at]):
        at += 1
    return at if forms[at : at + 1] == ['"'] else -1


def _describes(form: str) -> bool:
    return country_of_adjective(form) is not None or (
        form.startswith("ال") and level(form) > _RARE and not is_cue(form[2:])
    )


def _closing_quote(forms: list[str], begin: int) -> int:
    for end in range(begin + 1, min(begin + _MOST_QUOTED + 1, len(forms))):
        if forms[end] == '"':
            return end
        if not forms[end].isalnum():
            break
    return begin


def _name_end(forms: list[str], begin: int, common: int) -> int:
    end = begin
    while end < len(forms) and end - begin < 3 and _is_proper(forms[end], end == begin, common):
        end += 1
        if forms[end - 1].startswith("ال"):
            break
    return end


def _is_proper(form: str, is_first: bool, common: int) -> bool:
    if not form.isalpha() or len(form) < 3 or is_cue(form) or country_of_adjective(form):
        return False
    if is_first and any(name.kind == "ORG" for name in readings(form)):
        return True  # "مجموعة نيكي"
    if form.startswith("ال"):
        if _ANNOUNCING.intersection(cue_classes(form[2:])):
            return False
        if form.endswith("ي") and level(form) > 25:
            return False  # "موقع إلكتروني"
        return is_first and level(form) < common and not form.endswith(("يه", "ين", "ون"))
    if not is_first and (form.endswith(("ت", "ا")) or level(form) >= _UNHEARD):
        return "X" in name_class(form) or level(form) == 0
    if form[0] in "يت" and level(form) > 25 and not name_class(form):
        return False  # a verb: "11 شركة تستورد"
    if form.endswith(("ه", "ي", "ين", "ات")) and level(form) > 25:
        return False  # "a local company", "big companies"
    return level(form) < _RARE or (bool(name_class(form)) and level(form) < _COMMON)
