"""Places days, months and years: by what the text gives, the anchor, the tense and the weekday."""

from dataclasses import replace
from datetime import date, timedelta

from flows.text.temporal_calendar import (
    Days,
    add_month,
    days_of,
    hijri_year_month,
    shift,
    week_of,
)
from flows.text.temporal_expressions import Day
from flows.text.temporal_place_times import with_clock, with_part
from flows.text.temporal_resolved import (
    CONFLICT_SCORE,
    UNKNOWN,
    UNRESOLVED_SCORE,
    Anchor,
    Resolved,
)


def resolve_day(day: Day, anchor: Anchor, tense: int) -> Resolved | None:
    """A day, month or year in its place, with its clock time or part of the day.

    >>> from datetime import date
    >>> anchor = Anchor(date(2016, 5, 20), None, -1, 6)
    >>> resolve_day(Day(weekday=5, part="EV"), anchor, 0).value
    '2016-05-14TEV'
    """
    base = _place_day(day, anchor, tense)
    if base is None:
        return None
    if day.clock is not None:
        return with_clock(base, day.clock)
    if day.part is not None:
        return with_part(base, day.part)
    return base


def _place_day(day: Day, anchor: Anchor, tense: int) -> Resolved | None:
    if day.day is not None or day.month is not None or day.year is not None:
        placed = place_date(day, anchor, tense)
        if placed is None or day.weekday is None or placed.begin is None:
            return placed
        return _check_weekday(placed, day.weekday)
    if day.offset is not None:
        return _place_deictic(day.offset, day.weekday, anchor)
    if day.weekday is not None:
        return place_weekday(day.weekday, day.relation, anchor, tense)
    return Resolved("", None, None, "", 0.7)


def _place_deictic(offset: int, weekday: int | None, anchor: Anchor) -> Resolved | None:
    if anchor.on is None:
        return Resolved(UNKNOWN["D"], None, None, "day", UNRESOLVED_SCORE)
    on = shift(anchor.on, offset, "D")
    if on is None:
        return None
    has_conflict = weekday is not None and on.weekday() != weekday
    if has_conflict and weekday is not None:
        on = _agreed_day(anchor.on, offset, weekday) or on
    score = CONFLICT_SCORE if has_conflict else 0.95
    return Resolved(
        on.isoformat(), on, on, "day", score, has_conflict=has_conflict, is_anchored=True
    )


def _agreed_day(published: date, offset: int, weekday: int) -> date | None:
    """The day that "yesterday, Friday" means in an article that came out on another day.

    It was written a while before its publication, so its weekday is the surer word. A day gone
    by lies before publication, today at most one after (the clocks of two zones), tomorrow not
    before it.
    """
    if offset > 0:
        return shift(published, (weekday - published.weekday()) % 7, "D")
    latest = shift(published, 1, "D") if offset == 0 else published
    return latest and shift(latest, -((latest.weekday() - weekday) % 7), "D")


def place_weekday(
    weekday: int, relation: int | None, anchor: Anchor, tense: int
) -> Resolved | None:
    """A weekday in its place: last, next, or – bare – the nearest by tense and preference.

    >>> from datetime import date
    >>> place_weekday(5, 1, Anchor(date(2016, 5, 20), None, -1, 6), 0).value
    '2016-05-21'
    """
    if anchor.on is None:
        return Resolved(f"XXXX-WXX-{weekday + 1}", None, None, "day", UNRESOLVED_SCORE)
    back = (anchor.on.weekday() - weekday) % 7
    if relation is None:
        direction = tense or anchor.prefer
        distance = -back if direction < 0 else (7 - back) % 7
        score = 0.85 if tense else 0.8
    elif relation < 0:
        distance, score = -(back or 7) + 7 * (relation + 1), 0.9
    elif relation > 0:
        distance, score = (7 - back) + 7 * (relation - 1), 0.9
    else:
        first, _ = week_of(anchor.on, anchor.week_start)
        distance = (first - anchor.on).days + (weekday - first.weekday()) % 7
        score = 0.85
    on = shift(anchor.on, distance, "D")
    if on is None:
        return None
    return Resolved(on.isoformat(), on, on, "day", score, is_anchored=True)


def _check_weekday(placed: Resolved, weekday: int) -> Resolved:
    assert placed.begin is not None
    if placed.begin.weekday() == weekday:
        return replace(placed, score=max(placed.score, 0.95))
    if placed.calendar == "hijri":
        # Months begin by sight: the weekday in the text overrides the computed calendar.
        for days in (1, -1):
            on = placed.begin + timedelta(days)
            if on.weekday() == weekday:
                return replace(placed, value=on.isoformat(), begin=on, end=on, score=0.95)
    return replace(placed, has_conflict=True, score=CONFLICT_SCORE)


