"""What resolution starts from and ends with: the anchor, and an expression's place in time."""

from dataclasses import dataclass
from datetime import date, datetime

from flows.text.model import TemporalType
from flows.text.temporal_expressions import Calendar

UNRESOLVED_SCORE = 0.3


CONFLICT_SCORE = 0.5


GRANULARITIES = {
    "S": "second", "M": "minute", "H": "hour", "D": "day", "N": "day", "W": "week",
    "WE": "weekend", "MO": "month", "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century",
    "PART": "part_of_day",
}  # fmt: skip


UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "MO": "XXXX-XX", "Y": "XXXX",
            "DE": "XXX", "CE": "XX"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions are resolved against.

    `week_start` counts from Monday 0 to Sunday 6; `prefer` (-1 past, 1 future) decides where
    neither text nor tense does.
    """

    on: date | None
    at: datetime | None
    prefer: int
    week_start: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """An expression with its place in time; `begin` and `end` are inclusive days."""

    value: str
    begin: date | None
    end: date | None
    granularity: str
    score: float
    at: datetime | None = None
    is_utc: bool = False
    calendar: Calendar = "gregorian"
    calendar_value: str | None = None
    has_conflict: bool = False
    is_anchored: bool = False
    type: TemporalType = "DATE"
