"""Clock times: 18:43 GMT, الساعة الثالثة والنصف عصرا, 09:05 ص, الثامنة إلا ربعا."""

from typing import NamedTuple

from flows.text.temporal_expressions import Clock
from flows.text.temporal_numbers import Count, is_part_of_number, read_cardinal, read_ordinal
from flows.text.temporal_tokens import TokenRow
from flows.text.temporal_zones import read_zone

_BEFORE_TIME = frozenset({"في", "من", "الي", "حتي", "عند", "بين", "حوالي", "نحو", "بعد", "قبل"})
_AT = frozenset({"في", "علي", "عند", "حتي"})


class ClockReading(NamedTuple):
    """A clock time, the part of the day that it names, and the index of the token after it."""

    clock: Clock
    part: str | None
    end: int


def read_clock(row: TokenRow, index: int) -> ClockReading | None:
    """The clock time that begins at the token `index`, or None.

    A bare number needs a cue: الساعة before it, minutes, or a part of the day after it.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_clock(tokenize("الساعة الثالثة والنصف عصرا"), 0).clock
    Clock(hour=15, minute=30, second=None, offset=None)
    """
    start = index
    while row.word(index, "hour_cue") and not row.word(index, "part"):
        index += 1
    has_cue = index > start
    if has_cue and row.text(index) == "(" and row.text(index + 4) == ")":
        index += 1
    reading = _read_digits(row, index, has_cue) or _read_hour_words(row, index, has_cue)
    if reading is None or reading[1] > 59:
        return None
    hour, minute, second, end, has_cue = reading
    end += row.text(index - 1) == "(" and row.text(end) == ")"
    part, end = _read_part(row, end)
    late = 0
    if part is not None and not minute:
        late, end = _read_minutes(row, end)  # الرابعة مساء وست دقائق
        has_cue = has_cue or late != 0
    offset, after = read_zone(row, end)
    is_named = after > end and not row.is_glued(start)  # not the 06 of 32ر06
    has_cue = has_cue or is_named or (part is not None and minute != 0)
    if not has_cue and (part is None or not _can_stand_alone(row, start, end)):
        return None
    hours, minute = divmod(on_24_hours(hour, part) * 60 + minute + late, 60)
    hours += 24 * (hours < 0)  # five to midnight
    if hours not in range(25) or (hours == 24 and minute):
        return None
    return ClockReading(Clock(hours, minute, second, offset), part and part.split()[0], after)


def _read_digits(
    row: TokenRow, index: int, has_cue: bool
) -> tuple[int, int, int | None, int, bool] | None:
    hour = row.number(index)
    if hour is not None and len(row.text(index)) == 4 and read_zone(row, index + 1)[1] > index + 1:
        return hour // 100, hour % 100, None, index + 1, True  # 0600 بتوقيت جرينتش
    if hour is None or hour > 24 or len(row.tokens[index].text.lstrip("ال")) > 2:
        return None
    minutes = row.text(index + 2)
    is_pair = (
        row.number(index + 2) is not None
        and len(minutes) == 2
        and int(minutes) < 60
        and row.is_glued(index + 1)
        and row.is_glued(index + 2)
    )
    if is_pair and row.text(index + 1) == ":":
        if row.text(index - 1) in ":./-" and row.text(index - 1) and row.is_glued(index):
            return None
        second, end = None, index + 3
        if row.text(end) == ":" and row.is_glued(end + 1) and row.number(end + 1) is not None:
            second, end = row.number(end + 1), end + 2
            if second is None or second > 59:
                return None
        if row.text(end) in (":", "/") and row.is_glued(end):
            return None
        return hour, int(minutes), second, end, True
    if is_pair and row.text(index + 1) in ".,،":
        part, _ = _read_part(row, index + 3)
        has_cue = has_cue or read_zone(row, index + 3)[1] > index + 3
        if part is not None or has_cue:
            return hour, int(minutes), None, index + 3, has_cue
        return None
    if is_part_of_number(row, index):
        return None
    end = index + 1
    minute, after = _read_minutes(row, end)
    return hour, minute, None, after, has_cue


