"""Sides that met: "X met with Y", "X, Y and Z gathered", "talks between X and Y", "X received Y"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from msgspec.structs import replace

from communique.lexicon.sittings import any_sitting_word, sitting_words
from communique.reading.dates import relative
from communique.reading.greeted import only_greeted
from communique.reading.peers import peers_before
from communique.reading.people import Cast
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sides import (
    Side,
    acts_behind,
    joined_before,
    sides_after,
    sides_before,
    subject_behind,
)
from communique.reading.triggers import Trigger
from communique.reading.unheld import AT_ODDS, contest, unheld

__all__ = ["Encounter", "Side", "encounters"]


@dataclass(frozen=True, slots=True)
class Encounter:
    """The sides, the words `at` that say they met (`deed`: verb and noun alone), and the sentence; `sure` when the verb itself says so, `visit` when one was in the other's country."""

    sides: tuple[Side, ...]
    at: tuple[int, int]
    sentence: Sentence
    call: bool
    deed: tuple[int, int]
    sure: bool = True
    visit: bool = False

    @property
    def vague(self) -> bool:
        """One side is a group of which nothing is known: "received the delegations"."""
        return any(not s.key for s in self.sides)


_FEW = r"(?: (?!and\b|but\b|that\b|who\b|to\b)[\w’'-]+)"  # words of one phrase
_MET = re.compile(
    rf"(?:(?:{any_sitting_word('met_with')}){_FEW}{{0,8}}? with\b"
    rf"|(?:{any_sitting_word('had')}){_FEW}{{0,7}}? (?:{any_sitting_word('had_nouns')})\b,?{_FEW}{{0,8}}? with\b"
    rf"|(?:{any_sitting_word('had_nouns')}){_FEW}{{0,4}}? with\b"
    rf"|(?:talk|talks|talked|talking|spoke|spoken|speaks)(?: (?:by|on|over) (?:the )?(?:tele)?phone)? to\b"
    rf"|(?:received|receives|took|got|gets) an? (?:\w+ )?(?:(?:tele)?phone |video )?call(?: (?:on |last |this )?\w+)? from\b"
    rf"|(?:{any_sitting_word('met_by')})\b"
    rf"|(?:(?<=was )|(?<=were )|(?<=been )|(?<=is )|(?<=be ))(?:received|hosted|welcomed|greeted|met){_FEW}{{1,7}}? by\b"
    r"|grant(?:ed|s|ing) an? (?:\w+ )?audience to\b"
    rf"|(?:{any_sitting_word('paid')}) (?:a |an )?(?:\w+ )?(?:call|visit) (?:on|to)\b"
    rf"|(?:hosted|treated|invited) (?:to|for|at) (?:an? )?(?:\w+ )?(?:{any_sitting_word('tables')}) by\b"
    rf"|(?:hosted|held|gave|offered) an? (?:\w+ ){{0,3}}?(?:{any_sitting_word('tables')}) (?:for|in honou?r of)\b"
    rf"|(?:{any_sitting_word('talked_over')}){_FEW}{{0,9}}? with\b"
    rf"|(?:{any_sitting_word('met_whom')}|meeting)\b(?= ))"
)
_BETWEEN = re.compile(rf"(?:{any_sitting_word('had_nouns')}|summits?) (?:[\w ,]{{0,40}}?)?{AT_ODDS}between\b")
_TOGETHER = re.compile(
    rf"(?:(?P<met>(?:{any_sitting_word('met_together')})\b(?! with)|(?:{any_sitting_word('held')}){_FEW}{{0,4}}? (?:{any_sitting_word('had_nouns')})\b(?! (?:talks|meetings?|discussions?|consultations)\b))"
    rf"|(?P<will>(?:{any_sitting_word('meet_together')})\b(?! with)|(?:hold|have){_FEW}{{0,4}}? (?:{any_sitting_word('had_nouns')})\b(?! (?:talks|meetings?|discussions?|consultations)\b))"
    rf"|(?:{any_sitting_word('done_together')})\b)"
)
# between those who will meet and the verb: a modal, or nothing at all
_COMING = re.compile(
    r"(?:,[^,;.]{2,80},)?(?: (?:both|also|then|meanwhile|next|later|now|again))*(?: (?:will|shall|(?:are|were) (?:\w+ )?(?:to|(?:expected|due|set|scheduled|slated|going|preparing|planning) to)))?(?: (?:both|also|then|later|again|jointly|\w+ly))* "
)
_CALL = re.compile(r"\b(?:phone|telephone|by phone|phoned|telephoned|rang|call|calls)\b(?! on)")


