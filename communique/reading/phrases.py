"""Where a noun phrase ends: at a finite verb, at "during", at a comma that closes no list."""

import re

from communique.lexicon.agenda import agenda_words
from communique.reading.scan import Scan

# what may be a limit begins with a mark or a blank: everything else is passed over at the first look
_LIMIT = re.compile(
    r"""(?=[\s;!?.:…"“”«»„(),])(?:(?P<hard>[;!?]|(?<![.\s][A-Z])(?<!\bNo)\.(?=\s|$|["”’)])|:(?=\s)|\s[-–—]{1,2}\s|…)
    |(?P<quote>["“”«»„])
    |(?P<bracket>[()])
    |(?P<stop>\s(?:during|while|when|where|whereas|although|though|because|since(?!\s(?:[A-Z]|\d|the))|amid|despite|according\sto|in\saccordance\swith|
        in\sline\swith|in\sorder\sto|with\sa\sview\sto|after|following|before|upon|until(?!\s(?:19|20)\d\d)|thereby|thus|so\sthat|unless|
        (?:by|over\sthe|over|via|on\sthe)\s(?:tele)?phone|(?:in|by|via|over)\s(?:a\s|the\s)?(?:(?:tele)?phone|video)\s(?:call|conversation|talk|link|conference)|
        on\sthe\s(?:sidelines|margins)|on\sbehalf\sof|in\sthe\spresence\sof|ahead\sof|as\spart\sof|on\sthe\s(?:occasion|basis|eve)|
        at\sthe\s(?:end|close|conclusion|outset|beginning|invitation)|as\s(?:they|he|she|it)|today(?![’'])|yesterday(?![’'])|tomorrow(?![’'])|
        earlier|last\s(?:week|month|year|night)(?![’'])|this\s(?:week|morning|afternoon|evening)(?![’'])|for\s(?:consideration|approval|signature|adoption)|but)\b)
    |(?P<finite>\s(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do|said|says|told)\b)
    |(?P<verb>(?:,?\s(?:and|but|then|as\swell\sas)|,)\s(?:(?:also|then|later|subsequently|further|jointly)\s)?(?=(?P<word>[a-z]+)\b)))""",
    re.X,
)
_OPENER = re.compile(r"(?:^|\s)(?:that|how|what|whether|why|which|who|whose)\s")
SEPARATOR = re.compile(r",?\s(?:and|or|as well as|along with)\s|,\s|\s&\s")
_BAD_COMMA = re.compile(
    r""",\s(?:(?:which|who|whom|whose|where|when|while|whereas|said|says|according|as\s(?!well\sas)|but|so|yet|with|without|
    in\s(?:accordance|line|order|turn|addition|response|which)|at|by|during|after|before|following|upon|under|he|she|it|they|we|this|that|
    these|those|thus|however|both|all|each|because|since(?!\s(?:[A-Z]|\d|the))|to|for|a\smove|the\s(?:first|last)\s\w+\sof|
    having|covering|adding|noting|stressing|emphasi[sz]ing|highlighting|underlining|underscoring|saying|calling|expressing|reaffirming|reiterating|welcoming|urging|
    (?!(?:related|associated|entitled|titled|so-called|united)\s)[a-z]+ed\s(?:in|on|upon|to|that|the|a|an|its|their)|paving|making|marking|bringing|giving|reflecting|demonstrating|aiming|seeking|setting|allowing|becoming|using|warning|citing|pointing|agreeing|vowing|
    pledging|accusing|telling|describing|praising|ending|followed|led|headed|chaired|held|hosted|attended|signed|adopted|along\swith)\b
    |\w+\s(?:said|says|reports|reported|noted|added|told)\b|(?:the\s)?(?:[^\s,"”]+\s){1,4}(?:said|says|reports|reported|noted|added|told|announced|learned)\b
    |(?:on|in)\s(?:[A-Z]|\d)|\d{4}\b)""",
    re.X,
)
_CLOSER = re.compile(r"(?:\s|,)(?:and|or|as well as|along with|&)\s")
_PAST = re.compile(
    r"ed$|^(?:met|held|took|gave|made|spoke|began|led|put|set|heard|told|went|came|paid|drew|said)$"
)
_ADJECTIVAL = frozenset(
    [
        "planned",
        "proposed",
        "continued",
        "limited",
        "related",
        "increased",
        "shared",
        "united",
        "organized",
        "organised",
        "advanced",
        "combined",
        "detailed",
        "expected",
    ]
)
_WITH_WHOM = re.compile(r"\swith\s(?:his|her|their)\s(?:[\w’'-]+\s){0,4}?(?:counterparts?|colleagues?)\b")
_MEETING_TAIL = re.compile(r"\sat\s(?:the|a|an|its|their|this|today[’']s|that)\s")
INCLUDING = re.compile(
    r",?\s(?:including|such as|encompassing|notably|inter alia|especially|particularly|in particular|primarily)\s|,\slike\s"
)
ADJECTIVE = re.compile(
    r"(?:^|\s|-)(?!(?:withdrawal|criminal|proposal|capital|approval|arrival|refusal|hospital|potential|deal|goal|festival|trial|appeal|music|public|republic|traffic|topic|logistic|territory|secretary|summary|boundary|objective|initiative|narrative|perspective|directive|incentive|executive|representative|alternative|migrant|fish)\b)[\w-]+(?:al|ic|ary|ive|ous|ian|ese|ish|ational)$"
)
_NOTHING_NAMED = re.compile(r",?\s(?:including|such as|namely|notably)[\s,:]*$")
_REACH = 700  # characters: no phrase is longer, and a text without full stops stays linear


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
    unsaid = _NOTHING_NAMED.search(scan.words(start, limit))
    limit = start + unsaid.start() if unsaid else limit
    while limit > start and scan.characters[limit - 1] in " ,;:\n\r\t.":
        limit -= 1
    return limit


