"""Infers the day of publication from what the story calls today."""

import re
from datetime import date, timedelta

from flows.text.clock_times import weekday_in
from flows.text.dateline_dates import PLAUSIBLE
from flows.text.dates import find_dates
from flows.text.folding import fold
from flows.text.model import DateMention, LineLabel, PublicationDate


def date_of_story_opening(text: str, labels: list[LineLabel]) -> PublicationDate | None:
    """A full date that the first paragraph itself calls today: "اليوم الأحد 19 يونيو 2016".

    >>> text = "أعلنت الوزارة اليوم الأحد 19 يونيو 2016 أنها وافقت."
    >>> date_of_story_opening(text, [LineLabel(1, 0, 51, "body", "x")]).on.isoformat()
    '2016-06-19'
    """
    for label in [label for label in labels if label.role in STORY][:OPENING_LINES]:
        if text.find("اليوم", label.start, label.end) < 0:
            continue
        for match in _TODAY_AND_DATE.finditer(text, label.start, label.end):
            for mention in days_in(text[match.start() : min(label.end, match.end() + 60)]):
                if mention.start <= len("اليوم ") and mention.begin_on is not None:
                    weekday = weekday_in(fold(mention.surface))
                    agrees = weekday is None or weekday == mention.begin_on.weekday()
                    score = 0.9 if agrees else 0.4
                    return day_of(mention, match.start(), "story_today", score)
    return None


def date_of_weekday_and_day(text: str, labels: list[LineLabel]) -> PublicationDate | None:
    """Solves "اليوم الأربعاء 7 الجاري" (today, Wednesday the 7th of this month) as a constraint.

    The story's other full dates bound the month: the only month from the latest of them to two
    months later in which that day falls on that weekday. None if there is none or several.

    >>> text = "قتل في 28 سبتمبر 2015 رجل، وأفرج اليوم الأربعاء 7 الجاري عن آخر."
    >>> date_of_weekday_and_day(text, [LineLabel(1, 0, 64, "body", "x")]).on.isoformat()
    '2015-10-07'
    """
    if "جار" not in text and "حالي" not in text:
        return None
    story = [label for label in labels if label.role in STORY]
    for label in story[:OPENING_LINES]:
        if text.find("اليوم", label.start, label.end) < 0:
            continue
        line = fold(text[label.start : label.end])
        match = _TODAY_OF_THIS_MONTH.search(line)
        weekday = weekday_in(match.group()) if match else None
        if match is None or weekday is None:
            continue
        known = [
            mention.begin_on
            for other in story
            if YEAR.search(text, other.start, other.end)
            for mention in days_in(text[other.start : other.end])
            if mention.begin_on is not None
        ]
        days = _days_on(int(match["day"]), weekday, max(known)) if known else []
        if len(days) == 1:
            start, end = line.source_span(*match.span())
            return PublicationDate(
                days[0],
                None,
                False,
                "day",
                "weekday_day_constraint",
                0.5,
                label.start + start,
                label.start + end,
            )
    return None


def days_in(line: str) -> list[DateMention]:
    """The full Gregorian dates in a line that may be days of publication.

    >>> [mention.surface for mention in days_in("في 6 أكتوبر 2015 وفي أكتوبر 2016")]
    ['6 أكتوبر 2015']
    """
    return [
        mention
        for mention in find_dates(line, None)
        if mention.begin_on is not None
        and mention.begin_on == mention.end_on
        and mention.begin_on.year in PLAUSIBLE
        and mention.calendar == "gregorian"
    ]


def day_of(
    mention: DateMention, offset: int, basis: str, score: float, days: int = 0
) -> PublicationDate:
    """The day `days` after the one that `mention` tells; `offset` is where its line starts."""
    assert mention.begin_on is not None
    on = mention.begin_on + timedelta(days)
    start, end = offset + mention.start, offset + mention.end
    return PublicationDate(on, None, False, "day", basis, score, start, end)


def _days_on(day: int, weekday: int, after: date) -> list[date]:
    span = (after + timedelta(days) for days in range(_MOST_DAYS_AFTER))
    return [one for one in span if one.day == day and one.weekday() == weekday]


STORY = frozenset({"summary", "body"})
OPENING_LINES = 3
_MOST_DAYS_AFTER = 62
YEAR = re.compile(r"(?:19|20)\d\d|(?:١٩|٢٠)[٠-٩]{2}")
_TODAY_AND_DATE = re.compile(r"(?<!\w)اليوم(?= [^.\n]{0,40}(?:19|20|١٩|٢٠)[\d٠-٩]{2})")
_TODAY_OF_THIS_MONTH = re.compile(
    r"(?<!\w)اليوم[ (،]+ال\w+[ ،)]+(?:الموافق )?(?P<day>\d{1,2})"
    r" (?:من )?(?:الشهر )?(?:\w+(?:/\w+)? )?(?:الجاري|الحالي)"
)
