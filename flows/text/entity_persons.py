"""Rules for names of people: after a title, and strings of known names.

The model knows how names look; these rules know how they are introduced.
"""

from functools import lru_cache

from flows.text.entity_cues import cue_classes
from flows.text.entity_marks import PERSONAL
from flows.text.entity_name_words import (
    COMMON,
    CONNECTORS,
    RARE,
    has_pronoun,
    is_given_before,
    is_name_word,
    name_end,
)
from flows.text.entity_spans import Document, Span
from flows.text.entity_speakers import is_unheard_of
from flows.text.knowledge import country_of_adjective, readings
from flows.text.ner_features import name_class
from flows.text.tokens import ALI, ON, level

_TITLES = frozenset({"title", "weak_title", "qualifier"})
_GOVERNORS = frozenset({"محافظ", "امير", "والي", "عمده", "حاكم", "عامل", "سفير", "قنصل"})
_MOST_TITLES = 7
_MORE = 5  # half a Zipf value
_GIVEN = 62  # "محمد" is the most frequent given name


def introduced_people(document: Document) -> list[Span]:
    """Names of people that stand after a title, or as a string of two or more personal names.

    >>> document = Document.of("استقبل الأمير الدكتور تركي بن طلال وفدا")
    >>> [document.key(span.begin, span.end) for span in introduced_people(document)]
    ['تركي بن طلال']
    """
    forms = document.pieces.forms
    spans = []
    reached = 0
    tells_ali = ON in forms  # the text spells the preposition apart from the name
    for at, classes in document.cues:
        if at >= reached and ("title" in classes or "weak_title" in classes):
            begin = _after_titles(forms, at)
            end = _end_of_introduced(forms, begin, tells_ali)
            if begin < end and _is_full_name(forms[begin:end], after_title="title" in classes):
                spans.append(Span(begin, end, "PER", None, "title", 0.9))
                reached = end
    named = {at for span in spans for at in range(span.begin, span.end)}
    reached = 0
    for at in document.marked_as(PERSONAL):
        if at < reached or at in named:
            continue
        form = forms[at]
        if form == ALI:
            end = name_end(forms, at, at + 1) if tells_ali else at
            if end > at + 1 and _is_known(forms[at + 1]):
                spans.append(Span(at, end, "PER", None, "names", 0.8))
                reached = end
        elif _begins_name(form) or ("G" in name_class(form) and _is_family(forms, at + 1)):
            end = name_end(forms, at)
            if end - at > 1 and _is_full_name(forms[at:end], after_title=False):
                spans.append(Span(at, end, "PER", None, "names", 0.8))
                reached = end
    return spans


def extended_person(forms: list[str], span: Span) -> Span:
    """A person's span with the further names that follow it, and the given name before "بن".

    >>> forms = ["استشهد", "احمد", "جعفر", "المجيشي", "البارقي"]
    >>> extended_person(forms, Span(1, 3, "PER", None, "model", 0.9)).end
    5
    """
    begin, end = span.begin, span.end
    if begin and _precedes(forms[begin - 1], forms[begin]):
        begin -= 1
    end = name_end(forms, begin, end)
    if (begin, end) == (span.begin, span.end):
        return span
    return Span(begin, end, span.kind, None, span.method, span.score)


def without_place(forms: list[str], span: Span) -> Span:
    """A person's span without the place before the name: "محافظ ميسان تركي بن خالد".

    >>> without_place(["ميسان", "تركي", "بن", "خالد"], Span(0, 4, "PER", None, "title", 0.9)).begin
    1
    """
    if span.entity_id is not None or span.end - span.begin < 2:
        return span
    first, second = forms[span.begin : span.begin + 2]
    if first == "بني" and span.end - span.begin > 3:  # "محافظ بني حسن محمد البقيصي"
        return Span(span.begin + 2, span.end, span.kind, None, span.method, span.score)
    if second in CONNECTORS:  # "طريف بن يوسف", though Turaif is a town
        return span
    is_place = any(name.kind == "LOC" for name in readings(first))
    is_governed = span.begin > 0 and forms[span.begin - 1] in _GOVERNORS
    if is_place and (is_governed or "G" not in name_class(first)) and "G" in name_class(second):
        return Span(span.begin + 1, span.end, span.kind, None, span.method, span.score)
    return span


