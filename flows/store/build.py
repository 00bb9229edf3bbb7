"""Builds a public file afresh from the ledger, by the files in sql/."""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pyarrow

from flows.store import sql
from flows.store.checks import promised, run_checks
from flows.store.digests import content_digest

if TYPE_CHECKING:
    import polars as pl


@dataclass(frozen=True, slots=True)
class Origin:
    """What makes a public file, written into its table `meta`."""

    akhbar_version: str
    parser_version: str
    run_id: str
    built_at: datetime
    week_start: int = 6

    @property
    def build_key(self) -> str:
        """Changes when the code or the SQL that makes the public file does."""
        digest = hashlib.sha256(f"{self.akhbar_version} {self.parser_version}".encode())
        for folder in ("tables", "macros", "views", "checks"):
            for file in sql.files(folder):
                digest.update(file.text.encode())
        return digest.hexdigest()[:16]


def build_public(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    lexicon: "Mapping[str, pl.DataFrame]",
    origin: Origin,
) -> None:
    """Makes the public file at `path` from the ledger that `connection` has attached.

    `lexicon` frames are readable as lexicon_<name> meanwhile. The file says that it keeps every
    promise whose breach stops it: `publish` proves that of the finished file, or refuses it.
    """
    connection.execute(sql.with_path("steps/attach_build", path))
    views = [f"lexicon_{name}" for name in lexicon]
    try:
        connection.execute(sql.statement("steps/use_news"))
        connection.execute(sql.statement("steps/set_week_start"), {"week_start": origin.week_start})
        for view, frame in zip(views, lexicon.values(), strict=True):
            connection.register(view, frame.to_arrow())
        connection.execute(sql.statement("steps/find_standing_pairs"))
        _make_objects(connection)
        _fill_operations(connection, origin)
        connection.execute(sql.statement("steps/use_memory"))
        connection.execute(sql.statement("steps/finish_build"))
    finally:
        connection.execute(sql.statement("steps/use_memory"))
        for view in views:
            connection.unregister(view)
        connection.execute(sql.statement("steps/detach_news"))


def _make_objects(connection: duckdb.DuckDBPyConnection) -> None:
    macros = sql.files("macros")
    # Tables may call macros, but not those that read tables themselves.
    made = [
        *((file, "macro") for file in macros if not file.reads_tables),
        *((file, "table") for file in sql.files("tables")),
        *(
            (file, "macro table" if file.is_table_macro else "macro")
            for file in macros
            if file.reads_tables
        ),
        *((file, "view") for file in sql.files("views")),
    ]
    for file, _ in made:
        connection.execute(file.text)
    # Committed together: hundreds of comments, each with a commit of its own, take a second.
    connection.begin()
    for file, kind in made:
        for comment in sql.comment_statements(file, kind):
            connection.execute(comment)
    connection.execute(sql.statement("steps/fill_dictionary"))
    connection.commit()


def _fill_operations(connection: duckdb.DuckDBPyConnection, origin: Origin) -> None:
    connection.execute(
        sql.statement("steps/fill_meta"),
        {
            "akhbar_version": origin.akhbar_version,
            "parser_version": origin.parser_version,
            "build_key": origin.build_key,
            "built_at": origin.built_at,
            "run_id": origin.run_id,
            "content_digest": content_digest(connection),
        },
    )
    results = [*promised(), *run_checks(connection, "warn")]
    rows = [asdict(result) | {"run_id": origin.run_id} for result in results]
    connection.register("incoming", pyarrow.Table.from_pylist(rows))
    connection.execute(sql.statement("steps/fill_check_results"))
    connection.unregister("incoming")
