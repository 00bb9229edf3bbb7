"""One writer at a time: an advisory file lock beside the ledger, freed when its holder dies."""

import fcntl
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import AkhbarError, Busy

_POLL_SECONDS = 0.1
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock: process id, command line, and since when (UTC)."""

    pid: int
    command: str
    since: str

    def __str__(self) -> str:
        """For messages."""
        return f"process {self.pid}, {self.command}, since {self.since} UTC"


@contextmanager
def writer_lock(
    path: Path, wait_seconds: float, doing: str = "another writer is at work here"
) -> Iterator[None]:
    """Holds the lock at `path`; raises Busy if another process holds it after `wait_seconds`.

    The kernel frees the lock when the process ends, however it ends, so none is ever stale. The
    file says whose lock it is, for the message that the one who waits gets; `doing` is what the
    holder of such a lock does.
    """
    handle = _open(path)
    try:
        _acquire(handle, path, time.monotonic() + wait_seconds, doing)
        os.ftruncate(handle, 0)
        os.pwrite(handle, json.dumps(asdict(_ourselves())).encode()[:_MOST_BYTES], 0)
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


def holder_of(path: Path) -> Holder | None:
    """Who holds the lock at `path` now; None if nobody does."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return _read(handle)
    finally:
        os.close(handle)
    return None


def _open(path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise AkhbarError(
            path.parent,
            f"the warehouse cannot be written ({error.strerror})",
            "Choose another folder with --warehouse or make this one writable.",
        ) from error


def _acquire(handle: int, path: Path, deadline: float, doing: str) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                raise Busy(
                    path.parent,
                    f"{doing} ({_read(handle)})",
                    "Readers need not wait; run this again when it has finished.",
                ) from None
            time.sleep(_POLL_SECONDS)
        else:
            return


def _ourselves() -> Holder:
    program, *arguments = sys.argv or [sys.executable]
    command = " ".join([Path(program).name, *arguments])
    return Holder(os.getpid(), command[:200], f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S}")


def _read(handle: int) -> Holder:
    try:
        return Holder(**json.loads(os.pread(handle, _MOST_BYTES, 0)))
    except (ValueError, TypeError):
        # Just taken, and not yet signed.
        return Holder(0, "unknown", "just now")
