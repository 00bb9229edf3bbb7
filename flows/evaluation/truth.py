"""Reads the truth that pages are measured against: JSON lines, plain or packed, and its clutter."""

import csv
import gzip
import json
import lzma
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from flows.errors import AkhbarError

_OPENERS: dict[str, Callable[..., TextIO]] = {".xz": lzma.open, ".gz": gzip.open}


@dataclass(frozen=True, slots=True)
class Truth:
    """What is known of one file; None where the truth does not tell."""

    file: str
    outlet: str | None
    title: str | None
    body: str | None
    published: datetime | None


@dataclass(frozen=True, slots=True)
class Clutter:
    """What the truth's own bodies hold that is no article, as patterns for each outlet."""

    patterns: dict[str, tuple[re.Pattern[str], ...]]

    def taken_out(self, text: str, outlet: str) -> str:
        """`text` without the clutter of `outlet`.

        >>> clutter = Clutter({"paper": (re.compile("SMS.*"),)})
        >>> clutter.taken_out("خبر SMS 123", "paper"), clutter.taken_out("خبر SMS 123", "wire")
        ('خبر  ', 'خبر SMS 123')
        """
        for pattern in self.patterns.get(outlet, ()):
            text = pattern.sub(" ", text)
        return text


def read_truth(path: Path) -> Iterator[Truth]:
    """The rows of a truth file, plain, .xz or .gz: file, outlet, title, body, published.

    `file` is a path below the folder that is measured; the others may be null or absent. Raises
    AkhbarError that names the line for what cannot be read.
    """
    number = 0
    try:
        with _OPENERS.get(path.suffix, open)(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                number += 1
                if line.strip():
                    yield _truth(json.loads(line))
    except OSError as error:
        reason = error.strerror or "it is not packed as its name says"
        raise AkhbarError(path, reason, "Name a .jsonl, .jsonl.xz or .jsonl.gz file.") from error
    except (EOFError, lzma.LZMAError, UnicodeDecodeError) as error:
        raise AkhbarError(path, "it is cut short or not packed text", "Fetch it again.") from error
    except (ValueError, TypeError, KeyError) as error:
        remedy = 'Each line is an object such as {"file": "a.txt", "outlet": "was", "title": "…"}.'
        raise AkhbarError(f"{path}, line {number}", _said(error), remedy) from error


def read_clutter(path: Path | None) -> Clutter:
    """The clutter of a CSV file with the columns outlet and pattern; none without a file.

    Raises AkhbarError for a file that cannot be read or a pattern that is none.
    """
    patterns: dict[str, tuple[re.Pattern[str], ...]] = {}
    if path is None:
        return Clutter(patterns)
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                pattern = re.compile(row["pattern"], re.MULTILINE)
                patterns[row["outlet"]] = (*patterns.get(row["outlet"], ()), pattern)
    except OSError as error:
        raise AkhbarError(path, error.strerror or "cannot be read", "Name a CSV file.") from error
    except (ValueError, KeyError, TypeError, re.error) as error:
        remedy = "Its columns are outlet and pattern, a regular expression."
        raise AkhbarError(path, _said(error), remedy) from error
    return Clutter(patterns)


def _truth(row: dict[str, Any]) -> Truth:
    texts = [row["file"], row.get("outlet"), row.get("title"), row.get("body")]
    if not isinstance(texts[0], str) or any(not isinstance(text, str | None) for text in texts):
        raise TypeError("file, outlet, title and body are texts")
    published = row.get("published")
    at = datetime.fromisoformat(published).replace(tzinfo=None) if published else None
    return Truth(texts[0], texts[1], texts[2] or None, texts[3] or None, at)


def _said(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"there is no {error.args[0]}"
    return " ".join(str(error).split()).rstrip(".")
