"""Whether a sitting was held, goes on, is planned, put off or called off, as the sentence around it says."""

import re

from communique.lexicon.sittings import sitting_words
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

Standing = tuple[str, tuple[int, int] | None]

_SITTING = r"(?: (?!(?:at|of|in|on|by|for|from|during)\b)[\w’'-]+){0,5}? (?:meetings?|summits?|sessions?|sittings?|conferences?|talks|visits?|forum|gathering|round|dialogue|consultations|plenary|event)\b"
_AN = r"(?:an?|the|its|their|his|her|this|all)"
_IT = rf"(?! {_AN}\b(?!{_SITTING}))"  # "cancelled the debt at its meeting": another thing
_THIS = rf"(?= {_AN}{_SITTING}| (?:meeting|summit|talks|session|conference|visit)\b)"
_MOVED = rf"postponed{_IT}|put off{_IT}|(?:postpones|puts off|delays|delayed){_THIS}|deferred(?= (?:until|till|by|because|amid|after|over|indefinitely|to (?:an?|early|late|mid|next|the (?:autumn|spring|summer|winter|end|new|second|next)|\d|january|february|march|april|may|june|july|august|september|october|november|december))\b|[.,;]|$)|rescheduled|delayed until|moved (?:from|to)\b[^.;]{{0,30}}?\b(?:\d|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday)"
_POSTPONED = re.compile(rf"\b(?:{_MOVED})")
_CANCELLED = re.compile(
    rf"\b(?:(?:cancell?ed|called off|scrapped|aborted){_IT}|(?:cancels|calls off|scraps){_THIS}|(?:will|did|would) not (?:take place|be held|go ahead))\b"
)
_TO_DO = r"(?:co-(?:host|organi[sz]e|chair)|be |go to|come before|preside|hold|host|meet|have (?=(?:[\w-]+ ){0,4}(?:talks|meetings?|consultations|discussions|negotiations)\b)|attend|take p|participate|convene|gather|assemble|sit down|take stock|open|visit|travel|sit(?!u)|come|see(?!k|m)|conduct|organi[sz]e|start|begin|discuss|chair|call|receive|address|consider|join|lead|represent|(?:pay|make|undertake) (?:an? |his |her )(?:[\w-]+ ){0,4}visit)"
_PLANNED = re.compile(
    rf"\b(?:(?:will|shall)(?: \w+ly| also| then| again| next| today(?: \(\w+\))?| tomorrow| on \w+| (?:mon|tues|wednes|thurs|fri|satur|sun)day)? (?:be (?:held|hosted|convened|chaired|organi[sz]ed|attended|followed|preceded|opened|in|on|the)|(?:look |aim |hope |seek )to {_TO_DO}|{_TO_DO})"
    rf"|will be\b|(?:is|are|was|were|being|been|be)(?:,? (?:today|tomorrow|tonight|on \w+day(?:, \d+ \w+|, \w+ \d+)?),?)?(?: (?:meanwhile|also|now|then|still|next|\w+ly))? (?:scheduled|expected|due(?! to (?!{_TO_DO}))|set(?! at\b)|planned|slated|likely|supposed|proposed|foreseen|envisaged|about)(?: (?:for|to|on|in|next|at)\b|[,.]|$)|(?:is|are|was|were)(?: going)? to {_TO_DO}"
    rf"|(?:heads|flies|travels|jets off) to [a-z][\w ,’'-]{{2,40}} (?:for|to)\b|(?:ready|poised|gearing up|preparing|getting set|keen|hoping|looking) to (?:kick off|start|begin|open|host|hold|meet|convene)\b|billed (?:for|to)\b|comes up (?:on|in|next|at)\b"
    rf"|(?:scheduled|planned|slated|foreseen) (?:for|to|on|in|next)\b|due (?:for|on|in|next|to {_TO_DO})\b|(?:plans?|planning) to {_TO_DO}|to be (?:held|hosted|convened|attended|chaired)|would be held|would (?:next |then |also )?(?:take place|convene|be (?:hosted|convened)),? (?:in|on|at|next)\b"
    rf"|(?:agreed|decided|resolved|proposed|offered|intends?|invited \w+|undertook|undertakes|committed|decided it was|agreement|decision)(?: (?:on |late )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+ \w+|\w+ \d+|yesterday|today))? to {_TO_DO}|shall {_TO_DO}|goes to\b|(?:might|may|could) (?:then |yet |well |also )?(?:follow|be held|take place)\b|(?:has|have) called (?:a|an|for a|for an|the)\b)"
)
_ONGOING = re.compile(
    r"\b(?:(?:is|are) (?:being held|underway|under way|taking (?:place|part)|attending|participating|discussing|currently(?! (?:on|in|at|visiting|the|an?) )|led|holding|meeting|(?:starting|opening|beginning)(?! to\b)|also considering|considering|represented|(?:currently )?in session|gathering|receiving|hosting)\b|kicked off|kicks off|declared open|(?:closes|ends|concludes|(?:wraps|winds|rounds) (?:up|off)) (?:today|tonight|tomorrow|this (?:afternoon|evening))\b|underway|gets? under ?way|got under ?way|(?:has|have) (?:started|begun|opened)\b|(?<!had )(?:opened|began|started|opens|begins|starts)(?: (?:on|in|today|its|here|at|a)\b|[.,]|$))"
)
_AHEAD = re.compile(
    r"\b(?:with a view to|upcoming|forthcoming|coming(?! (?:out|from|after|to|together|under|at|as|amid|off|away)\b)|ahead of|on the eve of|ready for|in preparation for|(?:lead|leading|run|build)[- ]?up to|prepar\w+(?: for| of)?(?! by\b)|in the run-up to|in advance of|invit\w+ (?:(?:you|us|them|him|her|all) )?to(?![^.;]*\b(?:at|during) (?:the |its |their |an? |this )?(?:[\w-]+ ){0,4}$)|date(?:s)? (?:and venue )?of|(?:early|timely|possible) (?:convening|holding|hosting) of) (?:[^.,;:“”\"]{0,80}|[^.;:“”\"]{0,160}(?:meetings?|summit|session|conference)[^.,;:“”\"]{0,20}(?:,| and|, and) (?:the |its )?(?:\w+ )?)$"
)
# a headline's infinitive without "is": "Minister to attend the council's session"
_HEADLINE_TO = re.compile(
    r"(?<!is )(?<!are )(?<!was )\bto (?:attend|visit|hold|host|meet|take part|participate|co-chair|chair|join|address|travel|convene|gather)\b"
)
# "Leaders invite six states to join at summit": what others are to do
_OF_OTHERS = re.compile(r"\b(?:invit|urg|ask|call|press|allow|tell|want)\w* (?:on )?[^.;:]{2,60}$")
_BY_WHICH = re.compile(
    r"\b(?:at|at the (?:end|close|start) of|during|after|before|ahead of|in) (?:the |its |their |a )?$"
)
# what is sent to a sitting waits for it
_SENT_ON = re.compile(
    r"\breport (?:back )?to (?:the |its )?$|\b(?:submitted|referred|forwarded|sent|submit|to be (?:considered|adopted|signed|approved|submitted)|for (?:consideration|approval|adoption|signature)) (?:to|by|at|during|for (?:consideration|approval) (?:to|by|at)) (?:the |a |its )?$"
)
# who sets out for a sitting is not there yet; who urges others to hold one does not tell of it
_SET_OUT = re.compile(
    r"\b(?:left|leaves|depart(?:ed|s)|set (?:off|out)|head(?:ed|s)|f(?:lew|lies)|arriv(?:ed|es|ing)|(?:is|are|was|were) (?:leaving|heading|flying|travelling|traveling))\b[^.;:]{3,90}? to (?:attend|take part in|participate in|join|chair|co-chair) (?:[\w’'-]+ ){0,4}$"
    r"|\b(?:left|leaves|depart(?:ed|s)|heads|f(?:lew|lies)|travels|(?:is|are) (?:leaving|heading|flying|travelling|traveling))\b[^.;:]{0,60}? for (?:the |an? )(?:[\w’'-]+ ){0,4}$"
)
# whose agenda and papers are still worked on has not sat
_WORKED_ON = re.compile(
    r"\b(?:discuss\w*|considere?d?|considering|review\w*|finali[sz]\w+|draft(?:ed|ing)|worked on|working on|went over|looked at|talked over|debated)\b[^.;:]{0,60}?"
    r"\b(?:agenda|programme|preparations|preparation|arrangements|documents|draft (?:resolutions?|decisions?|declaration|communiqu[eé]|statement)) (?:of|for) (?:the |its |their )?(?:[^.,;:“”\"]{0,80} and (?:the )?)?$"
)
_EXPECTED = re.compile(
    r"\b(?:expects?|expected|hopes?|hoping|plans?|planning|aims?|intends?|seeks?|likely|set|due) to (?:[\w’'-]+ ){1,7}(?:at|by|during|before) (?:the |its |their )?$"
    r"|\bplans? (?:(?:is|are|was|were) )?for (?:an?|another|the next|its) (?:[\w’'-]+ ){0,2}$"
    r"|\b(?:will|shall|(?:is|are) (?:due|set|expected|scheduled) to) (?:[\w’'-]+ ){1,9}(?:on|at|in) the (?:sidelines|margins) of (?:the |its |an? )?(?!ongoing|current)(?:[\w-]+ ){0,3}$"
)
_TO_HOLD = re.compile(
    r"\b(?:options?|ways?|efforts?|need|urg\w+|call\w*|urges?|wish\w*|desire|readiness|proposal|preparations|conditions|possibility|hop\w+)\b[^.;:]{0,60}? (?:to (?:hold|host|convene)|(?:of|for) (?:holding|hosting|convening)) (?:the )?$"
)
# what is announced is to come
_ANNOUNCED = re.compile(
    r"\bannounc(?:ed|es|ing)(?: (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d+ \w+|\w+ \d+|yesterday|today))?"
    r" (?:plans? for |(?:the )?(?:date|dates|holding|convening|convocation|hosting)(?: on \w+(?: \d+)?)? of )?(?:an?|the|its) (?:next )?$"
)
_TOLD_WOULD = re.compile(
    rf"\b(?:said|says|announc\w+|confirm\w+|added|told|reported|reveal\w+|stated|noted|declared|informed|indicated)\b[^.;:“”\"]{{0,120}}? would (?:also |then |soon |next )?{_TO_DO}"
    r"[^.;:,“”\"]{0,60}$"
)
# where a sitting was only chosen to be held, none was yet
_CHOSEN = re.compile(
    r"\b(?:set|chose|chosen|pick\w*|named|select\w*|designat\w+|confirm\w*|approv\w+|propos\w+|suggest\w*) [^.;:]{2,60}? as (?:the )?(?:venue|location|place|site|host|date|time)(?: (?:country|city))? (?:of|for) (?:the |its |their )?$"
)
_BEGIN = {
    "cancelled": Trigger(
        "cancel", "called off", "calls off", "scrap", "aborted", "will not ", "did not ", "would not "
    ),
    "postponed": Trigger(
        "postpone", "put off", "puts off", "deferred", "rescheduled", "delayed ", "delays ", "moved "
    ),
    "planned": Trigger(
        *(
            "will ",
            "shall ",
            "is ",
            "are ",
            "was ",
            "were ",
            "being ",
            "been ",
            "be ",
            "to be ",
            "would ",
        ),
        *(
            "scheduled ",
            "heads to",
            "flies to",
            "travels to",
            "jets off",
            "ready to",
            "poised to",
            "gearing up",
            "planned ",
            "slated ",
            "foreseen ",
            "due ",
            "plan",
            "agreed ",
            "decided ",
            "resolved ",
        ),
        *("proposed ", "offered ", "intend", "invited ", "undertook to", "undertakes to", "committed to"),
        *("preparing to", "getting set", "keen to", "hoping to", "looking to", "billed ", "comes up "),
        *("agreement to", "decision to", "goes to", "has called", "have called", "might ", "may ", "could "),
    ),
    "ongoing": Trigger(
        *(
            "is ",
            "are ",
            "kicked off",
            "kicks off",
            "declared open",
            "closes ",
            "ends ",
            "concludes ",
            "wraps ",
            "winds ",
            "rounds ",
            "underway",
            "get under",
            "gets under",
            "got under",
            "has ",
        ),
        *("have ", "opened", "began", "started", "opens", "begins", "starts"),
    ),
}  # with what each of the patterns can begin
_RULES = (
    ("cancelled", _CANCELLED, _BEGIN["cancelled"]),
    ("postponed", _POSTPONED, _BEGIN["postponed"]),
    ("planned", _PLANNED, _BEGIN["planned"]),
    ("ongoing", _ONGOING, _BEGIN["ongoing"]),
)
_COMES = Trigger(
    *(
        "coming",
        "with a view",
        "ahead of",
        "preparation for",
        "lead",
        "run",
        "build",
        "prepar",
        "in advance",
        "invit",
        "date",
        "eve of",
        "ready for",
        "early ",
        "timely ",
        "possible ",
    )
)
_GOES = Trigger(
    "left ", "leave", "depart", "set off", "set out", "head", "flew", "flies", "arriv", "flying", "travel"
)
_HOLDS = Trigger("to hold", "to host", "to convene", "holding", "hosting", "convening")
_EXPECTS = Trigger(
    *("expect", "hope", "hoping", "plan", "aim", "intend", "seek", "likely ", "set to", "due to"),
    *("sidelines of", "margins of"),
)
_WAITS = Trigger(
    *(
        "submit",
        "report ",
        "referred ",
        "forwarded ",
        "sent ",
        "to be ",
        "for consideration",
        "for approval",
        "for adoption",
    ),
    "for signature",
)

