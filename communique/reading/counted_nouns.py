"""What a number counts where a noun takes it: a loan of so much, a border of such length, a share of a whole."""

import re

from communique.reading.counted_shapes import At, Counted, flat
from communique.reading.measured import Number
from communique.reading.scan import Scan

_SUM = re.compile(
    r"(?<![\w’'-])(?P<what>(?:[a-z][\w-]*\s){0,2}(?:[Ll]oan|credit line|grant|donation|contribution|budget|fund|package|fee|fine|"
    r"deficit|surplus|debt|tranche|investment|aid package|credit|levy|subsid(?:y|ies)|appeal|tariffs|losses|damage))"
    r"\s(?:worth|of|(?<=appeal )for|totall?ing|amounting to|in the amount of|to the tune of)\s$"
)
_ARTICLE = re.compile(
    r"^(?:(?:[a-z]+ed|gave|took|got|lent|cut|made|set|and|a|an|the|its|their|this|that|of|by|with|for|in|on|as|to)\s)+"
)
_PURPOSE = re.compile(
    r"\s(?P<what>(?:for|towards?|to\s(?:help|support|finance|build|buy))\s(?!(?:the\s)?(?:\d|[A-Z][a-z]+\s\d|fiscal|financial|next|coming|year|period|last|this|bienni))[^,.;:()“”\"\d]{3,60}?)"
    r"(?=[,.;:()“”\"]|\s(?:and|over|in|from|by|at|on|was|were|will|has|had|is|are|which|that|to|while)\b|$)"
)


def sum_of(scan: Scan, number: Number) -> Counted | None:
    """ "a loan of 85 million dollars for the road": the loan, and what it is for."""
    if not number.money:
        return None
    low = max(number.sentence.start, number.start - 70)
    match = _SUM.search(scan.words(low, number.start))
    if match is None:
        return None
    lead = _ARTICLE.match(match["what"])
    at = (low + match.start("what") + (lead.end() if lead else 0), low + match.end("what"))
    aim = _PURPOSE.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 90))
    if aim is None:
        return Counted(flat(scan.words(*at)), (at,))
    return Counted(flat(f"{scan.words(*at)} {aim['what']}"), (at, aim.span("what")))


_HAS_SIZE = re.compile(r"\b(?:an?|the|its|their|this|new|long|same|whole)\s$", re.I)
_SIZED = re.compile(
    r"[\s-](?:long[\s-])?(?P<what>(?!(?:of|in|to|and|or|long|wide|high|deep|away|from|apart|north|south|east|west|per|a|is|was|were|at|by|for|on|off|with|than|that|which|between|along|into|below|above)\b)"
    r"[A-Za-z][\w’'-]*(?:\s(?!(?:with|of|in|to|and|or|from|between|was|were|is|are|will|has|have|had|at|by|for|on|off|that|which|along|near|across|into|through|would|linking|connecting|joining)\b)[a-z][\w’'-]*){0,2})"
)


def sized(scan: Scan, number: Number) -> Counted | None:
    """ "a 2,600 km border", "the 640 MW power plant": the thing of that size."""
    if number.unit in (None, "percent", "basis points") or number.money:
        return None
    if not _HAS_SIZE.search(scan.words(max(number.sentence.start, number.start - 8), number.start)):
        return None
    match = _SIZED.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 60))
    return Counted(flat(match["what"]), (match.span("what"),)) if match else None


_HEADCOUNT = re.compile(
    r"\b(?P<what>population|workforce|membership|audience|electorate|readership|combined population|total population) of\s$"
)
_ALONE = re.compile(r"[,.;)]|\s?$|\s(?!(?:people|men|inhabitants|residents|citizens|workers)\b)")


def headcount(scan: Scan, number: Number) -> Counted | None:
    """ "a population of 45 million": no noun follows, the one before says who is counted."""
    if number.unit is not None or not _ALONE.match(scan.characters, number.stop, number.sentence.stop):
        return None
    low = max(number.sentence.start, number.start - 30)
    match = _HEADCOUNT.search(scan.words(low, number.start))
    if match is None:
        return None
    return Counted(match["what"], ((low + match.start("what"), low + match.end("what")),))


