"""Which reports tell of one meeting, of one body, of one paper."""

from typing import Any

import pytest
from worked_examples import Told, told

from communique.flow import read_page
from communique.model.instrument import Instrument
from communique.model.meeting import BodyMention, Meeting
from communique.model.mention import mentions
from communique.model.page import Page
from communique.model.party import Participation
from communique.model.said import Figure, Operation
from communique.record import project
from communique.resolution import resolve
from communique.source import samples

CIS = BodyMention(
    name="CIS Meeting of Secretaries of Security Councils", id="cis/security-council-secretaries"
)
CSC = BodyMention(name="CSTO Collective Security Council", id="csto/collective-security-council")
CFM = BodyMention(name="CSTO Council of Foreign Ministers", id="csto/council-of-foreign-ministers")


def met(name: str, *bodies: BodyMention, title: str = "meeting", **slots: Any) -> Told:
    return told(name, name, meetings=(Meeting(id="m1", name=title, bodies=bodies, **slots),))


def entries(kind: str, *reports: Told) -> list[str]:
    clusters = resolve(reports)
    return [clusters.entries[m.id] for _, text, r in reports for m in mentions(r, text.id) if m.kind == kind]


SAME = [
    (met("a", CIS, ordinal=9), met("b", CIS, ordinal=9, start="2021-11-17")),
    (met("a", CIS, start="2021-11-17", city="Moscow"), met("b", CIS, start="2021-11-17", country="RU")),
    (met("a", CIS, ordinal=9, start="XXXX-11-17"), met("b", CIS, start="2021-11-17")),
    (met("a", CIS, status="planned", start="2021-11-17"), met("b", CIS, status="held", start="2021-11-17")),
    (met("a", CSC, start="2024-11-27", end="2024-11-28"), met("b", CSC, start="2024-11-28")),
    (met("a", CSC, CFM, start="2024-11-28"), met("b", CFM, start="2024-11-28")),
    (met("a", CSC, start="2022-11"), met("b", CSC, start="2022-11-23")),
    # a quarter and an autumn hold the day that is told later
    (
        met("a", CSC, start="2025-36", country="KG", status="planned"),
        met("b", CSC, start="2025-11-27", country="KG"),
    ),
    (met("a", CSC, start="2023-23", city="Astana"), met("b", CSC, start="2023-11-03", city="Astana")),
    # an organ does not sit twice on one day in one place: one of the two reports got the number wrong
    (met("a", CIS, ordinal=6, start="2018-11-21"), met("b", CIS, ordinal=5, start="2018-11-21")),
    (
        met("a", CIS, ordinal=6, start="2018-11-21", city="Moscow"),
        met("b", CIS, ordinal=5, start="2018-11-21"),
    ),
    (met("a", CIS, ordinal=9, start="2021-11-17"), met("b", CIS, ordinal=9, start="2021-11-18")),
    (met("a", CIS, start="2021-11-17", city="Москве"), met("b", CIS, start="2021-11-17", city="Moscow")),
    (met("a", CSC, start="2024-11-28", city="阿斯塔納"), met("b", CSC, start="2024-11-28", city="Astana")),
    (
        met("a", title="II Minsk International Conference on Eurasian Security", start="2024-10-31"),
        met("b", title="the II Minsk International Conference on Eurasian Security", start="2024-10-31"),
    ),
]
OTHER = [
    (met("a", CIS, ordinal=6), met("b", CIS, ordinal=9)),
    (met("a", CIS, ordinal=6, start="2018-11-21"), met("b", CIS, ordinal=5, start="2018-11-22")),
    (met("a", CIS, ordinal=6, start="2018-11"), met("b", CIS, ordinal=5, start="2018-11")),
    (
        met("a", CIS, ordinal=6, start="2018-11-21", city="Moscow"),
        met("b", CIS, ordinal=5, start="2018-11-21", city="Minsk"),
    ),
    (met("a", CIS, ordinal=8000, start="2018-11-21"), met("b", CIS, ordinal=8001, start="2018-11-21")),
    (met("a", CIS, start="2018-11-21"), met("b", CIS, start="2021-11-17")),
    (met("a", CIS, start="2018-11-21", city="Moscow"), met("b", CIS, start="2018-11-21", city="Minsk")),
    (met("a", CIS, title="the meeting"), met("b", CIS, title="the meeting")),
    # a body sits again and again in one city: without a day or people nothing tells which time
    (met("a", CIS, city="Москве"), met("b", CIS, start="2021-11-17", city="Moscow")),
    (met("a", CIS, start="2021-11-17"), met("b", CSC, start="2021-11-17")),
    (met("a", CIS, start="2021"), met("b", CIS, start="2021-11-17")),
    (met("a", CSC, start="2023-22", city="Astana"), met("b", CSC, start="2023-11-03", city="Astana")),
    (
        met("a", title="security conference", start="2024-10-31"),
        met("b", title="trade fair", start="2024-10-31"),
    ),
]


