"""Writes the public tables as Parquet, for tools that do not read DuckDB."""

import json
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from flows.errors import AkhbarError
from flows.store.reader import Reader

MANIFEST = "export.json"
_PARTITION = "published_month"


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """A table as it was written: how many rows, and by which column its folders are split."""

    name: str
    row_count: int
    partitioned_by: str | None


def export_parquet(reader: Reader, folder: Path) -> list[ExportedTable]:
    """Writes every public table below `folder`; a former export there is replaced as a whole.

    A table whose rows belong to articles becomes a folder for each month of publication, `unknown`
    where there is none, in the way that Hive names them and other tools read them; the others are
    one file. The export is written beside `folder` and renamed, so that nobody sees half of one.

    Raises AkhbarError when `folder` holds something else: nothing of a stranger's is deleted.
    """
    folder = folder.absolute()
    if folder.exists() and not _may_be_replaced(folder):
        raise AkhbarError(
            folder, "there is something else in it", "Name an empty folder, or one that is not yet."
        )
    folder.parent.mkdir(parents=True, exist_ok=True)
    mark = f"{folder.name}-{uuid.uuid4().hex[:8]}"
    fresh, former = folder.with_name(f".new-{mark}"), folder.with_name(f".old-{mark}")
    try:
        tables = [
            _write(reader, name, has_months, fresh)
            for name, has_months in reader.step("export_tables")
        ]
        _write_manifest(reader, tables, fresh)
        if folder.exists():
            folder.rename(former)
        fresh.rename(folder)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(former, ignore_errors=True)
    return tables


def _may_be_replaced(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MANIFEST).is_file() or not any(folder.iterdir()))


def _write(reader: Reader, table: str, has_months: bool, folder: Path) -> ExportedTable:
    target = folder / table
    target.mkdir(parents=True)
    if has_months:
        step, path = "export_by_month", target
    else:
        step, path = "export_whole", target / f"{table}.parquet"
    [(row_count,)] = reader.step(step, table_name=table, path=str(path))
    return ExportedTable(table, row_count, _PARTITION if has_months else None)


def _write_manifest(reader: Reader, tables: list[ExportedTable], folder: Path) -> None:
    [(akhbar_version, parser_version, run_id)] = reader.step("export_origin")
    manifest = {
        "akhbar_version": akhbar_version,
        "parser_version": parser_version,
        "run_id": run_id,
        "tables": {
            table.name: {"rows": table.row_count, "partitioned_by": table.partitioned_by}
            for table in tables
        },
    }
    (folder / MANIFEST).write_text(
        json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
