"""Gatherings of no body of which names, rounds, cities or people alone would make one where they are two."""

from typing import Any

import pytest
from told_meetings import groups, tells

from communique.model.meeting import BodyMention, Meeting
from communique.model.party import Participation

CSC = BodyMention(name="CSTO Collective Security Council", id="csto/collective-security-council")
DAY = {"start": "2023-09-20", "city": "Cairo"}
P, S, J, A, B, C, D = "Otieno", "Okello", "Mushi", "Hassani", "Wanjiru", "Ndayisenga", "Tembo"


def met(title: str, *names: str, **slots: Any) -> Meeting:
    """A meeting of the named."""
    there = tuple(Participation(name=name) for name in names)
    slots = {"represented": tuple(slots.pop("sides", ()))} | slots
    return Meeting(id="m", name=title, participants=there, **slots)


MINISTERS, ROUND = "meeting of foreign ministers", "the third round of talks"
BALLROOM = "Cairo Conference on Shared Rivers"


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # what any meeting may be called is no name: other sides, other people, nothing in common, one city
        (met(MINISTERS, start="2024-05-10", sides=("KE", "UG")), met(MINISTERS, start="2024-05-10", sides=("TZ", "RW")), 2),
        (met(MINISTERS, start="2024-05-10", sides=("KE", "UG")), met(MINISTERS, start="2024-05-10", sides=("KE", "UG", "RW")), 1),
        (met("the meeting", P, S, start="2024-05-10"), met("the meeting", J, A, start="2024-05-10"), 2),
        (met("the meeting", start="2024-05-10"), met("the meeting", start="2024-05-10"), 2),
        (met("the meeting", **DAY), met("the meeting", **DAY), 1),
        (met("the meeting", P, S, **DAY), met("the meeting", J, A, **DAY), 2),
        # a name of its own is enough
        (met(BALLROOM, start="2024-05-10"), met(BALLROOM, start="2024-05-10"), 1),
        (met(BALLROOM, start="2024-05-10"), met("Cairo Shared Rivers High-Level Conference", start="2024-05-10"), 1),
        (met(BALLROOM, start="2024-05-10"), met("Cairo Conference on Shared Roads", start="2024-05-10"), 2),
        (met(BALLROOM, start="2024-05-10"), met("Cairo Conference on Shared Riwers", start="2024-05-10"), 1),
        (met(f"II {BALLROOM}", ordinal=2), met(f"2nd {BALLROOM}", ordinal=2), 1),
        # rounds are counted for each process anew
        (met(ROUND, ordinal=3, start="2025-05-11", city="Muscat"), met(ROUND, ordinal=3, start="2025-07-23", city="Istanbul"), 2),
        (met(ROUND, ordinal=3, city="Muscat"), met(ROUND, ordinal=3, city="Istanbul"), 2),
        (met(ROUND, ordinal=3, **DAY), met("the fourth round of talks", ordinal=4, **DAY), 2),
        # two summits in one city on one day: of two matters, in two languages; of leaders and of business; of other sides
        (met("Climate Ambition Summit", P, **DAY), met("саммит по продовольствию", **DAY), 2),
        (met("Climate Ambition Summit", P, **DAY), met("климатический саммит", **DAY), 1),
        (met("business summit", P, **DAY), met("summit of the leaders", **DAY), 2),
        (met("summit of the leaders", P, **DAY), met("саммит в Каире", **DAY), 1),
        (met("the summit", P, sides=("KE", "UG", "TZ"), **DAY), met("Arab summit", sides=("EG", "JO"), **DAY), 2),
        # talks at the edge of a gathering, and of three beside a forum
        (met("talks on the sidelines", P, S, **DAY), met("the summit in Cairo", P, S, J, A, **DAY), 2),
        (met("встреча на полях форума", P, S, J, **DAY), met("Cairo forum", P, S, J, A, **DAY), 2),
        (met("trilateral meeting", P, S, J, **DAY), met("Cairo Peace Forum", P, S, J, A, B, C, **DAY), 2),
        (met("trilateral meeting", P, S, J, **DAY), met("the summit in Cairo", P, S, J, **DAY), 1),
        # three hosts of two talks in a row; many guests of one
        (met("talks", P, S, J, A, **DAY), met("a meeting", P, S, J, B, **DAY), 2),
        (met("talks", P, S, J, A, B, C, D, **DAY), met("a meeting", P, S, J, "Phiri", **DAY), 1),
        # leaders and their ministers
        (met("summit of the three", sides=("KE", "UG", "TZ"), **DAY), met("foreign ministers meet", sides=("KE", "UG", "TZ"), **DAY), 2),
    ],
)  # fmt: skip
def test_gatherings_of_no_body(ours: Meeting, theirs: Meeting, number: int) -> None:
    assert groups(tells("a", ours), tells("b", theirs)) == number


