"""What a reader does, in a real browser, without a line of JavaScript."""

import os
import re
import shutil
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from litestar import Litestar
from playwright.sync_api import Browser, Page, expect, sync_playwright

from communique.model.record import KINDS
from communique.uses.web.app import create_app

pytestmark = pytest.mark.browser

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
         "--disable-sync", "--no-first-run"]  # fmt: skip
WIDE, NARROW = 1440, 360


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("the browser tests need chromium, and this is CI")
        pytest.skip("there is no chromium here")
    with sync_playwright() as driver:
        launched = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield launched
        launched.close()


@contextmanager
def served(app: Litestar) -> Iterator[str]:
    """The address at which an application is served."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=2))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(timeout=20)
        listener.close()


@pytest.fixture(scope="module")
def pages(record: Path) -> Iterator[str]:
    """The address at which the pages are served."""
    with served(create_app(record)) as address:
        yield address


@pytest.fixture(params=[(WIDE, "light"), (NARROW, "light"), (WIDE, "dark"), (NARROW, "dark")], ids=str)
def window(request: pytest.FixtureRequest, chromium: Browser, pages: str) -> Iterator[Page]:
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        java_script_enabled=False,
        base_url=pages,
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("dialog", lambda dialog: complaints.append(dialog.message))
    yield page
    context.close()
    assert not [c for c in complaints if "404" not in c]


def no_sideways_scrolling(page: Page) -> None:
    """The page is no wider than the window."""
    page.wait_for_load_state()  # before its style has come a page is as wide as its widest picture
    size = page.viewport_size
    assert size is not None
    box = page.locator("html").evaluate("e => e.scrollWidth")
    assert box <= size["width"], page.url


def test_from_the_front_page_to_the_words_and_back(window: Page) -> None:
    window.goto("/")
    no_sideways_scrolling(window)
    window.get_by_role("link", name="sixth meeting of secretaries").first.click()
    expect(window.locator(".disputed")).to_contain_text("according to Hrazdan Newsline")
    no_sideways_scrolling(window)

    window.get_by_role("link", name="Stanislav Zas").first.click()
    expect(window.get_by_role("heading", level=1)).to_contain_text("Stanislav Zas")
    no_sideways_scrolling(window)

    window.locator(".sources a", has_text="Security chiefs").click()
    expect(window.locator(".text")).to_contain_text("threats from Afghanistan")
    expect(window.locator("mark.chosen")).to_have_count(0)
    no_sideways_scrolling(window)

    window.locator(".taken").get_by_role("link", name="city: Moscow").first.click()
    expect(window.locator("mark.chosen").first).to_be_in_viewport()
    assert "".join(window.locator("mark.chosen").all_inner_texts()) == "held in Moscow"
    no_sideways_scrolling(window)

    window.locator(".text mark a", has_text="threats from Afghanistan").click()
    expect(window.locator(".choice")).to_be_in_viewport()
    expect(window.locator(".choice")).to_contain_text("threats from Afghanistan")
    assert window.locator("mark.chosen").all_inner_texts() == ["threats from Afghanistan"]
    expect(window.locator(".taken li.chosen")).not_to_have_count(0)


def test_the_sentence_shows_on_focus_and_stays_in_the_window(window: Page) -> None:
    window.goto("/meetings?words=sixth")
    window.locator(".list a", has_text="sixth meeting").first.click()
    expect(window.locator(".cite").first).to_be_attached()  # counting does not wait for the page
    for number in range(0, window.locator(".cite").count(), 6):
        mark = window.locator(".cite").nth(number)
        mark.focus()
        sentence = window.locator(".ref", has=window.locator(":focus")).locator(".quote")
        expect(sentence).to_be_visible()
        no_sideways_scrolling(window)
    expect(sentence).to_contain_text("according to")


def test_the_timeline_leads_to_meetings(window: Page) -> None:
    window.goto("/")
    window.locator(".timeline svg a:visible").first.click()
    expect(window).to_have_url(re.compile("/(meetings|bodies)/"))


def test_the_keyboard_reaches_the_content_first(window: Page) -> None:
    window.goto("/meetings")
    window.keyboard.press("Tab")
    expect(window.get_by_role("link", name="To the content")).to_be_focused()


def test_no_page_scrolls_sideways(window: Page) -> None:
    for address in (*KINDS, "search?words=moscow", "nothing", "search?words=" + "w" * 190):
        window.goto(f"/{address}")
        no_sideways_scrolling(window)


def test_a_hostile_report_does_nothing(window: Page) -> None:
    window.goto("/reports?words=mallory")
    window.locator(".list a").first.click()
    assert window.locator("main script, body script, img, main style").count() == 0
    expect(window.locator(".text")).to_be_visible()
    no_sideways_scrolling(window)


def test_the_search_answers_as_one_types(chromium: Browser, pages: str) -> None:
    context = chromium.new_context(base_url=pages)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto("/meetings")
    page.get_by_label("Search the record").press_sequentially("stanislav za")
    found = page.get_by_role("listbox").get_by_role("option")
    expect(found.first).to_contain_text("Stanislav Zas")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/people/p-"))
    page.get_by_label("Search the record").press_sequentially("mallory")
    expect(found.first).to_be_visible()
    assert page.locator(".found").inner_html().count('<a href="/') == found.count()
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    context.close()
    assert not complaints


def test_on_a_phone_the_lists_are_one_line_with_the_one_that_is_shown_in_view(
    chromium: Browser, pages: str
) -> None:
    context = chromium.new_context(base_url=pages, viewport={"width": NARROW, "height": 800})
    page = context.new_page()
    for address in ("/meetings", "/reports", "/review"):
        page.goto(address)
        line, shown = (page.locator(f".top nav{part}").bounding_box() for part in ("", " [aria-current]"))
        assert line
        assert shown
        assert line["height"] < 60
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= NARROW
    context.close()


def test_a_meeting_prints_as_a_note_of_one_page(chromium: Browser, pages: str) -> None:
    context = chromium.new_context(base_url=pages)
    page = context.new_page()
    page.goto("/meetings?words=sixth")
    page.locator(".list tbody a").first.click()
    assert len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4"))) == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    context.close()


def test_the_first_tap_shows_the_sentence_and_escape_takes_it_away(chromium: Browser, pages: str) -> None:
    context = chromium.new_context(
        base_url=pages, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800}
    )
    page = context.new_page()
    page.goto("/meetings?words=sixth")
    page.locator(".list tbody a").first.click()
    mark = page.locator(".facts .cite").first
    expect(mark).to_be_attached()
    mark.tap()
    sentence = page.locator(".facts .quote").first
    expect(sentence).to_be_visible()
    assert "/meetings/" in page.url
    page.keyboard.press("Escape")
    expect(sentence).to_be_hidden()
    mark.tap()
    mark.tap()
    expect(page).to_have_url(re.compile("/reports/"))
    context.close()


def test_light_and_dark_differ(chromium: Browser, pages: str) -> None:
    colours = set()
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme, base_url=pages)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto("/")
        colours.add(page.locator("html").evaluate("e => getComputedStyle(e).backgroundColor"))
        colours.add(page.locator(".timeline a path").first.evaluate("e => getComputedStyle(e).fill"))
        context.close()
    assert len(colours) == 4