def _read_hour_words(
    row: TokenRow, index: int, has_cue: bool
) -> tuple[int, int, int | None, int, bool] | None:
    one = row.word(index, "ones")
    if one is not None and one.number == 1 and row.text(index) == "الواحده":
        hour, end = 1, index + 1
    else:
        ordinal = row.word(index, "ordinal")
        if ordinal is None or "feminine" not in ordinal.traits or ordinal.number < 1:
            return None
        count = read_ordinal(row, index)
        if count is not None and count.value > 12:
            count = Count(ordinal.number, index + 1)  # the fourth (hour) and twenty minutes
            if not _read_minutes(row, count.end)[0]:
                return None
        if count is None:
            return None
        hour, end = count
    minute, after = _read_minutes(row, end)
    # "At three and a half" is a time, "the third and a half" alone is none.
    has_cue = has_cue or after > end + (row.text(index - 1) not in _AT)
    return hour, minute, None, after, has_cue


def _read_minutes(row: TokenRow, index: int) -> tuple[int, int]:
    """Minutes after an hour: والنصف, إلا ربعا, و20 دقيقة, واثنتي عشرة دقيقة, والدقيقة 40."""
    fraction = row.word(index, "fraction")
    if fraction is not None and row.proclitic(index) == "و":
        minute, end = fraction.number, index + 1
        five = row.word(end, "ones")
        if five is not None and five.number == 5 and row.proclitic(end) == "و":
            minute, end = minute + 5, end + 1
            end += row.text(end) == "دقايق"
        return minute, end
    if row.word(index, "less"):
        fraction = row.word(index + 1, "fraction")
        if fraction is not None:
            return -fraction.number, index + 2
        minute, end = _read_counted_minutes(row, index + 1)
        return -minute, end if minute else index
    if row.proclitic(index) == "و":
        return _read_counted_minutes(row, index)
    return 0, index


def _read_counted_minutes(row: TokenRow, index: int) -> tuple[int, int]:
    """20 دقيقة, دقيقتين, الدقيقة العشرين; nothing read leaves the index where it is."""
    unit = row.word(index, "unit")
    if unit is not None and unit.value == "M":
        if "two" in unit.traits:
            return 2, index + 1
        count = read_ordinal(row, index + 1) or read_cardinal(row, index + 1)
        if "definite" not in unit.traits or count is None or not 0 < count.value < 60:
            return 0, index
        return count
    count = read_cardinal(row, index)
    unit = row.word(count.end, "unit") if count is not None else None
    if count is None or unit is None or unit.value != "M" or not 0 < count.value < 60:
        return 0, index
    return count.value, count.end + 1


def _read_part(row: TokenRow, index: int) -> tuple[str | None, int]:
    """The part of the day right after a clock time, with its trait: صباحا, من مساء, ص."""
    step = index
    if row.text(step) == "من" or (row.text(step) == "(" and row.word(step + 1, "part")):
        step += 1
    word = row.word(step, "part")
    if word is None:
        return None, index
    is_start_of_word = row.is_glued(step + 1) and row.text(step + 1).isalpha()
    if "abbreviation" in word.traits and (step != index or is_start_of_word):
        return None, index
    if step > index and row.text(index) == "(":
        if row.text(step + 1) != ")":
            return None, index
        return word.value, step + 2
    if "midnight" in word.traits:
        return f"{word.value} midnight", step + 1
    return f"{word.value} dawn" if "dawn" in word.traits else word.value, step + 1


def on_24_hours(hour: int, part: str | None) -> int:
    """The hour of a day of 24 that an hour of a part of the day is: 3 in the afternoon is 15.

    >>> on_24_hours(3, "AF"), on_24_hours(12, "NI")
    (15, 0)
    """
    if part is None or hour > 12:
        return hour
    if part.startswith(("AF", "EV")):
        return hour if hour == 12 else hour + 12
    if part.startswith("MI"):
        return hour + 12 if hour < 5 else hour
    if part.startswith("NI"):
        if hour == 12:
            return 0
        return hour + 12 if hour >= 6 and "midnight" not in part else hour
    return 0 if hour == 12 and "dawn" not in part else hour


def _can_stand_alone(row: TokenRow, start: int, end: int) -> bool:
    """Whether "10 صباحا" is a time: not the "5 مساء" of "5 killed on Sunday evening"."""
    if "adverb" in _traits(row, end - 1) and row.text(end - 1) != "مساء":
        return True
    if row.text(start - 1) in _BEFORE_TIME:
        return True
    follows_day = any(row.word(end, role) for role in ("weekday", "deictic", "unit"))
    return not follows_day and "weak" not in _traits(row, end - 1)


def _traits(row: TokenRow, index: int) -> frozenset[str]:
    word = row.word(index, "part")
    return word.traits if word is not None else frozenset()
