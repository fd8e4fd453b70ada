"""Where reported words begin behind a verb of saying, and where they end."""

import re
from collections.abc import Callable
from functools import cache

from communique.lexicon.files import load
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

Opening = Callable[[Scan, int, int], int | None]

_THAT = re.compile(
    r"(?:\s?,?\s|,\s(?:in|on|at|during|for)\s[^,.;:“”\"]{3,60},\s|\s(?:early|late|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:day)?\b[^“”\".;:$\d]{0,40}?\s|\s(?:on|in|at|during|to|for|after|before|again|once|twice|only|himself|herself|themselves|itself|publicly|repeatedly|last|two|three|a (?:day|week|month|year|few)|yesterday|today|here|earlier|once|while|with|via|through|by|as|reporters|journalists|his|her|their|this)\b(?:[^“”\".;:$]|(?<=\d):(?=\d)){0,110}?,?\s)that,?\s"
)
_NOTHING = re.compile(
    r"\s(?:(?:it|this|so|them|him|her|us|me)[.,;]|(?:it|so|them|him|me|us)\s(?!(?:is|was|has|had|will|would|can|could|should|must|did|does|may|might)\b|[a-z]+ed\b)|(?:this|her)\s(?:with|in|at|on|by|as|too|also)\b)"
)
_THING = re.compile(
    r"\swith (?:deep |great |particular )?(?:satisfaction|concern|appreciation|regret|gratitude|pleasure|interest|alarm)\s(?:that\s)?"
    r"|(?:\sto)?(?:\sthe fact)?\sthat\s|\sto\s(?!reporters|journalists|the media|the press)"
)
_WHEN = re.compile(
    r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|evening|night))?|\s(?:today|yesterday|earlier|later|also|again|here))+(?=\s)"
)
_ARTICLED = re.compile(r"\s(?:the|a|an|its|their|his|her|[A-ZÀ-Þ][\w-]*[’'](?:s|(?<=s.)))\s\w")
_ADDRESSED = re.compile(r"\s(?:[^“”\".;:,]|,(?!\s(?:and|but|who)))+?\sto\s[\w“\"]")
_WHERE = re.compile(r"\s(?:in|at|on|during|after)\s[^,.;:“”\"]{3,70}?(?=\s(?:he|she|they|it|we|there)\s)")
_NO_CLAUSE = re.compile(
    r"\s?(?:$|[.,;:!?)]|(?:by|in|on|at(?!\sleast)|to|as|during|from|for|with|of|and|or|but|after|before|above|below|earlier|against|over|when|who|within|through|via|upon|into|about)\b)"
)
_FEELING = re.compile(
    r"\s(?:(?:[\w’'-]+|[A-Z]\S+)\s){0,5}?(?P<noun>concerns?|confidence|hopes?|readiness|willingness|support|gratitude|thanks|appreciation|satisfaction|regrets?|interest|commitment|condolences|solidarity|belief|conviction|optimism|doubts?|opposition|views?|opinions?|fears?|reservations?|objections?|dissatisfaction|indignation|delight|joy|pride|pessimism|trust|faith|pleasure|relief|shock|dismay|unease|anger|frustration|grief|sorrow|anxiety|eagerness|resolve|desire|intention|solidarity|sympathy|wish|disappointment|determination|alarm|worry|worries|outrage|admiration|congratulations|respect|preparedness|certainty|expectation)\b(?:\s(?P<prep>about|over|that|for|at|in|with|on|regarding|towards?|of)\s)?"
)
_TOLD = re.compile(
    r"\s(?:reporters|journalists|[^“”\".;:,]{2,90}?)(?:\s?,)?\s(?:that,?\s|(?=(?:he|she|it|they|we|there)\s))"
)
_TOPIC = re.compile(
    r"\s(?:on|about)\s(?:(?:the|all|some|its|their|his|her)\s)?(?!sidelines|margins|days)[a-z]+s\sthat\s$"
)
_TOLD_NAMED = re.compile(
    r"\s(?:the|an?|his|her|their)\s(?:[a-z-]+\s){1,4}(?=[A-ZÀ-Þ][^.;:“”\"]{2,80}?\s(?:is|are|was|were|has|have|had|must|will|would|should|can|could|cannot|may|did|does)\s)"
)
_AUDIENCE = re.compile(
    r"\s(?:[\w\u2024’'.-]+\s){0,8}?(?:reporters|journalists|program(?:me)?|conference|agency|newspaper|audience|session|[Pp]arliament|lawmakers|[Ss]ummit|[Ff]orum|[Aa]ssembly|[Cc]ouncil|[Cc]ommittee|[Cc]ommission|plenary|media|network|channel|television|TV|radio)\s(?!(?:in|on|at|during|after|of|for|that|and|to)\b)(?=\w)"
)
_FINITE = re.compile(
    r"[^,;]{2,80}?(?<!\bto)\s(?:is|are|was|were|has|have|had|must|will|would|should|can|could|cannot|may)\s"
)
_OWN_VERB = re.compile(
    r"\s(?!(?:to|by|in|at|on|for|from|with|about|against|of|and|or|as|a|an|since|under|during|between|last)\b)(?:(?!\b(?:that|which|who|whether|when|to)\b)[^,;:“”\"]){2,90}?"
    r"\s(?:is|are|was|were|has|have|had|must|will|would|should|can|could|cannot|may|did|does|do)\s"
)
_LISTENERS = re.compile(
    r"\s(?:reporters|journalists|the press|lawmakers|colleagues|delegates|guests|those present|(?:his|her|their|the)\s(?:[A-Z]?[a-z]+\s)?(?:hosts?|guests?|colleagues?|counterparts?|audience|ministers|leaders|delegates|participants)|him|her|them)(?=\s)"
)
_ASSURED = re.compile(
    r"\s[^,.;:“”\"]{2,60}?\sof\s(?=(?:his|her|its|their|the|[A-Z][\w-]*[’']s?)\s(?:[\w’'-]+\s){0,3}?(?:support|readiness|commitment|solidarity|willingness|cooperation|assistance|backing|intention|determination|help))"
)
_ASKED = re.compile(
    r"\s(?!to\b|for\b|about\b|whether\b|by\b|if\b|in\b)[^,.;:“”\"]{2,60}?\s(?:not\s)?to\s\w|\s(?:an?\s)?[“\"«]\w"
)
_NEW_THING = re.compile(
    r"\s(?=(?:an?\s(?!(?:day|week|month|year)\b)|plans?\s|new\s|more\s|(?:US?|A|C|NZ|U\.S\.)?[$€£]\s?\d|\d|(?:the|its|his|her|their)\s(?:possibility|intention|plans?|readiness|willingness|desire|wish|hope)\s))"
)
_FRAMES = {"accus": "of", "blam": "for", "reject": "as", "dismiss": "as", "congratulat": "on", "thank": "for"}
_JUDGED = re.compile(
    r"\s(?:it|this|that|them|him|her|(?:the|this|that|these|those|his|her|its|their)\s(?:[\w’'-]+\s){1,4}?(?=an?\s|one\s|not\s|[\w-]*(?:ful|ous|ive|able|ible|ical|istic|less|ist)\b))\s?(?!(?:to|on|in|for|off|at|by|and)\b)\w"
)
_BEING = re.compile(r"\sto (?:be|have)\s\w")
_BARE = frozenset(
    (
        *("adding", "saying", "insisting", "claiming", "arguing", "explaining", "stating", "asserting"),
        *("warning", "complaining", "conceding", "suggesting", "predicting", "remarking", "declaring"),
    )
)


