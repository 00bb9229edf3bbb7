"""What a run leaves on Prefect's page: progress, tables, links, and what to do when it failed."""

from typing import Any, cast
from uuid import UUID

from prefect import Flow, State
from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)
from prefect.client.schemas.objects import FlowRun

from flows.pipeline import Summary
from flows.settings import Settings
from flows.store.checks import CheckResult
from flows.store.reader import open_public

ROW_COUNT = 100
"""A page is for a look; the public file holds the rest."""


class Progress:
    """The artifact `akhbar-progress` of one run; none is made where there is nothing to do."""

    def __init__(self, total: int) -> None:
        """`total` contents are to be read."""
        self._total = total
        self._id: UUID | None = None
        if total:
            # Called where nothing is awaited, it gives the id itself.
            self._id = cast(
                UUID, create_progress_artifact(0.0, "akhbar-progress", self._description(0))
            )

    def show(self, done: int) -> None:
        """`done` of them have been read."""
        if self._id:
            share = 100.0 * done / self._total
            update_progress_artifact(self._id, share, self._description(done))

    def _description(self, done: int) -> str:
        return f"{done:,} of {self._total:,} contents read"


def show_summary(key: str, summary: Summary, settings: Settings) -> None:
    """Tables of what the run counted, loaded, rejected and warned of; links to the files."""
    file = settings.public_file.resolve()
    counts = [{"what": what, "count": count} for what, count in summary.counts()]
    if summary.report_problem:
        counts.append({"what": f"report not written: {summary.report_problem}", "count": 1})
    create_table_artifact(
        counts, key, f"[{file.name}]({file.as_uri()}): `duckdb -readonly '{file}'`"
    )
    if not summary.is_published:
        return  # the page of the run that published shows the rest
    with open_public(settings.public_file) as reader:
        for name, columns, title in _TABLES:
            rows = reader.step(f"run_{name}", run_id=summary.run_id, row_count=ROW_COUNT)
            table = [dict(zip(columns, map(str, row), strict=True)) for row in rows]
            if table:
                create_table_artifact(table, f"akhbar-{name}", title)
    if summary.warnings:
        warned = [
            {"claim": claim, "exceptions": count, "check": name}
            for name, claim, count in summary.warnings
        ]
        create_table_artifact(warned, "akhbar-warnings", "Claims with exceptions")
    for path in (file, settings.report_file.resolve()):
        if path.exists():
            create_link_artifact(path.as_uri(), link_text=path.name, key=f"akhbar-{path.stem}")


def show_checks(results: list[CheckResult]) -> None:
    """A table of the claims that have exceptions, with the first guilty rows."""
    guilty = [
        {
            "check": result.check_name,
            "severity": result.severity,
            "claim": result.claim,
            "rows": result.guilty_count,
            "such as": result.examples,
        }
        for result in results
        if result.guilty_count
    ]
    if guilty:
        create_table_artifact(guilty, "akhbar-check", f"{len(results)} checks were run")


def tell_failure(flow: Flow[Any, Any], flow_run: FlowRun, state: State[Any]) -> None:
    """A flow's hook: the artifact `akhbar-failure` says what happened and what to do.

    Prefect hands its arguments over by these names.
    """
    reason = (state.message or "").removeprefix("Flow run encountered an exception: ")
    remedy = (
        "What was loaded is kept; the next run goes on from there."
        if state.is_crashed()
        else "`akhbar doctor` looks for what else may be wrong."
    )
    create_markdown_artifact(
        f"**{flow.name}**, {flow_run.name}: {state.name}\n\n{reason}\n\n{remedy}",
        "akhbar-failure",
    )


_TABLES = (
    ("articles", ("path", "headline", "publisher", "published on", "status"), "Loaded by this run"),
    ("rejects", ("path", "reason", "detail", "remedy", "when"), "Files that gave no article"),
)
