"""How long: ثمانية أيام, ساعة ونصف, 2.5 ساعة, شهرين, عدة أشهر, الأيام الثلاثة."""

from typing import NamedTuple

from flows.text.temporal_expressions import Length
from flows.text.temporal_numbers import is_part_of_number, read_cardinal
from flows.text.temporal_tokens import TokenRow


class Amount(NamedTuple):
    """So many units, from the token `start` to before `end`; `is_definite` if "the … days"."""

    length: Length
    start: int
    end: int
    is_definite: bool = False
    modifier: str | None = None


def read_amount(row: TokenRow, index: int) -> Amount | None:
    """A number of units that begins at the token `index`, counted, dual, vague or definite.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_amount(tokenize("ساعتين ونصف"), 0).length.extra
    ((30, 'M'),)
    """
    return (
        _read_definite(row, index)
        or _read_fraction(row, index)
        or _read_counted(row, index)
        or _read_dual(row, index)
        or _read_vague(row, index)
    )


def read_single(row: TokenRow, index: int) -> Amount | None:
    """A unit alone, which is one of it (لمدة شهر) or an unknown number (منذ أيام)."""
    unit = row.word(index, "unit")
    if unit is None or "definite" in unit.traits or "two" in unit.traits:
        return None
    if "one" in unit.traits:
        longer = and_fraction(row, index + 1, Length(1, unit.value))
        if longer is not None:
            return Amount(longer[0], index, longer[1])
        if row.number(index + 1) is not None or row.word(index + 1, "ordinal"):
            return None
        if unit.value == "D" and (row.word(index + 1, "weekday") or row.word(index + 1, "deictic")):
            return None
        if unit.value in ("D", "N", "H", "DE") and row.text(index + 1).startswith("ال"):
            return None  # "the eve of the feast", "to hold the meeting" (لعقد)
        if unit.value == "DE" and row.proclitic(index) == "ل":
            return None
        if unit.value == "MO" and row.word(index + 1, "month"):
            return None
        one = row.word(index + 1, "ones")
        end = index + 1 + (one is not None and one.number == 1 and not row.proclitic(index + 1))
        return Amount(Length(1, unit.value), index, end)
    after = row.word(index + 1, "vague_after")
    if after is None and (
        row.text(index + 1).startswith("ال") or row.word(index + 1, "demonstrative")
    ):
        return None  # "the days of the feast" are certain days
    return Amount(Length(None, unit.value), index, index + 1 + (after is not None))


def _read_counted(row: TokenRow, index: int) -> Amount | None:
    """ثمانية أيام, 90 دقيقة, الثلاثة أيام, ثلاث سنوات ونصف."""
    if row.number(index) is not None and is_part_of_number(row, index):
        return _read_decimal(row, index)
    count = read_cardinal(row, index)
    if count is None:
        return None
    end = count.end
    unit = row.word(end, "unit")
    if row.text(end) == "(" and row.text(end + 2) == ")":
        inner = row.number(end + 1)  # خمسة (5) أيام
        if inner == count.value:
            end, unit = end + 3, row.word(end + 3, "unit")
    if unit is None or row.proclitic(end) or "two" in unit.traits:
        return None
    if unit.value == "S" and row.text(end) == "الثانيه":
        return None
    if "one" in unit.traits and row.number(end + 1) in range(1000, 2999):
        return None  # "the eight of 1990"
    length = Length(count.value, unit.value)
    longer = and_fraction(row, end + 1, length)
    if longer is not None:
        return Amount(longer[0], index, longer[1])
    extra = _read_extra(row, end + 1, unit.value)
    if extra is not None:
        return Amount(Length(count.value, unit.value, "pure", extra[0]), index, extra[1])
    return Amount(length, index, end + 1, "definite" in unit.traits)


def _read_decimal(row: TokenRow, index: int) -> Amount | None:
    """2.5 ساعة; a grouped number (1,000 days) too."""
    whole, part = row.number(index), row.number(index + 2)
    unit = row.word(index + 3, "unit")
    if whole is None or part is None or unit is None or row.text(index + 1) not in ".,٫٬":
        return None
    if row.text(index - 1) in ".,:/" and row.is_glued(index):
        return None
    digits = row.text(index + 2)
    if row.text(index + 1) != "." and len(digits) == 3:
        return Amount(Length(whole * 1000 + part, unit.value), index, index + 4)
    return Amount(Length(whole + part / 10 ** len(digits), unit.value), index, index + 4)