@cache
def _network() -> re.Pattern[str]:
    """ "said on Twitter", "wrote on X"."""
    names = "|".join(map(re.escape, load("en/speakers.yml")["networks"]))
    return re.compile(rf"\s(?:on|via|through)\s(?:{names})(?=\s)")


def of_raised(scan: Scan, place: int, high: int) -> int | None:
    """ "raised the issue of prices", "raised concerns about the dam"; "raised taxes" is an act."""
    return place + 1 if _RAISED.match(scan.characters, place, high) else None


_RAISED = re.compile(
    r"\s(?:(?:the|an?|this|its|his|her|their|several|serious|some|strong|deep|many|again)\s){0,3}"
    r"(?:issues?|questions?|concerns?|matters?|subjects?|problems?|doubts?|cases?|points?)\s\w"
)


def of_clause(scan: Scan, place: int, high: int) -> int | None:
    """ "said (on Monday) (that) trade grows": behind "that", else behind the verb."""
    that = _THAT.match(scan.characters, place, high) or _COLON.match(scan.characters, place, high)
    if that and not _CLAUSE_BEFORE.match(that[0]):
        return that.end()
    risk = _RISK.match(scan.characters, place, high) if "n" in scan.words(place - 5, place) else None
    if risk and re.search(r"\b(?:warn|caution)\w*$", scan.words(place - 10, place)):
        return risk.start("risk")
    if _BEING.match(scan.characters, place, high):
        return place + 1
    comma = _OWN_COMMA.match(scan.characters, place, high)
    if comma:
        return comma.end()
    moment = next(
        (m for m in (p.match(scan.characters, place, high) for p in (_WHEN, _network(), _WHERE)) if m), None
    )
    start = moment.end() if moment else place
    if _NO_CLAUSE.match(scan.characters, start, high) or scan.words(start, start + 1) != " ":
        return None
    return start + 1 if len(scan.words(start, min(high, start + 200)).split()) > 2 else None


