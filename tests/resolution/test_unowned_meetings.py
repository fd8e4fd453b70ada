"""Meetings of no known body: one by who sat there, by kind and number of the gathering; who is counted as the same."""

from typing import Any

import pytest
from msgspec.structs import replace
from worked_examples import Told, told

from communique.model.meeting import BodyMention, Meeting
from communique.model.mention import mentions
from communique.model.party import Participation
from communique.model.reading import Report
from communique.resolution import resolve

OFF = BodyMention(name="OSCE Ministerial Council", id="osce/ministerial-council")
LAKE = {"Paul Otieno": "KE", "Samuel Mwamba": "ZM", "Jean Ndikumana": "BI", "Amina Hassani": "TZ"}
DAY = {"start": "2023-05-11", "city": "Lusaka"}


def sat(id: str, title: str, *names: str, published: str | None = None, **slots: Any) -> Told:
    """A report of one meeting in which the named took part."""
    there = tuple(Participation(name=n, represents=LAKE.get(n)) for n in names)
    name, text, reading = told(id, id, meetings=(Meeting(id="m1", name=title, participants=there, **slots),))
    return name, text, replace(reading, report=Report(id=id, published=published))


def groups(*reports: Told) -> int:
    """How many meetings the reports tell of; the same for every order."""
    found = {
        len({v for m, v in resolve(turn).entries.items() if m in _meetings(turn)})
        for turn in (reports, reports[::-1])
    }
    assert len(found) == 1
    return found.pop()


def _meetings(reports: tuple[Told, ...]) -> set[str]:
    return {m.id for _, text, r in reports for m in mentions(r, text.id) if m.kind == "meetings"}


P, S, J, A = LAKE

ONE = [
    # all of them, or three of many, on one day in one city, whatever it is called
    (sat("a", "mini-sommet", P, S, J, **DAY), sat("b", "talks on the lake", P, S, J, **DAY)),
    (sat("a", "talks on the lake", P, S, J, **DAY), sat("b", "переговоры", P, S, J, A, **DAY)),
    # two of them at gatherings; one of them where both are a summit
    (sat("a", "mini-sommet", P, S, J, **DAY), sat("b", "саммит в Лусаке", P, S, A, **DAY)),
    (sat("a", "Lusaka summit", P, S, J, **DAY), sat("b", "sommet", P, **DAY)),
    # a conference of one number, whoever is named; its month, its day; planned without a day
    (
        sat("a", "second conference on the lake", P, ordinal=2, **DAY),
        sat("b", "deuxième Conférence", J, ordinal=2, **DAY),
    ),
    (
        sat("a", "second conference on the lake", P, ordinal=2, **DAY),
        sat("b", "конференция", ordinal=2, start="2023-05", city="Lusaka"),
    ),
    # a conference called by its city and number
    (
        sat("a", "Lusaka II conference", start="2023-05"),
        sat("b", "deuxième Conférence", J, ordinal=2, **DAY),
    ),
    # reports of one day, none of which says when three sat together
    (
        sat("a", "trilateral meeting", P, S, J, published="2023-05-12"),
        sat("b", "réunion à trois", P, S, J, published="2023-05-12"),
    ),
]
TWO = [
    (sat("a", "talks", P, S, **DAY), sat("b", "an informal meeting", S, J, A, **DAY)),
    (sat("a", "talks", P, S, J, **DAY), sat("b", "a meeting", P, S, A, **DAY)),
    (sat("a", "Lusaka summit", P, **DAY), sat("b", "talks on the sidelines of the summit", P, J, **DAY)),
    (sat("a", "Lusaka summit", P, **DAY), sat("b", "business conference", P, **DAY)),
    (
        sat("a", "second conference on the lake", P, ordinal=2, **DAY),
        sat("b", "first Conférence", J, ordinal=1, **DAY),
    ),
    (
        sat("a", "Conférence de Lusaka III", start="2023-05"),
        sat("b", "deuxième Conférence", J, ordinal=2, **DAY),
    ),
    (sat("a", "talks", P, S, J, **DAY), sat("b", "переговоры", P, S, J, start="2023-05-14", city="Lusaka")),
    (sat("a", "talks", P, S, J, **DAY), sat("b", "meeting", P, S, J, start="2023-05-11", city="Nairobi")),
    (
        sat("a", "trilateral meeting", P, S, J, published="2023-05-12"),
        sat("b", "réunion à trois", P, S, J, published="2023-06-12"),
    ),
]


@pytest.mark.parametrize("pair", ONE)
def test_one_meeting_of_no_body(pair: tuple[Told, Told]) -> None:
    assert groups(*pair) == 1


@pytest.mark.parametrize("pair", TWO)
def test_two_meetings_of_no_body(pair: tuple[Told, Told]) -> None:
    assert groups(*pair) == 2


def test_one_more_report_undoes_no_join() -> None:
    reports = [
        sat("a", "mini-sommet", *LAKE, **DAY),
        sat("b", "the lake talks", *LAKE, **DAY),
        sat("c", "sommet de Lusaka", P, S, J, **DAY),
        sat("d", "tripartite meeting", P, S, J, published="2023-05-12", city="Lusaka"),
        sat("e", "sommet de Lusaka", P, **DAY),
    ]
    for number in range(2, len(reports) + 1):
        assert groups(*reports[:number]) == 1


