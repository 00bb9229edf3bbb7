"""Sentences of real articles, drawn at random and marked by hand before the tagger saw them.

In the order of marking, each set of files that were new: 200 sentences as they come (F .92 when
first measured, .00 false), then, each after the gaps of the last were closed, 94 as they come
(.98, .00), 66 and 59 with a word of time in them (.93 and 1.00, .00 false). Then 200 as they come
from ten outlets, 20 each, marked by one who had seen neither the tagger nor its output: .927 when
first measured, .00 false; its gaps were closed afterwards, no mark was changed. Last, 200 more in
the same way by another: .967, .00 false, no mark changed. The sentences may not be copied into the
project: the files hold places and values, and the text is read beside the checkout.
"""

import json
import tarfile
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from flows.text.dates import find_dates

ROOT = Path(__file__).parents[2]
ARCHIVE = ROOT.parent / "shared/corpora/dev.tar.xz"
pytestmark = pytest.mark.skipif(not ARCHIVE.exists(), reason="the articles are not here")


class Score(NamedTuple):
    f: float
    false_share: float


@cache
def _texts() -> dict[str, str]:
    texts = {}
    with tarfile.open(ARCHIVE) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            if file is not None:
                data = file.read().decode("utf-8", errors="replace")
                texts[Path(member.name).name] = data
    return texts


def _score(name: str) -> Score:
    """Value F over the marked expressions, and the share of dateless sentences that got one."""
    right = wrong = missed = dateless = spoiled = 0
    for line in (ROOT / f"tests/gold/{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        start = row["start"]
        sentence = _texts()[row["file"]][start : row["end"]]
        published = date.fromisoformat(row["published"]) if row["published"] else None
        mentions = find_dates(sentence, published)
        free: list[dict[str, Any]] = list(row["expect"])
        for m in mentions:
            hit = next(
                (e for e in free if e["start"] < m.end + start and m.start + start < e["end"]), None
            )
            if hit is not None:
                free.remove(hit)
            if hit is None:
                wrong += 1
            elif hit.get("optional"):
                continue
            elif m.value in (hit["value"], *hit.get("alt_values", ())):
                right += 1
            else:
                wrong, missed = wrong + 1, missed + 1
        missed += sum(1 for e in free if not e.get("optional"))
        if not row["expect"]:
            dateless, spoiled = dateless + 1, spoiled + bool(mentions)
    return Score(2 * right / (2 * right + wrong + missed), spoiled / dateless)


@pytest.mark.parametrize(
    ("name", "least_f"),
    [
        ("dates_dev200", 0.95),
        ("dates_dev94", 0.95),
        ("dates_dev66", 0.95),
        ("dates_dev59", 0.95),
        ("dates_dev_independent", 0.98),
        # The first measurement (.967) less .01.
        ("dates_dev_independent2", 0.956),
    ],
)
def test_real_sentences_get_the_marked_values_and_no_others(name: str, least_f: float) -> None:
    score = _score(name)
    assert score.f >= least_f
    assert score.false_share <= 0.02
