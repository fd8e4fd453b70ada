"""When an address is asked again: young pages once a day, failed ones later and later. Pure."""

from communique.source.listed.moments import moment

HOUR, DAY = 3_600, 86_400
WEEK = 7 * DAY
WINDOW = 7
"""Days for which a page counts as young: what is corrected is mostly corrected in these."""

TRIES = 6
"""Failures in a row after which a page is asked no more, unless a list says that it changed."""


def after_answer(now: int, published: str, found: int, days: int) -> int | None:
    """When a page that answered is asked next: in a day while it is young, None once it is not.

    It is young from the day that it was published, or where that is not said (or lies ahead) from when it was found.

    >>> after_answer(86_400, "", 0, 7)
    172800
    """
    said = moment(published)
    born = min(int(said.timestamp()), found) if said else found
    return now + DAY if now + DAY <= born + days * DAY else None


def after_failure(now: int, failures: int) -> int | None:
    """When what failed so many times in a row is asked next: in 1, 2, 4 ... hours; None to give it up."""
    return now + min(HOUR * 2 ** (failures - 1), DAY) if failures < TRIES else None


def after_sitemap_failure(now: int, failures: int) -> int:
    """When a sitemap that an index names is asked next: later and later, and where it is gone or given up, in a week.

    `failures` is 0 for one that is gone.
    """
    later = after_failure(now, failures) if failures else None
    return now + WEEK if later is None else later


def after_change(now: int, modified: str, changed: str, answered: int | None, idle: bool) -> int | None:
    """When a page is asked of which a list now says that it was `modified`; None where it says nothing new.

    `changed` is what lists said before. A list that cried wolf the last time (`idle`: the page was unchanged) is
    believed once a day: some write the moment at which they were made behind every page.
    """
    if modified <= changed or answered is None:
        return None
    if not changed and _seconds(modified) <= answered:
        return None
    return max(now, answered + DAY) if idle else now


def _seconds(modified: str) -> int:
    said = moment(modified)
    return int(said.timestamp()) if said else 0
