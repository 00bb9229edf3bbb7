"""Months by name, with their twins: مايو/أيار, أيار (مايو), شهر رمضان."""

from typing import NamedTuple

from flows.text.temporal_expressions import Calendar
from flows.text.temporal_tokens import TokenRow


class Month(NamedTuple):
    """A month by name; `is_sure` if the word can hardly mean anything else here."""

    number: int
    calendar: Calendar
    is_sure: bool
    end: int


def read_month(row: TokenRow, index: int) -> Month | None:
    """The month at the token `index`, with شهر before it and its twin after.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_month(tokenize("شهر أيار (مايو)"), 0)
    Month(number=5, calendar='gregorian', is_sure=True, end=5)
    """
    start = index
    unit = row.word(index, "unit")
    is_announced = (
        unit is not None and unit.value == "MO" and not unit.traits & {"definite", "many"}
    )
    if is_announced and not row.word(index + 1, "month"):
        return None
    index += is_announced
    word = row.word(index, "month")
    if word is None:
        return None
    calendar: Calendar = "hijri" if "hijri" in word.traits else "gregorian"
    end = index + 1
    if "latin" in word.traits and row.text(end) == ".":
        end += 1
    after_twin = _after_twin(row, end, word.number, calendar)
    is_sure = "weak" not in word.traits or is_announced or after_twin is not None
    if row.text(index) == "اب" and not is_sure:
        # Only آب with its madda is August; أب is a father and إب a city.
        is_sure = row.original(index).startswith("آ")
        is_sure = is_sure and has_preposition(row, start)
    return Month(word.number, calendar, is_sure, after_twin or end)


def has_preposition(row: TokenRow, index: int) -> bool:
    """Whether a preposition, or early, mid or late, stands before the token `index`.

    >>> from flows.text.temporal_tokens import tokenize
    >>> has_preposition(tokenize("في مارس"), 1), has_preposition(tokenize("مارس ضغوطا"), 0)
    (True, False)
    """
    return row.text(index - 1) in _PREPOSITIONS or bool(row.word(index - 1, "edge"))


_PREPOSITIONS = frozenset({"في", "من", "منذ", "خلال", "حتي", "الي", "بين", "بعد", "قبل", "لشهر"})


def _after_twin(row: TokenRow, index: int, number: int, calendar: Calendar) -> int | None:
    """The index after a second name of the same month, or None if there is none."""
    mark = row.text(index)
    step = index + 1 if mark in ("/", "|", "-", "–", "(", "\\", "،", ",", "أو") else index
    word = row.word(step, "month")
    if word is None or word.number != number or ("hijri" in word.traits) != (calendar == "hijri"):
        return None
    if mark != "(":
        return step + 1
    return step + 2 if row.text(step + 1) == ")" else None
