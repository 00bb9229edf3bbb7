"""Reads the day and the clock time of publication off the datelines of an article."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from flows.text.clock_times import ClockTime, clocks_in, dateline_words, weekday_in
from flows.text.dates import find_dates
from flows.text.folding import fold
from flows.text.model import DateMention, LineLabel, PublicationDate

PLAUSIBLE = range(1990, 2101)  # years in which a news page may have been published


def date_of_datelines(text: str, labels: list[LineLabel]) -> PublicationDate | None:
    """The date in the datelines of the head, or under a label of publishing further down.

    A label of publishing is worth more than none, and none more than one of updating. The weekday
    must be that of the date, or the score drops below one half; datelines that disagree lower it
    as well. A Hijri date alone is sure to a day only if its weekday says so.

    >>> text = "الاثنين, 20 يوليو/ تموز, 2009, 18:43 GMT"
    >>> found = date_of_datelines(text, [LineLabel(1, 0, 40, "dateline", "x")])
    >>> found.on.isoformat(), found.at.isoformat(), found.is_utc, found.basis
    ('2009-07-20', '2009-07-20T18:43:00', True, 'dateline')
    """
    read = [
        (rank, mention, label)
        for rank, label in _ranked_lines(text, labels)
        for mention in _dates_in(text, label)
    ]
    if not read:
        return None
    (best, _), mention, label = min(read, key=lambda one: one[0])
    rivals = {other.begin_on for (rank, _), other, _ in read if rank == best and _is_day(other)}
    return _publication(text, labels, label, mention, is_disputed=len(rivals) > 1)


def _ranked_lines(
    text: str, labels: list[LineLabel]
) -> Iterator[tuple[tuple[int, int], LineLabel]]:
    # Rank: what the label says of the date, then whether it stands after the headline, first.
    has_headline, stories, before = False, 0, ""
    for label in labels:
        has_headline |= label.role == "headline"
        stories += label.role == "body"
        # "آخر تحديث:" alone dates the line after it, whatever that line was taken for.
        is_announced = before != "" and label.end - label.start <= _LONGEST_DATE
        if label.role != "dateline" and not is_announced:
            continue
        folded = fold(text[label.start : label.end])
        words = folded[: _update_after_date(folded)]
        dated = replace(label, end=label.start + folded.source_span(0, len(words))[1])
        context, before = f"{before} {words}", "" if _DIGIT.search(words) else words
        if _PUBLISHED.search(context):
            yield (0 if has_headline else 1, label.start), dated
        elif stories <= _MOST_STORIES_BEFORE or is_announced:
            rank = _UPDATED_RANK if _UPDATED.search(context) else _PLAIN - has_headline
            yield (rank, label.start), dated


def _update_after_date(folded: str) -> int:
    # "نشر: 20/05/2016 (آخر تحديث: 21/05/2016)" is two datelines in one line; the first counts.
    years = [match.start() for match in _GREGORIAN_YEAR.finditer(folded)]
    update = _UPDATED.search(folded, years[0]) if len(years) > 1 else None
    return update.start() if update is not None and update.start() < years[-1] else len(folded)


def _dates_in(text: str, label: LineLabel) -> Iterator[DateMention]:
    # Of a pair of calendars only the Gregorian date.
    line = text[label.start : label.end]
    if _DIGIT.search(line) is None:
        return
    words = _LABEL.match(line)
    if words is not None:  # not a mark of the label may touch the date: "النشر:10.07.2020"
        line = " " * words.end() + line[words.end() :]
    found = [
        mention
        for mention in find_dates(line, None)
        if mention.begin_on is not None
        and mention.begin_on.year in PLAUSIBLE
        and mention.granularity in ("day", "month", "minute", "hour", "second", "time")
        and (_is_day(mention) or mention.granularity == "month")
    ]
    gregorian = [mention for mention in found if mention.calendar == "gregorian"]
    yield from gregorian or found


def _is_day(mention: DateMention) -> bool:
    return mention.begin_on is not None and mention.begin_on == (mention.end_on or mention.begin_on)


def _publication(
    text: str, labels: list[LineLabel], label: LineLabel, mention: DateMention, is_disputed: bool
) -> PublicationDate:
    on = mention.begin_on
    assert on is not None
    start, end = label.start + mention.start, label.start + mention.end
    if not _is_day(mention):
        return PublicationDate(on.replace(day=1), None, False, "month", "dateline", 0.7, start, end)
    basis, score = "dateline", 0.95
    weekday = weekday_in(fold(text[label.start : label.end]))
    if mention.calendar == "hijri" and not _GREGORIAN_YEAR.search(fold(mention.surface)):
        basis, score = "dateline_hijri", 0.6
        if weekday is not None:
            nearest = [on + timedelta(days) for days in (0, -1, 1)]
            on = next((day for day in nearest if day.weekday() == weekday), on)
    elif weekday is None and _DAY_OR_MONTH.search(fold(mention.surface)):
        score = 0.9
    if weekday is not None:
        score = 0.98 if weekday == on.weekday() else 0.45
    if is_disputed:
        score = min(score, 0.7)
    clock = _clock_beside(text, labels, label)
    if clock is None:
        return PublicationDate(on, None, False, "day", basis, score, start, end)
    at = datetime.combine(on, clock.at) - timedelta(hours=clock.offset or 0)
    if label.start <= clock.start < label.end:
        start, end = min(start, clock.start), max(end, clock.end)
    is_utc = clock.offset is not None
    return PublicationDate(on, at, is_utc, "minute", basis, score, start, end)


def _clock_beside(text: str, labels: list[LineLabel], label: LineLabel) -> ClockTime | None:
    # In the dateline itself, or alone in another one; of two, the one whose zone is told.
    clocks = list(clocks_in(text, label.start, label.end))
    if not clocks:
        others = [
            list(clocks_in(text, other.start, other.end))
            for other in labels
            if other.role == "dateline" and other.line_no != label.line_no
        ]
        others = [found for found in others if found]
        clocks = others[0] if len(others) == 1 else []
    told = [clock for clock in clocks if clock.offset is not None]
    return next(iter(told or clocks), None)


_PLAIN, _UPDATED_RANK = 3, 4
_MOST_STORIES_BEFORE = 2  # a standfirst that reads like body may precede the dateline
_LONGEST_DATE = 60  # characters of a line that holds nothing but a date
_LABEL = re.compile(r"[^\d:]{1,40}:\s*")
_GREGORIAN_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY_OR_MONTH = re.compile(r"(?<!\d)(?:0?[1-9]|1[0-2])([/.-])(?:0?[1-9]|1[0-2])\1(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_PUBLISHED = re.compile(rf"(?i)(?<!\w)(?:{dateline_words('published')})(?!\w)")
_UPDATED = re.compile(rf"(?i)(?<!\w)(?:{dateline_words('updated')})(?!\w)")
