"""The `rebuild` flow: the public file once more from the ledger; the landing folder stays shut."""

from contextlib import ExitStack
from typing import Annotated

from prefect import flow
from pydantic import Field

from flows import tasks
from flows.pipeline import Summary
from flows.settings import Settings

Warehouse = Annotated[str, Field(description="Where ledger and public file lie.")]


@flow(name="rebuild", flow_run_name=tasks.run_name)
def rebuild(warehouse: Warehouse = "warehouse") -> Summary:
    """The public file is made again from what the ledger keeps, read by the present parser."""
    settings = Settings.model_validate({"warehouse": warehouse})
    with ExitStack() as stack:
        run = tasks.become_writer(stack, settings)
        run.ledger.mark_unpublished()
        tasks.parse_stale(run)
        tasks.publish(run)
        return tasks.report(run, "akhbar-rebuild")
