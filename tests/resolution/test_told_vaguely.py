"""Reports that leave out the day and the city, or name the owner vaguely: which known sitting they mean, and when none."""

from typing import Any

import pytest
from told_meetings import groups, tells

from communique.model.meeting import BodyMention, Meeting
from communique.model.party import Participation
from communique.resolution.clustering import Edge, partition

SUMMIT, SCO, SECRETARIES, CFM, AUTHORITY = (
    BodyMention(name=id, id=id)
    for id in (
        "sco/council-of-heads-of-state",
        "sco",
        "sco/security-council-secretaries",
        "eu/foreign-affairs-council",
        "ecowas/authority",
    )
)
P, S, J, A = "Otieno", "Okello", "Mushi", "Hassani"
THERE: dict[str, Any] = {"start": "2023-09-20", "city": "Cairo"}
TWO: dict[str, Any] = {"kind": "bilateral", "represented": ("KE", "UG")}


def met(title: str, *names: str, of: BodyMention | None = None, **slots: Any) -> Meeting:
    """A meeting of the named, or of a body."""
    there = tuple(Participation(name=name) for name in names)
    return Meeting(id="m", name=title, participants=there, bodies=(of,) if of else (), **slots)


LEADERS = met("meeting of the leaders", P, S, J, of=SUMMIT, **THERE)
COUNCIL = met("the Council", P, S, of=CFM, start="2023-09-20", city="Brussels")
DAYS = met("the Council", of=CFM, start="2023-09-18", end="2023-09-20", city="Brussels")
NO_DAY = met("talks", P, S, **TWO)


@pytest.mark.parametrize(
    ("known", "told", "published", "number"),
    [
        # an organisation for its organ: its summit by the word, others by who was there
        (LEADERS, met("the summit", of=SCO), "2023-09-22", 1),
        (LEADERS, met("the meeting", P, of=SCO), "2023-09-22", 1),
        (LEADERS, met("the meeting", of=SCO), "2023-09-22", 2),
        (LEADERS, met("foreign ministers meet", P, of=SCO, start="2023-09-21"), "2023-09-22", 2),
        (COUNCIL, met("a meeting", P, of=BodyMention(name="EU", id="eu")), "2023-09-21", 2),
        # a summit of which no body is told
        (LEADERS, met("the Cairo summit", P, S, city="Cairo"), None, 1),
        (LEADERS, met("the Cairo summit", P, S, A, city="Cairo"), None, 2),
        (LEADERS, met("the summit", P, S), "2023-09-22", 2),
        (LEADERS, met("the summit", P, S, J), "2023-09-22", 1),
        (LEADERS, met("talks", P, S, J, city="Cairo"), None, 2),
        # neither day nor city: within a fortnight with somebody who was there, within a week with nobody named
        (COUNCIL, met("the Council", P, of=CFM), "2023-10-02", 1),
        (COUNCIL, met("the Council", of=CFM), "2023-09-26", 1),
        (COUNCIL, met("the Council", of=CFM), "2023-10-02", 2),
        (COUNCIL, met("the Council", A, of=CFM), "2023-09-26", 2),
        (COUNCIL, met("the Council", P, of=CFM), "2023-11-02", 2),
        # of one only its close is told
        (DAYS, met("the Council", of=CFM, end="2023-09-20"), None, 1),
        (DAYS, met("the Council", of=CFM, end="2023-09-28"), None, 2),
        # two who talked
        (met("talks", P, S, **THERE, **TWO), NO_DAY, "2023-09-26", 1),
        (met("talks", P, S, **THERE, **TWO), NO_DAY, "2023-10-02", 2),
        (met("talks", P, S, **THERE, **TWO), NO_DAY, None, 1),
        (met("talks", P, S, **THERE, **TWO), met("phone call", P, S, **TWO), None, 2),
        # leaders, by the year alone
        (LEADERS, met("the 2023 summit", of=SUMMIT, start="2023"), "2024-05-01", 1),
        (LEADERS, met("the 2022 summit", of=SUMMIT, start="2022"), "2024-05-01", 2),
        (LEADERS, met("the summit", P, S, of=SUMMIT), None, 1),
        (LEADERS, met("the summit", P, A, of=SUMMIT), None, 2),
        # leaders planned for one city who met in another that day; both held
        (met("the summit to come", of=SUMMIT, start="2023-09-20", city="Nairobi", status="planned"), LEADERS, "2023-09-21", 1),
        (met("the summit", of=SUMMIT, start="2023-09-20", city="Nairobi"), LEADERS, "2023-09-21", 2),
        (met("a council to come", of=CFM, start="2023-09-20", city="Nairobi", status="planned"), COUNCIL, "2023-09-21", 2),
        # what is called ordinary and what is called extraordinary
        (met("ordinary session", P, of=AUTHORITY, **THERE), met("sommet extraordinaire", P, of=AUTHORITY, **THERE), "2023-09-21", 2),
        (met("ordinary session", P, of=AUTHORITY, **THERE), met("le sommet", P, of=AUTHORITY, **THERE), "2023-09-21", 1),
    ],
)  # fmt: skip
def test_what_is_left_out_is_found(known: Meeting, told: Meeting, published: str | None, number: int) -> None:
    assert groups(tells("a", known, published="2023-09-20"), tells("b", told, published=published)) == number


def test_of_two_known_the_one_of_these_days_is_meant_and_it_alone() -> None:
    before = met("the Council", P, of=CFM, start="2023-09-14", city="Brussels")
    known = tells("a", COUNCIL, published="2023-09-20"), tells("b", before, published="2023-09-14")
    assert groups(*known, tells("c", met("the Council", P, of=CFM), published="2023-09-22")) == 2
    assert groups(*known, tells("c", met("the Council", P, of=CFM), published="2023-09-26")) == 3


def test_two_known_talks_without_a_day_in_the_third_report_stay_apart() -> None:
    first = tells("a", met("talks", P, S, **THERE, **TWO), published="2023-09-20")
    second = tells("b", met("talks", P, S, start="2023-10-09", city="Nairobi", **TWO), published="2023-10-09")
    assert groups(first, second, tells("c", NO_DAY)) == 3


def test_a_summit_of_nobody_does_not_join_two_that_it_may_mean() -> None:
    other = met("summit", P, S, J, of=AUTHORITY, start="2023-09-21", city="Cairo")
    known = tells("a", LEADERS, published="2023-09-20"), tells("b", other, published="2023-09-21")
    assert (
        groups(*known, tells("c", met("the Cairo summit", P, S, J, city="Cairo"), published="2023-09-22"))
        == 3
    )


def test_who_meant_the_nearest_of_two_does_not_lean_on_the_other_afterwards() -> None:
    edges = [Edge(0.7, "a", "short", "short", near=True), Edge(0.7, "b", "short", "short")]
    found = partition(["a", "b", "short"], edges, lambda _a, _b: False)
    assert found.root("a") == found.root("short") != found.root("b")
