"""No change may read the development files worse than the stored baseline says."""

import tarfile
from pathlib import Path

import pytest

from flows.evaluation.figures import read_baseline, worse_than
from flows.evaluation.measuring import evaluate
from flows.evaluation.truth import read_clutter, read_truth

ROOT = Path(__file__).parents[2]
CORPORA = ROOT.parent / "shared/corpora"
GOLD = ROOT / "tests/gold"


@pytest.mark.scale
@pytest.mark.skipif(not CORPORA.exists(), reason="the development files are not at hand")
def test_no_figure_is_worse_than_the_baseline(tmp_path: Path) -> None:
    with tarfile.open(CORPORA / "dev.tar.xz") as archive:
        archive.extractall(tmp_path, filter="data")
    truth = read_truth(CORPORA / "dev_truth.jsonl.xz")
    clutter = read_clutter(GOLD / "evaluation_clutter.csv")
    figures = evaluate(tmp_path / "dev", truth, clutter)
    assert worse_than(read_baseline(GOLD / "evaluation_dev.json"), figures) == []
