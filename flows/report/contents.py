"""What the report shows, asked from the public file: each table is one statement of sql/report.

Everything is counted by DuckDB and capped here, so that the page stays as small for a million
articles as for a thousand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flows.store.reader import Reader, Table

LISTED_ARTICLES = 2000
"""The newest articles, which the list at the end of the page can filter: some 200 bytes each."""

_CAPS: Mapping[str, dict[str, Any]] = {
    "sources": {"limit": 60},
    "countries": {"limit": 60},
    "entities": {"limit": 12},
    "reprints": {"limit": 60},
    "agencies": {"limit": 15},
    "quotes": {"limit": 15, "verb_limit": 5},
    "quote_verbs": {"limit": 15},
    "roles": {"limit": 12},
    "removed": {"limit": 24, "source_limit": 8},
    "scorecard": {"limit": 40},
    "date_bases": {},
    "checks": {},
    "newest_articles": {"limit": LISTED_ARTICLES},
}
_TIMED_CAPS: Mapping[str, dict[str, Any]] = {
    "coverage": {},
    "coverage_by_source": {"limit": 12},
    "entity_timeline": {"limit": 40},
}


@dataclass(frozen=True, slots=True)
class Contents:
    """The answers: `overview` and `period` are one row each, `tables` go by their statement."""

    overview: Mapping[str, Any]
    period: Mapping[str, Any]
    tables: Mapping[str, Table]


def gather(reader: Reader) -> Contents:
    """Asks everything that the report shows; a few hundred milliseconds at 20,000 articles."""
    [overview] = reader.table("overview").records()
    [period] = reader.table("period").records()
    tables = {name: reader.table(name, **caps) for name, caps in _CAPS.items()}
    span = {name: period[name] for name in ("first_on", "last_on", "width", "origin_on")}
    if period["dated_count"]:
        tables |= {name: reader.table(name, **span, **caps) for name, caps in _TIMED_CAPS.items()}
    else:
        tables |= {name: Table((), []) for name in _TIMED_CAPS}
    # So many years of months would be more than a chart can show, and most of the page.
    tables["naming"] = reader.table(
        "naming", step=period["step"], limit=16, form_limit=6, source_limit=8
    )
    return Contents(overview, period, tables)
