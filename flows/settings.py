"""Paths and knobs, read once from arguments and AKHBAR_* environment variables, then frozen."""

import os
from pathlib import Path
from typing import Literal

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

RecordField = Literal["body", "title", "url", "date", "source", "author", "id"]


class Settings(BaseSettings):
    """Everything that a run may be told.

    >>> Settings(warehouse=Path("w")).public_file.name
    'news.duckdb'
    """

    model_config = SettingsConfigDict(env_prefix="AKHBAR_", frozen=True, extra="forbid")

    seeds: Path = Field(default=Path("seeds"), description="The landing folder; it is only read.")
    warehouse: Path = Field(
        default=Path("warehouse"), description="Where ledger and public file lie."
    )
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        description="Processes for the text work.",
    )
    batch_size: int = Field(
        default=250, ge=1, description="Articles that one process parses at a time."
    )
    week_starts_on: Literal["saturday", "sunday", "monday"] = Field(
        default="sunday", description="First day of the week, for “last week” and the calendar."
    )
    settle_seconds: float = Field(
        default=1.0,
        ge=0,
        description="A file that is younger is looked at twice before it is read.",
    )
    lock_wait_seconds: float = Field(
        default=10.0, ge=0, description="How long to wait for another writer before giving up."
    )
    max_file_bytes: int = Field(
        default=32 * 2**20,
        ge=1,
        description="Larger articles are refused.",
    )
    max_unpacked_bytes: int = Field(
        default=16 * 2**30, ge=1, description="Archives that unpack to more are refused."
    )
    max_unpack_ratio: int = Field(
        default=200, ge=1, description="What unpacks to more times its size is taken for a bomb."
    )
    max_members: int = Field(
        default=100_000, ge=1, description="Archives with more members are refused."
    )
    fields: dict[RecordField, str] = Field(
        default_factory=dict,
        description='Names of records\' fields that are not recognised: {"body": "…"}.',
    )
    sweep_seconds: int = Field(
        default=900, ge=1, description="How often `serve` looks for what the watcher missed."
    )
    kept_snapshots: int = Field(default=3, ge=1, description="Public files kept for going back.")
    memory_limit: str = Field(
        default="1GB",
        pattern=r"^\d+ ?[KMGT]i?B$",
        description="What DuckDB may use before it spills.",
    )

    @property
    def week_start(self) -> int:
        """The first day of the week, counted from Monday 0 to Sunday 6 as `datetime` does."""
        return {"monday": 0, "saturday": 5, "sunday": 6}[self.week_starts_on]

    @property
    def ledger_file(self) -> Path:
        """The writer's own state; readers leave it alone."""
        return self.warehouse / "ledger.duckdb"

    @property
    def public_file(self) -> Path:
        """The file that analysts and BI tools open."""
        return self.warehouse / "news.duckdb"

    @property
    def report_file(self) -> Path:
        """The public file as a page for people, written at each publication."""
        return self.warehouse / "report.html"

    @property
    def lock_file(self) -> Path:
        """Held by the one process that writes."""
        return self.warehouse / ".lock"

    @property
    def service_folder(self) -> Path:
        """The Prefect server that `serve` starts: its database, and the logs."""
        return self.warehouse / ".prefect"

    @property
    def snapshot_folder(self) -> Path:
        """The last public files, the current one among them, as hard links."""
        return self.warehouse / "snapshots"

    @property
    def spill_folder(self) -> Path:
        """Where DuckDB puts what does not fit into memory."""
        return self.warehouse / ".spill"