_NEWS = Trigger("announc")
_WOULD = Trigger(" would ")
_CHOICE = Trigger("as the ", "as venue", "as host", "as location", "as place", "as site", "as date")
_PAPERS = Trigger("agenda ", "programme ", "preparation", "arrangements ", "documents ", "draft ")

_BEFORE = (
    (_COMES, _AHEAD),
    (_PAPERS, _WORKED_ON),
    (_WAITS, _SENT_ON),
    (_EXPECTS, _EXPECTED),
    (_GOES, _SET_OUT),
    (_HOLDS, _TO_HOLD),
    (_CHOICE, _CHOSEN),
    (_NEWS, _ANNOUNCED),
    (_WOULD, _TOLD_WOULD),
)


_AHEAD_OF_IT = re.compile(
    r"\bpreparatory (?:[\w-]+ )?(?:meetings?|sessions?|conferences?|talks|consultations|work) (?:for|of|to|ahead of) (?:the |its |their )?$"
)


def status_of(scan: Scan, sentence: Sentence, start: int, stop: int) -> Standing:
    """held, ongoing, planned, postponed or cancelled; held when only the phrase speaks."""
    key = ("standing", sentence.start, sentence.stop, start, stop)
    if key not in scan.memo:
        scan.memo[key] = _status_of(scan, sentence, start, stop)
    found: Standing = scan.memo[key]
    return found


