"""Phrases that name a sitting: "the ninth meeting of secretaries of the Security Councils of CIS member states"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.lexicon.bodies import summit_of
from communique.lexicon.phrases import Hit
from communique.lexicon.sittings import ordinal, sitting_words
from communique.reading.organs import Named, organs
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Sitting(NamedTuple):
    """A noun phrase for one sitting at `start, stop`, with what the phrase itself says."""

    start: int
    stop: int
    noun: str
    sentence: Sentence
    ordinal: int | None
    ordinal_at: tuple[int, int] | None
    bodies: tuple[Named, ...]
    words: frozenset[str]
    definite: bool
    named: bool
    plural: bool


_BACK = re.compile(r"(?P<word>[^\s,;:()“”\"]+)(?P<gap>[ \n])$")
_DETERMINERS = frozenset("the a an this that its their his her our these those each every any no such another".split())
_RIGHT = re.compile(r"(?P<gap>[ \n]| \([A-Z]{2,10}\) |, | - )(?P<word>[^\s,;:()“”\"]+)")
_NOUNS_OF = frozenset(
    "of the and member members states state countries country ministers minister heads head government governments foreign defence defense secretaries secretary leaders presidents "
    "prime parliamentarians speakers chairmen experts council councils committee committees commission group working interior finance security councils' affairs ministries directors "
    "chiefs commanders prosecutors delegations sides parties nations union organization organisation bloc community alliance participating contracting general supreme national intergovernmental "
    "interparliamentary joint trade economic cooperation co-operation military technical political assembly parliaments its economy health energy culture education tourism transport environment agriculture sports justice labour labor water deputy vice permanent representatives "
    "ambassadors senior officials border troops services special law enforcement agencies bodies institutions expert for guarantor trilateral contact".split()
)


def sittings(scan: Scan, sentence: Sentence) -> list[Sitting]:
    """Every phrase of `sentence` that names a sitting, in reading order."""
    found: list[Sitting] = []
    for noun in scan.within(sentence.start, sentence.stop, "meeting_noun"):
        if found and noun.start < found[-1].stop:
            continue
        phrase = _phrase(scan, noun, sentence, found[-1].stop if found else sentence.start)
        if phrase is not None:
            found.append(phrase)
    found.extend(_numbered_organs(scan, sentence, found))
    return sorted(found)


def _numbered_organs(scan: Scan, sentence: Sentence, found: list[Sitting]) -> Iterator[Sitting]:
    """ "the 58th AMM": an organ behind an ordinal is one of its sittings."""
    for named in organs(scan, sentence.start, sentence.stop):
        if named.body is None or not named.body.is_organ or any(s.start < named.stop and named.start < s.stop for s in found):
            continue
        before = _BACK.search(scan.characters, max(sentence.start, named.start - 24), named.start)
        number = ordinal(before["word"]) if before else None
        if before and number:
            start = before.start("word")
            words = frozenset(re.findall(r"[\w’'-]+", scan.words(start, named.stop).lower()))
            yield Sitting(start, named.stop, named.body.session, sentence, number, (start, start + len(before["word"])), (named,), words, False, True, False)


def _phrase(scan: Scan, noun: Hit, sentence: Sentence, low: int) -> Sitting | None:
    name = noun.value
    if name not in sitting_words("sittings") and name not in sitting_words("guarded"):
        return None
    if _is_something_else(scan, noun):
        return None
    organ = _organ_around(scan, noun)
    begin, end = (min(organ.start, noun.start), max(organ.stop, noun.stop)) if organ else (noun.start, noun.stop)
    start = _leftwards(scan, max(begin, low), low)
    stop = _rightwards(scan, end, sentence.stop)
    start = _round_of(scan, start, low)
    number, place = _ordinal(scan, start, stop, noun)
    before = scan.words(max(sentence.start, start - 12), start).lower().split()
    named = _bodies(scan, start, stop, noun) or _subject_body(scan, sentence, low, start)
    words = frozenset(re.findall(r"[\w’'-]+", scan.words(start, noun.stop).lower()))
    capital = bool(re.search(r"[A-Z][\w-]+ (?:[A-Z][\w-]+ )*$", scan.words(start, noun.start)) and scan.words(noun.start, noun.start + 1).isupper())
    found = Sitting(
        start, stop, name, sentence, number, place, named, words,
        bool(before) and before[-1] in ("the", "this", "that", "its", "their"), capital, name.endswith("s") and name[:-1] in sitting_words("sittings"),
    )
    return found if _counts(scan, found) else None


_ROUND = re.compile(r"(?:(?:the|a) )?(?P<round>(?:[\w-]+ )?(?:round|edition|meeting|session) of (?:the )?)$", re.I)


def _round_of(scan: Scan, start: int, low: int) -> int:
    """ "the fourth round of Foreign Office Consultations" begins at its number."""
    match = _ROUND.search(scan.words(max(low, start - 40), start))
    return start - len(match["round"]) if match and ordinal(match["round"].split()[0]) else start


_HELD_BY = re.compile(r"\b(?:held|holds|hold|will hold|rose from|wrapped up|ended|convened|convenes|opened|opens|concluded|concludes|began|begins|started|met (?:for|in|at)|meets (?:for|in|at)|gathered (?:for|at)|meeting (?:for|in|at))\b[^.;:]{0,40}$")


def _subject_body(scan: Scan, sentence: Sentence, low: int, start: int) -> tuple[Named, ...]:
    """ "The Ministerial Council of the GCC held its 163rd session": the body that held it."""
    verb = _HELD_BY.search(scan.words(max(low, start - 90), start))
    if verb is None:
        return ()
    before = organs(scan, low, max(low, start - 90) + verb.start())
    close = [n for n in before if max(low, start - 90) + verb.start() - n.stop < 60]
    organ = next((n for n in reversed(close) if n.body and n.body.is_organ), None)
    return (organ or close[-1],) if close else ()


def _bodies(scan: Scan, start: int, stop: int, noun: Hit) -> tuple[Named, ...]:
    """Known bodies; where capitals go on beyond an organisation's name, the longer unknown body."""
    known = tuple(organs(scan, start, stop))
    if known and any(n.body and n.body.is_organ for n in known):
        return known
    if len(known) == 1 and noun.value in ("summit", "mini-summit"):
        return (_summit(known[0]),)
    unknown = _unknown_body(scan, start, stop, noun)
    return unknown if unknown and (not known or any(u.start <= k.start and k.stop <= u.stop for u in unknown for k in known)) else known


