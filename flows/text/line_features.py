"""What can be told of a piece by itself, before its neighbours are asked."""

import re
from dataclasses import dataclass

from flows.text.line_rules import LineRule, line_key, match_key
from flows.text.line_words import is_date_line
from flows.text.segments import Piece


@dataclass(frozen=True, slots=True)
class Features:
    """A piece and what its own wording and shape say.

    `key` is the folded text with single spaces, empty for a long piece, which is never furniture.
    `rule` is the row of the lexicon that it follows.
    """

    piece: Piece
    key: str
    length: int
    words: int
    rule: LineRule | None
    is_date: bool
    ends_sentence: bool
    latin_share: float

    @property
    def bare(self) -> str:
        """Letters and digits only, in lower case: what is compared to find a repetition."""
        return _bare(self.key)

    @property
    def is_paragraph(self) -> bool:
        """A sentence or more: long, or of middling length with an end to its sentence."""
        return self.length >= _PARAGRAPH or (
            self.length >= _SENTENCE and (self.ends_sentence or self.key.endswith(":"))
        )

    @property
    def is_bullet(self) -> bool:
        """An item of a list: a dash, a star or a number before the words."""
        return _BULLET.match(self.key) is not None


def features_of(piece: Piece) -> Features:
    """The features of `piece`.

    >>> from flows.text.segments import cut_lines
    >>> features = features_of(cut_lines("المصدر : وكالات")[0])
    >>> features.rule.id, features.words, features.is_paragraph
    ('source_label', 3, False)
    """
    folded = piece.folded.strip()
    length = len(folded)
    ends_sentence = folded.rstrip(_CLOSING)[-1:] in _END
    if length > _LONG:
        share = sum(map(len, _LATIN.findall(folded[:_LONG]))) / _LONG
        rule = match_key(folded) if folded[0].isascii() else None  # leaked markup may be long
        return Features(piece, "", length, length // 6, rule, False, ends_sentence, share)
    key = line_key(folded)
    latin = sum(map(len, _LATIN.findall(key))) if _LATIN.search(key) else 0
    is_date = length <= _LONGEST_DATE and _DIGIT.search(key) is not None and is_date_line(key)
    rule = match_key(key)
    return Features(
        piece,
        key,
        length,
        key.count(" ") + 1,
        rule,
        is_date,
        ends_sentence,
        latin / max(1, len(_bare(key))) if latin else 0.0,
    )


def _bare(key: str) -> str:
    return "".join(_LETTERS.findall(key)).casefold()


_LONG = 260
_PARAGRAPH = 110
_SENTENCE = 45
_END = frozenset(".!؟?…")
_CLOSING = " \"”»’')]"
_LONGEST_DATE = 150
_DIGIT = re.compile(r"\d")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]+")
_LETTERS = re.compile(r"[^\W_]+")
_BULLET = re.compile(r"[*\-–—•#]|\(?\d{1,2} ?[-.):–]|\d{4} ?[-–:]|\(?[ا-ي][-)]")
