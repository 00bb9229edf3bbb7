"""Where a reader stands: the address of what it reads, its container and the rules."""

from dataclasses import dataclass, replace

from flows.landing.formats import is_gzip
from flows.landing.model import NO_FIELDS, Container, Content, Refusal, Refused, Seen
from flows.landing.rules import ReadingRules
from flows.text.model import RecordFields


@dataclass(frozen=True, slots=True)
class Place:
    """A stream of bytes in the landing folder: a file, or a member of an archive.

    `name` says by its ending what the bytes are; `is_member` that they lie in an archive already.
    """

    seen: Seen
    container: Container | None
    rules: ReadingRules
    name: str
    is_member: bool = False

    @property
    def is_packed(self) -> bool:
        """Whether the bytes are unpacked while they are read, from their beginning to their end."""
        return self.is_member or is_gzip(self.name)

    def member(self, name: str) -> "Place":
        """The place of an archive's member."""
        inner = replace(self.seen, path=f"{self.seen.path}/{name}", location="")
        return replace(self, seen=inner, name=name, is_member=True)

    def at(self, number: int) -> "Place":
        """The place of a record: `dump.jsonl#17` is the record in line 17."""
        return replace(self, seen=replace(self.seen, path=f"{self.seen.path}#{number}"))

    def content(self, raw: bytes, key: str = "", fields: RecordFields = NO_FIELDS) -> Content:
        """What stands here."""
        if self.container is None:
            return Content(self.seen, raw)
        seen = replace(self.seen, byte_count=len(raw))
        # Two files of one archive may use the same ids.
        stream = self.seen.path.removeprefix(self.container.seen.path).rpartition("#")[0]
        return Content(
            seen, raw, self.container, f"{stream} {key}".strip() if key else None, fields
        )

    def refusal(self, why: Refused) -> Refusal:
        """Why nothing stands here."""
        detail = why.detail.encode("utf-8", "backslashreplace").decode()
        return Refusal(self.seen, why.reason, detail, why.remedy, self.container)
