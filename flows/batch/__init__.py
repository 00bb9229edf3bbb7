"""Bytes to frames of facts, one batch at a time: what the worker processes run.

A pure function of bytes, path hint and parser version: any batching on any number of processes
gives the same rows. The only room that imports polars.
"""

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from importlib.metadata import version
from typing import Any

import polars as pl

from flows.batch import rows
from flows.batch.pages import with_keys, with_pages
from flows.batch.schemas import FACTS
from flows.text.contents import read_content
from flows.text.entities import find_entities_of
from flows.text.entity_spans import Document
from flows.text.reading import Rejection


@cache
def parser_version(week_start: int) -> str:
    """Changes when anything that facts depend on does: text modules, lexicon, calendar."""
    digest = hashlib.sha256(f"{week_start}".encode())
    for library in ("hijridate", "trafilatura", "htmldate", "lxml"):
        digest.update(version(library).encode())
    for package in ("flows.batch", "flows.lexicon", "flows.text"):
        folder = resources.files(package)
        for file in sorted(folder.iterdir(), key=lambda item: item.name):
            if file.is_file():
                digest.update(file.name.encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()[:16]


def facts_of(
    contents: Sequence[tuple[str, bytes, str, str]], run_id: str, version: str, week_start: int
) -> dict[str, pl.DataFrame]:
    """The facts of a batch of (file_id, raw bytes, path hint, record hint): a frame a table."""
    table_rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in FACTS}
    readable = []
    for file_id, raw, path_hint, record_hint in contents:
        origin = rows.Origin(file_id, path_hint, record_hint)
        content = read_content(raw)
        if isinstance(content.reading, Rejection):
            table_rows["facts"].append(rows.rejected(origin, content.form, content.reading))
        else:
            readable.append(rows.parse(origin, content))
    # Cut once: entities and quotations are found among the same pieces.
    documents = [Document.of(parsed.reading.text) for parsed in readable]
    mentions = find_entities_of(documents)
    for parsed, document, entities in zip(readable, documents, mentions, strict=True):
        table_rows["facts"].append(rows.facts(parsed))
        table_rows["lines"] += rows.lines(parsed)
        table_rows["source_mentions"] += rows.sources(parsed)
        table_rows["date_mentions"] += rows.dates(parsed, week_start)
        table_rows["entity_mentions"] += rows.entities(parsed, entities)
        table_rows["quotes"] += rows.quotes(parsed, document, entities)
        table_rows["tags"] += rows.spans(parsed, parsed.article.tags)
        table_rows["wordings"] += rows.wordings(parsed)
        table_rows["related_headlines"] += rows.spans(parsed, parsed.article.related)
    frames = {
        table: pl.DataFrame(table_rows[table], schema=schema, orient="row").with_columns(
            run_id=pl.lit(run_id, pl.String)
        )
        for table, schema in FACTS.items()
    }
    frames["facts"] = with_pages(
        frames["facts"].with_columns(parser_version=pl.lit(version, pl.String)), frames["lines"]
    )
    frames["lines"] = with_keys(frames["lines"])
    return frames
