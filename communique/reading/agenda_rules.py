"""How a sentence puts a matter on the table: one small rule for each way."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from communique.lexicon.agenda import agenda_participles, agenda_words
from communique.lexicon.phrases import Hit
from communique.reading.agenda_encounters import NO_PARTNERS, encounter, gathering, until_verb
from communique.reading.agenda_exchanges import YET_TO_COME, exchanging, heeding
from communique.reading.agenda_fronts import before, passive, ruling, subject_start
from communique.reading.agenda_matters import Matter, Rule, matters
from communique.reading.agenda_named import named
from communique.reading.agenda_ranges import examples, ranging
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_REACH = 700  # characters: no clause is longer, and a text without full stops stays linear
_BE = re.compile(
    r"(?:^|\s)(?P<aux>(?:(?:will|would|shall|can|to|has|have|had|is|are|was|were|expected|due|set|scheduled|planned|also|likewise)\s)*(?:is|are|was|were|be|been|being)\s(?:(?:also|then|further|again|equally|first|in detail|in depth|[a-z]+ly)\s){0,3})$"
)
_NOUN = re.compile(
    r"\b(?:a|an|the|of|under|peer|for|on|its|their|this|that|lively|heated|open|(?-i:general)|public)[ -]$",
    re.I,
)
_FRONT = re.compile(
    r"(?:(?:Also|In addition|Additionally|Further|Then|Among|During|At|In|With|On|Within|There|Besides|Along)\b[^.;]{0,120})?\s?$"
)
_CONTEXT = 60  # characters in front of a verb with its auxiliaries


def _verb(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "discussed A"; "A was discussed"; "discussed were A"; a weak verb asks who does it."""
    low = max(sentence.start, hit.start - _CONTEXT)
    ahead = scan.words(low, hit.start)
    be = _BE.search(ahead) if _participle(scan, hit) and hit.value not in _NEVER_PASSIVE else None
    if be and hit.value.startswith("confer"):
        return  # "the order was conferred on"
    if be:
        place = low + be.start("aux")
        start = subject_start(scan, sentence, place)
        if _FRONT.match(scan.words(start, place)) and not scan.words(sentence.start, place).rstrip().endswith(
            ","
        ):
            yield from matters(scan, sentence, hit.stop, hit)
        else:
            found = list(passive(scan, sentence, hit, place))
            yield from found or examples(scan, sentence, hit, start, place)
    elif _behind_be(scan, sentence, hit) > hit.stop:
        yield from matters(scan, sentence, _behind_be(scan, sentence, hit), hit)
    elif hit.label == "passive":
        raised = _RAISING.match(scan.characters, hit.stop, sentence.stop) if hit.value == "raise" else None
        if raised and not _NOUN.search(ahead):
            yield from matters(scan, sentence, raised.end() - 1, hit)
    elif not (_NOUN.search(ahead) and not _relative(scan, hit, ahead)) and _active(
        scan, sentence, hit, ahead
    ):
        yield from matters(scan, sentence, hit.stop, hit)


def _relative(scan: Scan, hit: Hit, ahead: str) -> bool:
    """ "a meeting that covered A": behind "that" a past form is a verb."""
    return ahead.endswith(" that ") and _participle(scan, hit)


_NEVER_PASSIVE = frozenset(
    ("include", "contain", "feature", "concern", "hear about", "devote to", "dedicate to")
)


_RAISING = re.compile(
    r"\s(?:with\s[^.,;:]{3,60}\s)?(?:the|an?)\s(?:\w+\s)?(?:issue|case|matter|question|plight|topic|subject|problem|idea|prospect|fate)s?\s(?:of|regarding|about|concerning)\s"
)


def _participle(scan: Scan, hit: Hit) -> bool:
    word = scan.words(hit.start, hit.stop).split(" ", 1)[0].lower()
    return word.endswith("ed") or word in agenda_participles()


_INVERTED = re.compile(r"\s(?:was|were|is|are|will be)\s")


