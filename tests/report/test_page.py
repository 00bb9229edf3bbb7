"""The report as a file: what it holds, what it may do, and that text of articles stays text."""

import base64
import hashlib
import json
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from flows.report.contents import Contents
from flows.report.explained import Explained
from flows.report.figures import figures
from flows.report.page import article_page, report_page
from flows.report.policy import embedded_json
from flows.report.words import words
from flows.store import sql
from tests.report.conftest import HEADLINE

Attributes = dict[str, str | None]


@dataclass
class Element:
    name: str
    attributes: Attributes
    parents: tuple[str, ...]
    text: str = ""


@dataclass
class Page(HTMLParser):
    """Every element of a page, with the text that stands directly in it."""

    elements: list[Element] = field(default_factory=list)
    open: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs), tuple(e.name for e in self.open))
        self.elements.append(element)
        if tag not in {"meta", "hr", "input", "br", "link", "img"}:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().name == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1].text += data

    def all(self, *names: str) -> list[Element]:
        return [element for element in self.elements if element.name in names]


@pytest.fixture(scope="module")
def html(warehouse: Path) -> str:
    return (warehouse / "report.html").read_text("utf-8")


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return parsed(html)


def parsed(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    assert not page.open
    return page


def policy_of(page: Page) -> str:
    [policy] = [
        element.attributes["content"]
        for element in page.all("meta")
        if element.attributes.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policy
    return policy


def data_of(page: Page) -> dict[str, object]:
    [text] = [script.text for script in page.all("script") if script.attributes.get("id") == "data"]
    found: dict[str, object] = json.loads(text)
    return found


def test_a_hostile_headline_makes_no_element(html: str, page: Page) -> None:
    assert not page.all("img", "b")
    assert not any("onload" in element.attributes for element in page.all("svg"))
    assert len(page.all("script")) == 4  # data, trust, Vega, ours
    assert html.count("</script>") == 4
    assert "<script>alert" not in html


def test_a_hostile_headline_comes_through_as_it_is(page: Page) -> None:
    listed = data_of(page)["articles"]
    assert isinstance(listed, list)
    assert HEADLINE in [row[1] for row in listed]


def test_a_page_of_one_hostile_article_is_no_less_safe(
    contents: Contents, articles: dict[str, Explained]
) -> None:
    [hostile] = [each for each in articles.values() if "alert" in each.values["headline"]]
    page = parsed(article_page(contents.overview, hostile))
    assert len(page.all("script")) == 3
    assert not page.all("img", "b")
    assert not any("onload" in element.attributes for element in page.all("svg"))
    assert HEADLINE in page.all("title")[0].text


@pytest.mark.parametrize(
    "text", ["</script>", "<!--", "<script>", "\u2028\u2029", "]]>", "\\u003c"]
)
def test_embedded_json_ends_no_element_and_means_the_same(text: str) -> None:
    made = embedded_json({"text": text})
    assert "<" not in made
    assert "\u2028" not in made
    assert json.loads(made) == {"text": text}


def test_every_script_and_style_is_named_in_the_policy_and_nothing_else_is_allowed(
    page: Page,
) -> None:
    policy = policy_of(page)
    for element in page.all("script", "style"):
        if element.attributes.get("type") != "application/json":
            digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_nothing_is_fetched_from_anywhere(page: Page) -> None:
    links = [
        element.attributes[name]
        for element in page.elements
        for name in ("href", "src", "action", "srcset", "poster")
        if name in element.attributes
    ]
    assert links
    assert all(link and link.startswith("#") for link in links)
    assert not any(name.startswith("on") for e in page.elements for name in e.attributes)
    assert not any("style" in element.attributes for element in page.elements)


def test_links_to_pages_of_articles_stand_only_where_they_were_written(
    contents: Contents, articles: dict[str, Explained]
) -> None:
    assert data_of(parsed(report_page(contents, articles)))["pages"] is None
    assert data_of(parsed(report_page(contents, {}, "explain")))["pages"] == "explain"


def test_ids_are_unique_and_references_lead_somewhere(page: Page) -> None:
    ids = [e.attributes["id"] for e in page.elements if e.attributes.get("id")]
    assert len(ids) == len(set(ids))
    for element in page.elements:
        for name in ("aria-labelledby", "aria-describedby"):
            for target in (element.attributes.get(name) or "").split():
                # The dialog's heading is made when an article opens.
                assert target in ids or target == "explained-headline"
        if element.name == "a":
            assert str(element.attributes["href"]).removeprefix("#") in ids


def test_the_page_reads_from_right_to_left_and_says_where_it_does_not(page: Page) -> None:
    assert page.all("html")[0].attributes == {"lang": "ar", "dir": "rtl"}
    for element in page.elements:
        if element.attributes.get("lang") == "en" and "tr" not in element.parents[-1:]:
            inside_ltr = any(e.attributes.get("dir") == "ltr" for e in page.all("th"))
            assert element.attributes.get("dir") == "ltr" or inside_ltr


def test_each_section_has_a_heading_in_two_languages(page: Page) -> None:
    headings = [e.attributes["id"] for e in page.all("h2")]
    assert headings == [e.attributes["aria-labelledby"] for e in page.all("section")]
    assert len(headings) == 10
    assert len(page.all("h1")) == 1
    languages = [e.attributes.get("lang") for e in page.all("span") if e.parents[-1] == "h2"]
    assert languages == ["ar", "en"] * 10


def test_each_table_has_a_caption_and_heads(page: Page) -> None:
    assert len(page.all("table")) == len(page.all("caption")) == 7
    assert all(e.attributes.get("scope") in {"col", "row"} for e in page.all("th"))


def test_each_control_has_a_label(page: Page) -> None:
    for control in page.all("input", "select"):
        assert "label" in control.parents


def test_the_samples_have_every_figure_but_those_of_quotations(contents: Contents) -> None:
    empty = {name for name, figure in figures(contents).items() if not figure.rows}
    assert empty <= {"quotes"}


def test_an_empty_figure_says_so_in_words(contents: Contents) -> None:
    bare = {name: type(table)(table.columns, []) for name, table in contents.tables.items()}
    period = dict(contents.period) | {"dated_count": 0}
    page = parsed(report_page(Contents(contents.overview, period, bare), {}))
    said = [e for e in page.all("p") if e.attributes.get("class") == "empty"]
    assert len(said) >= 4
    assert not page.all("figcaption")[0].attributes.get("id")


def test_every_role_and_part_has_words() -> None:
    vocabulary = sql.statement("checks/fail__words_come_from_their_vocabulary")
    for column, kind in (
        ("lines.role", "role"),
        ("entities.kind", "entity"),
        ("article_sources.relation", "fact"),
        ("articles.published_precision", "precision"),
        ("check_results.severity", "severity"),
    ):
        [listed] = re.findall(rf"'{re.escape(column)}', unnest\(\[(.*?)\]\)", vocabulary, re.S)
        for key in re.findall(r"'(\w+)'", listed):
            assert (kind, key) in words(), f"{column} {key} has no words in words.csv"


def test_each_query_of_the_report_says_what_it_is_for() -> None:
    for file in sql.files("report"):
        _purpose, grain, limits = file.comment.splitlines()
        assert grain.startswith("Grain: ")
        assert limits.startswith("Limits: ")
