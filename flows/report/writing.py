"""Writes pages beside the public file, whole or not at all."""

import os
from collections.abc import Sequence
from pathlib import Path

from flows.errors import AkhbarError
from flows.report.contents import Contents, gather
from flows.report.explained import Explained, explained
from flows.report.page import article_page, report_page
from flows.report.policy import embedded_json
from flows.store.reader import Reader, open_public

EXPLAINED_ARTICLES = 300
EXPLAINED_BYTES = 1_800_000
"""So many of the newest articles are explained in the report itself, or as many as fit."""


def write_report(public_file: Path, out: Path, *, pages: bool = False) -> int:
    """Writes the report of `public_file` to `out`; how many articles have a page of their own.

    With `pages` every listed article that the report does not explain itself gets one, in the
    folder `explain` beside `out`, and the report links to them. Raises AkhbarError where a file
    cannot be written.
    """
    with open_public(public_file) as reader:
        contents = gather(reader)
        ids = [str(row[0]) for row in contents.tables["newest_articles"].rows]
        inside = _newest_that_fit(reader, ids)
        outside = [article_id for article_id in ids if article_id not in inside] if pages else []
        if outside:
            _write_pages(reader, contents, outside, out.parent / "explain")
    _put(out, report_page(contents, inside, "explain" if outside else None))
    return len(outside)


def write_article(reader: Reader, article_id: str, out: Path) -> None:
    """Writes the page that explains one article."""
    [overview] = reader.table("overview").records()
    _put(out, article_page(overview, explained(reader, [article_id])[article_id]))


def _newest_that_fit(reader: Reader, ids: Sequence[str]) -> dict[str, Explained]:
    found, budget = {}, EXPLAINED_BYTES
    for article_id, article in explained(reader, ids[:EXPLAINED_ARTICLES]).items():
        budget -= len(embedded_json(article.values).encode())
        if budget < 0:
            break
        found[article_id] = article
    return found


def _write_pages(reader: Reader, contents: Contents, ids: Sequence[str], folder: Path) -> None:
    for first in range(0, len(ids), EXPLAINED_ARTICLES):
        page_of = explained(reader, ids[first : first + EXPLAINED_ARTICLES])
        for article_id, article in page_of.items():
            _put(folder / f"{article_id}.html", article_page(contents.overview, article))


def _put(path: Path, text: str) -> None:
    """Writes beside `path` and renames: whoever opens it sees the old page or the new one."""
    # Named like a build, so that the next run sweeps up what a killed one left.
    new = path.with_name(f".build-{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_text(text, encoding="utf-8")
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
    except OSError as error:
        raise AkhbarError(
            path,
            f"the page cannot be written ({error.strerror})",
            "Choose another place or make this one writable.",
        ) from error