def _behind_be(scan: Scan, sentence: Sentence, hit: Hit) -> int:
    """ "Considered were A": the matter follows the auxiliary."""
    if hit.start - sentence.start > 8 or not _participle(scan, hit):
        return hit.stop
    be = _INVERTED.match(scan.characters, hit.stop, sentence.stop)
    return be.end() - 1 if be else hit.stop


_OWN = re.compile(
    r"(?:issues|topics|matters|questions|items|points|subjects|problems|proposals|decisions|agreements|ideas|those|as|already)\s(?:to be\s)?$"
)


def _active(scan: Scan, sentence: Sentence, hit: Hit, ahead: str) -> bool:
    """Whether the verb, not in the passive, has a subject that talks."""
    if hit.label == "strong":
        if _participle(scan, hit) and _OWN.search(ahead):
            return False
        return hit.value != "work through" or ahead.endswith("to ")
    return _doing(scan, sentence, hit, ahead)


_COMPOUND = re.compile(
    r"\s(?:meeting|conference|mission|session|process|visit|committee|commission|panel|team|exercise|mechanism)s?\b"
)
_SELF = re.compile(
    r" (?:(?:that|it|this|him|her|by|as|to|himself|us|you|me|them)\b|the (?:[\w-]+ ){0,2}(?:[Ll]eaders|[Mm]inisters|[Dd]elegates|[Hh]eads|[Pp]residents|[Aa]mbassadors)\b(?!’|')|the (?:meeting|participants|gathering|audience|event|session|summit|conference|forum|opening|assembly|council|nation|people|press|media|crowd|parliament|congress)\b(?!’|'))"
)
_ELSEWHERE = re.compile(
    r"(?:go|goes|going|went|gone) into\s(?:[A-Z]|effect\b|force\b|operation\b|production\b|exile\b|recess\b)|sp[eo]a?k\w* of\s[“\"]"
)  # "go into force", "spoke of “an aggression”"
_HEARING = ("hear", "receive")
_TELLING = ("inform", "brief", "debrief", "update", "apprise")
_GERUND = re.compile(r"\w+ing\b")
_TO_AN_END = re.compile(
    r"\b(?:in order|so as|abilit(?:y|ies)|efforts?|needs?|needed|capacity|measures|steps|ways|cooperat\w+|together|help\w*|able|committ\w+|mechanisms?|urgency|necessary|important|commitments?|determination|actions?|strateg(?:y|ies)|plans?|frameworks?|program(?:me)?s?|initiatives?|projects?|roadmaps?|road maps?|resolutions?|declarations?|agreements?|polic(?:y|ies)|proposals?|tools?|resources|funds?|funding|solutions?|policies) to (?:[a-z]+ly )?$"
)
_IS_NOUN = re.compile(r"\b(?:(?:an?|the|its)\s(?:[a-z-]+\s)?|by|our|common|with|from)\s?$")
_POST = re.compile(
    r"\s(?:the|his|her|its|their|an?)\s(?:[\w’'-]+\s){0,3}(?:chair|chairmanship|presidency|post|seat|role|position|duties|office|job|offer|invitation)\b"
)
_OF_GERUND = re.compile(r"(?:,|\b(?:is|are|was|were|be|been|also|by))\s$")


def _doing(scan: Scan, sentence: Sentence, hit: Hit, ahead: str) -> bool:
    """ "the ministers reviewed A"; "the meeting covered B"; not "the plan covered"."""
    if hit.value in (*_TELLING, *_HEARING) or _ELSEWHERE.match(scan.characters, hit.start):
        return False
    if _SELF.match(scan.characters, hit.stop, sentence.stop):
        return False
    if _IS_NOUN.search(ahead) and hit.value.startswith(("look", "share")):
        return False  # "provide a close look at", "by shared concerns about"
    if hit.value == "take up" and _POST.match(scan.characters, hit.stop, sentence.stop):
        return False
    if _COMPOUND.match(scan.characters, hit.stop, sentence.stop) or _TO_AN_END.search(ahead):
        return False
    if _GERUND.match(scan.characters, hit.start) and not _OF_GERUND.search(ahead):
        return hit.value in _TALKS_ONLY and ahead.rstrip(" ,").rsplit(" ", 1)[-1].lower() in agenda_words(
            "talks"
        )
    return _subject_fits(scan, sentence, hit)


