"""Resolves what an expression says against the day of publication: value, interval, granularity."""

from dataclasses import replace

from flows.text.temporal_expressions import (
    Day,
    Era,
    Expression,
    Interval,
    Length,
    Period,
    Repeat,
    Share,
    YearPart,
)
from flows.text.temporal_place_days import place_weekday, resolve_day
from flows.text.temporal_place_lengths import resolve_length, resolve_share
from flows.text.temporal_place_periods import resolve_era, resolve_period, resolve_year_part
from flows.text.temporal_place_times import with_clock
from flows.text.temporal_resolved import GRANULARITIES, Anchor, Resolved


def resolve(expression: Expression, anchor: Anchor, tense: int) -> Resolved | None:
    """The place in time of an expression; None for what no calendar has (31 June).

    `tense` is 1 in a clause about the future, -1 about the past, 0 if unknown.

    >>> from datetime import date
    >>> anchor = Anchor(date(2015, 10, 7), None, -1, 6)
    >>> resolve(Period("W", -1), anchor, 0).value
    '2015-W40'
    """
    try:
        return _resolve(expression, anchor, tense)
    except OverflowError:
        return None  # before the year 1 or after 9999


def _resolve(expression: Expression, anchor: Anchor, tense: int) -> Resolved | None:
    match expression:
        case Day():
            return resolve_day(expression, anchor, tense)
        case Period():
            return resolve_period(expression, anchor)
        case YearPart():
            return resolve_year_part(expression, anchor)
        case Era():
            return resolve_era(expression)
        case Length():
            return resolve_length(expression, anchor)
        case Share():
            whole = _resolve(expression.whole, anchor, tense)
            return whole and resolve_share(expression, whole)
        case Repeat():
            granularity = GRANULARITIES[expression.unit]
            return Resolved(expression.value, None, None, granularity, 0.9, type="SET")
        case Interval():
            return _resolve_interval(expression, anchor, tense)
    return None


def _resolve_interval(interval: Interval, anchor: Anchor, tense: int) -> Resolved | None:
    first, last = interval.first, interval.last
    if isinstance(first, Day) and isinstance(last, Day):
        return _resolve_day_interval(first, last, anchor, tense)
    begin, end = _resolve(first, anchor, tense), _resolve(last, anchor, tense)
    return _joined(begin, end)


def _resolve_day_interval(first: Day, last: Day, anchor: Anchor, tense: int) -> Resolved | None:
    if first.weekday is not None and first.relation is not None and last.weekday is not None:
        begin = resolve_day(first, anchor, tense)
        if begin is not None and begin.begin is not None and last == Day(weekday=last.weekday):
            after = replace(anchor, on=begin.begin)  # from next Sunday to Thursday
            return _joined(begin, place_weekday(last.weekday, None, after, 1))
    end = resolve_day(last, anchor, tense)
    if end is None:
        return None
    if first.year is None and last.year is not None and first.month is not None:
        # "28 December to 3 January 2015" begins in the year before.
        wraps = last.month is not None and first.month > last.month
        first = replace(first, year=last.year - wraps, calendar=last.calendar)
    elif first.month is not None and end.begin is not None and _lacks_year(first):
        wraps = last.month is not None and first.month > last.month
        first = replace(first, year=end.begin.year - wraps)
    if first.weekday is not None and first.day is None and end.begin is not None:
        begin = place_weekday(first.weekday, None, replace(anchor, on=end.begin, prefer=-1), -1)
    elif first.clock is not None and not _names_day(first) and end.begin is not None:
        begin = with_clock(replace(end, value=end.begin.isoformat()), first.clock)
    else:
        begin = resolve_day(first, anchor, tense)
        if last.clock is not None and not _names_day(last) and begin is not None and begin.begin:
            end = with_clock(replace(begin, value=begin.begin.isoformat()), last.clock)
    return _joined(begin, end)


def _lacks_year(day: Day) -> bool:
    return (
        day.calendar == "gregorian"
        and day.year is None
        and day.relation is None
        and day.year_relation is None
    )


def _names_day(day: Day) -> bool:
    return any(value is not None for value in (day.weekday, day.offset, day.day))


def _joined(begin: Resolved | None, end: Resolved | None) -> Resolved | None:
    if begin is None or end is None:
        return None
    if begin.begin is not None and end.end is not None and begin.begin > end.end:
        return None
    return replace(
        begin,
        value=f"{begin.value.split('/')[0]}/{end.value.split('/')[-1]}",
        end=end.end,
        score=min(begin.score, end.score),
        has_conflict=begin.has_conflict or end.has_conflict,
        is_anchored=begin.is_anchored or end.is_anchored,
    )
