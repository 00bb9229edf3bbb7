"""Ours beside dateparser on the marked samples and on our own cases; prints a table.

    uv run --group peers python tests/bench/compare_dates.py

dateparser has no spans, granularities or durations, so it is judged generously: its substring
is looked up in the text, and its day is right if it lies where the marked value does (any day
of the month for a month). Ours must give the value itself. Durations and recurring times are
marked in the samples and count as missed for who cannot say them.
Duckling's Python bindings are left out: pyduckling-native has no wheel for Python 3.11 or later
and puckling wants 3.13; with HeidelTime they were measured apart (notes in the README).
"""

import json
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, NamedTuple

from flows.text.dates import find_dates

TESTS = Path(__file__).parents[1]


class Marked(NamedTuple):
    """An expression that people marked."""

    start: int
    end: int
    values: tuple[str, ...]
    optional: bool = False


class Sample(NamedTuple):
    """A text with its day of publication and its marked expressions."""

    text: str
    published: date | datetime | None
    marked: tuple[Marked, ...]
    prefer: Literal["past", "future"] = "past"


class Guess(NamedTuple):
    """What a system found: a span and every value that it stands for."""

    start: int
    end: int
    matches: Callable[[str], bool]


System = Callable[[Sample], list[Guess]]


def main() -> None:
    """Print value precision, recall and F, texts with a false date, and texts per second."""
    sets = {"samples": _samples(), "cases": _cases(decoys=False), "decoys": _cases(decoys=True)}
    systems: dict[str, System] = {"ours": _ours}
    peer = _dateparser()
    if peer is None:
        print("dateparser is not installed: uv sync --group peers")
    else:
        systems["dateparser"] = peer
    print(f"{'set':8} {'system':11} {'texts':>5} {'P':>5} {'R':>5} {'F':>5} {'false':>7} {'/s':>7}")
    for name, samples in sets.items():
        for system, find in systems.items():
            print(f"{name:8} {system:11} {_line(samples, find)}")


def _line(samples: list[Sample], find: System) -> str:
    began = time.perf_counter()
    guesses = [find(sample) for sample in samples]
    seconds = time.perf_counter() - began
    right = wrong = missed = false = 0
    for sample, found in zip(samples, guesses, strict=True):
        free = list(sample.marked)
        for guess in found:
            hit = next((m for m in free if m.start < guess.end and guess.start < m.end), None)
            if hit is None:
                wrong += 1
                continue
            free.remove(hit)
            if hit.optional:
                continue
            if any(guess.matches(value) for value in hit.values):
                right += 1
            else:
                wrong, missed = wrong + 1, missed + 1
        missed += sum(1 for m in free if not m.optional)
        false += bool(found) and not sample.marked
    precision = right / (right + wrong) if right + wrong else 0.0
    recall = right / (right + missed) if right + missed else 0.0
    f = 2 * precision * recall / (precision + recall) if right else 0.0
    dateless = sum(1 for sample in samples if not sample.marked)
    rate = len(samples) / seconds
    share = f"{false}/{dateless}" if dateless else "-"
    if not any(sample.marked for sample in samples):
        return f"{len(samples):5} {'-':>5} {'-':>5} {'-':>5} {share:>7} {rate:7.0f}"
    return f"{len(samples):5} {precision:5.2f} {recall:5.2f} {f:5.2f} {share:>7} {rate:7.0f}"


def _ours(sample: Sample) -> list[Guess]:
    mentions = find_dates(sample.text, sample.published, sample.prefer)
    return [Guess(m.start, m.end, m.value.__eq__) for m in mentions]


def _dateparser() -> System | None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None

    def find(sample: Sample) -> list[Guess]:
        text, day = sample.text, sample.published or date(2016, 5, 20)
        base = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
        options = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": sample.prefer, "DATE_ORDER": "DMY"}
        guesses, position = [], 0
        for surface, at in search_dates(text, languages=["ar", "en"], settings=options) or []:
            start = max(text.find(surface, position), 0)
            position = start + len(surface)
            guesses.append(Guess(start, position, _in_value(at)))
        return guesses

    return find


def _in_value(at: datetime) -> Callable[[str], bool]:
    """Whether a moment lies in a marked value: its day, month or year."""
    stamp = at.isoformat(timespec="minutes")
    return lambda value: stamp.startswith(value.removesuffix("Z").split("TM")[0].split("TE")[0])


def _samples() -> list[Sample]:
    """The five sample articles."""
    lines = (TESTS / "gold/dates.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    samples = []
    for head in (row for row in rows if row.get("kind") == "publication"):
        marked = tuple(
            Marked(row["start"], row["end"], (row["value"], *row["alt_values"]), row["optional"])
            for row in rows
            if row["document"] == head["document"] and row.get("type") not in (None, "NEGATIVE")
        )
        text = (TESTS.parent / "seeds" / head["document"]).read_bytes().decode("utf-8")
        samples.append(Sample(text, date.fromisoformat(head["published"][:10]), marked))
    return samples


def _cases(decoys: bool) -> list[Sample]:
    return [
        _sample(case)
        for path in sorted((TESTS / "cases/dates").glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))
        if bool(case["expect"]) != decoys
    ]


def _sample(case: dict[str, Any]) -> Sample:
    marked, position = [], 0
    for expected in case["expect"]:
        start = case["text"].index(expected["surface"], position)
        position = start + len(expected["surface"])
        marked.append(Marked(start, position, (expected["value"],)))
    published = case["published"]
    day = datetime.fromisoformat(published) if published else None
    is_time = published is not None and "T" in published
    on = day if is_time or day is None else day.date()
    return Sample(case["text"], on, tuple(marked), case.get("prefer", "past"))


if __name__ == "__main__":
    main()