_CLAUSE_BEFORE = re.compile(
    r"\s(?:his|her|their|this)\s[^,]{1,60}?\s(?:is|are|was|were|has|have|had|will|would|can|could|must|should)\s"
)  # "said her country was concerned by the issues that ..."
# "She said, she was happy that ...": a comma where others write "that"
_OWN_COMMA = re.compile(
    r",\s(?=(?:he|she|they|it|there|the\s(?:[\w-]+\s){1,4})\s?(?:is|are|was|were|has|have|had|will|would|can|could|must|should|may)\b)"
)
_COLON = re.compile(r":\s(?=\w)|\s(?:at|in|on|during|after)\s[^,:.;“”\"]{3,50}:\s(?=[a-z\d])")
_RISK = re.compile(
    r"(?:\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\s(?:today|yesterday|again|also|repeatedly))?\s(?P<risk>(?:of|against|about)\s)"
)
_COUNTED = re.compile(r"\s(?!to\b|on\b|for\b|by\b|in\b|at\b|from\b)[^,.;:“”\"]{0,60}\d")


def of_that(scan: Scan, place: int, high: int) -> int | None:
    """ "announced that ...": only behind "that"."""
    that = _THAT.match(scan.characters, place, high)
    return that.end() if that else None


def of_finite(scan: Scan, place: int, high: int) -> int | None:
    """ "replied (that) the border was shut": behind "that", or a clause with a verb of its own."""
    that = _THAT.match(scan.characters, place, high) or _COLON.match(scan.characters, place, high)
    if that:
        return that.end()
    word = scan.words(place - 8, place)
    told = (word == "reported" and _COUNTED.match(scan.characters, place, high)) or (
        word == " expects" and _ASKED.match(scan.characters, place, high)
    )
    return place + 1 if told or _OWN_VERB.match(scan.characters, place, high) else None


def of_announced(scan: Scan, place: int, high: int) -> int | None:
    """ "announced a contribution", "promised to help", "announces that ..."; "announced the winner" is an act."""
    if scan.words(place - 3, place) == " to":
        return place - 2
    start = of_finite(scan, place, high)
    return place + 1 if start is None and _NEW_THING.match(scan.characters, place, high) else start


def of_asked(scan: Scan, place: int, high: int) -> int | None:
    """ "asked the guests (not) to wait": all that follows; "asked that ..."."""
    that = re.compile(r"\sthat\s").match(scan.characters, place, high)
    if that:
        return that.end()
    return place + 1 if _ASKED.match(scan.characters, place, high) else None


def of_framed(scan: Scan, place: int, high: int) -> int | None:
    """ "accused the bank of waste", "described the talks as useful": with the word that frames it."""
    verb = re.search(r"\w+$", scan.words(place - 14, place))
    frame = next((p for stem, p in _FRAMES.items() if verb and verb[0].startswith(stem)), "as")
    framed = re.compile(rf"\s(?!as\b|by\b)[^.;:“”\"]{{2,110}}?\s[“\"]?{frame}\s\S")
    return place + 1 if framed.match(scan.characters, place, high) else None


def of_thing(scan: Scan, place: int, high: int) -> int | None:
    """ "stressed (that) the need ...": the clause or the thing itself."""
    if _NOTHING.match(scan.characters, place, high) or _IMPOSED.match(scan.characters, place, high):
        return None
    speech = _IN_SPEECH.match(scan.characters, place, high)
    place = speech.end() if speech else place
    that = _THING.match(scan.characters, place, high)
    if that:
        return that.end()
    return place + 1 if _ARTICLED.match(scan.characters, place, high) else of_clause(scan, place, high)


