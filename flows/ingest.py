"""The `ingest` flow: `akhbar ingest` on a schedule, with retries, history and a table of counts."""

from contextlib import ExitStack
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows import tasks
from flows.pipeline import Summary
from flows.settings import Settings

Seeds = Annotated[str, Field(description="The landing folder; it is only read.")]
Warehouse = Annotated[str, Field(description="Where ledger and public file lie.")]


@flow(name="ingest", flow_run_name=tasks.run_name)
def ingest(seeds: Seeds = "seeds", warehouse: Warehouse = "warehouse") -> Summary:
    """What is new in the landing folder becomes part of the public file."""
    settings = Settings.model_validate({"seeds": seeds, "warehouse": warehouse})
    with ExitStack() as stack:
        run = tasks.become_writer(stack, settings)
        tasks.keep(run)
        tasks.parse_stale(run)
        tasks.publish(run)
        return tasks.report(run, "akhbar-ingest")