def _summit(named: Named) -> Named:
    """ "the G20 summit" is the organ in which its leaders meet, where it has just one."""
    organ = summit_of(named.body.organisation) if named.body else None
    return named._replace(body=organ, name=organ.name) if organ else named


_BODY = re.compile(
    r"(?:[A-Z0-9][\w’'+–-]*(?: (?:of|on|for|and|the|de) (?:the )?(?=[A-Z])| ))*(?:Council|Committee|Commission|Forum|Group|Assembly|Board|Organi[sz]ation|Conference|Initiative|Partnership|Network|Association|Alliance|Congress|Union|Parliament|Platform|Cabinet|Body|Authority|Quartet|Troika|Coalition)\b"
)


def _unknown_body(scan: Scan, start: int, stop: int, noun: Hit) -> tuple[Named, ...]:
    """A body that the lexicon lacks, by its capitals: "meeting of the Negev Forum Steering Committee"."""
    for low, high in ((noun.stop, stop), (start, noun.start)):
        for match in _BODY.finditer(scan.characters, low, high):
            words = match[0].split()
            skip = 1 if ordinal(words[0]) else 0
            if len(words) - skip > 1:
                begin = match.start() + (len(words[0]) + 1 if skip else 0)
                return (Named(begin, match.end(), None, " ".join(words[skip:])),)
    return _dialogue(scan, start, noun)


_NAMED = re.compile(r"(?:[A-Z][\w.’'–-]* ){1,6}$")


def _dialogue(scan: Scan, start: int, noun: Hit) -> tuple[Named, ...]:
    """ "the U.S.-EU Space Dialogue": a standing format is a body by its own name."""
    if noun.value not in ("dialogue", "consultations") or not scan.words(noun.start, noun.start + 1).isupper():
        return ()
    before = _NAMED.search(scan.words(start, noun.start))
    begin = noun.start - len(before[0]) if before else noun.start
    return (Named(begin, noun.stop, None, scan.words(begin, noun.stop)),) if before else ()


def _counts(scan: Scan, found: Sitting) -> bool:
    """A guarded noun needs a number, a body, or capitals ("seminar" alone is no sitting of a body)."""
    if found.noun in sitting_words("guarded"):
        return bool(found.ordinal or found.bodies or found.named)
    return True


def _is_something_else(scan: Scan, noun: Hit) -> bool:
    before = scan.words(max(0, noun.start - 16), noun.start).lower().split()
    after = scan.words(noun.stop, noun.stop + 16).lower().split()
    if before and before[-1] in sitting_words("not_before"):
        return True
    if after and after[0].strip(".,") in sitting_words("not_after") and scan.words(noun.stop, noun.stop + 1) == " ":
        return True
    if noun.value == "meeting" and re.search(r"\b(?:after|before|while|by|when|upon|are|is|was|were|been|be) $", scan.words(max(0, noun.start - 7), noun.start).lower()):
        return bool(re.match(r" (?:with|the|his|her|their|our|all|these|demand|need|today|in|on)\b", scan.words(noun.stop, noun.stop + 8)))
    written = scan.words(noun.start, noun.stop)
    if written[0].isupper() and noun.value in sitting_words("guarded") and re.match(r" [A-Z][a-z]", scan.words(noun.stop, noun.stop + 3)) and not scan.within(noun.stop + 1, noun.stop + 2, "hold", "meet"):
        return True
    if noun.value in ("congress", "forum") and written[0].isupper() and _organ_around(scan, noun) is None and not before:
        return True
    return scan.words(noun.stop, noun.stop + 1) == "-" or scan.words(noun.start - 1, noun.start) == "-"