_AGENDA_ONLY = frozenset(("include", "contain", "feature", "concern"))
_TALKS_ONLY = frozenset(
    ("cover", "address", "devote to", "dedicate to", "deal with", "tackle", "span", "encompass")
)
_OF_AGENDA = re.compile(
    r"\b(?:agenda|topics|issues on the table|(?:matters|issues|questions) (?:for (?:consideration|discussion|debate|deliberation)|(?:that|which) (?:will|would|are to|were to) be [a-z]+ed)|items|subjects|discussions?|talks|themes),?(?:\s(?:also|of|for|the|\w+|discussed|on)){0,8}\s$",
    re.I,
)
_DONE_ONLY = frozenset(("reflect on", "reflect upon", "make progress on"))
_DID = re.compile(r"(?:reflected|made)\b")
_ANNIVERSARY = re.compile(r"\s(?:the\s|its\s|their\s)?[\w-]+\s(?:anniversary|jubilee|memory)\b")
_CALLED_TO = re.compile(
    r"\b(?:It (?:was|is) (?:called )?to|(?:met|meet|meets|gathered|convened|assembled|session|summit|meeting|sitting)\s(?:[^.;,]{0,60}\s)?to|(?:met|gathered|convened|assembled)\s(?:in|on|at|here|there|today|yesterday)\b[^.;]{0,110}\sto)\s$"
)
_TWO = re.compile(
    r"(?:^|\s)[A-Z][A-Z-]*[A-Z]\s(?:(?:has|have|had|also|will|further|is|are)\s)*$|[A-Z][\w’'-]+ and (?:[A-Z]\w+ ){0,2}[A-Z][\w’'-]+"
)
_AUXILIARIES = re.compile(
    r"(?:\s(?:will|would|shall|is|are|was|were|be|been|has|have|had|also|then|further|equally|jointly|expected|due|set|scheduled|likely|planned|to|going|plan|plans|aim|aims|[a-z]+ly))+\s$"
)
_ONE_SPEAKS = re.compile(r"\b(?:he|she|i)\s(?:also\s|then\s)?$", re.I)


def _subject_fits(scan: Scan, sentence: Sentence, hit: Hit) -> bool:
    """Who does it: those who meet, or the meeting; for "includes" only the agenda."""
    clause = scan.words(max(sentence.start, hit.start - 140), hit.start).rsplit(";", 1)[-1]
    nouns = re.findall(r"[a-z]+", _AUXILIARIES.sub(" ", clause.lower()))
    talks, talkers = agenda_words("talks"), agenda_words("talkers")
    if hit.value in _DONE_ONLY:
        return _DID.match(scan.characters, hit.start) is not None and _right_ahead(clause, talks | talkers)
    if hit.value in _AGENDA_ONLY:
        return _OF_AGENDA.search(clause) is not None and "delegation" not in nouns
    if hit.value.startswith("speak"):
        return bool((talks | talkers) & set(nouns[-4:])) or _TWO.search(clause) is not None
    if _CALLED_TO.search(clause) or (
        clause == "To "
        and talks & set(re.findall(r"[a-z]+", scan.words(sentence.start, sentence.stop).lower()))
    ):
        return True
    if _ONE_SPEAKS.search(clause):
        return False
    if _IT_WILL.fullmatch(clause):
        return hit.value not in _TALKS_ONLY and _met_before(scan, sentence)
    if hit.value in ("dedicate to", "devote to") and _ANNIVERSARY.match(scan.characters, hit.stop):
        return False
    if hit.value in _TALKS_ONLY:
        return bool(talks & set(nouns[-14:])) or bool(talkers & set(nouns[-4:]))
    return bool((talks | talkers) & set(nouns[-14:])) or _several(scan, hit.start - len(clause), clause)


