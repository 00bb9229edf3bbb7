"""Calendar arithmetic: months and weeks, Umm al-Qura and tabular Hijri dates, interval ends."""

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from flows.text.temporal_expressions import Calendar

Days = tuple[date, date]
_UMM_AL_QURA = range(1343, 1501)
_HIJRI_EPOCH = 227015  # date.toordinal() of 1 Muharram 1 AH, 19 July 622 of the proleptic calendar
_LEAP_YEARS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})  # of the cycle of 30
SUNDAY = 6


def days_of(calendar: Calendar, year: int, month: int | None, day: int | None) -> Days | None:
    """First and last day of a year, month or day; None for a day that the calendar lacks.

    >>> days_of("gregorian", 2016, 2, None)
    (datetime.date(2016, 2, 1), datetime.date(2016, 2, 29))
    >>> days_of("hijri", 1439, 9, 1)
    (datetime.date(2018, 5, 16), datetime.date(2018, 5, 16))
    """
    try:
        if calendar == "hijri":
            return _hijri_days(year, month, day)
        first = date(year, month or 1, day or 1)
        last = date(year, month or 12, day or monthrange(year, month or 12)[1])
    except (ValueError, OverflowError):
        return None
    return first, last


def _hijri_days(year: int, month: int | None, day: int | None) -> Days:
    if not 1 <= year <= 9000:
        raise ValueError(year)
    first = _hijri_start(year, month or 1)
    after = _hijri_start(year + 1, 1) if month is None else _hijri_start(*add_month(year, month, 1))
    last = after - timedelta(1)
    if day is None:
        return first, last
    if not 1 <= day <= 30:
        raise ValueError(day)
    # Day 30 of a month of 29: the month was observed a day longer than computed.
    on = first + timedelta(day - 1)
    return on, on


def _hijri_start(year: int, month: int) -> date:
    if year in _UMM_AL_QURA:
        return date(*Hijri(year, month, 1).to_gregorian().datetuple())
    cycles, rest = divmod(year - 1, 30)
    leap = sum(1 for n in _LEAP_YEARS if n <= rest)
    days = cycles * 10631 + rest * 354 + leap + (month - 1) * 29 + month // 2
    return date.fromordinal(_HIJRI_EPOCH + days)


def hijri_year_month(on: date) -> tuple[int, int]:
    """The Hijri year and month of a Gregorian day.

    >>> hijri_year_month(date(2015, 7, 1))
    (1436, 9)
    """
    try:
        return Gregorian(on.year, on.month, on.day).to_hijri().datetuple()[:2]
    except (ValueError, OverflowError):
        year = (on.toordinal() - _HIJRI_EPOCH) * 30 // 10631 + 1
        month = min(12, (on - _hijri_start(year, 1)).days * 2 // 59 + 1)
        return year, max(month, 1)


def add_month(year: int, month: int, count: int) -> tuple[int, int]:
    """The year and month so many months after, in a calendar of twelve months.

    >>> add_month(2015, 12, 1)
    (2016, 1)
    """
    years, index = divmod(month - 1 + count, 12)
    return year + years, index + 1


def shift(on: date, count: int, unit: str) -> date | None:
    """The same day so many months or years, or simply days or weeks, later; None out of range.

    >>> shift(date(2016, 3, 31), -1, "MO")
    datetime.date(2016, 2, 29)
    """
    try:
        if unit in _DAYS_PER:
            return on + timedelta(count * _DAYS_PER[unit])
        months = count * _MONTHS_PER[unit]
        year, month = add_month(on.year, on.month, months)
        return date(year, month, min(on.day, monthrange(year, month)[1]))
    except (ValueError, OverflowError):
        return None


_DAYS_PER = {"D": 1, "N": 1, "W": 7}
_MONTHS_PER = {"MO": 1, "Y": 12, "DE": 120, "CE": 1200}


def week_of(on: date, week_start: int) -> Days:
    """First and last day of the week of a day; `week_start` counts from Monday 0 to Sunday 6.

    >>> week_of(date(2015, 10, 7), SUNDAY)
    (datetime.date(2015, 10, 4), datetime.date(2015, 10, 10))
    """
    first = on - timedelta((on.weekday() - week_start) % 7)
    return first, first + timedelta(6)


def week_value(first: date) -> str:
    """The TIMEX3 value of a week: the ISO week that holds most of its days.

    >>> week_value(date(2015, 9, 27))
    '2015-W40'
    """
    year, week, _ = (first + timedelta(3)).isocalendar()
    return f"{year}-W{week:02}"
