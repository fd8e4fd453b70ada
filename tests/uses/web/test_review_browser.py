"""What a reviewer does in a real browser: ten decisions with ten keys, undo, logging in; and a hostile report inert."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import small_record
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect
from test_browser import NARROW, WIDE, chromium, no_sideways_scrolling, served

from communique.ledger import Ledger
from communique.uses.users import Users
from communique.uses.web.admitting import Door
from communique.uses.web.app import create_app

pytestmark = pytest.mark.browser
__all__ = ["chromium"]
WORD = "correct horse battery"
Windows = Callable[..., Page]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_USER", "anna")
    return small_record.make(tmp_path / "small.db")


@contextmanager
def window(chromium: Browser, address: str, width: int = WIDE, scheme: str = "light") -> Iterator[Page]:
    """A window in which no script but ours may have run: every complaint and every dialog fails the test."""
    context: BrowserContext = chromium.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        base_url=address,  # type: ignore[arg-type]
    )
    context.set_default_timeout(10_000)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss())[0])
    try:
        yield page
    finally:
        context.close()
    assert not [c for c in complaints if "status of 4" not in c]


def settled(page: Page) -> str:
    """What is asked now, once the answer to the last key is there."""
    page.locator("#review:not([aria-busy])").wait_for()
    return page.locator("#review input[name=key]").last.get_attribute("value") or ""


def judged(path: Path) -> list[str]:
    with Ledger.open(path) as ledger:
        return [j.verdict for j in ledger.judgements()]


@pytest.mark.parametrize(("width", "scheme"), [(WIDE, "light"), (NARROW, "dark")])
def test_ten_items_take_ten_keys_and_ten_requests(
    chromium: Browser, own: Path, width: int, scheme: str
) -> None:
    with served(create_app(own)) as address, window(chromium, address, width, scheme) as page:
        page.goto("/review")
        expect(page.locator("blockquote b").first).to_be_visible()
        sent: list[Request] = []
        page.on("request", lambda request: sent.append(request))
        asked = [settled(page)]
        for number in range(1, 11):
            key = "1" if asked[-1].startswith("conflict") else "a"
            page.keyboard.press(key)
            expect(page.locator(".progress")).to_contain_text(f"{number} decision")
            asked.append(settled(page))
            no_sideways_scrolling(page)
        assert len(set(asked)) == 11
        assert [r.method for r in sent] == ["POST"] * 10
        assert judged(own) == ["right"] * 10

        page.keyboard.press("z")
        expect(page.locator(".told")).to_contain_text("taken back")
        assert settled(page) == asked[9]
        assert judged(own)[10:] == ["undone"]


def test_correcting_is_a_key_the_words_and_enter(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address, window(chromium, address) as page:
        page.goto("/review")
        page.keyboard.press("c")
        page.keyboard.type("Minsk an")  # typing decides nothing, whatever keys it takes
        page.keyboard.press("Enter")
        expect(page.locator(".told")).to_contain_text("it is Minsk an")
        assert judged(own) == ["replaced"]


def test_keys_can_be_switched_off(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address, window(chromium, address) as page:
        page.goto("/review")
        page.get_by_label("Decide with single keys").uncheck()
        page.keyboard.press("r")
        page.reload()
        page.keyboard.press("r")
        expect(page.locator("kbd").first).to_be_hidden()
        assert judged(own) == []
        page.get_by_role("button", name="Saint Petersburg", exact=True).click()
        expect(page.locator(".told")).to_contain_text("is right")


def test_without_a_script_the_same_forms_decide(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address:
        context = chromium.new_context(java_script_enabled=False, base_url=address)
        page = context.new_page()
        page.goto("/review")
        page.get_by_role("button", name="Moscow", exact=True).click()
        expect(page.locator(".told")).to_contain_text("Moscow is right")
        page.get_by_role("button", name="undo").click()
        expect(page.locator(".told")).to_contain_text("taken back")
        context.close()
    assert judged(own) == ["right", "undone"]


def test_words_selected_in_a_report_become_a_fact(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address, window(chromium, address, NARROW, "dark") as page:
        page.goto("/reports?words=three+bodies")
        page.locator(".list a", has_text="Three bodies").first.click()
        page.get_by_role("link", name="mark what the reading missed").click()
        no_sideways_scrolling(page)
        page.locator("#text").evaluate(
            "e => { const n = e.firstChild, at = n.data.lastIndexOf('Stanislav Zas'), r = document.createRange();"
            " r.setStart(n, at); r.setEnd(n, at + 13); getSelection().removeAllRanges(); getSelection().addRange(r);"
            " e.dispatchEvent(new MouseEvent('mouseup')); }"
        )
        expect(page.get_by_label("The words that say it")).to_have_value("Stanislav Zas")
        page.get_by_label("What they are").select_option("meetings chair 0")
        page.get_by_role("button", name="Add this fact").click()
        expect(page.get_by_role("alert")).to_contain_text("added chair")
        expect(page.locator(".beside")).to_contain_text("“Stanislav Zas” anna")
        assert judged(own) == ["added"]


def test_logging_in_wrongly_rightly_and_out(chromium: Browser, own: Path) -> None:
    with Users.open(own) as users:
        users.add("anna", "reviewer", WORD)
    with (
        served(create_app(own, door=Door(own, local=False))) as address,
        window(chromium, address, NARROW, "dark") as page,
    ):
        page.goto("/review")
        expect(page).to_have_url(f"{address}/login?next=%2Freview")
        no_sideways_scrolling(page)
        for word in ("wrong password", WORD):
            page.get_by_label("Name").fill("anna")
            page.get_by_label("Password").fill(word)
            page.keyboard.press("Enter")
            if word != WORD:
                expect(page.get_by_role("alert")).to_contain_text("do not go together")
        expect(page).to_have_url(f"{address}/review")
        page.get_by_role("button", name="log out anna").click()
        expect(page).to_have_url(f"{address}/login?next=%2F")


def test_a_foreign_page_cannot_judge_in_a_readers_name(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address, window(chromium, address) as page:
        page.goto("/review")
        key = settled(page)
        page.goto("about:blank")
        page.set_content(
            f'<form method="post" action="{address}/review"><input name="key" value="{key}">'
            '<input name="answer" value="wrong"></form>'
        )
        page.locator("form").evaluate("f => f.submit()")
        expect(page.get_by_role("heading", level=1)).to_have_text("Not allowed")
        assert judged(own) == []


def test_a_hostile_report_is_inert_wherever_it_is_asked_about(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address, window(chromium, address) as page:
        page.goto("/review")
        for _ in range(40):
            assert page.locator("#review script, #review img, #review style, #review [onerror]").count() == 0
            key = settled(page)
            if not key:
                break
            expect(page.locator("h1")).to_be_visible()
            page.keyboard.press("1" if key.startswith("conflict") else "a")
            expect(page.locator(f'input[name=key][value="{key}"]')).to_have_count(0)
        assert key == ""
        page.goto("/judgements")
        expect(page.locator("table")).to_contain_text("onerror=alert(1)")
        assert page.locator("main script, main img").count() == 0
        page.goto("/reports?words=summit")
        page.locator(".list a", has_text="script").first.click()
        page.get_by_role("link", name="mark what the reading missed").click()
        expect(page.locator("#text")).to_contain_text('alert("text")')
        assert page.locator("main script, main img, #text *").count() == 0


def test_a_reason_is_kept_with_the_answer_that_follows(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address, window(chromium, address) as page:
        page.goto("/review")
        asked = settled(page)
        page.keyboard.press("w")
        page.keyboard.type("a typo in the headline")
        page.keyboard.press("Enter")
        assert settled(page) == asked  # Enter ends the reason and decides nothing
        answer = page.locator(".answers [data-key]").first.get_attribute("data-key")
        page.keyboard.press(str(answer))
        expect(page.locator("#review .told")).to_be_visible()
        with Ledger.open(own) as ledger:
            assert [("a typo in the headline" in j.reason) for j in ledger.judgements()] == [True]


def test_pictures_come_into_view_as_they_are_drawn(chromium: Browser, own: Path) -> None:
    with served(create_app(own)) as address, window(chromium, address) as page:
        page.goto("/bodies/cis/security-council-secretaries")
        page.locator("#pictures").scroll_into_view_if_needed()
        expect(page.locator("figure.picture svg").first).to_be_visible()
        expect(page.locator(".awaited")).to_have_count(0)
