"""A Prefect server, worker and deployment on loopback, in a home and a checkout of their own."""

import contextlib
import json
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 240
"""A server on a fresh database takes 40 s here, and longer where other tests run beside it."""


@dataclass(frozen=True)
class Service:
    """What the README's commands have set up: a server, a pool, a worker and the deployments."""

    checkout: Path
    environment: dict[str, str]
    api: str

    def prefect(self, *arguments: str) -> str:
        """Runs a `prefect` command; its output."""
        return self._run("prefect", *arguments)

    def akhbar(self, *arguments: str) -> str:
        """Runs an `akhbar` command in the checkout; its output."""
        return self._run("flows.cli", *arguments)

    def ask(self, path: str, body: object = None, method: str = "POST") -> Any:  # noqa: ANN401
        """Asks the server's API."""
        request = urllib.request.Request(
            self.api + path,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
            method=method,
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        for patience in range(5, -1, -1):
            try:
                with opener.open(request, timeout=60) as response:
                    text = response.read()
                return json.loads(text) if text else None
            except urllib.error.HTTPError as error:
                # The server's SQLite is busy.
                if error.code != 503 or not patience:
                    raise
                time.sleep(1)
        raise AssertionError

    def start(self, deployment: str, **parameters: object) -> str:
        """Asks for a run of `deployment`, such as `ingest/sweep`; its id."""
        deployment_id = self.ask(f"/deployments/name/{deployment}", method="GET")["id"]
        body = {"parameters": parameters, "state": {"type": "SCHEDULED"}}
        return str(self.ask(f"/deployments/{deployment_id}/create_flow_run", body)["id"])

    def flow_run(self, run_id: str) -> dict[str, Any]:
        """What the server knows of a run."""
        found: dict[str, Any] = self.ask(f"/flow_runs/{run_id}", method="GET")
        return found

    def task_runs(self, run_id: str) -> dict[str, str]:
        """The tasks of a run and the names of their states, in their order."""
        where = {"flow_runs": {"id": {"any_": [run_id]}}, "sort": "EXPECTED_START_TIME_ASC"}
        return {
            found["name"]: found["state_name"] for found in self.ask("/task_runs/filter", where)
        }

    def finished(self, run_id: str) -> dict[str, Any]:
        """Waits for the end of a run; what the server then knows of it."""
        ends = {"COMPLETED", "FAILED", "CRASHED", "CANCELLED"}
        wait_until(lambda: self.flow_run(run_id)["state_type"] in ends)
        return self.flow_run(run_id)

    def artifact(self, key: str, run_id: str) -> dict[str, Any]:
        """The artifact that a run left under `key`."""
        where = {"artifacts": {"key": {"any_": [key]}, "flow_run_id": {"any_": [run_id]}}}
        (found,) = self.ask("/artifacts/filter", where)
        return dict(found)

    def runs(self, deployment: str, state: str) -> list[dict[str, Any]]:
        """The runs of `deployment` in the state of this name."""
        where = {
            "deployments": {"name": {"any_": [deployment]}},
            "flow_runs": {"state": {"name": {"any_": [state]}}},
        }
        return list(self.ask("/flow_runs/filter", where))

    def start_worker(self) -> "subprocess.Popen[bytes]":
        """The worker, as the README starts it."""
        return _begin(self, *documented("worker start"))

    def watch(self) -> "subprocess.Popen[bytes]":
        """`akhbar watch` in the checkout."""
        return subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "watch"],
            cwd=self.checkout,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )

    def kill_worker_and_flows(self) -> None:
        """Kills all but the server, at once and without a word."""
        killed = [
            process
            for process in processes_of(self.environment["PREFECT_HOME"])
            if "server" not in process.cmdline()
        ]
        for process in killed:
            process.kill()
        psutil.wait_procs(killed, timeout=30)

    def _run(self, module: str, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=self.checkout,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def documented(beginning: str) -> list[str]:
    """The words behind `uv run prefect` in the one line of the README that begins so."""
    begins = f"uv run prefect {beginning}"
    [line] = [
        line
        for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
        if line.startswith(begins)
    ]
    return shlex.split(line.partition(" <")[0])[3:]


def wait_until(is_so: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
    """Looks twice a second whether `is_so`; fails after `seconds`."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it took too long"
        time.sleep(0.5)


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A server with its worker, up and polling; none of their processes outlives the tests."""
    folder = tmp_path_factory.mktemp("prefect")
    checkout = folder / "checkout"
    for name in ("flows", "sql", "seeds"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "prefect.yaml", checkout)
    port = _free_port()
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PREFECT_", "AKHBAR_"))
    } | {
        "PREFECT_HOME": str(folder / "home"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
        "NO_PROXY": "127.0.0.1",
        "PREFECT_WORKER_QUERY_SECONDS": "2",
        "PREFECT_LOGGING_LEVEL": "INFO",
        "COLUMNS": "200",
    }
    service = Service(checkout, environment, environment["PREFECT_API_URL"])
    started = []
    try:
        started.append(_begin(service, *documented("server start"), "--port", str(port)))
        wait_until(lambda: _is_healthy(service))
        service.prefect(*documented("--no-prompt work-pool create"))
        service.prefect(*documented("--no-prompt deploy"))
        wait_until(lambda: bool(service.runs("sweep", "Scheduled")))
        # The tests say when a run begins; the schedule would add runs of its own.
        for deployment in service.ask("/deployments/filter", {}):
            service.ask(f"/deployments/{deployment['id']}", {"paused": True}, "PATCH")
        started.append(service.start_worker())
        wait_until(lambda: bool(service.ask("/work_pools/akhbar/workers/filter", {})))
        yield service
    finally:
        _end(environment["PREFECT_HOME"])
        for process in started:
            process.wait(timeout=30)


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _begin(service: Service, *arguments: str) -> subprocess.Popen[bytes]:
    with (service.checkout.parent / f"{arguments[0]}.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "prefect", *arguments],
            cwd=service.checkout,
            env=service.environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )


def _is_healthy(service: Service) -> bool:
    try:
        return service.ask("/health", method="GET") is True
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _end(home: str) -> None:
    """Ends every process that works in `home`: asks first, and then does not ask."""
    for end in (psutil.Process.terminate, psutil.Process.kill):
        left = processes_of(home)
        for process in left:
            with contextlib.suppress(psutil.NoSuchProcess):
                end(process)
        psutil.wait_procs(left, timeout=30)
    assert not processes_of(home)


def processes_of(home: str) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        with contextlib.suppress(psutil.Error):
            if process.environ().get("PREFECT_HOME") == home:
                found.append(process)
    return found
