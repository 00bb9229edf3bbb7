"""Frames of what stands in the landing folder."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime

import polars as pl

from flows.batch.schemas import CONTAINER, CONTENT, LANDED, RECORD, REFUSAL
from flows.landing import Batch, Seen


@dataclass(frozen=True, slots=True)
class Reading:
    """Who reads: the landing folder as the ledger knows it, the run, the rules, the time."""

    landing: str
    run_id: str
    rules_key: str
    now: datetime


def seen_frame(page: Sequence[Seen], landing: str, rules_key: str) -> pl.DataFrame:
    """The names of a page, to ask the ledger which of them are new."""
    frame = pl.DataFrame([_landed(seen, landing) for seen in page], schema=LANDED, orient="row")
    return frame.with_columns(rules_key=pl.lit(rules_key))


def landed_frames(batch: Batch, reading: Reading) -> Mapping[str, pl.DataFrame]:
    """What the ledger keeps of a batch: contents, records, refusals, containers read whole."""
    landing = reading.landing
    contents = [
        (
            *_landed(content.seen, landing),
            hashlib.sha256(content.raw).hexdigest(),
            content.raw,
            content.container.seen.path if content.container else None,
        )
        for content in batch.contents
    ]
    records = [
        (
            landing,
            content.seen.path,
            row[4],
            content.container.seen.path,
            content.key,
            *astuple(content.fields),
            content.container.reading_id,
        )
        for content, row in zip(batch.contents, contents, strict=True)
        if content.container is not None
    ]
    refusals = [
        (
            *_landed(refusal.seen, landing),
            refusal.reason,
            refusal.detail,
            refusal.remedy,
            refusal.container.seen.path if refusal.container else None,
        )
        for refusal in batch.refusals
    ]
    containers = [
        (
            *_landed(whole.container.seen, landing),
            whole.container.reading_id,
            whole.record_count,
            whole.refused_count,
        )
        for whole in batch.whole
    ]
    run_id, now = pl.lit(reading.run_id, pl.String), pl.lit(reading.now)
    frames = {
        "contents": _frame(contents, {**LANDED, **CONTENT}, kept_at=now, last_seen_at=now),
        "records": _frame(records, RECORD),
        "refusals": _frame(refusals, {**LANDED, **REFUSAL}, first_seen_at=now),
        "containers": _frame(
            containers, {**LANDED, **CONTAINER}, rules_key=pl.lit(reading.rules_key), read_at=now
        ),
    }
    return {name: frame.with_columns(run_id=run_id) for name, frame in frames.items()}


def _frame(
    rows: Sequence[tuple[object, ...]],
    schema: Mapping[str, type[pl.DataType]],
    **more: pl.Expr,
) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=schema, orient="row").with_columns(**more)


def _landed(seen: Seen, landing: str) -> tuple[str, str, int, int]:
    return landing, seen.path, seen.byte_count, seen.modified_ns
