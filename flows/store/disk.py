"""What a disk refuses, told as an error that a person can mend."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb

from flows.errors import AkhbarError


@contextmanager
def disk_faults(folder: Path) -> Iterator[None]:
    """Raises AkhbarError in place of what DuckDB or the system says of a disk that refuses.

    `folder` is the one that is written to. All other errors pass as they are.
    """
    try:
        yield
    except (duckdb.Error, OSError) as error:
        reason = refusal(error)
        if reason is None:
            raise
        raise AkhbarError(
            folder,
            f"the disk refuses ({reason})",
            "Make room, or make the folder and its files writable, then run this again: "
            "what was published stands, and nothing that landed is lost.",
        ) from error


def refusal(error: Exception) -> str | None:
    """The system's words for a full or locked disk in `error`; None if it is about other things.

    >>> refusal(OSError(28, "No space left on device"))
    'No space left on device'
    >>> refusal(ValueError("wrong")) is None
    True
    """
    # DuckDB passes the number of an error on in words only, inside errors of several kinds.
    return next((words for words in map(os.strerror, _REFUSALS) if words in str(error)), None)


_REFUSALS = (
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EROFS,
    errno.EACCES,
    errno.EPERM,
)
