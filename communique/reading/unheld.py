"""Sittings that the words deny, doubt, ask for or tell as a habit: they name one, and nobody is said to have sat."""

import re

from communique.lexicon.sittings import any_sitting_word
from communique.reading.domestic import domestic, met_at_home, of_one_state
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_FEW = r"(?:(?!(?:at|during|after|following|before|in|on|from|and|that|which|who|when|where|since)\b)[\w’'-]+ ){0,5}"
_NEITHER = rf"\bneither {_FEW}(?:nor {_FEW})?$"
_NO_TALKS = r"\bno (?:[a-z-]+ ){0,2}(?:talks|meetings?|summits?|sessions?|negotiations|consultations) (?:between|of|with|among) [^,;.]{0,60}$"
_DENIED = re.compile(
    r"\bwithout (?:[a-z-]+ ){0,2}$|\bno (?:(?!(?:of|in|at|for|on|to|from|with|about|the|by|longer)\b)[a-z-]+ ){1,2}$"
    rf"|{_NEITHER}|{_NO_TALKS}"
    rf"|\b(?:den(?:y|ied|ies|ying)|rejected reports|dismissed reports) (?:(?:of|having|holding|any|a|the|that|about) )*{_FEW}$"
    rf"|\b(?:declined|refused|turned down|rejected) (?:an?|any|to [a-z]+) (?:[a-z-]+ ){{0,2}}$"
)
_DENIED_VERB = re.compile(
    r"\b(?:no|without|denied|denies|deny|denying|refused to|declined to)(?: having| ever| even)* $"
    rf"|{_NO_TALKS}|{_NEITHER}|\bden(?:y|ied|ies|ying) that {_FEW}$"
)
_LEFT = re.compile(
    r"\b(?:pull\w* out of|withdr[ae]w\w* from|walk\w* (?:out of|away from)|quit|broke off|break off|abandon\w*) (?:the |all |any |its |further )?(?:\w+ )?$"
)
_DOUBTED = re.compile(rf"\b(?:if|unless|whether|in case|provided|as though|as if) {_FEW}$")
_RUMOUR = re.compile(r"\b(?:reports?|rumours?|rumors?|claims?|allegations?) (?:that|of|about) [^;:.]{0,90}$")
_UNTRUE = re.compile(
    r"[^;:.]{0,120}?\b(?:is|are|was|were) (?:\w+ )?(?:false|untrue|fake|fabricated|baseless|unfounded|groundless|not true|wrong|denied)\b"
)
_ASKED = re.compile(
    rf"\b(?:want(?:s|ed)?|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:on|upon|for)|request(?:s|ed|ing)?|appeal(?:s|ed|ing)? (?:to|for)|press(?:es|ed|ing)?(?: for)?|push(?:es|ed|ing)?(?: for)?|would like|like) {_FEW}$"
)
_ASKED_TO = re.compile(rf"{_ASKED.pattern.removesuffix('$')}to (?:[a-z]+ly )?$")
_TO_SIT = re.compile(r"\bto (?:\w+ly )?(?:meet|convene|gather|sit|assemble|confer)\b")
_ASKED_TO_HOLD = re.compile(
    r"\b(?:want(?:s|ed)?|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|call(?:s|ed|ing)? (?:on|upon)|request(?:s|ed|ing)?|appeal(?:s|ed|ing)? to|press(?:es|ed|ing)?|push(?:es|ed|ing)?)"
    r" (?:(?!(?:and|that|which|who)\b)[\w’'-]+ ){1,8}to (?:hold|host|convene|call|schedule|arrange|organi[sz]e|attend|join|boycott|skip) (?:[\w’'-]+ ){0,3}$"
)
_OFFERED = re.compile(
    r"\b(?:offer(?:s|ed|ing)?|propos(?:es|ed|ing)|volunteer(?:s|ed)?|suggest(?:s|ed))(?: (?:on )?\w+)? (?:to )?(?:hold|host|conven|organi[sz])\w* (?:[\w’'-]+ ){0,6}$"
)
_ONLY_WISHED = re.compile(
    r"\b(?:plans?|ideas?|proposals?|suggestions?|hopes?|intention|aims?|needs?|desire|demands?|prospects?|appetite|possibility)(?: (?:is|was|are|were|remains?))? (?:for|of) (?:an?|another|further|more|new|urgent) "
    rf"{_FEW}$"
)
_UNSURE = re.compile(
    r"(?: (?:between|of|with|among) [^,;.]{3,80}?)? (?:(?:is|are|was|were|remain|remains|seems?|looks?)(?: still| now| also| only| highly| very| quite)? "
    r"(?:possible|unlikely|impossible|conceivable|out of the question|uncertain|in doubt|unclear|not (?:planned|scheduled|expected|foreseen|possible|excluded|ruled out|on the agenda))"
    r"|(?:cannot|can ?not|could not|can[’']t) be (?:ruled out|excluded))\b"
)
_GOVERNED = re.compile(
    r"\b(?:at|in|on|after|during|following|before|ahead of|of|from|for|to|by|with|since|until) (?:(?:the|a|an|its|their|this) )?$"
)
_HABIT_BEHIND = re.compile(
    r"[^,;.]{0,40}? ?\b(?:every (?:other |second |third |few |\w+ )?(?:year|month|week|day|quarter|spring|autumn)s?|(?:once|twice|\w+ times) (?:a|per|every|each|in each) |weekly|fortnightly|monthly|quarterly|half-yearly|yearly|annually|biannually|biennially|semi-annually|regularly|alternately|when necessary|as (?:needed|required|necessary)|at least (?:once|twice|one)|on a (?:regular|rotating|yearly|monthly|weekly) basis|each year)"
)
_HABIT_BEFORE = re.compile(r"\b(?:usually|normally|regularly|traditionally|generally|ordinarily|typically)\b")
_NOW = re.compile(r"(?:meet|convene|gather|sit|assemble|confer)s?$")
_BEGINS = Trigger(
    *("no ", "without ", "neither ", "den", "reject", "dismiss", "declined ", "refused ", "ignored "),
    *("turned down", "skipped ", "if ", "unless ", "whether ", "in case", "provided ", "as though", "report"),
    *("rumour", "rumor", "claim", "allegation", "want", "ask", "urg", "call", "request", "appeal", "press"),
    *("push", "like ", "pull", "withdr", "walk", "quit ", "broke", "break", "abandon", "offer", "propos"),
    *(
        "plan",
        "idea",
        "suggestion",
        "hope",
        "intention",
        "aim",
        "need",
        "desire",
        "demand",
        "prospect",
        "appetite",
    ),
    "possibility",
)
_LONGEST = 110  # characters in front of a phrase in which the words stand that take it back