@pytest.mark.parametrize("pair", SAME)
def test_one_meeting(pair: tuple[Told, Told]) -> None:
    assert len(set(entries("meetings", *pair))) == 1


@pytest.mark.parametrize("pair", OTHER)
def test_two_meetings(pair: tuple[Told, Told]) -> None:
    assert len(set(entries("meetings", *pair))) == 2


def test_a_report_that_tells_two_numbers_apart_is_believed() -> None:
    sittings = tuple(
        Meeting(id=f"m{n}", name=f"session {n}", bodies=(CIS,), ordinal=n, start="2018-11-21") for n in (5, 6)
    )
    both = told("a", "a", meetings=sittings)
    assert len(set(entries("meetings", both, met("b", CIS, ordinal=6, start="2018-11-21")))) == 2


def test_the_shipped_reports_of_2018_tell_of_one_meeting_whose_number_is_disputed() -> None:
    pages = [p for p in samples() if p.name.rsplit("/", 1)[-1][:2] in ("01", "02")]
    reports = [((p.name,), *read_page(p)) for p in pages if isinstance(p, Page)]
    record = project(reports, resolve(reports))
    (meeting,) = (m for m in record.of("meetings") if m.part("bodies") and m.get("start") == "2018-11-21")
    ordinal = meeting.field("ordinal")
    assert ordinal is not None
    assert len(meeting.reports) == 2
    assert [(v.value, v.verdict) for v in ordinal.values] == [(5, "stands"), (6, "contradicts")]
    assert ordinal.values[0].rule.startswith("undecided")


def test_a_day_without_a_year_joins_no_meeting_where_two_years_fit() -> None:
    reports = [
        met("a", CIS, start="2018-11-17"),
        met("b", CIS, start="2021-11-17"),
        met("c", CIS, start="XXXX-11-17"),
    ]
    assert len(set(entries("meetings", *reports))) == 3


def test_bilateral_meetings_are_told_by_people_and_day() -> None:
    pair = tuple(
        Participation(name=n, represents=c) for n, c in (("Ivan Petrov", "RU"), ("Maxim Ryzhenkov", "BY"))
    )
    others = tuple(
        Participation(name=n, represents=c) for n, c in (("Oleg Orlov", "RU"), ("Igor Ivanov", "BY"))
    )
    slots = {"kind": "bilateral", "start": "2024-11-28", "represented": ("BY", "RU")}
    a, b = met("a", participants=pair, **slots), met("b", participants=pair, **slots)
    c, d = (
        met("c", participants=others, **slots),
        met("d", participants=pair, **slots | {"start": "2024-11-29"}),
    )
    found = entries("meetings", a, b, c, d)
    assert found[0] == found[1]
    assert len(set(found)) == 3


def test_bodies_keep_the_lexicons_id_and_others_meet_by_name() -> None:
    named = BodyMention(name="cis meeting of Secretaries of security councils")
    unknown = [BodyMention(name=n) for n in ("Committee of Twelve", "COMMITTEE OF TWELVE")]
    found = entries("bodies", met("a", CIS), met("b", named), met("c", unknown[0]), met("d", unknown[1]))
    assert found[:2] == ["cis/security-council-secretaries"] * 2
    assert found[2] == found[3]
    assert found[2].startswith("b-")


def test_papers_of_one_organ_and_title_are_one_unless_for_another_period() -> None:
    def paper(name: str, body: BodyMention, **slots: Any) -> Told:
        plan = Instrument(title="action plan on countering modern challenges", **slots)
        return met(name, body, instruments=(plan,), start=None)

    reports = [
        paper("a", CSC, action="approved"),
        paper("b", CSC, action="signed"),
        paper("c", CIS),
        paper("d", CSC, period="2022/2024"),
        paper("e", CSC, period="2025/2027"),
    ]
    found = entries("instruments", *reports)
    assert found[0] == found[1]
    assert found[2] not in found[:2]
    assert found[3] != found[4]


def paper_of(name: str, title: str, body: BodyMention, start: str | None, **slots: Any) -> Told:
    return met(name, body, start=start, instruments=(Instrument(title=title, **slots),))


