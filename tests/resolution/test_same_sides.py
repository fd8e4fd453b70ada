"""Talks of no body told by whose sides they are; the narrow sitting beside the whole; whole casts without a day."""

from typing import Any

import pytest
from told_meetings import groups, tells
from worked_examples import Told

from communique.model.meeting import BodyMention, Meeting
from communique.model.mention import mentions
from communique.model.party import Participation
from communique.resolution import resolve

THREE = ("KE", "UG", "TZ")
DAY = {"start": "2023-05-11", "city": "Arusha"}
COUNCIL = BodyMention(name="CSTO Collective Security Council", id="csto/collective-security-council")
P, S, J, A, B = "Paul Otieno", "Samuel Okello", "Jean Mushi", "Amina Hassani", "Grace Wanjiru"


def met(title: str, *names: str, sides: tuple[str, ...] = (), **slots: Any) -> Meeting:
    """A meeting of the named, for the sides."""
    there = tuple(Participation(name=name) for name in names)
    return Meeting(id="m", name=title, participants=there, represented=sides, **slots)


def session(title: str, *names: str, **slots: Any) -> Meeting:
    """A sitting of the council."""
    return met(title, *names, bodies=(COUNCIL,), **slots)


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # three sides and more, on one day in one city, in any language, whoever is named
        (met("ministers meet", sides=THREE, **DAY), met("переговоры трех сторон", P, sides=THREE[::-1], **DAY), 1),
        (met("ministers meet", sides=THREE, **DAY), met("встреча трех", sides=THREE, start="2023-05-11"), 1),
        (met("ministers meet", sides=THREE, **DAY), met("встреча", sides=THREE, start="2023-05-11", city="Kampala"), 2),
        (met("ministers meet", sides=THREE, **DAY), met("встреча", sides=THREE, start="2023-05-12", city="Arusha"), 2),
        (met("ministers meet", sides=THREE, **DAY), met("встреча", sides=("KE", "UG", "RW"), **DAY), 2),
        # others sat there for the same states
        (met("a meeting", P, S, J, sides=THREE, **DAY), met("встреча", A, B, sides=THREE, **DAY), 2),
        # two sides: somebody or a number of their rounds is in both
        (met("peace talks", P, S, sides=("KE", "UG"), **DAY), met("переговоры", S, J, sides=("KE", "UG"), **DAY), 1),
        (met("peace talks", P, S, sides=("KE", "UG"), **DAY), met("переговоры", sides=("KE", "UG"), **DAY), 2),
        (met("peace talks", P, ordinal=2, sides=("KE", "UG"), **DAY), met("раунд", ordinal=2, sides=("KE", "UG"), **DAY), 1),
        (met("peace talks", P, ordinal=2, sides=("KE", "UG"), **DAY), met("раунд", P, ordinal=3, sides=("KE", "UG"), **DAY), 2),
        # presidents and ministers, ministers and their deputies
        (met("foreign ministers meet", sides=THREE, **DAY), met("встреча министров обороны", sides=THREE, **DAY), 2),
        (met("foreign ministers meet", sides=THREE, **DAY), met("meeting of deputy foreign ministers", sides=THREE, **DAY), 2),
        (met("foreign ministers meet", sides=THREE, **DAY), met("встреча глав МИД", sides=THREE, **DAY), 1),
        # the two that one of them names, among those who sat there that day
        (met("mediated talks", P, S, J, A, **DAY), met("the meeting in Arusha", P, S, **DAY), 1),
        (met("mediated talks", P, S, J, A, **DAY), met("the meeting", P, S, start="2023-05", city="Arusha"), 2),
        (met("mediated talks", P, S, J, A, **DAY), met("встреча", P, S, start="XXXX-05-11", city="Arusha"), 1),
        # a host who mediates is a side to the one and none to the other: all whom the other names were there
        (met("talks", P, S, J, sides=THREE, **DAY), met("переговоры", P, sides=("KE", "UG"), **DAY), 1),
        (met("talks", P, S, J, sides=THREE, **DAY), met("переговоры", P, A, sides=("KE", "UG"), **DAY), 2),
        (met("talks", P, S, J, sides=THREE, **DAY), met("переговоры", P, sides=("KE", "TZ"), **DAY), 2),
    ],
)  # fmt: skip
def test_talks_are_told_by_whose_sides_they_are(ours: Meeting, theirs: Meeting, number: int) -> None:
    assert groups(tells("a", ours), tells("b", theirs)) == number


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # a summit of which one report names nobody; a conference may be one of several that day
        (met("peace summit", P, S, J, **DAY), met("Саммит мира", **DAY), 1),
        (met("peace summit", P, S, J, **DAY), met("Саммит мира", start="XXXX-05-11", city="Arusha"), 1),
        (met("the summit", P, S, J, **DAY), met("Саммит в Аруше", A, **DAY), 2),
        (met("peace summit", P, S, J, **DAY), met("Саммит мира", start="2023-05-11"), 2),
        (met("peace conference", P, S, J, **DAY), met("конференция", **DAY), 2),
    ],
)  # fmt: skip
def test_one_summit_is_in_a_city_that_day(ours: Meeting, theirs: Meeting, number: int) -> None:
    assert groups(tells("a", ours), tells("b", theirs)) == number


