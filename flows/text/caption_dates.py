"""Infers the day of publication from the dates that agencies write into their captions."""

import re

from flows.text.clock_times import weekday_in
from flows.text.folding import fold
from flows.text.model import LineLabel, PublicationDate
from flows.text.story_dates import OPENING_LINES, STORY, YEAR, day_of, days_in


def date_of_captions(text: str, labels: list[LineLabel]) -> PublicationDate | None:
    """The day of the picture, moved on to the day that caption or story call today.

    Agencies date their captions. An Arabic caption that says "اليوم" (today) beside it gives the
    day itself; a story that opens with "اليوم الأربعاء" gives the first Wednesday from the
    picture on, at most six days later: the farther, the less sure. A bare weekday is less sure
    still, so is a picture older than a year that the story names, and one from the archive says
    nothing.

    >>> text = "Moscow, Tuesday, Oct. 6, 2015. (AP)\\nأعلنت موسكو اليوم الأربعاء هدنة."
    >>> labels = [LineLabel(1, 0, 35, "caption", "x"), LineLabel(2, 36, 68, "body", "x")]
    >>> found = date_of_captions(text, labels)
    >>> found.on.isoformat(), found.basis, found.score
    ('2015-10-07', 'caption_weekday', 0.9)
    """
    captions = [label for label in labels if label.role == "caption"][:_HEAD_CAPTIONS]
    if any(_ARCHIVE.search(fold(text[x.start : x.end])) for x in captions):
        return None
    dated = [
        (mention, label.start)
        for label in captions
        if YEAR.search(text, label.start, label.end)
        for mention in days_in(text[label.start : label.end])
    ]
    if len({mention.begin_on for mention, _ in dated}) != 1:
        return None
    mention, offset = dated[0]
    on = mention.begin_on
    assert on is not None
    is_doubtful = mention.has_conflict or _has_later_year(text, labels, on.year)
    trust = _DOUBT if is_doubtful else 1.0
    caption_shift = _shift_of_captions(text, captions)
    weekday, is_today = _weekday_of_story(text, labels)
    days = (weekday - on.weekday()) % 7 if weekday is not None else None
    if caption_shift is not None:
        score = 0.85 if days is None or not is_today else 0.95 if days == caption_shift else 0.4
        return day_of(mention, offset, "caption_today", score * trust, caption_shift)
    if days is None:
        return None
    score = (0.9 if days <= 1 else 0.75 if days <= 3 else 0.6) if is_today else 0.5
    return day_of(mention, offset, "caption_weekday", score * trust, days)


def _shift_of_captions(text: str, captions: list[LineLabel]) -> int | None:
    for label in captions:
        folded = fold(text[label.start : label.end])
        if _TODAY.search(folded):
            return 0
        if _YESTERDAY.search(folded):
            return 1
    return None


def _has_later_year(text: str, labels: list[LineLabel], year: int) -> bool:
    # The story may speak of the future, but a picture of years ago is the likelier reading.
    return any(
        int(match.group()) > year
        for label in labels
        if label.role in STORY
        for match in YEAR.finditer(text, label.start, label.end)
    )


def _weekday_of_story(text: str, labels: list[LineLabel]) -> tuple[int | None, bool]:
    # The weekday that the opening of the story names first, and whether it calls it today.
    for label in [label for label in labels if label.role in STORY][:OPENING_LINES]:
        folded = str(fold(text[label.start : label.end]))
        if match := _TODAY_WEEKDAY.search(folded):
            weekday = weekday_in(match.group())
            if weekday is not None:
                return weekday, True
        weekday = weekday_in(folded)
        if weekday is not None:
            return weekday, False
    return None, False


_HEAD_CAPTIONS = 3
_DOUBT = 0.5
_ARCHIVE = re.compile(r"(?i)ارشيف|\bfile\b|\barchive")
_TODAY = re.compile(  # not the outlets روسيا اليوم, المصري اليوم, اليوم السابع
    r"(?<!\w)(?<!روسيا )(?<!المصري )(?<!عين )اليوم(?!\w)"
    r"(?! (?:السابع|التالي|نفسه|ذاته|الاول|العالمي))"
)
_YESTERDAY = re.compile(r"(?<!\w)امس(?! الاول)(?!\w)")
_TODAY_WEEKDAY = re.compile(r"(?<!\w)اليوم[ (،]+ال\w+")
