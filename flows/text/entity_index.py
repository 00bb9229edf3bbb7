"""The names of the knowledge base, ordered for finding them in a text by their first words."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from flows.lexicon import rows, uncollected
from flows.text.entity_keys import name_key
from flows.text.folding import fold
from flows.text.institutions import institution_heads
from flows.text.knowledge import Name, names
from flows.text.source_lexicon import BY_ID
from flows.text.source_names import SourcePattern, source_patterns
from flows.text.tokens import cut


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Readings by name; how many words the names by first word have, the most first; and by
    first word the second words of names of several words."""

    readings: Mapping[str, tuple[Name, ...]]
    lengths: Mapping[str, tuple[int, ...]]
    seconds: Mapping[str, Set[str]]


@cache
@uncollected()
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
    lengths: dict[str, int] = {}  # a bit for each length
    seconds: dict[str, set[str]] = {}
    for key in found:
        first, _, rest = key.partition(" ")
        lengths[first] = lengths.get(first, 0) | 1 << key.count(" ")
        if rest:
            second = rest.partition(" ")[0]
            if first in seconds:
                seconds[first].add(second)
            else:
                seconds[first] = {second}
    return NameIndex(
        found,
        {word: _lengths_of(bits) for word, bits in lengths.items()},
        seconds,
    )


@cache
def _lengths_of(bits: int) -> tuple[int, ...]:
    return tuple(n + 1 for n in range(bits.bit_length() - 1, -1, -1) if bits >> n & 1)


@cache
@uncollected()
def media_index() -> Mapping[str, tuple[SourcePattern, ...]]:
    """The names of media by their first word, the longest first.

    >>> [pattern.key for pattern in media_index()["رويترز"]]
    ['رويترز']
    """
    found: dict[str, list[SourcePattern]] = {}
    for written, pattern in source_patterns().items():
        found.setdefault(cut(written).forms[0], []).append(pattern)
    return {
        form: tuple(sorted(several, key=lambda pattern: -len(pattern.written)))
        for form, several in found.items()
    }


@cache
def media_seconds() -> Mapping[str, Set[str]]:
    """The second pieces of the names of media by their first; a name of one piece adds "".

    >>> "" in media_seconds()["رويترز"], "" in media_seconds()["و"]
    (True, False)
    """
    found: dict[str, set[str]] = {}
    for written in source_patterns():
        first, second, *_ = [*cut(written).forms, ""]
        found.setdefault(first, set()).add(second)
    return found


@cache
def decoy_index() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """The phrases that look like names and are none, as folded words, by their first word.

    >>> decoy_index()["رمضان"]
    (('رمضان', 'المبارك'),)
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows("entity_decoys"):
        forms = tuple(cut(fold(row["phrase"])).forms)
        found.setdefault(forms[0], []).append(forms)
    return {first: tuple(several) for first, several in found.items()}
