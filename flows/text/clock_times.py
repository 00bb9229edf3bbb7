"""Reads clock times and weekdays as datelines write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from flows.lexicon import rows
from flows.text.folding import fold


@dataclass(frozen=True, slots=True)
class ClockTime:
    """A clock time at `start:end` of the text; `offset` hours east of UTC, None if not told."""

    at: time
    offset: float | None
    start: int
    end: int


def clocks_in(text: str, start: int, end: int) -> Iterator[ClockTime]:
    """Clock times in `text[start:end]`, with part of the day and zone.

    >>> clocks = clocks_in("09:05 م (06:05 غرينتش)", 0, 22)
    >>> [(clock.at.isoformat(), clock.offset) for clock in clocks]
    [('21:05:00', None), ('06:05:00', 0)]
    """
    folded = fold(text[start:end])
    for match in _CLOCK.finditer(folded):
        hour, minute = int(match["hour"]), int(match["minute"])
        part = _PARTS.get((match["part"] or "").casefold())
        if (part == "afternoon" and 1 <= hour < 12) or (part == "night" and 6 <= hour < 12):
            hour += 12
        elif part in ("morning", "night") and hour == 12:
            hour = 0
        if hour > 23 or minute > 59:
            continue
        first, last = folded.source_span(*match.span())
        yield ClockTime(time(hour, minute), _offset(match), start + first, start + last)


def weekday_in(folded: str) -> int | None:
    """The weekday that a folded text names first, Monday 0; None if it names none.

    >>> weekday_in("اليوم الاربعاء")
    2
    """
    match = _WEEKDAY.search(folded)
    return _WEEKDAYS[match.group(1).casefold()] if match else None


def dateline_words(*uses: str) -> str:
    """The words of datelines with these uses, as alternatives of a pattern, longest first.

    >>> dateline_words("night")
    'ليلا'
    """
    words = {str(fold(row["word"])) for row in rows("dateline_words") if row["use"] in uses}
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _offset(match: re.Match[str]) -> float | None:
    shift = match["shift"] or match["iso"]
    if match["zone"] is None and shift is None:
        return None
    if shift is None or shift == "Z":
        return 0
    hours, _, minutes = shift.replace(" ", "").partition(":")
    return int(hours) + (int(minutes or 0) / 60) * (-1 if hours.startswith("-") else 1)


def _weekdays() -> dict[str, int]:
    return {
        str(fold(row["form"])): int(row["value"])
        for row in rows("dates_weekdays")
        if row["role"] == "weekday" and (row["form"].isascii() or row["form"].startswith("ال"))
    }


_PARTS = {
    str(fold(row["word"])).casefold(): row["use"]
    for row in rows("dateline_words")
    if row["use"] in ("morning", "afternoon", "night")
}
_CLOCK = re.compile(
    r"(?i)(?<![\d/:.,-])(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?![\d/])"
    r"(?P<iso>Z|[+-]\d{2}:\d{2})?"
    rf"(?:\s*(?P<part>{dateline_words('morning', 'afternoon', 'night')})(?!\w))?"
    rf"(?:\s*[(\[-]?\s*(?:بتوقيت\s+)?(?P<zone>{dateline_words('zone')})(?!\w)"
    r"(?:\s*(?P<shift>[+-]\s*\d{1,2}(?::\d{2})?))?)?"
)
_WEEKDAYS = _weekdays()
_NAMES_OF_DAYS = "|".join(sorted(map(re.escape, _WEEKDAYS), key=len, reverse=True))
_WEEKDAY = re.compile(rf"(?i)(?<!\w)[وفبل]?({_NAMES_OF_DAYS})(?!\w)")