def apart_from_next(people: list[Span], known: list[Span]) -> list[Span]:
    """The people without those whose span holds a known full name and the known name behind it.

    >>> known = [Span(1, 3, "PER", "john-kerry", "kb", 0.95), Span(3, 4, "LOC", "moscow", "kb", 1)]
    >>> apart_from_next([Span(1, 4, "PER", None, "model", 1)], known)
    []
    """
    begins = {span.begin for span in known}
    pairs = [
        (span.begin, span.end)
        for span in known
        if span.kind == "PER" and span.end - span.begin > 1 and span.end in begins
    ]
    return [
        span
        for span in people
        if not any(span.begin <= begin and end < span.end for begin, end in pairs)
    ]


def _precedes(given: str, name: str) -> bool:
    if name in CONNECTORS:
        return bool(name_class(given))
    return bool(name_class(given)) and level(given) < COMMON + 15 and is_name_word(given)


@lru_cache(maxsize=1 << 16)
def _begins_name(form: str) -> bool:
    kinds = name_class(form)
    if not kinds or not is_name_word(form) or form == "الله":
        return False
    if "G" in kinds:
        return level(form) < COMMON + 15
    return level(form) < (COMMON if "X" in kinds else RARE + 8)


def _is_family(forms: list[str], at: int) -> bool:
    # "علي القحطاني", though علي is mostly the preposition.
    if at == len(forms) or not forms[at].startswith("ال"):
        return False
    return forms[at].endswith("ي") and "F" in name_class(forms[at]) and is_name_word(forms[at])


def _end_of_introduced(forms: list[str], begin: int, tells_ali: bool) -> int:
    """Where the name after a title ends: a given name that is a title too begins one as well."""
    if is_given_before(forms, begin):
        return name_end(forms, begin, begin + 1)
    if forms[begin : begin + 1] == [ALI] and begin + 1 < len(forms):
        following = forms[begin + 1]
        if _is_known(following) or (tells_ali and _ends_ali(following)):
            return max(name_end(forms, begin, begin + 1), begin + 2)
    return name_end(forms, begin)


def _ends_ali(form: str) -> bool:
    """Whether a word is the rest of a name after علي, where على is spelt apart from it."""
    if form == "بن" or is_unheard_of(form):
        return True
    return form.startswith("ال") and form.endswith("ي") and is_name_word(form)


def _is_known(form: str = "") -> bool:
    """Whether the list of personal names has a word often, and it is no ordinary word."""
    return not name_class(form).islower() and is_name_word(form) and bool(name_class(form))


def _after_titles(forms: list[str], at: int) -> int:
    begin = at + 1
    while begin < len(forms) and begin - at <= _MOST_TITLES and _may_follow_title(forms, begin):
        begin += 1
    return begin


def _may_follow_title(forms: list[str], at: int) -> bool:
    form = forms[at]
    if form == '"' or (form in ".(" and len(forms[at - 1]) < 3):  # "د. خديجة"
        return True
    classes = cue_classes(form)
    if not _TITLES.isdisjoint(classes):
        return not is_given_before(forms, at)
    if has_pronoun(form):
        return True  # "وزير دفاعها"
    return form.startswith("ال") and country_of_adjective(form) is not None


def _is_full_name(name: list[str], after_title: bool) -> bool:
    kinds = [name_class(form) for form in name if form not in CONNECTORS]
    if after_title:
        # One rare word, or one known name, is enough after "the president".
        if len(name) > 1:
            return bool(kinds)
        if not kinds or has_pronoun(name[0]) or _is_joined(name[0]):
            return False
        return level(name[0]) == 0 or (
            bool(kinds[0]) and level(name[0]) < (_GIVEN if "G" in kinds[0] else COMMON)
        )
    known = [kind for kind in kinds if kind.upper() != kind.lower() and any(map(str.isupper, kind))]
    has_connector = len(kinds) < len(name)
    rare = [form for form in name if name_class(form) and level(form) < RARE]
    if len(kinds) == 2 and "G" in kinds[0] and not kinds[1] and name[-1].startswith("ال"):
        return level(name[-1]) == 0  # "عمر السومة"
    return (
        len(known) >= 2
        or len(rare) >= 2
        or (has_connector and bool(known or rare))
        or (len(known) == 1 and len(name) > 2)
    )


def _is_joined(form: str) -> bool:
    """Whether a listed name is rather a preposition and a word: "باسمه"."""
    return form[0] in "بلك" and level(form[1:]) > level(form) + _MORE
