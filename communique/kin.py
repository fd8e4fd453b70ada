"""What reports have to do with each other: which are copies, which are versions of one page, and where they differ."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from communique.flow import catch_up
from communique.model.errors import NotFound
from communique.model.text import Text

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from communique.catalogue.copies import Telling
    from communique.catalogue.versions import Version
    from communique.ledger import Ledger
    from communique.resolution.differences import Difference

Found = TypeVar("Found")


def copies(ledger: "Ledger", report: str = "") -> "list[tuple[Telling, ...]]":
    """The groups of reports that are one text told again, or the one of `report`; the source first in each."""
    from communique.catalogue.copies import tellings, told_again

    return _groups(ledger, report, told_again, tellings)


def versions(ledger: "Ledger", report: str = "") -> "list[tuple[Version, ...]]":
    """The versions of each page that changed, or those of `report`; the oldest first in each."""
    from communique.catalogue.versions import changed_pages
    from communique.catalogue.versions import versions as known

    return _groups(ledger, report, changed_pages, known)


def _groups(
    ledger: "Ledger",
    report: str,
    every: "Callable[[Connection], Iterable[tuple[Found, ...]]]",
    one: "Callable[[Connection, str], tuple[Found, ...]]",
) -> list[tuple[Found, ...]]:
    from communique.catalogue import queries

    catch_up(ledger)
    with ledger.connect() as db:
        return [g for g in ([one(db, queries.full_id(db, report, "reports"))] if report else every(db)) if g]


def differing(ledger: "Ledger", source: str, copy: str) -> "tuple[Text, Text, list[Difference]]":
    """What a copy says otherwise than its source, numbers first, with both texts; raises NotFound."""
    from communique.resolution.differences import differences

    before, after = ledger.text(source.removeprefix("r-")), ledger.text(copy.removeprefix("r-"))
    if before is None or after is None:
        raise NotFound(f"{source if before is None else copy}: no such report")
    return before, after, differences(before, after)
