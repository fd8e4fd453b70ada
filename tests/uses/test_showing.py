"""What the terminal shows of the seeds, for people and for programs."""

import csv
import io
import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from worked_examples import Told, said, told

from communique import catalogue, growing
from communique.catalogue import queries
from communique.model.errors import BadInput, NotFound
from communique.model.meeting import BodyMention, Meeting
from communique.model.party import Office
from communique.uses import show as shown
from communique.uses.columns import COLUMNS, ROWS

Capture = pytest.CaptureFixture[str]


def stored(reports: list[Told], path: Path) -> Path:
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as db:
        growing.make(db, reports, "d")
    engine.dispose()
    return path


@pytest.fixture(scope="module")
def record(seeds: list[Told], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return stored(seeds, tmp_path_factory.mktemp("shown") / "record.db")


@pytest.mark.parametrize("width", ["80", "160"])
@pytest.mark.parametrize("kind", list(ROWS))
def test_tables_fit(
    record: Path, kind: str, width: str, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    shown.show(record, kind)
    out = capsys.readouterr().out
    assert all(len(line) <= int(width) for line in out.splitlines())
    assert "…" not in out


def test_kinds_have_columns_and_rows() -> None:
    assert list(ROWS) == list(COLUMNS) == list(queries.LISTS)


def test_figures_show_comparator_unit_claimant_and_period(record: Path, capsys: Capture) -> None:
    shown.show(record, "figures", "tonnes")
    out = capsys.readouterr().out
    assert all(words in out for words in (">420", "tonnes", "narcotic", "Volfovich", "decades"))


@pytest.mark.parametrize("kind", list(ROWS))
def test_csv_has_one_fixed_header_and_json_a_line_a_row(record: Path, kind: str, capsys: Capture) -> None:
    shown.show(record, kind, fmt="csv")
    table = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    shown.show(record, kind, fmt="json")
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    assert all(tuple(row) == ROWS[kind].__struct_fields__ for row in rows)
    shown.show(record, kind, "nothing has these words", fmt="csv")
    assert capsys.readouterr().out.strip() == ",".join(ROWS[kind].__struct_fields__)


def test_a_meeting_whole(record: Path, capsys: Capture) -> None:
    with catalogue.asking(record) as db:
        id = queries.meetings(db, "astana")[0].id
    shown.show_whole(record, "meeting", id[:9])
    out = capsys.readouterr().out
    for words in (
        "28 November 2024",
        "Astana",
        "Belarus\n",
        "Maxim Ryzhenkov, Minister of Foreign Affairs",
        "approved, submitted",
    ):
        assert words in out
    assert "  (r-" in out
    shown.show_whole(record, "meeting", id, "json")
    assert json.loads(capsys.readouterr().out)["id"] == id


def test_why_quotes_the_sentence_with_the_words_marked(record: Path, capsys: Capture) -> None:
    with catalogue.asking(record) as db:
        id = next(m.id for m in queries.meetings(db) if m.ordinal == 9)
    shown.why(record, id, "city")
    out = capsys.readouterr().out
    assert "city: Moscow   stands (only value)" in out
    assert "according to" in out
    assert "»Moscow«" in out


def test_why_shows_what_contradicts(tmp_path: Path, capsys: Capture) -> None:
    body = BodyMention(name="CSTO Collective Security Council", id="csto/collective-security-council")

    def report(publisher: str, city: str) -> Told:
        words = f"The 5th session was held in {city}."
        meeting = Meeting(
            id="m", name="5th session", bodies=(body,), ordinal=5, city=city, evidence=said(words, city)
        )
        return told(publisher, words, publisher=publisher, meetings=(meeting,))

    path = stored(
        [report("Alpha", "Minsk"), report("Beta", "Minsk"), report("Gamma", "Astana")], tmp_path / "r.db"
    )
    with catalogue.asking(path) as db:
        id = queries.meetings(db)[0].id
        assert queries.counts(db).disputed == 1
    shown.why(path, id, "city")
    out = capsys.readouterr().out
    assert out.index("city: Minsk   stands (most reports)") < out.index(
        "city: Astana   contradicts (says otherwise)"
    )
    assert "according to Gamma" in out
    shown.show_whole(path, "meeting", id)
    assert "but Astana" in capsys.readouterr().out


def test_what_is_undecided_is_shown_as_such(tmp_path: Path, capsys: Capture) -> None:
    body = BodyMention(name="CSTO Collective Security Council", id="csto/collective-security-council")

    def report(publisher: str, number: int) -> Told:
        words = f"Session {number} was held; Belarus came, Armenia did not."
        meeting = Meeting(
            id="m",
            name="Session",
            bodies=(body,),
            ordinal=number,
            start="2018-11-21",
            represented=("BY",),
            absent=("AM",),
            evidence=said(words, f"Session {number}")
            | {"represented": said(words, "Belarus")[""], "absent": said(words, "Armenia")[""]},
        )
        return told(publisher, words, publisher=publisher, meetings=(meeting,))

    path = stored([report("Alpha", 6), report("Beta", 5)], tmp_path / "r.db")
    with catalogue.asking(path) as db:
        (row,) = queries.meetings(db)
        assert queries.counts(db).disputed == 1
    assert row.disputed == ("ordinal",)
    shown.show_whole(path, "meeting", row.id)
    out = capsys.readouterr().out
    assert "undecided: first by value" in out
    assert "but 6" in out
    assert "kind     multilateral" in out
    assert out.index("represented\n") < out.index("Belarus  (r-") < out.index("absent\n")
    assert out.index("absent\n") < out.index("Armenia  (r-")
    shown.show(path, "meetings")
    assert "5?" in capsys.readouterr().out
    shown.why(path, row.id, "represented")
    out = capsys.readouterr().out
    assert "»Belarus«" in out
    assert "»Armenia«" not in out


def test_columns_of_lists_are_asked_after_too(record: Path, capsys: Capture) -> None:
    with catalogue.asking(record) as db:
        (person,) = queries.people(db, "ryzhenkov")
        meeting = next(m.id for m in queries.meetings(db) if m.ordinal == 9)
    for id, field, words in (
        (person.id, "office", "offices, Minister of Foreign Affairs, office: Minister of Foreign Affairs"),
        (person.id, "of", "of: BY   stands"),
        (meeting, "date", "start: XXXX-11-17   stands"),
    ):
        shown.why(record, id, field)
        assert words in capsys.readouterr().out


def test_people_are_listed_by_surname_as_it_reads(tmp_path: Path) -> None:
    names = ("Sooronbay Jeenbekov", "Ivan Dodon", "Khalifa Al Marar", "M.Ivanov", "Anna Kim", "Zoe Dodon")
    offices = tuple(
        Office(person=n, office="envoy", of="BY", evidence=said(" ".join(names), n)) for n in names
    )
    path = stored([told("a", " ".join(names), offices=offices)], tmp_path / "r.db")
    with catalogue.asking(path) as db:
        listed = [row.name for row in queries.people(db)]
    assert listed == [
        "Khalifa Al Marar", "Ivan Dodon", "Zoe Dodon", "M.Ivanov", "Sooronbay Jeenbekov", "Anna Kim",
    ]  # fmt: skip


def test_unknown_ids_and_kinds_are_one_line(record: Path) -> None:
    with pytest.raises(NotFound, match="no such entry"):
        shown.show_whole(record, "meeting", "m-nothing")
    with pytest.raises(NotFound, match="is not a meeting"):
        shown.show_whole(record, "meeting", "csto/parliamentary-assembly")
    with pytest.raises(BadInput, match="there are meetings, people"):
        shown.show(record, "cats")


def test_a_report_cannot_steer_terminal_or_spreadsheet(tmp_path: Path, capsys: Capture) -> None:
    nasty = '=cmd("\x1b[31m[bold]")'
    words = f"{nasty} said."
    office = Office(person=nasty, office="Minister", of="BY", evidence=said(words, nasty))
    path = stored([told("a", words, offices=(office,))], tmp_path / "r.db")
    shown.show(path, "people")
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "[bold]" in out
    shown.show(path, "people", fmt="csv")
    assert "'=cmd" in capsys.readouterr().out
