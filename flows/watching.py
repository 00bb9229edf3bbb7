"""Notices what arrives in the landing folder, and makes one burst out of many arrivals."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from watchfiles import Change, watch

from flows.errors import AkhbarError

QUIET_SECONDS = 2.0
LONGEST_SECONDS = 10.0
_LOOK_MS = 500
_POLL_MS = 2000


@dataclass(slots=True)
class Burst:
    """Arrivals that count as one: it ends when the folder is quiet, or lasts for too long.

    Clock readings come in as arguments, in seconds.

    >>> burst = Burst()
    >>> burst.note(3, now=0.0)
    >>> [burst.is_over(now) for now in (1.0, 2.0)]
    [False, True]
    >>> burst.take(), burst.is_over(9.0)
    (3, False)
    """

    count: int = 0
    began: float = 0.0
    last: float = 0.0

    def note(self, count: int, now: float) -> None:
        """`count` more names have changed."""
        if count:
            self.began = self.began if self.count else now
            self.last = now
            self.count += count

    def is_over(self, now: float) -> bool:
        """Whether it is time to load: nothing new for a while, or new things for a long while."""
        is_quiet = now - self.last >= QUIET_SECONDS or now - self.began >= LONGEST_SECONDS
        return self.count > 0 and is_quiet

    def take(self) -> int:
        """Ends the burst; how many changes it was."""
        count, self.count = self.count, 0
        return count


def require_folder(folder: Path) -> None:
    """Raises AkhbarError when there is no `folder` to watch."""
    if not folder.is_dir():
        raise AkhbarError(
            folder, "there is no such landing folder", "Name it with --seeds or AKHBAR_SEEDS."
        )


def changes(folder: Path, stop: threading.Event) -> Iterator[int]:
    """How many names have arrived or changed below `folder`, every half second, also when none.

    A folder that goes away is waited for. Where the system cannot tell of changes (too many
    folders for inotify), they are looked for every two seconds.
    """
    must_poll = False
    while not stop.is_set():
        identity = _identity(folder)
        if identity is None:
            stop.wait(_LOOK_MS / 1000)
            yield 0
            continue
        try:
            watcher = watch(
                folder,
                watch_filter=None,
                debounce=_LOOK_MS,
                rust_timeout=_LOOK_MS,
                yield_on_timeout=True,
                stop_event=stop,
                raise_interrupt=False,
                force_polling=must_poll or None,
                poll_delay_ms=_POLL_MS,
                ignore_permission_denied=True,
            )
            for number, found in enumerate(watcher):
                # What arrived while nobody watched counts as one change.
                missed = number == 0
                yield missed + sum(_is_arrival(folder, *change) for change in found)
                if _identity(folder) != identity:
                    break
        except FileNotFoundError:
            continue
        except OSError:
            if must_poll:
                raise
            must_poll = True


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        state = folder.stat()
    except OSError:
        return None
    return (state.st_dev, state.st_ino)


def _is_arrival(folder: Path, change: Change, path: str) -> bool:
    """Hidden names are not loaded, and what leaves the folder stays in the warehouse."""
    parts = Path(os.path.relpath(path, folder)).parts
    return change is not Change.deleted and not any(part.startswith(".") for part in parts)
