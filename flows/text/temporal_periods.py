"""Periods that stand in relation to the anchor, and parts of years."""

from dataclasses import replace

from flows.text.temporal_dates import read_date
from flows.text.temporal_eras import read_era
from flows.text.temporal_expressions import Day, Parsed, Period, YearPart
from flows.text.temporal_months import read_month
from flows.text.temporal_numbers import read_ordinal
from flows.text.temporal_tokens import TokenRow
from flows.text.temporal_years import read_year

_DEMONSTRATIVES = ("هذا", "هذه")


def read_period(row: TokenRow, index: int) -> Parsed | None:
    """A period at the token `index`, with early, mid or late before it.

    >>> from flows.text.temporal_tokens import tokenize
    >>> parsed = read_period(tokenize("مطلع الشهر الحالي"), 0)
    >>> parsed.expression, parsed.modifier
    (Period(unit='MO', relation=0, calendar='gregorian'), 'START')
    """
    if row.word(index, "edge"):
        return _read_edge(row, index)
    return (
        _read_weekend(row, index)
        or _read_week_of_month(row, index)
        or _read_year_part(row, index)
        or _read_related(row, index)
        or read_era(row, index)
    )


def _read_edge(row: TokenRow, index: int) -> Parsed | None:
    edge = row.word(index, "edge")
    assert edge is not None
    start = index + 1
    if row.text(start) == "من" and row.text(index) in _EDGES_WITH_FROM:
        start += 1
    if row.proclitic(start):
        return None
    inner = (
        _read_year_part(row, start)
        or _read_related(row, start)
        or read_era(row, start)
        or _read_month_or_year(row, start)
        or _read_bare(row, start)
    )
    if inner is None or inner.modifier is not None:
        return None
    return Parsed(inner.expression, index, inner.end, f"edge_of_{inner.rule}", edge.value)


_BEFORE_BARE_PART = frozenset({"في", "خلال", "ارباح", "نتايج", "نهايه", "منذ"})
_EDGES_WITH_FROM = frozenset({"اوائل", "اواخر", "اواسط"})


def _read_bare(row: TokenRow, index: int) -> Parsed | None:
    """The period of "by the end of the year": with no relation it is the anchor's."""
    unit = row.word(index, "unit")
    if unit is None or not {"one", "definite"} <= unit.traits or unit.value not in ("W", "MO", "Y"):
        return None
    if any(row.word(index + 1, role) for role in ("ordinal", "relation", "narrative")):
        return None
    end = index + 1 + bool(row.word(index + 1, "year_kind"))
    return Parsed(Period(unit.value, 0), index, end, "bare_period")


def _read_weekend(row: TokenRow, index: int) -> Parsed | None:
    if row.word(index, "weekend") is None:
        return None
    relation = row.word(index + 1, "relation")
    if relation is None:
        return Parsed(Period("WE", 0), index, index + 1, "weekend")
    return Parsed(Period("WE", relation.number), index, index + 2, "weekend")


def _read_related(row: TokenRow, index: int) -> Parsed | None:
    """الأسبوع الماضي, هذا العام, العام الدراسي الحالي, الشهر قبل الماضي."""
    demonstrative = row.text(index) in _DEMONSTRATIVES
    step = index + demonstrative
    unit = row.word(step, "unit")
    if unit is not None and {"one", "definite"} <= unit.traits and unit.value in _RELATED:
        name = unit.value
    elif row.word(step, "season") and row.text(step).startswith("ال"):
        return _read_season(row, index)
    else:
        return None
    end = step + 1
    calendar = "gregorian"
    if name == "Y" and (kind := row.word(end, "year_kind")):
        calendar = "hijri" if "hijri" in kind.traits else "gregorian"
        end += 1
    relation = row.word(end, "relation")
    if name == "Y" and calendar == "gregorian" and (demonstrative or relation is not None):
        year = read_year(row, end + (not demonstrative))  # العام المقبل 2016م
        if year is not None and not row.word(end + (not demonstrative), "unit"):
            return Parsed(year[0], index, year[1], "year")
    if demonstrative:
        return Parsed(Period(name, 0), index, end, "related_period")
    if relation is None and row.text(end) in ("،", ",") and row.word(end + 1, "relation"):
        return None
    if relation is None or row.text(end) in _DEMONSTRATIVES or "recent" in relation.traits:
        return None
    period = Period(name, relation.number)
    if calendar == "hijri":
        period = replace(period, calendar="hijri")
    return Parsed(period, index, end + 1, "related_period")


_RELATED = frozenset({"W", "MO", "Y", "DE", "CE"})


def _read_season(row: TokenRow, index: int) -> Parsed | None:
    demonstrative = row.text(index) in _DEMONSTRATIVES
    step = index + demonstrative
    season = row.word(step, "season")
    if season is None or row.proclitic(step) == "ك":
        return None
    if demonstrative:
        return Parsed(YearPart(season.value, relation=0), index, step + 1, "season")
    relation = row.word(step + 1, "relation")
    if relation is not None and row.text(step).startswith("ال"):
        return Parsed(YearPart(season.value, relation=relation.number), index, step + 2, "season")
    return _with_year(row, index, step + 1, season.value, "season")


