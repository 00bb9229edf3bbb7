"""Who has spoken in an article so far: "وأضاف", "المتحدث ذاته" and "الوزارة" point back to them."""

from dataclasses import dataclass

from flows.text.quote_lexicon import Gender
from flows.text.quote_names import Name

_FORGOTTEN = 4  # lines after which nobody remembers who spoke
_REMEMBERED = 6  # speakers


@dataclass(frozen=True, slots=True)
class Speaker:
    """Pieces `begin` to `end`, and the name that tells who it is.

    `words` are the words around it that say what he is ("الوزير").
    """

    begin: int
    end: int
    name: Name | None
    words: frozenset[str]
    score: float


class Memory:
    """The speakers of an article in the order in which they spoke.

    >>> memory = Memory(["قال", "مصدر"])
    >>> memory.add(Speaker(1, 2, None, frozenset(), 0.75), "m", 0)
    >>> memory.last("f", 1).score, memory.last("m", 9)
    (0.5, None)
    """

    def __init__(self, forms: list[str]) -> None:
        """`forms` are the pieces of the article."""
        self._forms = forms
        self._spoke: list[tuple[Speaker, Gender, int]] = []  # with the line

    def add(self, speaker: Speaker, gender: Gender, line: int) -> None:
        """Remembers who spoke in a line, by a verb of a gender."""
        self._spoke.append((speaker, gender, line))

    def last(self, gender: Gender, line: int) -> Speaker | None:
        """Who spoke last, and can be the subject of a verb of this gender."""
        near = [spoken for spoken in self._recent() if line - spoken[2] <= _FORGOTTEN]
        for speaker, other, _ in reversed(near):
            if not gender or not other or gender == other:
                return _at_second_hand(speaker, speaker.score - 0.1)
        return _at_second_hand(near[-1][0], 0.5) if near else None

    def called(self, head: str, first: str) -> Name | None:
        """The name of the last speaker whose name or description had one of two words."""
        for speaker, _, _ in reversed(self._recent()):
            if speaker.name and (
                self._forms[speaker.name.begin] == head
                or not speaker.words.isdisjoint({head, first})
            ):
                return speaker.name
        return None

    def latest(self) -> Name | None:
        """The name of whoever spoke last."""
        return self._spoke[-1][0].name if self._spoke else None

    def _recent(self) -> list[tuple[Speaker, Gender, int]]:
        return self._spoke[-_REMEMBERED:]


def _at_second_hand(speaker: Speaker, score: float) -> Speaker:
    return Speaker(speaker.begin, speaker.end, speaker.name, speaker.words, score)
