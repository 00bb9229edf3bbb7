"""How well and how fast are copies found, beside the peers, and what does each new article cost?

    uv run --group peers python tests/bench/duplicates.py pairs DOCS.parquet PAIRS.parquet
    uv run python tests/bench/duplicates.py cost CORPUS.parquet --articles 200000 --growth news

pairs: ours as `akhbar evaluate duplicates` measures it, then the peers on the same documents: rensa
and datasketch, MinHash of 128 permutations over runs of three words, kept from a similarity of 0.5
on; datatrove, 14 bands of 8 hashes over runs of five words, kept if one band is equal; all of them
without and with our folding. cost: sketches per CPU second; then the corpus is compared, and
enlarged to `--articles` round by round, each time by the same number of articles and then by 100.
They are other news (other words in the place of all but the formulas) or reprints (other words in
the place of every tenth). CORPUS has a column raw_text.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from operator import eq
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow
from numpy.typing import NDArray

from flows.batch.rows import BODY_ROLES
from flows.batch.schemas import FACTS
from flows.evaluation.duplicates import Verdict, ingested, measured, read_documents, read_pairs
from flows.settings import Settings
from flows.store.ledger import Ledger, open_ledger
from flows.terminal import show_categories
from flows.text.folding import fold
from flows.text.roles import label_lines
from flows.text.sketch import SHINGLE, Wording, sketch_of, wording

PAGE = 2000
FEW = 100
EVERY = 10
FORMULA = 10
Sketcher = Callable[[str], Any]
Judge = Callable[[Any, Any], bool]


def main() -> None:
    """Prints a table per system, or a line per measurement."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_subparsers(required=True)
    pairs = what.add_parser("pairs")
    pairs.add_argument("documents", type=Path)
    pairs.add_argument("pairs", type=Path)
    pairs.add_argument("--systems", nargs="+", choices=SYSTEMS, default=SYSTEMS)
    pairs.set_defaults(run=compare_with_peers)
    cost = what.add_parser("cost")
    cost.add_argument("corpus", type=Path)
    cost.add_argument("--articles", type=int, default=20_000)
    cost.add_argument("--first", type=int, help="only so many articles of the corpus")
    cost.add_argument("--growth", choices=GROWTHS, default="news")
    cost.set_defaults(run=measure_cost)
    arguments = vars(parser.parse_args())
    arguments.pop("run")(**arguments)


def compare_with_peers(documents: Path, pairs: Path, systems: Sequence[str]) -> None:
    """Figures of ours and of the peers, on the same pairs in one run."""
    texts = read_documents(documents)
    labelled = read_pairs(pairs, texts)
    if "akhbar" in systems:
        print("akhbar", flush=True)
        show_categories(measured(labelled, ingested(texts)), False)
    for name in [name for name in PEERS if name in systems]:
        sketcher, is_copy = PEERS[name]
        for kind, prepare in (("as it stands", str), ("folded as ours", fold)):
            print(f"{name}, text {kind}", flush=True)
            folded = {doc_id: str(prepare(text)) for doc_id, text in texts.items()}
            show_categories(measured(labelled, verdict(folded, sketcher, is_copy)), False)


def verdict(texts: dict[str, str], sketcher: Sketcher, is_copy: Judge) -> Verdict:
    """What two sketches say; prints how fast they are made."""
    started = time.process_time()
    sketches = {doc_id: sketcher(text) for doc_id, text in texts.items()}
    seconds = time.process_time() - started
    print(f"{len(sketches) / seconds:,.0f} sketches per CPU second")
    return lambda one, other: "copy" if is_copy(sketches[one], sketches[other]) else "none"


def rensa(text: str) -> Any:  # noqa: ANN401
    """The MinHash of rensa."""
    from rensa import RMinHash

    found = RMinHash(num_perm=128, seed=42)
    found.update(_shingles(text))
    return found


def datasketch(text: str) -> Any:  # noqa: ANN401
    """The MinHash of datasketch."""
    from datasketch import MinHash

    found = MinHash(num_perm=128, seed=42)
    found.update_batch([shingle.encode() for shingle in _shingles(text)])
    return found


def datatrove(text: str) -> Any:  # noqa: ANN401
    """The bands of datatrove's MinHash, by its defaults; newer xxhash hashes no text, so sha1."""
    step = _datatrove_step()
    shingles = step.get_shingles(text)
    return step.get_signature(shingles) if len(shingles) else []


@cache
def _datatrove_step() -> Any:  # noqa: ANN401
    from datatrove.pipeline.dedup.minhash import MinhashConfig, MinhashDedupSignature
    from datatrove.utils.hashing import HashConfig

    config = MinhashConfig(hash_config=HashConfig(hash_fc="sha1"))
    return MinhashDedupSignature(tempfile.mkdtemp(), config)


