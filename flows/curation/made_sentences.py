"""Sentences made for the name model, of kinds that its corpus of old newswire has few of.

Short patterns of local, sport and business news, written for this purpose (`name_patterns.txt`),
with names from the knowledge base and the list of personal names in their gaps. In a pattern
`{city}` is a gap whose name is labelled, `[ORG محكمة {city}]` a longer name around a gap.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from flows.curation.marked_text import labelled
from flows.curation.news_fane import Sentence
from flows.lexicon import rows
from flows.text.countries import countries, inflected
from flows.text.knowledge import entities

_PATTERNS = Path(__file__).with_name("name_patterns.txt")
_PART = re.compile(r"\{(?P<gap>\w+)\}|[^{}]+")
_ARABIC = re.compile(r"[\u0621-\u064a ]+\Z")
_COMMON = 5  # of how many entries of the list a word of personal names must be
_SUBTYPES = {
    "club": ("ORG", "club"),
    "company": ("ORG", "company bank"),
    "city": ("LOC", "city town capital province district"),
    "town": ("LOC", "town district"),
    "country": ("LOC", "state"),
}
_KINDS = {"person": "PER", "given": "PER", "family": "PER", "foreign": "PER"}
_KINDS |= {"village": "LOC", "medium": "ORG", "clubcity": "ORG"}
_BEFORE_VILLAGES = ["عين", "بير", "أم", "أبو", "وادي", "تل", "كفر", "بني", "سيدي", "خربة"]
_CONTINENTS = ["إفريقيا", "آسيا", "أوروبا"]


def patterned(count: int, seed: int) -> Iterator[Sentence]:
    """`count` sentences of the patterns, drawn in turn, with names in their gaps."""
    chance = random.Random(seed)
    patterns = [line for line in _PATTERNS.read_text("utf-8").splitlines() if line]
    for number in range(count):
        yield _filled(patterns[number % len(patterns)], chance)


def person(chance: random.Random) -> str:
    """A name as people of the region bear them: given names, a family name, "بن", "آل", "أبو"."""
    given, family = _words("given"), _words("family")
    first, second = chance.choice(given), chance.choice(given)
    shape = chance.random()
    if shape < 0.35:
        return f"{first} {chance.choice(family)}"
    if shape < 0.5:
        return f"{first} {second} {chance.choice(family)}"
    if shape < 0.6:
        return f"{first} بن {second} {chance.choice(family)}"
    if shape < 0.65:
        return f"{first} بن {second} آل {chance.choice(given)}"
    if shape < 0.7:
        return f"{first} أبو {second}"
    if shape < 0.9:
        return chance.choice(_listed("PER", ""))
    return f"{chance.choice(_words('foreign'))} {chance.choice(_words('foreign'))}"


def _filled(pattern: str, chance: random.Random) -> Sentence:
    """A pattern with names in its gaps; a gap outside of marks is marked as its kind."""
    marked = ""
    for part in _PART.finditer(pattern):
        if not part["gap"]:
            marked += part.group()
            continue
        name, kind = _name(part["gap"], chance), _kind(part["gap"])
        is_inside = marked.rfind("[") > marked.rfind("]")
        marked += name if is_inside or kind is None else f"[{kind} {name}]"
    return labelled(marked)


def _kind(gap: str) -> str | None:
    return _KINDS.get(gap) or (_SUBTYPES[gap][0] if gap in _SUBTYPES else None)


def _name(gap: str, chance: random.Random) -> str:
    if gap in _SUBTYPES:
        return chance.choice(_listed(*_SUBTYPES[gap]))
    if gap == "person":
        return person(chance)
    if gap == "village":
        return _village(chance)
    if gap == "clubcity":
        return chance.choice(_listed("LOC", "city"))
    if gap == "medium":
        return chance.choice(_media())
    if gap == "continent":
        return chance.choice(_CONTINENTS)
    if gap in ("nisba", "nisbaf"):
        return chance.choice(_nisbas("ة" if gap == "nisbaf" else ""))
    return chance.choice(_words(gap))


def _village(chance: random.Random) -> str:
    shape = chance.random()
    if shape < 0.5:
        return chance.choice(_listed(*_SUBTYPES["town"]))
    if shape < 0.7:
        return f"{chance.choice(_BEFORE_VILLAGES)} {chance.choice(_words('given'))}"
    return chance.choice(_words("family"))


@cache
def _nisbas(ending: str) -> tuple[str, ...]:
    return tuple(
        inflected(country.adjectives[0], ending, "ال")
        for country in countries()
        if country.scope == "many" and country.adjectives
    )


@cache
def _media() -> tuple[str, ...]:
    return tuple(row["name_ar"] for row in rows("sources") if _ARABIC.match(row["name_ar"]))


@cache
def _listed(kind: str, subtypes: str) -> tuple[str, ...]:
    """Arabic names of the entities of a kind that mean nothing else."""
    known = entities()
    wanted = frozenset(subtypes.split())
    return tuple(
        row["name"]
        for row in rows("entity_names")
        if row["ambiguous"] == "no"
        and _ARABIC.match(row["name"])
        and row["name"].count(" ") < 3
        and known[row["entity_id"]].kind == kind
        and (not wanted or known[row["entity_id"]].subtype in wanted)
    )


@cache
def _words(column: str) -> tuple[str, ...]:
    others = {"given": (), "family": ("given",), "foreign": ("given", "family")}[column]
    return tuple(
        row["name"]
        for row in rows("person_names")
        if int(row[column]) >= _COMMON
        and len(row["name"]) > 2
        and all(int(row[other]) < int(row[column]) for other in others)
    )
