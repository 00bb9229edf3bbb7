"""Cuts a folded text into tokens that carry what the temporal lexicon knows of them."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from flows.text.folding import FoldedText, fold
from flows.text.temporal_lexicon import FORMS, NO_SENSES, TOKEN, Senses, Word

_DIGITS = frozenset("0123456789")
# 2 ـ 4: a tatweel that joins no letters is a dash.
_LONE_TATWEEL = re.compile(r"(?<![^\s\d])ـ(?=ـ*[\s\d])")
_LONGEST_NUMBER = 9  # digits; longer runs are identifiers
# Written before digits without a space, and whether the article inside belongs to the number.
_BEFORE_DIGITS = {
    "ال": 0, "وال": 1, "بال": 1, "فال": 1, "كال": 1, "وبال": 2, "لل": 2, "ولل": 3,
    "و": 1, "ب": 1, "ل": 1, "ف": 1, "ك": 1, "وب": 2, "ول": 2,
}  # fmt: skip


class Token(NamedTuple):
    """A word (or a phrase that the lexicon lists), a run of digits, or one other character.

    Offsets count characters of the folded text; proclitics stand before `start`.
    """

    start: int
    end: int
    text: str
    senses: Senses
    number: int | None
    proclitic: str


class TokenRow:
    """The tokens of one text, with questions that are safe to ask beyond either end."""

    __slots__ = ("_count", "folded", "tokens")

    def __init__(self, folded: FoldedText, tokens: Sequence[Token]) -> None:
        """Keep the tokens beside the folded text that their offsets count in."""
        self.folded = folded
        self.tokens = tokens
        self._count = len(tokens)

    def __len__(self) -> int:
        """How many tokens there are."""
        return self._count

    def word(self, index: int, role: str) -> Word | None:
        """The sense of the token at `index` in that role, or None."""
        if 0 <= index < self._count:
            return self.tokens[index].senses.get(role)
        return None

    def text(self, index: int) -> str:
        """The folded spelling of the token at `index` without proclitics; "" beyond the ends."""
        return self.tokens[index].text if 0 <= index < self._count else ""

    def original(self, index: int) -> str:
        """The token at `index` as it is written, for the spellings that folding makes one."""
        token = self.tokens[index]
        start, end = self.folded.source_span(token.start, token.end)
        return self.folded.original[start:end]

    def number(self, index: int) -> int | None:
        """The value of a token of digits."""
        return self.tokens[index].number if 0 <= index < self._count else None

    def proclitic(self, index: int) -> str:
        """The letters before the token at `index`: و, ب, ل …"""
        return self.tokens[index].proclitic if 0 <= index < self._count else ""

    def is_glued(self, index: int) -> bool:
        """Whether the token at `index` follows its predecessor without a space."""
        if not 0 < index < self._count:
            return False
        token = self.tokens[index]
        return self.tokens[index - 1].end == token.start - len(token.proclitic)


def tokenize(text: str) -> TokenRow:
    """The tokens of a text in its folded spelling.

    >>> [(t.proclitic, t.text) for t in tokenize("والأحد ١٠اكتوبر").tokens]
    [('و', 'الاحد'), ('', '10'), ('', 'اكتوبر')]
    """
    folded = fold(_LONE_TATWEEL.sub("-", text) if "ـ" in text else text)
    folded.original = text
    pieces = TOKEN.findall(folded)
    starts = [match.start() for match in TOKEN.finditer(folded)]
    tokens: list[Token] = []
    known, new = FORMS.get, tuple.__new__  # a third of the time that Token(...) takes
    index, count = 0, len(pieces)
    lone_and = False  # a lone و belongs to the word after it
    while index < count:
        piece, start = pieces[index], starts[index]
        form = known(piece)
        if form is None:
            token = new(Token, (start, start + len(piece), piece, NO_SENSES, None, ""))
            if piece[0] in _DIGITS and len(piece) <= _LONGEST_NUMBER:
                token = _with_article(token._replace(number=int(piece)), tokens)
        else:
            size, senses = 1, form.senses
            for rest, phrase_senses in form.phrases:
                if tuple(pieces[index + 1 : index + 1 + len(rest)]) == rest:
                    size, senses = 1 + len(rest), phrase_senses
                    break
            last = index + size - 1
            begin, end = start + form.proclitic, starts[last] + len(pieces[last])
            spelling = form.text if size == 1 else folded[begin:end]
            token = Token(begin, end, spelling, senses, None, piece[: form.proclitic])
            index = last
        if lone_and and not token.proclitic and piece != "\n":
            token = token._replace(proclitic="و")
            if tokens[-1].text == "و":
                tokens.pop()
        lone_and = piece == "و"
        tokens.append(token)
        index += 1
    return TokenRow(folded, tokens)


def _with_article(token: Token, before: list[Token]) -> Token:
    """A number with the article or preposition that is glued to it: الـ24, و3, بـ15."""
    if not before:
        return token
    last = before[-1]
    letters = last.proclitic + last.text
    taken = _BEFORE_DIGITS.get(letters)
    gap = token.start - last.end
    if taken is None or gap > (letters == "ال"):
        return token
    before.pop()
    start = last.start - len(last.proclitic) + taken
    return token._replace(start=start, proclitic=letters[:taken])
