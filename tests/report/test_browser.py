"""The report in a real browser: drawn, quiet, filtered, by keyboard, on a phone and in the dark."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from flows.report.contents import Contents
from flows.report.explained import Explained
from flows.report.page import article_page
from flows.text.folding import fold, letters_folded, removed_in_folding
from tests.report.conftest import ROOT
from tests.report.test_contrast import contrast

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
CASES = json.loads((ROOT / "tests" / "cases" / "folding" / "variants.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium is installed; `apt install chromium` makes these tests run")
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium, args=FLAGS.split()) as browser,
    ):
        yield browser


@dataclass
class Heard:
    """What a page asked for and complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def opened(browser: Browser, path: Path, **options: object) -> tuple[Page, Heard]:
    heard = Heard()
    page = browser.new_context(**options).new_page()  # type: ignore[arg-type]
    page.on("request", lambda request: heard.requests.append(request.url))
    page.on("console", lambda message: heard.complaints.append(message.text))
    page.on("pageerror", lambda error: heard.complaints.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready=yes]")
    return page, heard


@pytest.fixture(scope="module")
def desktop(browser: Browser, warehouse: Path) -> tuple[Page, Heard]:
    return opened(
        browser,
        warehouse / "report.html",
        viewport={"width": 1280, "height": 900},
        color_scheme="light",
    )


@pytest.fixture
def page(desktop: tuple[Page, Heard]) -> Page:
    page, _ = desktop
    page.keyboard.press("Escape")
    page.evaluate("() => { location.hash = '#articles'; document.activeElement.blur(); }")
    return page


def test_every_figure_is_drawn(page: Page) -> None:
    drawn = page.locator("[data-figure] svg path, [data-figure] svg rect").count()
    assert drawn > 100
    assert page.locator("[data-figure]").count() >= 15
    assert page.locator("[data-figure]:not([data-drawn])").count() == 0
    empty = page.evaluate(
        "() => [...document.querySelectorAll('[data-figure]')]"
        ".filter(e => e.querySelectorAll('.mark-rect path, .mark-rule line').length === 0)"
        ".map(e => e.dataset.figure)"
    )
    assert empty == []


def test_a_reprint_graph_names_giver_and_taker(page: Page) -> None:
    figure = page.locator('[data-figure="reprints"]')
    assert "الأناضول" in figure.inner_text()
    assert "الخليج الجديد" in figure.inner_text()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("سوريه", 2),  # سورية
        ("امريكا", 1),  # أمريكا
        ("أَمريكا", 1),
        ("روسيا واميركا", 1),
        ("«بنتاغون»", 1),
        ("لا وجود لهذا", 0),
        ("", 6),
    ],
)
def test_the_filter_ignores_spelling_variants(page: Page, words: str, found: int) -> None:
    page.fill("#filter [name=words]", words)
    assert page.locator("#article-list tbody tr").count() == found
    assert page.locator("#filter output").inner_text().endswith(f"/ {found}")


def test_the_filter_knows_sources_and_days(page: Page) -> None:
    rows = page.locator("#article-list tbody tr")
    page.select_option("#filter [name=source]", label="الجزيرة")
    assert rows.count() == 1
    assert "لافروف" in rows.inner_text()
    page.select_option("#filter [name=source]", "")
    page.fill("#filter [name=from]", "2016-05-20")
    page.fill("#filter [name=to]", "2016-05-20")
    assert rows.count() == 2
    page.click("#filter [type=reset]")
    page.wait_for_function("() => document.querySelectorAll('#article-list tbody tr').length === 6")


def test_the_fold_of_the_page_is_the_fold_of_the_warehouse(browser: Browser) -> None:
    script = (ROOT / "flows" / "report" / "page" / "fold.js").read_text("utf-8")
    folding = json.dumps({"letters": letters_folded(), "removed": removed_in_folding()})
    blank = browser.new_page()
    texts = [case["text"] for case in CASES] + list(letters_folded())
    found = blank.evaluate(
        f"(texts) => {{ const data = {{folding: {folding}}}; {script} return texts.map(fold); }}",
        texts,
    )
    assert found == [fold(text).lower() for text in texts]


def test_choosing_an_entity_draws_it(page: Page) -> None:
    select = page.locator('select[data-chooses="timeline"]')
    figure = page.locator('[data-figure="timeline"]')
    bars = figure.locator(".mark-rect path")
    assert bars.count() == 4  # Syria: four weeks
    select.select_option(
        label="وزارة الدفاع الروسية · Ministry of Defence of the Russian Federation"
    )
    page.wait_for_function(
        "() => document.querySelectorAll('[data-figure=timeline] .mark-rect path').length === 3"
    )


def test_each_figure_is_a_table_too(page: Page) -> None:
    details = page.locator('details[data-rows="publishers"]')
    details.locator("summary").press("Enter")
    details.locator("table").wait_for()
    assert details.locator("caption").inner_text()
    assert "الجزيرة" in details.locator("tbody").inner_text()
    details.locator("summary").press("Enter")


