"""Countries as Arabic speaks of them: their names, nisbas and demonyms."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from flows.lexicon import rows
from flows.text.folding import fold


@dataclass(frozen=True, slots=True)
class Country:
    """A state or a part of one with its own bodies, and how Arabic makes adjectives of it.

    `adjectives` are masculine nisbas without ال; `ordinary` those among them that are also
    other words (مالي, "financial"); `plurals` the broken plurals of its people (روس, أتراك).
    `names` are its Arabic names that mean nothing else. `scope` says which templates it takes:
    "many", "main" only, or "none".
    """

    country_code: str
    entity_id: str
    name_en: str
    adjective_en: str
    adjectives: tuple[str, ...]
    ordinary: frozenset[str]
    plurals: tuple[str, ...]
    names: tuple[str, ...]
    scope: str


@cache
def countries() -> tuple[Country, ...]:
    """The countries of the lexicon.

    >>> next(c.adjectives for c in countries() if c.country_code == "US")
    ('أمريكي', 'أميركي')
    """
    names: dict[str, list[str]] = {row["entity_id"]: [] for row in rows("countries")}
    for row in rows("entity_names"):
        if row["entity_id"] in names and row["ambiguous"] == "no" and not row["name"].isascii():
            names[row["entity_id"]].append(row["name"])
    return tuple(
        Country(
            country_code=row["country_code"],
            entity_id=row["entity_id"],
            name_en=row["name_en"],
            adjective_en=row["adjective_en"],
            adjectives=tuple(a.rstrip("?") for a in listed(row["adjectives"])),
            ordinary=frozenset(a.rstrip("?") for a in listed(row["adjectives"]) if a[-1] == "?"),
            plurals=listed(row["plurals"]),
            names=tuple(names[row["entity_id"]]),
            scope=row["institutions"],
        )
        for row in rows("countries")
    )


def country_of_adjective(folded: str) -> str | None:
    """Country of a folded nisba or demonym, of any gender and number, with or without its ال.

    None for a word that is no nisba, for one that is also an ordinary word (مالي, "financial")
    and for one that several countries share. "سورية" and "تركية" are nisbas and names of states:
    which is meant, the word before it decides.

    >>> from flows.text.folding import fold
    >>> country_of_adjective(fold("الأمريكية")), country_of_adjective(fold("روس"))
    ('US', 'RU')
    """
    return _adjectives().get(folded)


def inflected(adjective: str, ending: str, article: str) -> str:
    """A nisba with its `ending` ("", "ة", "ون" …) and `article` ("ال" or ""), word by word.

    "كوري شمالي" is inflected twice, "جنوب أفريقي" only at its end.

    >>> inflected("كوري شمالي", "ة", "ال"), inflected("جنوب أفريقي", "ة", "ال")
    ('الكورية الشمالية', 'الجنوب أفريقية')
    """
    first, _, rest = adjective.partition(" ")
    if not rest:
        return f"{article}{first}{ending}"
    if first.endswith("ي"):
        return f"{article}{first}{ending} {article}{rest}{ending}"
    return f"{article}{first} {rest}{ending}"


def fold_all(words: Iterable[str]) -> list[str]:
    """Folds many short texts without line breaks at once, which is ten times faster.

    >>> fold_all(["أميركا", "سورية"])
    ['اميركا', 'سوريه']
    """
    joined = "\n".join(words)
    return str(fold(joined)).split("\n") if joined else []


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell of the lexicon that holds several, parted by a bar.

    >>> listed("روس|روسيون"), listed("")
    (('روس', 'روسيون'), ())
    """
    return tuple(cell.split("|")) if cell else ()


@cache
def _adjectives() -> Mapping[str, str]:
    found: dict[str, set[str]] = {}
    for country in countries():
        forms = {
            inflected(adjective, ending, article)
            for adjective in country.adjectives
            if adjective not in country.ordinary
            for ending in ("", "ة", "ا", "ون", "ين", "ات", "تان", "تين", "ان")
            for article in ("", "ال")
        }
        forms.update(article + plural for plural in country.plurals for article in ("", "ال"))
        for form in fold_all(forms):
            found.setdefault(form, set()).add(country.country_code)
    return {word: min(codes) for word, codes in found.items() if len(codes) == 1}
