"""Puts the report together: one file of HTML with its style, scripts and data inside."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from flows.report import drawings
from flows.report.contents import Contents
from flows.report.explained import Explained
from flows.report.figure import Figure
from flows.report.figures import figures
from flows.report.policy import content_security_policy, embedded_json, embedded_script
from flows.report.words import country, word, words
from flows.text.folding import letters_folded, removed_in_folding

_FOLDER = Path(__file__).with_name("page")


def report_page(
    contents: Contents, explained: Mapping[str, Explained], pages: str | None = None
) -> str:
    """The whole report; `pages` is where pages of single articles lie, as seen from the report."""
    shown = figures(contents)
    articles = contents.tables["newest_articles"].records()
    sources = sorted({row["source"] for row in articles if row["source"] is not None})
    numbers = {name: number for number, name in enumerate(sources)}
    data = {
        "charts": drawings.specifications(),
        "figures": {name: figure.packed() for name, figure in shown.items() if figure.rows},
        "period": _edges(contents),
        "sources": sources,
        "articles": [
            [
                row["article_id"],
                row["headline"],
                numbers.get(row["source"]),
                row["published_on"],
                row["published_precision"],
                row["word_count"],
                row["copy_count"],
            ]
            for row in articles
        ],
        "explained": {key: article.values for key, article in explained.items()},
        "words": _packed_words(),
        "folding": {"letters": letters_folded(), "removed": removed_in_folding()},
        "pages": pages,
    }
    scripts = [
        _asset("trust.js"),
        drawings.vega_script(),
        _joined("common.js", "charts.js", "explain.js", "fold.js", "list.js"),
    ]
    return _rendered(
        "report.html.jinja", data, scripts, overview=contents.overview, **_tables(contents, shown)
    )


def article_page(overview: Mapping[str, Any], article: Explained) -> str:
    """One article explained, as a page of its own."""
    return _rendered(
        "article.html.jinja",
        {"article": article.values, "words": _packed_words()},
        [_asset("trust.js"), _joined("common.js", "explain.js", "single.js")],
        overview=overview,
        article_id=article.article_id,
        headline=article.values["headline"],
    )


def _rendered(template: str, data: object, scripts: Sequence[str], **values: Any) -> str:  # noqa: ANN401
    inline = [embedded_script(script) for script in scripts]
    style = _asset("tokens.css") + _asset("style.css")
    return (
        _environment()
        .get_template(template)
        .render(
            policy=content_security_policy(inline, [style]),
            # What these hold is ours, or cannot end the element that holds it.
            style=Markup(style),
            scripts=[Markup(script) for script in inline],
            data=Markup(embedded_json(data)),
            **values,
        )
    )


def _edges(contents: Contents) -> tuple[date, date] | None:
    """The first day of the charts over time, and the day after the last."""
    steps = contents.tables["coverage"].records()
    return (steps[0]["step_on"], steps[-1]["step_end_on"]) if steps else None


def _tables(contents: Contents, shown: Mapping[str, Figure]) -> dict[str, Any]:
    tables = contents.tables
    return {
        "period": contents.period,
        "step": word("step", contents.period["step"]),
        "figures": shown,
        "sources": [
            row | {"kind": word("kind", row["kind"]), "country": country(row["country_code"])}
            for row in tables["sources"].records()
        ],
        "reprints": [
            row | {"way": word("way", row["way"])} for row in tables["reprints"].records()
        ],
        "removed": _by_rule(tables["removed"].records()),
        "scorecard": tables["scorecard"].records(),
        "dates": [
            row
            | {
                "basis": word("basis", row["basis"]),
                "precision": word("precision", row["precision"]),
            }
            for row in tables["date_bases"].records()
        ],
        "checks": [
            row
            | {
                "severity": word("severity", row["severity"]),
                "severity_key": row["severity"],
                "examples": [list(example.values()) for example in json.loads(row["examples"])],
            }
            for row in tables["checks"].records()
        ],
        "listed_count": len(tables["newest_articles"].rows),
    }


def _by_rule(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    totals: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        key = (row["role"], row["rule"])
        first = {**row, "role": word("role", row["role"]), "line_count": 0}
        totals.setdefault(key, first)["line_count"] += row["line_count"]
    return list(totals.values())


def _packed_words() -> dict[str, tuple[str, str]]:
    return {
        f"{vocabulary}.{key}": (each.ar, each.en)
        for (vocabulary, key), each in words().items()
        if vocabulary in ("fact", "role")
    }


def _joined(*names: str) -> str:
    # In a scope of their own, like Vega's.
    return '"use strict";(() => {\n' + "\n".join(map(_asset, names)) + "})();"


@cache
def _asset(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_FOLDER, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
