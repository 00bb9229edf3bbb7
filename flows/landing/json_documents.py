"""Reads a JSON document: one record, an array of them, or an object that holds one array of them.

An array is read record by record, however long it is. An object is read whole, so it may be no
larger than one article.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from flows.landing.faults import empty, invalid_json, invalid_record, too_large
from flows.landing.model import Outcome, Refused
from flows.landing.places import Place
from flows.landing.records import RecordReader
from flows.landing.text_streams import texts


def read_json(file: BinaryIO, place: Place) -> Iterator[Outcome]:
    """The records in their order; `dump.json#17` is the seventeenth.

    Behind a fault in an array nothing can be told apart any more: what stood before it is kept.
    Raises Refused for a document that holds no records.
    """
    text = _Text(texts(file), place.rules.max_file_bytes)
    records = RecordReader(place)
    number = 0
    if text.next_char() == "[":
        text.skip()
        try:
            while text.next_char() not in ("]", ""):
                value, number = text.value(), number + 1
                yield from _read(records, number, value)
                if text.next_char() == ",":
                    text.skip()
                elif text.next_char() != "]":
                    raise invalid_record("the array is not closed; nothing behind it is read")
        except Refused as refused:
            number += 1
            yield records.refused(number, refused)
    elif text.next_char() == "":
        raise empty("a document without a record")
    else:
        try:
            found = records_of(text.value(), records.fields.has_body)
        except Refused as refused:
            yield records.refused(1, refused)
            return
        for value in found:
            number += 1
            yield from _read(records, number, value)
    if not number:
        raise empty("a document without a record")
    records.end()


def _read(records: RecordReader, number: int, value: Any) -> Iterator[Outcome]:  # noqa: ANN401
    try:
        yield from records.read(number, value)
    except Refused as refused:
        yield records.refused(number, refused)


def records_of(document: Any, has_body: Any) -> list[Any]:  # noqa: ANN401
    """The records of a document that is no array.

    >>> records_of({"status": "ok", "articles": [{"text": "خبر"}]}, lambda record: "text" in record)
    [{'text': 'خبر'}]
    >>> records_of({"text": "خبر", "tags": ["أول"]}, lambda record: "text" in record)
    [{'text': 'خبر', 'tags': ['أول']}]
    """
    if not isinstance(document, dict) or has_body(document):
        return [document]
    arrays = [
        value
        for value in document.values()
        if isinstance(value, list) and any(isinstance(one, dict) for one in value)
    ]
    return arrays[0] if len(arrays) == 1 else [document]


class _Text:
    """The text ahead of a reader that takes one JSON value at a time."""

    def __init__(self, parts: Iterator[str], most: int) -> None:
        self._parts, self._most = parts, most
        self._text, self._at = "", 0

    def next_char(self) -> str:
        """The next character that is no white space, which stays ahead; "" at the end."""
        while True:
            found = _VISIBLE.search(self._text, self._at)
            if found is not None:
                self._at = found.start()
                return found.group()
            self._text, self._at = "", 0
            if not self._more():
                return ""

    def skip(self) -> None:
        """Leaves the next character behind."""
        self._at += 1

    def value(self) -> Any:  # noqa: ANN401
        """The next value; raises Refused where there is none, or one that is too large."""
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
                # The text may end in the middle of a number.
                if end < len(self._text) or not self._more():
                    self._at = end
                    return value
            except RecursionError as error:
                raise invalid_json(error) from error
            except ValueError as error:
                if len(self._text) - self._at > self._most:
                    raise too_large(self._most) from error
                if not self._more():
                    raise invalid_json(error) from error

    def _more(self) -> bool:
        """Reads on, each time as much again: a large value is not looked at too often."""
        wanted = max(len(self._text) - self._at, 1)
        parts = [self._text[self._at :]]
        got = 0
        for part in self._parts:
            parts.append(part)
            got += len(part)
            if got >= wanted:
                break
        self._text, self._at = "".join(parts), 0
        return got > 0


_DECODER = json.JSONDecoder()
_VISIBLE = re.compile(r"[^ \t\r\n]")
