"""How well are copies and reuse told from templates? Figures on labelled pairs of documents."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows import pipeline
from flows.batch.labelled import read_columns
from flows.errors import AkhbarError
from flows.settings import Settings
from flows.store.reader import open_public

Verdict = Callable[[str, str], str]
"""What two documents are to each other, by their ids: copy, reuse or none."""
ALL = "all"
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two documents, and whether one has the other's story again."""

    one: str
    other: str
    category: str
    is_same: bool


def read_documents(path: Path) -> dict[str, str]:
    """The texts of a parquet file with the columns doc_id and text; raises AkhbarError."""
    rows = read_columns(path, ("doc_id", "text"))
    return dict(zip(rows["doc_id"], rows["text"], strict=True))


def read_pairs(path: Path, documents: Mapping[str, str]) -> list[LabelledPair]:
    """The pairs of a parquet file with the columns id_a, id_b, category and label (1 or 0).

    Raises AkhbarError for another file, and for a document that is not among `documents`.
    """
    rows = read_columns(path, ("id_a", "id_b", "category", "label"))
    unknown = next((i for i in (*rows["id_a"], *rows["id_b"]) if i not in documents), None)
    if unknown is not None:
        raise AkhbarError(path, f"there is no document {unknown}", "Name the file that has it.")
    return [
        LabelledPair(one, other, category, bool(label))
        for one, other, category, label in zip(*rows.values(), strict=True)
    ]


def ingested(documents: Mapping[str, str]) -> Verdict:
    """What a reader of the public file sees, once each document was ingested as a file.

    copy: both belong to one article. reuse: table reuse has their two articles.
    """
    names = {f"{number:07}.txt": doc_id for number, doc_id in enumerate(documents)}
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        for name, doc_id in names.items():
            (seeds / name).write_text(documents[doc_id], encoding="utf-8", newline="")
        settings = Settings(seeds=seeds, warehouse=Path(folder, "warehouse"), settle_seconds=0)
        pipeline.ingest(settings)
        with open_public(settings.public_file) as reader:
            articles = {names[path]: article for path, article in reader.step("article_of_path")}
            reuse = {frozenset(pair) for pair in reader.step("reuse_pairs")}

    def verdict(one: str, other: str) -> str:
        both = articles.get(one), articles.get(other)
        if None in both:
            return "none"
        if both[0] == both[1]:
            return "copy"
        return "reuse" if frozenset(both) in reuse else "none"

    return verdict


def measured(pairs: Iterable[LabelledPair], verdict: Verdict) -> dict[str, dict[str, Any]]:
    """Figures by category, and over all under "all".

    copy, reuse: share of the pairs that were found to be that. found: either. Over all, found
    pairs of the same story are right: precision, recall, F1. A pair found in a category of other
    stories is a false one.

    >>> pairs = [LabelledPair("a", "b", "cut", True), LabelledPair("a", "c", "weather", False)]
    >>> figures = measured(pairs, lambda one, other: "copy" if other == "b" else "none")
    >>> figures["cut"]["copy"], figures["weather"]["found"], figures["all"]["f1"]
    (1.0, 0.0, 1.0)
    """
    counts: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for pair in pairs:
        found = verdict(pair.one, pair.other)
        tally = counts.setdefault(pair.category, Counter(is_same=int(pair.is_same)))
        tally.update(["pairs", found])
        totals["same"] += pair.is_same
        totals["found"] += found != "none"
        totals["right"] += found != "none" and pair.is_same
    figures: dict[str, dict[str, Any]] = {}
    for category, tally in sorted(counts.items(), key=lambda item: (-item[1]["is_same"], item[0])):
        copy, reuse = (round(tally[kind] / tally["pairs"], _DIGITS) for kind in ("copy", "reuse"))
        found_count = tally["copy"] + tally["reuse"]
        figures[category] = {
            "same_story": tally["is_same"],
            "pairs": tally["pairs"],
            "copy": copy,
            "reuse": reuse,
            "found": round(found_count / tally["pairs"], _DIGITS),
        }
    figures[ALL] = _overall(totals)
    return figures


def _overall(totals: Counter[str]) -> dict[str, Any]:
    precision = totals["right"] / totals["found"] if totals["found"] else 0.0
    recall = totals["right"] / totals["same"] if totals["same"] else 0.0
    both = precision + recall
    f1 = 2 * precision * recall / both if both else 0.0
    figures = {"precision": precision, "recall": recall, "f1": f1}
    return {name: round(value, _DIGITS) for name, value in figures.items()}
