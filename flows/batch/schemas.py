"""The columns of the frames that go into the ledger, in the order in which rows are made."""

from collections.abc import Mapping

import polars as pl

_SPAN = {"char_start": pl.Int64, "char_end": pl.Int64}
FACTS: Mapping[str, Mapping[str, type[pl.DataType]]] = {
    "facts": {
        "file_id": pl.String,
        "path_hint": pl.String,
        "record_hint": pl.String,
        "form": pl.String,
        "reject_reason": pl.String,
        "reject_detail": pl.String,
        "reject_remedy": pl.String,
        "encoding": pl.String,
        "repair": pl.String,
        "language": pl.String,
        "char_count": pl.Int64,
        "copy_key": pl.String,
        "headline_start": pl.Int64,
        "headline_end": pl.Int64,
        "headline": pl.String,
        "summary_start": pl.Int64,
        "summary_end": pl.Int64,
        "summary": pl.String,
        "published_on": pl.Date,
        "published_at": pl.Datetime,
        "published_is_utc": pl.Boolean,
        "published_precision": pl.String,
        "published_basis": pl.String,
        "published_score": pl.Float64,
        "published_start": pl.Int64,
        "published_end": pl.Int64,
    },
    "lines": {
        "file_id": pl.String,
        "line_no": pl.Int32,
        "segment_no": pl.Int32,
        **_SPAN,
        "text": pl.String,
        "ending": pl.String,
        "role": pl.String,
        "rule": pl.String,
        "score": pl.Float64,
    },
    "source_mentions": {
        "file_id": pl.String,
        "source_id": pl.String,
        "relation": pl.String,
        "surface": pl.String,
        **_SPAN,
        "basis": pl.String,
        "score": pl.Float64,
    },
    "date_mentions": {
        "file_id": pl.String,
        "line_no": pl.Int32,
        **_SPAN,
        "surface": pl.String,
        "type": pl.String,
        "value": pl.String,
        "begin_on": pl.Date,
        "end_on": pl.Date,
        "begin_at": pl.Datetime,
        "begin_is_utc": pl.Boolean,
        "granularity": pl.String,
        "calendar": pl.String,
        "calendar_value": pl.String,
        "modifier": pl.String,
        "anchor_on": pl.Date,
        "rule": pl.String,
        "has_conflict": pl.Boolean,
        "score": pl.Float64,
    },
    "entity_mentions": {
        "file_id": pl.String,
        "line_no": pl.Int32,
        **_SPAN,
        "surface": pl.String,
        "name_key": pl.String,
        "kind": pl.String,
        "entity_id": pl.String,
        "method": pl.String,
        "score": pl.Float64,
    },
    "tags": {"file_id": pl.String, "position": pl.Int32, "tag": pl.String, **_SPAN},
    "related_headlines": {
        "file_id": pl.String,
        "position": pl.Int32,
        "headline": pl.String,
        **_SPAN,
    },
}

LANDED: Mapping[str, type[pl.DataType]] = {
    "landing": pl.String,
    "path": pl.String,
    "byte_count": pl.Int64,
    "modified_ns": pl.Int64,
}
CONTENT: Mapping[str, type[pl.DataType]] = {
    "file_id": pl.String,
    "raw": pl.Binary,
    "container": pl.String,
}
RECORD: Mapping[str, type[pl.DataType]] = {
    "landing": pl.String,
    "path": pl.String,
    "file_id": pl.String,
    "container": pl.String,
    "record_key": pl.String,
    "title": pl.String,
    "url": pl.String,
    "published": pl.String,
    "source": pl.String,
    "author": pl.String,
    "reading_id": pl.String,
}
CONTAINER: Mapping[str, type[pl.DataType]] = {
    "reading_id": pl.String,
    "record_count": pl.Int64,
    "refused_count": pl.Int64,
}
REFUSAL: Mapping[str, type[pl.DataType]] = {
    "reason": pl.String,
    "detail": pl.String,
    "remedy": pl.String,
    "container": pl.String,
}
