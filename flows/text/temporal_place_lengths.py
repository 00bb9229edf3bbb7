"""Places durations: since, in the last, in the next, ago – or nowhere."""

from dataclasses import replace
from datetime import date, timedelta

from flows.text.temporal_calendar import shift
from flows.text.temporal_expressions import Length, Period, Share, length_value
from flows.text.temporal_place_periods import resolve_period
from flows.text.temporal_resolved import (
    GRANULARITIES,
    UNKNOWN,
    UNRESOLVED_SCORE,
    Anchor,
    Resolved,
)

LONGEST_AMOUNT = 10**6


def resolve_length(length: Length, anchor: Anchor) -> Resolved | None:
    """A duration with its two ends, as far as the text places it; days are counted inclusively.

    >>> resolved = resolve_length(Length(8, "D", "since"), Anchor(date(2015, 10, 7), None, -1, 6))
    >>> resolved.value, resolved.begin.isoformat()
    ('P8D', '2015-09-30')
    """
    value = length_value(length)
    unit = length.unit
    granularity = GRANULARITIES["MO" if unit == "MO" else unit]
    if length.direction == "after":
        length = replace(length, direction="ahead" if anchor.prefer > 0 else "pure")
    if length.direction in ("ago", "ahead"):
        return _resolve_distance(length, anchor, granularity)
    resolved = Resolved(value, None, None, granularity, 0.9, type="DURATION")
    if length.direction == "pure" or anchor.on is None:
        return resolved
    if length.direction == "next":
        far = _far_end(length, anchor.on, 1)
        return replace(resolved, begin=anchor.on, end=far, is_anchored=True)
    far = _far_end(length, anchor.on, -1)
    return replace(resolved, begin=far, end=anchor.on, is_anchored=True)


def resolve_share(share: Share, whole: Resolved) -> Resolved:
    """So many months at the beginning or end of a year, or days of a month.

    >>> year = Resolved("2015", date(2015, 1, 1), date(2015, 12, 31), "year", 0.9)
    >>> resolve_share(Share(Length(4, "MO"), None, False), year).end.isoformat()
    '2015-04-30'
    """
    begin, end = whole.begin, whole.end
    count, unit = int(share.length.amount or 0), share.length.unit
    if begin is not None and end is not None and share.is_last:
        first = shift(end + timedelta(1), -count, unit)
        begin = max(first, begin) if first is not None else begin
    elif begin is not None and end is not None:
        after = shift(begin, count, unit)
        end = min(after - timedelta(1), end) if after is not None else end
    return replace(
        whole,
        value=length_value(share.length),
        begin=begin,
        end=end,
        granularity=GRANULARITIES[share.length.unit],
        type="DURATION",
    )


def _far_end(length: Length, on: date, sign: int) -> date | None:
    """The other end of a stretch of time that begins or ends on a day, both days counted."""
    if length.amount is None or length.amount > LONGEST_AMOUNT:
        return None
    if length.unit in "SMH":
        hours = length.amount / {"S": 3600, "M": 60, "H": 1}[length.unit]
        return shift(on, sign * -(-int(hours) // 24), "D")
    count = int(length.amount)
    if length.unit in ("D", "N", "W"):
        count = count * 7 if length.unit == "W" else count
        return shift(on, sign * max(count - 1, 0), "D")
    far = shift(on, sign * count, length.unit)
    for amount, unit in length.extra:
        if far is not None and unit in ("D", "MO", "Y"):
            far = shift(far, sign * amount, unit)
    return far


def _resolve_distance(length: Length, anchor: Anchor, granularity: str) -> Resolved | None:
    """Two months ago: a month; with an unknown number, the past."""
    sign = -1 if length.direction == "ago" else 1
    vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if length.amount is None or length.amount > LONGEST_AMOUNT:
        return Resolved(vague, None, None, granularity, 0.7)
    unit = length.unit
    if anchor.on is None:
        value = UNKNOWN.get("D" if unit == "N" else unit, vague)
        return Resolved(value, None, None, granularity, UNRESOLVED_SCORE)
    if unit in "SMH":
        return _resolve_hours(length, anchor, sign, granularity)
    on = shift(anchor.on, sign * int(length.amount), unit)
    for amount, smaller in length.extra:
        if on is not None and smaller in ("D", "MO", "Y"):
            on, unit = shift(on, sign * amount, smaller), smaller
    if on is None:
        return None
    if unit in ("D", "N"):
        return Resolved(on.isoformat(), on, on, "day", 0.9, is_anchored=True)
    return resolve_period(Period(unit, 0), replace(anchor, on=on))


def _resolve_hours(length: Length, anchor: Anchor, sign: int, granularity: str) -> Resolved | None:
    assert anchor.on is not None and length.amount is not None
    seconds = length.amount * {"S": 1, "M": 60, "H": 3600}[length.unit]
    if anchor.at is None:
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Resolved(vague, None, None, granularity, 0.6, type="TIME")
    try:
        at = anchor.at.replace(tzinfo=None) + sign * timedelta(seconds=seconds)
    except OverflowError:
        return None
    value = at.strftime("%Y-%m-%dT%H:%M")
    return Resolved(
        value, at.date(), at.date(), granularity, 0.8, at=at, is_anchored=True, type="TIME"
    )
