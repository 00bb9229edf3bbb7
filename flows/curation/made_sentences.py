"""Sentences made for the name model, of kinds that its corpus of old newswire has few of.

Short patterns of local, sport and business news, written for this purpose (`name_patterns.txt`),
with names from the knowledge base and the list of personal names in their gaps.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from flows.curation.news_fane import Sentence
from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.knowledge import entities
from flows.text.tokens import cut

_PATTERNS = Path(__file__).with_name("name_patterns.txt")
_GAP = re.compile(r"\{(\w+)\}")
_ARABIC = re.compile(r"[\u0621-\u064a ]+\Z")
_COMMON = 5  # of how many entries of the list a word of personal names must be
_CLUBS = frozenset({"club"})
_COMPANIES = frozenset({"company", "bank"})
_CITIES = frozenset({"city", "town", "capital", "province", "district"})


def patterned(count: int, seed: int) -> Iterator[Sentence]:
    """`count` sentences of the patterns, drawn in turn, with names in their gaps."""
    chance = random.Random(seed)
    patterns = [line for line in _PATTERNS.read_text("utf-8").splitlines() if line]
    for number in range(count):
        made: Sentence = []
        pattern = patterns[number % len(patterns)]
        at = 0
        for gap in _GAP.finditer(pattern):
            made += _untagged(pattern[at : gap.start()])
            kind, names = _gaps()[gap.group(1)]
            name = person(chance) if names is None else chance.choice(names)
            made += _tagged(_cut(name), kind)
            at = gap.end()
        yield made + _untagged(pattern[at:])


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
        return chance.choice(_listed("PER", None))
    return f"{chance.choice(_words('foreign'))} {chance.choice(_words('foreign'))}"


@cache
def _gaps() -> dict[str, tuple[str, tuple[str, ...] | None]]:
    return {
        "person": ("PER", None),
        "club": ("ORG", _listed("ORG", _CLUBS)),
        "company": ("ORG", _listed("ORG", _COMPANIES)),
        "city": ("LOC", _listed("LOC", _CITIES)),
        "country": ("LOC", _listed("LOC", frozenset({"state"}))),
    }


@cache
def _listed(kind: str, subtypes: frozenset[str] | None) -> tuple[str, ...]:
    """Arabic names of the entities of a kind that mean nothing else."""
    known = entities()
    return tuple(
        row["name"]
        for row in rows("entity_names")
        if row["ambiguous"] == "no"
        and _ARABIC.match(row["name"])
        and row["name"].count(" ") < 3
        and known[row["entity_id"]].kind == kind
        and (subtypes is None or known[row["entity_id"]].subtype in subtypes)
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


def _cut(name: str) -> list[str]:
    return cut(fold(name)).forms


def _tagged(name: list[str], kind: str) -> Sentence:
    return [(form, f"{'I' if at else 'B'}-{kind}") for at, form in enumerate(name)]


def _untagged(text: str) -> Sentence:
    return [(form, "O") for form in cut(fold(text)).forms]
