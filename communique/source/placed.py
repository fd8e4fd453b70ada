"""A page that knows where it came from, for the line that says what is wrong with it."""

from communique.model.page import Page


class Placed(Page, frozen=True, kw_only=True):
    """A page from a place that a person can go to: `in/a.html`, `reports.jsonl:9`.

    `gated` are pages of a crawl that nobody named: their text is looked at as their bytes were.
    """

    place: str
    gated: bool = False


def place_of(page: Page) -> str:
    """Where the page came from as the person wrote it; the page's own name where that is not known."""
    return page.place if isinstance(page, Placed) else page.name