def resemble(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Whether the texts of two MinHashes share half of their runs."""
    return bool(one.jaccard(other) >= 0.5)


def share_a_band(one: Any, other: Any) -> bool:  # noqa: ANN401
    """Whether two signatures are equal in one band, which is all that datatrove asks."""
    return any(map(eq, one, other))


def _shingles(text: str) -> list[str]:
    words = text.split()
    return sorted({" ".join(words[at : at + 3]) for at in range(max(1, len(words) - 2))})


PEERS: dict[str, tuple[Sketcher, Judge]] = {
    "rensa": (rensa, resemble),
    "datasketch": (datasketch, resemble),
    "datatrove": (datatrove, share_a_band),
}
SYSTEMS = ("akhbar", *PEERS)


def measure_cost(corpus: Path, articles: int, first: int | None, growth: str) -> None:
    """Sketches per CPU second, then the cost of comparing, as the corpus grows."""
    texts = pl.read_parquet(corpus)["raw_text"].to_list()[:first]
    bodies = [
        [(label.start, label.end) for label in label_lines(text) if label.role in BODY_ROLES]
        for text in texts
    ]
    found = sketched(texts, bodies)
    del texts, bodies
    grow = GROWTHS[growth](found)
    print(f"{_peak():,} MiB before anything is compared")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "ledger.duckdb")
        with open_ledger(path, Path(folder, "spill"), Settings().memory_limit) as ledger:
            held, number = 0, 0
            while held < articles:
                for kind in (found[:-FEW], found[-FEW:]):
                    for at in range(0, len(kind), PAGE):
                        load(ledger, [grow(each, number) for each in kind[at : at + PAGE]])
                    held += compared(ledger, held)
                number += 1


def sketched(texts: list[str], bodies: list[list[tuple[int, int]]]) -> list[Wording]:
    """The wordings of all, made twice: what is remembered of words is warm in a run as well."""
    for _ in range(2):
        started = time.process_time()
        found = [wording(text, spans) for text, spans in zip(texts, bodies, strict=True)]
        seconds = time.process_time() - started
        words = sum(len(each.words) for each in found)
        print(
            f"{len(texts) / seconds:,.0f} sketches per CPU second, {words / len(texts):.0f} words"
        )
    return found


def compared(ledger: Ledger, held: int) -> int:
    """Compares what is new with all, and says what that cost."""
    cpu, wall = time.process_time(), time.perf_counter()
    count = ledger.compare("bench")
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    print(
        f"{count:,} new on {held:,}: {wall:.2f} s, {cpu:.2f} s of CPU, "
        f"{cpu / count * 1000:.2f} ms each; peak memory {_peak():,} MiB",
        flush=True,
    )
    return count


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def other_news(found: list[Wording]) -> Callable[[Wording, int], Wording]:
    """Makes other articles of the same: with other words in the place of all but the formulas.

    A word has one substitute in each round, so that copies of each other are copies still and forms
    are forms. Formulas are runs of four words in ten bodies or more: ever more articles share them.
    """
    runs = [_runs(each) for each in found]
    _, run_nos, counts = np.unique(np.concatenate(runs), return_inverse=True, return_counts=True)
    is_common = np.split(counts[run_nos] >= FORMULA, np.cumsum([len(each) for each in runs])[:-1])
    is_formula = {
        each.body_key: _words_of(starts, len(each.words))
        for each, starts in zip(found, map(np.flatnonzero, is_common), strict=True)
    }

    def grown(original: Wording, number: int) -> Wording:
        if number == 0:
            return original
        rng = random.Random(number)
        other = original.words ^ np.uint32(rng.getrandbits(32))
        words = np.where(is_formula[original.body_key], original.words, other)
        return _reworded(original, words, original.body_key ^ rng.getrandbits(64))

    return grown


def _words_of(starts: NDArray[np.intp], word_count: int) -> NDArray[np.bool_]:
    found = np.zeros(word_count, bool)
    for step in range(SHINGLE):
        found[starts + step] = True
    return found


def _runs(each: Wording) -> NDArray[np.uint64]:
    count = max(0, len(each.words) - SHINGLE + 1)
    runs = np.zeros(count, np.uint64)
    for step in range(SHINGLE):
        runs = runs * np.uint64(0x9E3779B97F4A7C15) + each.words[step : step + count]
    return runs


def reprints(_found: list[Wording]) -> Callable[[Wording, int], Wording]:
    """Makes reprints: with a word of its own in the place of every tenth."""

    def grown(original: Wording, number: int) -> Wording:
        if number == 0:
            return original
        rng = random.Random(f"{original.body_key} {number}")
        words = original.words.copy()
        for place in range(rng.randrange(EVERY), len(words), EVERY):
            words[place] = rng.getrandbits(32)
        return _reworded(original, words, rng.getrandbits(64))

    return grown


GROWTHS = {"news": other_news, "reprints": reprints}


def _reworded(original: Wording, words: NDArray[np.uint32], key: int) -> Wording:
    return replace(original, body_key=key, words=words, sketch=sketch_of(words))


def load(ledger: Ledger, page: list[Wording]) -> None:
    """Lands the bodies of a page."""
    columns = {
        "file_id": pl.Series(map(str, range(len(page)))),
        "body_key": pl.Series([each.body_key for each in page], dtype=pl.UInt64),
        "headline_key": pl.Series([None] * len(page), dtype=pl.UInt64),
        "words": _lists([each.words for each in page]),
        "fillings": _lists([each.fillings for each in page]),
        "char_starts": _lists([each.starts for each in page]),
        "char_ends": _lists([each.ends for each in page]),
        "sketch": _lists([each.sketch for each in page]),
        "run_id": pl.Series(["bench"] * len(page)),
    }
    frame = pl.DataFrame(columns).select(*FACTS["wordings"], "run_id")
    with ledger._incoming(incoming_wordings=frame):
        ledger._run("load_wordings")


def _lists(arrays: list[NDArray[Any]]) -> pl.Series:
    offsets = np.cumsum([0, *map(len, arrays)])
    lists = pyarrow.LargeListArray.from_arrays(offsets, np.concatenate(arrays))
    return pl.Series(pl.from_arrow(lists))


if __name__ == "__main__":
    main()
