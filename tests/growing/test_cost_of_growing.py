"""What one report more costs does not depend on how many there are: nothing is looked through, no hub is loaded."""

import json
from collections.abc import Iterator

import pytest
from overlapping_reports import overlapping
from sqlalchemy import Connection, create_engine
from statements_heard import Heard, plan_of, statements_heard
from worked_examples import Told

from communique import growing
from communique.growing import folded as module
from communique.growing.folded import folded
from communique.growing.placing import numbered
from communique.lexicon.bodies import bodies
from communique.model.judgement import Judgement
from communique.model.page import Page
from communique.reading import read
from communique.text import clean

_SMALL = {"json_each", "j", "asked", "each", "d", "f", "CONSTANT"}
"""What a statement was given, or found by an index."""


@pytest.fixture
def db() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        growing.begin(db)
        yield db
    engine.dispose()


def grown(db: Connection) -> Heard:
    """Grows by halves; what was asked for the second."""
    reports = overlapping()
    half = len(reports) // 2
    nothing = growing.said_by(())
    growing.grow(db, reports[:half], nothing, nothing)
    word = Judgement(verdict="unsure", left=reports[0][1].id, right=reports[1][1].id, who="anna")
    with statements_heard() as heard:
        growing.grow(db, [*reports[half:], reports[0]], nothing, growing.said_by([word]))
    return heard


def test_no_statement_looks_through_a_whole_table(db: Connection) -> None:
    asked = dict(grown(db))
    assert len(asked) > 40
    for statement, given in asked.items():
        if not statement.lstrip().upper().startswith(("SELECT", "DELETE", "UPDATE")):
            continue
        plan = plan_of(db, statement, given)
        found = (row.split()[1] for row in plan if row.startswith("SCAN"))
        scanned = {
            name for name in found if not name.startswith("(")
        }  # what stands in brackets has its own lines
        assert scanned <= _SMALL, (statement, plan)


def person_cited(db: Connection) -> tuple[str, str]:
    ask = "SELECT entity, field, min(number) FROM cat_value WHERE field LIKE 'offices.%.cited' ORDER BY 1, 2"
    entity, field, _ = db.exec_driver_sql(ask).one()
    return entity, field


def test_of_the_days_on_which_an_office_is_cited_the_first_of_each_year_and_the_last_are_loaded(
    db: Connection,
) -> None:
    grown(db)
    id, field = person_cited(db)
    entry = db.exec_driver_sql("SELECT number FROM cat_entry WHERE id = ?", (id,)).scalar()
    db.exec_driver_sql("DELETE FROM cat_stored_value WHERE entry = ? AND field = ?", (entry, field))
    days = [
        f"{year}-{month:02}-{day:02}"
        for year in (2019, 2020, 2022)
        for month in (3, 7)
        for day in range(1, 29)
    ]
    for number, day in enumerate(sorted(days, key=lambda d: d[::-1]), 10_000):
        verdict = "rejected" if day in ("2019-03-01", "2020-07-05") else "stands"
        line = (number, entry, field, day, verdict, json.dumps(day), day.replace("-", " "))
        ask = "INSERT INTO cat_stored_value(number, entry, field, value, verdict, json, same, rank, reports, copies) VALUES (?,?,?,?,?,?,?,1,1,0)"
        db.exec_driver_sql(ask, line)
    person = folded(db, {id: "people"})[id]
    part = next(p for p in person.part("offices") if field == f"offices.{p.key}.cited")
    cited = next(f for f in part.fields if f.name == "cited")
    assert {(v.value, v.verdict) for v in cited.values} == {
        ("2019-03-01", "rejected"),
        ("2019-03-02", "stands"),
        ("2020-03-01", "stands"),
        ("2020-07-05", "rejected"),
        ("2022-03-01", "stands"),
        ("2022-07-28", "stands"),
    }


def test_people_of_whom_many_reports_speak_are_the_same_leapt_through(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    grown(db)
    kinds = {row[0]: row[1] for row in db.exec_driver_sql("SELECT id, kind FROM cat_entry")}
    seldom = module.folded(db, kinds)
    monkeypatch.setattr(module, "_OFTEN", 0)
    assert module.folded(db, kinds) == seldom
    assert any(part.list == "offices" for entry in seldom.values() for part in entry.parts)
    with statements_heard() as heard:
        module.folded(db, kinds)
    assert heard
    for statement, values in heard:
        plan = plan_of(db, statement, values)
        scanned = {row.split()[1] for row in plan if row.startswith("SCAN") and "(" not in row.split()[1]}
        assert scanned <= _SMALL, (statement, plan)


def given(db: Connection, words: list[Judgement]) -> int:
    """How many characters statements are given, to take in that two people are one, after so many other words."""
    growing.grow(db, [], growing.said_by(()), growing.said_by(words))
    people = [
        row[0] for row in db.exec_driver_sql("SELECT mention FROM cat_alias WHERE kind = 'people' ORDER BY 1")
    ]
    word = Judgement(verdict="same", left=people[0], right=people[-1], who="anna")
    with statements_heard() as heard:
        growing.grow(db, [], growing.said_by(words), growing.said_by([*words, word]))
    assert heard
    return sum(len(repr(values)) for _, values in heard)


def test_a_decision_does_not_look_up_what_all_others_were_about(db: Connection) -> None:
    reports = overlapping()
    nothing = growing.said_by(())
    growing.grow(db, reports[: len(reports) // 2], nothing, nothing)
    others = [
        Judgement(verdict=("same", "other")[n % 2], left=f"{n:016x}", right=f"{n:015x}f", who="anna")
        for n in range(16, 416)
    ]
    with db.begin_nested() as here:
        alone = given(db, [])
        here.rollback()
    assert abs(given(db, others) - alone) < 400


def test_who_sits_in_one_body_more_does_not_move_in_all_blocks(db: Connection) -> None:
    """A minister who sat in forty bodies stands in more than forty blocks: one sitting more adds one or two."""
    organs = [b for b in sorted(bodies().values(), key=lambda b: b.id) if b.name.isascii()][:200:5]
    told = [sat_in(body.name, number) for number, body in enumerate(organs)]
    nothing = growing.said_by(())
    growing.grow(db, told[:-1], nothing, nothing)
    ask = "SELECT count(*) FROM cat_block b JOIN cat_node n ON n.id = b.node WHERE n.kind = 'people'"
    before = int(db.exec_driver_sql(ask).scalar() or 0)
    with statements_heard() as heard:
        growing.grow(db, told[-1:], nothing, nothing)
    deeds = (lines for said, lines in heard if "cat_block" in said and not said.startswith("SELECT"))
    moved = [node for lines in deeds for _, node in lines]
    people = {row[0] for row in db.exec_driver_sql("SELECT id FROM cat_node WHERE kind = 'people'")}
    assert before > len(organs) * 0.8
    assert 0 < sum(node in people for node in moved) <= 3


def sat_in(body: str, number: int) -> Told:
    words = f"The {body} met in Minsk on {number % 28 + 1} March 2020. The Foreign Minister of Belarus, Maxim Ryzhenkov, took part in the meeting."
    text = clean(Page(name=f"{number}.txt", body=words.encode(), published="2020-03-30"))
    return (text.name,), text, read(text)


def test_blocks_of_one_first_part_lie_together() -> None:
    numbers = [numbered("people", ("petrov", "at", body)) for body in bodies()]
    assert len(set(numbers)) == len(bodies())
    assert len({number >> 48 for number in numbers}) == 1
    assert len({numbered("people", (word, "at", "cis")) >> 48 for word in ("petrov", "ivanov", "kim")}) == 3
