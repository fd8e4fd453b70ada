"""A judgement about a value is looked up where its reason says it stood: a decision in the review must not walk all quotes."""

from collections.abc import Iterator

import pytest
from overlapping_reports import overlapping
from sqlalchemy import Connection, create_engine, text
from statements_heard import statements_heard

from communique import growing
from communique.catalogue import every_entry
from communique.model.judgement import Judgement


@pytest.fixture(scope="module")
def db() -> Iterator[Connection]:
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        growing.begin(db)
        growing.grow(db, list(overlapping())[:20], growing.said_by(()), growing.said_by(()))
        yield db
    engine.dispose()


def walks(db: Connection, judgement: Judgement) -> int:
    """How often every quote is walked to take a judgement in."""
    with db.begin_nested() as tried, statements_heard() as heard:
        growing.grow(db, (), growing.said_by(()), growing.said_by((judgement,)))
        tried.rollback()
    return sum(said == "SELECT report, claims FROM cat_quote" for said, _ in heard)


@pytest.mark.parametrize("word", ["was", "is"])
def test_a_value_is_found_where_the_reason_says(db: Connection, word: str) -> None:
    entry = next(e for e in every_entry(db) if e.kind == "meetings" and e.field("start"))
    field = entry.field("start")
    assert field is not None
    claims = " ".join(field.values[0].claims)
    told = Judgement(verdict="right", left=claims, reason=f"{entry.id}.start {word} then", who="anna")
    assert walks(db, told) == 0
    assert walks(db, Judgement(verdict="right", left=claims, who="anna")) == 1


def test_a_value_is_found_in_its_entry_under_a_former_name_and_in_another_field(db: Connection) -> None:
    entry = next(e for e in every_entry(db) if e.kind == "meetings" and e.field("start"))
    field = entry.field("start")
    assert field is not None
    claims = " ".join(field.values[0].claims)
    for spot in (f"{entry.id}.end", f"m-{entry.mentions[0]}.start"):
        told = Judgement(verdict="right", left=claims, reason=f"{spot} was then", who="anna")
        assert walks(db, told) == 0, spot


@pytest.mark.parametrize(
    "judgement",
    [
        Judgement(verdict="right", left="r-0011223344556677.coverage", who="anna"),
        Judgement(verdict="added", left="0011223344556677", value="{}", who="anna"),
    ],
)
def test_what_is_said_of_no_claim_is_looked_up_nowhere(db: Connection, judgement: Judgement) -> None:
    assert growing.said_by((judgement,)).claims == {}
    assert walks(db, judgement) == 0
    assert db.execute(text("SELECT count(*) FROM cat_quote")).scalar()
