"""What a meeting or a talk was about, told right behind its name: "a seminar on A", "held talks with his colleague about B"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from communique.lexicon.phrases import Hit
from communique.reading.agenda_exchanges import YET_TO_COME
from communique.reading.agenda_matters import Matter, bad_start, is_generic, matters
from communique.reading.phrases import phrase_end
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_CONTEXT = 60  # characters in front of a verb with its auxiliaries
_REACH = 700  # characters: no clause is longer, and a text without full stops stays linear
NO_PARTNERS = re.compile(
    r"\b(?:journalists|reporters|media|press|public|newsmen|newspapers?|students|crowd)\b"
)
_ENDS = re.compile(
    r"\s(?:ended|ends|broke up|broke down|concluded|began|begin|begins|took place|take place|takes place|opened|closed|failed|resumed|collapsed|stalled|approved|adopted|revolved|focused|focussed|cent(?:er|re)d|covered|included|touched|dealt|concentrated|led|yielded|resulted|continued|continue|lasted|followed|ensued)\b"
)


def until_verb(scan: Scan, sentence: Sentence, place: int) -> Sentence:
    """The sentence up to the verb of the talks: "talks on trade (ended)"."""
    ends = _ENDS.search(scan.characters, place, min(sentence.stop, place + _REACH))
    return replace(sentence, stop=ends.start()) if ends else sentence


_LATER = re.compile(
    r"\s(?:for|in|with|held|hosted|co-hosted|jointly|organi[sz]ed|attended|between|of the|at|by|that|which)\s"
)


def gathering(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "a seminar on A": what the noun is about, unless a day follows or it is a proper name."""
    if re.match(r"\s(?:the\s)?\w+\sside\b", scan.words(hit.stop, hit.stop + 30)):
        return
    ahead = scan.words(max(sentence.start, hit.start - _CONTEXT), hit.start)
    one = re.search(r"\ban?\s(?:[a-z-]+\s)?$", ahead)
    if (
        hit.value in ("summit on", "meeting on")
        and not (one and hit.value == "summit on")
        and not _SPECIAL.search(ahead)
    ):
        return  # "the sixth summit on": a name
    if (scan.characters[hit.start].isupper() and not one) or YET_TO_COME.search(ahead):
        return
    if scan.dates_within(hit.stop, hit.stop + 6) or scan.within(hit.stop, hit.stop + 6, "city"):
        return
    start = hit.stop + 1
    if start >= sentence.stop or bad_start(scan, start):
        return
    stop = phrase_end(scan, start, sentence.stop)
    cut = _LATER.search(scan.characters, start, stop)
    stop = cut.start() if cut else stop
    if stop > start and not is_generic(scan.words(start, stop)):
        yield Matter(start, stop, (hit.start, hit.stop))


_BETWEEN_THEM = re.compile(
    r"(?P<whom>\s[^.;:!?]{2,110}?)(?<!Conference)(?<!Commission)(?<!Committee)(?<!Group)(?<!Convention)(?<!Organization)(?<!Forum)\s(?P<about>about|on|over|regarding|concerning)\s(?!(?:the\s)?(?:sidelines|margins|eve|occasion|basis|behalf|phone|telephone|\w+day\b|\d))"
)
_NO_NAMES = re.compile(
    r"\b(?:was|were|is|are|has|have|had|will|would|said|who|which|that|where|when|after|before|during|one voice|and (?:then|also)|focused|agreed|signed|held|took|paid|visited|told|to|shall|take|takes|took|among them|and [a-z]+ed|for [a-z]+ing)\s|[“”\"]"
)
_SITTINGS = ("session of", "conference of", "forum of")
_SPECIAL = re.compile(r"\b(?:extraordinary|emergency|special|urgent|crisis)\s(?:[a-z]+\s)?$", re.I)
_INDEFINITE = re.compile(
    r"\b(?:a|an|held|had|has|holds?|in|separate|another|during|first|second|third|\w+(?:th|st|nd|rd))\s(?:[\w-]+\s){0,2}$",
    re.I,
)


def encounter(scan: Scan, sentence: Sentence, hit: Hit) -> Iterator[Matter]:
    """ "held talks with his colleague about A"; "a meeting of the envoys on B"."""
    near = scan.words(max(sentence.start, hit.start - 24), hit.start)
    if hit.value in _SITTINGS and not _SPECIAL.search(near):
        return  # "the 14th session of the commissions on health"
    match = _BETWEEN_THEM.match(scan.characters, hit.stop, sentence.stop)
    if (
        match is None
        or match["whom"][1].isdigit()
        or NO_PARTNERS.search(match["whom"])
        or _NO_NAMES.search(match["whom"] + " ")
    ):
        return
    if match["about"] == "on":
        ahead = scan.words(max(sentence.start, hit.start - 24), hit.start)
        verb = hit.value.startswith(("spoke", "speak", "met", "talk", "summit", "conference"))
        if scan.dates_within(match.end(), match.end() + 6) or not (verb or _INDEFINITE.search(ahead)):
            return
    yield from matters(scan, until_verb(scan, sentence, match.end()), match.end() - 1, hit)
