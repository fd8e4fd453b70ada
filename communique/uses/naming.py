"""What a person means who names one thing at the terminal: an id, its beginning, or words that only one entry has."""

from sqlalchemy import Connection

from communique.catalogue import queries
from communique.catalogue.rows import Row
from communique.model.errors import NotFound
from communique.model.record import PREFIXES

ONE = {"people": "person", "bodies": "body"}
"""What one of a kind is called, where it is not the kind without its last letter."""

_NAMED = 5
_SHORT = 10


def meant(db: Connection, kind: str, words: str) -> str:
    """The id of the one entry that the words mean: an id or its beginning, else words that one entry of `kind` alone has.

    Raises NotFound: for words that several have, with the first of them.
    """
    if _is_id(words):
        return queries.full_id(db, words, kind)
    rows = queries.LISTS[kind](db, words, limit=_NAMED + 1) if words.strip() else ()
    if len(rows) == 1:
        return str(rows[0].id)
    if not rows:
        return queries.full_id(db, words, kind)  # the beginning of a body's id; else it says what is missing
    named = "; ".join(
        f"{row.id if '/' in row.id else row.id[:_SHORT]} {_called(row)}" for row in rows[:_NAMED]
    )
    more = ", ..." if len(rows) > _NAMED else ""
    raise NotFound(f"{words}: several {kind} have these words; say which by its id: {named}{more}")


def _is_id(words: str) -> bool:
    return "/" in words or words[:2] in {f"{letter}-" for letter in PREFIXES.values()}


def _called(row: Row) -> str:
    return str(getattr(row, "name", None) or getattr(row, "title", None) or row.id)