# in front of "between": the two were at odds there, and met nobody by that
AT_ODDS = r"(?<!dispute )(?<!quarrel )(?<!row )(?<!rift )(?<!tensions )(?<!differences )(?<!clash )"


def unheld(scan: Scan, sentence: Sentence, start: int, stop: int) -> bool:
    """The sentence denies, doubts or only asks for the sitting told at `start, stop`, or tells of it as a habit.

    >>> from communique.reading.scan import scan
    >>> seen = scan("No meeting of the Council took place.")
    >>> unheld(seen, seen.sentences[0], 3, 10)
    True
    """
    low = max(sentence.start, start - _LONGEST)
    if _headed(scan, low, start) or _for_years(scan, sentence, start, stop):
        return True
    if _BEGINS.stands(scan, low, start + 10) and _taken_back(scan, sentence, low, start, stop):
        return True
    return _unsure(scan, sentence, start, stop) or habit(scan, sentence, start, stop)


_CHAIRS = Trigger("chair", "presiden")
_CHAIR_OF = re.compile(
    r"\b(?:(?:chair(?:man|person|woman|manship)?|presiden(?:t|cy)) of (?:the |its )?(?:current |present |ongoing )"
    r"|(?:as|election as|elected|elected as) (?:the )?(?:chair(?:man|person|woman)?|president) of (?:the )?"
    r"|(?:during|throughout) (?:its|his|her|their) (?:chairmanship|presidency) of (?:the )?)$"
)


def _headed(scan: Scan, low: int, start: int) -> bool:
    """ "X, chairman of the current session of the Council": an office, whatever sitting is told of."""
    if not _CHAIRS.stands(scan, low, start):
        return False
    opens = scan.small[start : start + 8].split(" ")[0]
    now = f"{opens} " if opens in ("current", "present", "ongoing") else ""
    return _CHAIR_OF.search(scan.small[low:start] + now) is not None


