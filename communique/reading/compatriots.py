"""Whose country one shares: his leader's for whom he stands, another's of the same government."""

import re

from communique.lexicon.cues import office_words
from communique.lexicon.phrases import Hit
from communique.reading.offices import Title
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.ties import Link

_IN_PLACE_OF = re.compile(
    r",? (?:who (?:is |was )?)?(?:represent(?:ing|ed)|deputi[sz]ing for|standing in for|(?:speaking |attending )?on behalf of) (?:the |[A-Z]|his |her )"
)
_ANOTHER_DEED = re.compile(r"[;:]|\b(?:who|which|said|and (?:the |Mr|Ms|H)|attended|led|met)\b")


def stands_for(scan: Scan, sentence: Sentence, title: Title, link: Link) -> Hit | None:
    """ "X, Minister of Foreign Affairs, representing Y, Prime Minister of Kenya": who sits in his leader's place is of his country."""
    place = max(link.run.stop, title.stop)
    words = _IN_PLACE_OF.match(scan.characters, place, sentence.stop)
    if title.head in office_words("international"):
        return None
    if words is None:
        return _sent_with(scan, sentence, min(title.start, link.run.start))
    for hit in scan.within(words.end() - 1, min(sentence.stop, place + 150), "country", "adjective"):
        broken = _ANOTHER_DEED.search(scan.characters, words.end(), hit.start)
        return None if broken else hit
    return None


_IT_WAS_LED = re.compile(
    r"(?:it|the delegation|the team) (?:is|was) (?:led|headed) by (?:the )?(?:[a-z]+[.\u2024]? ){0,2}"
)
_SENT = re.compile(r"[’']?s? (?:[\w-]+ ){0,2}(?:delegation|team)\b")
_HEAD = 60  # characters at the head of the sentence before, where its subject stands


def _sent_with(scan: Scan, sentence: Sentence, place: int) -> Hit | None:
    """ "A Kenyan delegation attended. It was led by Minister X": the country of those who were led."""
    if not _IT_WAS_LED.fullmatch(scan.small, sentence.start, place):
        return None
    last = scan.sentence_at(max(0, sentence.start - 2))
    if last is None:
        return None
    named = scan.within(last.start, last.start + _HEAD, "country", "adjective")
    return next((h for h in named if _SENT.match(scan.small, h.stop)), None)


_AND_ANOTHER = re.compile(
    r" and (?:the )?(?P<title>(?:[A-Z][\w-]+ ){0,3}(?:Minister|Secretary)(?: (?:of|for) (?:[A-Z][\w-]+ (?:and )?){1,4})?) ?(?:[A-Z][\w\u2024.’'-]+ ){1,4}of (?:the )?$"
)
_NAME_BEHIND = re.compile(r",? [A-Z]")
_LEADERS = re.compile(r"Prime|Chief")


def compatriot(scan: Scan, sentence: Sentence, title: Title, link: Link) -> Hit | None:
    """ "President X and Foreign Minister Y of Kenya": two posts of one government; "President X and Prime Minister Y of Kenya" may be of two."""
    place = link.run.stop
    if title.head not in office_words("cabinet_or_head"):
        return None
    for hit in scan.within(place, min(sentence.stop, place + 110), "country"):
        another = _AND_ANOTHER.fullmatch(scan.characters, place, hit.start)
        own = scan.words(title.core_start, title.core_stop)
        if another is None or _LEADERS.match(another["title"]):
            return None
        if " for " in another["title"] and _NAME_BEHIND.match(scan.characters, hit.stop):
            return None  # "X and Minister for Trade of Kenya Y": the country is Y's
        return None if another["title"].lower() == own.lower() else hit
    return None