def _with_year(row: TokenRow, start: int, index: int, part: str, rule: str) -> Parsed | None:
    """A part of a year with its year: [من] [العام] 2015, [من] العام الماضي, من هذا العام."""
    step = index + (row.text(index) == "من")
    year = read_year(row, step)
    if year is not None and year[0].calendar == "gregorian" and (year[0].year or 0) > 0:
        return Parsed(YearPart(part, year=year[0].year), start, year[1], rule)
    related = _read_related(row, step)
    if related is None and step > index and rule != "season":
        related = _read_bare(row, step)
    match related:
        case Parsed(expression=Period(unit="Y", relation=relation)):
            return Parsed(YearPart(part, relation=relation), start, related.end, rule)
    return None


def _read_year_part(row: TokenRow, index: int) -> Parsed | None:
    if row.word(index, "season"):
        return _read_season(row, index)
    kind = row.word(index, "half_year") or row.word(index, "quarter")
    if kind is None:
        return None
    if not row.text(index).startswith("ال"):
        return None
    relation = row.word(index + 1, "relation")
    if relation is not None and kind.value == "Q" and "recent" not in relation.traits:
        return Parsed(YearPart("Q", relation=relation.number), index, index + 2, "quarter")
    ordinal = read_ordinal(row, index + 1)
    limit = 4 if kind.value == "Q" else 2
    if ordinal is None or ordinal.value > limit:
        return None
    number = limit if ordinal.value < 0 else ordinal.value
    part = f"{kind.value}{number}"
    rule = "quarter" if kind.value == "Q" else "half_year"
    with_year = _with_year(row, index, ordinal.end, part, rule)
    if with_year is not None:
        return with_year
    if row.text(ordinal.end) != "من" and row.text(index - 1) in _BEFORE_BARE_PART:
        return Parsed(YearPart(part), index, ordinal.end, rule)
    return _half_of_month(row, index, ordinal.end, number) if kind.value == "H" else None


def _half_of_month(row: TokenRow, start: int, index: int, number: int) -> Parsed | None:
    """The first half of May is early May: TIMEX3 has no half months."""
    if row.text(index) != "من":
        return None
    modifier = "START" if number == 1 else "END"
    related = _read_related(row, index + 1)
    if related is not None and isinstance(related.expression, Period):
        if related.expression.unit == "MO":
            return Parsed(related.expression, start, related.end, "half_month", modifier)
        return None
    date = read_date(row, index + 1)
    if date is None or date.day.month is None or date.day.day is not None:
        return None
    return Parsed(date.day, start, date.end, "half_month", modifier)


def _read_week_of_month(row: TokenRow, index: int) -> Parsed | None:
    """The first week of May is early May: TIMEX3 counts the weeks of years only."""
    unit = row.word(index, "unit")
    if unit is None or unit.value != "W" or not {"one", "definite"} <= unit.traits:
        return None
    number = row.word(index + 1, "ordinal")
    is_last = row.text(index + 1) == "الاخير"
    if not is_last and (number is None or not 1 <= number.number <= 5):
        return None
    whole = read_whole(row, index + 2 + (row.text(index + 2) == "من"))
    match whole:
        case Parsed(expression=Day(day=None, month=int())) | Parsed(expression=Period(unit="MO")):
            modifier = "END" if is_last or number is None else _WEEKS[number.number - 1]
            return Parsed(whole.expression, index, whole.end, "week_of_month", modifier)
    return None


_WEEKS = ("START", "MID", "MID", "END", "END")


def read_whole(row: TokenRow, index: int) -> Parsed | None:
    """The month or year that something is a part of: [شهر] مايو, العام الماضي, 2015, العام.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_whole(tokenize("العام"), 0).expression
    Period(unit='Y', relation=0, calendar='gregorian')
    """
    found = _read_related(row, index) or _read_month_or_year(row, index)
    month = read_month(row, index) if found is None else None
    if month is not None:
        day = Day(month=month.number, calendar=month.calendar)
        return Parsed(day, index, month.end, "month")
    return found or _read_bare(row, index)


def _read_month_or_year(row: TokenRow, index: int) -> Parsed | None:
    """A month or year; after what is a part of it, a bare 2015 is a year."""
    reading = read_date(row, index)
    if reading is not None and reading.day.day is None:
        rule = "month" if reading.day.month is not None else "year"
        return Parsed(reading.day, index, reading.end, rule)
    number = row.number(index)
    if number is None or not 1900 <= number <= 2100 or len(row.text(index)) != 4:
        return None
    year = read_year(row, index)
    return Parsed(year[0], index, year[1], "year") if year is not None else None
