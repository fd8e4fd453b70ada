"""What a page shows of an entry is what the record has of it, with fewer quotes."""

import pytest
from sqlalchemy import Connection, select

from communique.catalogue import queries
from communique.catalogue.seen import MARKS, Seen, seen
from communique.catalogue.tables import ENTRY
from communique.model.record import Entry, Field


def _ids(db: Connection) -> list[str]:
    return list(db.execute(select(ENTRY.c.id).order_by(ENTRY.c.id)).scalars())


def _bare(fields: tuple[Field, ...]) -> list[object]:
    return [(f.name, [(v.value, v.verdict, v.rule, v.target) for v in f.values]) for f in fields]


def test_every_entry_has_the_values_and_parts_of_the_whole_one(db: Connection) -> None:
    ids = _ids(db)
    assert len(ids) > 80
    for one in seen(db, ids):
        whole = queries.whole(db, one.entry.id)
        assert (one.entry.kind, one.entry.label, one.entry.reports) == (
            whole.kind,
            whole.label,
            whole.reports,
        )
        assert _bare(one.entry.fields) == _bare(whole.fields)
        told, wanted = (
            [(p.list, p.key, p.label, p.target, _bare(p.fields)) for p in e.parts] for e in (one.entry, whole)
        )
        assert told == wanted


def test_the_quotes_are_the_earliest_of_each_report_and_the_number_is_that_of_all(db: Connection) -> None:
    checked = 0
    for one in seen(db, _ids(db)):
        rows = queries.evidence(db, one.entry.id)
        for (field, value, verdict), behind in one.behind.items():
            said = [r for r in rows if (r.field, r.value, r.verdict) == (field, value, verdict)]
            days = {r.report: (r.published is None, r.published or "", r.report) for r in said}
            assert behind.reports == len(days)
            assert [q.report for q in behind.quotes] == sorted(days, key=lambda id: days[id])[:MARKS]
            for q in behind.quotes:
                first = min((r for r in said if r.report == q.report), key=lambda r: r.start)
                assert (q.start, q.words, q.before + q.words + q.after) == (
                    first.start,
                    first.words,
                    first.sentence,
                )
                checked += 1
    assert checked > 200


def test_of_a_long_list_only_the_chosen_parts_are_read(db: Connection) -> None:
    whole: Entry = max(
        (queries.whole(db, row.id) for row in queries.people(db)), key=lambda e: len(e.part("meetings"))
    )
    keys = [p.key for p in whole.part("meetings")]
    assert len(keys) > 1
    (some,), (none,) = (seen(db, [whole.id], {"meetings": chosen}) for chosen in (keys[:1], ()))
    assert [p.key for p in some.entry.part("meetings")] == keys[:1]
    assert not none.entry.part("meetings")
    assert _of(none, "meetings.") == set()
    assert _of(some, "meetings.") == _of(seen(db, [whole.id])[0], f"meetings.{keys[0]}.")
    assert none.entry.part("offices") == some.entry.part("offices")


def _of(one: Seen, beginning: str) -> set[str]:
    return {field for field, _, _ in one.behind if field.startswith(beginning)}


def test_of_what_very_many_reports_say_the_earliest_of_some_are_shown(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = _ids(db)
    every = {(one.entry.id, at): behind for one in seen(db, ids) for at, behind in one.behind.items()}
    monkeypatch.setattr("communique.catalogue.seen._LOOKED_AT", 1)
    few = {(one.entry.id, at): behind for one in seen(db, ids) for at, behind in one.behind.items()}
    assert {at: behind.reports for at, behind in few.items()} == {
        at: behind.reports for at, behind in every.items()
    }
    many = [at for at, behind in every.items() if behind.reports > 2]
    assert many
    for at in many:
        shown = [q.report for q in few[at].quotes]
        assert 1 <= len(shown) <= 2
        assert set(few[at].quotes) <= set(every[at].quotes) or every[at].reports > MARKS


def test_of_very_many_reports_those_are_named_whose_words_are_shown(
    db: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = _ids(db)
    monkeypatch.setattr("communique.catalogue.seen._NAMED", 1)
    for all_, some in zip(ids, seen(db, ids), strict=True):
        whole = queries.whole(db, all_)
        assert len(some.entry.reports) + some.unnamed == len(whole.reports)
        assert set(some.entry.reports) <= set(whole.reports)
        shown = {q.report for behind in some.behind.values() for q in behind.quotes}
        assert shown <= set(some.entry.reports) or len(whole.reports) == 1
