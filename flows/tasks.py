"""The pipeline's steps as Prefect tasks: visible on its page, retried where waiting helps.

A task is handed the open run itself: nothing is cached, hashed or sent to the server, and the
articles' bytes stay where they are.
"""

from collections.abc import Iterator
from contextlib import ExitStack, closing
from typing import Any

from prefect import State, Task, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import TaskRun
from prefect.runtime import flow_run

from flows import pipeline
from flows.errors import Busy
from flows.settings import Settings

ARTICLES_PER_TASK = 1000
"""A task run costs the server 70 ms: too much for an article, nothing for a thousand."""


def run_name() -> str:
    """Tells a flow's runs apart on the page: what it works on, and when it was due."""
    folders = " to ".join(map(str, flow_run.parameters.values()))
    return f"{folders}, {flow_run.scheduled_start_time:%Y-%m-%d %H:%M} UTC"


def is_passing(_task: Task[..., Any], _task_run: TaskRun, state: State[Any]) -> bool:
    """True for failures that mend themselves: a writer at work, a file system that stumbles."""
    return isinstance(state.result(raise_on_failure=False), Busy | OSError)


@task(
    name="become the writer",
    retries=3,
    retry_delay_seconds=[15, 60, 180],
    retry_condition_fn=is_passing,
    cache_policy=NO_CACHE,
)
def become_writer(stack: ExitStack, settings: Settings) -> pipeline.Run:
    """Opens the run; `stack` ends it and gives the warehouse back."""
    return stack.enter_context(pipeline.writing(settings))


@task(
    name="keep",
    retries=2,
    retry_delay_seconds=[5, 30],
    retry_condition_fn=is_passing,
    cache_policy=NO_CACHE,
)
def keep(run: pipeline.Run) -> None:
    """Keeps the bytes of what is new in the landing folder."""
    pipeline.keep_new(run)


def parse_stale(run: pipeline.Run) -> None:
    """Parses what has no facts yet, a task for each thousand; they share the run's processes."""
    total = pipeline.stale_count(run)
    with closing(pipeline.parse_pages(run, pipeline.stale_pages(run), total)) as parsing:
        for done in range(0, total, ARTICLES_PER_TASK):
            parse(parsing, min(done + ARTICLES_PER_TASK, total), total)


@task(name="parse", task_run_name="parse {goal:,} of {total:,}", cache_policy=NO_CACHE)
def parse(parsing: Iterator[int], goal: int, total: int) -> None:
    """Goes on with the run's parsing until `goal` contents are done.

    Not retried: facts follow from the bytes, and the same bytes would fail again.
    """
    for done in parsing:
        if done >= goal:
            return


@task(
    name="publish",
    retries=2,
    retry_delay_seconds=[5, 30],
    retry_condition_fn=is_passing,
    cache_policy=NO_CACHE,
)
def publish(run: pipeline.Run) -> None:
    """Builds, checks and publishes, if there is anything new to show."""
    pipeline.publish_if_needed(run)


@task(name="report", cache_policy=NO_CACHE)
def report(run: pipeline.Run, key: str) -> pipeline.Summary:
    """Puts the summary on the flow run's page as the table artifact `key`."""
    summary = pipeline.summarise(run)
    table = [{"what": what, "count": count} for what, count in summary.counts()]
    table += [
        {"what": f"{claim} Exceptions (warning {name})", "count": count}
        for name, claim, count in summary.warnings
    ]
    file = run.settings.public_file.resolve()
    create_table_artifact(
        key=key,
        table=table,
        description=f"[{file.name}]({file.as_uri()}): `duckdb -readonly '{file}'`",
    )
    return summary