def _status_of(scan: Scan, sentence: Sentence, start: int, stop: int) -> Standing:
    low, high = max(sentence.start, start - 90), min(sentence.stop, stop + 140)
    if _held_behind(scan, start, stop, high):
        return "held", None
    past = _past(scan, start, stop)  # "will take up what the [last meeting] left"
    agenda = _ITS_AGENDA.match(scan.small, stop, sentence.stop)
    if agenda is not None:
        return "planned", agenda.span()
    behind = _behind_aside(scan, stop)
    if behind is not None:
        return behind
    for status, pattern, trigger in _RULES:
        for match in trigger.each(scan, pattern, low, high):
            if status == "planned" and (
                _asked_of_it(scan, match, start, stop) or (past and match.end() <= start)
            ):
                continue
            if not _other_verb(scan, match, start, stop):
                return status, match.span()
    before = scan.small[low:start]
    ahead = next(
        (m for begins, told in _BEFORE if begins.stands(scan, low, start) and (m := told.search(before))),
        None,
    )
    if ahead and not past and not _another_between(scan, start - len(before) + ahead.start(), start):
        return "planned", (start - len(before) + ahead.start(), stop)
    to_come = _to_come(scan, sentence, start, stop)
    return ("planned", to_come) if to_come else ("held", None)


