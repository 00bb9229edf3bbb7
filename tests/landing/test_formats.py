"""Every format loads the same ten articles to the same tables, lineage apart."""

from pathlib import Path

import pytest

from tests.landing.conftest import FORMATS, TEN, ask, contents, digests, ingest, land, page, rejects

LINEAGE = {
    "arrivals",
    "article_versions",
    "containers",
    "records",
    "files",
    "meta",
    "check_results",
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_bytes_that_are_kept_are_those_of_the_ten_plain_files(
    name: str, tmp_path: Path
) -> None:
    seeds = land(tmp_path / "seeds", FORMATS[name]())
    assert sorted(content.raw.decode() for content in contents(seeds)) == sorted(TEN)


@pytest.mark.parametrize(
    "name",
    [
        "a bit of all",
        *(pytest.param(name, marks=pytest.mark.scale) for name in list(FORMATS)[:-1]),
    ],
)
def test_the_tables_are_those_of_the_ten_plain_files(
    name: str, tmp_path: Path, as_texts: Path
) -> None:
    """All but lineage; even ids are equal, as they follow from the bytes."""
    ingest(land(tmp_path / "seeds", FORMATS[name]()), tmp_path / "w")
    assert rejects(tmp_path / "w") == {}
    assert digests(tmp_path / "w", only_facts=True) == digests(as_texts, only_facts=True)
    whole, expected = digests(tmp_path / "w"), digests(as_texts)
    assert {t for t in whole if whole[t] != expected[t]} <= LINEAGE
    assert whole["articles"][1] == len(TEN)


def test_ten_pages_tell_the_same_facts(tmp_path: Path, as_texts: Path) -> None:
    """Where the text that is taken out of a page is that of the file, so is all that it says."""
    # A page shows no blank lines, and trafilatura leaves out a line that repeats the heading.
    lines = [dict.fromkeys(" ".join(line.split()) for line in text.splitlines()) for text in TEN]
    texts = ["\n".join(filter(None, one)) for one in lines]
    pages = {f"{n:02}.html": page(text) for n, text in enumerate(texts)}
    ingest(land(tmp_path / "pages", pages), tmp_path / "w")
    plain = {f"{n:02}.txt": text.encode() for n, text in enumerate(texts)}
    ingest(land(tmp_path / "plain", plain), tmp_path / "v")
    assert ask(tmp_path / "w", "select distinct form from files") == [("html",)]
    assert digests(tmp_path / "w", only_facts=True) == digests(tmp_path / "v", only_facts=True)
