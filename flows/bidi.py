"""Keeps right-to-left text in its own cell on terminals that know the bidirectional algorithm."""

import re

_RIGHT_TO_LEFT_ISOLATE, _POP_ISOLATE = "\u2067", "\u2069"
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")


def has_arabic(text: str) -> bool:
    """True for a text that holds an Arabic character."""
    return _ARABIC.search(text) is not None


def isolated(text: str) -> str:
    """`text` as an isolate that runs from right to left, whatever stands beside it."""
    return f"{_RIGHT_TO_LEFT_ISOLATE}{text}{_POP_ISOLATE}"


def cell(value: object) -> str:
    """A value as one row of text for a table; None shows as nothing.

    >>> cell(None), cell(0.95), cell("Reuters")
    ('', '0.95', 'Reuters')
    """
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.4g}"
    text = " ".join(str(value).split())
    return isolated(text) if has_arabic(text) else text
