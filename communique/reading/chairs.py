"""Who chaired: "chaired by X", "under the chairmanship of Kazakhstan", "X presided over the meeting"."""

import re

from communique.model.party import Chair
from communique.reading.drafts import spans
from communique.reading.people import Cast, Person
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_BY = re.compile(
    r"\b(?:(?:co-)?chaired (?:jointly )?by|presided over by|moderated by|(?:is|was|were|are|be|being) (?:led|hosted and chaired) by|under the (?:co-)?(?:chairmanship|chairpersonship|chairship|presidency|leadership|chair) of|with .{0,40} in the chair)\b"
)
_DID = re.compile(
    r"\b(?:(?:co-)?chair(?:ed|s)|presid(?:ed|es) over|who chair(?:ed|s)|will (?:co-)?chair|acted as (?:the )?chair|chairing|presiding over|in the chair|(?:directed|conducted) the|(?:had|took|held) the chair|presid(?:ed|es)(?=[.,;]))(?!\w)"
)
_SITTING = re.compile(
    r"\b(?:meeting|session|summit|conference|sitting|plenary|forum|talks|event|council|committee|assembly|discussions?|debate|consultations|negotiations|round|dialogue|delegations|it)\b",
    re.I,
)


_ENDS = re.compile(r"\s*[.;,)]")


def chair_of(
    scan: Scan, cast: Cast, sentence: Sentence
) -> tuple[Chair, Person | None, tuple[int, int]] | None:
    """The chair that `sentence` names, with the person (None for a country) and the words that say so."""
    if not scan.within(sentence.start, sentence.stop, "chair") and "chair" not in scan.words(*sentence[:2]):
        return None
    by = _BY.search(scan.characters, sentence.start, sentence.stop)
    if by and (
        by[0].startswith(("chaired", "co-", "presided", "moderated", "under"))
        or _SITTING.search(scan.words(max(sentence.start, by.start() - 60), by.start()))
    ):
        found = _after(scan, cast, by.end(), sentence.stop, by.span())
        if found:
            return found
    did = _DID.search(scan.characters, sentence.start, sentence.stop)
    if did and (
        _SITTING.search(scan.words(did.end(), min(sentence.stop, did.end() + 90)))
        or _ENDS.match(scan.characters, did.end(), sentence.stop)
    ):
        people = [e for e in cast.at(sentence.start, did.start()) if did.start() - e[1] < 160]
        if people:
            a, b, person = people[-1]
            return _person(person, (a, b), did.span()), person, did.span()
    return None


def _after(
    scan: Scan, cast: Cast, start: int, stop: int, cue: tuple[int, int]
) -> tuple[Chair, Person | None, tuple[int, int]] | None:
    people = cast.at(start, min(stop, start + 220))
    if people and not re.search(r"[;]|\b(?:discussed|attended|adopted)\b", scan.words(start, people[0][0])):
        a, b, person = people[0]
        return _person(person, (a, b), cue), person, cue
    for hit in scan.within(start, min(stop, start + 40), "country", "organisation"):
        name = scan.words(hit.start, hit.stop)
        country = hit.value if hit.label == "country" else None
        chair = Chair(
            name=name,
            represents=country,
            evidence={"": spans((hit.start, hit.stop), cue), "name": spans((hit.start, hit.stop))},
        )
        return chair, None, cue
    return None


def _person(person: Person, at: tuple[int, int], cue: tuple[int, int]) -> Chair:
    return Chair(
        name=person.name,
        represents=person.represents,
        evidence={"": spans(at, cue), "name": spans((person.start, person.stop), at)},
    )