TWO: dict[str, Any] = {"kind": "bilateral", "sides": ("KE", "UG")}


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # two cannot be in two countries on one day, and one report errs: in who, where or when nobody knows
        (met("talks", P, S, start="2023-09-20", city="Kampala", **TWO), met("talks", P, S, start="2023-09-20", city="Nairobi", **TWO), 2),
        (met("talks", P, S, start="2023-09-20", city="San Francisco", **TWO), met("talks", P, S, start="2023-09-20", city="Woodside", **TWO), 1),
        # a month of which nobody is named; the very day
        (met("talks of the two states", start="2023-09", city="Kampala", **TWO), met("talks", P, S, start="2023-09-20", city="Kampala", **TWO), 2),
        (met("talks of the two states", start="XXXX-09-20", city="Kampala", **TWO), met("talks", P, S, start="2023-09-20", city="Kampala", **TWO), 1),
        (met("talks", P, S, start="2023-09", city="Kampala", **TWO), met("talks", P, S, start="2023-09-20", city="Kampala", **TWO), 1),
    ],
)  # fmt: skip
def test_talks_of_two(ours: Meeting, theirs: Meeting, number: int) -> None:
    assert groups(tells("a", ours), tells("b", theirs)) == number


@pytest.mark.parametrize(("told_on", "number"), [("2023-09-21", 1), ("2023-09-23", 2)])
def test_talks_of_nobody_named_and_no_day_are_those_of_the_eve(told_on: str, number: int) -> None:
    named = tells("a", met("talks", P, S, start="2023-09-20", city="Kampala", **TWO), published="2023-09-20")
    assert groups(named, tells("b", met("talks of the two states", **TWO), published=told_on)) == number


@pytest.mark.parametrize(("number", "told_on", "groups_of"), [(1, "2024-01-20", 2), (1, "2023-06-01", 1), (9, "2024-01-20", 1)])  # fmt: skip
def test_a_first_meeting_without_a_day_may_be_of_any_year(number: int, told_on: str, groups_of: int) -> None:
    first = met("the meeting", bodies=(CSC,), ordinal=number)
    assert (
        groups(tells("a", first, published="2023-01-20"), tells("b", first, published=told_on)) == groups_of
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # gatherings of one matter in one city, in any words; talks only on one day; other sides
        (met("high-level peace conference", start="2023-09-20", city="Cairo"), met("Глобальный саммит мира", P, start="XXXX-09-20", city="Cairo"), 1),
        (met("peace talks", start="2023-09-20", city="Cairo"), met("talks on a peace deal", start="2023-09-20", city="Cairo"), 1),
        (met("peace talks", start="2023-09", city="Cairo"), met("talks on a peace deal", start="2023-09-20", city="Cairo"), 2),
        (met("peace talks", sides=("KE", "UG"), **DAY), met("talks on a peace deal", sides=("EG", "JO"), **DAY), 2),
        (met("peace talks", P, S, **DAY), met("talks on a peace deal", J, A, **DAY), 2),
        # the country instead of the city, on one day
        (met("peace summit", start="2023-09-20", country="EG"), met("саммит мира", country="EG", **DAY), 1),
        (met("peace summit", start="2023-09", country="EG"), met("саммит мира", country="EG", **DAY), 2),
    ],
)  # fmt: skip
def test_gatherings_of_one_matter(ours: Meeting, theirs: Meeting, number: int) -> None:
    assert groups(tells("a", ours), tells("b", theirs)) == number


SUMMIT = BodyMention(name="G20 Summit", id="g20/summit")


@pytest.mark.parametrize(
    ("told_on", "slots", "number"),
    [
        # leaders who go round sit once in two months: the city need not be told
        ("2022-11-20", {}, 1),
        ("2022-10-10", {"status": "planned"}, 1),
        ("2022-08-10", {"status": "planned"}, 2),
        ("2022-12-20", {}, 2),
        # the eve of it
        ("2022-11-14", {"city": "Bali"}, 1),
        ("2022-11-05", {"city": "Bali"}, 2),
        ("2022-11-20", {"city": "Rome"}, 2),
    ],
)  # fmt: skip
def test_leaders_who_go_round_need_no_city(told_on: str, slots: dict[str, Any], number: int) -> None:
    held = tells("a", met("the summit", bodies=(SUMMIT,), start="2022-11-15", city="Bali"))
    undated = met("the G20 summit", bodies=(SUMMIT,), **slots)
    assert groups(held, tells("b", undated, published=told_on)) == number


def test_leaders_at_their_seat_need_a_city() -> None:
    eu = BodyMention(name="European Council", id="eu/european-council")
    held = tells("a", met("the summit", bodies=(eu,), start="2022-11-15", city="Brussels"))
    assert groups(held, tells("b", met("the EU summit", bodies=(eu,)), published="2022-11-25")) == 2