def _organ_around(scan: Scan, noun: Hit) -> Hit | None:
    for hit in scan.within(max(0, noun.start - 100), noun.start + 1, "organ", "organ?"):
        if hit.start <= noun.start and noun.stop <= hit.stop:
            return hit
    return None


def _leftwards(scan: Scan, at: int, low: int) -> int:
    """Back over ordinals, adjectives, bodies and countries to where the phrase begins."""
    while True:
        match = _BACK.search(scan.characters, max(low, at - 40), at)
        if not match:
            return at
        word, start = match["word"], match.start("word")
        hit = _hit_before(scan, start, at - 1, low)
        if hit is not None:
            at = hit
            continue
        bare = re.sub(r"[’'`]s?$", "", word)
        low_word = bare.lower()
        fits = low_word in sitting_words("adjectives") or word.lower() in sitting_words("adjectives") or ordinal(word) is not None
        if low_word in _DETERMINERS or not (fits or _capitalised(scan, word, start, low)):
            if low_word == "and" and _and_between(scan, start, low):
                at = start
                continue
            if low_word not in _DETERMINERS and _DETERMINED.search(scan.words(max(low, start - 28), start)) and _ADJECTIVE.fullmatch(word):
                at = start
                continue
            return at
        at = start


_DETERMINED = re.compile(r"\b(?:the|a|an|this|its|their|his|our)\s(?:[\w-]+\s)?$")
_ADJECTIVE = re.compile(r"[a-z]+(?:-[a-z]+)?(?:al|ary|ic|ive|ant|ent|ous|ish|ian|an|ese|ful|ed|ing|day|year|level|sided|format)|[a-z]+-[a-z]+")


def _capitalised(scan: Scan, word: str, start: int, low: int) -> bool:
    """A capital inside a sentence belongs to the name; a verb of a headline does not."""
    if not word[0].isupper() or scan.within(start, start + 1, "hold", "attend", "meet", "say", "decide", "discuss", "chair"):
        return False
    return not scan.within(start, start + 1, "office", "offices") or word.endswith(("s", "’", "'"))


def _and_between(scan: Scan, start: int, low: int) -> bool:
    before = scan.words(max(low, start - 30), start)
    return bool(re.search(r"\b[A-Z][\w-]+ $", before)) and bool(re.match(r"and [A-Z]", scan.words(start, start + 6)))


def _hit_before(scan: Scan, start: int, stop: int, low: int) -> int | None:
    for hit in scan.within(max(low, start - 90), stop, "organ", "organ?", "organisation", "country", "adjective", "region"):
        rest = scan.words(hit.stop, stop)
        if hit.start <= start < hit.stop <= stop and rest in ("", "'s", "’s", "`s", "'", "’", "`"):
            return hit.start
    return None


def _rightwards(scan: Scan, at: int, stop: int) -> int:
    """On over "of the Council of ... and the Council of ... of the Organization"."""
    place = last = at
    if not re.match(r"(?: \([A-Z]{2,10}\))? (?:of|between|among)\b", scan.words(at, at + 24)):
        return at
    while True:
        step = _RIGHT.match(scan.characters, place, stop)
        if not step:
            return last
        start = step.start("word")
        hit = _hit_at(scan, start)
        if hit:
            place = last = hit
            continue
        word = step["word"]
        bare = re.sub(r"[’'`]s?$", "", word.rstrip(".")).lower()
        if step["gap"] == ", " and not (bare in ("the", "and") or word[0].isupper()):
            return last
        if not (bare in _NOUNS_OF or bare in ("between", "among", "both", "two", "three", "four", "five") or (word[0].isupper() and step["gap"] != ", ")):
            return last
        place = start + len(word.rstrip("."))
        if bare not in ("of", "the", "and", "its", "for", "between", "among"):
            last = place
        if word.endswith("."):
            return last


def _hit_at(scan: Scan, start: int) -> int | None:
    hits = scan.within(start, start + 1, "organ", "organ?", "organisation", "country", "adjective")
    return max((h.stop for h in hits), default=None)


_ORDINAL = re.compile(r"\b(?:\d{1,4}-?(?:st|nd|rd|th)|[A-Za-z]+-[a-z]+|[a-z]+|[A-Z][a-z]+|[IVXLC]+)\b")


def _ordinal(scan: Scan, start: int, stop: int, noun: Hit) -> tuple[int | None, tuple[int, int] | None]:
    """The number before the noun, or behind it when the sitting is one of two joined ones."""
    for low, high in ((start, noun.stop), (noun.stop, stop)):
        for word in _words(scan, low, high):
            value = ordinal(word[0])
            roman = word[0].isupper() and len(word[0]) == 1
            if value is not None and not (roman and word[0] == "I" and not re.match(r"I [A-Z]", scan.words(word.start(), word.start() + 3))):
                after = scan.words(word.end(), word.end() + 14)
                if re.match(r" (?:anniversary|century|day|time|half|stage|quarter|phase)\b", after):
                    continue
                return value, (word.start(), word.end())
    return None, None


def _words(scan: Scan, start: int, stop: int) -> Iterator[re.Match[str]]:
    return _ORDINAL.finditer(scan.characters, start, stop)
