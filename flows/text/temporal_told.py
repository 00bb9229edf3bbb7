"""The year that a text named last, which "26 July of that year" lies in."""

from dataclasses import replace
from typing import NamedTuple

from flows.text.temporal_expressions import Calendar, Day, Expression, Interval, YearPart
from flows.text.temporal_resolved import Resolved


class Told(NamedTuple):
    """A year of a calendar."""

    year: int
    calendar: Calendar


def told_year(expression: Expression, resolved: Resolved) -> Told | None:
    """The year that an expression names: by its number, or as a whole (last year).

    >>> told_year(Day(year=1956), Resolved("1956", None, None, "year", 0.98))
    Told(year=1956, calendar='gregorian')
    """
    match expression:
        case (
            Day(year=int(year), calendar=calendar)
            | Interval(last=Day(year=int(year), calendar=calendar))
        ):
            return Told(year, calendar)
        case YearPart(year=int(year)):
            return Told(year, "gregorian")
    if resolved.granularity == "year" and resolved.type == "DATE" and resolved.begin is not None:
        return Told(resolved.begin.year, "gregorian") if resolved.calendar == "gregorian" else None
    return None


def in_told_year(expression: Expression, told: Told | None) -> Expression:
    """A day or month of "that year" with its number, if the text has named one before.

    >>> in_told_year(Day(month=7, told_year=0), Told(1956, "gregorian")).year
    1956
    """
    match expression:
        case Interval(first=Day(year=None) as first, last=Day(told_year=int(distance)) as last):
            if told is None:
                first = replace(first, told_year=distance)
            return Interval(in_told_year(first, None), in_told_year(last, told))
        case Day(told_year=int(distance)):
            if told is not None and told.calendar == expression.calendar:
                return replace(expression, year=told.year + distance)
            if distance < 0:  # "May of the previous year": of the one before publication
                return replace(expression, told_year=None, year_relation=distance)
    return expression