def _taken_back(scan: Scan, sentence: Sentence, low: int, start: int, stop: int) -> bool:
    before = scan.small[low:start] + ("no " if scan.small.startswith("no ", start) else "")
    return bool(
        _DENIED.search(before)
        or _DOUBTED.search(before)
        or _ASKED_TO_HOLD.search(before)
        or (_RUMOUR.search(before) and _UNTRUE.match(scan.small, stop, sentence.stop))
        or _OFFERED.search(before)
        or (_ONLY_WISHED.search(before) and not scan.dates_within(stop, sentence.stop))
        or (_LEFT.search(before) and scan.small.startswith(("talks", "negotiations"), start, stop))
        or (_ASKED.search(before) and _TO_SIT.search(scan.small, start, stop))
    )


_HOLDS_ITS = re.compile(
    r"(?: \([a-z0-9-]+\))?,? (?:(?:will|shall|has|had|is to|was to|also|then|\w+ly) ){0,2}"
    r"(?:hold|holds|held|opens?|opened|convened?|convenes|concluded?|concludes|resumed?|resumes|met (?:in|for|at)) "
    r"(?:on (?:\w+day|\d+ \w+)(?: \d{4})? )?its (?:[\w-]+ ){0,4}(?:meeting|session|sitting)s?\b"
)


def holds_its_own(scan: Scan, sentence: Sentence, stop: int) -> bool:
    """ "The Lake Conference held its 40th meeting": what ends at `stop` is who sat, and no sitting itself."""
    return _HOLDS_ITS.match(scan.small, stop, sentence.stop) is not None


_CARRIED_ON = re.compile(
    r"\b(?:conclud\w+|finali[sz]\w+|complet\w+|clos(?:ed?|ing)|launch\w*|open(?:ed|ing)?|start(?:ed|ing)?|beg[iau]n(?:ning)?|resum\w+|continu\w+|suspend\w*|enter\w* into|accelerat\w+) (?:(?:the|their|its|formal|accession|trade|free trade|of) ){0,3}$"
)
_ON_A_TREATY = re.compile(
    r" (?:on|for|over) (?:an?|the|their|its) (?:[\w-]+ ){0,4}(?:agreement|treaty|convention|pact|accord|deal|accession|membership)\b"
)


def _for_years(scan: Scan, sentence: Sentence, start: int, stop: int) -> bool:
    """ "concluded negotiations on a trade agreement": these go on for years, and are no sitting."""
    if not scan.small.endswith("negotiations", start, stop):
        return False
    carried = _CARRIED_ON.search(scan.small, max(sentence.start, start - 50), start)
    return carried is not None and _ON_A_TREATY.match(scan.small, stop, sentence.stop) is not None


def verb_unheld(scan: Scan, sentence: Sentence, verb: int) -> bool:
    """Words right before a verb take it back: "denied meeting", "asked the Council to convene", "no talks between the two were held"."""
    low = max(sentence.start, verb - _LONGEST)
    if not _BEGINS.stands(scan, low, verb):
        return False
    before = scan.small[low:verb]
    return bool(_ASKED_TO.search(before) or _DENIED_VERB.search(before))


def _unsure(scan: Scan, sentence: Sentence, start: int, stop: int) -> bool:
    """ "A meeting of the two is possible": said of a sitting that is the subject."""
    low = max(sentence.start, start - 16)
    return (
        _UNSURE.match(scan.small, stop, sentence.stop) is not None
        and _GOVERNED.search(scan.small, low, start) is None
    )


def habit(scan: Scan, sentence: Sentence, start: int, stop: int) -> bool:
    """ "The Council meets twice a year": no sitting of a day; only a verb of the present tells of a habit."""
    told = scan.small[start:stop]
    if _NOW.search(told) is None or scan.dates_within(stop, min(sentence.stop, stop + 60)):
        return False
    behind = _HABIT_BEHIND.match(scan.small, stop, min(sentence.stop, stop + 90))
    return bool(behind or _HABIT_BEFORE.search(told))


