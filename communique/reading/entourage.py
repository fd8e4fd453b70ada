"""Those who come along: an office without a country is of the country of whom its holder accompanies."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.lexicon.countries import country_codes
from communique.lexicon.cues import office_words
from communique.reading.company import companies
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

if TYPE_CHECKING:
    from communique.reading.persons import Holding, Person

_IS = re.compile(r" (?:is |was |will be )?(?:also )?")


def in_train(scan: Scan, people: "list[Person]", of_a_house: "Callable[[Holding], bool]") -> None:
    """ "X was accompanied by the Minister Y": Y's office is of the country of X, wherever the report tells that; none `of_a_house`."""
    leading = {stop: p for p in people if p.country for _, stop in p.mentions}
    for holding in (h for p in people for h in p.holdings if h.of is None and not of_a_house(h)):
        sentence = scan.sentence_at(holding.title.start)
        for start, stop in companies(scan, sentence.start, holding.title.start) if sentence else ():
            leader = next(
                (
                    leading[at]
                    for at in range(start - 1, start - 16, -1)
                    if at in leading and _IS.fullmatch(scan.words(at, start))
                ),
                None,
            )
            if leader and not scan.within(stop, holding.title.start, "country", "adjective"):
                holding.of = leader.country
        if sentence and holding.of is None:
            holding.of = _of_the_train(scan, people, sentence, holding)
        if sentence and holding.of is None:
            holding.of = _peers_country(scan, sentence.start, holding, leading)
            who = next((p for p in people if holding.of and any(h is holding for h in p.holdings)), None)
            leading.update((stop, who) for _, stop in who.mentions) if who else None


def _of_the_train(scan: Scan, people: "list[Person]", sentence: Sentence, holding: "Holding") -> str | None:
    """ "accompanied by the Minister X and Secretary Y": those who come along with one are of one country."""
    place = holding.title.start
    for _, stop in companies(scan, sentence.start, place):
        beside = {h.of for p in people for h in p.holdings if h.of and stop <= h.title.start < place}
        if len(beside) == 1 and not _OTHERWISE.search(scan.small, stop, place):
            return beside.pop() if beside <= country_codes() else None
    return None


_OTHERWISE = re.compile(r";|\b(?:said|told|met|who|while|received|welcomed)\b")
# "X skipped the summit and sent Foreign Minister Y"
_SENT = re.compile(
    r"[^.;:“”\"]{0,140}\b(?:and|but) (?:instead )?(?:sent|delegated|dispatched) (?:his |her |the )?"
)
_PEERS = re.compile(r"\b(?:represented|led|headed) by\b")
_FOR_ANOTHER = re.compile(r"(?:On behalf of|In place of|Representing|Standing in for) ")
_PEER_GAP = re.compile(r"(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+){0,2})?(?:,? and (?:the |its )?|, (?:the )?)")


def _peers_country(scan: Scan, start: int, holding: "Holding", leading: "dict[int, Person]") -> str | None:
    """ "represented by Minister X and Foreign Minister Y", "On behalf of Minister X, State Secretary Y": of one government."""
    place = holding.title.start
    for at in range(place - 1, max(start, place - 160), -1):
        if at in leading and _SENT.fullmatch(scan.characters, at, place):
            return leading[at].country
    if holding.title.head in office_words("summit") or holding.title.head not in office_words("state"):
        return None
    peer = next(
        (
            at
            for at in range(place - 1, max(0, place - 40), -1)
            if at in leading and _PEER_GAP.fullmatch(scan.words(at, place))
        ),
        None,
    )
    if peer is None:
        return None
    sent = _FOR_ANOTHER.match(scan.characters, start) or _PEERS.search(scan.characters, start, place)
    return leading[peer].country if sent or _one_cabinet(scan, holding, leading[peer]) else None


_TOLD = 2  # words of a title that tells what its holder sees to


def _one_cabinet(scan: Scan, holding: "Holding", peer: "Person") -> bool:
    """ "Kenya's Minister of Trade X, Minister of Health Y and Minister of Water Z": the country in front of the first is that of all."""
    theirs = peer.main
    if theirs is None or holding.office.lower() == theirs.office.lower():
        return False
    heads = office_words("single") | office_words("summit") | office_words("international")
    if holding.title.head in heads - {"foreign minister"} or len(holding.office.split()) < _TOLD:
        return False
    led = theirs.title.head not in heads - {"foreign minister"} and len(theirs.office.split()) >= _TOLD
    first = theirs.title.of_start == theirs.title.start and theirs.title.of is not None
    return led and (first or (theirs.of is not None and theirs.title.of is None))


def beside_a_stranger(scan: Scan, holding: "Holding", strangers: set[int]) -> bool:
    """ "X was accompanied by the Minister Y": nothing tells the country of X, who met somebody of the home country."""
    start = holding.title.start
    sentence = scan.sentence_at(start)
    return sentence is not None and any(
        at in strangers and _IS.fullmatch(scan.words(at, cue))
        for cue, _ in companies(scan, sentence.start, start)
        for at in range(cue - 1, max(0, cue - 16), -1)
    )