def encounters(scan: Scan, cast: Cast, sentence: Sentence) -> list[Encounter]:
    """Every encounter that `sentence` tells of, the same sides once."""
    found: list[Encounter] = []
    if not scan.within(sentence.start, sentence.stop, *_MEETING, "two_did", "discuss", "decide"):
        return found
    for rule in (_met, _fronted, _between, _together, _told):
        for encounter in rule(scan, cast, sentence):
            keys = {s.key for s in encounter.sides}
            if unheld(scan, sentence, *encounter.at) or _not_met(scan, encounter):
                continue
            if not any(keys <= {s.key for s in known.sides} for known in found):
                scan.note("meetings", encounter.at[0], rule)
                found.append(encounter)
    return found


def _not_met(scan: Scan, met: Encounter) -> bool:
    """ "no talks between X and Y", "Ghana met Togo in the semi-final": nobody, or no person, met another."""
    start = met.at[0]
    if scan.small.startswith("no ", start - 3) and not scan.small[start - 4 : start - 3].isalpha():
        return True
    if only_greeted(scan, met.sentence, met.deed[0]):
        return True
    people = any(s.person for s in met.sides)
    return not people and contest(scan, met.sentence.start, met.sentence.stop)


def _at(
    scan: Scan, sentence: Sentence, pattern: re.Pattern[str], begins: frozenset[str], *labels: str
) -> Iterator[re.Match[str]]:
    """What `pattern` finds where a word of the lexicon sets it off; what stands inside a find is not looked at again.

    `begins` are the first words of all that the pattern can find.
    """
    stop = sentence.start
    for hit in scan.within(sentence.start, sentence.stop, *labels):
        if hit.start < stop:
            continue
        first, _, more = hit.value.partition(" ")
        match = pattern.match(scan.small, hit.start, sentence.stop) if first in begins else None
        if match is None and more:  # "telephone conversation with"
            match = pattern.match(scan.small, hit.start + hit.value.rfind(" ") + 1, sentence.stop)
        if match:
            stop = match.end()
            yield match


def _first_words(*kinds: str) -> frozenset[str]:
    return frozenset(word.split(" ")[0] for kind in kinds for word in sitting_words(kind))


_TALKED = ("talk", "talks", "talked", "talking", "spoke", "spoken", "speaks")
_MET_WITH = _first_words("met_with", "had", "had_nouns", "met_by", "paid", "met_whom", "talked_over").union(
    (*_TALKED, "granted", "grants", "granting")
)
_HAD_BETWEEN = _first_words("had_nouns").union(("summit", "summits"))
_DID_TOGETHER = _first_words("met_together", "meet_together", "held", "done_together").union(("hold", "have"))


_MEETING = ("two_meet", "meet", "hold", "meeting_noun")
NOT_MEETING = re.compile(
    r"\b(?:not|no|never|denied|refused to|declined to|could|may|might|would|should|must|if|want|wants|wanted|hopes?|hoped|ready|willing|plans?|wish|wishes|wished|seek|seeks|sought|request|requested|proposed?|offer|offered|demand|demanded|possible|possibility of|prospect of|call for|called for|start|starts|started|open|opens|opened|launch|launched|begin|resume|continue|enter|conclude|accession|cancelled|canceled|refus\w+)(?: to| for| of)?(?: (?:a|an|the|his|her|their|any))?(?: \w+)? $"
)
_BEGUN = re.compile(r"\b(?:started|opened|began)(?: \w+)? $")


def _begun(scan: Scan, sentence: Sentence, before: str, right: list[Side]) -> bool:
    """ "started talks with visiting X this morning": a person on a day; "opened talks with the union" goes on for years."""
    if not _BEGUN.search(before) or not right or right[0].person is None:
        return False
    days = [d for d in scan.dates_within(sentence.start, sentence.stop) if d.day or d.weekday is not None]
    return bool(days) or bool(relative(scan, sentence.start, sentence.stop))


