"""The public names, and a record asked from Python."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from worked_examples import Told

import communique
from communique.ledger import Ledger
from communique.model.judgement import Judgement
from communique.model.page import Page


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
