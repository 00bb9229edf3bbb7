"""Recurring times: يوميا, كل جمعة, كل أسبوعين, مرتين في الأسبوع, السبت من كل أسبوع."""

from flows.text.temporal_amounts import read_amount
from flows.text.temporal_expressions import Parsed, Repeat, length_value
from flows.text.temporal_tokens import TokenRow


def read_repeat(row: TokenRow, index: int) -> Parsed | None:
    """The recurring time that begins at the token `index`.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_repeat(tokenize("كل جمعة"), 0).expression
    Repeat(value='XXXX-WXX-5', unit='D')
    """
    word = row.word(index, "set")
    if word is not None:
        unit = "MO" if word.value.endswith("M") else word.value[-1]
        return Parsed(Repeat(word.value, unit), index, index + 1, "set")
    if row.word(index, "every"):
        return _read_every(row, index)
    if row.word(index, "times"):
        return _read_times(row, index)
    return _read_weekly(row, index)


def _read_every(row: TokenRow, index: int) -> Parsed | None:
    step = index + 1
    part = row.word(step, "part")
    if part is not None and "abbreviation" not in part.traits:
        return Parsed(Repeat(f"XXXX-XX-XXT{part.value}", "PART"), index, step + 1, "set")
    noun = row.word(step, "unit")
    is_day = noun is not None and noun.value == "D" and "one" in noun.traits
    weekday = row.word(step + is_day, "weekday")
    if weekday is not None:
        repeat = Repeat(f"XXXX-WXX-{weekday.number + 1}", "D")
        return Parsed(repeat, index, step + is_day + 1, "set")
    if noun is not None and "definite" not in noun.traits and "one" in noun.traits:
        return Parsed(Repeat(_REPEATED[noun.value], noun.value), index, step + 1, "set")
    amount = read_amount(row, step)
    if amount is None or amount.is_definite or amount.length.amount is None:
        return None
    repeat = Repeat(length_value(amount.length), amount.length.unit)
    return Parsed(repeat, index, amount.end, "set")


def _read_times(row: TokenRow, index: int) -> Parsed | None:
    """مرتين في الأسبوع."""
    if row.text(index + 1) not in ("في", "كل"):
        return None
    if row.text(index + 2) == "اليوم":
        return Parsed(Repeat("P1D", "D"), index, index + 3, "set")
    unit = row.word(index + 2, "unit")
    if unit is None or "one" not in unit.traits or row.number(index + 3) is not None:
        return None
    return Parsed(Repeat(_REPEATED[unit.value], unit.value), index, index + 3, "set")


def _read_weekly(row: TokenRow, index: int) -> Parsed | None:
    """Each weekday of "Saturday and Monday of every week"."""
    noun = row.word(index, "unit")
    named = index + (noun is not None and noun.value == "D")
    weekday = row.word(named, "weekday")
    end = _end_of_every(row, named)
    if weekday is None or end is None:
        return None
    repeat = Repeat(f"XXXX-WXX-{weekday.number + 1}", "D")
    is_last = row.text(named + 1) == "من"
    return Parsed(repeat, index, end if is_last else named + 1, "set")


def _end_of_every(row: TokenRow, index: int) -> int | None:
    """The index after the "of every week" that a list of weekdays ends in, or None."""
    while row.word(index, "weekday") or row.word(index, "unit"):
        index += 1
    if row.text(index) != "من" or not row.word(index + 1, "every"):
        return None
    return index + 2 + (row.word(index + 2, "unit") is not None)


_REPEATED = {"S": "PT1S", "M": "PT1M", "H": "PT1H", "D": "P1D", "N": "P1D", "W": "P1W",
             "MO": "P1M", "Y": "P1Y", "DE": "P1DE", "CE": "P1CE"}  # fmt: skip
