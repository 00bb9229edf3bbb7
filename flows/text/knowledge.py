"""The knowledge base of entities: who and what has which names, ready to be matched in folded text.

It joins the curated entities, the media of the lexicon of sources and the institutions that
every country has (a ministry of defence, a parliament …), which templates generate. A name that
several entities share is never settled by the order of a file: each of them is a reading, and
cue words in the text or nothing decide. Everything is compiled once, on first use.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from flows.lexicon import rows
from flows.text.countries import country_of_adjective
from flows.text.institutions import institution_heads, institution_names
from flows.text.knowledge_compiling import Entity, Name, compiled, source_variants

__all__ = [
    "Entity",
    "Name",
    "Spelling",
    "chosen",
    "country_of_adjective",
    "entities",
    "first_words",
    "institution",
    "names",
    "readings",
    "resolve",
    "shared_names",
    "spellings",
]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as it is written, for the table of entity names."""

    entity_id: str
    name: str
    is_preferred: bool
    source: str


def entities() -> Mapping[str, Entity]:
    """Every entity of the knowledge base by its id.

    >>> entities()["ru-mod"].name_ar
    'وزارة الدفاع الروسية'
    """
    return compiled().entities


def names() -> Mapping[str, tuple[Name, ...]]:
    """Every folded name with its readings, one for each entity, for a matcher.

    >>> [name.entity_id for name in names()["اميركا"]]
    ['usa']
    """
    return compiled().readings


def first_words() -> frozenset[str]:
    """The folded words by which names begin.

    >>> "الامم" in first_words(), "المتحده" in first_words()
    (True, False)
    """
    return frozenset(name.partition(" ")[0] for name in compiled().readings)


def readings(folded: str) -> tuple[Name, ...]:
    """What a folded name may stand for; empty if it is not in the knowledge base.

    >>> from flows.text.folding import fold
    >>> sorted(reading.entity_id for reading in readings(fold("طرابلس")))
    ['tripoli-lebanon', 'tripoli-libya']
    """
    return compiled().readings.get(folded, ())


def resolve(folded: str, words: Collection[str]) -> Name | None:
    """The one reading of `folded` that the folded `words` around it allow; None if several or none.

    A reading whose cue is among `words` wins (cues of several words are read as their words,
    all of which must stand there); without a cue, the only reading that is not ambiguous.

    >>> from flows.text.folding import fold
    >>> resolve(fold("طرابلس"), fold("نقلت الصحف اللبنانية عن شهود").split()).entity_id
    'tripoli-lebanon'
    >>> resolve(fold("طرابلس"), fold("وصل الوفد أمس").split()) is None
    True
    """
    return chosen(readings(folded), words)


def chosen(candidates: tuple[Name, ...], words: Collection[str]) -> Name | None:
    """`resolve` among the readings of one name."""
    present = words if isinstance(words, (set, frozenset)) else set(words)
    cued = [c for c in candidates if any(present.issuperset(cue.split()) for cue in c.context)]
    allowed = cued or [c for c in candidates if not c.is_ambiguous]
    return allowed[0] if len({c.entity_id for c in allowed}) == 1 else None


def shared_names() -> Mapping[str, tuple[Name, ...]]:
    """The folded names that several entities bear, with their readings.

    >>> "طرابلس" in shared_names(), "موسكو" in shared_names()
    (True, False)
    """
    return {folded: several for folded, several in names().items() if len(several) > 1}


def institution(head: str, country_code: str) -> Entity | None:
    """The body that `head` names in a country: "وزارة الدفاع" of RU; None where there is none.

    `head` is folded and in singular or dual, as it stands before the nisba.

    >>> from flows.text.folding import fold
    >>> institution(fold("وزارتا الدفاع"), "RU").entity_id
    'ru-mod'
    """
    template = institution_heads().get(head)
    if template is None:
        return None
    entity_id = compiled().institutions.get((template.template_id, country_code))
    return None if entity_id is None else entities()[entity_id]


def spellings() -> Iterator[Spelling]:
    """Every name as it is written: curated, of the sources, and generated for institutions.

    >>> sum(spelling.entity_id == "islamic-state" for spelling in spellings()) > 10
    True
    """
    for row in rows("entity_names"):
        is_preferred = row["is_preferred"] == "yes"
        yield Spelling(row["entity_id"], row["name"], is_preferred, row["source"])
    for source in rows("sources"):
        yield Spelling(source["source_id"], source["name_ar"], True, "sources")
        for variant, _ in source_variants(source):
            yield Spelling(source["source_id"], variant, False, "sources")
    bodies = compiled().institutions
    curated = {row["entity_id"] for row in rows("entities")}
    for template, country, made in institution_names(is_folded=False):
        entity_id = bodies[template.template_id, country.country_code]
        preferred = None if entity_id in curated else entities()[entity_id].name_ar
        for name in made:
            yield Spelling(entity_id, name, name == preferred, "template")
