"""A real Apache Superset on 127.0.0.1, in an environment of its own, made once and then kept."""

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

ROOT = Path(__file__).parents[2]
# The last four are what Superset 6.1.0 itself forgets to ask for, and the dialect for DuckDB.
REQUIREMENTS = (
    "apache-superset==6.1.0",
    "duckdb==1.5.5",
    "duckdb-engine==0.17.0",
    "rich",
    "cachetools",
    "flask-caching==2.3.1",
)
CONFIG = """
SECRET_KEY = "for this test only: its database is thrown away"
SQLALCHEMY_DATABASE_URI = "sqlite:///{folder}/superset.db"
"""
ANALYST = "analyst"


@dataclass(frozen=True)
class Superset:
    """A client of the running server, signed in, and the server's process."""

    http: httpx.Client
    process: psutil.Process

    def post(self, address: str, **fields: object) -> dict[str, Any]:
        """Makes what `fields` describe; fails with Superset's own words."""
        answer = self.http.post(address, json=fields)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def connect(self, news: Path) -> int:
        """Registers the public file as the README says: read-only."""
        extra = {"engine_params": {"connect_args": {"read_only": True}}}
        return self.post(
            "/api/v1/database/",
            database_name=news.parent.name,
            engine="duckdb",
            configuration_method="sqlalchemy_form",
            sqlalchemy_uri=f"duckdb:///{news}",
            extra=json.dumps(extra),
        )["id"]

    def dataset(self, database: int, table: str) -> int:
        """A dataset over one table or view."""
        return self.post("/api/v1/dataset/", database=database, schema="main", table_name=table)[
            "id"
        ]

    def descriptions(self, dataset: int) -> dict[str, str]:
        """What Superset shows of each column."""
        answer = self.http.get(f"/api/v1/dataset/{dataset}").raise_for_status().json()
        return {one["column_name"]: one["description"] for one in answer["result"]["columns"]}

    def chart(self, dataset: int, column: str) -> int:
        """A table chart that counts the rows of each value of `column`."""
        count = {"expressionType": "SQL", "sqlExpression": "count(*)", "label": "count"}
        query = {
            "datasource": {"id": dataset, "type": "table"},
            "queries": [{"columns": [column], "metrics": [count], "row_limit": 1000}],
            "result_format": "json",
            "result_type": "full",
        }
        return self.post(
            "/api/v1/chart/",
            slice_name=f"articles by {column}",
            viz_type="table",
            datasource_id=dataset,
            datasource_type="table",
            params=json.dumps({"viz_type": "table", "groupby": [column], "metrics": [count]}),
            query_context=json.dumps(query),
        )["id"]

    def draw(self, chart: int) -> dict[str | None, int]:
        """What the chart shows now: the count of each value."""
        answer = self.http.get(f"/api/v1/chart/{chart}/data/")
        assert answer.status_code == 200, answer.text
        [result] = answer.json()["result"]
        assert result["error"] is None
        values, counts = result["colnames"]
        return {row[values]: row[counts] for row in result["data"]}

    def holds(self, file: Path) -> list[psutil.Process]:
        """The server's processes that have `file` open."""
        family = [self.process, *self.process.children(recursive=True)]
        return [one for one in family if str(file) in {each.path for each in one.open_files()}]


@pytest.fixture(scope="session")
def environment(pytestconfig: pytest.Config) -> Path:
    """The folder of Superset's own programs; about a minute the first time."""
    uv = os.environ.get("UV") or shutil.which("uv")
    assert uv, "uv makes the environment: pip install uv"
    folder = pytestconfig.cache.mkdir("superset-6.1.0")
    ready = folder / "ready"
    if not ready.exists():
        subprocess.run([uv, "venv", "--clear", "--python", "3.11", folder / "env"], check=True)
        python = folder / "env" / "bin" / "python"
        install = [uv, "pip", "install", "--python", python, *REQUIREMENTS]
        # In the checkout, so that its `exclude-newer` holds for these versions too.
        subprocess.run(install, check=True, cwd=ROOT)
        ready.touch()
    return folder / "env" / "bin"


@pytest.fixture(scope="session")
def superset(environment: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Superset]:
    """A server with an empty database and one user, on a free port."""
    folder = tmp_path_factory.mktemp("superset")
    config = folder / "superset_config.py"
    config.write_text(CONFIG.format(folder=folder))
    program = environment / "superset"
    variables = {
        **os.environ,
        "SUPERSET_CONFIG_PATH": str(config),
        "SUPERSET_HOME": str(folder),
        "FLASK_APP": "superset.app:create_app()",
    }
    log = (folder / "log.txt").open("w+")

    def run(*arguments: str) -> None:
        done = subprocess.run([program, *arguments], env=variables, stdout=log, stderr=log)
        assert done.returncode == 0, (folder / "log.txt").read_text()[-3000:]

    run("db", "upgrade")
    run(
        *("fab", "create-admin", "--username", ANALYST, "--password", ANALYST),
        *("--firstname", "A", "--lastname", "B", "--email", "analyst@example.org"),
    )
    run("init")
    port = _free_port()
    process = subprocess.Popen(
        [
            *(environment / "gunicorn", "--workers", "1", "--threads", "4", "--timeout", "300"),
            *("--bind", f"127.0.0.1:{port}", "superset.app:create_app()"),
        ],
        env=variables,
        stdout=log,
        stderr=log,
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=120) as http:
            _wait_until_healthy(http, process)
            _sign_in(http)
            yield Superset(http, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.wait(60)
        log.close()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_until_healthy(http: httpx.Client, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until:
        assert process.poll() is None, "the server ended by itself"
        try:
            if http.get("/health").status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(1)
    raise AssertionError("the server did not become healthy within five minutes")


def _sign_in(http: httpx.Client) -> None:
    signed = http.post(
        "/api/v1/security/login",
        json={"username": ANALYST, "password": ANALYST, "provider": "db", "refresh": True},
    )
    http.headers["Authorization"] = f"Bearer {signed.raise_for_status().json()['access_token']}"
    token = http.get("/api/v1/security/csrf_token/").raise_for_status().json()["result"]
    http.headers.update({"X-CSRFToken": token, "Referer": str(http.base_url)})
