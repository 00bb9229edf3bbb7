"""Reads JSON lines: one record a line, each line on its own, so that a bad one spoils no other."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from flows.landing.faults import empty, invalid_json, too_large
from flows.landing.model import Outcome, Refused
from flows.landing.places import Place
from flows.landing.records import RecordReader
from flows.landing.text_streams import chunks, decoded, lines


def read_json_lines(file: BinaryIO, place: Place) -> Iterator[Outcome]:
    """The record of each line that is not blank; `dump.jsonl#17` is line 17."""
    records = RecordReader(place)
    most = place.rules.max_file_bytes
    is_empty = True
    for number, line in enumerate(lines(chunks(file), most), 1):
        if line is not None and not line.strip():
            continue
        is_empty = False
        try:
            if line is None:
                raise too_large(most)
            yield from records.read(number, _parsed(line))
        except Refused as refused:
            yield records.refused(number, refused)
    if is_empty:
        raise empty("no line holds a record")
    records.end()


def _parsed(line: bytes) -> object:
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError:
        text = decoded(line)
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise invalid_json(error) from error