def _limit(scan: Scan, start: int, stop: int) -> int:
    """The first thing that no noun phrase contains: strong punctuation, a finite verb, "during"."""
    depth = quoted = 0
    for match in _LIMIT.finditer(scan.characters, start, stop):
        if match["bracket"]:
            depth += 1 if match["bracket"] == "(" else -1
        elif match["quote"]:
            opens = match["quote"] in "“«„" or (match["quote"] == '"' and not quoted)
            if opens and _breaks_off(scan, start, match.start()):
                return match.start()
            quoted += 1 if opens else -1
        elif not depth and not quoted:
            end = _end_by_word(scan, start, match)
            if end is not None:
                return end
        if depth < 0 or quoted < 0:
            return match.start()
    return stop


def _breaks_off(scan: Scan, start: int, at: int) -> bool:
    """A quotation of many words begins here, or a mark that stands in the wrong place."""
    if scan.words(at + 1, at + 2).islower() and not re.search(r"[”»\"]", scan.words(at + 1, at + 40)):
        return True
    return scan.characters[at] == '"' and at > start and scan.characters[at - 1] not in " ("


def _end_by_word(scan: Scan, start: int, match: re.Match[str]) -> int | None:
    """Where the phrase ends because of the word or mark matched; None when it goes on."""
    if match["finite"]:
        inside = _OPENER.search(scan.words(max(start - 1, 0), match.start() + 1))
        return None if inside else _clause_before(scan, start, match.start())
    if match["verb"]:
        told = match["word"] in _MODAL or _is_past_verb(scan, match) or _is_further_deed(scan, start, match)
        return match.start() if told else None
    return match.start()


_MODAL = frozenset(
    (
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "has",
        "have",
        "is",
        "are",
        "was",
        "were",
    )
)
_DONE_TO = re.compile(
    r"(?: (?:on|upon|to|in))? (?:the|a|an|its|their|any|all|update|progress|other|various|several|new|reports?)\b"
)
_TO_DO = re.compile(r"\b(?:to|how|ways|should|would|will|can) ")


def _is_further_deed(scan: Scan, start: int, match: re.Match[str]) -> bool:
    """ "(will consider) the plan and approve the budget": another deed of those that sit, unless the phrase itself says "to"."""
    if match["word"] not in agenda_words("further") or not _DONE_TO.match(scan.characters, match.end("word")):
        return False
    return _TO_DO.search(scan.words(start, match.start())) is None


def _is_past_verb(scan: Scan, match: re.Match[str]) -> bool:
    """The word behind "and" or a comma tells a further deed: ", and signed a plan"."""
    word = match["word"]
    if not _PAST.search(word):
        return False
    at = match.start("word")
    if re.match(
        r"\s(?:the|a|an|it|them|its|their|his|her|ways|means|how|views|issues|possibilities|opportunities)\s",
        scan.words(match.end("word"), match.end("word") + 16),
    ):
        return True
    if word in _ADJECTIVAL:
        return False
    if word[-2:] != "ed":
        return True
    return bool(scan.within(at, at + 1, "say", "decide", "discuss", "meet", "hold", "attend", "commit"))


def _clause_before(scan: Scan, start: int, at: int) -> int:
    """The end of the phrase when `at` is the verb of a further clause: its subject goes with it."""
    cut = None
    for separator in SEPARATOR.finditer(scan.characters, start, at):
        cut = separator.start()
    return cut if cut is not None else at


def _comma_end(scan: Scan, start: int, stop: int) -> int:
    """A comma goes on only with a list, and a list has an "and" to come."""
    closed = max((m.start() for m in _CLOSER.finditer(scan.characters, start, stop)), default=-1)
    at = scan.characters.find(",", start, stop)
    while at >= 0:
        inside = inside_marks(scan.words(start, at))
        row = ADJECTIVE.search(scan.words(max(start, at - 24), at)) and re.match(
            r", [a-z]+ [a-z]+", scan.words(at, at + 40)
        )
        if (
            not inside
            and not row
            and not _in_date(scan, at)
            and not INCLUDING.match(scan.characters, at)
            and (_BAD_COMMA.match(scan.characters, at) or closed < at)
        ):
            return at
        at = scan.characters.find(",", at + 1, stop)
    return stop


def _in_date(scan: Scan, comma: int) -> bool:
    """The comma of "October 18, 2011" ends nothing."""
    return any(d.start < comma < d.stop for d in scan.dates_within(comma - 14, comma))


def inside_marks(words: str) -> bool:
    """True where a parenthesis or quotation is still open at the end: `inside_marks("(a")`."""
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
    whom = _WITH_WHOM.search(scan.characters, start + 1, stop)
    if whom:
        return whom.start()
    for match in _MEETING_TAIL.finditer(scan.characters, start, stop):
        if scan.within(match.end(), min(stop, match.end() + 60), "meeting_noun"):
            return match.start()
    return stop
