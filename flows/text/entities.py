"""Finds the named people, organisations and places of an article, and says who is meant.

Four sources of knowledge meet here: the knowledge base, rules about how names are introduced,
a sequence model for names that nobody has listed, and what the article itself has said before.
"""

from collections.abc import Sequence

from flows.text.entity_adjectives import is_adjective
from flows.text.entity_aliases import alias_names
from flows.text.entity_announced import (
    announced_organisations,
    competitions,
    unlisted_outlets,
)
from flows.text.entity_clubs import city_clubs, short_clubs
from flows.text.entity_decoys import apart_from, decoys
from flows.text.entity_document import consistent
from flows.text.entity_matching import known_names, supported_names
from flows.text.entity_media import media_names
from flows.text.entity_model_spans import is_office, is_team, model_spans, outgrows
from flows.text.entity_organisations import built_organisations
from flows.text.entity_persons import (
    apart_from_next,
    extended_person,
    introduced_people,
    without_place,
)
from flows.text.entity_places import announced_places, malls, unheard_places
from flows.text.entity_seats import seated_organisations
from flows.text.entity_short_names import short_names
from flows.text.entity_signatures import signatures
from flows.text.entity_spans import Document, Span, longest_first
from flows.text.entity_speakers import headline_speaker, quoted_people
from flows.text.model import EntityMention
from flows.text.ner_tagging import Tagging, tag_words


def find_entities(text: str) -> list[EntityMention]:
    """The named mentions in `text`, in order, not nested, each with `text[start:end] == surface`.

    Proclitics, quotes and titles stay outside a mention; nationality adjectives, peoples and
    bare "the ministry" are none. `entity_id` is None for a name that the knowledge base does
    not have or cannot tell apart.

    >>> [(m.surface, m.kind, m.entity_id) for m in find_entities("وصل بوتين إلى دمشق")]
    [('بوتين', 'PER', 'vladimir-putin'), ('دمشق', 'LOC', 'damascus')]
    """
    return find_entities_in([text])[0]


def find_entities_in(texts: Sequence[str]) -> list[list[EntityMention]]:
    """`find_entities` of each text, faster: the model labels all of them together.

    >>> [[m.surface for m in found] for found in find_entities_in(["في مصر", "لا أحد"])]
    [['مصر'], []]
    """
    return find_entities_of([Document.of(text) for text in texts])


def find_entities_of(documents: Sequence[Document]) -> list[list[EntityMention]]:
    """`find_entities_in` of texts that are folded and cut already, for those who read them too.

    >>> [[m.surface for m in found] for found in find_entities_of([Document.of("في مصر")])]
    [['مصر']]
    """
    taggings = tag_words([document.pieces.forms for document in documents])
    return [
        [_mention(document, document.folded.original, span) for span in _spans(document, tagging)]
        for document, tagging in zip(documents, taggings, strict=True)
    ]


def _spans(document: Document, tagging: Tagging) -> list[Span]:
    modelled = model_spans(document, tagging)
    known = [*media_names(document), *known_names(document, tagging.tags)]
    known += supported_names(document, modelled)
    bodies = built_organisations(document)
    announced = announced_organisations(document)
    candidates = [
        *short_names(document),
        *_newly_quoted(announced, known),
        *known,
        *bodies,
        *_people(document, modelled, known),
        *_others(document, modelled, [*known, *bodies]),
        *unlisted_outlets(document),
        *malls(document),
    ]
    spoilt = decoys(document)
    found = longest_first(apart_from(spoilt, candidates))
    places = announced_places(document, {span.begin: span for span in found})
    streets = [span for span in places if span.method == "street"]
    found = longest_first([*streets, *found, *places, *headline_speaker(document), *announced])
    named_after = [*seated_organisations(document, found), *competitions(document, found)]
    found = longest_first(apart_from(spoilt, [*named_after, *found]))
    found = city_clubs(document, found)
    if short := short_clubs(document, found):
        places_of = {span.begin for span in short}
        found = [
            s for s in found if s.method != "model" or places_of.isdisjoint(range(s.begin, s.end))
        ]
        found = longest_first([*short, *found])
    if aliases := alias_names(document, found):
        found = longest_first([*aliases, *found])
    found = longest_first([*found, *unheard_places(document, found)])
    return apart_from(spoilt, consistent(document, found))


def _newly_quoted(announced: list[Span], known: list[Span]) -> list[Span]:
    """Quoted names of bodies that the knowledge base does not know as bodies."""
    bodies = {(span.begin, span.end) for span in known if span.kind == "ORG"}
    return [
        span
        for span in announced
        if span.method == "quoted" and (span.begin, span.end) not in bodies
    ]


def _people(document: Document, modelled: list[Span], known: list[Span]) -> list[Span]:
    """People by rule, model and knowledge base, each with all the names that follow.

    With them come the places that stood between an office and a name: "محافظ ميسان تركي".
    """
    taken = {at for s in known if s.kind != "PER" for at in range(s.begin, s.end)}
    people = [
        span
        for span in introduced_people(document)
        if span.method == "title" or taken.isdisjoint(range(span.begin, span.end))
    ]
    people = [span for span in people if not is_team(document.pieces.forms, span.begin)]
    people += [span for span in (*modelled, *known) if span.kind == "PER"]
    people += [*quoted_people(document), *signatures(document)]
    forms = document.pieces.forms
    apart = [without_place(forms, span) for span in people]
    places = [
        Span(whole.begin, rest.begin, "LOC", None, "place", 0.8)
        for whole, rest in zip(people, apart, strict=True)
        if whole.begin < rest.begin
    ]
    people = [without_place(forms, extended_person(forms, span)) for span in apart]
    return [*apart_from_next(people, known), *places]


def _others(document: Document, modelled: list[Span], known: list[Span]) -> list[Span]:
    """What else the model found, save where the knowledge base and the rules know better."""
    forms = document.pieces.forms
    places = {at for s in known if s.kind == "LOC" for at in range(s.begin, s.end)}
    return [
        span
        for span in modelled
        if span.kind != "PER"
        and not outgrows(forms, span, known)
        and not is_office(forms, span, known)
        and not (span.end - span.begin == 1 and is_adjective(document, span.begin))
        and (span.kind != "LOC" or places.isdisjoint(range(span.begin, span.end)))
    ]


def _mention(document: Document, text: str, span: Span) -> EntityMention:
    pieces = document.pieces
    start, end = document.folded.source_span(pieces.starts[span.begin], pieces.ends[span.end - 1])
    return EntityMention(
        start, end, text[start:end], span.kind, span.entity_id, span.method, span.score
    )
