"""The record: any order gives the same; conflicts keep both; every value has its quotes."""

import itertools
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worked_examples import Told, said, told

from communique.model.judgement import Judgement
from communique.model.meeting import BodyMention, Meeting
from communique.model.party import Chair, Office, Participation
from communique.model.record import Entry, Record
from communique.model.said import Operation, Statement
from communique.model.span import Span
from communique.record import project, to_jsonl
from communique.record.standing import COMPLETED, INFERRED, Group, Place, decided
from communique.resolution import resolve

CIS = BodyMention(
    name="CIS Meeting of Secretaries of Security Councils", id="cis/security-council-secretaries"
)


def record(*reports: Told, judgements: tuple[Judgement, ...] = ()) -> Record:
    return project(reports, resolve(reports, judgements), judgements)


def lines(reports: list[Told]) -> list[str]:
    return list(to_jsonl(project(reports, resolve(reports)).entries))


def met(
    name: str, words: str, publisher: str | None = None, published: str | None = None, **slots: Any
) -> Told:
    meeting = Meeting(
        id="m1", name="ninth meeting", bodies=(CIS,), ordinal=9, evidence=said(words, "ninth"), **slots
    )
    return told(name, words, publisher=publisher, published=published, meetings=(meeting,))


def the_meeting(*reports: Told) -> Entry:
    (entry,) = record(*reports).of("meetings")
    return entry


def test_any_order_gives_the_same_record(seeds: list[Told]) -> None:
    expected = lines(seeds)
    assert all(lines(list(p)) == expected for p in itertools.permutations(seeds))


NAMES = st.sampled_from(["Ivan Petrov", "I. Petrov", "Petrov", "Igor Petrov", "Ivan Petroff", "Oleg Orlov"])
DATES = st.sampled_from([None, "2021-11-17", "XXXX-11-17", "2021-11", "2018-11-17", "2021"])
REPORTS = st.lists(
    st.tuples(NAMES, st.sampled_from(["BY", "RU", "CSTO", None]), DATES, st.sampled_from([None, 6, 9])),
    max_size=7,
)


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.randoms())
def test_any_order_gives_the_same_record_of_awkward_reports(made: list[Any], dice: random.Random) -> None:
    reports = [
        told(
            str(i),
            f"report {i}",
            meetings=(
                Meeting(
                    id="m",
                    name="meeting",
                    bodies=(CIS,),
                    start=date,
                    ordinal=ordinal,
                    city="Moscow" if i % 2 else "Minsk",
                    participants=(Participation(name=name, represents=of),),
                ),
            ),
        )
        for i, (name, of, date, ordinal) in enumerate(made)
    ]
    shuffled = reports.copy()
    dice.shuffle(shuffled)
    assert lines(shuffled) == lines(reports)


def test_where_reports_disagree_both_are_kept() -> None:
    a, b, c = (
        met(n, f"the ninth in {city} {n}", city=city)
        for n, city in zip("abc", ("Moscow", "Minsk", "Moscow"), strict=True)
    )
    field = the_meeting(a, b, c).field("city")
    assert field is not None
    assert [(v.value, v.verdict, v.rule) for v in field.values] == [
        ("Moscow", "stands", "most reports"),
        ("Minsk", "contradicts", "says otherwise"),
    ]
    assert {q.words for v in field.values for q in v.citations} == {"ninth"}
    assert [len(v.reports) for v in field.values] == [2, 1]


def test_a_tie_is_undecided_and_says_so() -> None:
    field = the_meeting(met("a", "ninth a", city="Moscow"), met("b", "ninth b", city="Minsk")).field("city")
    assert field is not None
    assert (field.standing, field.values[0].rule) == ("Minsk", "undecided: first by value")
    assert [v.verdict for v in field.values] == ["stands", "contradicts"]


