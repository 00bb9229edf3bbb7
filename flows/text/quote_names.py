"""The names among the pieces of an article, looked up only where a speaker is sought."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from flows.text.entity_cues import cue_classes
from flows.text.entity_spans import Document
from flows.text.model import EntityMention

_INTRODUCED = frozenset({"medium"})


@dataclass(frozen=True, slots=True)
class Name:
    """A mention that stands at pieces `begin` to `end` (half-open)."""

    begin: int
    end: int
    mention: EntityMention


class Names:
    """The mentions of a document in text order, by the pieces that they fill."""

    def __init__(self, document: Document, mentions: Sequence[EntityMention]) -> None:
        """`mentions` are those of the document's text, in order."""
        self.document = document
        self.mentions = mentions
        pieces, place = document.pieces, document.folded.place
        self._names = []
        for mention in mentions:
            begin = bisect_left(pieces.starts, place(mention.start))
            end = bisect_left(pieces.starts, place(mention.end), begin)
            self._names.append(Name(begin, max(end, begin + 1), mention))
        self._begins = [name.begin for name in self._names]

    def within(self, begin: int, end: int) -> list[Name]:
        """The names that lie wholly in pieces `begin` to `end`.

        >>> from flows.text.entities import find_entities
        >>> text = "زار جون كيري موسكو"
        >>> names = Names(Document.of(text), find_entities(text))
        >>> [(name.begin, name.mention.entity_id) for name in names.within(1, 4)]
        [(1, 'john-kerry'), (3, 'moscow')]
        """
        first = bisect_left(self._begins, begin)
        behind = bisect_left(self._begins, end, first)
        return [name for name in self._names[first:behind] if name.end <= end]

    def before(self, at: int, head: str) -> Name | None:
        """The last name before piece `at` that begins with the word `head` or that it announces.

        So "الوزارة" (the ministry) is the ministry that was named last; None if none was.
        """
        forms = self.document.pieces.forms
        for name in reversed(self._names[: bisect_left(self._begins, at)]):
            if name.mention.kind == "ORG":
                is_announced = name.begin > 0 and forms[name.begin - 1] == head
                if forms[name.begin] == head or (is_announced and is_introduction(head)):
                    return name
        return None


def is_introduction(form: str) -> bool:
    """Whether the word stands before the name of an outlet or company: "صحيفة", "شركة"."""
    return not _INTRODUCED.isdisjoint(cue_classes(form))
