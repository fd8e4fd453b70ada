"""Every question, asked of the seeds."""

from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.exc import OperationalError
from worked_examples import Told

from communique import catalogue, growing
from communique.catalogue import queries
from communique.catalogue.tables import METADATA
from communique.model.errors import BrokenRecord, NotFound
from communique.model.record import KINDS


def ninth(db: Connection) -> str:
    return next(m.id for m in queries.meetings(db) if m.ordinal == 9)


def test_meetings_newest_first_undated_last(db: Connection) -> None:
    years = [(m.date or "")[:4] for m in queries.meetings(db)]
    known = [y for y in years if y.isdigit()]
    assert known == sorted(known, reverse=True)
    assert years[: len(known)] == known


@pytest.mark.parametrize(
    ("words", "cities"),
    [
        ("astana", {"Astana"}),
        ("Kazakhstan csto", {"Astana"}),
        ("ASTAN", {"Astana"}),
        ("astana moscow", set()),
    ],
)
def test_all_words_must_match(db: Connection, words: str, cities: set[str]) -> None:
    assert {m.city for m in queries.meetings(db, words)} == cities


@pytest.mark.parametrize("words", ["volfovich", "Wolfovich", "aliaksandr vol"])
def test_people_are_found_in_any_spelling(db: Connection, words: str) -> None:
    (person,) = queries.people(db, words)
    assert (person.country, person.meetings) == ("BY", 4)


@pytest.mark.parametrize("words", ["'\"", "*", '"*', "^:{}"])
def test_what_is_no_word_finds_nothing(db: Connection, words: str) -> None:
    assert queries.meetings(db, words) == catalogue.search(db, words) == ()


@pytest.mark.parametrize(
    ("words", "plain"),
    [('" OR "', "or"), ("NEAR(", "near"), ("x) OR (y", "x or y"), ("words: csto", "words csto")],
)
def test_words_are_never_obeyed(db: Connection, words: str, plain: str) -> None:
    assert catalogue.search(db, words) == catalogue.search(db, plain)


def test_figures_keep_comparator_unit_and_whole_numbers(db: Connection) -> None:
    (tonnes,) = queries.figures(db, "tonnes")
    assert (tonnes.comparator, tonnes.value, tonnes.unit) == (">", 420, "tonnes")
    assert isinstance(tonnes.value, int)
    assert tonnes in queries.figures(db, person=tonnes.person)


def test_every_kind_lists_counts_and_pages(db: Connection) -> None:
    counts = queries.counts(db)
    for kind in KINDS:
        rows = queries.LISTS[kind](db)
        assert len(rows) == getattr(counts, kind) == queries.count(db, kind)
        assert queries.LISTS[kind](db, limit=1, offset=1) == rows[1:2]


def test_the_timeline_holds_every_meeting(db: Connection) -> None:
    years = queries.years(db)
    assert sum(y.meetings for y in years) == len(queries.meetings(db))
    assert years[-1].year is None
    assert [y.year for y in years[:-1]] == sorted(y.year for y in years[:-1] if y.year)


def test_a_whole_entry_by_the_beginning_of_its_id(db: Connection) -> None:
    id = ninth(db)
    assert queries.whole(db, id[:8]).id == queries.whole(db, id).id == id
    assert queries.id_length(db, "meetings") >= 8


@pytest.mark.parametrize("id", ["m-", "m-zzzz", "", "nobody", "m-%", "_"])
def test_an_unknown_id_is_one_line_with_a_hint(db: Connection, id: str) -> None:
    with pytest.raises(
        NotFound, match=r"no such entry; .*show (meetings|KIND)|more than one id begins like this: m-"
    ):
        queries.whole(db, id)


def test_evidence_has_the_sentence_around_the_words(db: Connection) -> None:
    rows = queries.evidence(db, ninth(db), "city")
    assert {r.words for r in rows} == {"Moscow"}
    for row in rows:
        assert row.sentence[row.at : row.at + len(row.words)] == row.words
    with pytest.raises(NotFound, match="no report says anything of it; there is agenda"):
        queries.evidence(db, ninth(db), "mode")


def test_evidence_of_a_list_is_all_below_it(db: Connection) -> None:
    fields = {r.field.split(".")[0] for r in queries.evidence(db, ninth(db), "participants")}
    assert fields == {"participants"}


def test_facts_of_a_report_stand_in_its_text(db: Connection) -> None:
    for report in queries.reports(db):
        characters = queries.text(db, report.id)
        facts = queries.facts(db, report.id)
        assert len({(f.start, f.stop) for f in facts}) >= report.facts > 20
        assert all(characters[f.start : f.stop] == f.words for f in facts)
    with pytest.raises(NotFound):
        queries.text(db, ninth(db))


def test_meetings_of_people_and_bodies(db: Connection) -> None:
    (person,) = queries.people(db, "patrushev")
    assert len(queries.meetings_of(db, person.id)) == person.meetings == 2
    assert len(queries.meetings_of(db, "cis/security-council-secretaries")) == 3


def test_search_marks_the_words_in_a_reports_text(db: Connection) -> None:
    hits = catalogue.search(db, "wolfovich afghanistan")
    assert any("\x02Volfovich\x03" in hit.snippet for hit in hits if hit.kind == "reports")
    assert {hit.kind for hit in hits} >= {"reports", "meetings"}


def test_a_former_id_still_leads_to_the_entry(db: Connection) -> None:
    (person,) = queries.people(db, "volfovich")
    mentions = queries.whole(db, person.id).mentions
    assert len(mentions) == 3
    assert {queries.full_id(db, f"p-{m}") for m in mentions} == {person.id}


def test_the_stamp_tells_a_stale_catalogue(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.begin() as db:
        assert catalogue.stamp(db) is None
        growing.make(db, [], "first")
        assert catalogue.stamp(db) == "first"
    engine.dispose()


def test_writing_is_all_or_nothing_and_repeatable(seeds: list[Told], tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    dumps = []
    for stamp in ("x", "x"):
        with engine.begin() as db:
            growing.make(db, seeds, stamp)
        with engine.connect() as db:
            dumps.append({t: db.execute(text(f"SELECT * FROM {t}")).all() for t in METADATA.tables})
    assert dumps[0] == dumps[1]
    engine.dispose()


def test_asking_refuses_changes(db: Connection) -> None:
    with pytest.raises(OperationalError, match="readonly"):
        db.execute(text("DELETE FROM cat_entry"))


def test_no_file_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(BrokenRecord, match="no such record"), catalogue.asking(tmp_path / "none.db"):
        pass


def test_all_questions_see_one_state_of_the_record(seeds: list[Told], tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'r.db'}")
    with engine.begin() as own:
        growing.make(own, seeds)
    with engine.connect() as own:
        own.exec_driver_sql("PRAGMA journal_mode = WAL")
    with catalogue.asking(tmp_path / "r.db") as db:
        before = queries.counts(db)
        with engine.begin() as own:
            growing.make(own, seeds[:1])
        assert queries.counts(db) == before
    with catalogue.asking(tmp_path / "r.db") as db:
        assert queries.counts(db) != before
    engine.dispose()
