"""Expressions of two ends or several days: 2011-2015, من 28 مايو إلى 3 يونيو, 5 و12 مايو."""

from dataclasses import replace

from flows.text.temporal_clock import on_24_hours, read_clock
from flows.text.temporal_dates import read_date
from flows.text.temporal_days import read_day_phrase
from flows.text.temporal_decoys import is_decoy
from flows.text.temporal_expressions import Calendar, Clock, Day, Interval, Parsed, Repeat
from flows.text.temporal_numbers import Count, is_part_of_number, read_ordinal
from flows.text.temporal_tokens import TokenRow

_DASHES = frozenset({"-", "–", "—"})


def read_range(row: TokenRow, first: Parsed) -> Parsed | None:
    """Two expressions of one kind joined by إلى, حتى or a dash; or neighbours joined by و."""
    joint = first.end
    is_listed = row.proclitic(joint) == "و" and not row.word(joint, "to")
    is_slash = row.text(joint) == "/"
    if row.word(joint, "to") or row.text(joint) in _DASHES or is_slash:
        joint += 1
    elif not is_listed:
        return None
    last = read_day_phrase(row, joint) if row.text(joint) != "\n" else None
    if last is None or is_decoy(row, last):
        return None
    if not isinstance(first.expression, Day) or not isinstance(last.expression, Day):
        return None
    if is_slash and _kind(last.expression) != "year":
        return None
    pair = _pair(first.expression, last.expression, is_listed, _is_between(row, first.start))
    if pair is None:
        return None
    return Parsed(Interval(*pair), first.start, last.end, "range")


def _pair(first: Day, last: Day, is_listed: bool, is_between: bool) -> tuple[Day, Day] | None:
    kinds = {_kind(first), _kind(last)}
    if len(kinds) != 1 or (first.calendar != last.calendar and first.year is not None):
        return None
    kind = kinds.pop()
    if kind == "weekday":
        assert first.weekday is not None and last.weekday is not None
        if first.part is not None or last.part is not None:
            return None
        follows = (last.weekday - first.weekday) % 7 == 1
        return (first, last) if not is_listed or follows else None
    if kind == "month":
        assert first.month is not None and last.month is not None
        follows = (last.month - first.month) % 12 == 1
        if is_listed and not (follows or is_between):
            return None
        return replace(first, relation=None if first.year is None else first.relation), last
    if kind == "clock":
        if is_listed and not is_between:
            return None
        if first.clock is not None and first.part is None and last.part is not None:
            first = replace(
                first,
                clock=replace(first.clock, hour=on_24_hours(first.clock.hour, last.part)),
            )
        return first, last
    if kind == "date" and (not is_listed or is_between):
        return first, last
    if kind == "year" and (not is_listed or is_between):
        return first, last
    return None


def _kind(day: Day) -> str:
    if day.clock is not None:
        return "clock"
    if day.day is not None:
        return "date"
    if day.month is not None:
        return "month"
    if day.year is not None:
        return "year"
    return "weekday" if day.weekday is not None and day.offset is None else ""


def _is_between(row: TokenRow, index: int) -> bool:
    return any(row.word(index - k, "between") for k in (1, 2))


def read_years(row: TokenRow, index: int) -> Parsed | None:
    """عامي 2014 و2015, 2011-2015, 1436/1437هـ, بين 2011 و2015: two years in numbers."""
    unit = row.word(index, "unit")
    has_cue = unit is not None and unit.value == "Y"
    step = index + has_cue
    if row.word(step, "year_kind"):
        step += 1
    first = _year(row, step)
    if first is None:
        return None
    joint = step + 1 + (row.word(step + 1, "era") is not None)
    is_listed = row.proclitic(joint) == "و"
    is_dash = row.text(joint) in _DASHES or row.text(joint) == "/"
    if is_dash or row.word(joint, "to"):
        joint += 1
    elif not is_listed:
        return None
    last = _year(row, joint) or _year_end(row, joint, first, is_dash)
    if last is not None and is_dash and last == first - 1:
        first, last = last, first  # a range that was typed from right to left
    if last is None or last <= first or last - first > 200:
        return None
    if row.text(joint + 1) in _DASHES | {"/"} and row.is_glued(joint + 1):
        return None
    if (
        not has_cue
        and is_listed
        and not (
            row.word(step - 1, "between") or (last == first + 1 and row.word(step - 1, "year_cue"))
        )
    ):
        return None
    if not has_cue and not is_dash and not row.word(step - 1, "year_cue"):
        return None
    if is_listed and has_cue and last != first + 1 and not _is_between(row, index):
        return None
    end = joint + 1
    if not has_cue and row.word(end, "counted"):
        return None
    era = row.word(end, "era")
    calendar: Calendar = "hijri" if last < 1470 else "gregorian"
    if era is not None:
        end += 1
    return Parsed(
        Interval(Day(year=first, calendar=calendar), Day(year=last, calendar=calendar)),
        index,
        end,
        "year_range",
    )


