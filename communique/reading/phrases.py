"""Where a noun phrase ends, and the members of a list: "A, B in the C and D, and the E"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.reading.scan import Scan

_LIMIT = re.compile(
    r"""(?P<hard>[;!?]|(?<![.\s][A-Z])\.(?=\s|$|["”’)])|:(?=\s)|\s[-–—]{1,2}\s|…)
    |(?P<quote>["“”«»„])
    |(?P<bracket>[()])
    |(?P<stop>\s(?:during|while|when|where|whereas|although|though|because|since|amid|despite|according\sto|in\saccordance\swith|
        in\sline\swith|in\sorder\sto|with\sa\sview\sto|after|following|before|upon|until(?!\s(?:19|20)\d\d)|thereby|thus|so\sthat|unless|
        on\sthe\s(?:sidelines|margins)|on\sbehalf\sof|in\sthe\spresence\sof|ahead\sof|as\spart\sof|on\sthe\s(?:occasion|basis|eve)|
        at\sthe\s(?:end|close|conclusion|outset|beginning|invitation)|as\s(?:they|he|she|it)|today|yesterday|tomorrow|
        earlier|last\s(?:week|month|year|night)|this\s(?:week|morning|afternoon|evening)|for\s(?:consideration|approval|signature|adoption)|but)\b)
    |(?P<finite>\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do|said|says|told)\b)
    |(?P<verb>(?:,?\s(?:and|but|then)|,)\s(?:(?:also|then|later|subsequently|further|jointly)\s)?(?=(?P<word>[a-z]+)\b))""",
    re.X,
)
_OPENER = re.compile(r"(?:^|\s)(?:that|how|what|whether|why|which|who|whose)\s")
_SEPARATOR = re.compile(r",?\s(?:and|or|as well as|along with)\s|,\s|\s&\s")
_BAD_COMMA = re.compile(
    r""",\s(?:(?:which|who|whom|whose|where|when|while|whereas|said|says|according|as\s(?!well\sas)|but|so|yet|with|without|
    in\s(?:accordance|line|order|turn|addition|response|which)|at|by|during|after|before|following|upon|under|he|she|it|they|we|this|that|
    these|those|thus|however|both|all|each|because|since|to|for|a\smove|the\s(?:first|last)\s\w+\sof|
    having|adding|noting|stressing|emphasi[sz]ing|highlighting|underlining|underscoring|saying|calling|expressing|reaffirming|reiterating|welcoming|urging|
    paving|making|marking|bringing|giving|reflecting|demonstrating|aiming|seeking|setting|allowing|becoming|using|warning|citing|pointing|agreeing|vowing|
    pledging|accusing|telling|describing|praising|ending|followed|led|headed|chaired|held|hosted|attended|signed|adopted|along\swith)\b
    |\w+\s(?:said|says|reports|reported|noted|added|told)\b|(?:the\s)?(?:\S+\s){1,4}(?:said|says|reports|reported|noted|added|told|announced|learned)\b
    |(?:on|in)\s(?:[A-Z]|\d)|\d{4}\b)""",
    re.X,
)
_CLOSER = re.compile(r"(?:\s|,)(?:and|or|as well as|along with|&)\s")
_PAST = re.compile(
    r"ed$|^(?:met|held|took|gave|made|spoke|began|led|put|set|heard|told|went|came|paid|drew|said)$"
)
_ADJECTIVAL = frozenset(
    "planned proposed continued limited related increased shared united organized organised advanced combined detailed expected".split()
)
_MEETING_TAIL = re.compile(r"\sat\s(?:the|a|an|its|their|this|today[’']s|that)\s")
_INCLUDING = re.compile(
    r",?\s(?:including|such as|encompassing|notably|inter alia|especially|particularly|in particular|primarily)\s|,\slike\s"
)


_REACH = 700  # characters: no phrase is longer, and a text without full stops stays linear


class Piece(NamedTuple):
    """A stretch of a text, half-open."""

    start: int
    stop: int


def phrase_end(scan: Scan, start: int, stop: int) -> int:
    """Where the noun phrase (or list of them) that begins at `start` ends, at the latest at `stop`.

    >>> from communique.reading.scan import scan
    >>> s = scan("trade and transit during the talks")
    >>> phrase_end(s, 0, 34)
    17
    """
    limit = _limit(scan, start, min(stop, start + _REACH))
    limit = _comma_end(scan, start, limit)
    limit = _tail_cut(scan, start, limit)
    while limit > start and scan.characters[limit - 1] in " ,;:\n\r\t.":
        limit -= 1
    return limit


def _limit(scan: Scan, start: int, stop: int) -> int:
    """The first thing that no noun phrase contains: strong punctuation, a finite verb, "during"."""
    depth = quoted = 0
    for match in _LIMIT.finditer(scan.characters, start, stop):
        at = match.start()
        if match["bracket"]:
            depth += 1 if match["bracket"] == "(" else -1
            if depth < 0:
                return at
        elif match["quote"]:
            opens = match["quote"] in "“«„" or (match["quote"] == '"' and not quoted)
            if (
                opens
                and scan.words(at + 1, at + 2).islower()
                and not re.search(r"[”»\"]", scan.words(at + 1, at + 40))
            ):
                return at
            if opens and match["quote"] == '"' and at > start and scan.characters[at - 1] not in " (":
                return at
            quoted += 1 if opens else -1
            if quoted < 0:
                return at
        elif depth or quoted:
            continue
        elif match["finite"]:
            if not _OPENER.search(scan.words(max(start - 1, 0), at + 1)):
                return _clause_before(scan, start, at)
        elif match["verb"]:
            if _is_past_verb(scan, match):
                return at
        else:
            return at
    return stop


def _is_past_verb(scan: Scan, match: re.Match[str]) -> bool:
    """The word behind "and" or a comma tells a further deed: ", and signed a plan"."""
    word = match["word"]
    if word in _ADJECTIVAL or not _PAST.search(word):
        return False
    if word[-2:] != "ed":
        return True
    at = match.start("word")
    if re.match(r"\s(?:the|a|an|its|their|his|her)\s", scan.words(match.end("word"), match.end("word") + 7)):
        return True
    return bool(scan.within(at, at + 1, "say", "decide", "discuss", "meet", "hold", "attend", "commit"))


def _clause_before(scan: Scan, start: int, at: int) -> int:
    """The end of the phrase when `at` is the verb of a further clause: its subject goes with it."""
    cut = None
    for separator in _SEPARATOR.finditer(scan.characters, start, at):
        cut = separator.start()
    return cut if cut is not None else at


def _comma_end(scan: Scan, start: int, stop: int) -> int:
    """A comma goes on only with a list, and a list has an "and" to come."""
    closed = max((m.start() for m in _CLOSER.finditer(scan.characters, start, stop)), default=-1)
    at = scan.characters.find(",", start, stop)
    while at >= 0:
        inside = _inside_marks(scan.words(start, at))
        row = _ADJECTIVE.search(scan.words(max(start, at - 24), at)) and re.match(
            r", [a-z]+ [a-z]+", scan.words(at, at + 40)
        )
        if (
            not inside
            and not row
            and not _INCLUDING.match(scan.characters, at)
            and (_BAD_COMMA.match(scan.characters, at) or closed < at)
        ):
            return at
        at = scan.characters.find(",", at + 1, stop)
    return stop


def _inside_marks(words: str) -> bool:
    return (
        words.count("(") > words.count(")")
        or words.count("“") > words.count("”")
        or words.count("«") > words.count("»")
        or words.count('"') % 2 == 1
    )


def _tail_cut(scan: Scan, start: int, stop: int) -> int:
    """Day and meeting at the end tell when and where something was done: " on Monday", " at the summit"."""
    for dated in scan.dates_within(start, stop):
        before = scan.words(max(start, dated.start - 8), dated.start)
        found = re.search(r",?\son\s(?:the\s)?$", before)
        if found and (dated.day is not None or dated.weekday is not None):
            return dated.start - len(found[0])
    for match in _MEETING_TAIL.finditer(scan.characters, start, stop):
        if scan.within(match.end(), min(stop, match.end() + 60), "meeting_noun"):
            return match.start()
    return stop


_STARTS = re.compile(
    r"(?:the|a|an|their|its|how|ways|measures|issues|possible|joint|other|further|possibilities|prospects|preparations)\b"
)
_PREPOSITION = re.compile(r"(?:on|about|regarding|concerning|in connection with)\s")
_GERUND = re.compile(r"[A-Za-z]+ing\b")
_ADJECTIVE = re.compile(
    r"(?:^|\s|-)(?!(?:withdrawal|criminal|proposal|capital|approval|arrival|refusal|hospital|potential|deal|goal|festival|trial|appeal|music|public|republic|traffic|topic|logistic|territory|secretary|summary|boundary|objective|initiative|narrative|perspective|directive|incentive|executive|representative|alternative|migrant)\b)[\w-]+(?:al|ic|ary|ive|ous|ian|ese|ish|ational)$"
)
_BOUND = re.compile(
    r"\b(?:between|both|from|areas of|areas as|fields of|field of|areas like|spheres of|sphere of|areas including|sectors of|such as|including|especially|particularly|in particular|through|that (?:will|would|can|could|has|have|is|are|allows?|defines?)|how|whether|what|why)\s"
)
_COOPERATION = re.compile(
    r"\b(?:cooperation|co-operation|collaboration|partnership|ties|relations|interaction|links|contacts|exchanges)\s(?:in|on)\s",
    re.I,
)


_VERB = re.compile(r"\s(?:to|can|could|will|would|should|is|are|may|might|has|have)\s")


class _Cut(NamedTuple):
    start: int
    stop: int
    words: str


def members(scan: Scan, start: int, stop: int) -> list[Piece]:
    """The members of the list between `start` and `stop`; the whole when it is no list.

    >>> from communique.reading.scan import scan
    >>> s = scan("trade, the border and transit")
    >>> [s.words(*p) for p in members(s, 0, 29)]
    ['trade', 'the border', 'transit']
    """
    cuts = [c for c in _cuts(scan, start, stop) if not _inside_marks(scan.words(start, c.start))]
    cuts = _without_bound(scan, start, stop, _without_adjectives(scan, start, cuts))
    chosen = _chosen(scan, start, stop, cuts)
    pieces = []
    left = start
    for cut in chosen:
        pieces.append(_trimmed(scan, left, cut.start))
        left = cut.stop
    pieces.append(_trimmed(scan, left, stop))
    return [_without_preposition(scan, p) for p in pieces if p.stop - p.start > 2]


def _without_preposition(scan: Scan, piece: Piece) -> Piece:
    """ "(views on A) as well as on B" is B."""
    match = _PREPOSITION.match(scan.characters, piece.start, piece.stop)
    return Piece(match.end(), piece.stop) if match else piece


def _cuts(scan: Scan, start: int, stop: int) -> Iterator[_Cut]:
    for match in _SEPARATOR.finditer(scan.characters, start, stop):
        if not _INCLUDING.match(scan.characters, match.start()):
            yield _Cut(match.start(), match.end(), match[0].strip())


def _without_adjectives(scan: Scan, start: int, cuts: list[_Cut]) -> list[_Cut]:
    """ "political, military and technical spheres": commas and the "and" of one row of adjectives."""
    kept: list[_Cut] = []
    row = False
    left = start
    for cut in cuts:
        piece = scan.words(left, cut.start)
        left = cut.stop
        adjective = bool(_ADJECTIVE.search(piece))
        if cut.words == "," and adjective:
            row = True
            continue
        if adjective and ("and" in cut.words or cut.words == "or"):
            row = False
            continue
        row = False
        kept.append(cut)
    return kept


def _without_bound(scan: Scan, start: int, stop: int, cuts: list[_Cut]) -> list[_Cut]:
    """The "and" of "between A and B", the commas behind "in the fields of"."""
    kept = []
    bound_and = 0
    for match in _BOUND.finditer(scan.characters, start, stop):
        if match[0].strip() in ("between", "both"):
            following = next((c for c in cuts if c.start >= match.end() and "and" in c.words), None)
            bound_and = following.start if following else bound_and
            cuts = [
                c
                for c in cuts
                if c is not following and not (following and match.end() <= c.start < following.start)
            ]
        elif match[0].strip() in ("how", "whether", "what", "why"):
            verb = _VERB.search(scan.characters, match.end(), stop)
            cuts = [c for c in cuts if not (verb and match.end() <= c.start < verb.start())]
        elif match[0].startswith("that"):
            cuts = [c for c in cuts if c.start < match.end() or _STARTS.match(scan.characters, c.stop)]
        elif match[0].strip() != "from":
            cuts = [c for c in cuts if c.start < match.end()] + _escaping(scan, match.end(), stop, cuts)
    kept = [c for c in cuts if not _between_names(scan, c)]
    if _COOPERATION.search(scan.words(start, kept[0].start) + " ") if kept else False:
        pieces = re.split(_SEPARATOR, scan.words(kept[0].stop, stop))
        if all(len(p.split()) <= 3 and not _STARTS.match(p) for p in pieces):
            return []
    return kept


def _between_names(scan: Scan, cut: _Cut) -> bool:
    """The "and" of "China and the Solomon Islands" joins two names."""
    right = cut.stop + (4 if scan.words(cut.stop, cut.stop + 4) == "the " else 0)
    labels = ("country", "organisation", "city")
    before = any(h.stop == cut.start for h in scan.within(cut.start - 40, cut.start, *labels))
    after = scan.within(right, right + 1, *labels)
    if not before or not after:
        return False
    return cut.words != "," or bool(
        re.match(r",|\sand\b|\sor\b", scan.words(after[0].stop, after[0].stop + 5))
    )


def _escaping(scan: Scan, at: int, stop: int, cuts: list[_Cut]) -> list[_Cut]:
    """Behind "such as" only a member with an article of its own leaves the inner list."""
    return [c for c in cuts if c.start >= at and "and" not in c.words and c.words != ","] + [
        c
        for c in cuts
        if c.start >= at
        and "," in c.words
        and "and" in c.words
        and re.match(r"(?:the|a|an)\s", scan.words(c.stop, c.stop + 4))
    ]


def _chosen(scan: Scan, start: int, stop: int, cuts: list[_Cut]) -> list[_Cut]:
    commas = [c for c in cuts if c.words == ","]
    firm = [c for c in cuts if c.words not in (",", "and", "or", "&")]
    ands = [c for c in cuts if c.words in ("and", "&")]
    if not commas:
        return sorted(firm + [c for c in ands if _splits_pair(scan, start, stop, c, cuts)])
    last = max(c.start for c in commas)
    closing = [c for c in firm if c.start > last]
    tail = [c for c in ands if c.start > last]
    if closing or not tail:
        return sorted(commas + firm)
    own = [
        c for c in tail if _STARTS.match(scan.characters, c.stop) or _GERUND.match(scan.characters, c.stop)
    ]
    return sorted([*commas, *firm, (own or tail)[-1]])


def _splits_pair(scan: Scan, start: int, stop: int, cut: _Cut, cuts: list[_Cut]) -> bool:
    """Two things of equal rank: both with an article, both gerunds, or the preposition said again."""
    right = scan.words(cut.stop, stop)
    left = scan.words(start, cut.start)
    if _PREPOSITION.match(right):
        return True
    if _GERUND.match(right):
        return bool(_GERUND.match(left))
    return (
        bool(_STARTS.match(right))
        and len(right.split()) >= 3
        and (len(left.split()) > 2 or bool(_STARTS.match(left) and right[:4] == "the "))
    )


def _trimmed(scan: Scan, start: int, stop: int) -> Piece:
    while start < stop and scan.characters[start] in " ,;:\n\r\t":
        start += 1
    while stop > start and scan.characters[stop - 1] in " ,;:\n\r\t.":
        stop -= 1
    return Piece(start, max(stop, start))
