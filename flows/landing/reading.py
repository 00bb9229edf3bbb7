"""Reads the files of a page of the landing folder: each gives contents, or a reason why not."""

import os
import stat
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from flows.landing.faults import too_large
from flows.landing.folder import root_of
from flows.landing.formats import TEXTS, is_gzip, is_readable, suffix_of, unsupported
from flows.landing.model import Container, Content, Outcome, Refusal, Refused, Seen, Whole
from flows.landing.places import Place
from flows.landing.rules import ReadingRules
from flows.landing.streams import read_stream


def read_page(seeds: Path, page: list[Seen], rules: ReadingRules) -> Iterator[Outcome]:
    """What each file of `page` gives: its content, those of its records, or why there are none.

    A file that changed less than `settle_seconds` ago is read that much later, and one that
    has changed since it was seen is left for the next run: it is still being written. So is a
    container that changes while it is read; what was read of it stands meanwhile.
    """
    now = time.time()
    if any(abs(now - seen.modified_ns / 1e9) < rules.settle_seconds for seen in page):
        time.sleep(rules.settle_seconds)
    root = root_of(seeds)
    for seen in page:
        try:
            _refuse_by_name(root, seen)
            yield from _read(seen, rules)
        except Refused as refused:
            yield Refusal(seen, refused.reason, refused.detail, refused.remedy)
        except OSError as error:
            yield Refusal(
                seen,
                "unreadable",
                error.strerror or str(error),
                "Check that it exists and that its permissions let us read it.",
            )


def _refuse_by_name(root: Path, seen: Seen) -> None:
    location = Path(seen.location)
    if location.is_dir():
        raise Refused(
            "unreadable",
            "a folder that is a link or may not be listed",
            "Put a plain folder with read permission in its place.",
        )
    if not is_readable(location.name):
        raise Refused(*unsupported(location.name))
    if not location.resolve(strict=True).is_relative_to(root):
        raise Refused(
            "outside_landing",
            "the link leads out of the landing folder",
            "Copy the file into the landing folder instead of linking to it.",
        )


def _read(seen: Seen, rules: ReadingRules) -> Iterator[Outcome]:
    # Plain files are most of what lands: they take the short way.
    is_plain = suffix_of(seen.path) in TEXTS
    container = None if is_plain else Container(seen, uuid.uuid4().hex)
    with _opened(seen) as file:
        if file is None:
            return
        place = Place(seen, container, rules, seen.path)
        if is_plain:
            if not is_gzip(seen.path) and seen.byte_count > rules.max_file_bytes:
                raise too_large(rules.max_file_bytes)
            outcomes = list(read_stream(file, place))
            if not _has_changed(file, seen):
                yield from outcomes
            return
        records = refused = 0
        for outcome in read_stream(file, place):
            records += isinstance(outcome, Content)
            refused += isinstance(outcome, Refusal)
            yield outcome
        if container is not None and not _has_changed(file, seen):
            yield Whole(container, records, refused)


@contextmanager
def _opened(seen: Seen) -> Iterator[BinaryIO | None]:
    """The file, or None if it is no longer what was seen."""
    # Opened without blocking: a name that has meanwhile become a pipe must not stop the run.
    handle = os.open(seen.location, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise Refused("unreadable", "not a regular file", "Put a plain file in its place.")
        yield None if _has_changed(file, seen) else file


def _has_changed(file: BinaryIO, seen: Seen) -> bool:
    state = os.fstat(file.fileno())
    return (state.st_size, state.st_mtime_ns) != (seen.byte_count, seen.modified_ns)