_IT_WILL = re.compile(r"It (?:will|is to|is expected to|is due to)(?: also| then| further)? ")


def _met_before(scan: Scan, sentence: Sentence) -> bool:
    """The sentence before names a sitting, which "it" goes on about."""
    said = scan.sentence_at(sentence.start - 2)
    return said is not None and bool(scan.within(said.start, said.stop, "meeting_noun"))


def _right_ahead(clause: str, who: frozenset[str]) -> bool:
    """The clause opens with those who meet, or the meeting, and the verb follows: "Friday's meeting also"."""
    subject = _SUBJECT.fullmatch(clause)
    return subject is not None and subject["who"].lower() in who


_SUBJECT = re.compile(
    r"(?:[Tt]he |[A-Z][\w’'-]* ){0,5}(?:[a-z-]+ ){0,1}(?P<who>\w+)(?: (?:also|then|further|have|has)){0,2} "
)


def _several(scan: Scan, start: int, clause: str) -> bool:
    """ "A and B reviewed", "The ABC reviewed": two names or the letters of a body; a country's letters are one side."""
    two = _TWO.search(clause)
    return two is not None and (
        " and " in two[0] or not scan.within(start + two.start(), start + two.end(), "country")
    )


_TOLD = tuple(
    re.compile(
        rf"\s(?P<whom>[^.;:!?“\"]{{2,90}}?)\s(?:{word})\s(?!(?:the\s)?(?:sidelines|margins|occasion|behalf)\b)"
    )
    for word in ("about|on|regarding", "of")
)
_NOBODY = re.compile(r"\b(?:that|was|were|is|are|said|who|which|by|to)\b")
_REPORT = re.compile(
    r"\s(?:(?:a|an|the|two|three|several|detailed|progress|annual|brief|short|also|various)\s){0,3}(?P<matter>reports?|information|briefings?|presentations?|updates?)\s[^.;:]{0,80}?\b(?:on|about|regarding|concerning)\s"
)


