"""Sittings told in passing: a verb with a day or a place of its own, in a sentence of which no rule knows a meeting."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.lexicon.calendar import NO_MONTH
from communique.lexicon.phrases import Hit
from communique.lexicon.sittings import ordinal
from communique.lexicon.weights import weights
from communique.reading.circumstances import Place, date_of, place_of
from communique.reading.dates import When, reference_date
from communique.reading.drafts import Draft
from communique.reading.organs import organs
from communique.reading.people import Cast
from communique.reading.scan import Scan, word_before
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting
from communique.reading.unheld import no_sitting, unheld, verb_unheld
from communique.reading.weighing.signs import quoted, standing

_VERBS = ("gather", "hold")
_NEAR = 110  # characters between the verb and its day or place
_LABELS = (
    *("organ", "organ?", "organisation", "meeting_noun", "offices", "office", "group"),
    *("body_noun", "decide", "say", "attend"),
)


@dataclass(frozen=True, slots=True)
class Passing:
    """A verb that may tell of a sitting, with the day and the place that stand by it."""

    sentence: Sentence
    verb: Hit
    when: When | None
    place: Place | None


def weighed_as_told_in_passing(
    scan: Scan, cast: Cast, drafts: list[Draft]
) -> Iterator[tuple[Passing, Sitting]]:
    """Weighed: a verb with its day or place tells of a sitting that no rule knows, one a sentence at most."""
    told = {start for draft in drafts for start in draft.sentences}
    for number, sentence in enumerate(scan.sentences):
        if sentence.start in told:
            continue
        found = [
            (weights("passing").likely(signs(scan, cast, c, number)), c) for c in candidates(scan, sentence)
        ]
        found = found if drafts else [f for f in found if _of_states(scan, f[1])]
        likely, best = max(found, key=lambda f: f[0], default=(0.0, None))
        if best is not None and likely >= weights("passing").sure and not known(best, drafts):
            yield best, _sitting(scan, best)


def known(one: Passing, drafts: list[Draft]) -> bool:
    """A meeting of that day is told of already, and no other city speaks against its being this one."""
    for draft in drafts:
        same = one.when and draft.when and draft.when.start <= one.when.start <= draft.when.end
        other = one.place and draft.place and one.place.city != draft.place.city
        if same and not other:
            return True
    return False


_MORE = re.compile(r"[-’']")  # "the sit-in"
_SAID_NOT = re.compile(
    rf"\b(?:not|never|no|nor|neither|without|{NO_MONTH}|might|could|should|would|can|if|unless|whether|refus\w+|declin\w+|want\w*|wish\w*|hop\w+|propos\w+)(?: (?:to|be|been|have|yet|ever|even))* $"
)
_TO_COME = re.compile(r"\b(?:will|shall|to) (?:be )?$")


def candidates(scan: Scan, sentence: Sentence) -> Iterator[Passing]:
    """Every verb of a sentence that has a day or a place by it and is neither denied nor only wished for."""
    verbs = scan.within(sentence.start, sentence.stop, *_VERBS)
    if not verbs:
        return
    dated = scan.dates_within(sentence.start, sentence.stop)
    placed = dated or scan.within(sentence.start, sentence.stop, "city", "country", "adjective")
    if not placed or scan.within(sentence.start, sentence.stop, "operation"):
        return  # an exercise is held too
    stop = 0
    for verb in verbs:
        low = max(sentence.start, verb.start - 28)
        hyphen = scan.characters.startswith("-", verb.start - 1) or _MORE.match(scan.characters, verb.stop)
        if verb.start < stop or hyphen or _SAID_NOT.search(scan.small, low, verb.start):
            continue
        ahead = _TO_COME.search(scan.small, low, verb.start) is not None
        when = date_of(scan, sentence, verb.start, verb.stop, ahead)
        place = place_of(scan, sentence, verb.start, verb.stop)
        when = when if when and abs(when.at[0] - verb.start) < _NEAR else None
        place = place if place and abs(place.at[0] - verb.start) < _NEAR else None
        one = Passing(sentence, verb, when, place)
        if (when or place) and not _untold(scan, one):
            stop = verb.stop
            yield one


_WHOSE = ("organ", "organ?", "organisation", "offices", "group", "region", "meeting_noun")


def _of_states(scan: Scan, one: Passing) -> bool:
    """States or what they sit in stand by the verb; a report that tells of no meeting else gives no other sign of them."""
    low, high = one.sentence.start, min(one.sentence.stop, one.verb.stop + _NEAR)
    if scan.within(low, high, *_WHOSE):
        return True
    return len({h.value for h in scan.within(low, high, "country", "adjective")}) > 1


def _untold(scan: Scan, one: Passing) -> bool:
    start = _begins(scan, one)
    if unheld(scan, one.sentence, start, one.verb.stop) or verb_unheld(scan, one.sentence, one.verb.start):
        return True
    if one.when is None and one.verb.value in ("sit", "sits"):
        return True  # "the Commission sits in Minsk": its seat
    return no_sitting(scan, one.sentence, start, one.verb.start, one.verb.stop)


def signs(scan: Scan, cast: Cast, one: Passing, number: int) -> list[str]:
    """What speaks for and against the verb's telling of a sitting."""
    sentence, verb = one.sentence, one.verb
    people = len(cast.at(sentence.start, verb.start))
    found = [f"verb {verb.value}", f"kind {verb.label}", f"people {min(people, 2)}"]
    found += [*_words(scan, one), *_day(scan, one), *_where(one), *standing(scan, sentence, number)]
    if one.when and one.place:
        found.append("day and place")
    for label in _LABELS:
        if scan.within(sentence.start, verb.start, label):
            found.append(f"after {label}")
        if scan.within(verb.stop, sentence.stop, label):
            found.append(f"then {label}")
    if quoted(scan, sentence, verb.start):
        found.append("quoted")
    return found


