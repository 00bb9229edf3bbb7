"""Reads tables: CSV row by row, Parquet batch by batch; only the columns that mean something."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

import pyarrow
from pyarrow import parquet

from flows.landing.faults import corrupt, empty, invalid_record, no_body, too_large
from flows.landing.field_names import FieldNames
from flows.landing.model import Outcome, Refused
from flows.landing.places import Place
from flows.landing.records import RecordReader
from flows.landing.text_streams import texts


def read_csv(file: BinaryIO, place: Place) -> Iterator[Outcome]:
    """The rows below the header; `rows.csv#3` is the third.

    A row with more or fewer cells than the header is refused. Raises Refused for a table without
    rows or without a column for the text.
    """
    records, most = RecordReader(place), place.rules.max_file_bytes
    lines = _lines(texts(file), most)
    header = next(lines, "")
    delimiter = _delimiter(header, records.fields)
    rows = csv.reader(_again(header, lines), delimiter=delimiter, strict=True)
    number = 0
    with _cells_up_to(most):
        try:
            names = [name.strip() for name in next(rows, [])]
            if not names:
                raise empty("a table without rows")
            if "body" not in records.fields.found_in(tuple(names)):
                raise no_body(names)
            for row in rows:
                if not row:
                    continue
                number += 1
                try:
                    if len(row) != len(names):
                        raise invalid_record(f"{len(row)} cells under {len(names)} names")
                    yield from records.read(number, dict(zip(names, row, strict=True)))
                except Refused as refused:
                    yield records.refused(number, refused)
        except csv.Error as error:
            number += 1
            fault = invalid_record(f"{error}; nothing behind it is read")
            yield records.refused(number, fault)
    if not number:
        raise empty("a table without rows")


def read_parquet(file: BinaryIO, place: Place) -> Iterator[Outcome]:
    """The rows of a Parquet file; `rows.parquet#3` is the third.

    Inside an archive it is held in memory, as it is read from its end, so it may be no larger
    than one article.
    """
    records = RecordReader(place)
    number = 0
    try:
        with _seekable(file, place) as source, parquet.ParquetFile(source) as table:
            names = tuple(table.schema_arrow.names)
            found = records.fields.found_in(names)
            if "body" not in found:
                raise no_body(list(names))
            columns = [name for wanted in found.values() for name in wanted]
            for batch in table.iter_batches(_ROWS, columns=columns):
                for record in batch.to_pylist():
                    number += 1
                    try:
                        yield from records.read(number, record)
                    except Refused as refused:
                        yield records.refused(number, refused)
    except (pyarrow.ArrowException, OSError) as error:
        raise corrupt(f"no readable Parquet: {' '.join(str(error).split())}") from error
    if not number:
        raise empty("a table without rows")


@contextmanager
def _seekable(file: BinaryIO, place: Place) -> Iterator[pyarrow.NativeFile]:
    if not place.is_packed:
        yield pyarrow.PythonFile(file, "r")
        return
    raw = file.read(place.rules.max_file_bytes + 1)
    if len(raw) > place.rules.max_file_bytes:
        raise too_large(place.rules.max_file_bytes)
    yield pyarrow.BufferReader(raw)


def _delimiter(header: str, fields: FieldNames) -> str:
    """The mark under which the header names a text; a comma where none does."""
    for mark in _DELIMITERS:
        names = [name.strip() for row in csv.reader([header], delimiter=mark) for name in row]
        if "body" in fields.found_in(tuple(names)):
            return mark
    return ","


def _lines(parts: Iterator[str], most: int) -> Iterator[str]:
    """The text line by line, endings and all, as csv wants it; raises Refused for one too long."""
    begun = ""
    for part in parts:
        *ended, begun = (begun + part).split("\n")
        for line in ended:
            yield line + "\n"
        if len(begun) > most:
            raise too_large(most)
    if begun:
        yield begun


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


@contextmanager
def _cells_up_to(most: int) -> Iterator[None]:
    """Lets a cell be as long as an article: Python's csv stops at 131,072 characters otherwise."""
    before = csv.field_size_limit(most)
    try:
        yield
    finally:
        csv.field_size_limit(before)


_DELIMITERS = (",", ";", "\t", "|")
_ROWS = 256
