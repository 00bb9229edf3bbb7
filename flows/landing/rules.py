"""By which rules a run reads: the limits that keep memory and time bounded, the names of fields."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from flows.settings import Settings


@dataclass(frozen=True, slots=True)
class ReadingRules:
    """What may be read; sizes are bytes, `most_packed` is unpacked size over packed size.

    `names` maps a field (body, title, url, date, source, author, id) to the name it has in the
    records that land; what it does not name is recognised by lexicon/record_fields.csv.
    """

    settle_seconds: float = 1.0
    max_file_bytes: int = 32 * 2**20
    max_unpacked_bytes: int = 16 * 2**30
    max_members: int = 100_000
    most_packed: int = 200
    names: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, settings: Settings) -> "ReadingRules":
        """The rules that `settings` asks for."""
        return cls(
            settings.settle_seconds,
            settings.max_file_bytes,
            settings.max_unpacked_bytes,
            settings.max_members,
            settings.max_unpack_ratio,
            {str(field): name for field, name in settings.fields.items()},
        )

    @property
    def key(self) -> str:
        """Changes when a container would be read otherwise: it is then read again.

        >>> ReadingRules().key == ReadingRules(settle_seconds=9).key
        True
        >>> ReadingRules().key == ReadingRules(max_members=1).key
        False
        """
        limits = (self.max_file_bytes, self.max_unpacked_bytes, self.max_members, self.most_packed)
        told = json.dumps([limits, dict(self.names)], sort_keys=True, ensure_ascii=False)
        return hashlib.sha256((told + _readers()).encode()).hexdigest()[:16]


@cache
def _readers() -> str:
    digest = hashlib.sha256()
    names = resources.files("flows.lexicon") / "record_fields.csv"
    modules = [file for file in resources.files(__package__).iterdir() if file.is_file()]
    for file in (names, *sorted(modules, key=lambda item: item.name)):
        digest.update(file.read_bytes())
    return digest.hexdigest()
