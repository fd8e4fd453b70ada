"""Every picture says what the record says, in its drawing and in its table; nothing that acts is drawn."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from sqlalchemy import Connection
from typer.testing import CliRunner

from communique import catalogue, flow
from communique.catalogue import queries
from communique.ledger import Ledger
from communique.model.errors import NotFound
from communique.model.page import Page
from communique.uses import cli
from communique.uses.web import pictures
from communique.uses.web.pictures import Picture
from communique.uses.web.pictures.drawing import for_file, for_page

COUNCIL = "csto/council-of-foreign-ministers"
DAYS = ("2019-03-05", "2021-06-04")
TEXTS = (
    """Ministers in Astana

ASTANA, 5 March 2019. The third meeting of the CSTO Council of Foreign Ministers was held in Astana on 5 March 2019.
The meeting was attended by Foreign Minister of Belarus Vladimir Makei and Foreign Minister of Armenia Ararat Mirzoyan.
The ministers approved a plan of consultations for 2020-2021 and submitted it to the CSTO Collective
Security Council. More than 40 tonnes of drugs were seized in 2018, Makei said.
""",
    """Ministers in Minsk

MINSK, 4 June 2021. The sixth meeting of the CSTO Council of Foreign Ministers was held in Minsk on 4 June 2021.
The meeting was attended by Foreign Minister of Belarus Vladimir Makei and Foreign Minister of Russia Sergei Lavrov.
About 55 tonnes of drugs were seized in 2020, Makei said.
""",
)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "pictures.db"
    with Ledger.open(path) as ledger:
        flow.add(
            ledger,
            [Page(name=d, body=text.encode(), published=d) for d, text in zip(DAYS, TEXTS, strict=True)],
        )
        flow.rebuild(ledger)
    return path


@pytest.fixture
def db(record: Path) -> Iterator[Connection]:
    with catalogue.asking(record) as db:
        yield db


def test_the_lines_of_the_one_in_the_middle_are_apart_and_more_meetings_are_stronger(db: Connection) -> None:
    makei = next(row.id for row in queries.people(db, "makei"))
    data = pictures.made(db, "network", makei).spec["datasets"]
    assert all(makei in line["ends"] for line in data["spokes"])
    assert not any(makei in line["ends"] for line in data["lines"])
    every = [*data["spokes"], *data["lines"]]
    assert len(data["spokes"]) == 2
    assert all((a["wide"] < b["wide"]) == (a["strong"] < b["strong"]) for a in every for b in every)


def words(picture: Picture) -> list[tuple[str, ...]]:
    return [tuple(cell.words.rstrip("\u2009") for cell in row) for row in picture.rows]


def links(picture: Picture) -> set[str]:
    return {str(e.get("href")) for e in ElementTree.fromstring(for_page(picture)).iter() if e.get("href")}


def test_attendance_shows_who_came_and_who_is_not_named(db: Connection) -> None:
    found = pictures.made(db, "attendance", COUNCIL)
    assert found.head == ("", "3rd 2019", "6th 2021")
    assert words(found)[0] == ("Belarus", "took part", "took part")
    assert ("Armenia", "took part", "not named") in words(found)
    assert ("Russia", "not named", "took part") in words(found)
    states = {
        row["state"]: row for name in ("present", "open", "absent") for row in found.spec["datasets"][name]
    }
    assert set(states) == {"present", "open"}
    assert "/countries/BY" in links(found)
    assert any(link.startswith("/meetings/m-") for link in links(found))


def test_people_by_sittings(db: Connection) -> None:
    found = pictures.made(db, "people", COUNCIL)
    assert words(found)[0] == ("Vladimir Makei", "took part", "took part")


def test_a_series_shows_the_numbers_between(db: Connection) -> None:
    found = pictures.made(db, "series", "csto foreign ministers")
    assert [row["number"] for row in found.spec["datasets"]["gaps"]] == [4, 5]
    assert ("4th to 5th", "no report read", "") in words(found)


def test_the_network_counts_meetings(db: Connection) -> None:
    countries = pictures.made(db, "network", "")
    assert ("Armenia", "Belarus", "1") in words(countries)
    belarus = pictures.made(db, "network", "Belarus")
    assert belarus.title == "With whom Belarus met"
    person = pictures.made(db, "network", "makei")
    assert {row[2] for row in words(person)} == {"1"}
    assert len(words(person)) == 2
    assert {link.split("/")[1] for link in links(person)} == {"people"}


def test_offices_from_first_to_last_cited(db: Connection) -> None:
    found = pictures.made(db, "offices", "makei")
    assert words(found)[0] == ("Vladimir Makei", "Foreign Minister", "Belarus", "5 March 2019", "4 June 2021")
    assert words(pictures.made(db, "offices", "BY")) == words(found)


def test_figures_stand_side_by_side_and_are_not_added(db: Connection) -> None:
    found = pictures.made(db, "figures", "tonnes")
    assert [row[:2] for row in words(found)] == [("2018", "more than 40 tonnes"), ("2020", "about 55 tonnes")]
    id = next(cell.link for cell in found.rows[0] if cell.link and "/figures/" in cell.link).rpartition("/")[
        2
    ]
    assert words(pictures.made(db, "figures", id)) == words(found)


def test_a_journey_ends_where_nothing_more_was_heard(db: Connection) -> None:
    found = pictures.made(db, "journey", "consultations")
    assert tuple(row[0] for row in words(found))[:2] == ("approved", "submitted")
    assert words(found)[-1][0] == "goes to"
    assert len(found.spec["datasets"]["unheard"]) == 1


def test_the_timeline_is_of_the_words(db: Connection) -> None:
    assert words(pictures.made(db, "timeline", "minsk")) == [("CSTO Council of Foreign Ministers", "1")]


@pytest.mark.parametrize("kind", pictures.KINDS)
def test_every_picture_becomes_a_page_and_files(db: Connection, kind: str) -> None:
    found = pictures.made(db, kind, _SUBJECT.get(kind, COUNCIL))
    assert all(len(row) == len(found.head) for row in found.rows)
    tags = {e.tag.rpartition("}")[2] for e in ElementTree.fromstring(for_page(found)).iter()}
    assert tags <= {"svg", "g", "path", "line", "text", "a", "title"}
    assert for_file(found, "png").startswith(b"\x89PNG")
    alone = for_file(found, "svg").decode()
    assert (
        "pages.invalid" not in alone + for_file(found, "json").decode().replace('"link"', "")
        or "href" not in alone
    )


_SUBJECT = {"timeline": "", "offices": "BY", "network": "", "figures": "tonnes", "journey": "consultations"}


@pytest.mark.parametrize(
    ("kind", "subject", "says"),
    [
        ("attendance", "", "say which body"),
        ("attendance", "no such body", "no body has all these words"),
        ("journey", "p-", "more than one|no such entry|is no instrument"),
        ("offices", "atlantis", "no country or person"),
        ("pie", "", "no such picture; there are timeline"),
    ],
)
def test_what_cannot_be_drawn_says_what_to_do(db: Connection, kind: str, subject: str, says: str) -> None:
    with pytest.raises(NotFound, match=says):
        pictures.made(db, kind, subject)


def test_the_command_writes_a_file_or_prints_the_table(record: Path, tmp_path: Path) -> None:
    def run(*asked: str) -> tuple[int, str]:
        found = CliRunner().invoke(cli.app, ["plot", *asked, "--record", str(record)])
        return found.exit_code, found.output

    for form, begins in (("svg", b"<svg"), ("png", b"\x89PNG"), ("json", b"{")):
        file = tmp_path / f"came.{form}"
        assert run("attendance", COUNCIL, "--out", str(file))[0] == 0
        assert file.read_bytes().startswith(begins)
    code, said = run("series", "csto", "foreign", "ministers")
    assert (code, "no report read" in said) == (0, True)
    assert run("pie")[0] == 2
    assert run("series", COUNCIL, "--out", str(tmp_path / "came.gif"))[0] == 2
    assert run("attendance", "nowhere at all")[0] == 1
