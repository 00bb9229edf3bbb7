"""How fast dates are found; run with `pytest tests/bench --benchmark-only`."""

from datetime import date
from pathlib import Path

from pytest_benchmark.fixture import BenchmarkFixture

from flows.text.dates import find_dates

SEEDS = Path(__file__).parents[2] / "seeds"


def test_dates_of_the_seeds(benchmark: BenchmarkFixture) -> None:
    """The five sample articles, 3 to 7 kB each, once per round."""
    texts = [path.read_bytes().decode("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    found = benchmark(lambda: [find_dates(text, date(2015, 10, 14)) for text in texts])
    assert all(found)
