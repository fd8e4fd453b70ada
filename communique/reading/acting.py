"""Organs that acted: decisions, votes and vetoes on a day, at a sitting that nobody calls one."""

import re
from collections.abc import Iterator

from communique.lexicon.sittings import any_sitting_word
from communique.reading.comers import Subject, subjects_in
from communique.reading.organs import Named, organs
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_BESIDE = r"today|yesterday|this (?:morning|afternoon|evening)|tonight|late|earlier|early|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_FILL = rf"(?:[ ,]+(?:also|unanimously|then|finally|on|this|last|the|in|(?!(?:nearly|hardly|reportedly|allegedly)\b)\w+ly|(?:{_BESIDE})|\(?\d{{1,2}}|\d{{4}}\)?|[a-z]+ \d{{1,4}}))"
_ACTED = re.compile(
    rf"(?: \([a-z]+\))?{_FILL}{{0,6}},? (?:has |had |have )?(?:{_FILL} )?(?:failed (?:{_BESIDE} |on \w+day )?to )?(?P<verb>{any_sitting_word('acts')})\b(?! to (?:meet|convene|gather|sit)\b)"
)
_DAY = re.compile(rf"\b(?:{_BESIDE})\b")
_RIGHT_BEHIND = re.compile(rf"(?: \w+ly)?,? (?:on )?(?:the )?(?:{_BESIDE})\b")
_OF_OFFICES = ("Secretariat", "Commission", "Court", "Bank", "Fund")
_REACH = 170  # characters before the verb in which its subject stands


_IN_WRITING = re.compile(r"\b(?:letter|written procedure|in writing|by mail|statement to the press)")
_UNDONE = re.compile(
    r"\b(?:not|never|n[’']t|denie[sd]|deny|refus\w+|declin\w+|without|yet to|nobody|fail\w+ to) (?:[\w-]+ ){0,4}$"
)


def may_act(scan: Scan, sentence: Sentence) -> bool:
    """The sentence has a deed of an organ, or a body of which something is told."""
    start, stop = sentence.start, sentence.stop
    return bool(scan.within(start, stop, "act")) or _TOLD_OF.stands(scan, start, stop)


