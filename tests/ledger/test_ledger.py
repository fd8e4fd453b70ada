"""The ledger keeps what it is given, refuses what is not so, and only grows."""

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from samples import READER, entry, reading_of, text_of
from sqlalchemy import event
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError

from communique.ledger import Ledger
from communique.ledger.schema import GROWING
from communique.model.errors import BrokenRecord, Misquote
from communique.model.judgement import Judgement
from communique.model.meeting import AgendaItem, BodyMention, Meeting
from communique.model.party import Office
from communique.model.reading import Coverage, Reading, Report
from communique.model.said import Commitment, Figure, Operation, Statement
from communique.model.span import Span


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger.open(tmp_path / "record.db") as opened:
        yield opened


def test_what_is_appended_is_there_when_opened_again(tmp_path: Path) -> None:
    page, text, reading = entry("a", "Ministers met in Minsk.")
    with Ledger.open(tmp_path / "r.db") as ledger:
        assert ledger.append(page, text, reading)
        assert not ledger.append(page, text, reading)
    with Ledger.open(tmp_path / "r.db") as ledger:
        assert list(ledger.readings()) == [(("a",), text, reading)]
        assert list(ledger.texts()) == [text]
        assert ledger.knows(text.id, READER)
        assert not ledger.knows(text.id, "another")
        assert ledger.verify() == []


def test_the_same_report_under_two_names_is_one_with_both(ledger: Ledger) -> None:
    for name in ("b", "a", "b"):
        ledger.append(*entry(name, "Ministers met in Minsk."))
    ((names, text, reading),) = ledger.readings()
    assert names == ("a", "b")
    assert (text.name, reading.report.id) == ("a", "a")


def test_what_comes_out_does_not_depend_on_the_order_of_arrival(tmp_path: Path) -> None:
    entries = [
        entry("a", "Ministers met in Minsk.", title="T"),
        entry("b", "Ministers met in Minsk.", language="en"),
        entry("c", "Ministers met in Astana.", retrieved="2024-01-01"),
        entry("a", "Ministers met in Minsk.", retrieved="2024-01-02"),
    ]
    seen = set()
    for n, order in enumerate((entries, entries[::-1], entries[2:] + entries[:2])):
        with Ledger.open(tmp_path / f"{n}.db") as ledger:
            for one in order:
                ledger.append(*one)
            seen.add((repr(list(ledger.readings())), ledger.digest()))
            assert ledger.verify() == []
    assert len(seen) == 1


def test_the_digest_tells_whether_anything_was_added(ledger: Ledger) -> None:
    digests = [ledger.digest()]
    ledger.append(*entry("a", "Ministers met in Minsk."))
    digests.append(ledger.digest())
    ledger.append(*entry("b", "Ministers met in Minsk."))
    digests.append(ledger.digest())
    ledger.judge(Judgement(verdict="same", left="a", right="b"))
    digests.append(ledger.digest())
    assert len(set(digests)) == 4
    ledger.append(*entry("a", "Ministers met in Minsk."))
    assert ledger.digest() == digests[-1]


def test_judgements_come_back_in_order(ledger: Ledger) -> None:
    made = [
        Judgement(
            verdict="same", left="a", right="b", score=0.5, reason="one name", who="Ann", when="2024-01-01"
        ),
        Judgement(verdict="replaced", left="c", value="Minsk"),
        Judgement(verdict="undone", left="1"),
    ]
    assert [ledger.judge(judgement) for judgement in made] == [1, 2, 3]
    assert list(ledger.judgements()) == made


def test_a_newer_reading_takes_the_place_of_an_older_one_which_stays(ledger: Ledger) -> None:
    page, text, reading = entry("a", "Ministers met in Minsk.")
    ledger.append(page, text, reading)
    newer = reading_of(text, reader="newer")
    assert ledger.append_reading(text, newer)
    assert [found.reader for _, _, found in ledger.readings()] == ["newer"]
    assert ledger.knows(text.id, READER)
    assert ledger.verify() == []


TEXT = text_of("a", "The ministers met in Minsk and seized 420 tonnes.")
WHOLE = {"": (Span(0, 3),)}
BEYOND = {"": (Span(0, 99),)}
WRONG = [
    Reading(report=Report(id="a"), figures=(Figure(value=420, evidence=BEYOND),)),
    Reading(report=Report(id="a"), figures=(Figure(value=420),)),
    Reading(report=Report(id="a"), figures=(Figure(value=420, evidence={**WHOLE, "unit": (Span(40, 99),)}),)),
    Reading(report=Report(id="a", coverage=Coverage(left=(Span(0, 99),)))),
    Reading(report=Report(id="a"), meetings=(Meeting(id="m1", name="the summit", evidence=WHOLE),)),
    Reading(report=Report(id="a"), offices=(Office(person="The", office="king", evidence=WHOLE),)),
    Reading(report=Report(id="a"), statements=(Statement(speaker="he", text="no", evidence=WHOLE),)),
    Reading(report=Report(id="a"), operations=(Operation(name="Kanal", evidence=WHOLE),)),
    Reading(report=Report(id="a"), commitments=(Commitment(text="later", evidence=WHOLE),)),
    Reading(
        report=Report(id="a"),
        meetings=(
            Meeting(id="m1", name="The", agenda=(AgendaItem(text="x", evidence=WHOLE),), evidence=WHOLE),
        ),
    ),
    Reading(
        report=Report(id="a"),
        meetings=(
            Meeting(
                id="m1", name="The", bodies=(BodyMention(name="X", as_="x", evidence=WHOLE),), evidence=WHOLE
            ),
        ),
    ),
]


