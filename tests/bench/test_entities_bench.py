"""How many articles a second one core searches for entities; `pytest --benchmark-only` shows it."""

from pathlib import Path

import pytest

from flows.text.entities import find_entities_in

SEEDS = Path(__file__).parents[2] / "seeds"


def test_articles_searched_per_second(benchmark: "pytest.FixtureRequest") -> None:
    texts = [path.read_bytes().decode() for path in sorted(SEEDS.iterdir())] * 40
    find_entities_in(texts)  # the lexicon is read once, outside the measure
    found = benchmark(find_entities_in, texts)  # type: ignore[operator]
    assert len(found) == len(texts)
    benchmark.extra_info["articles"] = len(texts)  # type: ignore[attr-defined]
