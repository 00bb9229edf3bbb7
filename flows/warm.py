"""Runs of served flows begin as forks of a process that has imported Prefect and the flows.

The runner spawns a process for each run, which imports both anew: three seconds of a core, nearly
all that a sweep costs that finds nothing. A fork server does it once. It only imports, so what it
forks inherits no thread, connection or lock; each run is still a process of its own, which may be
killed and gives back its memory.
"""

import multiprocessing
from multiprocessing import forkserver
from types import SimpleNamespace

from prefect import flow_engine


def fork_runs(*modules: str) -> None:
    """From now on runs begin as forks of a process that has imported `modules`."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(modules))
    # At once, so that the first run need not wait for it either.
    forkserver.ensure_running()
    # Prefect has no setting for it: `run_flow_in_subprocess` asks for the context by this name.
    substitute = SimpleNamespace(get_context=lambda _method: context)
    flow_engine.multiprocessing = substitute  # type: ignore[attr-defined, assignment]
