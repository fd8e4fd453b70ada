"""axe finds nothing on any kind of page (WCAG 2.2 AA and its good practice), where axe-core is at hand.

Nothing of axe is shipped: `npm install axe-core` somewhere and say where its file is, `AXE=.../axe.min.js`.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from test_browser import chromium, pages  # noqa: F401

from communique.model.record import KINDS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not Path(os.environ.get("AXE", "")).is_file(), reason="AXE does not name axe-core's file"
    ),
]
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(params=[(1440, "light"), (360, "dark")], ids=str)
def window(request: pytest.FixtureRequest, chromium, pages) -> Iterator[Page]:  # type: ignore[no-untyped-def]  # noqa: F811
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=pages
    )
    yield context.new_page()
    context.close()


def faults(window: Page, address: str) -> list[str]:
    answer = window.goto(address)
    assert answer is not None
    assert answer.ok != (address == "/nothing"), address
    window.evaluate(Path(os.environ["AXE"]).read_text())
    found = window.evaluate("levels => axe.run(document, {runOnly: levels})", LEVELS)
    return [f"{address} {v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


def test_axe_finds_nothing(window: Page) -> None:
    addresses = ["/", "/search?words=moscow", "/search", "/countries", "/countries/RU", "/conflicts", "/unsure", "/offices", "/pending", "/compared",
                 "/pictures", "/nothing", "/login", "/review", "/judgements", "/meetings?country=RU", "/meetings?words=nothinghasthis",
                 "/pictures/attendance?of=cis/security-council-secretaries", "/pictures/offices?of=nobody"]  # fmt: skip
    found = [fault for address in addresses for fault in faults(window, address)]
    window.goto("/reports")
    links = window.locator(".list tbody a[href^='/reports/']").evaluate_all(
        "all => all.map(a => a.getAttribute('href'))"
    )
    found += faults(window, f"{links[0]}/mark")
    found += faults(window, f"{links[0]}/against/{links[1].rpartition('/')[2]}")
    for kind in KINDS:
        found += faults(window, f"/{kind}")
        link = window.locator(".list tbody a[href^='/" + kind + "/']").first.get_attribute("href")
        found += faults(window, str(link))
    assert not found