_SITTING_HOSTED = re.compile(
    r"\b(?:meetings?|summit|session|conference|talks|forum|sitting|gathering|council|event),? (?:(?:which|that) )?(?:(?:is|was|were|will be|being) )?$"
)
_CHAIRED = re.compile(r"\bco-?chair\w*(?: \w+)? (?:the|this|its) $")  # the sitting's, with whom
_APART = re.compile(
    r"\b(?:trilateral|three-way|quadrilateral|four-way|jointly|together|group of|joint|multilateral)\b"
)


def _met(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "X met with Y (and Z)"; of several whom one meets each is met on his own, unless they are of one country."""
    for verb in _at(scan, sentence, _MET, _MET_WITH, *_MEETING, "two_did"):
        before = scan.words(max(sentence.start, verb.start() - 40), verb.start())
        if "hosted by" in verb[0] and _SITTING_HOSTED.search(before):
            continue
        if " no " in verb[0] or _CHAIRED.search(before):
            continue
        right = sides_after(scan, cast, verb.end(), sentence.stop)
        if NOT_MEETING.search(before) and not _begun(scan, sentence, before, right):
            continue
        if not right or not _governed(scan, verb, right[0]) or not _with_one(scan, sentence, verb, right):
            continue
        left = sides_before(scan, cast, sentence, verb.start())
        keys = {s.key for s in left} | {s.party for s in left if s.party}
        others = [s for s in right[:8] if s.key not in keys and (s.party is None or s.party not in keys)]
        if not left or not others:
            continue
        if not others[0].key and (left[0].person is None or not _RECEIVED.match(verb[0])):
            continue
        near = verb.start() - left[-1].at[1] <= _NEAR
        low = min(left[0].at[0], verb.start()) if near else verb.start()
        joint = len(left) > 1 or _APART.search(scan.words(low, others[-1].at[1]))
        apart = bool(_SEVERAL.search(verb[0]) or _ONE_BY_ONE.search(scan.words(low, others[-1].at[1] + 14)))
        groups = [others] if joint else _by_party(others, apart)
        many = (len(groups) > 2 or len(others) > 3) and bool(_HOSTED.match(verb[0]))
        for group in [others] if many else groups:
            at = (low, max(group[-1].at[1], verb.end()))
            call = bool(_CALL.search(verb[0]))
            yield Encounter((*left, *group), at, sentence, call, verb.span(), not many)


_TALKED_OVER = re.compile(rf"(?:{any_sitting_word('talked_over')})\b")
_GERUND = re.compile(
    r"\b(?:after|before|by|while|when|upon|on|in|is|are|was|were|been|be|to|also) (?:also )?$"
)


def _with_one(scan: Scan, sentence: Sentence, verb: re.Match[str], right: list[Side]) -> bool:
    """ "discussed trade with X", "after meeting X": of a person alone, and "meeting" is a verb there."""
    if _TALKED_OVER.match(verb[0]):
        return right[0].person is not None and right[0].party is not None
    if verb[0] != "meeting":
        return True
    told = _GERUND.search(scan.small, max(sentence.start, verb.start() - 16), verb.start())
    return told is not None and right[0].person is not None


_DEED = ("two_meet", "meet", "discuss", "decide", "act")


_OPENING = re.compile(
    r"with|(?:speaking |commenting )?(?:in|during|at|after|following|on|throughout) (?:(?:his|her|their|my|our|a|an|the|another|separate) )?"
    rf"(?P<deed>(?:(?!with\b)[\w’'-]+ ){{0,3}}?(?:{any_sitting_word('had_nouns')}))\b"
    r"(?: (?:on|in|at|held|here|today|yesterday|this|earlier)\b[^,;.]{0,40}?)? with\b"
)


def _fronted(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "With Osmani he held talks", "In his meeting with the minister, X, the president raised ...": the other side opens the sentence."""
    opening = _OPENING.match(scan.small, sentence.start, sentence.stop)
    right = sides_after(scan, cast, opening.end(), sentence.stop) if opening else []
    if opening is None or not right:
        return
    if opening[0] == "with":
        yield from _with_whom(scan, cast, sentence, right)
        return
    if len(right) > 1 and acts_behind(scan, right[-2], right[-1]):
        left, right = [right[-1]], right[:-1]  # "with his counterpart X, Y said"
    else:
        left = subject_behind(scan, cast, sentence, right[-1].at[1])
    others = [s for s in right if s.key not in {x.key for x in left}]
    if left and others and right[0].at[0] - opening.end() < _NEAR:
        at = (opening.start("deed"), right[-1].at[1])
        call = bool(_CALL.search(opening[0]))
        yield Encounter((*left, *others), at, sentence, call, opening.span())


def _with_whom(scan: Scan, cast: Cast, sentence: Sentence, right: list[Side]) -> Iterator[Encounter]:
    """ "With the Omani minister were considered ...", "With Osmani he held talks"."""
    if right[0].person is None:
        return
    stop = right[-1].at[1]
    deed = next(iter(scan.within(stop, min(sentence.stop, stop + 90), *_DEED)), None)
    if deed is None or re.match(
        r"[^,;]{0,3}[’']s\b|[^.]{0,60}\b(?:as|at|in) (?:the )?(?:chair|side|presence|attendance)",
        scan.words(stop, stop + 90),
    ):
        return
    left = sides_before(scan, cast, replace(sentence, start=stop), deed.start)
    others = [s for s in right if s.key not in {x.key for x in left}]
    if left and others:
        at = (sentence.start, deed.stop)
        yield Encounter((*left, *others), at, sentence, False, (deed.start, deed.stop))


_RECEIVED = re.compile(r"(?:met|meets?|received?s?|hosted|hosts|held|holds?|had) ?(?!.*\bof\b)")
_NEAR = 60  # a subject farther off than this is no part of the name
_HOSTED = re.compile(r"(?:receiv|host|welcom|greet)\w*$")


def _governed(scan: Scan, verb: re.Match[str], side: Side) -> bool:
    """The first side is the object of the verb: "received X", not "received the report of X"; "called on X", not "on X to act"."""
    aside = _ASIDE.match(scan.characters, verb.end(), side.at[0])
    begin = aside.end() if aside else verb.end()
    between = scan.words(begin, side.at[0])
    if verb[0].endswith("with"):
        return len(between) < 100
    if verb[0].endswith(" to"):
        return side.person is not None and len(between) < 60
    if verb[0].endswith(" by"):
        return bool(_PASSIVE.search(scan.words(verb.start() - 14, verb.start())))
    if " on" in verb[0] and (side.person is None or scan.words(side.at[1], side.at[1] + 4) == " to "):
        return False
    led = _LED.search(between)
    first = _GOVERNS.search(between[: led.start()] if led else between)
    office = next((h.start for h in scan.within(begin, side.at[0], "office", "offices")), side.at[1])
    told = side.person is not None or _NAMELESS.search(scan.words(*side.at))
    if verb[0].startswith(("saw", "see")) and scan.words(side.at[1], side.at[1] + 4) == " as ":
        return False
    if verb[0].startswith(("saw", "see", "welcom", "greet")) and side.person is None:
        return False
    return bool(told) and (first is None or bool(led) or office < begin + first.start())


# "received in Nairobi on Monday [the minister]": where and when, before whom
_ASIDE = re.compile(
    r"(?: here| today| yesterday)?(?:,? (?:on|in|at) (?:the )?(?:[A-Z][\w’'-]+|\d{1,2})(?: (?:(?!(?:Minister|President|Prime|Foreign|Secretary|Ambassador)\b)[A-Z][\w’'-]+|\d{1,4}))?(?:, (?:[A-Z][a-z]+ )?\d{1,4}(?: [A-Z][a-z]+)?(?=,))?){1,3},?(?= )"
)
_LED = re.compile(r"\bdelegation\b[^,;]{0,60}? (?:led|headed) by\b")  # whoever leads it is met
_NAMELESS = re.compile(r"[a-z]$|(?:[Mm]inister|[Pp]resident|[Ss]ecretary)\b.*$")
_PASSIVE = re.compile(r"\b(?:is|was|were|are|been|be|being) (?:\w+ly )?$")
_GOVERNS = re.compile(r"\b(?:of|in|for|at|from|by|to|that|on|as)\b|[;:]|\band \w+ed\b")


_ONE_BY_ONE = re.compile(r"\b(?:separately|respectively|in turn|each|one by one|one after)\b|\band with\b")


_SEVERAL = re.compile(r"\b(?:separate|individual|meetings|bilaterals|audiences|conversations|calls)\b")


def _by_party(sides: list[Side], apart: bool) -> list[list[Side]]:
    """Sides of one country sit together; those of different countries are met one after the other."""
    groups: list[list[Side]] = []
    for side in sides:
        if groups and (
            (side.party is None and not apart)
            or (side.party is not None and side.party == groups[-1][-1].party)
        ):
            groups[-1].append(side)
        else:
            groups.append([side])
    return groups


def _between(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "talks between X and Y"."""
    for noun in _at(scan, sentence, _BETWEEN, _HAD_BETWEEN, *_MEETING):
        sides = sides_after(scan, cast, noun.end(), sentence.stop)
        if len({s.key for s in sides}) != len(sides) or len(sides) < 2:
            continue
        if DENIED.match(scan.characters, sides[-1].at[1], sentence.stop):
            continue
        told = any(s.person for s in sides) or scan.within(sentence.start, sentence.stop, "hold")
        if told and not _WISHED.search(scan.words(max(sentence.start, noun.start() - 30), noun.start())):
            yield Encounter(
                tuple(sides),
                (noun.start(), sides[-1].at[1]),
                sentence,
                bool(_CALL.search(noun[0])),
                noun.span(),
            )


_TELLS = re.compile(
    r"\b(?:told|assured|thanked|urged|briefed|informed|congratulated|asked|warned|reassured) "
)
_AT_TALKS = re.compile(
    r"(?:,? (?:on|in) [^,;.]{2,30}?)?,? (?:during|at|in|on) (?:an? |the |their |his |her )?(?:[\w-]+ ){0,3}?(?:talks|meeting|conversation|call|encounter|discussions|audience)\b"
)
_PEERED = Trigger("counterpart", "colleague", "homologue")
_TELLING = Trigger(
    "told ", "assured ", "thanked ", "urged ", "briefed ", "informed ", "congrat", "asked ", "warned "
)


def _told(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "X told Y during talks in Nairobi that ...": who told and who was told met there."""
    if not _TELLING.stands(scan, sentence.start, sentence.stop):
        return
    for verb in _TELLS.finditer(scan.small, sentence.start, sentence.stop):
        right = sides_after(scan, cast, verb.end(), sentence.stop)[:1]
        if not right or right[0].person is None or right[0].party is None:
            continue
        talks = _AT_TALKS.match(scan.small, right[0].at[1], sentence.stop)
        left = sides_before(scan, cast, sentence, verb.start()) if talks else []
        if talks and left and right[0].at[0] - verb.end() < _NEAR and left[0].key != right[0].key:
            call = bool(_CALL.search(talks[0]))
            at = (left[0].at[0], talks.end())
            yield Encounter((*left, *right), at, sentence, call, (verb.start(), talks.end()))


DENIED = re.compile(
    r"[^.;:,]{0,40}? (?:neither|never|not) (?:\w+ ){0,3}?(?:planned|held|scheduled|foreseen|convened|agreed)\b"
)
_WISHED = re.compile(
    r"\b(?:resum\w+|return to|restart\w*|relaunch\w*|call\w* for|need for|reviv\w+|broker\w*|mediat\w+|facilitat\w+|possible|potential|peace) (?:the |of )?(?:\w+ )?$"
)


def _together(scan: Scan, cast: Cast, sentence: Sentence) -> Iterator[Encounter]:
    """ "X and Y reviewed ...", when just they stand before the verb and come from different parties."""
    peers = _PEERED.stands(scan, sentence.start, sentence.stop)
    alone = not peers and scan.characters.find(" and I ", sentence.start, sentence.stop) < 0
    if alone and len(cast.at(sentence.start, sentence.stop)) < 2:
        return
    for verb in _at(scan, sentence, _TOGETHER, _DID_TOGETHER, *_MEETING, "two_did"):
        sides = joined_before(scan, cast, sentence, verb.start())
        if len(sides) < 2 and peers:
            sides = peers_before(scan, cast, sentence, verb.start())
        if len(sides) < 2 or (
            verb["will"] and not _COMING.fullmatch(scan.small, sides[-1].at[1], verb.start())
        ):
            continue
        parties = [s.party for s in sides]
        firm = bool(verb["met"] or verb["will"])
        known = [p for p in parties if p]
        if len(set(known)) == len(known) and (len(known) == len(sides) or firm):
            call = bool(_CALL.search(scan.words(verb.start(), verb.end() + 30)))
            yield Encounter(tuple(sides), (sides[0].at[0], verb.end()), sentence, call, verb.span(), firm)
            return
