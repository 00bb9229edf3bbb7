"""What a record's field says, as text: values of JSON, of tables and of nested objects."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any


def text_of(record: Mapping[str, Any], names: Iterable[str], joined_by: str) -> str:
    r"""The first of the fields `names` that says something, or ""; parts of a list are joined.

    >>> text_of({"text": " ", "content": ["أول", "ثان"]}, ("text", "content"), "\n")
    'أول\nثان'
    >>> text_of({"source": {"id": None, "name": "الجزيرة"}}, ("source",), ", ")
    'الجزيرة'
    """
    for name in names:
        text = _text(record[name], joined_by)
        if text is not None and text.strip():
            return text
    return ""


def _text(value: Any, joined_by: str) -> str | None:  # noqa: ANN401
    match value:
        case str():
            return value
        case None | bool():
            return None
        case float() if value != value or abs(value) == float("inf"):
            return None
        case float() if value.is_integer():
            return str(int(value))
        case datetime() | date():
            return value.isoformat()
        case bytes():
            return value.decode("utf-8", "surrogateescape")
        case Mapping():
            return next(
                (text for name in _INNER if (text := _text(value.get(name), joined_by))), None
            )
        case list() | tuple():
            parts = [text for one in value if (text := _text(one, joined_by))]
            return joined_by.join(parts) if parts else None
    return str(value)


# WordPress writes {"rendered": …}, NewsAPI {"id": …, "name": …}, XML turned to JSON {"#text": …}.
_INNER = ("rendered", "name", "text", "value", "#text", "title", "url")
