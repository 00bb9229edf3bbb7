"""The `ingest` flow: `akhbar ingest` on a schedule, with retries, history and a table of counts."""

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

from prefect import State, flow
from prefect.states import Completed
from pydantic import Field

from flows import showing, tasks
from flows.pipeline import Summary
from flows.settings import Settings

Seeds = Annotated[str, Field(description="The landing folder; it is only read.")]
Warehouse = Annotated[str, Field(description="Where ledger and public file lie.")]


@flow(
    name="ingest",
    flow_run_name=tasks.run_name,
    on_failure=[showing.tell_failure],
    on_crashed=[showing.tell_failure],
)
def ingest(seeds: Seeds = "seeds", warehouse: Warehouse = "warehouse") -> State[Summary]:
    """What is new in the landing folder becomes part of the public file."""
    settings = Settings(seeds=Path(seeds), warehouse=Path(warehouse))
    with ExitStack() as stack:
        run = tasks.become_writer(stack, settings)
        tasks.keep(run)
        tasks.parse_stale(run)
        tasks.publish(run)
        summary = tasks.report(run, "akhbar-ingest")
    return Completed(message=summary.sentence(), data=summary)
