"""What the doctor finds."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `wrong` wants its remedy, a `note` is good to know."""

    severity: Literal["ok", "note", "wrong"]
    what: str
    remedy: str = ""


def counted(count: int, what: str) -> str:
    """So many of a thing whose plural takes an s.

    >>> counted(1, "file"), counted(1200, "file")
    ('one file', '1,200 files')
    """
    return f"one {what}" if count == 1 else f"{count:,} {what}s"
