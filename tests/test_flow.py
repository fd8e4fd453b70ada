"""The order of the stages: bad inputs are data, a report that fails holds up no other."""

from pathlib import Path

import pytest

from communique import flow
from communique.ledger import Ledger
from communique.model.errors import BadInput
from communique.model.page import Page
from communique.model.reading import Reading, Report
from communique.model.said import Figure
from communique.model.span import Span
from communique.model.text import Text


def reader_of(name: str = "stand-in") -> flow.Reader:
    def read(text: Text) -> Reading:
        if "explode" in text.characters:
            raise RecursionError("too deep")
        evidence = {"": (Span(0, 99_999 if "misquote" in text.characters else 1),)}
        return Reading(
            report=Report(id=text.name), figures=(Figure(value=1, evidence=evidence),), reader=name
        )

    return flow.Reader(name, read)


def page(name: str, characters: str) -> Page:
    return Page(name=name, body=characters.encode())


GOOD = [page(str(n), f"Ministers met {n} times.") for n in range(5)]


@pytest.fixture
def ledger(tmp_path: Path):
    with Ledger.open(tmp_path / "r.db") as opened:
        yield opened


@pytest.mark.parametrize("batch", [1, 2, 32])
def test_each_bad_input_is_one_failed_line_and_the_rest_goes_on(ledger: Ledger, batch: int) -> None:
    bad = [
        BadInput("no.txt", "no such file or folder"),
        page("boom", "This will explode."),
        page("liar", "This will misquote."),
        page("blank", " "),
        Page(name="odd", body=b"\xff", media_type="text/plain; charset=utf-8"),
    ]
    seen: list[str] = []
    inputs = [each for pair in zip(GOOD, bad, strict=True) for each in pair]
    summary = flow.add(ledger, inputs, lambda o: seen.append(o.name), reader=reader_of(), batch=batch)
    assert (summary.read, summary.known) == (5, 0)
    reasons = dict(summary.failed)
    assert set(reasons) == {"no.txt", "boom", "liar", "blank", "odd"}
    assert reasons["boom"] == "could not be read (RecursionError: too deep)"
    assert "its reading is refused" in reasons["liar"]
    assert "no text" in reasons["blank"]
    assert sorted(seen) == sorted([*reasons, *"01234"])
    assert len(list(ledger.readings())) == 5
    assert ledger.verify() == []


def test_adding_again_changes_nothing(ledger: Ledger) -> None:
    flow.add(ledger, GOOD, reader=reader_of())
    before = ledger.digest()
    summary = flow.add(ledger, GOOD, reader=reader_of())
    assert (summary.read, summary.known, summary.failed) == (0, 5, ())
    assert ledger.digest() == before


def test_one_report_twice_in_a_batch_is_read_and_known(ledger: Ledger) -> None:
    summary = flow.add(ledger, [GOOD[0], page("again", "Ministers met 0 times.")], reader=reader_of())
    assert (summary.read, summary.known) == (1, 1)
    ((names, _, _),) = ledger.readings()
    assert names == ("0", "again")


def test_inputs_are_taken_one_by_one_and_those_read_are_kept_when_a_person_stops(ledger: Ledger) -> None:
    def endless():
        yield from GOOD
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        flow.add(ledger, endless(), reader=reader_of(), batch=2)
    assert len(list(ledger.readings())) == len(GOOD) == 5


def test_a_newer_reader_reads_what_is_stored(ledger: Ledger) -> None:
    flow.add(ledger, GOOD, reader=reader_of("old"))
    summary = flow.reread(ledger, reader=reader_of("new"))
    assert (summary.read, summary.failed) == (5, ())
    assert {reading.reader for _, _, reading in ledger.readings()} == {"new"}
    assert flow.reread(ledger, reader=reader_of("new")).known == 5
    assert ledger.verify() == []


def test_reading_without_keeping() -> None:
    first, second, third = flow.read_all(
        [GOOD[0], BadInput("x", "is empty"), page("b", "explode")], reader_of()
    )
    assert isinstance(first, tuple)
    assert first[1].report.id == "0"
    assert second == flow.Outcome("x", "failed", "is empty")
    assert isinstance(third, flow.Outcome)


def test_the_catalogue_is_made_when_stale_and_only_then(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    from communique import growing

    flow.add(ledger, GOOD, reader=reader_of())
    assert flow.rebuild(ledger).reports == 5
    taken: list[int] = []
    grow = growing.grow

    def counting(db: object, reports: list[object], *said: object) -> None:
        taken.append(len(reports))
        grow(db, reports, *said)  # type: ignore[arg-type]

    monkeypatch.setattr(growing, "grow", counting)
    flow.rebuild(ledger)
    assert not taken
    flow.add(ledger, [page("x", "One more report.")], reader=reader_of())
    assert flow.rebuild(ledger).reports == 6
    assert taken == [1], "one report more costs one report"
    flow.rebuild(ledger, anew=True)
    assert taken == [1, 6]


def test_a_batch_that_is_cut_off_leaves_the_old_catalogue_and_is_caught_up(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    from communique.catalogue import queries
    from communique.growing import batch

    flow.add(ledger, GOOD, reader=reader_of())
    flow.rebuild(ledger)
    flow.add(ledger, [page("x", "One more report.")], reader=reader_of())
    with monkeypatch.context() as cut:
        cut.setattr(batch, "doubt", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            flow.catch_up(ledger)
    with ledger.connect() as db:
        assert queries.counts(db).reports == 5
    assert flow.rebuild(ledger).reports == 6
    assert flow.check(ledger) == []
