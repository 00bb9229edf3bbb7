"""The `check` flow: `akhbar check` on a schedule; a broken promise fails it."""

from pathlib import Path
from typing import Annotated

from prefect import State, flow
from prefect.states import Completed
from pydantic import Field

from flows import showing, tasks
from flows.settings import Settings
from flows.store.checks import CheckResult

Warehouse = Annotated[str, Field(description="Where ledger and public file lie.")]


@flow(
    name="check",
    flow_run_name=tasks.run_name,
    on_failure=[showing.tell_failure],
    on_crashed=[showing.tell_failure],
)
def check(warehouse: Warehouse = "warehouse") -> State[list[CheckResult]]:
    """Runs every check on the public file as readers see it; guilty rows are named."""
    results = tasks.check(Settings(warehouse=Path(warehouse)))
    warned = sum(1 for result in results if result.guilty_count)
    return Completed(message=f"{len(results)} checks, {warned} with warnings", data=results)
