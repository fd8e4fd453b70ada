"""What a person decides is kept: through adding again, a newer reader, a rebuild; and undone it leaves no trace."""

import json
from pathlib import Path

import msgspec
import pytest
from litestar.testing import TestClient
from typer.testing import CliRunner, Result

from communique import flow
from communique.ledger import Ledger
from communique.model.reading import Reading
from communique.reading import read
from communique.uses import cli
from communique.uses.web.app import create_app

FIRST = """Ministers meet in Oslo

OSLO, 4 March 2019. The third meeting of the Nordic Council of Ministers was held in Oslo on 4 March 2019.
The meeting was attended by the Foreign Minister of Sweden Anna Lindgren.
"""
SECOND = """Nordic ministers in Oslo

STOCKHOLM, 5 March 2019. The fourth meeting of the Nordic Council of Ministers took place in Oslo on 4 March 2019.
The Foreign Minister of Sweden A. Lindgren and the Foreign Minister of Norway Karin Lindgren attended.
"""


@pytest.fixture(autouse=True)
def _record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COMMUNIQUE_USER", "anna")
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    Path("a.txt").write_text(FIRST)
    Path("b.txt").write_text(SECOND)
    assert run("add", "a.txt", "b.txt").exit_code == 0


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


def shown(kind: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("show", kind, "--json").stdout.splitlines()]


def people() -> dict[object, object]:
    return {p["name"]: p["id"] for p in shown("people")}


def ordinal() -> object:
    (meeting,) = shown("meetings")
    return meeting["ordinal"]


def exported() -> str:
    return run("export").stdout


def test_a_merge_undone_restores_both_exactly() -> None:
    before, found = exported(), people()
    one, other = str(found["Anna Lindgren"]), str(found["Karin Lindgren"])
    said = run("same", one, other, "--why", "a slip of the pen")
    assert said.exit_code == 0
    assert len(people()) == len(found) - 1
    assert run("undo", "1").stdout == "2: judgement 1 (same) is taken back\n"
    assert exported() == before


def test_mentions_that_the_program_joined_can_be_set_apart() -> None:
    found = people()
    (anna,) = [str(id) for name, id in found.items() if name == "Anna Lindgren"]
    mentions = [json.loads(line) for line in run("show", "mentions", anna, "--json").stdout.splitlines()]
    assert {m["name"] for m in mentions} == {"Anna Lindgren", "A. Lindgren"}
    assert run("other", *(m["id"] for m in mentions)).exit_code == 0
    assert len(people()) == len(found) + 1


def test_a_conflict_is_listed_settled_and_settled_otherwise() -> None:
    (conflict,) = [json.loads(line) for line in run("show", "conflicts", "--json").stdout.splitlines()]
    assert (conflict["field"], {conflict["stands"], *conflict["others"]}) == ("ordinal", {"3", "4"})
    where = f"{conflict['id']}.ordinal"
    stood = ordinal()
    assert run("reject", where).exit_code == 0
    assert {stood, ordinal()} == {3, 4}
    assert run("show", "conflicts").stdout == ""
    assert run("correct", where, "5", "--why", "the protocol says so").exit_code == 0
    assert ordinal() == 5
    told = " ".join(run("why", where).stdout.split())
    assert "ordinal: 5 stands (corrected by a person: anna, " in told
    assert ", the protocol says so; no report read says so)" in told
    assert "corrected by a person" in run("show", "meeting", conflict["id"]).stdout


def test_what_is_accepted_stands_and_says_why() -> None:
    (conflict,) = [json.loads(line) for line in run("show", "conflicts", "--json").stdout.splitlines()]
    where = f"{conflict['id']}.ordinal"
    assert run("accept", where, "--why", "the seal has it").stdout.endswith(" is right\n")
    assert f"ordinal: {conflict['stands']}   stands (confirmed by a person)" in run("why", where).stdout
    assert "right" in run("judgements").stdout
    assert run("correct", where, "third").exit_code == 1
    assert "is no number" in run("correct", where, "third").stderr


def test_a_rejection_outlives_adding_again_a_rebuild_and_a_reader_that_finds_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (meeting,) = shown("meetings")
    stood = ordinal()
    run("reject", f"{meeting['id']}.ordinal")
    changed = ordinal()
    assert changed != stood
    run("add", "a.txt", "b.txt")
    assert ordinal() == changed
    run("rebuild")
    assert ordinal() == changed

    def newer(text):  # type: ignore[no-untyped-def]
        found: Reading = read(text)
        extra = msgspec.structs.replace(
            found.meetings[0], name="Ministers", bodies=(), ordinal=None, start=None
        )
        return msgspec.structs.replace(found, meetings=(extra, *found.meetings), reader="newer")

    with Ledger.open("communique.db") as ledger:
        flow.reread(ledger, reader=flow.Reader("newer", newer))
    assert changed in {m["ordinal"] for m in shown("meetings")}
    assert stood not in {m["ordinal"] for m in shown("meetings")}