def _telling(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "informed the participants about A"; "were briefed on B"; "heard a report on C"."""
    if _NOUN.search(scan.words(max(sentence.start, hit.start - 12), hit.start)):
        return
    if hit.value in _HEARING:
        report = _REPORT.match(scan.characters, hit.stop, sentence.stop)
        if report and _subject_fits(scan, sentence, hit):
            yield from matters(scan, sentence, hit.stop, hit)
        return
    directly = re.match(r"\s(?:about|of|on)\s", scan.words(hit.stop, hit.stop + 10))
    if directly:
        ahead = scan.words(max(sentence.start, hit.start - _CONTEXT), hit.start)
        if _participle(scan, hit) and _BE.search(ahead) and _subject_fits(scan, sentence, hit):
            yield from matters(scan, sentence, hit.stop + directly.end() - 1, hit)
        return
    for told in _TOLD:
        about = told.match(scan.characters, hit.stop, sentence.stop)
        if about and not _NOBODY.search(about["whom"]) and _told_fits(about["whom"]):
            yield from matters(scan, sentence, about.end() - 1, hit)
            return


_MET = re.compile(
    r"\b(?:participants|meeting|sitting|session|colleagues?|ministers?|members|council|leaders?|delegates|audience|secretaries|heads|counterparts?|interlocutors?|guests?|partners|bureau|summit|commission|committee|board|president|secretary|ambassadors?|delegations?|sides?)\b",
    re.I,
)


def _told_fits(whom: str) -> bool:
    """Those told are people who meet, not the press."""
    if NO_PARTNERS.search(whom) or re.search(r"\b(?:him|us)\b", whom):
        return False
    return _MET.search(whom) is not None


def _weak(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """A weak verb: telling, or doing."""
    if hit.value in (*_TELLING, *_HEARING):
        yield from _telling(scan, sentence, hit)
    else:
        yield from _verb(scan, sentence, hit)


_PLAIN_FORM = re.compile(r"(?:s|to|will|also|ly|would|they|and|we)\s$")
_OF_PAPER = re.compile(
    r"\b(?:declaration|agreement|plan|statement|document|resolution|report|programme|program|strategy|roadmap|communiqu[eé]|paper|charter|protocol|memorandum|project|article|speech|campaign|initiative)s?,?\s(?:which\s|that\s)?(?:also\s|mainly\s|will\s)?$",
    re.I,
)
_TURNED_BY = re.compile(r"\b(?:attention|talk|debate|emphasis)\b", re.I)


def _turned(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "the talks focused on A"; "the meeting was centred on B"; not "the plan focuses on"."""
    clause = scan.words(max(sentence.start, hit.start - 140), hit.start).rsplit(";", 1)[-1]
    if not _participle(scan, hit) and not _turning(scan, hit, clause):
        return
    if _OF_PAPER.search(clause):
        return
    nouns = set(re.findall(r"[a-z]+", clause.lower())[-14:])
    fits = bool((agenda_words("talks") | agenda_words("talkers")) & nouns) or _TURNED_BY.search(clause)
    if fits or len(clause) < 2 or _TWO.search(clause) or clause.rstrip().endswith(","):
        yield from matters(scan, sentence, hit.stop, hit)


def _turning(scan: Scan, hit: Hit, clause: str) -> bool:
    """ "will focus on", "are focusing on": a verb, not the noun "focus" nor an appended "focusing"."""
    if _GERUND.match(scan.characters, hit.start):
        return re.search(r"\b(?:is|are|was|were|be|been)\s(?:\w+ly\s)?$", clause) is not None
    return (
        scan.words(hit.start, hit.stop).split(" ")[0].endswith("s") or _PLAIN_FORM.search(clause) is not None
    )


_MEAL = re.compile(
    r"\s(?:(?:an?|the|their|two|three|four|several|some)\s)?(?:(?!(?:in|of|on|for|with|and|at|to|from|the|a|an)\b)[a-z-]+\s){0,3}?(?:lunch|luncheon|breakfast|dinner|supper|tea|coffee|drinks|meals?|weekend|days?|hours?|weeks?|months?|years?|video\w*|zoom|telephone|phone|internet|course|past|coming|next|last)\b",
    re.I,
)


def _behind(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "raised the issue of A"; "met over A", but not over lunch."""
    if hit.value.endswith(" over") and _MEAL.match(scan.characters, hit.stop):
        return
    yield from matters(scan, sentence, hit.stop, hit)


def _talk(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "held talks on A"; "discussions about B"."""
    if not YET_TO_COME.search(scan.words(max(sentence.start, hit.start - 90), hit.start)):
        yield from matters(scan, until_verb(scan, sentence, hit.stop), hit.stop, hit)


_CARRIED_OUT = re.compile(
    r"\b(?:carr(?:y|ied|ies|ying) out|conduct(?:s|ed|ing)?|under(?:took|take|taken|taking)|made|had|held)\s(?:an?|the|their)\s(?:[\w-]+\s){0,2}$"
)


def _surveying(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "the ministers carried out a full review of A"; not "the bank carried out a review of its loans"."""
    ahead = scan.words(max(sentence.start, hit.start - _CONTEXT), hit.start)
    done = _CARRIED_OUT.search(ahead)
    if done and _subject_fits(scan, sentence, replace(hit, start=hit.start - len(done[0]))):
        yield from matters(scan, sentence, hit.stop, hit)


RULES: dict[str, Rule] = {
    "strong": _verb,
    "weak": _weak,
    "passive": _verb,
    "turned": _turned,
    "behind": _behind,
    "talk": _talk,
    "exchanging": exchanging,
    "heeding": heeding,
    "surveying": _surveying,
    "before": before,
    "ruling": ruling,
    "gathering": gathering,
    "named": named,
    "ranging": ranging,
    "encounter": encounter,
}
