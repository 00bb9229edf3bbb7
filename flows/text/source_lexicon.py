"""The lexicon of outlets and agencies, compiled: who bears a name, and what tells them apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from flows.lexicon import rows
from flows.text.folding import fold


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet or agency of the lexicon; `country_code` is ISO 3166-1 alpha-2 or empty.

    `in_arabic` is false for one that publishes nothing in Arabic: it is cited, but it cannot be
    the publisher of an Arabic article.
    """

    source_id: str
    name_ar: str
    name_en: str
    kind: str
    country_code: str
    domain: str
    in_arabic: bool


@dataclass(frozen=True, slots=True)
class Bearer:
    """A source under one of its names, and what else that name may mean when it stands bare."""

    source: Source
    needs_cue: str  # "" | "word" | "place": what else the bare name may be
    is_namesake: bool  # of a better known source


Reading = tuple[tuple[Bearer, ...], frozenset[str] | None, str | None]


@lru_cache(maxsize=8192)  # the same outlet signs thousands of articles
def read_name(name: str) -> Reading:
    """Who bears the name, which kinds of source its first word allows, and its country.

    >>> bearers, kinds, country = read_name("صحيفة الشرق القطرية")
    >>> [bearer.source.source_id for bearer in bearers], sorted(kinds), country
    (['alsharq-sa', 'alsharq-qa'], ['newspaper', 'site'], 'QA')
    """
    words = key_of(name).split(" ")
    kinds = country = None
    bearers = BY_KEY.get(" ".join(words), ())
    if not bearers or any(bearer.is_namesake for bearer in bearers):
        kinds, words = _without_kind(words)
        country, words = _without_country(words)
        key = " ".join(words)
        bearers = BY_KEY.get(key) or bearers or BY_KEY.get(key.removeprefix("ال"), ())
    return bearers, kinds, country


def resolve(
    bearers: tuple[Bearer, ...], kinds: frozenset[str] | None, country: str | None
) -> Source | None:
    """The one source among the bearers of a name that kind and country leave, or None.

    >>> resolve(*read_name("صحيفة الشرق القطرية")).source_id
    'alsharq-qa'
    """
    if country is not None:
        bearers = tuple(b for b in bearers if b.source.country_code == country)
    if kinds is not None and any(b.source.kind in kinds for b in bearers):
        bearers = tuple(b for b in bearers if b.source.kind in kinds)
    if len(bearers) > 1 or (bearers and kinds is None and country is None):
        bearers = tuple(b for b in bearers if not b.is_namesake)
    return bearers[0].source if len(bearers) == 1 else None


def _without_kind(words: list[str]) -> tuple[frozenset[str] | None, list[str]]:
    for length in (2, 1):
        use, kinds = CUES.get(" ".join(words[:length]), NO_CUE)
        if use in ("kind", "weak_kind") and len(words) > length:
            return kinds, words[length:]
    return None, words


def _without_country(words: list[str]) -> tuple[str | None, list[str]]:
    if len(words) > 1 and words[-1] in COUNTRIES:
        return COUNTRIES[words[-1]], words[:-1]
    return None, words


def key_of(name: str) -> str:
    """A name as the tables know it: folded, without quotes, brackets and marks around it.

    >>> key_of("«الأهرام» ")
    'الاهرام'
    """
    return " ".join(_NOISE.sub(" ", fold(name)).casefold().split()).strip(" .،:;|/+-–—")


def source_words(use: str) -> list[str]:
    """Words around names, folded: "label" of a source line, "unnamed" sources, "citing", "saying".

    >>> "المصدر" in source_words("label"), "وكالات" in source_words("unnamed")
    (True, True)
    """
    return [str(fold(row["word"])) for row in rows("source_words") if row["use"] == use]


def _bearers() -> dict[str, tuple[Bearer, ...]]:
    table: dict[str, tuple[Bearer, ...]] = {}
    for row in rows("sources"):
        source = BY_ID[row["source_id"]]
        for name in (row["name_ar"], *filter(None, row["variants"].split("|")), row["name_en"]):
            is_bare = name == row["name_ar"] or " " not in name
            is_doubtful = name.endswith("?") or (row["ambiguous"] != "" and is_bare)
            needs_cue = ("place" if row["ambiguous"] == "place" else "word") if is_doubtful else ""
            bearer = Bearer(source, needs_cue, row["homonym"] == "yes" and is_bare)
            key = key_of(name.rstrip("?"))
            if all(known.source is not source for known in table.get(key, ())):
                table[key] = (*table.get(key, ()), bearer)
    return table


def _cues() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        str(fold(row["cue"])): (row["use"], frozenset(row["kinds"].split("|")))
        for row in rows("source_cues")
    }


_NOISE = re.compile(r"[\"“”«»‘’'()\[\]\s]+")
NO_CUE: tuple[str, frozenset[str]] = ("", frozenset())
# Words before a name and their use: kind; weak_kind ("موقع" is a site and a location); reporter;
# citing. Each goes with some kinds of source.
CUES = _cues()
COUNTRIES = {str(fold(row["adjective"])): row["country_code"] for row in rows("source_countries")}
BY_ID = {
    row["source_id"]: Source(
        row["source_id"],
        row["name_ar"],
        row["name_en"],
        row["kind"],
        row["country_code"],
        row["domain"],
        row["in_arabic"] == "yes",
    )
    for row in rows("sources")
}
BY_KEY = _bearers()
