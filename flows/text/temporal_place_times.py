"""Adds a clock time or a part of the day to a day, in local time or UTC."""

from dataclasses import replace
from datetime import datetime, timedelta

from flows.text.temporal_expressions import Clock
from flows.text.temporal_resolved import Resolved


def with_clock(base: Resolved, clock: Clock) -> Resolved:
    """A day at a clock time; with a zone, in UTC.

    >>> from datetime import date
    >>> day = Resolved("2009-07-20", date(2009, 7, 20), date(2009, 7, 20), "day", 0.9)
    >>> with_clock(day, Clock(21, 0, None, 180)).value
    '2009-07-20T18:00Z'
    """
    time = f"T{clock.hour:02}:{clock.minute:02}"
    if clock.second is not None:
        time += f":{clock.second:02}"
    granularity = "minute" if clock.second is None else "second"
    is_utc = clock.offset is not None
    if base.begin is None or base.begin != base.end:
        zone = _zone(clock.offset)
        return replace(base, value=base.value + time + zone, granularity=granularity, type="TIME")
    try:
        at = datetime(base.begin.year, base.begin.month, base.begin.day)
        at += timedelta(hours=clock.hour, minutes=clock.minute - (clock.offset or 0))
        at += timedelta(seconds=clock.second or 0)
    except OverflowError:
        return replace(base, value=base.value + time, granularity=granularity, type="TIME")
    if is_utc and clock.offset:
        time = at.strftime("T%H:%M") if clock.second is None else at.strftime("T%H:%M:%S")
        value = at.date().isoformat() + time + "Z"
    else:
        value = base.value + time + ("Z" if is_utc else "")
    return replace(base, value=value, at=at, is_utc=is_utc, granularity=granularity, type="TIME")


def _zone(offset: int | None) -> str:
    """The ISO 8601 suffix of a zone given in minutes east of UTC."""
    if offset is None:
        return ""
    return f"+{offset // 60:02}:{offset % 60:02}" if offset else "Z"


def with_part(base: Resolved, part: str) -> Resolved:
    """A day's morning, noon, afternoon, evening, night or midnight.

    >>> with_part(Resolved("2016-05-19", None, None, "day", 0.9), "EV").value
    '2016-05-19TEV'
    """
    if part == "midnight":
        return replace(base, value=f"{base.value}T24:00", granularity="minute", type="TIME")
    return replace(base, value=f"{base.value}T{part}", granularity="part_of_day", type="TIME")
