"""Institutions that every country has, made from templates: "وزارة الدفاع" × Russia is ru-mod.

A template is a pattern with one gap: {f} and {m} take the country's nisba with ال, feminine or
masculine; {name} a name of the country; {en} its English adjective. A pattern that ends in a
nisba is also read as "… في روسيا". Which countries and patterns there are, the lexicon says.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from flows.lexicon import rows
from flows.text.countries import Country, countries, fold_all, inflected, listed
from flows.text.model import EntityKind


@dataclass(frozen=True, slots=True)
class Template:
    """One wording of one kind of institution; `template_id` is the suffix of the entity ids.

    `is_bare_name` says that its head, without a country, already counts as a name ("وزارة
    الدفاع"); `context` are folded cue words of an ambiguous wording ("الدفاع الروسية:").
    """

    template_id: str
    kind: EntityKind
    pattern: str
    is_dual: bool
    is_preferred: bool
    is_bare_name: bool
    is_ambiguous: bool
    context: tuple[str, ...]
    scope: str
    name_en: str


@cache
def templates() -> tuple[Template, ...]:
    """The templates of the lexicon, one for each wording.

    >>> [t.pattern for t in templates() if t.template_id == "cup" and t.is_preferred]
    ['كأس {name}']
    """
    return tuple(
        Template(
            template_id=row["template_id"],
            kind=cast(EntityKind, row["kind"]),
            pattern=row["pattern"],
            is_dual=row["number"] == "dual",
            is_preferred=row["is_preferred"] == "yes",
            is_bare_name=row["is_bare_name"] == "yes",
            is_ambiguous=row["ambiguous"] == "yes",
            context=tuple(fold_all(listed(row["context"]))),
            scope=row["scope"],
            name_en=row["name_en"],
        )
        for row in rows("entity_templates")
    )


@cache
def institution_heads() -> Mapping[str, Template]:
    """The folded words before the nisba, by which an institution is recognised, and its template.

    >>> institution_heads()["وزارتي الدفاع"].template_id
    'mod'
    """
    heads = fold_all(_wording(template.pattern)[0] for template in templates())
    return {head.strip(): t for head, t in zip(heads, templates(), strict=True) if head.strip()}


def institution_names(is_folded: bool) -> Iterator[tuple[Template, Country, list[str]]]:
    """The names of every institution by wording, as they are written or folded for matching.

    >>> made = {name for _, _, names in institution_names(is_folded=False) for name in names}
    >>> {"وزارة الدفاع الروسية", "وزارة الدفاع في روسيا"} <= made
    True
    """
    patterns = [template.pattern for template in templates()]
    wordings = [_wording(p) for p in (fold_all(patterns) if is_folded else patterns)]
    for country in countries():
        fillers = _fillers(country, is_folded)
        for template, wording in zip(templates(), wordings, strict=True):
            if country.scope in ("many", template.scope):
                takes_place = template.is_bare_name or not country.adjectives
                yield template, country, _filled(wording, fillers, takes_place)


def preferred_name(template_id: str, country: Country) -> str:
    """What the body of a country is called in Arabic when nothing better is known.

    >>> france = next(c for c in countries() if c.country_code == "FR")
    >>> preferred_name("mod", france)
    'وزارة الدفاع الفرنسية'
    """
    head, gap, tail = _preferred_wordings()[template_id]
    fillers = _fillers(country, is_folded=False)
    if fillers.by_gap[gap]:
        return f"{head}{fillers.by_gap[gap][0]}{tail}"
    return f"{head.rstrip()}{tail} في {fillers.places[0]}"


@cache
def _preferred_wordings() -> Mapping[str, tuple[str, str, str]]:
    return {t.template_id: _wording(t.pattern) for t in templates() if t.is_preferred}


@dataclass(frozen=True, slots=True)
class _Fillers:
    by_gap: Mapping[str, tuple[str, ...]]
    places: tuple[str, ...]


@cache
def _fillers(country: Country, is_folded: bool) -> _Fillers:
    def written(words: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(fold_all(words) if is_folded else words))

    return _Fillers(
        {
            "{f}": written(inflected(a, "ة", "ال") for a in country.adjectives),
            "{m}": written(inflected(a, "", "ال") for a in country.adjectives),
            "{name}": written(country.names),
            "{en}": (country.adjective_en,),
        },
        # "… في الجمهورية العربية السورية" is not how news are written.
        written(name for name in country.names if name.count(" ") < 2),
    )


def _wording(pattern: str) -> tuple[str, str, str]:
    head, gap, tail = _GAP.split(pattern)
    return head, gap, tail


def _filled(wording: tuple[str, str, str], fillers: _Fillers, takes_place: bool) -> list[str]:
    head, gap, tail = wording
    names = [f"{head}{word}{tail}" for word in fillers.by_gap[gap]]
    if takes_place and gap in ("{f}", "{m}"):
        names += [f"{head.rstrip()}{tail} في {place}" for place in fillers.places]
    return names


_GAP = re.compile(r"(\{\w+\})")
