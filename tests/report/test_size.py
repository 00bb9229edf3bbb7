"""However large the warehouse is, the report stays under 5 MB: every list in it is capped."""

from dataclasses import replace
from datetime import date, timedelta

from flows.report import writing
from flows.report.contents import LISTED_ARTICLES, Contents
from flows.report.explained import Explained
from flows.report.page import report_page

LIMIT = 5_000_000
STEPS = [date(2010, 1, 1) + timedelta(31 * n) for n in range(150)]


def test_a_page_whose_every_list_is_full_is_smaller_than_5_mb(
    contents: Contents, articles: dict[str, Explained]
) -> None:
    name, kind = "اسم طويل لمنبر من المنابر", "newspaper"
    tables = dict(contents.tables)

    def fill(table: str, *rows: tuple[object, ...]) -> None:
        assert len(rows[0]) == len(tables[table].columns), tables[table].columns
        tables[table] = replace(tables[table], rows=list(rows))

    fill("coverage", *((day, day, 12345, 123) for day in STEPS))
    fill("coverage_by_source", *((f"{name} {n}", d, d, 1234) for n in range(14) for d in STEPS))
    fill(
        "entity_timeline",
        *((f"an-entity-of-{n:040}", name, name, d, d, 1234) for n in range(40) for d in STEPS),
    )
    fill(
        "naming",
        *(
            (f"entity-{n:030}", name, name, f"{name} {form}", form + 1, f"{name} {s}", d, 123)
            for n in range(16)
            for form in range(7)
            for s, d in enumerate(STEPS)
        ),
    )
    fill("sources", *((str(n), name, name, kind, "SA", *[n + 1] * 6) for n in range(60)))
    fill("removed", *(("body", f"rule{n}", f"{s}", 1, 1, "م" * 999, "م" * 999)
                      for n in range(24) for s in range(10)))  # fmt: skip
    fill(
        "newest_articles",
        *(
            (f"{n:016}", "ع" * 160, "x", f"{name} {n % 500}", STEPS[0], "day", 12345, 12)
            for n in range(LISTED_ARTICLES)
        ),
    )
    one = next(iter(articles.values()))
    article = replace(one, values=dict(one.values) | {"lines": ["ع" * 8000], "facts": []})
    many = {f"{n:016}": article for n in range(writing.EXPLAINED_BYTES // 16_000)}
    page = report_page(replace(contents, tables=tables), many).encode()
    assert LIMIT * 0.7 < len(page) < LIMIT
