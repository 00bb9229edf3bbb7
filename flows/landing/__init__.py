"""What lands: looks through the folder and reads every article in it, whatever it is packed in.

A plain file is one article. A container – JSON, JSON lines, Parquet, CSV, an archive – holds many,
and each of its records is a file of the ledger with an address of its own: `dump.jsonl#17`,
`pack.zip/inner.html`. Nothing is unpacked to disk; memory holds one batch, not one file.
"""

from flows.landing.batches import Batch, batches
from flows.landing.folder import landing_name, scan
from flows.landing.formats import SUFFIXES
from flows.landing.model import Container, Content, Outcome, Refusal, Seen, Whole
from flows.landing.reading import read_page
from flows.landing.rules import ReadingRules

__all__ = [
    "SUFFIXES",
    "Batch",
    "Container",
    "Content",
    "Outcome",
    "ReadingRules",
    "Refusal",
    "Seen",
    "Whole",
    "batches",
    "landing_name",
    "read_page",
    "scan",
]
