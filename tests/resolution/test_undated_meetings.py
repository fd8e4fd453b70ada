"""Sittings of which a report tells no day: which of those known it means, and when two such are one."""

from typing import Any

import msgspec
import pytest
from worked_examples import Told, told

from communique.model.meeting import BodyMention, Meeting
from communique.model.mention import mentions
from communique.model.party import Participation
from communique.model.reading import Dateline
from communique.model.span import Span
from communique.resolution import resolve

CSC, CFM = "csto/collective-security-council", "csto/council-of-foreign-ministers"
TALKS: dict[str, Any] = {"kind": "bilateral", "represented": ("AM", "BE")}


def report(
    published: str | None, *bodies: str, people: str = "", title: str = "session", **slots: Any
) -> Told:
    there = tuple(Participation(name=name, represents="AM") for name in people.split(", ") if name)
    named = tuple(BodyMention(name=body, id=body) for body in bodies)
    meeting = Meeting(id="m", name=title, bodies=named, participants=there, **slots)
    name = f"{published} {bodies} {people} {title} {slots}"
    names, text, reading = told(name, name, published=published, meetings=(meeting,))
    return (
        names,
        text,
        msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, published=published)),
    )


def number(*reports: Told) -> int:
    clusters = resolve(reports)
    return len(
        {clusters.entries[m.id] for _, t, r in reports for m in mentions(r, t.id) if m.kind == "meetings"}
    )


ONE = [
    # told on the days after it, in the month of which the other report speaks
    (report("2019-11-29", CSC, city="Astana"), report("2021-08-03", CSC, city="Astana", start="2019-11")),
    (report("2022-06", CSC, city="Astana", status="planned"), report("2022-06-28", CSC, city="Astana", start="2022-06-29")),
    # neither tells the day
    (report("2024-05-02", people="Arkadi Simonyan, Luc Peeters", **TALKS), report("2024-05-03", people="A. Simonyan, L. Peeters", **TALKS)),
    (report("2024-05-02", city="Paris", **TALKS), report("2024-05-03", city="Paris", **TALKS)),
    (report("2024-05-02", CSC, city="Astana"), report("2024-05-02", CSC, city="Astana", title="the sitting")),
    (
        report("2024-05-02", CSC, title="next session", status="planned"),
        report("2024-05-02", CSC, title="next regular session", status="planned"),
    ),
    # planned, and held two days later; the second report leaves out the city of the first
    (report("2024-12-04", CSC, city="Astana", start="2024-12-05", status="planned"), report("2024-12-06", CSC, city="Astana", start="2024-12-07")),
    # the narrow sitting is on the eve
    (
        report("2024-08-14", CSC, city="Astana", start="2024-08-14", title="session in narrow format"),
        report("2024-08-15", CSC, city="Astana", start="2024-08-15"),
    ),
    # leaders and ministers away from their seat do not come back there within weeks
    (report("2024-08-14", CSC, city="Astana", start="2024-08-14"), report("2024-08-15", CSC, city="Astana", start="2024-08-15")),
    (report("2019-12-29", CSC, city="Astana"), report("2021-08-03", CSC, city="Astana", start="2019-11")),
    (report("2024-09-20", CFM, city="Astana"), report("2024-08-15", CFM, city="Astana", start="2024-08-14")),
    # planned for one day, held on the next, no city told
    (report("2024-12-01", CSC, start="2024-12-02", status="planned"), report("2024-12-03", CSC, start="2024-12-03")),
    # two who met in one country in those days
    (report("2024-05-09", people="Arkadi Simonyan, Luc Peeters", country="FR", **TALKS), report("2024-05-02", people="Arkadi Simonyan, Luc Peeters", start="2024-05-01", country="FR", **TALKS)),
]  # fmt: skip
TWO = [
    (report("2020-02-29", CSC, city="Astana"), report("2021-08-03", CSC, city="Astana", start="2019-11")),
    (report("2019-12-29", CSC, city="Moscow"), report("2021-08-03", CSC, city="Moscow", start="2019-11")),
    (report("2022-06", CSC, city="Astana", status="planned"), report("2022-06-28", CSC, city="Astana", start="2022-05-29")),
    (report("2024-05-02", people="Arkadi Simonyan, Luc Peeters", **TALKS), report("2024-05-09", people="Arkadi Simonyan, Luc Peeters", **TALKS)),
    (report("2024-05-02", people="Arkadi Simonyan, Luc Peeters", **TALKS), report("2024-05-03", people="Arkadi Simonyan, Jan Maes", **TALKS)),
    (report("2024-05-02", city="Paris", **TALKS), report("2024-05-03", city="Rome", **TALKS)),
    (report("2024-05-02", **TALKS), report("2024-05-03", **TALKS)),
    (report("2024-05-02", CSC, city="Astana"), report("2024-05-02", CFM, city="Astana")),
    # a body may sit every day, and talks may go on next week
    (report("2024-05-02", CSC, city="Astana"), report("2024-05-03", CSC, city="Astana")),
    (report("2024-05-05", people="Arkadi Simonyan, Luc Peeters", **TALKS), report("2024-05-06", people="Arkadi Simonyan, Luc Peeters", **TALKS)),
    (report("2024-05-02", CSC, city="Astana"), report("2024-05-02", CSC, city="Astana", status="planned")),
    (report(None, CSC, city="Astana"), report("2024-05-03", CSC, city="Astana")),
    # on the eve of one session, and after it about the next
    (
        report("2024-05-02", CSC, title="session", status="planned"),
        report("2024-05-02", CSC, title="next session", status="planned"),
    ),
    (
        report("2024-05-02", CSC, title="next session", status="planned"),
        report("2024-05-02", CSC, title="next session", status="planned", city="Minsk"),
    ),
    (report("2024-08-14", CSC, city="Moscow", start="2024-08-14"), report("2024-08-15", CSC, city="Moscow", start="2024-08-15")),
    (report("2024-08-14", CSC, city="Astana", start="2024-08-14"), report("2024-08-17", CSC, city="Astana", start="2024-08-17")),
    # planned for one day, held three and more days off it, or by people alone; planned when it was over
    (report("2024-12-01", CSC, start="2024-12-02", status="planned"), report("2024-12-08", CSC, start="2024-12-08")),
    (report("2024-12-05", CSC, start="2024-12-07", status="planned"), report("2024-12-04", CSC, start="2024-12-04")),
    (report("2024-12-01", start="2024-12-02", status="planned", **TALKS), report("2024-12-03", start="2024-12-03", **TALKS)),
    # a day without a year and without a city
    (report("2021-12-02", CFM), report(None, CFM, start="XXXX-11-30", city="Skopje")),
    # two who met in one country, of whom only one report tells; long ago
    (report("2024-05-09", country="FR", **TALKS), report("2024-05-02", people="Arkadi Simonyan, Luc Peeters", start="2024-05-01", country="FR", **TALKS)),
    (report("2024-05-29", people="Arkadi Simonyan, Luc Peeters", country="FR", **TALKS), report("2024-05-02", people="Arkadi Simonyan, Luc Peeters", start="2024-05-01", country="FR", **TALKS)),
]  # fmt: skip


