"""An answer to the ledger: its reports, with what the list says of them where they say nothing themselves."""

import hashlib
from functools import cached_property
from typing import NamedTuple

import msgspec

from communique import flow
from communique.ledger import Ledger
from communique.model.errors import BadInput
from communique.model.page import Page
from communique.model.text import Text
from communique.source import Placed
from communique.source.charset import charset_said
from communique.source.gate import look
from communique.source.kinds import kind_of
from communique.source.listed.moments import moment
from communique.source.opened import HEAD
from communique.source.web import Answer, reports_of
from communique.text import clean
from communique.text.stamps import day_of
from communique.watching.state import Row

_DAY = len("2024-11-28")
GATED = frozenset({"text/html", "application/xhtml+xml", "text/plain"})


class Taken(NamedTuple):
    """What became of an answer (a field of Summary), the ids of the texts in it, and the day of publication."""

    became: str
    texts: str = ""
    published: str = ""
    reason: str = ""


def _aside(page: Page) -> str:
    """Why a page that nobody asked for by name is not read; "" for one that tells of a meeting at first sight."""
    kind = page.media_type.partition(";")[0]
    if kind.strip().casefold() not in GATED or kind_of(page.body[:HEAD], ".html") not in GATED:
        return ""  # what its bytes tell goes before what its server calls it
    seen = look(page.body, charset_said(page.media_type))
    return "" if seen.worth else seen.reason


class _Told(NamedTuple):
    """A page as it is stored, the id of its text and its day; "" where there is no text."""

    page: Page | BadInput
    id: str = ""
    published: str = ""


class Taking:
    """Reads what answers hold and stores it for good; what reads the same as the last time is not stored again."""

    def __init__(self, ledger: Ledger, size_limit: int, reader: flow.Reader | None = None) -> None:
        self._ledger = ledger
        self._size_limit = size_limit
        self._given = reader

    @cached_property
    def _reader(self) -> flow.Reader:
        return (
            self._given or flow.standard_reader()
        )  # its vocabulary takes a moment: most rounds bring nothing new

    def take(self, answer: Answer, row: Row) -> Taken:
        """What became of the answer for the page `row`."""
        if row.gated and answer.page and (reason := _aside(answer.page)):
            return Taken("aside", reason=reason)
        told = [self._told(page, row) for page in reports_of(answer, self._size_limit)]
        published = told[0].published if len(told) == 1 else ""
        ids = [one.id for one in told]
        texts = ids[0] if len(ids) == 1 else hashlib.sha256(" ".join(ids).encode()).hexdigest()
        if texts and texts == row.texts:
            return Taken("unchanged", texts, published)
        outcomes: list[flow.Outcome] = []
        summary = flow.add(self._ledger, [one.page for one in told], outcomes.append, reader=self._reader)
        if summary.failed:
            return Taken("failed", reason=summary.failed[0][1])
        if summary.aside == len(told):
            return Taken("aside", reason=outcomes[0].reason)
        became = "changed" if row.texts else "new" if summary.read else "known"
        return Taken(became, texts, published)

    def _told(self, page: Page | BadInput, row: Row) -> _Told:
        """The page with title and day as the list has them, where it has none of its own."""
        try:
            if isinstance(page, BadInput):
                return _Told(page)
            if row.gated and isinstance(page, Placed):
                page = msgspec.structs.replace(page, gated=True)  # its text is looked at once more
            text = clean(page)
            more = {"title": row.title} if text.title is None and row.title else {}
            if text.published is None and moment(row.published) and not self._dated(text):
                more["published"] = row.published[:_DAY]
            if more:
                page = msgspec.structs.replace(page, **more)
                text = clean(page)
            return _Told(page, text.id, text.published or "")
        except Exception:  # whatever it is, adding the page says so in a line
            return _Told(page)

    def _dated(self, text: Text) -> bool:
        """Whether the report says on which day it was filed: its own word goes before that of a list."""
        report = self._reader.read(text).report
        line = report.dateline
        return bool(report.published or (line and line.date and day_of(line.date)))