def _to_come(scan: Scan, sentence: Sentence, start: int, stop: int) -> tuple[int, int] | None:
    """The words by which a sitting is still to come, where no verb says so."""
    if _AHEAD_OF_IT.search(scan.small, max(sentence.start, start - 90), start) or _next(scan, start, stop):
        return start, stop
    if _WILL_AT_A.search(scan.small, max(sentence.start, start - 220), start):
        return start, stop
    if _NEXT_TIME.match(scan.small, sentence.start, start):
        return sentence.start, sentence.start + len("next time")
    if sentence is scan.sentences[0] or scan.in_headline(sentence):
        infinitive = _HEADLINE_TO.search(scan.characters, sentence.start, stop)
        said = (
            infinitive
            and _OF_OTHERS.search(scan.small, sentence.start, infinitive.start())
            and _BY_WHICH.search(scan.small, infinitive.end(), max(start, infinitive.end()))
        )
        if infinitive and not said and (infinitive.end() <= start or infinitive.end() == stop):
            return infinitive.start(), stop  # "ASEAN ministers [to meet] in Jakarta"
    return None


_ASIDE = re.compile(
    r", (?:which|that) (?:is|are|was|were) (?:expected|due|likely|set) to [^,;.]{3,140},? (?P<main>(?:has|have|had|was|opened|started|began|kicked off|took)\b)"
)


