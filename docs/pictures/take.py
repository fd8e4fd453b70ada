"""Takes the pictures of the README: eight pages of the demo record, as a browser shows them.

python docs/pictures/take.py          # wants chromium, as the tests of the pages do
"""

import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Page, sync_playwright

from communique import catalogue, flow
from communique.catalogue import queries
from communique.ledger import Ledger
from communique.source import samples
from communique.uses.web.app import create_app

HERE = Path(__file__).parent
SIZE = {"width": 1240, "height": 820}
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@contextmanager
def served(record: Path) -> Iterator[str]:
    """The address of the demo record's pages."""
    with Ledger.open(record) as ledger:
        flow.add(ledger, samples())
        flow.rebuild(ledger)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = uvicorn.Server(uvicorn.Config(create_app(record), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def pages(record: Path) -> dict[str, str]:
    """The pages by the name of their picture."""
    with catalogue.asking(record) as db:
        meeting = max(queries.meetings(db, "csto"), key=lambda m: (m.reports, m.participants, m.id))
        report = max(queries.reports(db), key=lambda r: (r.facts, r.id))
        person = max(queries.people(db), key=lambda p: (p.meetings, p.id))
        fact = next(f for f in queries.facts(db, report.id) if f.kind == "meetings" and f.field == "city")
    return {
        "front": "/",
        "meetings": "/meetings?country=BY",
        "meeting": f"/meetings/{meeting.id}",
        "report": f"/reports/{report.id}?at={fact.start}#mark-{fact.start}",
        "person": f"/people/{person.id}",
        "network": "/pictures/network",
        "review": "/review",
        "body": "/bodies/cis/security-council-secretaries",
    }


def main() -> None:
    """Takes them all, the odd ones in the dark."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Path(folder) / "demo.db") as home,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=found, args=QUIET)
        for number, (name, address) in enumerate(pages(Path(folder) / "demo.db").items()):
            page: Page = browser.new_page(viewport=SIZE, color_scheme="dark" if number % 2 else "light")
            page.goto(home + address)
            if name == "meeting":
                page.locator(".facts .cite").nth(1).hover()  # the sentence behind a value
            page.wait_for_timeout(400)
            page.screenshot(path=HERE / f"{name}.png")
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