def talks(title: str, *names: str, **slots: Any) -> Meeting:
    """Talks of two sides."""
    return met(title, *names, kind="bilateral", **slots)


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # the same two on one day, in the village and in the city beside it
        (talks("talks", P, S, **DAY), talks("встреча", P, S, start="2023-05-11", city="Moshi"), 1),
        (talks("talks", P, S, **DAY), talks("встреча", P, J, start="2023-05-11", city="Moshi"), 2),
        (talks("talks", P, S, **DAY), talks("встреча", P, S, start="2023-05-12", city="Moshi"), 2),
        (talks("talks", P, S, **DAY), talks("виртуальная встреча", P, S, start="2023-05-11"), 2),
        # a gathering of many sits in one place
        (met("talks", P, S, J, **DAY), met("встреча", P, S, J, start="2023-05-11", city="Moshi"), 2),
    ],
)  # fmt: skip
def test_two_are_in_two_places_told_by_two_reports(ours: Meeting, theirs: Meeting, number: int) -> None:
    assert groups(tells("a", ours), tells("b", theirs)) == number


def test_a_report_that_tells_of_two_sittings_of_the_same_sides_is_believed() -> None:
    two = tells("a", met("a meeting", sides=THREE, **DAY), met("one more", sides=THREE, **DAY))
    assert groups(two) == 2


def test_most_of_a_large_cast_is_enough_where_no_day_is_told() -> None:
    dated = tells("a", met("talks in Arusha", P, S, J, A, B, **DAY))
    assert groups(dated, tells("b", met("переговоры", P, S, J, A, "Peter Mwita", city="Arusha"))) == 1
    assert (
        groups(dated, tells("b", met("переговоры", P, S, J, "Peter Mwita", "Ali Juma", city="Arusha"))) == 2
    )


def test_the_whole_session_comes_before_its_narrow_sitting() -> None:
    known = tells("a", session("the session", P, S, J, start="2023-05-11", end="2023-05-12", city="Minsk"))
    narrow = session("the session in narrow format", P, S, start="2023-05-11", city="Minsk")
    whole = session("the session", P, S, city="Minsk")
    assert groups(known, tells("b", narrow, published="2023-05-11")) == 1
    both = tells("b", whole, narrow, published="2023-05-11")
    assert groups(known, both) == 2
    mine, theirs = (resolve((known, both)).entries[m.id] for m in _first(known, both))
    assert mine == theirs


def _first(*reports: Told) -> list[Any]:
    """The meeting that each report names first."""
    return [next(m for m in mentions(r, t.id) if m.places[0].endswith("/0")) for _, t, r in reports]


MINISTERS = BodyMention(name="OSCE Ministerial Council", id="osce/ministerial-council")


@pytest.mark.parametrize(
    ("city", "names", "number"), [("Skopje", (P,), 1), ("Skopje", (), 2), ("Skopje", (A,), 2), ("Vienna", (P,), 2)]
)  # fmt: skip
def test_ministers_away_from_their_seat_are_there_once(
    city: str, names: tuple[str, ...], number: int
) -> None:
    dated = met("the council", P, S, bodies=(MINISTERS,), start="2023-11-30", city=city)
    undated = met("совет министров", *names, bodies=(MINISTERS,), city=city)
    assert groups(tells("a", dated), tells("b", undated)) == number


@pytest.mark.parametrize(
    ("city", "month", "number"), [("Astana", "2023-11", 1), ("Moscow", "2023-11", 2), ("Astana", "2023-12", 2)]
)  # fmt: skip
def test_leaders_are_in_one_city_once_in_a_month(city: str, month: str, number: int) -> None:
    told_twice = (session("last session", start=at, city=city) for at in ("2023-11", month))
    assert groups(*(tells(id, each) for id, each in zip("ab", told_twice, strict=True))) == number


def test_a_session_of_two_days_is_still_to_come_on_the_second() -> None:
    two_days = session("the session", start="2023-05-11", end="2023-05-12", city="Minsk", status="ongoing")
    narrow = session("sitting in narrow format", status="planned")
    assert groups(tells("a", two_days, narrow, published="2023-05-12")) == 2
    assert groups(tells("a", two_days), tells("b", narrow, published="2023-05-12")) == 1


def test_narrow_and_whole_without_a_day_are_two_only_where_one_report_tells_of_both() -> None:
    known = tells("a", session("the session", P, start="2023-05-11", city="Minsk"))
    whole, part = session("the session", A), session("the session in expanded format", A)
    assert groups(known, tells("b", whole, part, published="2023-05-11")) == 2
    assert (
        groups(known, tells("b", whole, published="2023-05-11"), tells("c", part, published="2023-05-11"))
        == 1
    )
