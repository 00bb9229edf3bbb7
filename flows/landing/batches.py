"""Gathers what is read into batches whose bytes fit into memory."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from flows.landing.model import Content, Outcome, Refusal, Whole


@dataclass(slots=True)
class Batch:
    """What the ledger keeps in one transaction."""

    contents: list[Content] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    whole: list[Whole] = field(default_factory=list)
    byte_count: int = 0

    def __len__(self) -> int:
        """How many outcomes it holds."""
        return len(self.contents) + len(self.refusals) + len(self.whole)

    def add(self, outcome: Outcome) -> None:
        """Takes in one outcome."""
        match outcome:
            case Content():
                self.contents.append(outcome)
                self.byte_count += len(outcome.raw)
            case Refusal():
                self.refusals.append(outcome)
            case Whole():
                self.whole.append(outcome)


def batches(outcomes: Iterable[Outcome], most: int) -> Iterator[Batch]:
    """Batches of at most `most` outcomes and, but for a single large one, of 32 MiB.

    >>> [len(batch) for batch in batches([Refusal(None, "", "", "")] * 5, 2)]
    [2, 2, 1]
    """
    batch = Batch()
    for outcome in outcomes:
        batch.add(outcome)
        if len(batch) == most or batch.byte_count >= _MOST_BYTES:
            yield batch
            batch = Batch()
    if len(batch):
        yield batch


_MOST_BYTES = 32 * 2**20
