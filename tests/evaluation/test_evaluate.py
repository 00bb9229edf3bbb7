"""`akhbar evaluate`: figures of small pages whose truth is known, the baseline, and bad input."""

import gzip
import json
import lzma
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.errors import AkhbarError
from flows.evaluation.figures import read_baseline, worse_than
from flows.evaluation.measuring import evaluate
from flows.evaluation.truth import Clutter, read_clutter, read_truth

BODY = "أعلنت الوزارة اليوم نتائج الدورة الأولى كلها في العاصمة."
PAGES = {
    "a.txt": f"النتائج\nهسبريس - محمد الراجي\nالجمعة 10 يوليوز 2020 - 20:40\n{BODY}\n",
    "b.txt": f"خبر آخر\nهسبريس من الرباط\nالجمعة 10 يوليوز 2020 - 20:40\n{BODY}\n",
}
TRUTH = [
    {"file": "a.txt", "outlet": "hespress", "title": "النتائج", "body": BODY,
     "published": "2020-07-10T20:40:00"},
    {"file": "b.txt", "outlet": "hespress", "title": "عنوان غيره", "body": f"{BODY} كلمتان زائدتان",
     "published": "2020-07-11"},
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in PAGES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def written(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def figures(folder: Path, rows: list[dict[str, Any]], **clutter: Any) -> dict[str, Any]:  # noqa: ANN401
    truth = read_truth(written(folder / "truth.jsonl", rows))
    return evaluate(folder, truth, Clutter(clutter))


def test_figures_are_what_the_pages_give(folder: Path) -> None:
    found = figures(folder, TRUTH)
    assert list(found) == ["hespress", "all"]
    assert found["hespress"] == found["all"]
    row = found["all"]
    assert row["files"] == 2
    assert row["headline"] == 0.5
    # The second truth has two words of eleven that the page does not have.
    assert row["body_f1"] == round((1 + 18 / 20) / 2, 4)
    assert row["publisher_precision"] == row["publisher_recall"] == 1.0
    assert row["published_precision"] == row["published_recall"] == 0.5
    assert row["unknown_share"] == 0.0
    assert sum(row["role_shares"].values()) == pytest.approx(1, abs=1e-3)


def test_clutter_of_the_truth_is_taken_out(folder: Path) -> None:
    path = folder / "clutter.csv"
    path.write_text("outlet,pattern\nhespress,كلمتان.*\n", encoding="utf-8")
    row = figures(folder, TRUTH, **read_clutter(path).patterns)["all"]
    assert row["body_clean_f1"] == 1.0
    assert row["body_f1"] < 1.0


def test_wrong_publisher_and_rejected_file_count(folder: Path) -> None:
    (folder / "c.txt").write_text("", encoding="utf-8")
    more = [
        {"file": "a.txt", "outlet": "okaz"},
        {"file": "c.txt", "outlet": "okaz", "title": "عنوان"},
    ]
    row = figures(folder, more)["okaz"]
    assert row["publisher_precision"] == row["publisher_recall"] == 0.0
    assert row["headline"] == 0.0
    assert "published_recall" not in row
    assert "body_f1" not in row


@pytest.mark.parametrize(
    "pack", [("x.jsonl", open), ("x.jsonl.gz", gzip.open), ("x.jsonl.xz", lzma.open)]
)
def test_truth_may_be_packed(tmp_path: Path, pack: tuple[str, Callable[..., Any]]) -> None:
    name, opener = pack
    with opener(tmp_path / name, "wt", encoding="utf-8") as file:
        file.write(json.dumps(TRUTH[0]) + "\n\n")
    [truth] = read_truth(tmp_path / name)
    assert (truth.title, truth.published and truth.published.isoformat()) == (
        "النتائج",
        "2020-07-10T20:40:00",
    )


def test_baseline_tells_what_is_worse() -> None:
    before = {"was": {"files": 3, "headline": 0.9, "unknown_share": 0.1, "role_shares": {}}}
    assert worse_than(before, before) == []
    assert worse_than(before, {"was": {"headline": 0.95, "unknown_share": 0.0}}) == []
    assert worse_than(before, {"was": {"headline": 0.8, "unknown_share": 0.2}}) == [
        "was: headline fell from 0.9 to 0.8",
        "was: unknown_share rose from 0.1 to 0.2",
    ]
    assert len(worse_than(before, {})) == 2


def test_command_compares_with_its_own_json(folder: Path) -> None:
    truth = written(folder / "truth.jsonl", TRUTH)
    run = CliRunner().invoke(app, ["evaluate", str(folder), str(truth), "--json"])
    assert run.exit_code == 0
    baseline = folder / "baseline.json"
    baseline.write_text(run.stdout, encoding="utf-8")
    same = ["evaluate", str(folder), str(truth), "--baseline", str(baseline)]
    again = CliRunner().invoke(app, same)
    assert again.exit_code == 0
    assert "hespress" in again.stdout
    (folder / "a.txt").write_text("نص آخر\n", encoding="utf-8")
    worse = CliRunner().invoke(app, same)
    assert worse.exit_code == 1
    assert "akhbar: all: headline fell from 0.5 to 0.0" in worse.stderr


BAD_TRUTH = {
    "no JSON": ("{", "line 1"),
    "no object": ("[]", "line 1"),
    "no file": ('{"title": "x"}', "there is no file"),
    "title is no text": ('{"file": "a.txt", "title": 3}', "are texts"),
    "no date": ('{"file": "a.txt", "published": "yesterday"}', "yesterday"),
    "no such page": ('{"file": "z.txt"}', "z.txt: No such file"),
    "no row": ("\n", "no row"),
}


@pytest.mark.parametrize(("text", "message"), BAD_TRUTH.values(), ids=BAD_TRUTH)
def test_bad_truth_is_one_clear_line(folder: Path, text: str, message: str) -> None:
    path = folder / "truth.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AkhbarError) as raised:
        evaluate(folder, read_truth(path), Clutter({}))
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["none.jsonl", "none.jsonl.xz", "torn.jsonl.xz", "torn.jsonl.gz"])
def test_truth_that_cannot_be_read_is_named(tmp_path: Path, name: str) -> None:
    if name.startswith("torn"):
        (tmp_path / name).write_bytes(b"no archive")
    with pytest.raises(AkhbarError, match=name):
        list(read_truth(tmp_path / name))


@pytest.mark.parametrize("text", ["[", "[]", '{"all": 1}'])
def test_bad_baseline_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AkhbarError, match=r"baseline\.json"):
        read_baseline(path)


@pytest.mark.parametrize("text", ["outlet,pattern\nwas,(\n", "a,b\n1,2\n"])
def test_bad_clutter_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "clutter.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(AkhbarError, match=r"clutter\.csv"):
        read_clutter(path)
