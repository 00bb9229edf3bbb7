"""Who is meant by the name, the id or the web address of an outlet or agency."""

from collections import Counter

from flows.text.source_lexicon import BY_ID, Source, read_name, resolve
from flows.text.source_names import find_source_names

__all__ = [
    "Source",
    "find_source_names",
    "is_source_name",
    "other_sense",
    "source_of",
    "source_of_host",
    "source_of_id",
]


def source_of(name: str) -> Source | None:
    """The source that `name` names, and nothing but names; None where no one or several are meant.

    Quotes, the words for kinds of outlet ("صحيفة", newspaper) and adjectives of country help to
    tell namesakes apart. A bare name that several bear means the one that all the Arab world
    knows, if there is one.

    >>> [getattr(source_of(name), "source_id", None)
    ...  for name in ("الجزيرة", "صحيفة «الجزيرة»", "الوطن القطرية", "الوطن", "أ.ف.ب")]
    ['aljazeera', 'aljazirah', 'alwatan-qa', None, 'afp']
    """
    return resolve(*read_name(name))


def is_source_name(name: str) -> bool:
    """True for the name of a source, even of one of several that bear it.

    >>> is_source_name("صحيفة الوطن"), is_source_name("صحيفة الأحوال المدنية")
    (True, False)
    """
    return bool(read_name(name)[0])


def other_sense(name: str) -> str:
    """What else `name` may mean: "namesake" (another source), "place", "word" or, if nothing, "".

    A word for the kind of outlet or an adjective of country settles it; quotes make it no place.

    >>> [other_sense(name) for name in ("الوطن", "الرياض", "جريدة الرياض", "سبق", "رويترز")]
    ['namesake', 'place', '', 'word', '']
    """
    bearers, kinds, country = read_name(name)
    if kinds is not None or country is not None or not bearers:
        return "" if resolve(bearers, kinds, country) else "namesake"
    if len(bearers) > 1 or resolve(bearers, None, None) is None:
        return "namesake"
    is_quoted = name.strip()[:1] in _OPENING
    return "word" if bearers[0].needs_cue and is_quoted else bearers[0].needs_cue


def source_of_host(host: str) -> Source | None:
    """The source whose site is at `host` or above it.

    >>> source_of_host("www.aljazeera.net").source_id
    'aljazeera'
    """
    labels = host.casefold().split(".")
    for first in range(len(labels) - 1):
        if source := _BY_DOMAIN.get(".".join(labels[first:])):
            return source
    return None


def source_of_id(source_id: str) -> Source | None:
    """The source with this id, or with this first label of its domain; separators do not count.

    >>> source_of_id("bbc_arabic").name_ar, source_of_id("alJazeera").name_ar
    ('بي بي سي عربي', 'الجزيرة')
    """
    return _BY_SLUG.get(_slug(source_id))


def _slug(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isascii() and char.isalnum())


def _by_slug() -> dict[str, Source]:
    # Ids first; of domains only the first label, and only where one source alone has it.
    labels = Counter(_slug(s.domain.split(".")[0]) for s in BY_ID.values() if s.domain)
    table = {
        label: source
        for source in _BY_DOMAIN.values()
        if labels[label := _slug(source.domain.split(".")[0])] == 1 and not label.isdigit()
    }
    return table | {_slug(source_id): source for source_id, source in BY_ID.items()}


_OPENING = frozenset('"“«‘')
_BY_DOMAIN = {source.domain: source for source in BY_ID.values() if source.domain}
_BY_SLUG = _by_slug()