def test_a_report_that_tells_of_two_sittings_of_the_same_people_is_believed() -> None:
    there = tuple(Participation(name=n) for n in LAKE)
    two = tuple(
        Meeting(id=f"m{i}", name=n, participants=there, **DAY)
        for i, n in enumerate(("talks", "a working walk"))
    )
    assert groups(told("a", "a", meetings=two)) == 2
    assert groups(told("a", "a", meetings=two), sat("b", "переговоры", *LAKE, **DAY)) == 2


def test_talks_on_the_sidelines_are_no_sitting_of_the_body() -> None:
    council = sat("a", "the Ministerial Council", P, S, J, A, bodies=(OFF,), **DAY)
    assert groups(council, sat("b", "met with two colleagues", P, S, J, **DAY)) == 2


def talks(id: str, *names: str, title: str = "talks", **slots: Any) -> Told:
    """A report of talks between two."""
    return sat(id, title, *names, **{"kind": "bilateral", **DAY, **slots})


@pytest.mark.parametrize(
    ("ours", "theirs", "number"),
    [
        # two surnames that sound alike to scripts without vowels are two people
        (("Vladimir Putin", "Joe Biden"), ("Владимир Путин", "Джо Байден"), 1),
        (("Vladimir Putin", "Joe Biden"), ("Владимира Путина", "Джо Байденом"), 1),
        (("Vladimir Putin", "Joe Biden"), ("فلاديمير بوتين", "جو بايدن"), 1),
        (("Vladimir Putin", "Joe Biden"), ("Vladimir Putin", "Xi Jinping"), 2),
        (("Vladimir Putin", "Masoud Pezeshkian"), ("Joe Biden", "Masoud Pezeshkian"), 2),
        # Turkish letters turn no name
        (("Recep Tayyip Erdoğan", "Joe Biden"), ("Recep Tayyip Erdogan", "Joe Biden"), 1),
        # a slip of the reporter
        (("João Lourenço", "Joe Biden"), ("Joao Lorenco", "Joe Biden"), 1),
    ],
)
def test_who_met_is_told_by_surnames(ours: tuple[str, ...], theirs: tuple[str, ...], number: int) -> None:
    assert groups(talks("a", *ours), talks("b", *theirs)) == number


def test_a_call_is_no_visit() -> None:
    call = talks("a", P, S, title="telephone conversation", start=None, city=None, published="2023-05-11")
    visit = talks("b", P, S, start=None, published="2023-05-11")
    assert groups(call, visit) == 2
    later = talks("c", P, S, title="созвонились", start=None, city=None, published="2023-05-11")
    assert groups(call, later) == 1


GENEVA = {"city": "Geneva", "start": None}


@pytest.mark.parametrize(
    ("dated", "undated", "number"),
    [
        # no day at all: the one time that these two are known to have met there
        (talks("a", P, S, city="Geneva", start="2021-06-16"), talks("b", P, S, **GENEVA), 1),
        (talks("a", P, S, city="Geneva", start="XXXX-06-16"), talks("b", P, S, **GENEVA), 1),
        (talks("a", P, S, city="Geneva", start="2021-06-16"), talks("b", P, J, **GENEVA), 2),
        (talks("a", P, S, city="Vienna", start="2021-06-16"), talks("b", P, S, **GENEVA), 2),
        # two of those who sat there met there another time, perhaps
        (talks("a", P, S, J, A, city="Geneva", start="2021-06-16"), talks("b", P, S, **GENEVA), 2),
        # a day without a year, in the year of the report that may mean it
        (talks("a", P, S, city="Geneva", start="XXXX-06-16"), talks("b", P, S, published="2021-06-17", **GENEVA), 1),
        (talks("a", P, S, city="Geneva", start="XXXX-06-16"), talks("b", P, S, published="2021-11-17", **GENEVA), 2),
        # neither tells the year of one day
        (talks("a", P, S, city="Geneva", start="XXXX-06-16"), talks("b", P, S, city="Geneva", start="XXXX-06-16"), 1),
        (talks("a", P, S, city="Geneva", start="XXXX-06-16"), talks("b", P, J, city="Geneva", start="XXXX-06-16"), 2),
    ],
)  # fmt: skip
def test_talks_of_which_nobody_tells_the_day(dated: Told, undated: Told, number: int) -> None:
    assert groups(dated, undated) == number


def test_talks_without_a_day_are_neither_of_two() -> None:
    twice = [talks(day, P, S, city="Geneva", start=day) for day in ("2021-06-16", "2022-01-21")]
    assert groups(*twice, talks("c", P, S, **GENEVA)) == 3


def test_who_talked_is_not_told_by_the_sides_alone() -> None:
    sides = {"represented": ("KE", "ZM"), "city": "Geneva"}
    consultations = talks("a", start="2022-01-10", **sides)
    assert groups(consultations, talks("b", P, S, start=None, published="2022-01-21", **sides)) == 2
    assert groups(consultations, talks("b", P, S, start=None, published="2022-01-11", **sides)) == 1
