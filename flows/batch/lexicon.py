"""Frames of the lexicon that sql/tables reads while it builds the public file."""

from collections.abc import Mapping

import polars as pl

from flows.lexicon import rows
from flows.text import knowledge
from flows.text.stemming import known_stems


def lexicon_frames() -> Mapping[str, pl.DataFrame]:
    """Sources, entities and their names, line rules, known stems and the Hijri calendar."""
    entities = [
        (e.entity_id, e.kind, e.name_ar, e.name_en, e.country_code, e.wikidata_id, e.subtype)
        for e in knowledge.entities().values()
    ]
    columns = ("entity_id", "kind", "name_ar", "name_en", "country_code", "wikidata_id", "subtype")
    return {
        "sources": _csv("sources"),
        "entities": _blank_is_null(
            pl.DataFrame(entities, schema=dict.fromkeys(columns, pl.String), orient="row")
        ),
        "entity_names": _entity_names(),
        "rules": _rules(),
        "known_stems": pl.DataFrame(
            list(known_stems().items()),
            schema={"stem": pl.String, "term": pl.String},
            orient="row",
        ),
        "hijri_months": _csv("hijri_months").with_columns(
            pl.col("hijri_year", "hijri_month").cast(pl.Int32),
            pl.col("begin_on").str.to_date(),
        ),
    }


def _entity_names() -> pl.DataFrame:
    columns = {
        "entity_id": pl.String,
        "name": pl.String,
        "is_preferred": pl.Boolean,
        "source": pl.String,
    }
    spellings = [(s.entity_id, s.name, s.is_preferred, s.source) for s in knowledge.spellings()]
    return pl.DataFrame(spellings, schema=columns, orient="row")


def _rules() -> pl.DataFrame:
    words = _csv("line_rules").select(
        rule="id", role="role", sees=pl.concat_str("match", "pattern", separator=": "),
        example="example", counter_example="counter_example", origin="origin",
    )  # fmt: skip
    shapes = _csv("line_shapes").select(rule="id", role="role", sees="sees", origin="origin")
    return pl.concat([words, shapes], how="diagonal")


def _csv(name: str) -> pl.DataFrame:
    return _blank_is_null(pl.DataFrame(rows(name)))


def _blank_is_null(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.when(pl.all() != "").then(pl.all()))
