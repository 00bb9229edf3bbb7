"""Calendar dates in every order of the news: 20 يوليو/ تموز, 2009; Oct. 6, 2015; عام 2002."""

from dataclasses import replace

from flows.text.temporal_expressions import DateReading, Day
from flows.text.temporal_months import Month, has_preposition, read_month
from flows.text.temporal_numbers import Count, read_day_number, read_year_number
from flows.text.temporal_numeric import read_numeric, read_numeric_day_and_month
from flows.text.temporal_tokens import TokenRow
from flows.text.temporal_years import (
    is_cued_year,
    is_year_cue,
    read_related_year,
    read_told_year,
    read_year,
)


def read_date(row: TokenRow, index: int) -> DateReading | None:
    """The date that begins at the token `index`: numeric, day and month, month, or year.

    >>> from flows.text.temporal_tokens import tokenize
    >>> reading = read_date(tokenize("20 يوليو/ تموز, 2009"), 0)
    >>> reading.day.day, reading.day.month, reading.day.year, reading.end
    (20, 7, 2009, 6)
    """
    return (
        read_numeric(row, index)
        or _read_first_of_month(row, index)
        or _read_day_and_month(row, index)
        or _read_english_month_first(row, index)
        or _read_month_and_year(row, index)
        or _read_year_only(row, index)
    )


_INSIDE_NUMBER = frozenset(".,:/")


def _read_day_and_month(row: TokenRow, index: int) -> DateReading | None:
    first = read_day_number(row, index)
    if first is None:
        return read_numeric_day_and_month(row, index)
    end = first.end
    follows_number = row.number(index - 2) is not None and row.text(index - 1) in _INSIDE_NUMBER
    if follows_number and row.is_glued(index):
        return None
    last = _read_last_day(row, end)
    if last is not None and last.value > first.value:
        after = _read_month_of_day(row, last.end, first.value)
        if after is not None:
            return DateReading(replace(after[0], last_day=last.value), after[1])
    after = _read_month_of_day(row, end, first.value, is_digits=row.number(index) is not None)
    if after is None:
        return read_numeric_day_and_month(row, index)
    return DateReading(after[0], after[1])


def _read_first_of_month(row: TokenRow, index: int) -> DateReading | None:
    """أول يونيو, غرة شهر رمضان."""
    if row.word(index, "first_day") is None or row.proclitic(index + 1):
        return None
    month = read_month(row, index + 1)
    if month is None or (row.text(index) == "اول" and not month.is_sure):
        return None
    first = Day(day=1, month=month.number, calendar=month.calendar)
    day, end = _read_after_month(row, month, first)
    return DateReading(day, end)


def _read_last_day(row: TokenRow, index: int) -> Count | None:
    """The 15 of "12-15 May" and "12 إلى 15 مايو", the 5 of "3 و4 و5 مايو" (neighbours)."""
    if row.text(index) in ("-", "–", "—", "/") or row.word(index, "to"):
        return read_day_number(row, index + 1)
    last: Count | None = None
    before = read_day_number(row, index - 1)
    is_between = any(row.word(index - k, "between") for k in (2, 3, 4))
    while before is not None and row.proclitic(index) == "و":
        day = read_day_number(row, index)
        if day is None or not (is_between or day.value == before.value + 1):
            break
        before = last = day
        index = day.end
    return last


def _read_month_of_day(
    row: TokenRow, index: int, day: int, is_digits: bool = True
) -> tuple[Day, int] | None:
    """The month after a day number: [من] [شهر] مايو …, [من] الشهر الماضي, الجاري."""
    step = index + (row.text(index) == "من")
    if step == index and row.text(index) in ("-", "/", "،", ",") and row.word(index + 1, "month"):
        step += 1
    month = read_month(row, step)
    if month is not None and row.text(step) == "صفر" and not _is_safar(row, index, month):
        return None
    if month is not None:
        if not is_digits and row.text(step).isascii():
            return None
        return _read_after_month(
            row, month, Day(day=day, month=month.number, calendar=month.calendar)
        )
    if row.text(step) == "هذا" and row.text(step + 1) == "الشهر":
        return Day(day=day, month_relation=0), step + 2
    unit = row.word(step, "unit")
    if (
        unit is not None
        and unit.value == "MO"
        and "one" in unit.traits
        and "definite" in unit.traits
    ):
        relation = row.word(step + 1, "relation")
        if relation is not None and "recent" not in relation.traits:
            return Day(day=day, month_relation=relation.number), step + 2
        return None
    relation = row.word(index, "relation")
    if is_digits and relation is not None and row.text(index) in _AFTER_BARE_DAY:
        noun = row.word(index - 2, "unit") or row.word(index - 1, "unit")
        if noun is not None and not (noun.value == "D" and row.text(index - 2) == "يوم"):
            return None
        return Day(day=day, month_relation=relation.number), index + 1
    return None


