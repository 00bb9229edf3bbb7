"""Clubs that bear the name of their town alone: "فاز على ضيفه هامبورغ", "شتوتغارت الألماني".

In an article about sport a town is its club where a word for a rival stands before it or the
adjective of its country behind it; then it is the club at its other places in the article too,
save where a preposition of place tells the town.
"""

from dataclasses import replace

from flows.text.entity_cues import cue_classes
from flows.text.entity_spans import Document, Span
from flows.text.entity_support import speaks_of_sport
from flows.text.knowledge import country_of_adjective, entities, readings
from flows.text.tokens import level

_COMMON = 35  # a Zipf value of 3.5
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
    if not towns or not speaks_of_sport(document):
        return spans
    clubs = {
        document.key(span.begin, span.end)
        for span in towns
        if not _is_at(forms, span) and (_is_rival(forms, span) or _has_nisba(forms, span))
    }
    return [
        _club(document, span)
        if span in towns and document.key(span.begin, span.end) in clubs and not _is_at(forms, span)
        else span
        for span in spans
    ]


def _is_town(forms: list[str], span: Span) -> bool:
    if span.entity_id is None:
        return span.method == "model" and level(forms[span.begin]) < _COMMON
    return entities()[span.entity_id].subtype in _TOWNS


def _is_at(forms: list[str], span: Span) -> bool:
    return span.begin > 0 and forms[span.begin - 1] in _AT


def _is_rival(forms: list[str], span: Span) -> bool:
    return span.begin > 0 and "rival" in cue_classes(forms[span.begin - 1])


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
