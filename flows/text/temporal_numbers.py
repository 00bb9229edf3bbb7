"""Numbers in temporal expressions: digits, and cardinals and ordinals in words of every case."""

from typing import NamedTuple

from flows.text.temporal_tokens import TokenRow

_PLAIN_YEARS = range(1000, 3000)


class Count(NamedTuple):
    """A number and the index of the token after it."""

    value: int
    end: int


def read_cardinal(row: TokenRow, index: int) -> Count | None:
    """The whole number that begins at the token `index`, in digits or words.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_cardinal(tokenize("ألفين وخمسة عشر"), 0)
    Count(value=2015, end=3)
    """
    digits = row.number(index)
    if digits is not None:
        return _scaled(row, Count(digits, index + 1))
    return _read_words(row, index)


def read_ordinal(row: TokenRow, index: int) -> Count | None:
    """The ordinal at the token `index`: الثالث والعشرين is 23; "the last" is -1.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_ordinal(tokenize("الخامس عشر من مايو"), 0)
    Count(value=15, end=2)
    """
    word = row.word(index, "ordinal")
    if word is None:
        return None
    ten = row.word(index + 1, "ten")
    if ten is not None and not row.proclitic(index + 1):
        return Count(word.number + 10, index + 2)
    tens = row.word(index + 1, "tens")
    if tens is not None and row.proclitic(index + 1) == "و":
        return Count(word.number + tens.number, index + 2)
    return None if "joint" in word.traits else Count(word.number, index + 1)


def read_day_number(row: TokenRow, index: int) -> Count | None:
    """A day of a month, 1 to 31: in digits, as an ordinal (الأول) or in words (العشرين)."""
    if row.number(index) is not None:
        digits = row.tokens[index].text
        count: Count | None = Count(int(digits), index + 1) if len(digits) <= 2 else None
    else:
        word = row.word(index, "ordinal")
        if word is not None and "feminine" in word.traits:
            return None  # the days of a month are masculine
        count = read_ordinal(row, index) or _read_words(row, index)
    return count if count is not None and 1 <= count.value <= 31 else None


def read_year_number(row: TokenRow, index: int) -> Count | None:
    """A year of four digits, or in words (ألفين وخمسة عشر)."""
    if row.number(index) is not None:
        count: Count | None = Count(row.number(index) or 0, index + 1)
        if is_part_of_number(row, index) or row.word(index + 1, "scale"):
            return None
    else:
        count = _read_words(row, index)
    return count if count is not None and count.value in _PLAIN_YEARS else None


def is_part_of_number(row: TokenRow, index: int) -> bool:
    """Whether the digits at `index` are a piece of a decimal or grouped number, a ratio or code."""
    before, after = row.text(index - 1), row.text(index + 1)
    follows_number = row.number(index - 2) is not None and row.is_glued(index - 1)
    if before in _INSIDE_NUMBER and follows_number and row.is_glued(index):
        return True
    if (before in _SIGNS and row.is_glued(index)) or after in _PERCENT:
        return True
    if after in _INSIDE_NUMBER and row.is_glued(index + 1) and row.is_glued(index + 2):
        return row.number(index + 2) is not None
    return after.isascii() and after.isalpha() and row.is_glued(index + 1)


_INSIDE_NUMBER = frozenset(".,٫٬'/:\\")
_SIGNS = frozenset("#$€£+%٪@_")
_PERCENT = frozenset("%٪$€£")
# Which class of number word may follow which, after و.
_LOWER = {
    "ones": ("tens",),
    "ten": (),
    "tens": (),
    "hundreds": ("ones", "ten", "tens"),
    "scale": ("ones", "ten", "tens", "hundreds", "scale"),
}


def _class_at(row: TokenRow, index: int) -> str | None:
    return next((kind for kind in _LOWER if row.word(index, kind)), None)


def _read_words(row: TokenRow, index: int) -> Count | None:
    kind = _class_at(row, index)
    scale = row.word(index, "scale")
    if kind is None or (scale is not None and "many" in scale.traits):
        return None  # "thousands of years" are no number
    total, group = 0, 0  # closed groups (thousands), and the group under way
    while kind is not None:
        word = row.word(index, kind)
        assert word is not None
        value = word.number
        index += 1
        if kind == "scale":
            total, group = total + max(group, 1) * value, 0
        elif kind == "ones" and row.word(index, "ten") and not row.proclitic(index):
            group += value + 10
            kind, index = "ten", index + 1
        else:
            group += value
        follower = _class_at(row, index)
        if follower == "scale" and not row.proclitic(index) and kind != "scale":
            kind = "scale"
        elif follower in _LOWER[kind] and row.proclitic(index) == "و":
            kind = follower
        else:
            kind = None
    return Count(total + group, index)


def _scaled(row: TokenRow, count: Count) -> Count:
    """Digits followed by ألف or مليون."""
    scale = row.word(count.end, "scale")
    if scale is None or row.proclitic(count.end):
        return count
    return Count(count.value * scale.number, count.end + 1)
