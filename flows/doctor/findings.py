"""What the doctor finds."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: `wrong` wants its remedy, a `note` is good to know."""

    severity: Literal["ok", "note", "wrong"]
    what: str
    remedy: str = ""
