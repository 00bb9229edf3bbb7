"""Phrases that name a day or a time of day: weekday, today, part of day, date and clock."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from flows.text.temporal_clock import on_24_hours, read_clock
from flows.text.temporal_dates import read_date
from flows.text.temporal_expressions import Day, Parsed
from flows.text.temporal_tokens import TokenRow

Step = tuple[Day, int]
_MARKS = frozenset({"-", "–", "—", "|"})
_NOTHING = Day()


def read_day_phrase(row: TokenRow, index: int) -> Parsed | None:
    """The longest day phrase that begins at the token `index`.

    Its pieces may come in any order and each but once, with commas, brackets, من or في between
    where the next piece cannot be anything else.

    >>> from flows.text.temporal_tokens import tokenize
    >>> parsed = read_day_phrase(tokenize("مساء أمس السبت"), 0)
    >>> parsed.end, parsed.expression.part, parsed.expression.offset, parsed.expression.weekday
    (3, 'EV', -1, 5)
    """
    day, position = Day(), index
    while (step := _extend(row, position, day)) is not None:
        day, position = step
    if position == index:
        return None
    names_day = day.weekday is not None or day.offset is not None or _has_date(day)
    if not names_day and day.clock is None and not _is_adverb(row, index):
        return None
    return Parsed(day, index, position, _rule(day))


def _extend(row: TokenRow, index: int, day: Day) -> Step | None:
    for start, pieces, is_bracketed in _openings(row, index, day):
        for piece in pieces:
            step = piece(row, start, day)
            if step is None:
                continue
            if not is_bracketed:
                return step
            if row.text(step[1]) == ")":
                return step[0], step[1] + 1
    return None


Piece = Callable[[TokenRow, int, Day], Step | None]


def _openings(row: TokenRow, index: int, day: Day) -> Iterator[tuple[int, tuple[Piece, ...], bool]]:
    """Where the next piece may begin, and which pieces may follow what stands before it."""
    if row.text(index) == "\n":
        return
    proclitic = row.proclitic(index)
    if day == _NOTHING or not proclitic:
        yield index, (_weekday, _deictic, _part, _dated, _clocked), False
    elif proclitic == "ب" and day.clock is None and row.word(index, "part") is None:
        yield index, (_clocked,), False
    if day == _NOTHING:
        return
    text = row.text(index)
    is_dated = day.day is not None
    names_day = day.weekday is not None or day.offset is not None
    if row.word(index, "concord"):
        skipped = row.word(index + 1, "unit") is not None
        yield index + 1 + skipped, (_dated,) if names_day and not is_dated else (), False
    elif text in (",", "،"):
        if row.number(index + 1) is not None:
            yield index + 1, (_dated, _clocked) if names_day or is_dated else (), False
        elif is_dated or row.word(index + 1, "hour_cue") or row.word(index + 1, "month"):
            is_english = row.text(index + 1).isascii()
            yield index + 1, (_dated,) if is_english else (_clocked,), False
    elif text == "(":
        yield index + 1, (_dated, _weekday, _deictic, _clocked), True
    elif text in _MARKS:
        yield index + 1, (_clocked,) if is_dated else (_dated,) if names_day else (), False
    elif text == "/":
        yield index + 1, (_dated,) if names_day and not is_dated else (), False
    elif text == "من":
        if day.clock is not None or (day.part is not None and not names_day and not is_dated):
            yield index + 1, (_part, _weekday, _deictic, _dated), False
    elif text in ("في", "عند", "علي"):
        cue = index + 1
        if row.word(cue, "hour_cue") or row.text(cue + 1) == ":":
            yield cue, (_clocked,), False
        elif day.clock is None and day.part is None:
            yield cue, (_definite_part,), False


def _weekday(row: TokenRow, index: int, day: Day) -> Step | None:
    if day.weekday is not None:
        return None
    has_noun = _is_day_noun(row, index)
    word = row.word(index + has_noun, "weekday")
    if word is None:
        return None
    end = index + has_noun + 1
    leads_on = row.number(end + (row.text(end) in (",", "."))) is not None
    if "bare" in word.traits and not (has_noun or leads_on):
        return None
    is_short = "latin" in word.traits and len(row.text(end - 1)) < len("friday")
    if is_short and day.day is None and not (leads_on or row.word(end + 1, "month")):
        return None  # sat and sun are words, too
    if day.part in ("NI", "midnight"):
        joint = end + (row.text(end) in ("/", "-", "–") or bool(row.word(end, "to")))
        second = row.word(joint, "weekday")
        if second is not None and second.number == (word.number + 1) % 7:
            end = joint + 1  # the night between two days belongs to the first
    relation = row.word(end, "relation")
    if relation is None or row.text(end) in ("هذا", "هذه"):
        return replace(day, weekday=word.number), end
    return replace(day, weekday=word.number, relation=relation.number), end + 1


def _deictic(row: TokenRow, index: int, day: Day) -> Step | None:
    if day.offset is not None or day.day is not None:
        return None
    tonight = row.word(index, "tonight")
    if tonight is not None and day.part is None and day.weekday is None:
        return replace(day, offset=tonight.number, part="NI"), index + 1
    if row.text(index) in ("هذا", "هذه"):
        part = row.word(index + 1, "part")
        if part is not None and row.text(index + 1) in ("الصباح", "المساء") and day == Day():
            return replace(day, offset=0, part=part.value), index + 2
        if row.text(index + 1) == "اليوم":
            return replace(day, offset=0), index + 2
        return None
    has_noun = _is_day_noun(row, index)
    word = row.word(index + has_noun, "deictic")
    if word is None and has_noun:
        word, has_noun = row.word(index, "deictic"), False
    if word is None or ("bare" in word.traits and not has_noun and day.part is None):
        return None
    if day.weekday is not None and word.number == 0:
        return None
    return replace(day, offset=word.number), index + has_noun + 1


def _part(row: TokenRow, index: int, day: Day) -> Step | None:
    word = row.word(index, "part")
    if word is None or day.part is not None or day.clock is not None:
        return None
    if "abbreviation" in word.traits or "ئ" in row.original(index):
        return None  # لئلا (lest) folds to ليلا (by night)
    value = "midnight" if "midnight" in word.traits else word.value
    if "adverb" in word.traits:
        return replace(day, part=value), index + 1
    step = index + 1 + (row.text(index + 1) == "من")
    if row.proclitic(step) and row.text(step) != "\n":
        return None
    follower = replace(day, part=value)
    if any(piece(row, step, follower) for piece in (_weekday, _deictic)):
        return follower, index + 1
    dated = _dated(row, step, follower)
    if dated is not None and dated[0].day is not None:
        return follower, index + 1
    return None


def _definite_part(row: TokenRow, index: int, day: Day) -> Step | None:
    """The في الصباح of "اليوم في الصباح"."""
    word = row.word(index, "part")
    if word is None or not row.text(index).startswith("ال"):
        return None
    return replace(day, part=word.value), index + 1


def _dated(row: TokenRow, index: int, day: Day) -> Step | None:
    if _has_date(day):
        return None
    has_noun = _is_day_noun(row, index)
    reading = read_date(row, index + has_noun)
    if reading is None or (has_noun and reading.day.day is None):
        return None
    date = reading.day
    is_day = date.day is not None
    if not is_day and day != Day():
        return None
    return (
        replace(
            date,
            weekday=day.weekday,
            offset=day.offset,
            part=day.part,
            clock=day.clock,
            relation=date.relation if date.relation is not None else day.relation,
        ),
        reading.end,
    )


def _clocked(row: TokenRow, index: int, day: Day) -> Step | None:
    if day.clock is not None:
        return None
    reading = read_clock(row, index)
    if reading is None:
        return None
    clock = reading.clock
    if day.part is not None:
        if reading.part is not None:
            return None
        clock = replace(clock, hour=on_24_hours(clock.hour, day.part))
    return replace(day, clock=clock, part=day.part or reading.part), reading.end


def _is_day_noun(row: TokenRow, index: int) -> bool:
    """Whether the token is the يوم (or يومي, أيام) that announces a weekday or date."""
    unit = row.word(index, "unit")
    return (
        unit is not None
        and unit.value == "D"
        and "definite" not in unit.traits
        and not (unit.traits & {"two", "counted"} and "construct" not in unit.traits)
    )


def _has_date(day: Day) -> bool:
    return any(
        value is not None
        for value in (day.day, day.month, day.year, day.month_relation, day.year_relation)
    )


def _is_adverb(row: TokenRow, index: int) -> bool:
    word = row.word(index, "part")
    return word is not None and "adverb" in word.traits


def _rule(day: Day) -> str:
    if day.day is not None:
        return "dated_clock" if day.clock else "date"
    if day.month is not None:
        return "month"
    if day.year is not None:
        return "year"
    if day.offset is not None:
        return "deictic_day"
    if day.weekday is not None:
        return "weekday"
    return "clock_time" if day.clock else "part_of_day"
