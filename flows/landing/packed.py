"""A stream that is unpacked while it is read, and stopped when it swells as a zip bomb does."""

import gzip
import io
from typing import BinaryIO

from flows.landing.faults import too_dense, too_much
from flows.landing.rules import ReadingRules


class Unpacked(io.RawIOBase):
    """Reads `unpacked` and raises Refused when more comes out of `packed` than the rules allow."""

    def __init__(self, unpacked: gzip.GzipFile, packed: BinaryIO, rules: ReadingRules) -> None:
        """`packed` is the stream below, whose position tells how much of it is used up."""
        self._unpacked, self._packed, self._rules = unpacked, packed, rules
        self._begin = packed.tell()
        self._count = 0

    def readable(self) -> bool:
        """It can be read, and nothing else."""
        return True

    def readinto(self, buffer: "memoryview[int] | bytearray") -> int:  # type: ignore[override]
        """Fills `buffer`; raises Refused, and what a damaged stream raises."""
        data = self._unpacked.read(len(buffer))
        buffer[: len(data)] = data
        self._count += len(data)
        used = self._packed.tell() - self._begin
        if self._count > max(self._rules.most_packed * used, _UNHARMFUL):
            raise too_dense(self._rules.most_packed)
        if self._count > self._rules.max_unpacked_bytes:
            raise too_much(self._rules.max_unpacked_bytes)
        return len(data)


_UNHARMFUL = 2**20
