"""Roles over real noise: a tenth of the development files, where they are at hand."""

import json
import lzma
import tarfile
from collections import Counter
from pathlib import Path

import pytest

from flows.lexicon import rows
from flows.text.folding import fold
from flows.text.roles import label_lines

CORPORA = Path(__file__).parents[3] / "shared/corpora"
pytestmark = [
    pytest.mark.scale,
    pytest.mark.skipif(not CORPORA.exists(), reason="the development files are not at hand"),
]


def plain(text: str) -> str:
    return " ".join(fold(text.replace("&#34;", '"')).split())


@pytest.fixture(scope="module")
def articles() -> list[tuple[str, str]]:
    """Title and text of every tenth file."""
    with lzma.open(CORPORA / "dev_truth.jsonl.xz", "rt", encoding="utf-8") as lines:
        titles = {row["file"]: row["title"] for row in map(json.loads, lines)}
    found = []
    with tarfile.open(CORPORA / "dev.tar.xz") as archive:
        for member in archive:
            name = Path(member.name).name
            if name in titles and int(name[:4]) % 10 == 0 and (file := archive.extractfile(member)):
                found.append((titles[name] or "", file.read().decode("utf-8")))
    return found


def test_headline_is_found(articles: list[tuple[str, str]]) -> None:
    hits = [
        [plain(text[x.start : x.end]) for x in label_lines(text) if x.role == "headline"]
        == [plain(title)]
        for title, text in articles
        if title
    ]
    assert len(hits) > 150
    assert sum(hits) >= 0.99 * len(hits)


def test_next_to_no_line_is_unknown(articles: list[tuple[str, str]]) -> None:
    roles = Counter(label.role for _, text in articles for label in label_lines(text))
    assert roles["unknown"] <= 0.005 * roles.total()


def test_every_decision_carries_a_rule_of_the_lexicon(articles: list[tuple[str, str]]) -> None:
    known = {row["id"] for name in ("line_rules", "line_shapes") for row in rows(name)}
    assert {label.rule for _, text in articles for label in label_lines(text)} <= known


def test_every_file_has_a_body(articles: list[tuple[str, str]]) -> None:
    assert all(any(x.role == "body" for x in label_lines(text)) for _, text in articles)