_OTHERS = re.compile(rf"\b(?:{any_sitting_word('crowds')})$")
_EVENT = re.compile(rf"\b(?:{any_sitting_word('other_events')})$")
_JOINT = re.compile(
    r"\b(?:joint|bi-?national|regional|intergovernmental|\w+[/–-]\w+)\b"
)  # "the Peru-Chile cabinet"
_OWNED = re.compile(rf"(?:the |an? )?(?:[\w-]+ )?(?:{any_sitting_word('crowds')})[’']s? ")
_HEAD = re.compile(r" (?:of|for|in|from|on|at|between|to|with|against|near|outside|by|over|about)\b|,| \(")
_HELPING = re.compile(
    r" (?:was|were|is|are|be|been|being|will|shall|had|has|have|also|last|then|again|next|only|already|first|\w+ly)$"
)
_OBJECT = re.compile(
    r" (?:(?:an?|the|its|their|his|her|this|another|several|two|three|[\w-]+th|first|second|third) )?(?P<what>(?:(?!(?:in|on|at|with|to|for|of|and)\b)[\w’'-]+ ){0,3}?)(?P<event>"
    + any_sitting_word("other_events")
    + r")\b"
)
_CONTEST = re.compile(
    rf"\b(?:{any_sitting_word('contests')}|\d{{1,2}}-\d{{1,2}} (?:draw|win|victory|defeat|loss))\b"
)
_PASSIVE = re.compile(r"\b(?:was|were|is|are|been|being|be) (?:\w+ly )?$")


# "four meetings of the Council were held in May and June": which of them is told of, nobody knows
SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|several|numerous|many|dozens of|a (?:number|series) of) (?:[\w-]+ ){0,3}(?:meetings|sessions|sittings|rounds|summits|conferences|consultations)\b"
)
# "its 840th, 846th and [852nd meetings] held on ...": which of the days is whose, only the order says
ONE_MORE = re.compile(r"(?:\dst|\dnd|\drd|th)(?:,|,? and|,? to|-)(?: the)? $")


def no_sitting(scan: Scan, sentence: Sentence, start: int, verb: int, stop: int) -> bool:
    """Who did it or what was held, as the subject at `start` and the verb at `verb, stop` say, is none of a body's: "police held", "an election was held"."""
    subject = scan.small[start:verb].rstrip()
    while helping := _HELPING.search(subject):
        subject = subject[: helping.start()]
    head = _HEAD.split(subject, maxsplit=1)[0].rstrip()
    if _JOINT.search(head) is None and (
        _OTHERS.search(head) or _EVENT.search(head) or _OTHERS.search(subject)
    ):
        return True
    if domestic(scan, start, start + len(head)) or domestic(scan, start, start + len(subject)):
        return True
    if (
        SEVERAL.match(scan.small, start, verb)
        or ONE_MORE.search(scan.small, max(sentence.start, start - 12), start)
        or _OWNED.match(head)
        or of_one_state(scan, start + head.rfind(" ") + 1)
    ):
        return True
    told = scan.small[verb:stop]
    if told.startswith("m") and met_at_home(scan, stop, sentence.stop):
        return True
    if told.startswith(("held", "hold")) and _OBJECT.match(scan.small, stop, sentence.stop):
        return True
    if told == "met" and _PASSIVE.search(scan.small, max(sentence.start, verb - 20), verb):
        return True  # "the goals were met"
    if told == "meeting" and scan.characters[verb].isupper() and verb > sentence.start:
        return True
    if told == "meeting" and _A_MEETING.search(scan.small, start, verb):
        return True  # a noun that the rules for nouns refused
    return contest(scan, sentence.start, sentence.stop)


_A_MEETING = re.compile(
    r"\b(?:held|hold|holds|had|have|attended|attend|convened?|call|called|host|hosted|opened|chaired) (?:an?|the|its|their|his|her) (?:[\w-]+ ){0,3}$"
)
_HELD_BY = re.compile(
    r" (?:will hold|held|hold|holds|had|have|began|opened|ended|attended) (?:(?:an?|the|its|their|two|several) )?$"
)


def of_others(scan: Scan, sentence: Sentence, start: int) -> bool:
    """ "Shareholders of Kwame Oil held their [annual meeting]": the subject sits for no state."""
    low = max(sentence.start, start - _LONGEST)
    held = _HELD_BY.search(scan.small, low, start)
    if held is None:
        return False
    subject = _CLAUSE.split(scan.small[low : held.start()])[-1]
    head = _HEAD.split(subject, maxsplit=1)[0]
    begin = held.start() - len(subject)
    return _OTHERS.search(head) is not None or domestic(scan, begin, held.start())


_CLAUSE = re.compile(r"[,;:“”\"]|\b(?:that|and|but|as|when|while|after|before) ")


def contest(scan: Scan, start: int, stop: int) -> bool:
    """Sides that meet in a match, and what else is played, stand between `start` and `stop`.

    >>> from communique.reading.scan import scan
    >>> contest(scan("Ghana met Togo in the semi-final."), 0, 33)
    True
    """
    return _CONTEST.search(scan.small, start, stop) is not None
