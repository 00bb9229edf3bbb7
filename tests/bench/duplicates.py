"""How well and how fast are copies found, beside the peers, and what does each new article cost?

    uv run --group peers python tests/bench/duplicates.py pairs DOCS.parquet PAIRS.parquet
    uv run python tests/bench/duplicates.py cost CORPUS.parquet --copies 10

pairs: ours as `akhbar evaluate duplicates` measures it, then rensa and datasketch on the same
documents: MinHash of 128 permutations over runs of three words, kept from a similarity of 0.5 on,
without and with our folding. cost: sketches per CPU second; then the corpus is compared, enlarged
by copies of each article with other words in the place of every tenth, and after each enlargement
100 further articles are compared with all. CORPUS has a column raw_text.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from flows.batch.schemas import FACTS
from flows.evaluation.duplicates import Verdict, ingested, measured, read_documents, read_pairs
from flows.store.ledger import Ledger, open_ledger
from flows.terminal import show_categories
from flows.text.folding import fold
from flows.text.roles import label_lines
from flows.text.sketch import Wording, sketch_of, wording

PAGE = 2000
EVERY = 10
Sketcher = Callable[[Iterable[str]], Any]


def main() -> None:
    """Prints a table per system, or a line per measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_subparsers(required=True)
    pairs = what.add_parser("pairs")
    pairs.add_argument("documents", type=Path)
    pairs.add_argument("pairs", type=Path)
    pairs.set_defaults(run=compare_with_peers)
    cost = what.add_parser("cost")
    cost.add_argument("corpus", type=Path)
    cost.add_argument("--copies", type=int, default=10)
    cost.set_defaults(run=measure_cost)
    arguments = vars(parser.parse_args())
    arguments.pop("run")(**arguments)


def compare_with_peers(documents: Path, pairs: Path) -> None:
    """Figures of ours and of the peers, on the same pairs in one run."""
    texts = read_documents(documents)
    labelled = read_pairs(pairs, texts)
    print("akhbar")
    show_categories(measured(labelled, ingested(texts)), False)
    for name, sketcher in (("rensa", rensa), ("datasketch", datasketch)):
        for kind, prepare in (("as it stands", str), ("folded as ours", fold)):
            print(f"{name}, text {kind}")
            verdict = minhash({doc_id: prepare(text) for doc_id, text in texts.items()}, sketcher)
            show_categories(measured(labelled, verdict), False)


def rensa(words: Iterable[str]) -> Any:  # noqa: ANN401
    """The MinHash of rensa."""
    from rensa import RMinHash

    found = RMinHash(num_perm=128, seed=42)
    found.update(list(words))
    return found


def datasketch(words: Iterable[str]) -> Any:  # noqa: ANN401
    """The MinHash of datasketch."""
    from datasketch import MinHash

    found = MinHash(num_perm=128, seed=42)
    found.update_batch([word.encode() for word in words])
    return found


def minhash(texts: dict[str, str], sketcher: Sketcher) -> Verdict:
    """What two MinHashes say; prints how fast they are made."""
    started = time.process_time()
    sketches = {doc_id: sketcher(_shingles(text)) for doc_id, text in texts.items()}
    seconds = time.process_time() - started
    print(f"{len(sketches) / seconds:,.0f} sketches per CPU second")
    return lambda one, other: "copy" if sketches[one].jaccard(sketches[other]) >= 0.5 else "none"


def _shingles(text: str) -> set[str]:
    words = text.split()
    return {" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))}


def measure_cost(corpus: Path, copies: int) -> None:
    """Sketches per CPU second, then the cost of comparing, as the corpus grows."""
    texts = pl.read_parquet(corpus)["raw_text"].to_list()
    bodies = [
        [(label.start, label.end) for label in label_lines(text) if label.role == "body"]
        for text in texts
    ]
    for text, spans in zip(texts, bodies, strict=True):
        wording(text, spans)  # what is remembered of words is warm in a run as well
    started = time.process_time()
    found = [wording(text, spans) for text, spans in zip(texts, bodies, strict=True)]
    print(f"{len(texts) / (time.process_time() - started):,.0f} sketches per CPU second")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.duckdb")
        with open_ledger(path, Path(folder, "spill"), "1GB") as ledger:
            held = 0
            for number in range(copies):
                for page in _pages(found[:-100], number):
                    load(ledger, page)
                held += compared(ledger, held)
                for page in _pages(found[-100:], number):
                    load(ledger, page)
                held += compared(ledger, held)


def compared(ledger: Ledger, held: int) -> int:
    """Compares what is new with all, and says what that cost."""
    cpu, wall = time.process_time(), time.perf_counter()
    count = ledger.compare("bench")
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{count:,} new on {held:,}: {wall:.2f} s, {cpu:.2f} s of CPU, "
        f"{cpu / count * 1000:.2f} ms each; peak memory {peak:,} MiB",
        flush=True,
    )
    return count


def _pages(found: list[Wording], number: int) -> Iterator[list[Wording]]:
    for first in range(0, len(found), PAGE):
        yield [edited(each, number) for each in found[first : first + PAGE]]


def edited(original: Wording, number: int) -> Wording:
    """The body with other words in the place of every tenth; itself for number 0."""
    if number == 0:
        return original
    rng = random.Random(f"{original.body_key} {number}")
    words = original.words.copy()
    for place in range(rng.randrange(EVERY), len(words), EVERY):
        words[place] = rng.getrandbits(32)
    return Wording(
        rng.getrandbits(64),
        words,
        np.zeros(len(words), np.uint32),
        original.starts,
        original.ends,
        sketch_of(words),
    )


def load(ledger: Ledger, page: list[Wording]) -> None:
    """Lands the bodies of a page."""
    rows = [
        (str(at), w.body_key, None, w.words, w.fillings, w.starts, w.ends, w.sketch, "bench")
        for at, w in enumerate(page)
    ]
    schema = {**FACTS["wordings"], "run_id": pl.String}
    with ledger._incoming(incoming_wordings=pl.DataFrame(rows, schema=schema, orient="row")):
        ledger._run("load_wordings")


if __name__ == "__main__":
    main()
