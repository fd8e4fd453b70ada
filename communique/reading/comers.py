"""Who comes together: bodies, offices in the plural and groups, with the organ that they make up."""

import re
from typing import NamedTuple

from communique.reading.domestic import of_one_state
from communique.reading.member_bodies import by_members
from communique.reading.organs import Named, organs
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sitting_bodies import BODIES, BODY, of_an_office, with_another, with_field
from communique.reading.sitting_edges import from_both


class Subject(NamedTuple):
    """Who came together, from `start` to `stop`, with the bodies that they are."""

    start: int
    stop: int
    bodies: tuple[Named, ...]


def subjects_in(scan: Scan, cast: Cast, low: int, high: int) -> list[Subject]:
    """Bodies, offices in the plural and groups, the leftmost first; "members of the Council" are the Council."""
    known = organs(scan, low, high)
    found = [Subject(n.start, n.stop, (n,)) for n in known]
    for start, stop in _groups(scan, cast, low, high):
        found.append(_group(scan, known, low, start, stop))
    for match in BODY.finditer(scan.characters, low, high) if BODIES.stands(scan, low, high) else ():
        words = _OPENING.sub("", match[0])
        start = from_both(scan, match.end() - len(words))
        of = scan.words(match.end(), match.end() + 4) == " of " and not _OF_MEMBERS.match(
            scan.characters, match.end()
        )
        stop = match.end() if of else with_field(scan, match.end(), high)
        taken = [n for n in known if n.start < stop and start < n.stop]
        if (
            " " in scan.words(start, stop)
            and not of_an_office(scan, start)
            and all(_a_side(scan, n, stop) for n in taken)
        ):
            named = Named(start, stop, None, scan.words(start, stop))
            found.append(Subject(start, stop, (named,)))
    return sorted((s for s in found if s.stop <= high), key=lambda s: (s.start, not s.bodies))


def _a_side(scan: Scan, named: Named, stop: int) -> bool:
    """ "EU-Morocco Association Council": the EU is one of its sides."""
    inside = named.body is not None and not named.body.is_organ and named.stop < stop
    return inside and with_another(scan, named)


def _groups(scan: Scan, cast: Cast, low: int, high: int) -> list[tuple[int, int]]:
    """Offices in the plural without the organisation that owns them, and words such as "the three"."""
    titles = [t for t in cast.titles if t.plural and low <= t.start < high]
    owned = [bool(t.of and scan.within(t.start, t.stop, "organisation")) for t in titles]
    groups = [
        (t.core_start, t.core_stop) if of else (t.start, t.stop) for t, of in zip(titles, owned, strict=True)
    ]
    groups += [(h.start, h.stop) for h in scan.within(low, high, "offices", "group")]
    return [(start, stop) for start, stop in groups if not of_one_state(scan, start)]


def _group(scan: Scan, known: list[Named], low: int, start: int, stop: int) -> Subject:
    """Who came together, with the organ that they make up: "SCO ministers", "ministers of the SCO", "members of the Council"."""
    whole = [n for n in known if _MEMBERS.fullmatch(scan.small, start, n.start)]
    if whole:
        return Subject(start, whole[0].stop, (whole[0],))
    behind = next((n for n in known if _THEIRS.fullmatch(scan.small, stop, n.start)), None)
    if behind:
        return Subject(start, behind.stop, (by_members(scan, behind, start, behind.stop),))
    before = next((n for n in reversed(known) if _OWNING.fullmatch(scan.characters, n.stop, start)), None)
    if before:
        return Subject(before.start, stop, (by_members(scan, before, low, stop),))
    return Subject(start, stop, ())


_OWNING = re.compile(
    r"(?: \([A-Z][\w-]{1,11}\))?(?:[’']s?)? "
)  # "the Caribbean Community (CARICOM) Heads of Government"
_THEIRS = re.compile(
    r" (?:of|from) (?:all |the )*(?:\d+ |[a-z]+ )?(?:(?:member |participating )?(?:states|countries|nations) (?:of|in) )?(?:the )?"
)
_MEMBERS = re.compile(
    r"(?:member states|members|delegations|representatives|member countries)(?:’|')? of the "
)
_OF_MEMBERS = re.compile(r" of (?:Governors|Directors|Trustees|Experts|Commissioners|Elders)\b")
_OPENING = re.compile(
    r"^(?:(?:\d{1,2} [A-Z][a-z]+(?: \d{4})?|Ahead|Before|After|During|In|At|On|When|While|Since|For|Of|And|An?|The)\b (?:of )?(?:the )?)+"
)
