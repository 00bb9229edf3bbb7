"""One writer at a time: an advisory file lock beside the ledger, freed when its holder dies."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.errors import AkhbarError, Busy

_POLL_SECONDS = 0.1


@contextmanager
def writer_lock(path: Path, wait_seconds: float) -> Iterator[None]:
    """Holds the lock at `path`; raises Busy if another process holds it after `wait_seconds`.

    The kernel frees the lock when the process ends, however it ends, so none is ever stale. The
    file says whose lock it is, for the message that the one who waits gets.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as error:
        raise AkhbarError(
            path.parent,
            f"the warehouse cannot be written ({error.strerror})",
            "Choose another folder with --warehouse or make this one writable.",
        ) from error
    try:
        _acquire(handle, path, time.monotonic() + wait_seconds)
        os.ftruncate(handle, 0)
        os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


def _acquire(handle: int, path: Path, deadline: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                holder = os.pread(handle, 20, 0).decode(errors="replace").strip() or "unknown"
                raise Busy(
                    path.parent,
                    f"another writer is at work here (process {holder})",
                    "Readers need not wait; run this again when it has finished.",
                ) from None
            time.sleep(_POLL_SECONDS)
        else:
            return
