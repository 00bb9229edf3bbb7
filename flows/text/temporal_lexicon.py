"""The words of temporal expressions, compiled once: spellings with their proclitics, to senses.

A word has at most one sense per role; the grammar asks for the role that it needs.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from flows.lexicon import rows
from flows.text.folding import fold

_FILES = ("months", "weekdays", "numbers", "units", "deictics", "modifiers", "cues", "decoys")
_PROCLITICS = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_ARTICLE = "ال"
TOKEN = re.compile(r"[\u0621-\u064a\u0671-\u06d3]+|[0-9]+|[A-Za-z\u00c0-\u024f]+|\S|\n")


class Word(NamedTuple):
    """One sense of a spelling: its role in the grammar, its value, and traits that qualify it."""

    role: str
    value: str
    traits: frozenset[str]

    @property
    def number(self) -> int:
        """The value as a number; raises ValueError for a role whose values are no numbers."""
        return int(self.value)


Senses = Mapping[str, Word]
NO_SENSES: Senses = MappingProxyType({})


class Form(NamedTuple):
    """What a spelling can be: its plain form, the length of its proclitics, senses, and phrases.

    `phrases` holds (further tokens, senses) of the phrases that begin with it, longest first.
    """

    text: str
    proclitic: int
    senses: Senses
    phrases: tuple[tuple[tuple[str, ...], Senses], ...]


def form_of(spelling: str) -> Form | None:
    """What the lexicon knows of a folded spelling, its proclitics split off; None if nothing.

    >>> form = form_of(fold("والأحد"))
    >>> form.proclitic, form.senses["weekday"].number
    (1, 6)
    """
    return FORMS.get(spelling)


def lexicon_words() -> Iterator[tuple[str, Word]]:
    """Every row of the lexicon files as (folded form, word), in file order."""
    for file in _FILES:
        for row in rows(f"dates_{file}"):
            yield (
                str(fold(row["form"])),
                Word(row["role"], row["value"], frozenset(row["traits"].split())),
            )


def _compile() -> dict[str, Form]:
    senses: dict[tuple[str, ...], dict[str, Word]] = {}
    for form, word in lexicon_words():
        senses.setdefault(tuple(TOKEN.findall(form)), {}).setdefault(word.role, word)
    phrases: dict[str, list[tuple[tuple[str, ...], Senses]]] = {}
    for first, *rest in sorted(senses, key=len, reverse=True):
        if rest:
            phrases.setdefault(first, []).append((tuple(rest), senses[first, *rest]))
    forms: dict[str, Form] = {}
    # The longest first, in one order in every process: وباليوم is و with a listed باليوم, if there
    # is one, before it is وب with اليوم.
    for head in sorted({key[0] for key in senses}, key=lambda head: (-len(head), head)):
        forms[head] = Form(head, 0, senses.get((head,), NO_SENSES), tuple(phrases.get(head, ())))
    for plain in list(forms.values()):
        if plain.text.isascii():
            forms |= {plain.text.title(): plain, plain.text.upper(): plain}
        if not _takes_proclitics(plain):
            continue
        # Of two letters: وفي and ولا, but not كما and بما.
        for proclitic in _PROCLITICS if len(plain.text) > 2 else ("و",):
            attached = plain._replace(proclitic=len(proclitic))
            forms.setdefault(proclitic + plain.text, attached)
            if proclitic.endswith("ل") and plain.text.startswith(_ARTICLE):
                # The alef of the article is not written after ل: للأسبوع.
                forms.setdefault(proclitic[:-1] + "لل" + plain.text[2:], attached)
    return forms


def _takes_proclitics(form: Form) -> bool:
    if len(form.text) < 2 or form.text.isascii():
        return False
    return not any("bare" in word.traits for word in form.senses.values())


FORMS: Mapping[str, Form] = _compile()
