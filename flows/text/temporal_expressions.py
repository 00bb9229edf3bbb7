"""What a temporal expression says before it is resolved: the tree of grammar and resolution."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

Calendar = Literal["gregorian", "hijri"]
Unit = str  # S, M, H, D, N (nights), W, MO, Q, Y, DE (decades), CE (centuries)


@dataclass(frozen=True, slots=True)
class Clock:
    """A clock time; `offset` is minutes east of UTC, None for a local time."""

    hour: int
    minute: int = 0
    second: int | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year by whatever the text gives of it; None for what it does not give.

    `offset` counts days from the anchor (yesterday: -1); `last_day` is the 15 of "12-15 May".
    The relations are last (-1), this (0) and next (1): `relation` of the phrase as a whole
    ("next Monday", "May last"),
    `month_relation` and `year_relation` of the month or year that a day or month lies in.
    `told_year` counts from the year that the text named last ("of that year": 0).
    """

    weekday: int | None = None
    offset: int | None = None
    day: int | None = None
    last_day: int | None = None
    month: int | None = None
    year: int | None = None
    calendar: Calendar = "gregorian"
    relation: int | None = None
    month_relation: int | None = None
    year_relation: int | None = None
    told_year: int | None = None
    part: str | None = None
    clock: Clock | None = None
    has_conflict: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A week, month, year … by its relation to the anchor: last week, this year."""

    unit: Unit
    relation: int
    calendar: Calendar = "gregorian"


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter (Q1), half (H2) or season (SU) of a year, given or by relation to the anchor's."""

    part: str
    year: int | None = None
    relation: int | None = None


@dataclass(frozen=True, slots=True)
class Era:
    """A decade or a century, as the leading digits of its years; `is_bc` counts backwards."""

    unit: Literal["DE", "CE"]
    digits: int
    is_bc: bool = False


Direction = Literal["pure", "since", "last", "next", "ago", "ahead", "after"]


@dataclass(frozen=True, slots=True)
class Length:
    """A stretch of time: so many units (None: an unknown number), and where it lies if anywhere.

    What lies "after two days" is a stretch in a report, and a day to come for who prefers the
    future.
    """

    amount: float | None
    unit: Unit
    direction: Direction = "pure"
    extra: tuple[tuple[int, Unit], ...] = ()


@dataclass(frozen=True, slots=True)
class Share:
    """The first months of a year, the last days of a month: a length at an end of a whole."""

    length: Length
    whole: "Day | Period"
    is_last: bool


@dataclass(frozen=True, slots=True)
class Repeat:
    """A recurring time, by its TIMEX3 value."""

    value: str
    unit: Unit


@dataclass(frozen=True, slots=True)
class Interval:
    """From one expression to another, both included."""

    first: "Expression"
    last: "Expression"


Expression = Day | Period | YearPart | Era | Length | Share | Repeat | Interval | Clock


class Parsed(NamedTuple):
    """An expression over the tokens `start:end`, with the grammar rule that read it."""

    expression: Expression
    start: int
    end: int
    rule: str
    modifier: str | None = None


class DateReading(NamedTuple):
    """A date and the index of the token after it."""

    day: Day
    end: int


def length_value(length: Length) -> str:
    """The TIMEX3 value of a duration.

    >>> length_value(Length(1, "H", "pure", ((30, "M"),))), length_value(Length(None, "Y"))
    ('PT1H30M', 'PXY')
    """
    dates, times = "", ""
    for amount, unit in ((length.amount, length.unit), *length.extra):
        number = "X" if amount is None else f"{amount:.10g}" if amount < 1e9 else f"{amount:.0f}"
        if unit in "SMH":
            times += f"{number}{unit}"
        else:
            dates += f"{number}{ {'MO': 'M', 'N': 'D'}.get(unit, unit) }"
    return f"P{dates}" + (f"T{times}" if times else "")