def is_headcount(scan: Scan, number: Number) -> bool:
    """True where "a population of" stands right before."""
    return _HEADCOUNT.search(scan.words(max(0, number.start - 30), number.start)) is not None


_STRONG = re.compile(
    r"(?:-strong\s(?P<what>[A-Za-zÀ-ÿ][^,.;:()“”\"]*?)(?=[,.;:()]|\s(?:of|from|in|to|led|headed|was|were|is|will|has|had|that|which|for|at|on|and|arrived|left|by|with)\b|$))"
)


def strong(scan: Scan, number: Number) -> Counted | None:
    """ "a 32-strong Chadian team": the team."""
    match = _STRONG.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 80))
    return Counted(flat(match["what"]), (match.span("what"),)) if match else None


_HARMED = re.compile(
    r"\b(?P<done>killed|killing|wounded|wounding|injured|injuring|arrested|detained|cleared)\s$"
)
_NOTHING_BEHIND = re.compile(r"[,.;]|\s?$|\s(?:in|on|at|near|and|during|since|after|of land|so far)\b")


def is_harmed(scan: Scan, number: Number) -> bool:
    """True for "wounded [40] in Lagos": those killed, hurt or caught, with no noun behind."""
    if number.money or number.unit == "percent" or number.comparator == "<":
        return False
    behind = _NOTHING_BEHIND.match(scan.characters, number.stop, number.sentence.stop)
    return bool(
        behind and _HARMED.search(scan.words(max(number.sentence.start, number.start - 12), number.start))
    )


def harmed(scan: Scan, number: Number) -> Counted | None:
    """ "killed 11 people and wounded 40", "cleared 1,400 hectares": what was done to so many."""
    if not is_harmed(scan, number):
        return None
    low = max(number.sentence.start, number.start - 12)
    match = _HARMED.search(scan.words(low, number.start))
    return match and Counted(match["done"], ((low + match.start("done"), low + match.end("done")),))


_SHARE = re.compile(
    r"(?:^|[,;]\s|\bthat\s)(?P<what>[^,;:“”\"\d]{3,70}?)\s(?:now\s|already\s|still\s|currently\s|together\s)?"
    r"(?P<verb>make up|makes up|made up|accounts? for|accounted for|account for|constitutes?|represents?|is|are|was|were|form|forms|hold|holds|own|owns|(?:will )?reach|reached|reaches|spends?|spent|to spend|will spend|equals?|(?:is|are|was|were) equal to|stood at|stands at|exceeds?)\s(?:only\s|just\s|the\s)?$"
)
_WHOLE = re.compile(
    r"\sof\s(?:the\s|its\s|their\s|all\s)?(?P<what>[^,.;:()“”\"]{3,60}?)(?=[,.;:()“”\"]|\s(?:in|from|and|while|but|by|with|last|this|since|compared|at)\b|$)"
)
_NOBODY = frozenset(
    ("it", "they", "this", "that", "which", "who", "there", "these", "those", "he", "she", "we")
)


def share(scan: Scan, number: Number) -> Counted | None:
    """ "Women make up 38 per cent of members": who, and of what."""
    if number.unit != "percent":
        return None
    low = max(number.sentence.start, number.start - 110)
    match = _SHARE.search(scan.words(low, number.start))
    whole = _WHOLE.match(scan.characters, number.stop, min(number.sentence.stop, number.stop + 80))
    if match is None or whole is None or match["what"].lower().split()[-1] in _NOBODY:
        return None
    said = scan.within(low + match.start("what"), number.start, "say_clause", "say_thing", "say_told")
    if said:
        return None
    at: At = (low + match.start("what"), low + match.end("what"))
    return Counted(flat(f"{scan.words(*at)} {whole['what']}"), (at, whole.span("what")))
