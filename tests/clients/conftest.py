"""A published warehouse, and DuckDB's own command line in the versions that people have."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from flows import pipeline
from flows.settings import Settings

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
CommandLine = Callable[..., str]


def publish(warehouse: Path, files: list[Path]) -> Path:
    """Lets `files` land and publishes; where the public file is."""
    seeds = warehouse.parent / "seeds"
    seeds.mkdir(exist_ok=True)
    for file in files:
        shutil.copy(file, seeds)
    settings = Settings(seeds=seeds, warehouse=warehouse, settle_seconds=0, workers=1)
    assert pipeline.ingest(settings).is_published
    return settings.public_file


@pytest.fixture(scope="session")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("clients") / "warehouse", SEEDS)


@pytest.fixture(scope="session", params=["1.4.4", "1.5.5"])
def duckdb_command(request: pytest.FixtureRequest) -> CommandLine:
    """Runs statements in DuckDB's command line and returns what it prints."""
    uv = os.environ.get("UV") or shutil.which("uv")
    if not uv:
        pytest.skip("uv fetches DuckDB's command line: pip install uv")
    command = [uv, "tool", "run", "--quiet", "--from", f"duckdb-cli=={request.param}", "duckdb"]
    tried = subprocess.run([*command, "-version"], capture_output=True, text=True, cwd=ROOT.anchor)
    if tried.returncode:
        pytest.skip(f"duckdb-cli {request.param} cannot be fetched: {tried.stderr.strip()}")
    assert request.param in tried.stdout

    def run(news: Path, *statements: str) -> str:
        more = [part for statement in statements for part in ("-c", statement)]
        done = subprocess.run(
            [*command, "-readonly", news, "-json", *more],
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run