BUDGET = "budget of the joint secretariat"
PAPERS = [
    (("2018-11-21", "adopted"), ("2019-11-20", "adopted"), 2),
    (("2018-11-21", "considered"), ("2019-11-20", "considered"), 2),
    (("2018-11-21", "adopted"), ("2019-03-20", "signed"), 1),
    (("2018-11-21", "submitted"), ("2019-09-20", "approved"), 1),
    (("2018-11-21", "submitted"), ("2020-09-20", "approved"), 2),
    (("2018-11-21", "signed"), ("2020-09-20", "ratified"), 1),
    (("2018-11-21", "adopted"), (None, "adopted"), 1),
]


@pytest.mark.parametrize(("first", "last", "number"), PAPERS)
def test_one_title_a_year_apart_is_two_instruments_unless_one_leads_to_the_other(
    first: tuple[str, str], last: tuple[str | None, str], number: int
) -> None:
    a = paper_of("a", BUDGET, CSC, first[0], action=first[1])
    b = paper_of("b", BUDGET, CSC, last[0], action=last[1])
    assert len(set(entries("instruments", a, b))) == number
    assert len(set(entries("instruments", b, a))) == number


def test_an_undated_paper_joins_neither_of_two_years() -> None:
    dated = [paper_of(day, BUDGET, CSC, day, action="adopted") for day in ("2018-11-21", "2019-11-20")]
    assert len(set(entries("instruments", *dated, paper_of("c", BUDGET, CSC, None, action="adopted")))) == 3


@pytest.mark.parametrize(
    ("body", "day", "action", "number"),
    [
        (CSC, "2019-11-20", "adopted", 1),
        (CSC, "2020-04-20", "adopted", 2),
        (CSC, "2018-11-20", "adopted", 2),
        (CIS, "2019-11-20", "adopted", 2),
        (CSC, "2019-11-20", "considered", 2),
    ],
)
def test_a_draft_and_what_the_organ_made_of_it_are_one(
    body: BodyMention, day: str, action: str, number: int
) -> None:
    draft = paper_of("a", f"draft {BUDGET}", CFM, "2019-03-01", action="considered", destination=CSC.name)
    assert len(set(entries("instruments", draft, paper_of("b", BUDGET, body, day, action=action)))) == number


@pytest.mark.parametrize(
    ("draft", "to", "body", "title", "day", "number"),
    [
        (f"draft {BUDGET}", None, CSC, BUDGET, "2019-06-20", 1),
        (f"draft {BUDGET}", None, CIS, BUDGET, "2019-06-20", 2),
        (f"draft {BUDGET}", None, CSC, BUDGET, "2019-11-20", 2),
        ("draft Statement on the peaceful sky", CSC.name, CSC, "Statement on the peaceful sky over the plains", "2019-06-20", 1),
        ("draft Statement on the peaceful sky", None, CSC, "Statement on the peaceful sky over the plains", "2019-06-20", 2),
        ("draft Statement on the sky", CSC.name, CSC, "Statement on the sea", "2019-06-20", 2),
    ],
)  # fmt: skip
def test_a_draft_becomes_the_text_of_another_organ(
    draft: str, to: str | None, body: BodyMention, title: str, day: str, number: int
) -> None:
    first = paper_of("a", draft, CFM, "2019-03-01", action="approved", destination=to)
    assert (
        len(set(entries("instruments", first, paper_of("b", title, body, day, action="adopted")))) == number
    )


def test_operations_meet_by_name_and_figures_never() -> None:
    def report(name: str, operation: str) -> Told:
        figure = Figure(value=420, unit="tonnes", what="drugs seized")
        return told(name, name, operations=(Operation(name=operation),), figures=(figure,))

    reports = [report("a", "Kanal"), report("b", "operation Kanal"), report("c", "Nelegal")]
    assert len(set(entries("operations", *reports))) == 2
    assert len(set(entries("figures", *reports))) == 3


def test_the_seeds(seeds: list[Told]) -> None:
    clusters = resolve(seeds)
    found = [m for _, t, r in seeds for m in mentions(r, t.id)]
    named = {(m.name, clusters.entries[m.id]) for m in found if m.kind == "people"}
    ids = {id for name, id in named if name in ("Aleksandr Volfovich", "Alexander Wolfovich")}
    assert len(ids) == 1
    assert len({id for _, id in named}) == len(named) - 1
    meetings = [m for m in found if m.kind == "meetings"]
    assert len({clusters.entries[m.id] for m in meetings}) == len(meetings)