def _behind_aside(scan: Scan, stop: int) -> Standing | None:
    """ "The [meeting], which is expected to focus on oil, has started": the verb behind the aside says it."""
    aside = _ASIDE.match(scan.small, stop) if scan.small.startswith(", ", stop) else None
    if aside is None:
        return None
    going_on = _ONGOING.match(scan.small, aside.start("main"))
    return ("ongoing", going_on.span()) if going_on else ("held", None)


# "the Arab Summit's agenda that is scheduled to be held later": the summit is
_ITS_AGENDA = re.compile(
    r"[’']s (?:agenda|preparations),? (?:that|which) (?:is|are|was) (?:scheduled|due|planned|expected|set|slated) (?:to be held|to take place|for)\b"
)
_EXPECTED_OF_IT = re.compile(
    r", (?:which|that) (?:is|are|was|were) (?:expected|due|likely|set) to (?!be (?:held|hosted)|take place|open|start|begin|convene)"
)
_WAS_AT = re.compile(
    r"\b(?:attended|chaired|opened|addressed|hosted|took part in|participated in) (?:the|an?|its|their) $"
)


def _asked_of_it(scan: Scan, match: re.Match[str], start: int, stop: int) -> bool:
    """ "attended a [meeting], which is expected to discuss oil": it sat; what it will do is said of it."""
    if match.start() < stop:
        return False
    expected = _EXPECTED_OF_IT.match(scan.small, stop)
    at_it = expected and match.start() < expected.end()
    return bool(at_it and _WAS_AT.search(scan.small, max(0, start - 30), start))


_HELD_BEHIND = re.compile(r",? (?:(?:which|that) was )?held (?:in|at)\b")


def _held_behind(scan: Scan, start: int, stop: int, high: int) -> bool:
    """ "the [second summit] held in Lima", not "the [next will be] held in Lima"."""
    if _HELD_BEHIND.match(scan.small, stop, high) is None:
        return False
    return not (_next(scan, start, stop) or scan.small.endswith(" be", start, stop))


def _next(scan: Scan, start: int, stop: int) -> bool:
    return bool(set(scan.small[start:stop].split()) & sitting_words("next"))


_COME_OF_IT = re.compile(r"\b(?:results|outcomes?|conclusions|decisions) of (?:the |its )?$")


def _past(scan: Scan, start: int, stop: int) -> bool:
    """ "the last meeting", "will discuss the results of the [meeting]"."""
    if _COME_OF_IT.search(scan.small, max(0, start - 24), start):
        return True
    return bool(set(scan.small[start:stop].split()) & {"last", "previous", "preceding", "past"})