def place_date(day: Day, anchor: Anchor, tense: int) -> Resolved | None:
    """A date in its place, the year that it lacks found; None for a day that no calendar has.

    >>> from datetime import date
    >>> anchor = Anchor(date(2015, 10, 14), None, -1, 6)
    >>> place_date(Day(day=30, month=9, relation=-1), anchor, 0).value
    '2015-09-30'
    """
    is_hijri = day.calendar == "hijri"
    year, month, is_anchored, has_conflict = day.year, day.month, False, day.has_conflict
    score = 0.9 if is_hijri else 0.98
    if year is not None and year < 0:
        return Resolved(f"BC{-year:04}", None, None, "year", score)
    if year is None:
        is_anchored = True
        if anchor.on is None or day.told_year is not None:
            return _unplaced(day)
        here = hijri_year_month(anchor.on) if is_hijri else (anchor.on.year, anchor.on.month)
        if day.month_relation is not None:
            year, month = add_month(*here, day.month_relation)
            score = 0.9
        elif day.year_relation is not None:
            year, score = here[0] + day.year_relation, 0.9
        elif day.relation == 0:
            year, score = here[0], 0.9
            has_conflict = month != here[1]
        else:
            year = _nearest_year(day, anchor, here[0], tense)
            score = 0.85 if day.relation is None else 0.9
    days = days_of(day.calendar, year, month, day.day)
    if days is None:
        return None
    if day.last_day is not None:
        last = days_of(day.calendar, year, month, day.last_day)
        if last is None:
            return None
        days = days[0], last[1]
    return Resolved(
        _calendar_value(days, year, month, day) if not is_hijri else _interval_value(days),
        *days,
        "day" if day.day is not None else "month" if month is not None else "year",
        CONFLICT_SCORE if has_conflict else score,
        calendar=day.calendar,
        calendar_value=_calendar_value(None, year, month, day) if is_hijri else None,
        has_conflict=has_conflict,
        is_anchored=is_anchored,
    )


def _calendar_value(days: Days | None, year: int, month: int | None, day: Day) -> str:
    if days is not None and day.last_day is not None:
        return _interval_value(days)
    value = f"{year:04}"
    if month is not None:
        value += f"-{month:02}"
    if day.day is not None:
        value += f"-{day.day:02}"
    return value


def _interval_value(days: Days) -> str:
    first, last = days
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def _unplaced(day: Day) -> Resolved:
    """A date whose year is unknown, since there is nothing to resolve it against."""
    month = f"{day.month:02}" if day.month is not None else "XX"
    value = f"XXXX-{month}" + (f"-{day.day:02}" if day.day is not None else "")
    granularity = "day" if day.day is not None else "month"
    if day.calendar == "hijri":
        return Resolved(
            "XXXX-XX-XX" if day.day is not None else "XXXX-XX", None, None, granularity,
            UNRESOLVED_SCORE, calendar="hijri", calendar_value=value,
        )  # fmt: skip
    if day.last_day is not None:
        value += f"/XXXX-{month}-{day.last_day:02}"
    return Resolved(value, None, None, granularity, UNRESOLVED_SCORE)


def _nearest_year(day: Day, anchor: Anchor, here: int, tense: int) -> int:
    """The year of a day or month without one: by relation, weekday, tense, or nearness."""
    assert anchor.on is not None
    candidates: list[tuple[int, Days]] = []
    for year in range(here - 4, here + 5):
        days = days_of(day.calendar, year, day.month, day.day)
        if days is not None:
            candidates.append((year, days))
    if not candidates:
        return here
    if day.relation is not None and day.relation < 0:
        before = [year for year, days in candidates if days[1] < anchor.on]
        return before[-1] + day.relation + 1 if before else here
    if day.relation is not None and day.relation > 0:
        after = [year for year, days in candidates if days[0] > anchor.on]
        return after[0] + day.relation - 1 if after else here
    if day.weekday is not None and day.calendar == "gregorian":
        fitting = [
            (y, d) for y, d in candidates if d[0].weekday() == day.weekday and abs(y - here) < 2
        ]
        candidates = fitting or candidates
    past = [(year, days) for year, days in candidates if days[0] <= anchor.on]
    future = [(year, days) for year, days in candidates if days[1] >= anchor.on]
    if not past or not future:
        return (past or future)[-1 if past else 0][0]
    ago = (anchor.on - past[-1][1][0]).days
    ahead = max((future[0][1][0] - anchor.on).days, 0)
    direction = tense or (1 if anchor.prefer > 0 else 0)
    if direction > 0:
        return past[-1][0] if ago <= _NEAR_PAST_TENSE and ahead > 200 else future[0][0]
    # A date without a year is near: the coming one if it is much nearer than the one gone by.
    limit = _NEAR_PAST_TENSE if direction < 0 else _NEAR
    return future[0][0] if ahead <= limit and ahead * 2 < ago else past[-1][0]


_NEAR = 92  # days


_NEAR_PAST_TENSE = 45  # "he said the vote on 25 May …" of an article of 20 May
