"""Finds the temporal expressions of a text and resolves them against its day of publication."""

from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from flows.text.model import DateMention
from flows.text.temporal_calendar import SUNDAY
from flows.text.temporal_expressions import Day, Parsed
from flows.text.temporal_grammar import read_expressions
from flows.text.temporal_resolution import resolve
from flows.text.temporal_resolved import Anchor, Resolved
from flows.text.temporal_tense import tense
from flows.text.temporal_tokens import TokenRow, tokenize
from flows.text.temporal_told import Told, in_told_year, told_year


def find_dates(
    text: str,
    published: date | datetime | None,
    prefer: Literal["past", "future"] = "past",
    week_start: int = SUNDAY,
) -> list[DateMention]:
    """The temporal expressions of `text`, in order, none overlapping, with TIMEX3 values.

    What is relative is resolved against `published`; without it such an expression keeps its
    place open (XXXX) and a low score, and what is absolute still resolves. A day without a year
    or direction lies in the past unless tense or `prefer` say otherwise. `week_start` counts
    from Monday 0 to Sunday 6. Arabic and English dates; every surface is `text[start:end]`.

    >>> text = "وقال أمس إن الاتفاق وُقّع في 30 سبتمبر/أيلول الماضي"
    >>> for found in find_dates(text, date(2015, 10, 14)):
    ...     print(found.surface, found.value, found.granularity)
    أمس 2015-10-13 day
    30 سبتمبر/أيلول الماضي 2015-09-30 day
    """
    row = tokenize(text)
    anchor = Anchor(
        published.date() if isinstance(published, datetime) else published,
        published if isinstance(published, datetime) else None,
        1 if prefer == "future" else -1,
        week_start,
    )
    found: list[tuple[Parsed, Resolved]] = []
    told: Told | None = None
    for parsed in read_expressions(row):
        expression = in_told_year(parsed.expression, told)
        resolved = resolve(expression, anchor, tense(row, parsed.start, parsed.end))
        if resolved is not None:
            found.append((parsed, resolved))
            told = told_year(expression, resolved) or told
    _agree_on_twins(row, found)
    return [_mention(row, parsed, resolved, anchor) for parsed, resolved in found]


def _agree_on_twins(row: TokenRow, found: list[tuple[Parsed, Resolved]]) -> None:
    """A Gregorian date beside a Hijri one overrides the computed calendar."""
    for index in range(len(found) - 1):
        (one, first), (two, second) = found[index], found[index + 1]
        if first.calendar == second.calendar or not _are_joined(row, one, two):
            continue
        hijri = index if first.calendar == "hijri" else index + 1
        parsed, resolved = found[hijri]
        twin = found[2 * index + 1 - hijri][1]
        if twin.begin is None or twin.granularity != "day" or resolved.granularity != "day":
            continue
        off = resolved.begin is not None and abs((twin.begin - resolved.begin).days) > 2
        found[hijri] = (
            parsed,
            replace(
                resolved,
                value=twin.begin.isoformat(),
                begin=twin.begin,
                end=twin.end,
                has_conflict=resolved.has_conflict or off,
                score=0.5 if off else 0.97,
            ),
        )


def _are_joined(row: TokenRow, one: Parsed, two: Parsed) -> bool:
    """الموافق, a slash, a bracket or a comma between two dates that name one day."""
    if not (isinstance(one.expression, Day) and isinstance(two.expression, Day)):
        return False
    between = range(one.end, two.start)
    return len(between) <= 3 and all(
        row.word(index, "concord") or row.text(index) in _JOINTS for index in between
    )


_JOINTS = frozenset({"/", "-", "–", "(", ",", "،", "=", "|", "ل", "يوم", "هـ", "ه"})


def _mention(row: TokenRow, parsed: Parsed, resolved: Resolved, anchor: Anchor) -> DateMention:
    tokens = row.tokens
    start, end = row.folded.source_span(tokens[parsed.start].start, tokens[parsed.end - 1].end)
    while row.folded.original[end : end + 1] == "ـ":  # the tatweel of هـ, which folding leaves out
        end += 1
    return DateMention(
        start=start,
        end=end,
        surface=row.folded.original[start:end],
        type=resolved.type,
        value=resolved.value,
        begin_on=resolved.begin,
        end_on=resolved.end,
        begin_at=resolved.at,
        granularity=resolved.granularity,
        calendar=resolved.calendar,
        modifier=parsed.modifier,
        rule=parsed.rule,
        has_conflict=resolved.has_conflict,
        score=resolved.score,
        anchor_on=anchor.on if resolved.is_anchored else None,
        is_utc=resolved.is_utc,
        calendar_value=resolved.calendar_value,
    )
