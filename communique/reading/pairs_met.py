"""Two who met, held against the sittings of the text: which meeting is theirs, and which is none of theirs."""

from communique.lexicon.sittings import sitting_words
from communique.reading.bilaterals import Encounter
from communique.reading.circumstances import date_of
from communique.reading.drafts import Draft
from communique.reading.own_circumstances import other_day
from communique.reading.scan import Scan
from communique.reading.sittings import Sitting
from communique.reading.standing import status_of


def overlap(at: tuple[int, int], sitting: Sitting) -> bool:
    """The words at `at` and the phrase of the sitting share some."""
    return at[0] < sitting.stop and sitting.start < at[1]


def two_parties(met: Encounter) -> bool:
    """Two sides, or several people of two countries."""
    parties = {s.party for s in met.sides}
    return len(met.sides) == 2 or (None not in parties and len(parties) == 2)


_MANY = frozenset({"trilateral", "tripartite", "quadrilateral", "multilateral", "three-way", "four-way"})


def other_than(scan: Scan, met: Encounter, draft: Draft) -> bool:
    """Two who are still to meet, or met on another day, are not those of a sitting that was held; nor are two the three of one."""
    if len(met.sides) == 2 and any(s.words & _MANY for s in draft.sittings):
        return True
    status, _ = status_of(scan, met.sentence, *met.at)
    when = date_of(scan, met.sentence, *met.at, status == "planned")
    return (status == "planned") != (draft.status == "planned") or other_day(when, draft.when)


def of_several(scan: Scan, met: Encounter) -> bool:
    """ "met with the leaders": one side are several, of who knows which countries."""
    return any(
        not s.key and any(h.stop == s.at[1] for h in scan.within(*s.at, "offices", "group"))
        for s in met.sides
    )


def of_two(phrase: Sitting, met: list[Encounter]) -> bool:
    """ "held talks with X": the noun is part of the verb, and the sides make the meeting."""
    plain = not (phrase.bodies or phrase.named)
    plain = plain and (phrase.ordinal is None or phrase.noun in sitting_words("two_sided"))
    if phrase.ordinal and any(phrase.start <= s.at[0] < phrase.stop for m in met for s in m.sides):
        return False  # "the third round of talks between X and Y": a sitting with its number
    return plain and any(m.deed[0] <= phrase.stop and phrase.start <= m.deed[1] for m in met)


def inside_sitting(met: Encounter, here: list[Draft]) -> Draft | None:
    """ "the fourth round of consultations between X and Y": the sides are told inside the phrase of a sitting."""
    for draft in here:
        if draft.sittings and draft.sittings[-1].start <= met.deed[0] < draft.sittings[-1].stop:
            return draft
    return None


def known_pair(met: Encounter, drafts: list[Draft]) -> Draft | None:
    """The draft in which these sides sit already, by name or as "his Kenyan counterpart"."""
    keys = {s.key for s in met.sides}
    parties = {s.party for s in met.sides}
    for draft in drafts:
        if not draft.firm or draft.noun == "visit":
            continue
        if keys <= set(draft.people) | set(draft.parties):
            return draft
        if None not in parties and parties == set(draft.parties) and _agree(met, draft):
            return draft
        if draft.people and set(draft.people) <= keys and set(draft.parties) <= parties:
            return draft  # "meets his Chinese counterpart", and later the counterpart by name
    return None


def _agree(met: Encounter, draft: Draft) -> bool:
    """The same parties: nobody sits for one of them whom the other does not know, or they just did something together."""
    seated = {p.represents: name for name, p in draft.people.items()}
    return not met.sure or all(
        s.person is None or seated.get(s.party, s.person.name) == s.person.name for s in met.sides
    )
