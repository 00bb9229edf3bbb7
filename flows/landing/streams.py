"""Reads one stream of bytes, a file or a member of an archive, by what its name says it is."""

import gzip
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

from flows.landing.archives import read_zip
from flows.landing.faults import corrupt, too_large
from flows.landing.formats import LINES, TABLES, TEXTS, is_gzip, is_readable, suffix_of, unsupported
from flows.landing.json_documents import read_json
from flows.landing.json_lines import read_json_lines
from flows.landing.model import Content, Outcome, Refused
from flows.landing.packed import Unpacked
from flows.landing.places import Place
from flows.landing.records import Hopeless
from flows.landing.tables import read_csv, read_parquet
from flows.landing.text_streams import CHUNK


def read_stream(file: BinaryIO, place: Place) -> Iterator[Outcome]:
    """The contents and refusals of a stream; what breaks off in the middle keeps what it gave.

    Raises OSError where the disk fails; all other faults are refusals.
    """
    try:
        if is_gzip(place.name):
            with gzip.GzipFile(fileobj=file) as unpacked:
                yield from _read(cast(BinaryIO, Unpacked(unpacked, file, place.rules)), place)
        else:
            yield from _read(file, place)
    except Refused as refused:
        yield place.refusal(refused)
    except Hopeless as hopeless:
        yield place.refusal(hopeless.why)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield place.refusal(corrupt(f"broken gzip: {error}"))


def _read(file: BinaryIO, place: Place) -> Iterator[Outcome]:
    suffix = suffix_of(place.name)
    if not is_readable(place.name):
        raise Refused(*unsupported(place.name))
    if suffix in TEXTS:
        yield _text(file, place)
    elif suffix in LINES:
        yield from read_json_lines(file, place)
    elif suffix == ".json":
        yield from read_json(file, place)
    elif suffix in TABLES:
        yield from read_csv(file, place)
    elif suffix == ".parquet":
        yield from read_parquet(file, place)
    elif place.is_packed:
        raise Refused(
            "nested_archive",
            "an archive inside another archive",
            "Put it into the landing folder itself.",
        )
    else:
        yield from read_zip(file, place, read_stream)


def _text(file: BinaryIO, place: Place) -> Content:
    most = place.rules.max_file_bytes
    parts, size = [], 0
    # Piece by piece: asked for all that is allowed, a reader makes room for all of it first.
    while part := file.read(CHUNK):
        parts.append(part)
        size += len(part)
        if size > most:
            raise too_large(most)
    return place.content(b"".join(parts))