# "will discuss the results of the last session during a [virtual meeting]"
_WILL_AT_A = re.compile(r"\bwill [a-z]+ [^.;“”\"]{3,190} (?:during|at) an? (?:\w+ )?$")
_NEXT_TIME = re.compile(r"next time\b(?! (?:that )?(?:he|she|they|it) (?:had|did|was|were)\b)")
_BOUND = re.compile(
    r"[;“”\"]|, (?:which|who|whose|and|while|but|said)\b|\bthat\b|\band the (?:next|last|previous)\b|\bafter\b|\bbefore\b|\bahead of\b|\bwhen\b|\beve of\b|\b(?:run|lead)[- ]up to\b"
)
_VERBS = ("hold", "meet", "attend", "say", "decide", "discuss", "gather", "act")
_BOTH = re.compile(r" (?:\([A-Z]+\) )?and (?:the |their )?[^.,;:]{3,60}? ")


def _other_verb(scan: Scan, match: re.Match[str], start: int, stop: int) -> bool:
    """A clause boundary or another sitting between verb and phrase: the verb is about something else."""
    low, high = (match.end(), start) if match.end() <= start else (stop, match.start())
    if _of_its_noun(scan, match, start, stop):
        return True
    if low == stop and not scan.within(low, high, *_VERBS) and _BOTH.fullmatch(scan.small, low, high):
        return False  # "the Forum and the Dialogue will be held"
    if low == stop and _WAS_TO.fullmatch(scan.small, low, high):
        return False  # "the talks that were due on Thursday have been postponed"
    if low == stop and _CLOSED.fullmatch(scan.small, low, high):
        return False  # "the summit, that was proposed by Mali, is scheduled"
    coming = (
        match[0].startswith(_TO_COME) and match[0].rstrip() != "will be"
    )  # "a summit that will be remembered"
    if low == stop and coming and _RELATIVE.fullmatch(scan.small, low, high):
        return False  # "the summit, which the province will host"
    return low < high and bool(_BOUND.search(scan.small, low, high) or scan.within(low, high, "meeting_noun"))


_TO_COME = (
    *("will ", "shall ", "is ", "are ", "was ", "were ", "has been ", "have been "),
    *("closes ", "ends ", "concludes ", "wraps ", "winds ", "rounds "),
)
_RELATIVE = re.compile(r",? (?:which|that) (?:(?:the )?(?:(?!(?:and|who|which|that)\b)[\w’'-]+ ){1,3})?")
_WAS_TO = re.compile(
    r",? (?:that|which) (?:was|were|is|are|had been|has been|have been) (?:originally )?(?:due|planned|scheduled|set|expected|slated)\b[^;.]{0,80}? (?:has been|have been|was|were|is|are) (?:\w+ly )?"
)
_CLOSED = re.compile(r"(?: \([a-z0-9-]+\))?, (?:that|which) [^.;“”\"]{3,110}, ")
_LISTED = re.compile(
    r"(?:[’']s?)?(?: of [^,;]{3,40})?(?:,| and|, and|,? as well as) (?:the |its )?(?:[\w-]+ ){0,4}"
)


def _another_between(scan: Scan, low: int, start: int) -> bool:
    """Another sitting stands between; in a list ("prepare for the forum, the 5th summit and the [conference]") it does not part them."""
    nouns = scan.within(low, start, "meeting_noun")
    return bool(nouns) and _LISTED.fullmatch(scan.small, nouns[-1].stop, start) is None


_WHOSE = re.compile(r"\b(?:an?|the|its|their|this year[’']s|earlier) $")


def _of_its_noun(scan: Scan, match: re.Match[str], start: int, stop: int) -> bool:
    """ "in the wake of a postponed summit": said of the sitting that it stands before, not of another."""
    if match[0] not in ("postponed", "cancelled", "canceled"):
        return False
    if not _WHOSE.search(scan.small, max(0, match.start() - 14), match.start()):
        return False
    nouns = scan.within(match.end(), match.end() + 60, "meeting_noun")
    return bool(nouns) and not start <= nouns[0].start < stop
