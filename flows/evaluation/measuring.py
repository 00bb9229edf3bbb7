"""Reads each page of a truth file as the pipeline does, and compares what it finds."""

import html
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from flows.errors import AkhbarError
from flows.evaluation.figures import ALL, Tally
from flows.evaluation.truth import Clutter, Truth
from flows.text.article import assemble
from flows.text.folding import fold
from flows.text.model import Article, LineLabel
from flows.text.reading import Rejection, read
from flows.text.roles import label_lines

Words = Counter[str]
_WORD = re.compile(r"[^\W_]+")
_NOTHING = "-"


def evaluate(folder: Path, truths: Iterable[Truth], clutter: Clutter) -> dict[str, dict[str, Any]]:
    """Figures of `folder` for every outlet of the truth, by name, and over all under "all".

    headline: share of known titles that are the headline, spelling variants and spaces apart.
    body_f1, body_clean_f1: mean F1 of the words of bodies, as they are and without the truth's
    clutter. publisher_precision, publisher_recall, published_precision, published_recall: of what
    was told, what is right; of what is known, what was told rightly. A date is right if it is
    right as far as its precision goes. unknown_share, role_shares: of the lines. A file that is
    rejected tells nothing. Raises AkhbarError for a file that is not in the folder.
    """
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for truth in truths:
        text, labels, article = _read(folder, truth.file)
        for tally in (tallies[truth.outlet or _NOTHING], tallies[ALL]):
            tally.files += 1
            tally.roles.update(label.role for label in labels)
            _compare_headline(tally, truth, text, article)
            _compare_body(tally, truth, text, labels, clutter)
            _compare_publisher(tally, truth, article)
            _compare_date(tally, truth, article)
    if not tallies:
        raise AkhbarError(folder, "the truth has no row", "Name a truth file with rows.")
    order = sorted(tallies, key=lambda outlet: (outlet == ALL, outlet))
    return {outlet: tallies[outlet].figures() for outlet in order}


def _read(folder: Path, name: str) -> tuple[str, list[LineLabel], Article | None]:
    try:
        reading = read((folder / name).read_bytes())
    except OSError as error:
        remedy = "Name the folder in which the files of the truth lie."
        raise AkhbarError(folder / name, error.strerror or "cannot be read", remedy) from error
    if isinstance(reading, Rejection):
        return "", [], None
    labels = label_lines(reading.text)
    return reading.text, labels, assemble(reading.text, labels, name)


def _compare_headline(tally: Tally, truth: Truth, text: str, article: Article | None) -> None:
    if truth.title:
        span = article.headline if article else None
        tally.add(
            "headline", span is not None and _plain(text[slice(*span)]) == _plain(truth.title)
        )


def _compare_body(
    tally: Tally, truth: Truth, text: str, labels: list[LineLabel], clutter: Clutter
) -> None:
    if not truth.body:
        return
    body = "\n".join(text[x.start : x.end] for x in labels if x.role in ("body", "subheading"))
    outlet = truth.outlet or _NOTHING
    found, known = (clutter.taken_out(part, outlet) for part in (body, truth.body))
    tally.add("body_f1", f1(_words(body), _words(truth.body)))
    tally.add("body_clean_f1", f1(_words(found), _words(known)))


def _compare_publisher(tally: Tally, truth: Truth, article: Article | None) -> None:
    if not truth.outlet:
        return
    told = article.publisher.source_id if article and article.publisher else None
    is_right = told == truth.outlet.replace("_", "-")
    tally.add("publisher_recall", is_right)
    if article and article.publisher:
        tally.add("publisher_precision", is_right)


def _compare_date(tally: Tally, truth: Truth, article: Article | None) -> None:
    if truth.published is None:
        return
    told = article.published if article else None
    is_right = False
    if told is not None and told.on is not None:
        known = truth.published.date()
        parts = {"month": 2, "year": 1}.get(told.precision or "", 3)
        is_right = told.on.timetuple()[:parts] == known.timetuple()[:parts]
        tally.add("published_precision", is_right)
    tally.add("published_recall", is_right)


def f1(found: Words, known: Words) -> float:
    """Harmonic mean of precision and recall of one bag of words against another.

    >>> f1(Counter("اب"), Counter("ابجد"))
    0.6666666666666666
    """
    common = (found & known).total()
    return 2 * common / (found.total() + known.total()) if common else float(found == known)


def _plain(text: str) -> str:
    return " ".join(fold(html.unescape(text)).split())


def _words(text: str) -> Words:
    return Counter(_WORD.findall(fold(text)))
