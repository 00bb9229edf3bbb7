"""Places weeks, months, years, parts of years, decades and centuries."""

from dataclasses import replace
from datetime import date, timedelta

from flows.text.temporal_calendar import (
    add_month,
    days_of,
    hijri_year_month,
    shift,
    week_of,
    week_value,
)
from flows.text.temporal_expressions import Day, Era, Period, YearPart
from flows.text.temporal_place_days import place_date
from flows.text.temporal_resolved import (
    GRANULARITIES,
    UNKNOWN,
    UNRESOLVED_SCORE,
    Anchor,
    Resolved,
)

_QUARTERS = {f"Q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)}


_PART_MONTHS = _QUARTERS | {"H1": (1, 6), "H2": (7, 12), "SP": (3, 5), "SU": (6, 8), "FA": (9, 11),
                            "WI": (12, 14)}  # fmt: skip


def resolve_period(period: Period, anchor: Anchor) -> Resolved | None:
    """A week, month or year by its relation to the anchor's.

    >>> resolve_period(Period("MO", -1), Anchor(date(2016, 1, 10), None, -1, 6)).value
    '2015-12'
    """
    unit, relation = period.unit, period.relation
    granularity = GRANULARITIES[unit]
    if anchor.on is None:
        return Resolved(UNKNOWN[unit], None, None, granularity, UNRESOLVED_SCORE)
    if period.calendar == "hijri":
        year = hijri_year_month(anchor.on)[0] + relation
        return place_date(Day(year=year, calendar="hijri"), anchor, 0)
    moved = shift(anchor.on, relation, "W" if unit == "WE" else unit)
    if moved is None:
        return None
    if unit in ("W", "WE"):
        first, last = week_of(moved, anchor.week_start)
        value = week_value(first)
        if unit == "WE":
            # Friday and Saturday, the two days before a week that begins on Sunday.
            first, value = last - timedelta(1), f"{value}-WE"
        return Resolved(value, first, last, granularity, 0.9, is_anchored=True)
    if unit == "MO":
        placed = place_date(Day(year=moved.year, month=moved.month), anchor, 0)
    elif unit == "Y":
        placed = place_date(Day(year=moved.year), anchor, 0)
    else:
        size = 10 if unit == "DE" else 100
        placed = _years(moved.year // size * size, size, str(moved.year // size), granularity)
    return replace(placed, score=0.9, is_anchored=True) if placed is not None else None


def _years(first: int, count: int, value: str, granularity: str) -> Resolved | None:
    if not 1 <= first <= 9000:
        return Resolved(value, None, None, granularity, 0.9)
    return Resolved(value, date(first, 1, 1), date(first + count - 1, 12, 31), granularity, 0.9)


def resolve_year_part(part: YearPart, anchor: Anchor) -> Resolved | None:
    """A quarter, half or season in its year; without a year, the latest that has begun.

    >>> resolve_year_part(YearPart("Q4"), Anchor(date(2016, 5, 20), None, -1, 6)).value
    '2015-Q4'
    """
    year, score = part.year, 0.95
    name = part.part
    granularity = {"Q": "quarter", "H": "half_year"}.get(name[0], "season")
    if year is None:
        if anchor.on is None:
            value = "XXXX-QX" if name == "Q" else f"XXXX-{name}"
            return Resolved(value, None, None, granularity, UNRESOLVED_SCORE)
        if name == "Q":
            year, month = add_month(anchor.on.year, anchor.on.month, 3 * (part.relation or 0))
            name = f"Q{(month - 1) // 3 + 1}"
        elif part.relation is None:
            # "In the last quarter": the latest that has begun.
            year = anchor.on.year - (_PART_MONTHS[name][0] > anchor.on.month)
        else:
            year = anchor.on.year + part.relation
            if granularity == "season" and part.relation:
                year = _season_year(name, part.relation, anchor.on)
        score = 0.9
    first_month, last_month = _PART_MONTHS[name]
    first = days_of("gregorian", year, first_month, None)
    last = days_of("gregorian", *add_month(year, 1, last_month - 1), None)
    if first is None or last is None:
        return None
    value = f"{year:04}-{name}"
    return Resolved(value, first[0], last[1], granularity, score, is_anchored=part.year is None)


def _season_year(season: str, relation: int, on: date) -> int:
    """The year of "last summer": the last that is over, or the next to begin."""
    first_month, last_month = _PART_MONTHS[season]
    if relation < 0:
        is_over = on.month > last_month if last_month <= 12 else False
        return on.year + (0 if is_over else -1) + relation + 1
    return on.year + (0 if on.month < first_month else 1) + relation - 1


def resolve_era(era: Era) -> Resolved | None:
    """A decade or century.

    >>> resolve_era(Era("DE", 198)).begin
    datetime.date(1980, 1, 1)
    """
    size = 10 if era.unit == "DE" else 100
    granularity = GRANULARITIES[era.unit]
    if era.is_bc:
        return Resolved(f"BC{era.digits:02}", None, None, granularity, 0.9)
    width = 3 if era.unit == "DE" else 2
    value = f"{era.digits:0{width}}"
    first = era.digits * size
    if first < 1:
        return Resolved(value, None, None, granularity, 0.9)
    return _years(first, size, value, granularity)
