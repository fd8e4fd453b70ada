"""Meetings that a day, a body or two sides alone would make one: bodies that sit daily, presidents and ministers, joint sittings, plans."""

from typing import Any

import pytest
from told_meetings import groups, tells

from communique.model.meeting import AgendaItem, BodyMention, Meeting
from communique.model.party import Participation

UNSC = BodyMention(name="United Nations Security Council", id="un/security-council")
CSC = BodyMention(name="CSTO Collective Security Council", id="csto/collective-security-council")
CFM = BodyMention(name="CSTO Council of Foreign Ministers", id="csto/council-of-foreign-ministers")
CDM = BodyMention(name="CSTO Council of Defence Ministers", id="csto/council-of-defence-ministers")
ARUSHA = {"start": "2023-05-11", "city": "Arusha", "kind": "bilateral", "represented": ("KE", "UG")}
THERE = {"start": "2024-03-05", "city": "New York"}
P, S, J, A = "Paul Otieno", "Samuel Okello", "Jean Mushi", "Amina Hassani"


def met(title: str, *bodies: BodyMention, people: tuple[str, ...] = (), **slots: Any) -> Meeting:
    """A meeting of these bodies or of these people."""
    there = tuple(Participation(name=name) for name in people)
    return Meeting(id="m", name=title, bodies=bodies, participants=there, **slots)


def council(title: str = "a meeting of the Security Council", **slots: Any) -> Meeting:
    """A sitting of a body that sits daily."""
    return met(title, UNSC, **slots)


SUDAN, HAITI = "a Security Council meeting on Sudan", "a Security Council briefing on Haiti"


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # of two countries; of one; of one that only the agenda tells; of none that is told
        (council(SUDAN, **THERE), council(HAITI, **THERE), 2),
        (council(SUDAN, **THERE), council("the Council on Sudanese refugees", **THERE), 1),
        (council(agenda=(AgendaItem(text="the war in Sudan"),), **THERE), council(HAITI, **THERE), 2),
        (council(**THERE), council(HAITI, **THERE), 1),
        (council(**THERE), council("заседание СБ ООН", **THERE), 1),
        # away from its seat it sits once
        (council(SUDAN, start="2024-03-05", city="Nairobi"), council(HAITI, start="2024-03-05", city="Nairobi"), 1),
        # the same ambassadors sit there on the next day; another day; a month, a year
        (council(people=(P, S), **THERE), council(people=(P, S), start="2024-03-06", city="New York"), 2),
        (council(status="planned", start="2024-03-08", city="New York"), council(**THERE), 2),
        (council(start="2024-03"), council(**THERE), 2),
        (council(start="2024", city="New York"), council(**THERE), 2),
        # a day without a year leans on what is known
        (council(start="XXXX-03-05"), council(**THERE), 1),
    ],
)  # fmt: skip
def test_a_body_that_sits_daily_is_told_by_day_and_matter(
    ours: Meeting, theirs: Meeting, number: int
) -> None:
    assert (
        groups(tells("a", ours, published="2024-03-05"), tells("b", theirs, published="2024-03-05")) == number
    )


@pytest.mark.parametrize(
    ("told_on", "ours", "theirs", "number"),
    [
        # a report without a day means the sitting of its day or of the eve, of its matter
        ("2024-03-06", council(), council(SUDAN, **THERE), 1),
        ("2024-03-06", council(HAITI), council(SUDAN, **THERE), 2),
        ("2024-03-08", council(), council(SUDAN, **THERE), 2),
        ("2024-03-04", council(status="planned"), council(SUDAN, **THERE), 1),
        ("2024-03-01", council(status="planned"), council(SUDAN, **THERE), 2),
        # two without a day, told on one
        ("2024-03-05", council(SUDAN, city="New York"), council(SUDAN, city="New York"), 1),
        ("2024-03-05", council(SUDAN, city="New York"), council(HAITI, city="New York"), 2),
        ("2024-03-05", council(SUDAN), council(start="2024-03"), 2),
    ],
)  # fmt: skip
def test_a_body_that_sits_daily_is_meant_at_once(
    told_on: str, ours: Meeting, theirs: Meeting, number: int
) -> None:
    assert groups(tells("a", ours, published=told_on), tells("b", theirs, published="2024-03-05")) == number


