"""The answers to the search box, kind by kind; reports with the words in their surroundings."""

import re

from litestar import get
from litestar.params import FromQuery
from litestar.response import Template
from sqlalchemy import Connection

from communique.catalogue import queries
from communique.catalogue.rows import Hit
from communique.catalogue.search import reports_with
from communique.model.record import KINDS
from communique.uses.web.addresses import list_of, page_of
from communique.uses.web.finding import Asking, rendered
from communique.uses.web.lists import Table, table

_EACH = 6
_HIT = re.compile("\x02([^\x03]*)\x03")


@get("/search", sync_to_thread=True)
def found(db: Asking, words: FromQuery[str] = "") -> Template:
    """Everything that has all the words."""
    answers = list(_by_kind(db, words)) if words.strip() else []
    return rendered(
        "search.html",
        f"Search: {words}" if words.strip() else "Search",
        words=words,
        answers=answers,
        number=sum(answer["number"] for answer in answers),
        snippets=_snippets(reports_with(db, words, limit=_EACH)) if answers else [],
    )


def _by_kind(db: Connection, words: str) -> list[dict[str, object]]:
    answers: list[dict[str, object]] = []
    found = queries.found_with(db, words, limit=_EACH)
    for kind in (kind for kind in KINDS if kind in found):
        number, rows = found[kind]
        shown: Table = table(kind, rows)
        answers.append({"kind": kind, "number": number, "table": shown, "all": list_of(kind, words)})
    return answers


def _snippets(hits: tuple[Hit, ...]) -> list[tuple[str, str, list[tuple[bool, str]]]]:
    """Title, page and surroundings of each report; (True, words) for what was searched."""
    return [(h.label, page_of(h.id, "reports"), snippet(h.snippet)) for h in hits if h.snippet]


def snippet(marked: str) -> list[tuple[bool, str]]:
    """The surroundings cut into what matched and what did not.

    >>> snippet("in \\x02Bishkek\\x03 on")
    [(False, 'in '), (True, 'Bishkek'), (False, ' on')]
    """
    pieces = enumerate(_HIT.split(marked))
    return [(n % 2 == 1, words) for n, words in pieces if words]