def test_an_article_is_explained_by_keyboard(page: Page) -> None:
    link = page.locator("#article-list a").first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] .lines li")
    assert page.evaluate("() => document.activeElement.id") == "explained-headline"
    assert page.locator("li.removed .reason").count() >= 3
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    fact = page.locator("dialog .lines .fact[tabindex]").first
    fact.focus()
    tip = page.locator("#tip")
    tip.wait_for(state="visible")
    assert "·" in tip.inner_text()
    box, at = tip.bounding_box(), fact.bounding_box()
    assert box and at and at["y"] < box["y"] < at["y"] + 3 * at["height"]
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    assert page.locator("dialog[open]").count() == 1
    page.keyboard.press("Escape")
    page.wait_for_selector("dialog:not([open])", state="attached")
    assert page.evaluate("() => document.activeElement.getAttribute('href')") == (
        link.get_attribute("href")
    )


def test_a_pointer_shows_what_a_fact_is(page: Page) -> None:
    page.locator("#article-list a").first.click()
    page.locator("dialog .lines .fact.LOC").first.hover()
    page.locator("#tip").wait_for(state="visible")
    assert "مكان" in page.locator("#tip").inner_text()
    page.locator("#close").click()


def test_the_keyboard_meets_everything_in_the_order_of_the_page(page: Page) -> None:
    page.evaluate("() => { scrollTo(0, 0); document.querySelector('.skip').focus(); }")
    page.keyboard.press("Shift+Tab")
    seen = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                """() => {
                    const element = document.activeElement, style = getComputedStyle(element);
                    const all = [...document.querySelectorAll('*')];
                    return [all.indexOf(element), style.outlineStyle, style.outlineWidth];
                }"""
            )
        )
    places = [place for place, _, _ in seen]
    assert places == sorted(places)
    assert len(set(places)) == 30
    assert {style for _, style, _ in seen} == {"solid"}
    assert {width for _, _, width in seen} == {"3px"}


def test_the_skip_link_leads_to_the_content(page: Page) -> None:
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("() => location.hash") == "#content"


def test_no_request_leaves_the_page_and_nothing_complains(
    page: Page, desktop: tuple[Page, Heard], warehouse: Path
) -> None:
    _, heard = desktop
    assert heard.requests == [(warehouse / "report.html").as_uri()]
    assert heard.complaints == []


def test_the_policy_stops_a_request_and_markup_from_text(browser: Browser, warehouse: Path) -> None:
    page, heard = opened(browser, warehouse / "report.html")
    asked = page.evaluate("() => fetch('http://127.0.0.1:9/').then(() => 'sent', () => 'stopped')")
    assert asked == "stopped"
    made = page.evaluate(
        "() => { try { document.body.innerHTML = '<b>x</b>'; } catch (e) { return e.name; } }"
    )
    assert made == "TypeError"
    assert any("Content Security Policy" in each for each in heard.complaints)
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_without_scrolling_sideways(
    browser: Browser, warehouse: Path, scheme: str
) -> None:
    page, heard = opened(
        browser,
        warehouse / "report.html",
        viewport={"width": 360, "height": 740},
        color_scheme=scheme,
        has_touch=True,
        is_mobile=True,
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") == 360
    page.locator("#article-list a").first.tap()
    page.wait_for_selector("dialog[open] .lines li")
    page.locator("dialog .lines .fact[tabindex]").first.tap()
    page.locator("#tip").wait_for(state="visible")
    width = page.evaluate("() => document.querySelector('dialog').scrollWidth")
    assert width <= 360
    colours = page.evaluate(
        """() => {
            const hex = (text) => '#' + text.match(/\\d+/g).slice(0, 3)
                .map((n) => Number(n).toString(16).padStart(2, '0')).join('');
            const label = document.querySelector('[data-figure=publishers] .role-axis-label text');
            return [hex(getComputedStyle(document.body).backgroundColor),
                hex(getComputedStyle(label).fill)];
        }"""
    )
    assert contrast(*colours) >= 4.5
    assert (colours[0] < "#888888") == (scheme == "dark")
    assert heard.complaints == []
    page.context.close()


def test_paper_has_no_controls_and_is_light(browser: Browser, warehouse: Path) -> None:
    page, _ = opened(browser, warehouse / "report.html", color_scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert not page.locator("#filter").is_visible()
    background = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"
    page.context.close()


def test_a_page_of_one_article_explains_it(
    browser: Browser, contents: Contents, articles: dict[str, Explained], tmp_path: Path
) -> None:
    [hostile] = [each for each in articles.values() if "alert" in each.values["headline"]]
    (tmp_path / "one.html").write_text(article_page(contents.overview, hostile), "utf-8")
    page, heard = opened(browser, tmp_path / "one.html")
    assert hostile.values["headline"] in page.locator("h2").inner_text()
    assert page.locator(".lines li").count() == 4
    page.locator(".fact.published").last.focus()
    page.locator("#tip").wait_for(state="visible")
    assert "2016-05-20" in page.locator("#tip").inner_text()
    assert heard.complaints == []
    assert len(heard.requests) == 1
    page.context.close()
