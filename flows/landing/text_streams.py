"""Streams of bytes as UTF-8 chunks, as lines and as text, a piece at a time."""

import codecs
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from flows.landing.model import Refused
from flows.text.decoding import BYTE_ORDER_MARKS, UndecodableError, decode

CHUNK = 2**16


def chunks(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of `file` behind its byte order mark; of UTF-16 and UTF-32 as UTF-8."""
    first = file.read(CHUNK)
    for encoding, mark in BYTE_ORDER_MARKS.items():
        if not first.startswith(mark):
            continue
        first = first[len(mark) :]
        if encoding != "utf-8":
            yield from _recoded(first, file, encoding)
            return
        break
    while first:
        yield first
        first = file.read(CHUNK)


def lines(parts: Iterable[bytes], most: int) -> Iterator[bytes | None]:
    r"""The lines of the stream without their endings; None for one longer than `most` bytes.

    >>> list(lines([b"a\nb", b"b\n", b"cccc", b"c\nd"], 3))
    [b'a', b'bb', None, b'd']
    """
    begun: list[bytes] = []
    size = 0
    for part in parts:
        *ended, rest = part.split(b"\n")
        for line in ended:
            is_short = size + len(line) <= most
            yield b"".join((*begun, line)) if is_short else None
            begun, size = [], 0
        size += len(rest)
        if size <= most:
            begun.append(rest)
        else:
            begun = []
    if size:
        yield b"".join(begun) if size <= most else None


def texts(file: BinaryIO) -> Iterator[str]:
    """The text of the stream, in the encoding that its first part is in.

    A byte that is no character becomes a lone surrogate, which `is_damaged` finds: so the rest
    can be read, and only the record that holds it is lost. Raises Refused if no encoding fits.
    """
    decoder: codecs.IncrementalDecoder | None = None
    for part in chunks(file):
        if decoder is None:
            decoder = codecs.getincrementaldecoder(_encoding(part))("surrogateescape")
        yield decoder.decode(part)
    if decoder is not None:
        yield decoder.decode(b"", True)


def is_damaged(text: str) -> bool:
    """Whether the text holds a byte that its encoding does not know, or half a character.

    >>> is_damaged("خبر"), is_damaged("خ\\udcd8ر")
    (False, True)
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def decoded(raw: bytes) -> str:
    """The text of one record that is no UTF-8; raises Refused where that is in doubt."""
    try:
        found = decode(raw)
    except UndecodableError as error:
        raise undecodable(str(error)) from error
    if found.doubt is not None:
        raise undecodable(found.doubt)
    return found.text


def undecodable(detail: str) -> Refused:
    """A record in no encoding that is known."""
    return Refused("undecodable", detail, "Save the file as UTF-8.")


def _encoding(part: bytes) -> str:
    # Lines in other letters than ASCII: a few bad bytes make no other encoding of all of them.
    telling = [line for line in part.split(b"\n") if not line.isascii()]
    if 2 * sum(_is_utf_8(line) for line in telling) >= len(telling):
        return "utf-8"
    try:
        return decode(part).encoding
    except UndecodableError as error:
        raise undecodable(str(error)) from error


def _is_utf_8(line: bytes) -> bool:
    try:
        # Not the end: the chunk may be cut in the middle of a letter.
        codecs.getincrementaldecoder("utf-8")().decode(line)
    except UnicodeDecodeError:
        return False
    return True


def _recoded(first: bytes, file: BinaryIO, encoding: str) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    part = first
    while part:
        yield decoder.decode(part).encode("utf-8", "replace")
        part = file.read(CHUNK)
    yield decoder.decode(b"", True).encode()
