"""Frames of what stands in the landing folder."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

import polars as pl

from flows.batch.schemas import CONTENT, LANDED, REFUSAL
from flows.landing import Content, Refusal, Seen


def seen_frame(page: Sequence[Seen], landing: str) -> pl.DataFrame:
    """The names of a page, to ask the ledger which of them are new."""
    return pl.DataFrame([_landed(seen, landing) for seen in page], schema=LANDED, orient="row")


def contents_frame(
    contents: Sequence[Content], landing: str, run_id: str, now: datetime
) -> pl.DataFrame:
    """What the ledger keeps of files that were just read."""
    rows = [
        (*_landed(content.seen, landing), hashlib.sha256(content.raw).hexdigest(), content.raw)
        for content in contents
    ]
    return pl.DataFrame(rows, schema={**LANDED, **CONTENT}, orient="row").with_columns(
        run_id=pl.lit(run_id, pl.String), kept_at=pl.lit(now), last_seen_at=pl.lit(now)
    )


def refusals_frame(
    refusals: Sequence[Refusal], landing: str, run_id: str, now: datetime
) -> pl.DataFrame:
    """What the ledger keeps of names that gave no content."""
    rows = [
        (*_landed(refusal.seen, landing), refusal.reason, refusal.detail, refusal.remedy)
        for refusal in refusals
    ]
    return pl.DataFrame(rows, schema={**LANDED, **REFUSAL}, orient="row").with_columns(
        run_id=pl.lit(run_id, pl.String), first_seen_at=pl.lit(now)
    )


def _landed(seen: Seen, landing: str) -> tuple[str, str, int, int]:
    return landing, seen.path, seen.byte_count, seen.modified_ns
