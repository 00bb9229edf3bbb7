"""The pipeline's steps as Prefect tasks: visible on its page, retried where waiting helps.

A task is handed the open run itself: nothing is cached, hashed or sent to the server, and the
articles' bytes stay where they are.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from prefect import State, Task, task
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import TaskRun
from prefect.runtime import flow_run

from flows import pipeline, showing
from flows.errors import AkhbarError, Busy
from flows.settings import Settings
from flows.store.checks import CheckResult
from flows.store.reader import open_public

P = ParamSpec("P")
R = TypeVar("R")

ARTICLES_PER_TASK = 1000
"""A task run costs the server 70 ms: too much for an article, nothing for a thousand."""

_DELAYS: list[float] = [5, 30]


def run_name() -> str:
    """Tells a flow's runs apart on the page: what it works on, and when it was due."""
    folders = " to ".join(Path(folder).name for folder in flow_run.parameters.values())
    return f"{folders}, {flow_run.scheduled_start_time:%Y-%m-%d %H:%M} UTC"


def is_passing(_task: Task[..., Any], _task_run: TaskRun, state: State[Any]) -> bool:
    """True for failures that mend themselves: a writer at work, a file system that stumbles."""
    return isinstance(state.result(raise_on_failure=False), Busy | OSError)


def patient(name: str, delays: list[float] = _DELAYS) -> Callable[[Callable[P, R]], Task[P, R]]:
    """A task that is tried again after each of `delays` seconds where waiting helps."""

    def decorate(function: Callable[P, R]) -> Task[P, R]:
        return task(
            name=name,
            retries=len(delays),
            retry_delay_seconds=delays,
            retry_condition_fn=is_passing,
            cache_policy=NO_CACHE,
        )(function)

    return decorate


@patient("become the writer", [15, 60, 180])
def become_writer(stack: ExitStack, settings: Settings) -> pipeline.Run:
    """Opens the run; `stack` ends it and gives the warehouse back."""
    return stack.enter_context(pipeline.writing(settings))


@patient("keep")
def keep(run: pipeline.Run) -> None:
    """Keeps the bytes of what is new in the landing folder."""
    pipeline.keep_new(run)


def parse_stale(run: pipeline.Run) -> None:
    """Parses what has no facts yet, a task for each thousand; they share the run's processes."""
    total = pipeline.stale_count(run)
    progress = showing.Progress(total)
    with closing(pipeline.parse_pages(run, pipeline.stale_pages(run), total)) as parsing:
        for done in range(0, total, ARTICLES_PER_TASK):
            goal = min(done + ARTICLES_PER_TASK, total)
            parse(parsing, goal, total)
            progress.show(goal)


@task(name="parse", task_run_name="parse {goal:,} of {total:,}", cache_policy=NO_CACHE)
def parse(parsing: Iterator[int], goal: int, total: int) -> None:
    """Goes on with the run's parsing until `goal` contents are done.

    Not retried: facts follow from the bytes, and the same bytes would fail again.
    """
    for done in parsing:
        if done >= goal:
            return


@patient("publish")
def publish(run: pipeline.Run) -> None:
    """Builds, checks and publishes, if there is anything new to show."""
    pipeline.publish_if_needed(run)


@task(name="report", cache_policy=NO_CACHE)
def report(run: pipeline.Run, key: str) -> pipeline.Summary:
    """Shows on the flow run's page what the run did; its counts are the artifact `key`."""
    summary = pipeline.summarise(run)
    showing.show_summary(key, summary, run.settings)
    return summary


@patient("check")
def check(settings: Settings) -> list[CheckResult]:
    """Runs all checks on the public file; raises AkhbarError when a promise is broken."""
    with open_public(settings.public_file) as reader:
        results = reader.check()
    showing.show_checks(results)
    broken = [result for result in results if result.severity == "fail" and result.guilty_count]
    if broken:
        guilty = "; ".join(
            f"{result.check_name}: {result.guilty_count:,} rows, such as {result.examples}"
            for result in broken
        )
        raise AkhbarError(
            settings.public_file,
            f"{len(broken)} of {len(results)} checks fail ({guilty})",
            "Run `akhbar rebuild`; if they still fail, please report it.",
        )
    return results
