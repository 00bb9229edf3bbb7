"""`akhbar serve`: a Prefect server, a schedule and a watcher for one warehouse, in one command.

The server and the process that runs the flows are children of this one. What arrives in the
landing folder is loaded once it is quiet there; a sweep on a schedule finds what was missed.
"""

import os
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path

from flows.api import Api, Unreachable
from flows.children import Child
from flows.errors import AkhbarError
from flows.history import History
from flows.settings import Settings
from flows.stopping import until_told
from flows.store.lock import writer_lock
from flows.watching import Burst, changes, require_folder

Say = Callable[[str], None]

_PATIENCE_SECONDS = 300.0


def serve(settings: Settings, port: int, say: Say) -> None:
    """Serves until SIGINT or SIGTERM; then nothing that it started is left.

    Raises AkhbarError when the port is taken, when the warehouse is served already, or when a
    child dies again and again.
    """
    require_folder(settings.seeds)
    folder = settings.service_folder
    with writer_lock(folder / ".lock", 0, "it is served already"), until_told() as stop:
        port = _free_port(port)
        page, api = f"http://127.0.0.1:{port}", Api(f"http://127.0.0.1:{port}/api")
        environment = _environment(folder, page)
        say(f"starting a Prefect server on {page} (half a minute)")
        server = Child("Prefect server", _server(port), environment, folder / "server.log")
        children = [server]
        try:
            _wait_for(api, server, stop)
            if stop.is_set():
                return
            history = History(api)
            history.close_what_was_left()
            runner = Child("runner", _runner(settings), environment, folder / "runner.log")
            children.append(runner)
            say(f"page:    {page}")
            say(f"watches: {settings.seeds}, and looks again every {settings.sweep_seconds} s")
            say(f"public:  {settings.public_file}")
            _attend(settings, server, runner, history, stop, say)
        finally:
            say("ending")
            for child in reversed(children):
                child.end()


def _attend(
    settings: Settings,
    server: Child,
    runner: Child,
    history: History,
    stop: threading.Event,
    say: Say,
) -> None:
    burst = Burst()
    for count in changes(settings.seeds, stop):
        burst.note(count, time.monotonic())
        for child in (server, runner):
            if not child.is_alive():
                say(child.start_again())
                history.must_close = history.must_close or child is runner
        try:
            for line in history.news():
                say(line)
            if burst.is_over(time.monotonic()) and not history.has_request():
                history.request_run()
                burst.take()
        except Unreachable:
            continue  # its child was started again, or is busy: the next look will tell


def _wait_for(api: Api, server: Child, stop: threading.Event) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not stop.is_set() and not api.is_healthy():
        if not server.is_alive() or time.monotonic() > deadline:
            raise AkhbarError(server.log, "the Prefect server did not start", "It says why.")
        stop.wait(0.5)


def _server(port: int) -> list[str]:
    return ["prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)]


def _runner(settings: Settings) -> list[str]:
    folders = (str(folder.resolve()) for folder in (settings.seeds, settings.warehouse))
    return ["flows.serving", *folders, str(settings.sweep_seconds)]


def _environment(folder: Path, page: str) -> dict[str, str]:
    """A Prefect of its own: no profile, server or key of the user's, and nothing phones home."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PREFECT_") or name.startswith("PREFECT_LOGGING_")
    }
    return kept | {
        "PREFECT_HOME": str(folder.resolve()),
        "PREFECT_API_URL": f"{page}/api",
        "PREFECT_UI_API_URL": f"{page}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_CLI_PROMPT": "false",
        "PREFECT_SERVER_SERVICES_DB_VACUUM_ENABLED": "events,flow_runs",
        "DO_NOT_TRACK": "1",
        "NO_PROXY": "127.0.0.1",
        "no_proxy": "127.0.0.1",
        "PYTHONUNBUFFERED": "1",
    }


def _free_port(wanted: int) -> int:
    """`wanted`, or any free port where that is 0; raises AkhbarError when it is taken."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", wanted))
        except OSError as error:
            raise AkhbarError(
                f"127.0.0.1:{wanted}",
                f"the port cannot be used ({error.strerror})",
                "Name another one with --port, or end what listens there.",
            ) from error
        return int(listener.getsockname()[1])
