"""Dates in digits alone: 2015-10-07, 7/10/2015, 18-23/7/2015, 1436/9/5هـ, الاثنين 12/3."""

from dataclasses import replace

from flows.text.temporal_expressions import DateReading, Day
from flows.text.temporal_tokens import Token, TokenRow
from flows.text.temporal_years import read_era_after

_FOUR_DIGITS = 4
NUMBER_MARKS = frozenset("/-.:")


def read_numeric(row: TokenRow, index: int, is_range_end: bool = False) -> DateReading | None:
    """A date of three numbers at the token `index`: day first unless that cannot be.

    >>> from flows.text.temporal_tokens import tokenize
    >>> day = read_numeric(tokenize("1436/9/5هـ"), 0).day
    >>> day.year, day.month, day.day, day.calendar
    (1436, 9, 5, 'hijri')
    """
    numbers: list[Token] = []
    end, mark = index, row.text(index + 1)
    if mark in ("-", "–") and row.text(index + 3) == "/":
        return _read_numeric_range(row, index)
    if mark not in ("/", "-", ".", "–", "\\"):
        return None
    while row.number(end) is not None and len(numbers) < 3:
        numbers.append(row.tokens[end])
        end += 1
        if len(numbers) < 3:
            if row.text(end) != mark or row.number(end + 1) is None:
                return None
            end += 1
    if len(numbers) < 3:
        return None
    if not is_range_end and row.text(index - 1) in NUMBER_MARKS and row.is_glued(index):
        return None
    if row.text(end) in ("/", "-", ".") and row.is_glued(end + 1) and row.is_glued(end):
        return None
    first, second, third = (token.number or 0 for token in numbers)
    widths = [len(token.text) for token in numbers]
    if widths[0] == _FOUR_DIGITS and max(widths[1:]) <= 2:
        year, month, day = first, second, third
    elif widths[2] == _FOUR_DIGITS and max(widths[:2]) <= 2:
        day, month, year = first, second, third
    elif max(widths) == 2 and mark == "/" and third < 50 and _is_date_cue(row, index - 1):
        day, month, year = first, second, 2000 + third
    else:
        return None
    if month > 12 >= day:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1200 <= year <= 2200):
        return None
    if row.text(end) == "T":
        end += row.is_glued(end) and row.number(end + 1) is not None
    calendar, end = read_era_after(row, end, year)
    return DateReading(Day(day=day, month=month, year=year, calendar=calendar), end)


def _read_numeric_range(row: TokenRow, index: int) -> DateReading | None:
    """18-23/7/2015."""
    day, last = row.number(index), read_numeric(row, index + 2, is_range_end=True)
    if day is None or last is None or not 1 <= day < (last.day.day or 0):
        return None
    return DateReading(replace(last.day, day=day, last_day=last.day.day), last.end)


def _is_date_cue(row: TokenRow, index: int) -> bool:
    return row.text(index) in _DATE_CUES or bool(row.word(index, "weekday"))


_DATE_CUES = frozenset(
    {"بتاريخ", "تاريخ", "يوم", "الموافق", "المورخ", "المورخه", "في", "منذ", "من", "حتي", "الي"}
)


def read_numeric_day_and_month(row: TokenRow, index: int) -> DateReading | None:
    """يوم الاثنين 12/3: a day and month in numbers, only after a weekday or بتاريخ."""
    day, month = row.number(index), row.number(index + 2)
    if day is None or month is None or row.text(index + 1) not in ("/", "-"):
        return None
    before = index - 1 - (row.text(index - 1) in ("(", ",", "،"))
    is_cued = row.word(before, "weekday") or row.text(before) in (
        "بتاريخ",
        "تاريخ",
        "الموافق",
        "يوم",
    )
    if not is_cued or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    if max(len(row.text(index)), len(row.text(index + 2))) > 2:
        return None
    if row.text(index + 3) in NUMBER_MARKS and row.number(index + 4) is not None:
        return None
    return DateReading(Day(day=day, month=month), index + 3)
