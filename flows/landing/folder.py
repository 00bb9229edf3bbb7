"""Looks through the landing folder: which files are there."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from flows.errors import AkhbarError
from flows.landing.model import Seen


def scan(seeds: Path, page_size: int) -> Iterator[list[Seen]]:
    """Pages of the files below `seeds`, sorted inside each directory; hidden names are left out.

    `seeds` may also be one file. Links are listed like files, so that none is passed over in
    silence; reading refuses those that lead out. Raises AkhbarError when there is nothing there.
    """
    if not seeds.exists():
        raise AkhbarError(
            seeds, "there is no such landing folder", "Name it with --seeds or AKHBAR_SEEDS."
        )
    page: list[Seen] = []
    for seen in _walk(seeds, "") if seeds.is_dir() else _one(seeds):
        page.append(seen)
        if len(page) == page_size:
            yield page
            page = []
    if page:
        yield page


def root_of(seeds: Path) -> Path:
    """The landing folder, absolute; of a single file the folder in which it lies."""
    return seeds.resolve() if seeds.is_dir() else seeds.resolve().parent


def landing_name(seeds: Path) -> str:
    """The landing folder as the ledger knows it."""
    return _printable(os.fsencode(root_of(seeds)))


def _one(file: Path) -> Iterator[Seen]:
    location = file.resolve()
    state = location.stat()
    yield Seen(_name(location.name), str(location), state.st_size, state.st_mtime_ns)


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
        path = prefix + _name(entry.name)
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


def _name(name: str) -> str:
    """A name as it is stored: no file is called like the address of a record, `dump.jsonl#17`."""
    return _RECORD_NUMBER.sub(r"\\x23", _printable(os.fsencode(name)))


def _printable(name: bytes) -> str:
    """A name as text that Arrow can hold: bytes outside UTF-8 become \\xNN escapes."""
    return name.decode("utf-8", "backslashreplace")


_RECORD_NUMBER = re.compile(r"#(?=[0-9]+\Z)")