def test_a_report_does_not_contradict_itself_until_another_is_involved() -> None:
    words = "Ivan Petrov of Moldova, Petrov of Belarus"

    def report(name: str, *parties: str) -> Told:
        offices = tuple(
            Office(person="Ivan Petrov", office="envoy", of=p, evidence={"": (Span(at, at + 5),)})
            for p, at in zip(parties, (0, 24), strict=False)
        )
        return told(name, f"{words} {name}", offices=offices)

    def countries(*reports: Told) -> list[tuple[str, str, str]]:
        (person,) = record(*reports).of("people")
        field = person.field("country")
        assert field is not None
        return [(v.value, v.verdict, v.rule) for v in field.values]

    alone = report("a", "MD", "BY")
    assert countries(alone) == [
        ("MD", "stands", "first in the report"),
        ("BY", "fits", "in the same report"),
    ]
    assert countries(alone, report("b", "BY")) == [
        ("BY", "stands", "most reports"),
        ("MD", "contradicts", "says otherwise"),
    ]


def test_the_more_precise_date_stands_and_the_vaguer_fits() -> None:
    entry = the_meeting(met("a", "ninth a", start="XXXX-11-17"), met("b", "ninth b", start="2021-11-17"))
    field = entry.field("start")
    assert field is not None
    assert [(v.value, v.verdict) for v in field.values] == [("2021-11-17", "stands"), ("XXXX-11-17", "fits")]
    assert field.values[0].rule == "most precise"


YEARLESS = "XXXX-11-17"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        (["2021"], [("2021-11-17", "stands", INFERRED), ("2021", "fits", "less precise")]),
        (["2021", "2021"], [("2021-11-17", "stands", INFERRED), ("2021", "fits", "less precise")]),
        (["2021-11"], [("2021-11-17", "stands", INFERRED), ("2021-11", "fits", "less precise")]),
        (["2021-11-17"], [("2021-11-17", "stands", "most precise"), (YEARLESS, "fits", COMPLETED)]),
    ],
)
def test_a_day_without_a_year_takes_the_year_told_elsewhere_and_says_so(
    others: list[str], expected: list[tuple[str, str, str]]
) -> None:
    reports = [met("a", "the ninth meeting met on 17 November", start=YEARLESS)]
    reports += [met(f"b{i}", f"the ninth meeting met then ({i})", start=day) for i, day in enumerate(others)]
    field = the_meeting(*reports).field("start")
    assert field is not None
    assert [(v.value, v.verdict, v.rule) for v in field.values] == expected


def test_a_year_that_reports_disagree_about_completes_no_day() -> None:
    groups = [
        Group(day, (1, 0), lambda day=day: [Place(day, 0, day)], own=False, confirmed=False)
        for day in (YEARLESS, "2021", "2022")
    ]
    assert INFERRED not in {rule for _, _, rule in decided(groups, "date", beaten=False)}
    assert groups[0].value == YEARLESS


def test_held_outdoes_planned_and_contradicts_nothing() -> None:
    entry = the_meeting(met("a", "ninth a", status="planned"), met("b", "ninth b", status="held"))
    field = entry.field("status")
    assert field is not None
    assert [(v.value, v.verdict) for v in field.values] == [("held", "stands"), ("planned", "fits")]


def test_the_bodys_own_page_outdoes_more_reports() -> None:
    reports = [met(n, f"ninth {n}", city="Moscow") for n in "ab"]
    field = the_meeting(*reports, met("c", "ninth c", publisher="CIS", city="Minsk")).field("city")
    assert field is not None
    assert (field.standing, field.values[0].rule) == ("Minsk", "own page of the body")


def test_a_person_has_spellings_offices_with_first_and_last_cited_and_meetings() -> None:
    def report(name: str, person: str, day: str) -> Told:
        office = Office(person=person, office="State Secretary", of="BY", evidence=said(person, person))
        sat = Participation(name=person, represents="BY", role="head", evidence=said(person, person))
        meeting = Meeting(id="m", name="ninth meeting", bodies=(CIS,), ordinal=9, participants=(sat,))
        return told(name, person, published=day, offices=(office,), meetings=(meeting,))

    a, b = report("a", "Aleksandr Volfovich", "2021-11-17"), report("b", "Alexander Wolfovich", "2024-11-28")
    whole = record(a, b)
    (person,), (meeting,) = whole.of("people"), whole.of("meetings")
    names = person.field("name")
    assert names is not None
    assert {v.value for v in names.values} == {"Aleksandr Volfovich", "Alexander Wolfovich"}
    assert {v.verdict for v in names.values} == {"stands", "fits"}
    (office,) = person.part("offices")
    assert set(office.all("cited")) == {"2021-11-17", "2024-11-28"}
    assert [p.target for p in person.part("meetings")] == [meeting.id]
    assert [p.target for p in meeting.part("participants")] == [person.id]