def _year(row: TokenRow, index: int) -> int | None:
    value = row.number(index)
    if value is None or len(row.text(index)) != 4:
        return None
    if not (1300 <= value < 1470 or 1500 <= value <= 2100):
        return None
    if is_part_of_number(row, index) and row.text(index + 1) != "/" and row.text(index - 1) != "/":
        return None
    return value


def _year_end(row: TokenRow, index: int, first: int, is_dash: bool) -> int | None:
    """The 15 of 2014-15."""
    value = row.number(index)
    if value is None or len(row.text(index)) != 2 or not is_dash or not row.is_glued(index):
        return None
    last = first // 100 * 100 + value
    return last if last == first + 1 else None


def read_hours(row: TokenRow, index: int) -> Parsed | None:
    """The 5 إلى 9 مساء of opening hours, the بين الخامسة والسابعة مساء of appointments."""
    count = _read_hour(row, index)
    if count is None:
        return None
    hour, joint = count
    is_listed = row.proclitic(joint) == "و" and _is_between(row, index)
    if row.word(joint, "to") or row.text(joint) in _DASHES:
        joint += 1
    elif not is_listed:
        return None
    last = read_clock(row, joint)
    if last is None or last.part is None:
        return None
    begin = on_24_hours(hour, last.part)
    first = Day(clock=Clock(begin if begin <= last.clock.hour else hour))  # from 10 to 2 p.m.
    end = Day(clock=last.clock)
    return Parsed(Interval(first, end), index, last.end, "clock_range")


def _read_hour(row: TokenRow, index: int) -> Count | None:
    """An hour without its minutes and part of day, in digits or as an ordinal (الخامسة)."""
    word = row.word(index, "ordinal")
    if word is not None:
        count = read_ordinal(row, index) if "feminine" in word.traits else None
    else:
        hour = row.number(index)
        is_whole = hour is not None and not is_part_of_number(row, index)
        count = Count(hour or 0, index + 1) if is_whole else None
    return count if count is not None and 1 <= count.value <= 12 else None


def read_listed_day(row: TokenRow, index: int) -> Parsed | None:
    """The 5 of "on 5 and 12 May"."""
    before = row.tokens[index - 1] if index else None
    if before is None or not (before.text == "في" or "unit" in before.senses):
        return None
    day = row.number(index) or 0
    if row.proclitic(index + 1) != "و" or not 1 <= day <= 31:
        return None
    reading = read_date(row, index + 1)
    if reading is None or reading.day.day is None or reading.day.month is None:
        return None
    return Parsed(replace(reading.day, day=day, last_day=None), index, index + 1, "listed_day")


def read_yearly(row: TokenRow, parsed: Parsed) -> Parsed | None:
    """6 يناير من كل عام: a day of every year, or of every month (الأول من كل شهر)."""
    day, end = parsed.expression, parsed.end
    if row.text(end) != "من" or not row.word(end + 1, "every"):
        return None
    unit = row.word(end + 2, "unit")
    if unit is None or unit.value != "Y" or not isinstance(day, Day):
        return None
    if day.month is None or day.year is not None or day.calendar != "gregorian":
        return None
    on = f"-{day.day:02}" if day.day is not None else ""
    value = f"XXXX-{day.month:02}{on}"
    repeat = Repeat(value, "D" if on else "MO")
    return Parsed(repeat, parsed.start, end + 3, "yearly")