def test_an_unsure_pair_is_asked_about_until_somebody_has_looked() -> None:
    Path("c.txt").write_text(
        "BERGEN, 6 March 2018. The fifth meeting of the Baltic Council of Ministers was held on 6 March 2018 in the old "
        "Hansa hall.\n"
    )
    assert run("add", "c.txt").exit_code == 0
    id = next(str(m["id"]) for m in shown("meetings") if m["date"] == "2018-03-06")
    before = exported()
    refused = run("correct", f"{id}.venue", "Hansa hall")
    assert refused.exit_code == 1
    assert "--words 'THE WORDS IN THE REPORT'" in refused.stderr
    assert "/mark" in refused.stderr
    assert exported() == before
    filled = run(
        "correct", f"{id}.venue", "Hansa Hall", "--words", "the old Hansa hall", "--why", "its usual name"
    )
    assert filled.exit_code == 0
    assert "»the old Hansa hall«" in " ".join(run("why", f"{id}.venue").stdout.split())
    assert json.loads(run("judgements", "--json").stdout.splitlines()[0])["why"].endswith(
        "Hansa Hall: its usual name"
    )
    assert run("check").exit_code == 0
    assert run("undo", "1").exit_code == 0
    assert exported() == before


@pytest.mark.parametrize(
    ("field", "words", "reason"),
    [
        ("venue", "a hall that nobody names", "do not stand in the report"),
        ("city", "Oslo", "reports give it a value already"),
        ("status", "held", "--words fills a field of a meeting: city, country, venue"),
    ],
)
def test_words_that_fill_nothing_are_refused(field: str, words: str, reason: str) -> None:
    (meeting,) = shown("meetings")
    result = run("correct", f"{meeting['id']}.{field}", "X", "--words", words)
    assert result.exit_code == 1
    assert reason in result.stderr


def test_a_page_names_the_person_whose_word_stands() -> None:
    (meeting,) = shown("meetings")
    where = f"{meeting['id']}.city"
    run("correct", where, "Bergen", "--why", "the <b>host</b> says so")
    assert shown("meetings")[0]["city"] == "Bergen"
    with TestClient(create_app(Path("communique.db"))) as pages:
        told = " ".join(pages.get(f"/meetings/{meeting['id']}").text.split())
    assert "(corrected by <bdi>anna, " in told
    assert "the &lt;b&gt;host&lt;/b&gt; says so</bdi>; no report read says so)" in told


def test_a_word_that_was_taken_back_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    (meeting,) = shown("meetings")
    where = f"{meeting['id']}.city"
    run("correct", where, "Bergen", "--why", "the host says so")
    monkeypatch.setenv("COMMUNIQUE_USER", "boris")
    run("correct", where, "Turku", "--why", "a guest says so")
    assert "boris" in run("why", where).stdout
    run("undo", "2")
    told = " ".join(run("why", where).stdout.split())
    assert "city: Bergen stands (corrected by a person: anna, " in told
    assert ", the host says so; no report read says so)" in told


def test_judgements_are_listed_by_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    found = people()
    run("other", str(found["Anna Lindgren"]), str(found["Karin Lindgren"]))
    (meeting,) = shown("meetings")
    run("correct", f"{meeting['id']}.city", "Bergen")
    listed = " ".join(run("judgements").stdout.split())
    assert "Anna Lindgren is not Karin Lindgren" in listed
    assert "now Bergen" in listed
    run("same", str(found["Anna Lindgren"]), str(found["Karin Lindgren"]))
    listed = " ".join(run("judgements").stdout.split())
    assert (
        "Anna Lindgren is Karin Lindgren" in listed
    )  # by their reports: the record has one name for them now


@pytest.mark.parametrize("kind", ["meeting", "person", "body", "instrument", "series", "mentions"])
def test_what_is_shown_of_one_thing_asks_of_which(kind: str) -> None:
    answer = run("show", kind)
    assert answer.exit_code == 2
    assert "lists ids" in " ".join(answer.stderr.split())


def test_a_person_and_a_body_are_shown_whole() -> None:
    anna = str(people()["Karin Lindgren"])
    told = run("show", "person", anna).stdout
    assert "Karin Lindgren" in told
    assert "offices" in told
    assert "Minister" in told
    (body,) = shown("bodies")
    assert "meetings" in run("show", "body", str(body["id"])).stdout
    assert "is not a body (people)" in run("show", "body", anna).stderr


def test_nothing_read_makes_no_record() -> None:
    answer = run("add", "nosuch.txt", "--record", "new.db")
    assert answer.exit_code == 1
    assert "no record was made" in answer.stderr
    assert not Path("new.db").exists()
    Path("empty.db").write_bytes(b"")
    assert "is an empty file" in run("check", "--record", "empty.db").stderr


def test_a_conflict_inside_a_part_names_the_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    told = run("show", "conflicts").stdout
    assert "ordinal" in told
    assert ".p-" not in told


@pytest.mark.parametrize(
    ("id", "kind"),
    [("p-00", "people"), ("i-00", "instruments"), ("csto/nothing", "bodies"), ("m-00", "meetings")],
)
def test_an_unknown_id_is_told_where_ids_of_its_kind_are(id: str, kind: str) -> None:
    assert f"`communique show {kind}` lists" in run("why", id).stderr