_IMPOSED = re.compile(r"(?<=\bslammed)\s(?:[\w-]+\s){0,2}(?:sanctions|tariffs|duties|embargo)\son\b")
_IN_SPEECH = re.compile(
    r",?\s(?:in|during|at)\s(?:his|her|its|their|the)\s(?:[\w-]+\s){0,2}(?:speech|address|remarks|statement|intervention|message|presentation|talks|meeting|conversation|call),?(?=\s)"
    r"|\sin (?:the )?(?:strongest|strong|harshest|clearest|no uncertain)(?: possible)? terms(?=\s)"
)


def of_wanted(scan: Scan, place: int, high: int) -> int | None:
    """ "urged the sides to ...", "urged to ...": all that follows."""
    that = re.compile(r"\sthat\s").match(scan.characters, place, high)
    if that:
        return that.end()
    if scan.words(place - 3, place).endswith("on") and not _ADDRESSED.match(
        scan.characters, place, min(high, place + 300)
    ):
        return None
    if scan.words(place, place + 1) != " " or re.match(
        r"\s(?:by|in|at|as|and|or|during)\b", scan.words(place, place + 8)
    ):
        return None
    return place + 1


def of_feeling(scan: Scan, place: int, high: int) -> int | None:
    """ "expressed (its) concern about ...": behind the feeling and its preposition."""
    match = _FEELING.match(scan.characters, place, high)
    if match is None:
        return of_clause(scan, place, high) if scan.words(place, place + 6) == " that " else None
    keep = match["noun"] in (
        "support",
        "readiness",
        "interest",
        "commitment",
        "gratitude",
        "willingness",
        "desire",
        "view",
        "views",
    )
    if match["prep"] and (not keep or match["prep"] == "that"):
        return match.end()
    return place + 1


def of_told(scan: Scan, place: int, high: int) -> int | None:
    """ "told reporters (that) ...", "assured the council that ..."."""
    match = (
        _THAT.match(scan.characters, place, high)
        or _TOLD.match(scan.characters, place, high)
        or _AUDIENCE.match(scan.characters, place, high)
        or _TOLD_NAMED.match(scan.characters, place, high)
    )
    if match is None and scan.words(place - 7, place) == "assured":
        match = _ASSURED.match(scan.characters, place, high)
    if match and _TOPIC.search(scan.words(place, match.end())):
        return None
    if match:
        return match.end()
    told = _LISTENERS.match(scan.characters, place, high)
    return told.end() + 1 if told and _OWN_VERB.match(scan.characters, told.end(), high) else None


def of_called(scan: Scan, place: int, high: int) -> int | None:
    """ "called the deal “a mistake”", "called it a victory": words in quotation marks, or a judgement."""
    quoted = re.compile(r"\s[^“”\".;:]{2,110}\s[“\"«]").match(scan.characters, place, high)
    return place + 1 if quoted or _JUDGED.match(scan.characters, place, high) else None


def of_participle(scan: Scan, place: int, high: int) -> int | None:
    """ "adding (that) prices fall": behind "that", or a clause with a verb of its own."""
    if scan.words(place - 7, place) == "telling":
        return of_told(scan, place, high)
    start = of_that(scan, place, high)
    if start is None and _FINITE.match(scan.characters, place, high):
        word = re.search(r"\w+$", scan.words(place - 12, place))
        start = place + 1 if word and word[0] in _BARE and scan.words(place, place + 1) == " " else None
    return start


OPENINGS: dict[str, Opening] = {
    "say_clause": of_clause,
    "say_that": of_that,
    "say_finite": of_finite,
    "say_announced": of_announced,
    "say_asked": of_asked,
    "say_framed": of_framed,
    "say_called": of_called,
    "saying": of_participle,
    "say_thing": of_thing,
    "say_judged": of_thing,
    "say_wanted": of_wanted,
    "say_felt": of_feeling,
    "say_told": of_told,
    "say_raised": of_raised,
    "say_will": of_thing,
}
"""The label of a verb in the lexicon, and how its words begin."""

_JOINED = (
    *("say_clause", "say_that", "say_thing", "say_judged", "say_wanted", "say_felt"),
    *("say_finite", "say_announced", "say_asked", "say_framed"),
)
_JOIN = re.compile(r",?\s(?:and|but|while)\s(?:also\s|then\s)?$|,[”\"]?\s(?:also\s)?$")


