"""Reads what landed: plain text as it is, a page by the text of its article."""

from dataclasses import dataclass, replace
from typing import Literal

from flows.text.model import RecordFields
from flows.text.pages import read_page
from flows.text.reading import Reading, Rejection, read


@dataclass(frozen=True, slots=True)
class ContentRead:
    """The text of a content, or why it has none, and what its markup says about it.

    Text of the form "text" encodes back to the bytes; that of "html" was taken out of the page,
    whose bytes are kept beside it. `encoding` is that of the bytes.
    """

    reading: Reading | Rejection
    form: Literal["text", "html"]
    encoding: str | None
    fields: RecordFields | None = None


def read_content(raw: bytes) -> ContentRead:
    """What `raw` says; no bytes raise an error.

    >>> read_content("<!doctype html><title>عنوان</title><p>أعلنت الحكومة".encode()).form
    'html'
    >>> read_content("أعلنت الحكومة".encode()).reading.text
    'أعلنت الحكومة'
    """
    page = read_page(raw)
    if page is None:
        reading = read(raw)
        encoding = reading.encoding if isinstance(reading, Reading) else None
        return ContentRead(reading, "text", encoding)
    reading = read(page.text.encode("utf-8", "replace"))
    if isinstance(reading, Rejection):
        if reading.reason == "empty":
            reading = replace(reading, detail="a page without text")
        return ContentRead(reading, "html", page.encoding)
    return ContentRead(reading, "html", page.encoding, page.fields)