def _read_extra(
    row: TokenRow, index: int, unit: str
) -> tuple[tuple[tuple[int, str], ...], int] | None:
    """The "and 20 minutes" of an hour and twenty minutes."""
    if row.proclitic(index) != "و":
        return None
    smaller = {"H": "M", "M": "S", "Y": "MO", "D": "H", "MO": "D"}.get(unit)
    two = row.word(index, "unit")
    if two is not None and two.value == smaller and "two" in two.traits:
        return ((2, smaller),), index + 1
    count = read_cardinal(row, index)
    if count is None:
        return None
    noun = row.word(count.end, "unit")
    if noun is None or noun.value != smaller or "two" in noun.traits:
        return None
    return ((count.value, smaller),), count.end + 1


def and_fraction(row: TokenRow, index: int, length: Length) -> tuple[Length, int] | None:
    """The length with the ونصف [الساعة] at `index` (of hours وربع too), and the index after.

    >>> from flows.text.temporal_tokens import tokenize
    >>> and_fraction(tokenize("ساعة ونصف الساعة"), 1, Length(1, "H"))[0].extra
    ((30, 'M'),)
    """
    fraction = row.word(index, "fraction")
    if fraction is None or row.proclitic(index) != "و":
        return None
    if fraction.number != 30 and length.unit != "H":
        return None
    noun = row.word(index + 1, "unit")
    end = index + 1 + (noun is not None and "one" in noun.traits and not row.proclitic(index + 1))
    smaller = {"H": (fraction.number, "M"), "Y": (6, "MO"), "M": (30, "S")}.get(length.unit)
    if smaller is None:
        return Length((length.amount or 0) + 0.5, length.unit, length.direction), end
    return Length(length.amount, length.unit, length.direction, (smaller,)), end


def _read_dual(row: TokenRow, index: int) -> Amount | None:
    unit = row.word(index, "unit")
    if unit is None or "two" not in unit.traits or "definite" in unit.traits:
        return None
    if "construct" in unit.traits:
        return None
    end = index + 1
    longer = and_fraction(row, end, Length(2, unit.value))
    if longer is not None:
        return Amount(longer[0], index, longer[1])
    extra = _read_extra(row, end, unit.value)
    if extra is not None:
        return Amount(Length(2, unit.value, "pure", extra[0]), index, extra[1])
    two = row.word(end, "ones")
    if two is not None and two.number == 2 and not row.proclitic(end):
        end += 1
    return Amount(Length(2, unit.value), index, end)


def _read_fraction(row: TokenRow, index: int) -> Amount | None:
    """نصف ساعة, ربع قرن."""
    fraction = row.word(index, "fraction")
    unit = row.word(index + 1, "unit")
    if fraction is None or unit is None or "one" not in unit.traits or row.proclitic(index + 1):
        return None
    if "definite" in unit.traits or row.text(index).startswith("ال"):
        return None
    smaller = {"H": (60, "M"), "Y": (12, "MO"), "M": (60, "S"), "D": (24, "H"), "CE": (100, "Y"),
               "DE": (10, "Y"), "MO": (30, "D")}.get(unit.value)  # fmt: skip
    if smaller is None:
        return None
    amount = fraction.number / 60 * smaller[0]
    return Amount(Length(round(amount), smaller[1]), index, index + 2)


def _read_vague(row: TokenRow, index: int) -> Amount | None:
    """عدة أشهر, بضعة أيام, عشرات السنين, أيام قليلة."""
    if row.word(index, "vague"):
        step = index + 1 + (row.text(index + 1) == "من")
        unit = row.word(step, "unit")
        if unit is not None and "many" in unit.traits:
            return Amount(Length(None, unit.value), index, step + 1)
        return None
    unit = row.word(index, "unit")
    if unit is None or "many" not in unit.traits or "definite" in unit.traits:
        return None
    after = row.word(index + 1, "vague_after")
    if after is None or row.text(index + 1).startswith("ال"):
        return None
    return Amount(Length(None, unit.value), index, index + 2)


def _read_definite(row: TokenRow, index: int) -> Amount | None:
    """الأيام الثلاثة, الساعات الـ24, السنوات القليلة, الأشهر, اليومين – a relation must follow."""
    unit = row.word(index, "unit")
    if unit is None or "definite" not in unit.traits:
        return None
    if "one" in unit.traits:
        return _read_definite_and_half(row, index, unit.value)
    if "two" in unit.traits:
        return Amount(Length(2, unit.value), index, index + 1, True)
    end = index + 1
    count = read_cardinal(row, end) if not row.proclitic(end) else None
    if count is not None:
        return Amount(Length(count.value, unit.value), index, count.end, True)
    if row.word(end, "vague_after"):
        end += 1
    return Amount(Length(None, unit.value), index, end, True)


def _read_definite_and_half(row: TokenRow, index: int, unit: str) -> Amount | None:
    """الساعة والنصف without an hour, العام والنصف الماضيين."""
    longer = and_fraction(row, index + 1, Length(1, unit))
    if longer is None or unit == "D" or row.word(longer[1], "ordinal"):
        return None
    return Amount(longer[0], index, longer[1])