def test_a_sitting_of_no_told_matter_is_neither_of_two() -> None:
    day = [
        tells("a", council(SUDAN, **THERE)),
        tells("b", council(HAITI, **THERE)),
        tells("c", council(**THERE)),
    ]
    assert groups(*day) == 3


def test_one_report_may_tell_of_two_sittings_of_a_day() -> None:
    assert groups(tells("a", council(SUDAN, **THERE), council("the Council on Sudan and Chad", **THERE))) == 2


def test_talks_of_nobody_named_do_not_make_those_of_presidents_and_ministers_one() -> None:
    presidents, ministers = met("talks", people=(P, S), **ARUSHA), met("talks", people=(J, A), **ARUSHA)
    bare = met("talks of Kenya and Uganda", **ARUSHA)
    assert groups(tells("a", presidents), tells("b", ministers), tells("c", bare)) == 3
    assert groups(tells("a", presidents), tells("c", bare)) == 1
    assert groups(tells("b", met("talks of the defence ministers", **ARUSHA)), tells("c", bare)) == 1
    assert (
        groups(tells("a", met("the presidents' talks", **ARUSHA)), tells("b", met("defence talks", **ARUSHA)))
        == 2
    )


def test_a_joint_sitting_is_not_what_one_report_tells_beside_it() -> None:
    day = {"start": "2024-11-27", "city": "Astana"}
    joint, own = met("a joint sitting", CFM, CDM, **day), met("the foreign ministers' council", CFM, **day)
    assert groups(tells("a", joint, own)) == 2
    assert groups(tells("a", joint), tells("b", own)) == 1


@pytest.mark.parametrize(("told_on", "number"), [("2024-03-09", 2), ("2024-03-04", 1), (None, 1)])
def test_what_is_planned_after_a_sitting_is_another(told_on: str | None, number: int) -> None:
    held = tells("a", met("the session", CSC, start="2024-03-05", city="Astana"), published="2024-03-05")
    coming = met("the session", CSC, start="2024-03-14", city="Astana", status="planned")
    assert groups(held, tells("b", coming, published=told_on)) == number


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # a number told on one day of two years; on two; of two cities, months apart
        (met("the session", CSC, ordinal=7, start="2023-03-02"), met("the session", CSC, ordinal=7, start="2024-02-29", end="2024-03-02"), 1),
        (met("the session", CSC, ordinal=7, start="2023-03-02"), met("the session", CSC, ordinal=7, start="2024-02-29"), 2),
        (met("the session", CSC, ordinal=39, start="XXXX-06-29", city="Minsk"), met("the session", CSC, ordinal=39, start="XXXX-12-14", city="Astana"), 2),
        (met("the session", CSC, ordinal=39, start="XXXX-06-29", city="Minsk"), met("the session", CSC, ordinal=39, start="2024-07-14", city="Minsk"), 1),
        # a month without a year leans on the one known in that city
        (met("the session", CSC, start="XXXX-07", city="Astana"), met("the session", CSC, start="2024-07-06", city="Astana"), 1),
        (met("the council", CFM, start="XXXX-07", city="Moscow"), met("the council", CFM, start="2024-07-06", city="Moscow"), 2),
        (met("the session", CSC, start="XXXX-08", city="Astana"), met("the session", CSC, start="2024-07-06", city="Astana"), 2),
        # who goes unnamed is the other's, of the same two sides
        (met("talks", people=(P,), **ARUSHA), met("talks", people=(P, S), **ARUSHA), 1),
        (met("talks", people=(J,), **ARUSHA), met("talks", people=(P, S), **ARUSHA), 2),
        (met("talks", people=(P, J), **ARUSHA), met("talks", people=(P, S), **ARUSHA), 2),
        (met("talks", people=(P,), **ARUSHA | {"represented": ("KE", "TZ")}), met("talks", people=(P, S), **ARUSHA), 2),
    ],
)  # fmt: skip
def test_what_two_tell_of_one(ours: Meeting, theirs: Meeting, number: int) -> None:
    assert groups(tells("a", ours), tells("b", theirs)) == number


def test_a_formatted_sitting_and_one_without_a_day_join_the_whole() -> None:
    day = {"start": "2024-03-05", "city": "Astana"}
    whole = tells("a", met("the session", CSC, **day), published="2024-03-05")
    wide = tells("b", met("the plenary session", CSC, **day), published="2024-03-05")
    undated = tells("c", met("the session in Astana", CSC, city="Astana"), published="2024-03-06")
    assert groups(whole, wide, undated) == 1
