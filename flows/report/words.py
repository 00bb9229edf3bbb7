"""The words of the warehouse's columns in Arabic and English, as the report shows them."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from flows.lexicon import rows


@dataclass(frozen=True, slots=True)
class Word:
    """One value of a column with the vocabulary that it belongs to."""

    ar: str
    en: str


def word(vocabulary: str, key: str | None) -> Word:
    """How the report names `key`; a key that is not listed stands for itself.

    >>> word("kind", "newspaper")
    Word(ar='صحيفة', en='newspaper')
    >>> word("kind", "almanac").ar
    'almanac'
    """
    return words().get((vocabulary, key or "")) or Word(key or "", key or "")


def country(code: str | None) -> Word:
    """A country's names by its ISO 3166-1 alpha-2 code; the code itself where it is not listed.

    >>> country("QA")
    Word(ar='قطر', en='Qatar')
    """
    return _countries().get(code or "") or Word(code or "لا يُعرف", code or "not known")


@cache
def words() -> dict[tuple[str, str], Word]:
    """Every word, by vocabulary and key."""
    path = Path(__file__).with_name("words.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["vocabulary"], row["key"]): Word(row["ar"], row["en"])
            for row in csv.DictReader(file)
        }


@cache
def _countries() -> dict[str, Word]:
    return {row["country_code"]: Word(row["name_ar"], row["name_en"]) for row in rows("countries")}