@pytest.mark.parametrize("pair", ONE)
def test_one_meeting_though_no_day_is_told(pair: tuple[Told, Told]) -> None:
    assert number(*pair) == number(*reversed(pair)) == 1


@pytest.mark.parametrize("pair", TWO)
def test_two_meetings_of_which_no_day_is_told(pair: tuple[Told, Told]) -> None:
    assert number(*pair) == number(*reversed(pair)) == 2


def test_a_plan_without_a_city_keeps_nothing_apart() -> None:
    plan = report("2024-12-04", CSC, city="Astana", start="2024-12-05", status="planned")
    held = report("2024-12-07", CSC, city="Astana", start="2024-12-06")
    assert number(plan, held, report("2024-12-06", CSC, start="2024-12-06")) == 1
    assert number(plan, report("2024-12-16", CSC, start="2024-12-16")) == 2


@pytest.mark.parametrize(
    ("first", "second", "people", "due"),
    [
        (12, 13, "Ivan Karev, Petr Lomov, Oleg Sushko", 1),
        (12, 13, "Ivan Karev, Petr Lomov", 2),
        (11, 13, "Ivan Karev, Petr Lomov, Oleg Sushko", 2),
        (812, 813, "Ivan Karev, Petr Lomov, Oleg Sushko", 2),
    ],
)
def test_a_number_one_apart_is_a_slip_where_month_city_and_people_are_the_same(
    first: int, second: int, people: str, due: int
) -> None:
    month = report(None, CSC, city="Moscow", start="2025-11", ordinal=first, people=people)
    day = report("2025-11-06", CSC, city="Moscow", start="2025-11-05", ordinal=second, people=people)
    assert number(month, day) == due


def test_a_29_february_without_a_year_is_none_of_a_year_that_has_none() -> None:
    leap = report(None, CSC, city="Astana", start="XXXX-02-29")
    assert number(leap, report("2021-03-01", CSC, city="Astana")) == 2
    assert number(leap, report("2020-03-01", CSC, city="Astana")) == 1


@pytest.mark.parametrize(
    ("start", "status", "told", "meetings"),
    [
        ("XXXX-12-30", "held", "2021-01-03", 1),
        ("XXXX-12-30", "held", "2021-01-20", 1),
        ("XXXX-12-30", "held", "2021-04-20", 2),
        ("XXXX-01-02", "planned", "2020-12-30", 1),
    ],
)
def test_a_day_without_a_year_is_of_the_year_nearest_to_the_report(
    start: str, status: str, told: str, meetings: int
) -> None:
    sitting = report(None, CSC, city="Astana", start=start, status=status)
    assert number(sitting, report(told, CSC, city="Astana", status=status)) == meetings


def test_the_day_of_a_date_line_is_the_day_of_the_report() -> None:
    names, text, reading = report(None, CFM, city="Astana")
    line = Dateline(place="ASTANA", date="29 November 2019", agency="Kabar", span=Span(0, 6))
    filed = msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, dateline=line))
    dated = report("2021-08-03", CFM, city="Astana", start="2019-11-28")
    assert number((names, text, reading), dated) == 2
    assert number((names, text, filed), dated) == 1


@pytest.mark.parametrize(
    ("body", "city", "due"), [(CSC, "Astana", 1), (CSC, "Moscow", 2), (CFM, "Astana", 2)]
)
def test_leaders_who_go_round_are_in_one_city_once(body: str, city: str, due: int) -> None:
    """Not at the seat of their organisation, and not those who sit often: these need people or a number."""
    known = report("2019-11-28", body, city=city, start="2019-11-28")
    assert number(report(None, body, city=city), known) == due


def test_leaders_who_were_there_twice_are_no_one_time() -> None:
    known = [report(f"{year}-11-28", CSC, city="Astana", start=f"{year}-11-28") for year in (2019, 2024)]
    assert number(report(None, CSC, city="Astana"), *known) == 3


def test_an_article_of_a_surname_makes_nobody_another() -> None:
    left = report("2024-05-02", people="Badr Al-Busaidi, Luc Peeters", start="2024-05-01", **TALKS)
    right = report("2024-05-02", people="Badr Busaidi, Luc Peeters", start="2024-05-01", **TALKS)
    assert number(left, right) == 1