def acted(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[tuple[Subject, int]]:
    """The organs that acted in `sentence` on a day, each with the place where their deed ends.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> seen = scan("The UN Security Council voted on Friday to extend the mission.")
    >>> [stop for _, stop in acted(seen, cast(seen), seen.sentences[0])]
    [29]
    """
    for deed in _deeds(scan, cast, sentence):
        if _IN_WRITING.search(scan.small, sentence.start, sentence.stop):
            return
        yield deed


def _deeds(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[tuple[Subject, int]]:
    low = sentence.start
    for hit in scan.within(sentence.start, sentence.stop, "act"):
        for subject in subjects_in(scan, cast, max(low, hit.start - _REACH), hit.start):
            verb = _ACTED.match(scan.small, subject.stop, sentence.stop) if _sits(subject) else None
            if verb and verb.start("verb") == hit.start and _day_beside(scan, sentence, subject, verb):
                yield subject, verb.end()
                low = verb.end()
                break
    yield from _told_there(scan, sentence)


def _sits(subject: Subject) -> bool:
    """A known organ whose members sit together; no house of officials."""
    named = subject.bodies[0] if subject.bodies else None
    if named is None or named.body is None:
        return False
    members = (named.start, named.stop) != (subject.start, subject.stop)  # "OIC ministers", of any field
    return members or (named.body.is_organ and not named.body.name.endswith(_OF_OFFICES))


_APART = re.compile(
    r"[;:“”\"]|\b(?:that|which|who|whom|whose|where|after|before|since|when|while|as|if|because|ahead|until|by|and|said|says|told|adding)\b|, "
)
_NOT_ITS = re.compile(r"\b(?:of|from|for|between|dated|to)(?: the)? $")
_OTHERS_DEED = re.compile(
    r"\b(?:elections?|referendum|polls?|vote|talks|summit|conference|meeting|attacks?|ceremony|hearing|deadline|march|rally) on (?:the )?$|\b\w+(?:ed|en|ng|ld|de|et|un|nt|gn) (?:(?:in|at|by) [\w ]{2,30} )?(?:on |last |late |the )*$"
)


def _day_beside(scan: Scan, sentence: Sentence, subject: Subject, verb: re.Match[str]) -> bool:
    """The day stands between body and verb, right behind the verb, opens the sentence, or ends the deed's own clause."""
    if _DAY.search(scan.small, subject.stop, verb.start("verb")) or _RIGHT_BEHIND.match(
        scan.small, verb.end(), sentence.stop
    ):
        return True
    opening = subject.start - sentence.start < 40
    low = sentence.start if opening else subject.stop
    if any(d.day or d.weekday is not None for d in scan.dates_within(low, verb.start("verb"))):
        return True
    return _ends_clause(scan, verb.end(), sentence.stop)


def _ends_clause(scan: Scan, low: int, high: int) -> bool:
    """A day stands in the same clause, and it is no limit and no other deed's: "until 5 May", "the deal signed on Friday"."""
    days = [d for d in scan.dates_within(low, high) if d.day or d.weekday is not None]
    between = scan.small[low : days[0].start] if days else "that"
    deed = _OTHERS_DEED.search(between)
    others = (
        deed is not None and scan.characters[low + deed.start()].islower()
    )  # no deed: "on Yemen on Friday"
    return not (_APART.search(between) or others or _NOT_ITS.search(between))


_TOLD_OF = Trigger("told ", "brief", "inform", "address", "veto", "vote", "adopted ", "passed ", "warned ")
_TOLD = re.compile(
    r"\b(?:(?:told|briefed|briefing|informed|addressed|addressing|warned) (?:the |a |members of the )?(?:\w+-member )?"
    r"|vetoed (?:\w+ ){0,2}?(?:the |a |an )?(?:[\w-]+ )?(?:draft |resolution |text )?(?:(?:in|at|of) the )?"
    r"|(?:vote[ds]?|adopted|passed|approved)(?: \w+ly)? (?:by|in|at) the )$"
)
_WAS_TOLD = re.compile(
    rf"(?: \([a-z]+\))?,?(?: (?:on )?(?:{_BESIDE}),?)? (?:was|were) (?:\w+ly )?(?:briefed|told|informed|addressed)\b"
)
_PAPER = re.compile(r"(?: \([A-Za-z]+\))?(?:[’']s)?(?: draft)? (?:resolution|text|vote|statement)s?\b")


def _told_there(scan: Scan, sentence: Sentence) -> Iterator[tuple[Subject, int]]:
    """ "told the Security Council today", "vetoed a Security Council resolution on Friday": something was done there on a day."""
    if not _TOLD_OF.stands(scan, sentence.start, sentence.stop):
        return
    for named in organs(scan, sentence.start, sentence.stop):
        subject = Subject(named.start, named.stop, (named,))
        was = _WAS_TOLD.match(scan.small, named.stop, sentence.stop)
        if was and _sits(subject) and (_DAY.search(was[0]) or _ends_clause(scan, was.end(), sentence.stop)):
            yield subject, was.end()
            continue
        told = _TOLD.search(scan.small, max(sentence.start, named.start - 60), named.start)
        if told and _UNDONE.search(scan.small, sentence.start, told.start()):
            continue
        if told and _sits(subject) and _day_there(scan, sentence, named, told):
            yield subject, named.stop


def _day_there(scan: Scan, sentence: Sentence, named: Named, told: re.Match[str]) -> bool:
    paper = _PAPER.match(scan.characters, named.stop, sentence.stop)
    if paper and not told[0].startswith("veto"):
        return False
    stop = paper.end() if paper else named.stop
    if _RIGHT_BEHIND.match(scan.small, stop, sentence.stop) or _DAY.search(
        scan.small, max(sentence.start, told.start() - 24), told.start()
    ):
        return True
    opening = [d for d in scan.dates_within(sentence.start, told.start()) if d.day or d.weekday is not None]
    if opening and (opening[0].start - sentence.start < 24 or told.start() - opening[-1].stop < 4):
        return True
    return _ends_clause(scan, stop, sentence.stop)
