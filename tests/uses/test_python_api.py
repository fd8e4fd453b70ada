"""The public names, and a record asked from Python."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from own_site import LOOPBACK, REPORT, site
from worked_examples import Told

import communique
from communique.ledger import Ledger
from communique.model.judgement import Judgement
from communique.model.page import Page
from communique.watching import watching


@pytest.fixture
def record(seeds: list[Told], tmp_path: Path) -> Iterator[communique.Communique]:
    path = tmp_path / "record.db"
    with Ledger.open(path) as ledger:
        for _, text, reading in seeds:
            page = Page(name=text.name, body=text.characters.encode())
            ledger.append(page, msgspec.structs.replace(text, page=page.sha256), reading)
    with communique.Communique.open(path) as opened:
        yield opened


def test_the_public_names_and_nothing_else() -> None:
    assert communique.__all__ == ["Communique", "Reading", "Text", "errors", "read"]
    assert all(getattr(communique, name) for name in communique.__all__)
    assert not hasattr(communique, "nonsense")


def test_every_list_has_its_method(record: communique.Communique) -> None:
    counts = record.counts()
    for kind in msgspec.structs.fields(type(counts)):
        if kind.name != "disputed":
            assert len(getattr(record, kind.name)()) == getattr(counts, kind.name)
    assert [m.city for m in record.meetings("astana")] == ["Astana"]


def test_one_entry_and_why(record: communique.Communique) -> None:
    (person,) = record.people("wolfovich")
    assert record.get(person.id[:10]).get("country") == "BY"
    assert {q.value for q in record.why(person.id, "country")} == {"BY"}
    with pytest.raises(communique.errors.NotFound):
        record.why("p-nobody")
    assert record.search("afghanistan")


def test_a_judgement_is_in_the_record_at_the_next_question_and_can_be_undone(
    record: communique.Communique,
) -> None:
    one, other = record.people()[:2]
    before = record.counts().people
    number = record.judge(Judgement(verdict="same", left=one.id, right=other.id, who="anna"))
    assert record.counts().people == before - 1
    record.judge(Judgement(verdict="undone", left=str(number), who="anna"))
    assert record.counts().people == before


def test_what_is_watched_copied_and_changed_is_asked_as_by_the_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_ALLOW_PRIVATE", LOOPBACK[0])
    monkeypatch.setenv("COMMUNIQUE_PACE", "0")
    with site() as of, communique.Communique.open(tmp_path / "r.db") as record:
        of.entries[:] = ["/page/1"]
        sources = tmp_path / "sources.txt"
        sources.write_text(f"{of.at('/feed.xml')}\nno address\n")
        first = record.watch(sources)
        assert (first.lists, first.new, len(first.failed)) == (1, 1, 1)
        assert first.failed[0][0] == f"{sources}:2"
        of.pages["/page/1"] = REPORT.format(city="Astana", day=12).encode()
        of.pages["/page/2"] = of.pages["/page/1"]
        again = record.watch(of.at("/page/1"), "page")
        assert (again.changed, again.failed) == (1, ())
        assert record.watch(of.at("/page/2"), "page").new == 1
        ((old, new),) = record.versions()
        assert (old.id != new.id, record.versions(old.id)) == (True, [(old, new)])
        (group,) = record.copies()
        assert {one.id for one in group} == {new.id, *(one.id for one in record.copies(new.id)[0])}
        with (
            watching(tmp_path / "r.db"),
            pytest.raises(communique.errors.BrokenRecord, match="being watched"),
        ):
            record.watch(sources)
        with pytest.raises(communique.errors.BadInput, match="cannot be read"):
            record.watch(tmp_path / "none.txt")
