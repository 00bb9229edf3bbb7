"""How many articles a second one core searches for entities and quotations.

`pytest tests/bench/test_entities_bench.py --benchmark-only` shows it, as articles a round.
"""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flows.parsing import search_garbage_rarely
from flows.text.entities import find_entities_in, find_entities_of
from flows.text.entity_spans import Document
from flows.text.model import Quote
from flows.text.quotes import quotes_in

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def texts() -> Iterator[list[str]]:
    read = [path.read_bytes().decode() for path in sorted(SEEDS.iterdir())] * 40
    find_entities_in(read)  # the lexicon is read once, outside the measure
    thresholds = gc.get_threshold()
    search_garbage_rarely()  # as in the processes that parse
    yield read
    gc.set_threshold(*thresholds)
    gc.unfreeze()


def test_articles_searched_per_second(benchmark: Callable[..., list], texts: list[str]) -> None:
    found = benchmark(find_entities_in, texts)
    assert len(found) == len(texts)
    benchmark.extra_info["articles"] = len(texts)  # type: ignore[attr-defined]


def test_articles_searched_for_entities_and_quotes_per_second(
    benchmark: Callable[..., list], texts: list[str]
) -> None:
    found = benchmark(entities_and_quotes, texts)
    assert sum(map(len, found)) > len(texts)
    benchmark.extra_info["articles"] = len(texts)  # type: ignore[attr-defined]


def entities_and_quotes(texts: list[str]) -> list[list[Quote]]:
    """All that a batch does for an article's names and quotations: cut once, read twice."""
    documents = [Document.of(text) for text in texts]
    mentions = find_entities_of(documents)
    return [quotes_in(*pair) for pair in zip(documents, mentions, strict=True)]
