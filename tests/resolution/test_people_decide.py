"""A person's judgement overrides the program's, outlives a new reading, and can be undone."""

import msgspec
from worked_examples import Told, told

from communique.model.judgement import Judgement
from communique.model.mention import mentions
from communique.model.party import Office
from communique.resolution import resolve


def report(name: str, *people: str) -> Told:
    offices = tuple(Office(person=p, office="Minister of Defence", of="BY") for p in people)
    return told(name, name, offices=offices)


A, B, C = (report("a", "Ivan Petrov"), report("b", "Ivan Petrov"), report("c", "Oleg Petrov"))


def mention(one: Told) -> str:
    return mentions(one[2], one[1].id)[-1].id


def judged(verdict: str, left: str, right: str | None = None) -> Judgement:
    return Judgement(verdict=verdict, left=left, right=right, who="anna")


def entry(reports: list[Told], *judgements: Judgement) -> list[str]:
    clusters = resolve(reports, judgements)
    return [clusters.entries[mention(r)] for r in reports]


def test_other_keeps_apart_what_the_program_joins() -> None:
    assert len(set(entry([A, B]))) == 1
    assert len(set(entry([A, B], judged("other", mention(A), mention(B))))) == 2


def test_same_joins_what_the_program_keeps_apart() -> None:
    assert len(set(entry([A, C]))) == 2
    assert len(set(entry([A, C], judged("same", mention(A), mention(C))))) == 1


def test_a_judgement_may_name_entries() -> None:
    first, second = entry([A, C])
    assert len(set(entry([A, C], judged("same", first, second)))) == 1


def test_the_program_itself_overrides_nobody() -> None:
    own = Judgement(verdict="same", left=mention(A), right=mention(C))
    assert len(set(entry([A, C], own))) == 2


def test_the_later_word_counts_and_undoing_takes_it_back() -> None:
    other = judged("other", mention(A), mention(B))
    assert len(set(entry([A, B], other, judged("same", mention(B), mention(A))))) == 1
    assert len(set(entry([A, B], other, judged("undone", "1")))) == 1
    assert len(set(entry([A, B], other, judged("undone", "1"), judged("undone", "2")))) == 2


def test_it_outlives_a_reading_that_finds_more() -> None:
    judgement = judged("other", mention(A), mention(B))
    more = msgspec.structs.replace(
        A[2], offices=(Office(person="Aleksei Orlov", office="Minister", of="BY"), *A[2].offices)
    )
    assert len(set(entry([(A[0], A[1], more), B], judgement))) == 2


def test_a_judgement_about_what_is_gone_does_no_harm() -> None:
    assert len(set(entry([A, B], judged("same", "feedfeedfeedfeed", mention(A))))) == 1
