"""Bodies named by who sits in them: "EU agriculture ministers", "foreign ministers of the Arab League"."""

import re

from communique.lexicon.bodies import Body, government_of, organ_of, summit_of, telling
from communique.lexicon.files import load
from communique.reading.organs import Named
from communique.reading.scan import Scan

_WORDS = load("en/members.yml")
_WHO = "(?:" + "|".join(sorted(_WORDS["who"], key=len, reverse=True)) + ")"
_BEHIND = re.compile(
    rf"(?:[’']s?)?(?: \([A-Z]+\))? (?:member (?:states|countries)[’']? )?(?:meeting of (?:the )?)?(?P<who>(?:[\w/&’'-]+ ){{0,5}}?{_WHO})\b",
    re.I,
)
_BEFORE = re.compile(
    rf"(?P<who>(?:[\w/&’'-]+ ){{0,6}}?{_WHO})(?: [A-Z][\w-]+)? (?:of|from|in) (?:the |all |all the )?(?:(?:\d+ |[a-z]+ )?(?:member |participating )?(?:states|countries|nations) (?:of|in) (?:the )?)?(?P<field>(?:[\w-]+ ){{0,3}}?)(?:of (?:the )?)?$",
    re.I,
)
_LEADERS = frozenset(_WORDS["leaders"])
_OTHERS = frozenset(_WORDS["others"])
_KNOWN_AS = tuple(_WORDS["known_as"].items())


_LAST_OF = re.compile(
    r"\b(?:[Mm]eetings?|[Ss]essions?|[Ss]ummit|[Cc]onference|[Tt]alks) (?:of|between|among) (?:the )?|\b[Tt]he "
)


def by_members(scan: Scan, named: Named, low: int, high: int) -> Named:
    """The organ that the members of the organisation `named` make up, where the words beside it say who they are."""
    if named.body is None or named.body.is_organ:
        return named
    heads = _of_heads(scan, named, low, high)
    if heads is not None:
        return heads
    behind = _BEHIND.match(scan.words(named.stop, min(high, named.stop + 90)))
    before = _BEFORE.search(scan.words(max(low, named.start - 90), named.start))
    if behind is None and before is None:
        return named
    start, stop = named.start, named.stop
    if behind:
        who, stop = behind["who"], named.stop + behind.end()
    elif before:
        who, start = _LAST_OF.split(before["who"])[-1], max(low, named.start - 90) + before.start("who")
    words = _sitters(who)
    portfolio = _PORTFOLIO.match(scan.characters, stop, high) if behind and who.endswith("inisters") else None
    if portfolio:
        who, stop = f"{who[: -len('ministers')]}{portfolio['field']} Ministers", portfolio.end()
        words |= telling(portfolio["field"]) - _AFFAIRS
    field = telling(" ".join(w for w in before["field"].split() if w[0].isupper())) if before else frozenset()
    field -= _AFFAIRS
    if field:
        organ = organ_of(named.body.organisation, words | field)
        return Named(start, stop, organ, organ.name, organ.acronym) if organ else named
    organ = _of_leaders(named.body.organisation, words) or organ_of(named.body.organisation, words)
    if organ is None:
        return _own_format(named, start, stop, who, words)
    return Named(start, stop, organ, organ.name, organ.acronym)


_PORTFOLIO = re.compile(r" (?:of|for) (?:the )?(?P<field>[A-Z][a-z]+(?:,? (?:and )?[A-Z][a-z]+){0,3})")
_AFFAIRS = frozenset({"affairs"})  # "of Foreign Affairs" is "foreign"
_HEADS = re.compile(r"\b(?:Council|Summit|summit|meeting|Meeting) of (?:the )?[Hh]eads of (?:the )?$")
_OF_MEMBERS = re.compile(r"[’']? ?(?:[Mm]ember|[Pp]articipating) ?(?:[Ss]tates|[Cc]ountries)[’']?")


def _of_heads(scan: Scan, named: Named, low: int, high: int) -> Named | None:
    """ "the Council of Heads of the SCO Member States": those who lead them."""
    before = _HEADS.search(scan.words(max(low, named.start - 40), named.start))
    behind = _OF_MEMBERS.match(scan.characters, named.stop, high)
    organ = summit_of(named.body.organisation) if named.body and before and behind else None
    if before is None or behind is None or organ is None:
        return None
    start = max(low, named.start - 40) + before.start()
    return Named(start, behind.end(), organ, organ.name, organ.acronym)


_GOVERNMENT = (frozenset({"government"}), frozenset({"prime", "ministers"}), frozenset({"premiers"}))


def _of_leaders(organisation: str, words: frozenset[str]) -> Body | None:
    """The organ of heads of state, or of those of government where these have one of their own."""
    if words in _GOVERNMENT:
        return government_of(organisation) or summit_of(organisation)
    return summit_of(organisation) if words and words <= _LEADERS else None


def _own_format(named: Named, start: int, stop: int, who: str, words: frozenset[str]) -> Named:
    """Ministers of one field have a format under their own name: "ASEAN Health Ministers' Meeting"."""
    last = who.split()[-1].lower()
    if last not in ("ministers", "chiefs", "secretaries") or not 2 <= len(words) <= 4 or named.body is None:
        return named
    if len(who.split()) < 2 or re.search(r"\d|\b(?:meeting|session|of)\b", who.lower()):
        return named
    titled = " ".join(
        w if w in ("and", "of", "for", "the") or w.isupper() else w.capitalize() for w in who.split()
    )
    return Named(start, stop, None, f"{named.body.acronym} {titled}' Meeting", named.body.acronym)


def _sitters(who: str) -> frozenset[str]:
    """The telling words of "the foreign ministers of" without numbers and the names in front."""
    for called, known in _KNOWN_AS:
        if who.lower().endswith(called):
            return telling(who[: -len(called)] + known) - _OTHERS
    return telling(who) - _OTHERS
