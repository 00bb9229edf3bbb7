"""Reads the members of a zip archive, one by one, without writing anything to disk."""

import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath, PureWindowsPath
from typing import BinaryIO, cast

from flows.landing.faults import corrupt, empty, too_dense, too_much
from flows.landing.formats import TEXTS, is_readable, suffix_of, unsupported
from flows.landing.model import Outcome, Refused
from flows.landing.places import Place
from flows.landing.rules import ReadingRules

Reader = Callable[[BinaryIO, Place], Iterator[Outcome]]


def read_zip(file: BinaryIO, place: Place, read: Reader) -> Iterator[Outcome]:
    """What the members give, in their order in the archive; `read` reads one of them.

    A member that cannot be read is refused, the others are read. Hidden members and folders are
    left out, as in the landing folder. Raises Refused for an archive that cannot be opened, that
    is empty, or that holds more than the rules allow.
    """
    try:
        _refuse_directory(file, place.rules)
        with zipfile.ZipFile(file) as archive:
            members = [info for info in archive.infolist() if not _is_hidden(info)]
            if not members:
                raise empty("an archive without files")
            _refuse_size(members, place.rules)
            known: set[str] = set()
            for number, info in enumerate(members, 1):
                name = _printable(info.filename)
                if name in known:
                    # A second member of one name has no address of its own: its number is added.
                    yield place.member(f"{name}@{number}").refusal(_DUPLICATE)
                    continue
                known.add(name)
                yield from _member(archive, info, place.member(name), read)
    except zipfile.BadZipFile as error:
        raise corrupt(f"no readable zip archive: {error}") from error


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: Place, read: Reader
) -> Iterator[Outcome]:
    try:
        _refuse_member(info, place.rules)
        with archive.open(info) as file:
            yield from read(cast(BinaryIO, file), place)
    except Refused as refused:
        yield place.refusal(refused)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        yield place.refusal(corrupt(f"broken member: {error or type(error).__name__}"))
    except NotImplementedError as error:
        remedy = "Pack it again with the method deflate."
        yield place.refusal(Refused("unsupported_format", str(error), remedy))


def _refuse_directory(file: BinaryIO, rules: ReadingRules) -> None:
    """Looks at the size of the table of contents before Python loads all of it into memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_END))
    end = file.read()
    at = end.rfind(b"PK\x05\x06")
    if at >= 0 and int.from_bytes(end[at + 12 : at + 16], "little") > rules.max_members * _ENTRY:
        raise _too_many(rules.max_members)
    file.seek(0)


def _refuse_size(members: list[zipfile.ZipInfo], rules: ReadingRules) -> None:
    if len(members) > rules.max_members:
        raise _too_many(rules.max_members)
    # Members are cut off at the size that they declare, so the sum is what can come out.
    if sum(info.file_size for info in members) > rules.max_unpacked_bytes:
        raise too_much(rules.max_unpacked_bytes)


def _refuse_member(info: zipfile.ZipInfo, rules: ReadingRules) -> None:
    name = info.filename
    windows = PureWindowsPath(name)
    if windows.drive or windows.root or name.startswith("/") or ".." in windows.parts:
        raise Refused(
            "outside_landing",
            "the member's name leads out of the archive",
            "Pack it again with plain relative names.",
        )
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Refused(
            "outside_landing",
            "the member is a link",
            "Pack the file itself instead of a link to it.",
        )
    if not is_readable(name):
        raise Refused(*unsupported(name))
    if info.flag_bits & 0x1:
        raise Refused("encrypted", "the member is encrypted", "Pack it again without a password.")
    is_large = info.file_size > _UNHARMFUL
    if is_large and info.file_size > rules.most_packed * max(info.compress_size, 1):
        raise too_dense(rules.most_packed)
    if suffix_of(name) in TEXTS and info.file_size > rules.max_file_bytes:
        raise Refused(
            "too_large",
            f"{info.file_size:,} bytes, the limit is {rules.max_file_bytes:,}",
            "Split it, or raise AKHBAR_MAX_FILE_BYTES.",
        )


def _is_hidden(info: zipfile.ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    is_hidden = any(part.startswith(".") and not part.startswith("..") for part in parts)
    return info.is_dir() or is_hidden or parts[:1] == ("__MACOSX",)


def _printable(name: str) -> str:
    return name.encode("utf-8", "backslashreplace").decode()


def _too_many(most: int) -> Refused:
    return Refused(
        "too_many_members",
        f"more than {most:,} members",
        "Split the archive, or raise AKHBAR_MAX_MEMBERS.",
    )


_DUPLICATE = Refused(
    "duplicate_member",
    "the archive holds another file under this name before it",
    "Give each member a name of its own.",
)
_LONGEST_END = 22 + 65535
_ENTRY = 512  # bytes of a long entry in the table of contents
_UNHARMFUL = 2**20
