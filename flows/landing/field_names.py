"""Which name of a record's field means what: body, title, url, date, source, author or id."""

from collections.abc import Mapping
from functools import cache, lru_cache

from flows.lexicon import rows
from flows.text.folding import fold

Found = Mapping[str, tuple[str, ...]]
"""A field and the names that it goes by in a record, the best first."""


class FieldNames:
    """The names that are recognised, with those that the user gives before them."""

    def __init__(self, given: Mapping[str, str]) -> None:
        """`given` maps a field to the name that it has in the records that land."""
        self._given = {field: given[field] for field in sorted(given)}
        self.found_in = lru_cache(maxsize=256)(self._found_in)

    def has_body(self, record: Mapping[str, object]) -> bool:
        """Whether a field of the record is known to hold the article's text."""
        return "body" in self.found_in(tuple(record))

    def _found_in(self, names: tuple[str, ...]) -> Found:
        found: dict[str, list[tuple[int, str]]] = {}
        for name in names:
            field, rank = self._meaning(name)
            if field is not None:
                found.setdefault(field, []).append((rank, name))
        return {field: tuple(name for _, name in sorted(ranked)) for field, ranked in found.items()}

    def _meaning(self, name: str) -> tuple[str | None, int]:
        for known, given in self._given.items():
            if name == given:
                return known, -1
        field, rank = _known().get(plain(name), _UNKNOWN)
        # Who names a field means that name and no other.
        return (None, 0) if field in self._given else (field, rank)


def plain(name: str) -> str:
    """A field's name as it is compared: without case, separators and variants of spelling.

    >>> plain("Published_At"), plain("نص المقال"), plain("ar.content")
    ('publishedat', 'نصالمقال', 'arcontent')
    """
    return "".join(char for char in fold(name).casefold() if char.isalnum())


@cache
def _known() -> Mapping[str, tuple[str | None, int]]:
    return {
        plain(row["name"]): (row["field"], rank) for rank, row in enumerate(rows("record_fields"))
    }


_UNKNOWN: tuple[str | None, int] = (None, 0)
