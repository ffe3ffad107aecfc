"""The report in Debian's Chromium: from a line to its words and back, with keys alone, narrow, printed, for everyone."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from reports import HOSTILE, account, document, many

from tidings.model import Account
from tidings.report import html

CHROMIUM = shutil.which("chromium")
if CHROMIUM is None:
    pytest.skip("NO BROWSER TESTS: chromium is not there (apt-get install chromium)", allow_module_level=True)
playwright = pytest.importorskip("playwright.sync_api", reason="NO BROWSER TESTS: playwright is not there")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="NO BROWSER TESTS: axe is not there")

ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
ALIKE = ", ".join(  # more of what is there already: axe is slow on it and finds nothing else in it
    (
        ".grid > :nth-child(n+4)",
        ".timeline > li:nth-child(n+4)",
        "blockquote:nth-of-type(n+4)",
        ".difference:nth-of-type(n+4)",
        ".document ~ .document",
        ".text > p:nth-child(n+5)",
        "tr:nth-child(n+4)",
        ".open > li:nth-child(n+4)",
        "h3:nth-of-type(n+3), h3:nth-of-type(n+3) ~ details",
    )
)
RIGHT_TO_LEFT = "اجتمع الوزيران يوم الاثنين. «اتفقنا» قالت الوزيرة."


@pytest.fixture(scope="module")
def news(story: Account) -> Account:
    return replace(story, since="2024-03-14", new=tuple(d.id for d in story.dealings[:3]))


@pytest.fixture(scope="module")
def pages(news: Account, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("report")
    long = "Unbrokenword" * 60
    blank = replace(
        account(), documents=(), entities=(), quotes=(), events=(), dealings=(), differences=(), timeline=()
    )
    texts = {
        "story": html(news),
        "excerpts": html(news, whole=False),
        "sixty": html(many(news, 12)),
        "hostile": html(account(HOSTILE, HOSTILE)),
        "long": html(account(long, long)),
        "right": html(replace(account(RIGHT_TO_LEFT, "الوزيرة"), documents=(document(title=RIGHT_TO_LEFT),))),
        "blank": html(blank),
        "single": html(account()),
        "agreed": html(replace(account(), differences=())),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, "utf-8")
    return {name: folder / f"{name}.html" for name in texts}


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    with playwright.sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=CHROMIUM, args=list(ARGS))
        yield started
        started.close()


@pytest.fixture
def opened(browser, pages):
    """Opens a page by name; its context goes with the test."""
    contexts = []

    def opening(name: str, **options):
        contexts.append(browser.new_context(**{"viewport": WIDE, "java_script_enabled": True, **options}))
        page = contexts[-1].new_page()
        page.goto(pages[name].as_uri())
        return page

    yield opening
    for context in contexts:
        context.close()


def test_a_click_leads_to_the_words_and_back(opened) -> None:
    page = opened("story")
    link = page.locator(".first .line .words").first
    words = link.inner_text()
    link.click()
    hit = page.locator("mark:target")
    assert hit.count() == 1
    assert (
        hit.evaluate(
            "m => { const c = m.cloneNode(true); c.querySelectorAll('.back').forEach(b => b.remove()); return c.textContent }"
        )
        == words
    )
    assert hit.evaluate("m => getComputedStyle(m).backgroundColor") == "rgb(255, 227, 154)"
    hit.locator("xpath=following::a[@class='back'][1]").click()
    line = page.locator("article:target")
    assert line.count() == 1
    assert words in line.inner_text()


def test_keys_alone_reach_the_words_and_come_back(opened) -> None:
    page = opened("story")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "words":
            break
    page.keyboard.press("Enter")
    assert page.locator("mark:target").count() == 1
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "back"
    page.keyboard.press("Enter")
    assert page.locator("article:target").count() == 1


def test_a_source_shows_its_sentence_on_focus(opened) -> None:
    page = opened("story")
    source = page.locator(".first .src[data-says]").first
    source.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert source.get_attribute("data-says") in source.evaluate("s => getComputedStyle(s, '::after').content")


def test_all_works_without_script(opened) -> None:
    page = opened("story", java_script_enabled=False)
    page.locator("#timeline .words").first.click()
    assert "#w-" in page.url
    page.locator("#events summary").first.click()
    assert page.locator("#events .line").first.is_visible()


def test_a_folded_line_opens_when_it_is_led_to(opened) -> None:
    page = opened("story")
    assert not page.locator("#events .line").first.is_visible()
    page.locator(".timeline .foot a[href^='#l-']").first.click()
    assert page.locator("article:target").is_visible()


@pytest.mark.parametrize("name", ["story", "hostile", "long", "right", "blank", "single", "agreed", "excerpts"])
def test_nothing_runs_out_of_a_narrow_page(opened, name: str) -> None:
    page = opened(name, viewport=NARROW)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").is_visible()


def test_hostile_words_run_nothing(opened) -> None:
    page = opened("hostile")
    assert page.evaluate("document.querySelectorAll('script, img, [onerror]').length") == 0
    assert HOSTILE in page.locator("h1").inner_text()


def test_right_to_left_words_run_right_to_left(opened) -> None:
    page = opened("right")
    assert page.locator("h1").evaluate("h => getComputedStyle(h).direction") == "rtl"


def test_it_prints(opened) -> None:
    page = opened("story")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") > 5


def test_sixty_documents_are_small_and_open(opened, pages: dict[str, Path]) -> None:
    assert pages["sixty"].stat().st_size < 4_000_000
    page = opened("sixty")
    assert page.locator("#timeline").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["story", "blank"])
def test_axe_finds_nothing_serious(opened, name: str, scheme: str) -> None:
    page = opened(name, bypass_csp=True, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("alike => document.querySelectorAll(alike).forEach(e => e.remove())", ALIKE)
    found = axe.Axe().run(page).response["violations"]
    serious = [(v["id"], v["nodes"][0]["html"][:200]) for v in found if v["impact"] in ("serious", "critical")]
    assert serious == []
