"""Reads an HTML page: the text of its article, and what the page's markup says about it."""

import codecs
import logging
import re
from dataclasses import dataclass

from flows.text.decoding import BYTE_ORDER_MARKS, UndecodableError, decode
from flows.text.model import RecordFields
from flows.text.titles import with_title
from flows.text.visible import visible_text


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a page's article and the fields of its markup; `encoding` is the page's."""

    text: str
    encoding: str
    fields: RecordFields


def is_html(text: str) -> bool:
    """True for a text that begins as HTML does; a tag in the middle of a text is no sign.

    The tags are those by which browsers tell HTML (WHATWG MIME Sniffing, 7.1), and some of what
    content management systems begin with.

    >>> is_html("<!-- saved --><html>"), is_html("<p>خبر</p>"), is_html("<خبر>"), is_html("<?xml")
    (True, True, False, False)
    """
    return _BEGIN.match(text) is not None


def read_page(raw: bytes) -> Page | None:
    """The article of an HTML page; None for bytes that do not begin as HTML does.

    Of a whole document trafilatura finds the article among the page's furniture; where it finds
    none, and of a fragment such as a record holds, the text is all that a reader would see, a
    line for each block. The page's title stands above a text that does not show it.

    >>> page = read_page("<p>وصل الوفد.<p>وغادر <b>اليوم</b>.".encode())
    >>> page.text
    'وصل الوفد.\\nوغادر اليوم.'
    >>> read_page("وصل الوفد.".encode()) is None
    True
    """
    if not _may_be_html(raw):
        return None
    text, encoding = _decoded(raw)
    if not is_html(text):
        return None
    if _DOCUMENT.search(text) is None:
        return Page(visible_text(text), encoding, RecordFields())
    found, fields = _extracted(text)
    shown = found or visible_text(text)
    return Page(with_title(fields.title, shown) if shown.strip() else "", encoding, fields)


def _may_be_html(raw: bytes) -> bool:
    # Most of what lands is plain text, and is not decoded twice to learn that.
    head = raw[:64].lstrip(b"\xef\xbb\xbf \t\r\n\f")
    return head.startswith(b"<") or head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in head


def _decoded(raw: bytes) -> tuple[str, str]:
    """As browsers do: the mark, else UTF-8, else what the page declares; else by its letters."""
    is_marked = raw.startswith(tuple(BYTE_ORDER_MARKS.values()))
    declared = None if is_marked else _CHARSET.search(raw[:_DECLARED_WITHIN])
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        if declared is not None:
            try:
                encoding = codecs.lookup(declared[1].decode("ascii")).name
                return raw.decode(encoding), _IANA_NAMES.get(encoding, encoding)
            except (LookupError, UnicodeDecodeError):
                pass
    try:
        decoded = decode(raw)
    except UndecodableError:
        return raw.decode("utf-8", "replace"), "utf-8"
    return decoded.text, decoded.encoding


def _extracted(text: str) -> tuple[str | None, RecordFields]:
    # Loaded when the first page lands: it takes half a second, which plain text should not cost.
    from trafilatura import bare_extraction

    # It tells the log of every page without text; the reject tells it better.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            text, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
        )
    except (ValueError, RecursionError):
        return None, RecordFields()
    if found is None or isinstance(found, dict):
        return None, RecordFields()
    return found.text, RecordFields(
        title=found.title or "",
        url=found.url or "",
        published=found.date or "",
        source=found.sitename or "",
        author=found.author or "",
    )


_BEGIN = re.compile(
    r"[\ufeff\s]*<(?:!doctype\s+html|!--|(?:html|head|body|title|meta|link|script|style|iframe|main"
    r"|article|section|header|div|span|p|br|h[1-6]|table|ul|ol|b|i|em|strong|font|center|a|img"
    r"|figure|blockquote)(?=[\s>/]))",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_IANA_NAMES = {"cp1256": "windows-1256", "iso8859-6": "iso-8859-6", "cp1252": "windows-1252"}
# What the markup states; the latest day is fixed, as a fact must not depend on the day of reading.
_DATES = {
    "extensive_search": False,
    "original_date": True,
    "outputformat": "%Y-%m-%dT%H:%M:%S%z",
    "max_date": "2099-12-31",
}