_HELPING = re.compile(
    r"\b(?:was|were|is|are|be|been|being|will|shall|had|has|have|to|also|last|then|again|next|only|already|first|which|that|who|it|\w+ly) $"
)
_OTHER_TIME = re.compile(r"\b(?:next|last|previous|earlier|previously|before)\b")


def _words(scan: Scan, one: Passing) -> Iterator[str]:
    """The words before the verb, the one behind it, and the subject's last."""
    sentence, verb = one.sentence, one.verb
    words = scan.small[sentence.start : verb.start].split()
    if words:
        yield f"before {words[-1]}"
        yield f"before {' '.join(words[-2:])}"
    behind = scan.small[verb.stop : min(sentence.stop, verb.stop + 30)].split()
    if behind:
        yield f"behind {behind[0]}"
    low = verb.start
    while helping := _HELPING.search(scan.small, max(sentence.start, low - 16), low):
        low = helping.start()
    subject = word_before(scan.characters, low, sentence.start)
    yield "subject none" if subject is None else f"subject {_plain(subject[1])}"
    if subject:
        first = scan.characters[sentence.start : subject[0]].split()[-1:]
        yield f"its {_plain(first[0]) if first else 'none'}"
    if "," in scan.characters[max(sentence.start, verb.start - 40) : verb.start]:
        yield "comma"
    if _OTHER_TIME.search(scan.small, sentence.start, verb.start):
        yield "another time"


def _plain(word: str) -> str:
    """Names are all alike to the weights."""
    return word.lower() if word.islower() or word in ("The", "A", "An") else "name"


def _day(scan: Scan, one: Passing) -> Iterator[str]:
    if one.when is None:
        return
    start, own = one.when.start, reference_date(scan)
    yield "day" if one.when.exact else "month" if len(start) > 4 else "year"
    yield "day behind" if one.when.at[0] > one.verb.start else "day before"
    yield f"day {min(abs(one.when.at[0] - one.verb.start) // 15, 4)} off"
    if own and "X" not in start:
        day = own.isoformat()[: len(start)]
        yield "later" if start > day else "earlier" if start < day else "own day"


def _where(one: Passing) -> Iterator[str]:
    if one.place is None:
        return
    yield "city" if one.place.city else "country"
    yield "place behind" if one.place.at[0] > one.verb.start else "place before"
    yield f"place {min(abs(one.place.at[0] - one.verb.start) // 15, 4)} off"


_CUT = re.compile(
    r"[;:–—]\s|,\s(?!which|who|that|where)|\b(?:that|and|but|as|when|while|after|before|whether|prior to|since) "
)
_ARTICLE = re.compile(r"(?:the|an?|in|on|at|its|their) ")
_LONGEST = 90  # characters of a subject


def _begins(scan: Scan, one: Passing) -> int:
    """Where the subject of the verb begins, behind its article."""
    low, stop = max(one.sentence.start, one.verb.start - _LONGEST), one.verb.stop
    cuts = [m.end() for m in _CUT.finditer(scan.small, low, one.verb.start)]
    start = cuts[-1] if cuts else low if low == one.sentence.start else scan.small.find(" ", low, stop) + 1
    article = _ARTICLE.match(scan.small, start, one.verb.start)
    return article.end() if article else start


def _sitting(scan: Scan, one: Passing) -> Sitting:
    """The subject with its verb is what the sitting is called."""
    start, stop = _begins(scan, one), one.verb.stop
    named = [(ordinal(w), w) for w in scan.characters[start : one.verb.start].split() if ordinal(w)]
    number, word = named[0] if named else (None, "")
    at = scan.characters.find(word, start) if number else 0
    return Sitting(
        start,
        stop,
        "meeting",
        one.sentence,
        number,
        (at, at + len(word)) if number else None,
        tuple(organs(scan, start, stop)),
        frozenset(re.findall(r"[\w’'-]+", scan.small[start:stop])),
        False,
        False,
        False,
    )
