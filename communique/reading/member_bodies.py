"""Bodies named by who sits in them: "EU agriculture ministers", "foreign ministers of the Arab League"."""

import re

from communique.lexicon.bodies import organ_of, summit_of, telling
from communique.lexicon.files import load
from communique.reading.organs import Named
from communique.reading.scan import Scan

_WORDS = load("en/members.yml")
_WHO = "(?:" + "|".join(sorted(_WORDS["who"], key=len, reverse=True)) + ")"
_BEHIND = re.compile(
    rf"(?:[’']s?)? (?:member (?:states|countries)[’']? )?(?P<who>(?:[\w/&’'-]+ ){{0,5}}?{_WHO})\b", re.I
)
_BEFORE = re.compile(
    rf"(?P<who>(?:[\w/&’'-]+ ){{0,6}}?{_WHO})(?: [A-Z][\w-]+)? (?:of|from|in) (?:the |all |all the )?(?:[\w-]+ ){{0,3}}?(?:of (?:the )?)?$",
    re.I,
)
_LEADERS = frozenset(_WORDS["leaders"])
_OTHERS = frozenset(_WORDS["others"])


def by_members(scan: Scan, named: Named, low: int, high: int) -> Named:
    """The organ that the members of the organisation `named` make up, where the words beside it say who they are."""
    if named.body is None or named.body.is_organ:
        return named
    behind = _BEHIND.match(scan.words(named.stop, min(high, named.stop + 90)))
    before = _BEFORE.search(scan.words(max(low, named.start - 90), named.start))
    if behind is None and before is None:
        return named
    start, stop = named.start, named.stop
    if behind:
        who, stop = behind["who"], named.stop + behind.end()
    elif before:
        who, start = before["who"], max(low, named.start - 90) + before.start("who")
    words = _sitters(who)
    organ = (
        summit_of(named.body.organisation)
        if words and words <= _LEADERS
        else organ_of(named.body.organisation, words)
    )
    if organ is None:
        return named
    return Named(start, stop, organ, organ.name, organ.acronym)


def _sitters(who: str) -> frozenset[str]:
    """The telling words of "the foreign ministers of" without numbers and the names in front."""
    return telling(who) - _OTHERS
