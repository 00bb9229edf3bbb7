"""Durations and where they lie: منذ عامين, الساعات الـ24 الماضية, قبل شهرين, لمدة أسبوع."""

from flows.text.temporal_amounts import Amount, and_fraction, read_amount, read_single
from flows.text.temporal_decoys import comparison_before
from flows.text.temporal_expressions import Day, Direction, Length, Parsed, Period, Share
from flows.text.temporal_periods import read_whole
from flows.text.temporal_sets import read_repeat
from flows.text.temporal_tokens import TokenRow


def read_length(row: TokenRow, index: int) -> Parsed | None:
    """The duration or recurring time that begins at the token `index`.

    >>> from flows.text.temporal_tokens import tokenize
    >>> read_length(tokenize("قبل شهرين"), 0).expression
    Length(amount=2, unit='MO', direction='ago', extra=())
    """
    return (
        read_repeat(row, index)
        or _read_share(row, index)
        or _read_ago(row, index)
        or _read_last(row, index)
        or _read_plain(row, index)
    )


def _read_share(row: TokenRow, index: int) -> Parsed | None:
    """الأشهر الأربعة الأولى من العام, أول ستة أشهر من 2015; without its year a bare duration."""
    is_before = row.text(index) in ("اول", "اخر")
    amount = read_amount(row, index + is_before)
    if amount is None or amount.length.amount is None or amount.length.unit not in _WHOLES:
        return None
    end = amount.end
    if not is_before:
        if row.text(end) not in _END_NAMES:
            return None
        end += 1
    is_last = row.text(index if is_before else end - 1) in ("اخر", "الاخيره")
    whole = read_whole(row, end + 1) if row.text(end) == "من" else None
    match whole:
        case Parsed(expression=Day() | Period() as of) if (
            _unit_of(of) in _WHOLES[amount.length.unit]
        ):
            share = Share(amount.length, of, is_last)
            return Parsed(share, index, whole.end, "share")
    if is_before or is_last:
        return None
    return Parsed(amount.length, index, end, "share")


_END_NAMES = frozenset({"الاولي", "الاول", "الاخيره"})
_WHOLES = {"D": ("MO", "Y"), "W": ("MO", "Y"), "MO": ("Y",), "Y": ("DE", "CE")}


def _unit_of(whole: Day | Period) -> str:
    if isinstance(whole, Period):
        return whole.unit
    return "Y" if whole.month is None else "MO"


def _read_ago(row: TokenRow, index: int) -> Parsed | None:
    """قبل شهرين: a date, unless it counts back from an event (قبل يومين من السباق)."""
    if row.word(index, "ago") is None:
        return None
    step, modifier = _skip_approximate(row, index + 1)
    amount = read_amount(row, step) or read_single(row, step)
    if amount is None or amount.is_definite:
        return None
    is_from_now = row.text(amount.end) == "من" and row.text(amount.end + 1) in ("الان", "اليوم")
    if not is_from_now and row.text(amount.end) in ("من", "علي"):
        length = amount.length
        return Parsed(length, step, amount.end, "duration", modifier or amount.modifier)
    length = _directed(amount.length, "ago")
    end = amount.end + 2 * is_from_now
    return Parsed(length, index, end, "ago", modifier or amount.modifier)


def _read_last(row: TokenRow, index: int) -> Parsed | None:
    """آخر 24 ساعة."""
    if row.word(index, "last") is None:
        return None
    amount = read_amount(row, index + 1)
    if amount is None or amount.is_definite:
        return None
    return Parsed(_directed(amount.length, "last"), index, amount.end, "last_duration")


def _read_plain(row: TokenRow, index: int) -> Parsed | None:
    amount = read_amount(row, index)
    if amount is None:
        if not _has_length_cue(row, index):
            return None
        amount = read_single(row, index)
        if amount is None:
            return None
    direction, end = _direction(row, index, amount)
    if direction in ("pure", "after") and amount.is_definite and not row.word(end - 1, "narrative"):
        return None
    is_placed = direction != "pure" or _has_length_cue(row, index) or row.text(end) == "من"
    if amount.length.unit in ("DE", "CE") and not is_placed:
        return None  # عقود are contracts, too
    modifier = amount.modifier or _modifier_before(row, index)
    trailing = row.word(end, "approximate")
    if trailing is not None and row.text(end) in _AFTER_AMOUNT:
        modifier = modifier or trailing.value
    length = _directed(amount.length, direction)
    return Parsed(length, index, end, f"{direction}_duration", modifier)


_AFTER_AMOUNT = frozenset({"تقريبا", "علي الاقل", "كحد اقصي"})


_HOUR = Length(1, "H")


def _has_length_cue(row: TokenRow, index: int) -> bool:
    if row.word(index - 1, "within") or row.word(index - 1, "approximate"):
        return True
    if comparison_before(row, index):
        return True
    if row.proclitic(index) == "ل" or and_fraction(row, index + 1, _HOUR) is not None:
        return True
    if row.proclitic(index) == "ب":  # "days before the feast": قبل العيد بأيام
        return any(row.text(index - k) in ("قبل", "بعد") for k in range(2, 6))
    closes = row.text(index + 1) in ("", ".", "،", ",", "\n")
    return row.text(index - 1) == "في" and closes  # the lowest in a week


def _directed(length: Length, direction: Direction) -> Length:
    return Length(length.amount, length.unit, direction, length.extra)


def _direction(row: TokenRow, index: int, amount: Amount) -> tuple[Direction, int]:
    """Where a duration lies: since, in the last, in the next – or nowhere."""
    relation = row.word(amount.end, "relation")
    is_of = row.text(amount.end + 1) == "من" or row.proclitic(amount.end + 1) == "ل"
    if relation is not None and "recent" in relation.traits and is_of:
        return "pure", amount.end  # "the last days of the war"
    if relation is not None and row.text(amount.end) not in ("هذا", "هذه"):
        if relation.number < 0:
            return "last", amount.end + 1
        if relation.number > 0:
            return "next", amount.end + 1
    narrative = row.word(amount.end, "narrative")
    if amount.is_definite and narrative is not None and narrative.value in ("-1", "1"):
        if narrative.number < 0:
            return "last", amount.end + 1
        return ("next" if row.text(amount.end) in _LATER else "pure"), amount.end + 1
    before = index - 1
    while row.word(before, "approximate"):
        before -= 1
    if row.word(before, "since"):
        return "since", amount.end
    if (
        row.text(before) == "بعد"
        and row.text(amount.end) == "من"
        and row.text(amount.end + 1) == "الان"
    ):
        return "ahead", amount.end + 2
    return ("after" if row.text(before) == "بعد" else "pure"), amount.end


_LATER = frozenset({"اللاحقه", "اللاحقين", "اللاحقتين"})  # from now; التالية: from another time


def _skip_approximate(row: TokenRow, index: int) -> tuple[int, str | None]:
    word = row.word(index, "approximate")
    return (index + 1, word.value) if word is not None else (index, None)


def _modifier_before(row: TokenRow, index: int) -> str | None:
    word = row.word(index - 1, "approximate")
    return word.value if word is not None else comparison_before(row, index)
