"""prefect.yaml names flows, parameters and schedules that exist."""

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect.client.schemas.objects import ConcurrencyLimitStrategy
from prefect.client.schemas.schedules import CronSchedule
from prefect.flows import load_flow_from_entrypoint

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "prefect.yaml").read_text(encoding="utf-8")
DEPLOYMENTS: list[dict[str, Any]] = yaml.safe_load(TEXT)["deployments"]
FLOW_MODULES = {
    "tasks.py",
    "showing.py",
    "silence.py",
    "ingest.py",
    "rebuild.py",
    "check.py",
    "serving.py",
    "warm.py",
}

each_deployment = pytest.mark.parametrize(
    "deployment", DEPLOYMENTS, ids=[deployment["name"] for deployment in DEPLOYMENTS]
)


@each_deployment
def test_entrypoint_is_a_flow_that_takes_the_parameters(
    deployment: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    flow = load_flow_from_entrypoint(deployment["entrypoint"], use_placeholder_flow=False)
    assert deployment["enforce_parameter_schema"]
    assert flow.validate_parameters(deployment["parameters"]) == deployment["parameters"]
    assert deployment["parameters"].keys() == flow.parameters.properties.keys()


@each_deployment
def test_schedule_is_one_that_prefect_understands(deployment: dict[str, Any]) -> None:
    for schedule in deployment.get("schedules", []):
        assert CronSchedule(**schedule).timezone == "Asia/Riyadh"


@each_deployment
def test_runs_of_a_deployment_never_overlap(deployment: dict[str, Any]) -> None:
    limit = deployment["concurrency_limit"]
    assert limit["limit"] == 1
    assert ConcurrencyLimitStrategy(limit["collision_strategy"])


def test_no_path_of_a_machine_is_written_down() -> None:
    assert not re.search(r"(^|[\s'\"=:])(/\w|~|[A-Z]:\\)", TEXT, re.MULTILINE)


@pytest.mark.parametrize("module", sorted((ROOT / "flows").rglob("*.py")), ids=lambda p: p.name)
def test_only_the_flow_modules_import_prefect(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imported = {
        name.partition(".")[0]
        for node in ast.walk(tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    is_flow_module = module.parent == ROOT / "flows" and module.name in FLOW_MODULES
    assert ("prefect" in imported) == is_flow_module
    # `flow.serve` could not read the types of a flow's parameters.
    assert not (is_flow_module and "__future__" in imported)
