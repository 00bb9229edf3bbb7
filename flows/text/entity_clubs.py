"""Clubs that bear the name of their town alone: "فاز على ضيفه هامبورغ", "شتوتغارت الألماني".

In an article about sport a town is its club where a word for a rival stands before it or the
adjective of its country behind it; then it is the club at its other places in the article too,
save where a preposition of place tells the town.
"""

from dataclasses import replace

from flows.text.entity_cues import cue_classes, is_cue
from flows.text.entity_spans import Document, Span
from flows.text.entity_support import speaks_of_sport
from flows.text.knowledge import country_of_adjective, entities, readings
from flows.text.ner_features import name_class
from flows.text.tokens import level

_COMMON = 35  # a Zipf value of 3.5
_OWN = 48
_TOWNS = frozenset({"city", "town", "capital", "province", "district"})
_AT = frozenset({"في", "الي", "ب", "مدينه", "العاصمه", "بمدينه", "ملعب", "استاد", "مطار", "داخل"})


def city_clubs(document: Document, spans: list[Span]) -> list[Span]:
    """`spans`, with the towns that stand for their clubs as bodies.

    >>> document = Document.of("سجل مهاجم في مباراة الدوري على ضيفه هامبورغ")
    >>> found = city_clubs(document, [Span(7, 8, "LOC", "hamburg", "kb", 0.9)])
    >>> [(document.key(span.begin, span.end), span.kind) for span in found]
    [('هامبورغ', 'ORG')]
    """
    forms = document.pieces.forms
    towns = [span for span in spans if span.kind == "LOC" and _is_town(forms, span)]
    if not towns:
        return spans
    if not speaks_of_sport(document):
        return [_club(document, span) if _is_named_club(forms, span) else span for span in spans]
    clubs = {
        document.key(span.begin, span.end)
        for span in towns
        if not _is_at(forms, span) and (_is_rival(forms, span) or _has_nisba(forms, span))
    }
    for span in spans:
        if _is_club(span):  # "مانشستر يونايتد", and "مانشستر" alone
            clubs |= {document.key(span.begin, end) for end in (span.begin + 1, span.end)}
    return [
        _club(document, span)
        if span in towns and document.key(span.begin, span.end) in clubs and not _is_at(forms, span)
        else span
        for span in spans
    ]


def short_clubs(document: Document, spans: list[Span]) -> list[Span]:
    """The further places where the last word of a club's name stands for it: "سيتي".

    >>> document = Document.of("فاز مانشستر سيتي في مباراة الدوري بعد أن سيطر سيتي")
    >>> found = short_clubs(document, [Span(1, 3, "ORG", "man-city", "kb", 0.95)])
    >>> [(span.begin, span.entity_id) for span in found]
    [(9, 'man-city')]
    """
    forms = document.pieces.forms
    bearers: dict[str, str | None] = {}
    for span in spans:
        last = forms[span.end - 1]
        if span.end - span.begin == 2 and _is_club(span) and _is_short(last):
            bearers.setdefault(last, span.entity_id)  # the one that the article is about
    if not bearers or not speaks_of_sport(document):
        return []
    taken = {at for span in spans if span.method != "model" for at in range(span.begin, span.end)}
    return [
        Span(at, at + 1, "ORG", bearers[form], "club", 0.8)
        for at, form in enumerate(forms)
        if form in bearers and at not in taken
    ]


def _is_short(form: str) -> bool:
    """Whether a word is a club's own, no town, person or adjective: "يونايتد", not "مدريد"."""
    if form.startswith("ال") or len(form) < 4 or is_cue(form) or country_of_adjective(form):
        return False
    return not name_class(form) and level(form) < _OWN and not readings(form)


def _is_town(forms: list[str], span: Span) -> bool:
    if span.entity_id is None:
        return span.method == "model" and level(forms[span.begin]) < _COMMON
    return entities()[span.entity_id].subtype in _TOWNS


def _is_at(forms: list[str], span: Span) -> bool:
    return span.begin > 0 and forms[span.begin - 1] in _AT


def _is_rival(forms: list[str], span: Span) -> bool:
    return span.begin > 0 and "rival" in cue_classes(forms[span.begin - 1])


def _is_named_club(forms: list[str], span: Span) -> bool:
    """ "نادي روما" is a club in any article."""
    return span.kind == "LOC" and span.begin > 0 and forms[span.begin - 1] == "نادي"


def _is_club(span: Span) -> bool:
    if span.kind != "ORG" or span.entity_id is None or span.entity_id not in entities():
        return False
    return entities()[span.entity_id].subtype == "club"


def _has_nisba(forms: list[str], span: Span) -> bool:
    """ "شتوتغارت الألماني": a club is masculine, a town feminine."""
    following = forms[span.end] if span.end < len(forms) else ""
    return (
        following.startswith("ال")
        and following.endswith("ي")
        and country_of_adjective(following) is not None
    )


def _club(document: Document, span: Span) -> Span:
    known = readings(document.key(span.begin, span.end))
    ids = {name.entity_id for name in known if name.kind == "ORG"}
    entity_id = ids.pop() if len(ids) == 1 else None
    return replace(span, kind="ORG", entity_id=entity_id, method="club")
