"""Compiles the lexicon's entities, sources and templates into one base of names and entities."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import cast

from flows.lexicon import rows, uncollected
from flows.text.countries import Country, fold_all
from flows.text.institutions import Template, institution_names, preferred_name
from flows.text.model import EntityKind


@dataclass(frozen=True, slots=True)
class Entity:
    """A real-world entity. `country_code` and `wikidata_id` are None where there is none certain.

    `subtype` says more than the kind (state, capital, party, agency, ministry …).
    """

    entity_id: str
    kind: EntityKind
    subtype: str
    name_ar: str
    name_en: str
    country_code: str | None
    wikidata_id: str | None


@dataclass(frozen=True, slots=True)
class Name:
    """One reading of a name: the entity that it may stand for; names of the same kind share it.

    `is_ambiguous` says that the name is also an ordinary word, a common given name or the name
    of something else, so that alone it proves nothing. `context` are folded cue words; where
    one of them stands in the same text, the reading is meant.
    """

    entity_id: str
    kind: EntityKind
    is_ambiguous: bool
    context: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Entities by id, readings by folded name, and bodies by (template id, country code)."""

    entities: Mapping[str, Entity]
    readings: Mapping[str, tuple[Name, ...]]
    institutions: Mapping[tuple[str, str], str]


Reading = tuple[str, Name]  # a folded name, and what it may stand for


@cache
@uncollected()
def compiled() -> Knowledge:
    """The knowledge base, compiled on the first call.

    >>> compiled().institutions["mod", "US"]
    'us-dod'
    """
    known = {row["entity_id"]: _entity(row) for row in rows("entities")}
    known |= {row["source_id"]: _source(row) for row in rows("sources")}
    bodies = {
        (template_id, row["country_code"]): row["entity_id"]
        for row in rows("entities")
        for template_id in row["realises"].split()
    }
    made_up: list[Reading] = []
    shared: dict[tuple[str, bool, tuple[str, ...]], Name] = {}
    for template, country, names in institution_names(is_folded=True):
        body = bodies.get((template.template_id, country.country_code))
        if body is None:
            entity = _generated_entity(template, country)
            body = bodies[template.template_id, country.country_code] = entity.entity_id
            known[body] = entity
        reading = Name(body, template.kind, template.is_ambiguous, template.context)
        reading = shared.setdefault((body, reading.is_ambiguous, reading.context), reading)
        made_up += [(name, reading) for name in names]
    borne = _readings([*_curated_names(known), *_source_names()])
    # A name that somebody bears ("تلفزيون سوريا") is not made up for somebody else.
    found = _readings(made_up) | borne
    return Knowledge(MappingProxyType(known), MappingProxyType(found), MappingProxyType(bodies))


def _readings(names: Iterable[Reading]) -> dict[str, tuple[Name, ...]]:
    """The readings of each folded name, whatever the order of `names`."""
    found: dict[str, tuple[Name, ...]] = {}
    repeated: set[str] = set()
    alone: tuple[Name, ...] = ()
    for folded, name in names:
        if folded in found:
            found[folded] = (*found[folded], name)
            repeated.add(folded)
        else:
            if not alone or alone[0] is not name:
                alone = (name,)
            found[folded] = alone
    found.update((folded, _settled(found[folded])) for folded in repeated)
    return found


def _settled(readings: tuple[Name, ...]) -> tuple[Name, ...]:
    """One reading for each entity; where several claim the name alone, none of them has it so."""
    by_id: dict[str, Name] = {}
    for name in readings:
        other = by_id.get(name.entity_id, name)
        by_id[name.entity_id] = replace(
            name,
            is_ambiguous=name.is_ambiguous and other.is_ambiguous,
            context=tuple(sorted({*name.context, *other.context})),
        )
    several = tuple(by_id[entity_id] for entity_id in sorted(by_id))
    if sum(not name.is_ambiguous for name in several) > 1:
        return tuple(replace(name, is_ambiguous=True) for name in several)
    return several


def _curated_names(known: Mapping[str, Entity]) -> Iterator[Reading]:
    written = rows("entity_names")
    folded = fold_all(row["name"] for row in written)
    contexts = fold_all(row["context"] for row in written)
    made: dict[tuple[str, str, str], Name] = {}
    for row, name, context in zip(written, folded, contexts, strict=True):
        entity_id, ambiguous = row["entity_id"], row["ambiguous"]
        reading = made.get((entity_id, ambiguous, context))
        if reading is None:
            cues = tuple(context.split("|")) if context else ()
            reading = Name(entity_id, known[entity_id].kind, ambiguous == "yes", cues)
            made[entity_id, ambiguous, context] = reading
        yield name, reading


def _source_names() -> Iterator[Reading]:
    # A newspaper is named after the city, not the city after the newspaper.
    taken = frozenset(fold_all(row["name"] for row in rows("entity_names")))
    written = [
        (row["source_id"], *name) for row in rows("sources") for name in source_variants(row)
    ]
    folded = fold_all(name for _, name, _ in written)
    for name, (source_id, _, is_ambiguous) in zip(folded, written, strict=True):
        yield name, Name(source_id, "ORG", is_ambiguous or name in taken, ())


def source_variants(row: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """The names of an outlet and whether they are ambiguous, as a plain word of such a one is.

    >>> row = {"name_ar": "الحرة", "variants": "قناة الحرة", "ambiguous": "yes", "homonym": ""}
    >>> list(source_variants(row))
    [('الحرة', True), ('قناة الحرة', False)]
    """
    yield row["name_ar"], bool(row["ambiguous"] or row["homonym"])
    for variant in row["variants"].split("|"):
        name = variant.rstrip("?")
        if name:
            is_plain_word = bool(row["ambiguous"]) and " " not in name and not name.isascii()
            yield name, is_plain_word or variant.endswith("?")


def _entity(row: Mapping[str, str]) -> Entity:
    return Entity(
        row["entity_id"],
        cast(EntityKind, row["kind"]),
        row["subtype"],
        row["name_ar"],
        row["name_en"],
        row["country_code"] or None,
        row["wikidata_id"] or None,
    )


def _source(row: Mapping[str, str]) -> Entity:
    country = row["country_code"] or None
    return Entity(
        row["source_id"],
        "ORG",
        row["kind"],
        row["name_ar"],
        row["name_en"],
        country,
        row["wikidata_id"] or None,
    )


def _generated_entity(template: Template, country: Country) -> Entity:
    code = country.country_code
    return Entity(
        f"{code.lower()}-{template.template_id}",
        template.kind,
        "institution",
        preferred_name(template.template_id, country),
        f"{country.adjective_en} {template.name_en}",
        code,
        None,
    )
