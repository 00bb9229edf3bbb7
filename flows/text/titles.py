"""Puts the title of a record or page above a text that does not show it."""

import re
from itertools import islice

from flows.text.folding import fold


def with_title(title: str, text: str) -> str:
    r"""`text` under `title`, or as it is where one of its first lines is the title already.

    Spelling variants and spaces do not count, and a title may carry its site's name behind it.

    >>> with_title("عنوان الخبر", "عنوان  الخبر\nوصل الوفد.")
    'عنوان  الخبر\nوصل الوفد.'
    >>> with_title("عنوان الخبر - موقع الأخبار", "عنوان الخبر\nوصل الوفد.")
    'عنوان الخبر\nوصل الوفد.'
    >>> with_title("عنوان", "وصل الوفد.")
    'عنوان\nوصل الوفد.'
    """
    title = " ".join(title.split())
    if not title or shows(title, text):
        return text
    return f"{title}\n{text}"


def shows(title: str, text: str) -> bool:
    """Whether one of the first lines of `text` is the title.

    >>> shows("عنوان الخبر", "وصل الوفد.")
    False
    """
    wanted = {_plain(title), *map(_plain, _heads(title))}
    longest = 2 * len(title) + 20  # marks and spaces apart, no line this long is the title
    # Further down it is repeated among the page's furniture, if it stands there.
    head = islice((line for line in text.splitlines() if line.strip()), _HEAD)
    return any(len(line) < longest and _plain(line) in wanted for line in head)


def _heads(title: str) -> list[str]:
    return [title[: cut.start()] for cut in _CUT.finditer(title) if " " in title[: cut.start()]]


def _plain(text: str) -> str:
    return " ".join(fold(text).split())


_HEAD = 8
_CUT = re.compile(r"\s+[-–—|]\s+|\s*\|\s*")
