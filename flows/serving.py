"""The child of `akhbar serve` that runs the flows when they are due: no pool, no worker.

One run at a time: what falls due meanwhile waits for its turn.
"""

import asyncio
import sys
from datetime import timedelta
from typing import Any

from prefect import Flow
from prefect.runner import Runner
from prefect.types.entrypoint import EntrypointType

from flows.check import check
from flows.ingest import ingest
from flows.rebuild import rebuild
from flows.warm import fork_runs

_LOOK_SECONDS = 2


async def serve(seeds: str, warehouse: str, sweep_seconds: int) -> None:
    """Serves the flows for the two folders until it is told to end."""
    fork_runs("prefect.runner", "flows.ingest", "flows.check", "flows.rebuild")
    runner = Runner("akhbar", query_seconds=_LOOK_SECONDS, limit=1, pause_on_shutdown=False)
    in_warehouse = {"warehouse": warehouse}
    served: tuple[tuple[Flow[..., Any], str, dict[str, str], timedelta | None], ...] = (
        (ingest, "sweep", in_warehouse | {"seeds": seeds}, timedelta(seconds=sweep_seconds)),
        (check, "daily", in_warehouse, timedelta(days=1)),
        (rebuild, "by-hand", in_warehouse, None),
    )
    for flow, name, parameters, interval in served:
        await runner.aadd_flow(
            flow,
            name=name,
            parameters=parameters,
            interval=interval,
            tags=["akhbar"],
            # By module, not by file: the flows are found wherever the program is installed.
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
    await runner.start()


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], sys.argv[2], int(sys.argv[3])))
