"""Who held which office when, over hand-made readings of reports of our own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection
from worked_examples import Told, said, told

from communique import catalogue
from communique.catalogue.offices import (
    Held,
    Holder,
    in_order,
    offices,
    offices_of,
    offices_of_person,
    offices_paged,
    succession,
)
from communique.catalogue.paging import Going
from communique.model.meeting import Meeting
from communique.model.party import Office, Participation


def report(day: str, person: str, office: str, of: str, **more: str | bool) -> Told:
    words = f"On {day} {person} spoke as {office} of {of}, {more}."
    evidence = said(words, person)
    held = Office(person=person, office=office, of=of, evidence=evidence, **more)  # type: ignore[arg-type]
    return told(f"{day} {person}", words, published=day, offices=(held,))


REPORTS = [
    report("2015-03-01", "Pavel Zorin", "Secretary of the Security Council", "KZ"),
    report("2017-03-01", "Pavel Zorin", "Secretary of Kazakhstan's Security Council", "KZ", end="2017-06-30"),
    report("2018-02-01", "Marat Abenov", "acting Secretary of the Security Council", "KZ"),
    report("2018-09-01", "Serik Dauletov", "Secretary of the Security Council", "KZ", start="2018-08-20"),
    report("2019-09-01", "Serik Dauletov", "Secretary of the Security Council", "KZ"),
    report("2019-09-02", "Pavel Zorin", "former Secretary of the Security Council", "KZ", former=True),
    report("2019-09-03", "Olga Petrenko", "Secretary of the Security Council", "UA"),
    report("2019-09-04", "Ivan Hrytsak", "Deputy Minister of Defence", "UA"),
    report("2019-09-05", "Petro Melnyk", "Deputy Minister of Defence", "UA"),
]  # fmt: skip


@pytest.fixture(scope="module")
def db(
    stored: Callable[[list[Told]], Path], asked: Callable[[Path], Iterator[Connection]]
) -> Iterator[Connection]:
    yield from asked(stored(REPORTS))


def test_holders_follow_each_other_by_the_days_on_which_they_are_cited(db: Connection) -> None:
    (post,) = offices(db, "security council kazakhstan")
    names = {h.person: h.name for h in post.holders}
    assert [(h.name, names.get(h.after or ""), h.acting) for h in post.holders] == [
        ("Pavel Zorin", None, False),
        ("Marat Abenov", "Pavel Zorin", True),
        ("Serik Dauletov", "Marat Abenov", False),
    ]
    assert not any(h.beside for h in post.holders)


def test_cited_is_kept_apart_from_the_start_and_end_that_a_report_states(db: Connection) -> None:
    zorin, _, dauletov = offices(db, "security council kazakhstan")[0].holders
    assert (zorin.first_cited, zorin.last_cited, zorin.start, zorin.end) == (
        "2015-03-01",
        "2017-03-01",
        None,
        "2017-06-30",
    )
    assert zorin.former_cited == "2019-09-02"
    assert (dauletov.first_cited, dauletov.start, dauletov.end) == ("2018-09-01", "2018-08-20", None)


def test_the_evidence_of_a_holder_is_at_hand(db: Connection) -> None:
    zorin = offices(db, "zorin")[0].holders[0]
    for part in zorin.parts:
        assert catalogue.queries.evidence(db, zorin.person, f"offices.{part}")
    assert catalogue.queries.whole(db, zorin.first_report or "").get("published") == zorin.first_cited


def test_a_post_that_several_hold_has_no_succession(db: Connection) -> None:
    (post,) = offices(db, "deputy defence")
    assert len(post.holders) == 2
    assert not post.sole
    assert not any(h.after or h.beside for h in post.holders)


def test_by_a_holders_name_by_party_and_by_person_the_post_comes_with_all_its_holders(db: Connection) -> None:
    (post,) = offices(db, "abenov")
    assert offices_of(db, "KZ") == offices_of_person(db, post.holders[1].person) == (post,)
    assert len(offices_of(db, "UA")) == 2
    assert offices(db, "nobody") == offices(db, "!") == ()
    assert len(offices(db)) == 3


def test_a_post_is_the_same_whatever_is_shown_beside_it(
    stored: Callable[[list[Told]], Path], asked: Callable[[Path], Iterator[Connection]]
) -> None:
    words = "Pavel Zorin, Minister of Defence of Kazakhstan, sat in Minsk on 1 March 2015."
    by, who = said(words, "sat in Minsk"), said(words, "Pavel Zorin")
    seat = Participation(name="Pavel Zorin", office="Minister of Defence", represents="KZ", evidence=who)
    met = Meeting(id="m1", name="sat in Minsk", start="2015-03-01", participants=(seat,), evidence=by)
    held = Office(person="Pavel Zorin", office="Minister of Defence", of="KZ", evidence=who)
    undated = told("no day", words, meetings=(met,), offices=(held,))
    for db in asked(stored([undated, *REPORTS])):
        (post,) = (p for p in offices(db) if p.of == "KZ" and "efence" in p.title)
        assert [h.first_cited for h in post.holders] == ["2015-03-01"]
        assert post in offices_of_person(db, post.holders[0].person)
        alone = [found for one in (1, 2, 50) for found in _paged(db, one)]
        assert [p for p in alone if p.post == post.post and p.of == "KZ"] == [post] * 3


def _paged(db: Connection, most: int) -> Iterator[Held]:
    after: str | None = ""
    while after is not None:
        found = offices_paged(db, "", Going(after=after, most=most))
        yield from found.rows
        after = found.next


def holder(name: str, first: str | None = None, last: str | None = None, former: str | None = None) -> Holder:
    return Holder(person=name, name=name, first_cited=first, last_cited=last or first, former_cited=former)


@pytest.mark.parametrize(
    ("holders", "after"),
    [
        ([holder("A", "2010"), holder("B", "2012")], {"B": "A"}),
        ([holder("A", "2010", "2013"), holder("B", "2012", "2014")], {}),
        ([holder("A", "2010"), holder("B", "2010")], {}),
        ([holder("A", "2010", "2012"), holder("B", "2012", "2014")], {"B": "A"}),
        ([holder("A B", "2010"), holder("B", "2012"), holder("C", "2013")], {"C": "B"}),
        ([holder("A"), holder("B", "2012")], {}),
        ([holder("A", former="2013"), holder("B", "2012", "2014")], {}),
    ],
)
def test_only_days_make_a_succession(holders: list[Holder], after: dict[str, str]) -> None:
    assert {h.name: h.after for h in succession(in_order(holders)) if h.after} == after


def test_who_is_only_called_former_stands_before_the_one_in_office_then() -> None:
    found = in_order(
        [holder("B", "2012", "2014"), holder("C", "2016"), holder("A", former="2013"), holder("D")]
    )
    assert [h.name for h in found] == ["A", "B", "C", "D"]


def test_years_between_two_holders_are_told() -> None:
    from communique.uses.terms import remarks

    one = Holder(person="p-1", name="A", first_cited="2010-01-01", last_cited="2012-05-01")
    two = Holder(person="p-2", name="B", first_cited="2020-02-01", last_cited="2020-02-01", after="p-1")
    near = Holder(person="p-3", name="C", first_cited="2021-02-01", last_cited="2021-02-01", after="p-2")
    post = Held(of="KZ", post="x", title="X", sole=True, holders=(one, two, near))
    assert remarks(two, post) == "next after A, 8 years later"
    assert remarks(near, post) == "next after B"