def _cuts(scan: Scan, start: int, hit: Hit, before: str) -> bool:
    """A further verb of saying ends the words: ", adding ...", "and noted that ...", "and urged the sides ..."."""
    if hit.label in ("saying", "say_source"):
        return before.startswith(",")
    if scan.words(hit.stop, hit.stop + 6) == " that ":
        return True
    long = len(scan.words(start, hit.start).split()) > 5
    return long and ("and " in before or "but " in before)


_WITH_ANOTHER = re.compile(r",\swith\s(?:the\s)?[^,;:“”\"]{3,70}\s$")
_OPPOSED = re.compile(r"(?:While|Whereas|Although|Whilst)\s")
_OPPOSED_TO = re.compile(r",\s(?:[A-ZÀ-Þ]|the\s|his\s|her\s)[^,;:“”\"]{0,70}\s$")


def is_headline(scan: Scan, sentence: Sentence) -> bool:
    """A line of its own without a full stop."""
    title = scan.text.title_span
    if title and title.start <= sentence.start < title.stop:
        return True
    if sentence.stop - sentence.start >= 200 or not scan.words(sentence.stop - 1, sentence.stop).isalnum():
        return False
    return scan.words(sentence.stop, sentence.stop + 1) in ("\n", "\r") or sentence.stop - sentence.start < 40


_OTHER_CLAUSE = re.compile(
    r"(?:;\s(?:(?:[A-ZÀ-Þ]|the\s)[^;:“”\"]{0,140}|(?:he|she)\s)"
    r"|[,)]\s(?:while|whereas|but|and)\s(?:(?:[A-ZÀ-Þ]|the\s[A-Z]|the\s(?=[a-z]+\s$))[^,;:“”\"]{0,60}|(?:he|she)\s)"
    r"|(?:[,;]|\sand|,\s(?:and|but))\s(?:his|her|their)\s(?:[\w-]+\s){0,2}(?:counterpart|colleague|homologue|host|guest|opposite number)\b[^,;:“”\"]{0,60}\s"
    r"|\s(?:while|whereas)\s(?:[A-ZÀ-Þ]|(?:his|her|their|the)\s)[^,;:“”\"]{2,60}\s)$"
)


def _others_clause(scan: Scan, start: int, stop: int) -> int | None:
    """Where another speaker's clause begins: "X said it rained; Y answered ..."; ", while Y recalled ..."."""
    stop = min(stop, start + _LONG)
    for hit in scan.within(start + 8, stop, *_JOINED, "say_told", "say_called"):
        clause = _OTHER_CLAUSE.search(scan.words(max(start, hit.start - 146), hit.start))
        if clause:
            return hit.start - len(clause[0])
    again = _SUBJECT_AGAIN.search(scan.characters, start + 8, stop)
    return again.start() if again else None


_LONG = 1500  # characters: a clause of somebody else is not looked for further away
_SUBJECT_AGAIN = re.compile(r";\s(?:(?:on|in)\s\w+\s|later\s|then\s)?(?:he|she)\s")


def _another(scan: Scan, sentence: Sentence, start: int, hit: Hit) -> int | None:
    """Where "..., with Y adding that" or, behind "While X said ...", ", Y stressed" begins."""
    words = scan.words(max(start, hit.start - 80), hit.start)
    if hit.label == "saying":
        begins = _WITH_ANOTHER.search(words)
    else:
        begins = _OPPOSED_TO.search(words) if _OPPOSED.match(scan.characters, sentence.start) else None
    return hit.start - len(begins[0]) if begins else None


def end_of(scan: Scan, sentence: Sentence, start: int) -> int:
    """Where the words that begin at `start` end: at a further ", adding ...", an attribution, or the full stop."""
    stop = sentence.stop
    for hit in scan.within(start + 8, stop, "saying", "say_source", *_JOINED):
        before = _JOIN.search(scan.words(hit.start - 14, hit.start))
        if before and _cuts(scan, start, hit, before[0]):
            stop = hit.start - len(before[0])
            break
        another = _another(scan, sentence, start, hit)
        if another:
            stop = another
            break
    else:
        agency = re.search(
            r",\s(?:[A-Z][\w’-]+\s){0,3}(?:has\s)?(?:learned|reports?|reported|said|says)(?:\s[^,]{0,30})?[.]?$",
            scan.words(max(start, stop - 60), stop),
        )
        if agency:
            stop -= len(agency[0])
    stop = _others_clause(scan, start, stop) or stop
    while stop > start + 1 and scan.characters[stop - 1] in " .,;\n":
        stop -= 1
    return stop