@pytest.mark.parametrize("reading", WRONG)
def test_a_reading_that_its_text_does_not_bear_is_refused_whole(ledger: Ledger, reading: Reading) -> None:
    page, text, _ = entry("a", TEXT.characters)
    with pytest.raises(Misquote):
        ledger.append(page, text, reading)
    with pytest.raises(Misquote):
        ledger.append_all([entry("b", "It rained."), (page, text, reading)])
    assert list(ledger.texts()) == []


def test_a_text_of_another_page_is_refused(ledger: Ledger) -> None:
    page, _, _ = entry("a", "One.")
    with pytest.raises(BrokenRecord, match="not made from this page"):
        ledger.append(page, *entry("a", "Two.")[1:])


@pytest.mark.parametrize("table", [table.name for table in GROWING])
@pytest.mark.parametrize(
    "deed", ["DELETE FROM {}", "UPDATE {} SET rowid = rowid", "REPLACE INTO {} SELECT * FROM {}"]
)
def test_nothing_can_be_changed_or_removed(ledger: Ledger, table: str, deed: str) -> None:
    ledger.append(*entry("a", "Ministers met in Minsk."))
    ledger.judge(Judgement(verdict="same", left="a"))
    with pytest.raises(IntegrityError, match="only grows"), ledger.engine.begin() as db:
        db.execute(sql(deed.replace("{}", f'"{table}"')))


def test_files_that_are_no_record_of_ours(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ministers met in Minsk, and this is longer than any header. " * 9)
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    for path, reason in (
        (tmp_path / "a.txt", "not a record of Communique"),
        (tmp_path / "other.db", "not a record of Communique"),
        (tmp_path, "is a folder"),
        (tmp_path / "no" / "r.db", "no folder"),
    ):
        with pytest.raises(BrokenRecord, match=reason) as caught:
            Ledger.open(path)
        assert "\n" not in str(caught.value)
    with pytest.raises(BrokenRecord, match="no such record"):
        Ledger.open(tmp_path / "r.db", create=False)
    assert not (tmp_path / "r.db").exists()


def test_a_record_of_a_later_version_is_refused(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "r.db") as ledger, ledger.engine.begin() as db:
        db.execute(sql("DROP TRIGGER about_no_update"))
        db.execute(sql("UPDATE about SET value = '99'"))
    with pytest.raises(BrokenRecord, match="has schema 99"):
        Ledger.open(tmp_path / "r.db")


def test_it_writes_ahead_and_waits_for_the_disk(ledger: Ledger) -> None:
    with ledger.engine.connect() as db:
        assert db.execute(sql("PRAGMA journal_mode")).scalar() == "wal"
        assert db.execute(sql("PRAGMA synchronous")).scalar() == 2


def test_two_writers_take_turns(tmp_path: Path) -> None:
    def write(first: int) -> None:
        with Ledger.open(tmp_path / "r.db") as ledger:
            for n in range(first, first + 20):
                ledger.append(*entry(str(n), f"Ministers met {n} times."))

    threads = [threading.Thread(target=write, args=(first,)) for first in (0, 100)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Ledger.open(tmp_path / "r.db") as ledger:
        assert len(list(ledger.readings())) == 40
        assert ledger.verify() == []


@pytest.mark.parametrize(
    "judgement",
    [
        Judgement(verdict="undone", left="1"),
        Judgement(verdict="undone", left="abc"),
        Judgement(verdict="same", left="", right="b"),
        Judgement(verdict="same", left="a", right=" "),
    ],
)
def test_a_judgement_about_nothing_is_refused(ledger: Ledger, judgement: Judgement) -> None:
    with pytest.raises(Misquote):
        ledger.judge(judgement)
    assert not list(ledger.judgements())


def test_judgements_that_are_known_are_not_read_again(ledger: Ledger) -> None:
    asked: list[tuple[int, ...]] = []
    for n in range(3):
        ledger.judge(Judgement(verdict="unsure", left=f"a{n}", right="b"))
    assert [j.left for j in ledger.judgements()] == ["a0", "a1", "a2"]
    event.listen(ledger.engine, "before_cursor_execute", lambda *a: asked.append(tuple(a[3])))
    ledger.judge(Judgement(verdict="unsure", left="a3", right="b"))
    assert [j.left for j in ledger.judgements()] == ["a0", "a1", "a2", "a3"]
    assert (3,) in asked
    with Ledger.open(ledger.path) as other:
        assert list(other.judgements()) == list(ledger.judgements())


def test_what_the_driver_says_itself_is_told_as_clearly(ledger: Ledger) -> None:
    def asked_below() -> None:
        with ledger.transaction() as db:
            driver: Any = db.connection.driver_connection
            driver.execute("DELETE FROM nowhere")

    with pytest.raises(BrokenRecord, match="no such table"):
        asked_below()
