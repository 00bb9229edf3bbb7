"""Looks through the landing folder: which files are there, and which of them may be read now."""

import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flows.errors import AkhbarError

SUFFIXES = frozenset({".txt"})


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in the landing folder as it was when looked at.

    `path` is the name inside the folder, fit to be stored; `location` is where to open it.
    """

    path: str
    location: str
    byte_count: int
    modified_ns: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A name of the landing folder that gives no content, why, and what to do about it."""

    seen: Seen
    reason: str
    detail: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Content:
    """A file that was read whole while it did not change."""

    seen: Seen
    raw: bytes


def scan(folder: Path, page_size: int) -> Iterator[list[Seen]]:
    """Pages of the files below `folder`, sorted inside each directory; hidden names are left out.

    Links are listed like files, so that none is passed over in silence; `read_page` refuses
    those that lead out. Raises AkhbarError when there is no such folder.
    """
    if not folder.is_dir():
        raise AkhbarError(
            folder, "there is no such landing folder", "Name it with --seeds or AKHBAR_SEEDS."
        )
    page: list[Seen] = []
    for seen in _walk(folder, ""):
        page.append(seen)
        if len(page) == page_size:
            yield page
            page = []
    if page:
        yield page


def read_page(
    folder: Path, page: list[Seen], max_bytes: int, settle_seconds: float
) -> Iterator[Content | Refusal]:
    """The bytes of each file of `page`, or why there are none.

    A file that changed less than `settle_seconds` ago is read that much later, and one that
    has changed since it was seen is left for the next run: it is still being written.
    """
    now = time.time()
    if any(abs(now - seen.modified_ns / 1e9) < settle_seconds for seen in page):
        time.sleep(settle_seconds)
    root = folder.resolve()
    for seen in page:
        try:
            outcome = _refused_by_name(root, seen) or _read(seen, max_bytes)
        except OSError as error:
            outcome = Refusal(
                seen,
                "unreadable",
                error.strerror or type(error).__name__,
                "Check that it exists and that its permissions let us read it.",
            )
        if outcome is not None:
            yield outcome


def _refused_by_name(root: Path, seen: Seen) -> Refusal | None:
    location = Path(seen.location)
    if location.is_dir():
        return Refusal(
            seen,
            "unreadable",
            "a folder that is a link or may not be listed",
            "Put a plain folder with read permission in its place.",
        )
    if location.suffix.lower() not in SUFFIXES:
        return Refusal(
            seen,
            "unsupported_format",
            f"files of the kind {location.suffix or '(no suffix)'} are not read",
            f"Convert it to one of: {', '.join(sorted(SUFFIXES))}.",
        )
    if not location.resolve(strict=True).is_relative_to(root):
        return Refusal(
            seen,
            "outside_landing",
            "the link leads out of the landing folder",
            "Copy the file into the landing folder instead of linking to it.",
        )
    return None


def _read(seen: Seen, max_bytes: int) -> Content | Refusal | None:
    if seen.byte_count > max_bytes:
        return Refusal(
            seen,
            "too_large",
            f"{seen.byte_count:,} bytes, the limit is {max_bytes:,}",
            "Split it, or raise AKHBAR_MAX_FILE_BYTES.",
        )
    # Opened without blocking: a name that has meanwhile become a pipe must not stop the run.
    handle = os.open(seen.location, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return Refusal(
                seen, "unreadable", "not a regular file", "Put a plain file in its place."
            )
        raw = file.read(seen.byte_count + 1)
        state = os.fstat(handle)
    has_changed = (state.st_size, state.st_mtime_ns) != (seen.byte_count, seen.modified_ns)
    return None if has_changed or len(raw) != seen.byte_count else Content(seen, raw)


def _walk(folder: Path, prefix: str) -> Iterator[Seen]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield Seen(prefix, str(folder), 0, 0)
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        path = prefix + _printable(entry.name)
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), path + "/")
        else:
            state = _state(entry)
            yield Seen(path, entry.path, state.st_size, state.st_mtime_ns)


def _state(entry: "os.DirEntry[str]") -> os.stat_result:
    """Of the file that a link leads to, as that is what changes; of a broken link, the link."""
    try:
        return entry.stat()
    except OSError:
        return entry.stat(follow_symlinks=False)


def _printable(name: str) -> str:
    """A name as text that Arrow can hold: bytes outside UTF-8 become \\xNN escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")
