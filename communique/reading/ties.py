"""The tie between a title and a name, and what the tie that somebody has already says against another."""

import msgspec

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.reading.names import Run
from communique.reading.offices import Title
from communique.reading.scan import Scan


class Link(msgspec.Struct, frozen=True):
    """A title tied to a name by the rule `rule`; `shared` is an earlier title whose country it may share."""

    run: Run
    title: Title
    rule: str
    shared: Title | None = None
    order: int = -1


def held_already(link: Link | None, title: Title) -> bool:
    """ "the President of A X, the President of B, Y": who was just called President of one country is not that of another."""
    if link is None or link.rule != "adjacent" or title.of is None or link.title.of is None:
        return False
    return link.title.head == title.head and link.title.of != title.of


def of_another_state(scan: Scan, link: Link, title: Title) -> bool:
    """ "the Amir of Kuwait, X, UAE Vice-President and Dubai Ruler Y": nobody holds offices of two states."""
    if link.rule not in ("adjacent", "before comma") or link.title.of is None or title.of is None:
        return False
    if title.head not in office_words("summit") | office_words("single") | office_words("cabinet"):
        return False  # envoys and chairs are sent and elected by others
    if link.title.of == title.of or not {link.title.of, title.of} <= country_codes():
        return False
    return not any(
        scan.within(t.start, t.stop, "organisation", "organ", "organ?") for t in (link.title, title)
    )