def test_a_code_that_is_an_acronym_too_means_what_the_quoted_words_name() -> None:
    def report(person: str, words: str) -> Told:
        characters = f"{person} of {words}"
        evidence = {"": (Span(0, len(person)),), "of": said(characters, words)[""]}
        office = Office(person=person, office="envoy", of="AU", evidence=evidence)
        sat = Participation(name=person, represents="AU", evidence=said(characters, person))
        meeting = Meeting(id="m", name="talks", participants=(sat,), represented=("AU",), evidence=evidence)
        return told(person, characters, offices=(office,), meetings=(meeting,))

    whole = record(report("Moussa Faki", "the African Union"), report("Penny Wong", "Australia"))
    people = {e.label: e for e in whole.of("people")}
    assert people["Moussa Faki"].get("country") is None
    assert people["Moussa Faki"].all("organisations") == ("African Union",)
    assert people["Penny Wong"].get("country") == "AU"
    assert {m.all("represented") for m in whole.of("meetings")} == {("African Union",), ("AU",)}


def test_each_of_a_list_is_quoted_with_its_own_words() -> None:
    words = "Belarus and Kazakhstan sat, Armenia did not."
    evidence = said(words, "sat") | {"represented": said(words, "Belarus", "Kazakhstan")[""]}
    meeting = Meeting(id="m", name="talks", represented=("BY", "KZ"), absent=("AM", "RU"), evidence=evidence)
    (entry,) = record(told("a", words, meetings=(meeting,))).of("meetings")
    quoted = {
        v.value: [c.words for c in v.citations]
        for f in entry.fields
        if f.name in ("represented", "absent")
        for v in f.values
    }
    assert quoted == {"BY": ["Belarus"], "KZ": ["Kazakhstan"], "AM": ["sat"], "RU": ["sat"]}


@pytest.mark.parametrize(
    ("name", "people", "parties", "expected"),
    [
        ("meeting", ("Sergei Shoigu", "Alexander Volfovich"), (), "Shoigu – Volfovich"),
        ("Shoigu and Volfovich then met", ("Sergei Shoigu", "Alexander Volfovich"), (), "Shoigu – Volfovich"),
        ("Talks in Minsk", (), ("RU", "BY"), "Belarus – Russia"),
        ("Minsk Security Forum", ("Sergei Shoigu", "Alexander Volfovich"), (), "Minsk Security Forum"),
        (
            "meeting",
            ("Sergei Shoigu", "Alexander Volfovich"),
            ("RU", "BY", "KZ"),
            "meeting of Belarus, Kazakhstan and Russia",
        ),
        ("talks", (), ("RU", "BY", "KZ", "AM", "KG"), "talks of Armenia, Belarus, Kazakhstan and 2 more"),
        ("was held", (), (), "meeting in Minsk"),
        ("talks in Minsk", (), (), "talks in Minsk"),
        ("experts of some countries came together", (), (), "experts of some countries came together"),
        ("Wang then received Doval", ("Wang Yi", "Ajit Doval"), (), "Wang – Doval"),
        ("Aleksandr Orlov then met", ("Aleksandr Orlov", "Aleksandr Petrov"), (), "Orlov – Petrov"),
        ("meeting", ("Sergei Shoigu",), (), "meeting in Minsk"),
    ],
)
def test_a_meeting_without_a_name_is_called_after_its_sides_or_its_place(
    name: str, people: tuple[str, ...], parties: tuple[str, ...], expected: str
) -> None:
    words = " ".join((name, *people))
    sat = tuple(Participation(name=p, evidence=said(words, p)) for p in people)
    meeting = Meeting(id="m", name=name, city="Minsk", participants=sat, represented=parties)
    assert record(told("a", words, meetings=(meeting,))).of("meetings")[0].label == expected


