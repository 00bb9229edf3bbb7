"""The `rebuild` flow: the public file once more from the ledger; the landing folder stays shut."""

from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

from prefect import State, flow
from prefect.states import Completed
from pydantic import Field

from flows import showing, tasks
from flows.pipeline import Summary
from flows.settings import Settings

Warehouse = Annotated[str, Field(description="Where ledger and public file lie.")]


@flow(
    name="rebuild",
    flow_run_name=tasks.run_name,
    on_failure=[showing.tell_failure],
    on_crashed=[showing.tell_failure],
)
def rebuild(warehouse: Warehouse = "warehouse") -> State[Summary]:
    """The public file is made again from what the ledger keeps, read by the present parser."""
    settings = Settings(warehouse=Path(warehouse))
    with ExitStack() as stack:
        run = tasks.become_writer(stack, settings)
        run.ledger.mark_unpublished()
        tasks.parse_stale(run)
        tasks.publish(run)
        summary = tasks.report(run, "akhbar-rebuild")
    return Completed(message=summary.sentence(), data=summary)
