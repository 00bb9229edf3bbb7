"""Spreads the text work over processes and hands the facts back in order, a few at a time."""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING

from flows.batch import facts_of
from flows.errors import AkhbarError
from flows.settings import Settings
from flows.store.ledger import StaleContent

if TYPE_CHECKING:
    import polars as pl

Facts = tuple[dict[str, "pl.DataFrame"], int]

_FEW = 200
"""Up to this many contents are parsed faster here than other processes can start."""


def parse_all(
    pages: Iterable[list[StaleContent]],
    total: int,
    run_id: str,
    parser_version: str,
    settings: Settings,
) -> Iterator[Facts]:
    """Frames of facts, with the number of contents that they hold, batch by batch.

    Memory is bounded: each process has at most two batches waiting. Raises AkhbarError when a
    process is killed, which systems do to the largest one when memory runs out.
    """
    chunks = _chunks(pages, settings.batch_size)
    if total <= _FEW or settings.workers == 1:
        for chunk in chunks:
            yield facts_of(chunk, run_id, parser_version, settings.week_start), len(chunk)
        return
    try:
        yield from _in_processes(chunks, run_id, parser_version, settings)
    except BrokenProcessPool as error:
        raise AkhbarError(
            settings.warehouse,
            "a process that reads articles was killed, perhaps because memory ran out",
            "Run this again: what was read is kept. If it happens again, set --workers 1.",
        ) from error


def _in_processes(
    chunks: Iterable[list[tuple[str, bytes, str, str]]],
    run_id: str,
    parser_version: str,
    settings: Settings,
) -> Iterator[Facts]:
    # Spawned, not forked: a fork would copy the locks of DuckDB's and polars' threads.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        settings.workers, mp_context=context, initializer=_begin_worker
    ) as pool:
        waiting: deque[tuple[Future[dict[str, pl.DataFrame]], int]] = deque()
        for chunk in chunks:
            with _nothing_as_main():
                future = pool.submit(facts_of, chunk, run_id, parser_version, settings.week_start)
            waiting.append((future, len(chunk)))
            if len(waiting) > 2 * settings.workers:
                yield _result(waiting)
        while waiting:
            yield _result(waiting)


def _result(waiting: "deque[tuple[Future[dict[str, pl.DataFrame]], int]]") -> Facts:
    future, count = waiting.popleft()
    return future.result(), count


def _chunks(
    pages: Iterable[list[StaleContent]], size: int
) -> Iterator[list[tuple[str, bytes, str, str]]]:
    for page in pages:
        for start in range(0, len(page), size):
            yield [
                (content.file_id, content.raw, content.path_hint, content.record_hint)
                for content in page[start : start + size]
            ]


@contextmanager
def _nothing_as_main() -> Iterator[None]:
    """Lets `submit` start a process that does not import this program's main module once more.

    The text work needs none of it, and under a Prefect worker it is Prefect: 3 s a process.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


def search_garbage_rarely() -> None:
    """Tells Python to look for cyclic garbage seldom, for a process that only parses.

    The lexicon and what an article leaves behind are none that is worth a search every few hundred
    objects: searching rarely makes parsing a tenth faster.
    """
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _begin_worker() -> None:
    """Prepares a worker process.

    It ends when its parent is killed; it would wait for work for ever otherwise.
    """
    search_garbage_rarely()

    def watch() -> None:
        parent = multiprocessing.parent_process()
        assert parent is not None
        parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
