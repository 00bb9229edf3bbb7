"""What the readers of the landing folder hand on: contents, refusals, containers read whole."""

from dataclasses import dataclass

from flows.text.model import RecordFields

NO_FIELDS = RecordFields()


@dataclass(frozen=True, slots=True)
class Seen:
    """A name in the landing folder as it was when looked at.

    `path` is the name inside the folder, fit to be stored; `location` is where to open it. A
    record's `path` is its address inside its container, and it has no location of its own.
    """

    path: str
    location: str
    byte_count: int
    modified_ns: int

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder that could not be listed; the landing folder's path is empty.

        >>> [Seen(path, "", 0, 0).is_folder for path in ("in/", "", "in/a.txt")]
        [True, True, False]
        """
        return not self.path or self.path.endswith("/")


@dataclass(frozen=True, slots=True)
class Container:
    """A file that holds records, during one reading of it."""

    seen: Seen
    reading_id: str


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one article; `container` is where it was found, None for a plain file.

    `key` tells a record from all others of its container, wherever it stands: an address of the
    web or an id; None where it has none. `fields` is what it says beside the text.
    """

    seen: Seen
    raw: bytes
    container: Container | None = None
    key: str | None = None
    fields: RecordFields = NO_FIELDS


@dataclass(frozen=True, slots=True)
class Refusal:
    """A name or record that gives no content, why, and what to do about it.

    `reason` is a word of lexicon/reject_reasons.csv.
    """

    seen: Seen
    reason: str
    detail: str
    remedy: str
    container: Container | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A container that was read to its end while it did not change."""

    container: Container
    record_count: int
    refused_count: int


Outcome = Content | Refusal | Whole


class Refused(Exception):
    """Raised where a stream stops being readable; becomes the Refusal of what was being read."""

    def __init__(self, reason: str, detail: str, remedy: str) -> None:
        """`reason` is a word of lexicon/reject_reasons.csv."""
        super().__init__(detail)
        self.reason, self.detail, self.remedy = reason, detail, remedy
