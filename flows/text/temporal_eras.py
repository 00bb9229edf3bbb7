"""Decades and centuries: الثمانينيات, القرن التاسع عشر, القرن الثالث قبل الميلاد."""

from flows.text.temporal_expressions import Era, Parsed
from flows.text.temporal_numbers import read_cardinal, read_ordinal
from flows.text.temporal_tokens import TokenRow


def read_era(row: TokenRow, index: int) -> Parsed | None:
    """The decade or century at the token `index`.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_era(tokenize("القرن التاسع عشر"), 0).expression
    Era(unit='CE', digits=18, is_bc=False)
    """
    decade = row.word(index, "decade")
    if decade is not None:
        return _read_decade(row, index, decade.number)
    unit = row.word(index, "unit")
    if unit is None or unit.value != "CE" or "one" not in unit.traits:
        return None
    ordinal = read_ordinal(row, index + 1)
    if ordinal is None and row.word(index + 1, "tens"):
        ordinal = read_cardinal(row, index + 1)
    if ordinal is None and row.number(index + 1) is not None and "definite" in unit.traits:
        ordinal = read_cardinal(row, index + 1)
    if ordinal is None or not 1 <= ordinal.value <= 30:
        return None
    era = row.word(ordinal.end, "era")
    is_hijri = era is not None and era.value == "hijri"
    is_bc = era is not None and era.value == "bc"
    if is_hijri:
        return None
    end = ordinal.end + (era is not None)
    return Parsed(Era("CE", ordinal.value - 1, is_bc), index, end, "century")


def _read_decade(row: TokenRow, index: int, digit: int) -> Parsed | None:
    """الثمانينيات [من] القرن الماضي/العشرين: without a century, of the twentieth from its 30s."""
    end, century = index + 1, None
    step = end + (row.text(end) == "من")
    unit = row.word(step, "unit")
    if unit is not None and unit.value == "CE" and "definite" in unit.traits:
        relation = row.word(step + 1, "relation")
        era = read_era(row, step)
        if relation is not None:
            # "The last century" of news since 2001 is the twentieth.
            century, end = 20 + relation.number, step + 2
        elif era is not None and isinstance(era.expression, Era):
            century, end = era.expression.digits, era.end
    elif row.text(step) in ("عمره", "عمرها", "العمر", "عمرهم"):
        return None
    if century is None:
        if digit < 3:
            return None
        century = 19
    return Parsed(Era("DE", century * 10 + digit), index, end, "decade")