def _is_safar(row: TokenRow, index: int, month: Month) -> bool:
    """Whether صفر after a number is the month and not the nought of a score."""
    if row.text(index) == "من":
        return True
    return row.text(index) not in ("-", "/") and (
        read_year(row, month.end) is not None or row.word(month.end, "relation") is not None
    )


_AFTER_BARE_DAY = frozenset({"الجاري", "المقبل", "الحالي", "القادم", "المنصرم"})


def _read_after_month(row: TokenRow, month: Month, day: Day) -> tuple[Day, int]:
    """What follows a month: a year, a relation, "of last year"."""
    end = month.end
    relation = row.word(end, "relation")
    is_demonstrative = row.text(end) in ("هذا", "هذه")
    if relation is not None and not is_demonstrative and "recent" not in relation.traits:
        return replace(day, relation=relation.number), end + 1
    step = end
    if row.text(step) in (",", "،", "/", "-", "–", ".", "من", "ل"):
        step += 1
    if row.text(step) == "من":
        step += 1
    year = read_year(row, step)
    if year is not None and (
        step == end or row.text(end) not in ("-", "–") or not _begins_another_date(row, year[1])
    ):
        calendar = day.calendar if day.calendar == "hijri" else year[0].calendar
        if day.calendar == "gregorian" and calendar == "hijri":
            return day, end
        return replace(day, year=year[0].year, calendar=calendar), year[1]
    related = read_related_year(row, step)
    if related is not None:
        return replace(day, year_relation=related[0]), related[1]
    told = read_told_year(row, step)
    if told is not None:
        return replace(day, told_year=told[0]), told[1]
    return day, end


def _begins_another_date(row: TokenRow, index: int) -> bool:
    return row.word(index, "month") is not None


def _read_english_month_first(row: TokenRow, index: int) -> DateReading | None:
    """Oct. 6, 2015."""
    word = row.word(index, "month")
    if word is None or "latin" not in word.traits:
        return None
    step = index + 1 + (row.text(index + 1) == ".")
    number = row.number(step)
    if number is None or not 1 <= number <= 31 or len(row.text(step)) > 2:
        return None
    end = step + 1
    if row.text(end).lower() in ("st", "nd", "rd", "th") and row.is_glued(end):
        end += 1
    year = read_year_number(row, end + (row.text(end) == ","))
    if year is None:
        return DateReading(Day(day=number, month=word.number), end)
    return DateReading(Day(day=number, month=word.number, year=year.value), year.end)


def _read_month_and_year(row: TokenRow, index: int) -> DateReading | None:
    month = read_month(row, index)
    if month is None:
        return None
    day, end = _read_after_month(row, month, Day(month=month.number, calendar=month.calendar))
    given = (day.year, day.relation, day.year_relation, day.told_year)
    has_more = any(value is not None for value in given)
    word = row.word(month.end - 1, "month") or row.word(index, "month")
    if word is not None and "latin" in word.traits and day.year is None:
        return None
    if not (month.is_sure or has_more or has_preposition(row, index)):
        return None
    if month.calendar == "hijri" and not has_more and not month.is_sure:
        return None
    if row.text(index) in _WEAK_AFTER_PREPOSITION and not has_more and not month.is_sure:
        return None
    return DateReading(day, end)


_WEAK_AFTER_PREPOSITION = frozenset({"اب", "ماي", "اوت", "جوان", "مارت", "فورار"})


def _read_year_only(row: TokenRow, index: int) -> DateReading | None:
    if row.word(index, "ones") and not is_year_cue(row, index):
        return None
    reading = read_year(row, index)
    if reading is None:
        return None
    day, end = reading
    if is_year_cue(row, index) or row.word(end - 1, "era"):
        return DateReading(day, end)
    if row.number(index) is None or not is_cued_year(row, index, end, day.year or 0):
        return None
    return DateReading(day, end)
