"""The names of the knowledge base, ordered for finding them in a text by their first words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from flows.text.entity_keys import name_key
from flows.text.institutions import institution_heads
from flows.text.knowledge import Name, names
from flows.text.source_lexicon import BY_ID


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Readings by name; how many words the names by first word have, the most first; and by
    first word the second words of names of several words."""

    readings: Mapping[str, tuple[Name, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    seconds: Mapping[str, frozenset[str]]


@cache
def name_index() -> NameIndex:
    """The index of all names but those of media, which have a finder of their own.

    >>> name_index().lengths["الامم"], "المتحده" in name_index().seconds["الامم"]
    ((2,), True)
    """
    found = {}
    for folded, several in names().items():
        if len(several) > 1 or several[0].entity_id in BY_ID:
            several = tuple(name for name in several if name.entity_id not in BY_ID)
        if several:
            found[folded if folded.isalpha() else name_key(folded)] = several
    for head, template in institution_heads().items():
        if template.is_bare_name and not template.is_dual and head not in found:
            found[head] = (Name("", template.kind, False, ()),)
    lengths: dict[str, frozenset[int]] = {}
    seconds: dict[str, set[str]] = {}
    for key in found:
        words = key.split(" ", 2)
        first, length = words[0], key.count(" ") + 1
        if length > 1:
            seconds.setdefault(first, set()).add(words[1])
        known = lengths.get(first, _NONE)
        if length not in known:
            lengths[first] = known | {length}
    return NameIndex(
        found,
        {word: tuple(sorted(several, reverse=True)) for word, several in lengths.items()},
        {word: frozenset(several) for word, several in seconds.items()},
    )


_NONE: frozenset[int] = frozenset()
