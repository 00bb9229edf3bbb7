"""Digests of public tables: equal content has equal digests, in whatever order it came.

What differs between two makings of the same content is left out of them.
"""

import hashlib

import duckdb

from flows.store import sql

OF_THE_RUN = (
    "run_id", "kept_at", "built_at", "started_at", "finished_at", "first_seen_at",
    "last_seen_at", "read_at", "valid_from", "valid_to", "duckdb_version", "content_digest",
)  # fmt: skip
"""Columns of run ids, clock readings, and what depends on the version of DuckDB."""

OF_LINEAGE = (
    "article_id", "other_article_id", "file_id", "story_id", "path", "path_count",
    "byte_count", "form", "encoding",
    "first_place", "end_place", "headline_place", "headline_end_place", "places",
)  # fmt: skip
"""Columns by which the same articles differ when they land in another form: ids that follow from
the bytes, their number, form and encoding, names, and places in the index, which go by ids."""

_OF_LONG_TEXTS = ("body", "text")
"""Texts that follow from the bytes, of which file_id is the sum."""


def content_digest(connection: duckdb.DuckDBPyConnection) -> str:
    """One quick digest of all that the file in use says, for its table `meta`."""
    digest = hashlib.sha256()
    for (table,) in connection.execute(sql.statement("steps/content_tables")).fetchall():
        left_out = [*OF_THE_RUN, *_OF_LONG_TEXTS]
        [(of_table,)] = connection.execute(
            sql.statement("steps/quick_digest"), {"table_name": table, "left_out": left_out}
        ).fetchall()
        digest.update(f"{of_table}\n".encode())
    return digest.hexdigest()[:32]
