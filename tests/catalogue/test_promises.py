"""Promises about instruments: kept by a report of another day that says so; and days that are past."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_reports import CFM, CSC
from sqlalchemy import Connection, create_engine, insert, select
from worked_examples import Told, said, told

from communique.catalogue import queries
from communique.catalogue.narrowing import Asked, Narrowed
from communique.catalogue.promises import due_state
from communique.catalogue.rows import CommitmentRow
from communique.catalogue.steps import awaited
from communique.catalogue.tables import COMMITMENT, METADATA
from communique.model.instrument import Instrument
from communique.model.meeting import BodyMention, Meeting
from communique.model.said import Commitment
from communique.uses.columns import state

CHARTER = "Charter of the common archive"
RULES = "Rules of the joint training centre"


def sat(
    name: str,
    organ: BodyMention,
    day: str,
    title: str,
    action: str,
    promise: str = "",
    due: str | None = None,
) -> Told:
    """A report of a sitting that dealt with a paper, and perhaps promises something about it."""
    words = f"{name}: the {organ.name} sat on {day}. {promise or title}: {action}"
    paper = Instrument(title=title, action=action, evidence=said(words, title))
    body = BodyMention(name=organ.name, id=organ.id, evidence=said(words, organ.name))
    evidence = said(words, organ.name)
    meeting = Meeting(
        id="m", name=organ.name, bodies=(body,), start=day, instruments=(paper,), evidence=evidence
    )
    promised = Commitment(text=promise, due=due, evidence=said(words, promise or title))
    return told(name, words, published=day, meetings=(meeting,), commitments=(promised,) if promise else ())


REPORTS = [
    sat("a", CSC, "2019-03-01", CHARTER, "planned", f"The {CHARTER} is to be signed by December", "2019-12"),
    sat("b", CSC, "2019-05-20", CHARTER, "approved"),
    sat("c", CSC, "2019-07-28", CHARTER, "signed"),
    sat("d", CFM, "2019-03-01", RULES, "planned", f"The {RULES} will be submitted to the Council", "2019-12"),
    sat("e", CFM, "2019-05-20", RULES, "considered"),
]


@pytest.fixture(scope="module")
def db(
    stored: Callable[[list[Told]], Path], asked: Callable[[Path], Iterator[Connection]]
) -> Iterator[Connection]:
    yield from asked(stored(REPORTS))


def report(db: Connection, name: str) -> str:
    return next(r.id for r in queries.reports(db) if name in r.names)


def test_a_promise_about_an_instrument_is_kept_by_the_report_that_says_so(db: Connection) -> None:
    (kept,) = queries.commitments(db, "charter")
    assert kept.instrument == queries.instruments(db, "charter")[0].id
    assert kept.done_in == report(db, "c")
    assert state(kept) == "done"


def test_a_step_that_comes_before_the_one_promised_keeps_no_promise(db: Connection) -> None:
    (open_,) = queries.commitments(db, "training")
    assert open_.instrument == queries.instruments(db, "training")[0].id
    assert open_.done_in is None
    assert state(open_) == "overdue"


def test_the_lists_of_the_pages_say_the_same(db: Connection) -> None:
    asked = Asked(today="2026-11-22")
    assert Narrowed(db, "commitments", asked).rows(limit=9) == queries.commitments(db)
    told_state = dict(db.execute(select(COMMITMENT.c.id, due_state("2026-11-22"))).all())
    assert told_state == {row.id: state(row) for row in queries.commitments(db)}


@pytest.mark.parametrize(
    ("due", "published", "today", "now"),
    [
        ("2019-12", "2019-03-01", "2019-12-31", "due"),
        ("2019-12", "2019-03-01", "2020-01-01", "overdue"),
        ("2019", "2019-03-01", "2019-12-31", "due"),
        ("2019-33", "2019-01-01", "2019-03-31", "due"),
        ("2019-33", "2019-01-01", "2019-04-01", "overdue"),
        ("2019-36", "2019-01-01", "2019-11-30", "due"),
        ("2018/2019", None, "2020-01-01", "overdue"),
        ("2018-05-01", "2019-03-01", "2020-01-01", "undated"),
        ("XXXX-05-01", "2019-03-01", "2020-01-01", "undated"),
        (None, "2019-03-01", "2020-01-01", "undated"),
    ],
)
def test_when_a_day_is_past(due: str | None, published: str | None, today: str, now: str) -> None:
    engine = create_engine("sqlite://")
    METADATA.create_all(engine)
    with engine.connect() as db:
        db.execute(insert(COMMITMENT).values(id="c", text="", due=due, published=published))
        assert db.execute(select(due_state(today))).scalar() == now
    engine.dispose()
    row = CommitmentRow(id="c", text="", due=due, published=published)
    assert state(row, today) == {"due": "open", "undated": "open"}.get(now, now)


@pytest.mark.parametrize(
    ("promise", "step"),
    [
        ("The protocol is to be signed by December", "signed"),
        ("The text, approved by the ministers, will be submitted to the Council", "submitted"),
        ("The list will be ready soon", "approved"),
    ],
)
def test_what_a_promise_awaits(promise: str, step: str) -> None:
    assert awaited(promise) == step
