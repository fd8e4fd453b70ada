"""An address that was given once leads on, whatever became one with what since, and back when that is undone."""

import random
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import pytest
from overlapping_reports import overlapping
from sqlalchemy import Connection, create_engine
from worked_examples import Told

from communique import growing
from communique.catalogue.entries import full_id
from communique.model.errors import NotFound
from communique.model.judgement import Judgement
from communique.model.record import KINDS, PREFIXES


@contextmanager
def record(reports: Sequence[Told]) -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        growing.begin(db)
        growing.grow(db, reports, growing.said_by(()), growing.said_by(()))
        yield db
    engine.dispose()


def found(db: Connection, id: str) -> str:
    try:
        return full_id(db, id)
    except NotFound:
        return ""


def instruments(db: Connection) -> set[str]:
    return {row[0] for row in db.exec_driver_sql("SELECT id FROM cat_instrument")}


def test_an_instrument_is_found_under_the_id_that_it_had_when_one_report_was_known() -> None:
    told = [
        each for each in overlapping() if each[2].meetings and any(m.instruments for m in each[2].meetings)
    ]
    alone: set[str] = set()
    for each in told:
        with record([each]) as db:
            alone |= instruments(db)
    with record(overlapping()) as db:
        now = instruments(db)
        assert {id for id in alone if not found(db, id)} == set()
        led = {id for id in alone if found(db, id) != id}
        assert len(led) > 2
        assert {found(db, id) for id in led} <= now
        db.exec_driver_sql("UPDATE cat_alias SET name = NULL")
        assert {id for id in alone if not found(db, id)}, "without what is remembered some were lost"


def ids(db: Connection) -> set[str]:
    return {row[0] for row in db.exec_driver_sql("SELECT id FROM cat_entry")}


def mentions(db: Connection, kind: str) -> Mapping[str, list[str]]:
    """The mentions of the entries of one kind."""
    found: dict[str, list[str]] = {}
    ask = "SELECT entity, mention FROM cat_alias WHERE kind = ? ORDER BY entity, mention"
    for entity, mention in db.exec_driver_sql(ask, (kind,)):
        found.setdefault(entity, []).append(mention)
    return found


def words(db: Connection, verdict: str, kind: str, chance: random.Random) -> Iterator[Judgement]:
    """What a person may say of a dozen entries of a kind: of two that they are one, of one that it is two."""
    entries = mentions(db, kind)
    some = chance.sample(sorted(entries), min(12, len(entries)))
    many = [id for id in sorted(entries) if len(entries[id]) > 1]
    if verdict == "same":
        sides = [(entries[one], entries[two]) for one, two in zip(some[::2], some[1::2], strict=False)]
    else:
        several = chance.sample(many, min(12, len(many)))
        sides = [
            (entries[id][: (cut := chance.randrange(1, len(entries[id])))], entries[id][cut:])
            for id in several
        ]
    for left, right in sides:
        yield Judgement(verdict=verdict, left=" ".join(left), right=" ".join(right), who="anna")


def corrected(db: Connection, chance: random.Random) -> Iterator[Judgement]:
    """Values of meetings that a person takes away or puts another in the place of."""
    ask = """SELECT DISTINCT q.claims FROM cat_value v JOIN cat_quote q ON q.value = v.number
    WHERE v.field IN ('start', 'city', 'title', 'name', 'value') ORDER BY 1"""
    claims = [row[0] for row in db.exec_driver_sql(ask)]
    for left in chance.sample(claims, 12):
        yield Judgement(verdict="wrong", left=left, who="anna")
    for left in chance.sample(claims, 12):
        yield Judgement(verdict="replaced", left=left, value="2019-03-01", who="anna")


def said_of(kind: str, verdict: str, db: Connection) -> list[Judgement]:
    chance = random.Random(f"{kind} {verdict}")
    return list(corrected(db, chance) if verdict == "replaced" else words(db, verdict, kind, chance))


KINDS_JUDGED = [(kind, verdict) for kind in KINDS[:-1] for verdict in ("same", "other")]


@pytest.fixture(scope="module")
def grown() -> Iterator[Connection]:
    with record(overlapping()) as db:
        yield db


@pytest.mark.parametrize(("kind", "verdict"), [*KINDS_JUDGED, ("values", "replaced")])
def test_no_address_of_any_kind_dies_whatever_people_say_and_all_lead_back(
    grown: Connection, kind: str, verdict: str
) -> None:
    with grown.begin_nested() as here:
        before = ids(grown)
        told = said_of(kind, verdict, grown)
        undone = [Judgement(verdict="undone", left=str(n), who="anna") for n in range(1, len(told) + 1)]
        given, said = set(before), list[Judgement]()
        for some in (told[::2], told[1::2], undone[::2], undone[1::2]):
            was, said = said, [*said, *some]
            growing.grow(grown, [], growing.said_by(was), growing.said_by(said))
            given |= ids(grown)
            assert lost(grown, given) == set()
        assert ids(grown) == before
        assert {id for id in before if found(grown, id) != id} == set()
        here.rollback()


def lost(db: Connection, given: set[str]) -> set[str]:
    """The ids that lead to no entry, or to one of another kind."""
    kinds = dict(map(tuple, db.exec_driver_sql("SELECT id, kind FROM cat_entry")))
    letters = {letter: kind for kind, letter in PREFIXES.items()}
    meant = {id: letters[id[0]] if id[1] == "-" else "bodies" for id in given}
    return {id for id in given if kinds.get(found(db, id)) != meant[id]}