def test_a_citation_has_line_and_sentence() -> None:
    words = "Heading\n\nThe ninth meeting met Mr. Smith in Minsk. It rained."
    entry = the_meeting(met("a", words, city="Minsk"))
    field = entry.field("city")
    assert field is not None
    (citation,) = field.values[0].citations
    assert citation.line == 3
    assert citation.sentence.cut(words) == "The ninth meeting met Mr. Smith in Minsk."
    assert words[citation.start : citation.stop] == citation.words


def test_every_citation_is_a_quote_of_its_report(seeds: list[Told]) -> None:
    texts = {f"r-{t.id}": t for _, t, _ in seeds}
    whole = record(*seeds)
    fields = [f for e in whole.entries for fs in (e.fields, *(p.fields for p in e.parts)) for f in fs]
    citations = [c for f in fields for v in f.values for c in v.citations]
    assert len(citations) > 500
    for c in citations:
        text = texts[c.report]
        assert text.characters[c.start : c.stop] == c.words
        assert text.line_of(c.start) == c.line
        assert c.sentence.start <= c.start
        assert c.stop <= c.sentence.stop


def test_chairs_and_speakers_point_to_people() -> None:
    office = Office(person="Nikolai Patrushev", office="Secretary", of="RU")
    statement = Statement(speaker="Patrushev", text="x")
    meeting = Meeting(id="m", name="meeting", chair=Chair(name="Nikolai Patrushev", represents="RU"))
    whole = record(told("a", "x", offices=(office,), statements=(statement,), meetings=(meeting,)))
    (person,) = whole.of("people")
    for entry, name in ((whole.of("meetings")[0], "chair"), (whole.of("statements")[0], "speaker")):
        field = entry.field(name)
        assert field is not None
        assert field.values[0].target == person.id


def test_yearly_runs_of_an_operation_do_not_contradict_each_other() -> None:
    def report(year: str, stage: str) -> Told:
        return told(year, year, operations=(Operation(name="Kanal", when=year, stage=stage, status="held"),))

    (entry,) = record(report("2022-05", "second stage"), report("2023-05", "first stage")).of("operations")
    assert [(p.key, p.get("stage")) for p in entry.part("runs")] == [
        ("2022", "second stage"),
        ("2023", "first stage"),
    ]


@pytest.mark.parametrize(
    ("verdict", "value", "expected"),
    [
        ("wrong", None, [("Minsk", "stands"), ("Moscow", "rejected")]),
        ("right", None, [("Moscow", "stands"), ("Minsk", "contradicts")]),
        ("replaced", "Astana", [("Astana", "stands"), ("Minsk", "contradicts"), ("Moscow", "rejected")]),
    ],
)
def test_people_judge_claims(verdict: str, value: str | None, expected: list[tuple[str, str]]) -> None:
    reports = (met("a", "ninth a", city="Moscow"), met("b", "ninth b", city="Minsk"))
    field = the_meeting(*reports).field("city")
    assert field is not None
    (claim,) = next(v.claims for v in field.values if v.value == "Moscow")
    judgement = Judgement(verdict=verdict, left=claim, value=value, who="anna")
    decided = record(*reports, judgements=(judgement,)).of("meetings")[0].field("city")
    assert decided is not None
    assert [(v.value, v.verdict) for v in decided.values] == expected


def test_ids_are_stable_and_prefixed(seeds: list[Told]) -> None:
    whole = record(*seeds)
    assert {e.id for e in whole.of("reports")} == {f"r-{t.id}" for _, t, _ in seeds}
    assert {e.id[:2] for e in whole.of("meetings")} == {"m-"}
    assert "csto/parliamentary-assembly" in {e.id for e in whole.of("bodies")}
    for entry in whole.entries:
        if entry.id[1] == "-" and entry.kind != "reports":
            assert len(entry.id) == len("m-") + 16
    known = {e.id for e in record(*seeds[1:]).entries}
    assert known <= {e.id for e in whole.entries}, "a report more changes no id that did not merge"
