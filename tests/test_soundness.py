"""`check` compares two catalogues of one moment, and needs to write neither record nor folder."""

import os
from pathlib import Path

import pytest
from msgspec.structs import replace
from overlapping_reports import overlapping

from communique import flow
from communique.ledger import Ledger
from communique.model.page import Page


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "kept" / "r.db"
    path.parent.mkdir()
    with Ledger.open(path) as ledger:
        store(ledger, 0, 6)
        flow.catch_up(ledger)
    return path


def store(ledger: Ledger, first: int, last: int) -> None:
    for _, text, reading in list(overlapping())[first:last]:
        page = Page(name=text.name, body=text.characters.encode(), media_type="text/plain; charset=utf-8")
        ledger.append(page, replace(text, page=page.sha256), reading)


def test_what_others_write_meanwhile_is_no_difference(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = flow.grow_whole

    def slowly(ledger: Ledger, *given: object) -> None:
        made(ledger, *given)  # type: ignore[arg-type]
        with Ledger.open(record) as other:
            store(other, 6, 9)
            flow.catch_up(other)

    monkeypatch.setattr(flow, "grow_whole", slowly)
    with Ledger.open(record) as ledger:
        assert flow.check(ledger) == []
        assert len(list(ledger.texts())) == 9
        monkeypatch.undo()
        assert flow.check(ledger) == []


def test_a_difference_is_still_found_while_others_write(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "_holds_all", lambda _: True)
    with Ledger.open(record) as ledger:
        with ledger.transaction() as db:
            db.exec_driver_sql("UPDATE cat_meeting SET city = 'Atlantis'")
        assert any("Atlantis" in line for line in flow.check(ledger))


ALTERED = (
    "DELETE FROM cat_person WHERE id = (SELECT max(id) FROM cat_person)",
    "INSERT INTO cat_former VALUES ('00ff', '00aa')",
    "UPDATE cat_block SET node = '00ff' WHERE node = (SELECT max(node) FROM cat_block)",
    "INSERT INTO cat_tie SELECT * FROM cat_tie LIMIT 1; DELETE FROM cat_tie WHERE rowid = (SELECT max(rowid) - 1 FROM cat_tie)",
    "INSERT INTO cat_stored_quote SELECT value, report, start + 1, stop + 1, \"cast\", line, sentence_start, sentence_stop, claims "
    "FROM cat_stored_quote LIMIT 1",
    "UPDATE cat_cited SET \"values\" = json_insert(\"values\", '$[#]', (SELECT max(number) FROM cat_stored_value)) "
    "WHERE report = (SELECT min(report) FROM cat_cited)",
    "UPDATE cat_cited SET \"values\" = json_remove(\"values\", '$[0]') WHERE report = (SELECT min(report) FROM cat_cited)",
    "INSERT INTO cat_words(rowid, words, text) VALUES (77777, 'atlantis', '')",
)  # fmt: skip


@pytest.mark.parametrize("altered", ALTERED)
def test_one_line_more_or_less_or_another_is_found(record: Path, altered: str) -> None:
    with Ledger.open(record) as ledger:
        assert flow.check(ledger) == []
        with ledger.transaction() as db:
            for statement in altered.split(";"):
                db.exec_driver_sql(statement)
        assert flow.check(ledger)


def test_the_stamp_kept_batch_by_batch_is_that_of_the_whole_ledger(record: Path) -> None:
    from communique import catalogue
    from communique.ledger import reached, totals

    with Ledger.open(record) as ledger:
        for first in range(6, 12, 2):
            store(ledger, first, first + 2)
            flow.catch_up(ledger)
            with ledger.connect() as db:
                assert catalogue.stamp(db) == ledger.digest() == totals(db).digest
                assert catalogue.noted(db, "reach") == reached(db)


def checked_by(user: int, record: Path) -> str:
    """What `check` finds, asked by another user of this machine."""
    asks, answers = os.pipe()
    if child := os.fork():
        os.close(answers)
        with os.fdopen(asks) as pipe:
            said = pipe.read()
        os.waitpid(child, 0)
        return said
    try:
        os.setuid(user)
        with Ledger.open(record, create=False) as ledger:
            said = f"{ledger.only_read} {flow.check(ledger)} {len(list(flow.exported(ledger))) > 6}"
    except BaseException as error:
        said = repr(error)
    os.write(answers, said.encode())
    os._exit(0)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can ask as another user")
def test_a_record_of_somebody_else_is_checked_where_nothing_may_be_written(record: Path) -> None:
    with Ledger.open(record) as ledger:
        flow.check(ledger)  # so that all is loaded that another user may not read
        list(flow.exported(ledger))
    for folder in record.parents:
        if "pytest-" in str(folder):  # those that pytest made for itself alone
            folder.chmod(0o755)
    record.chmod(0o444)
    assert checked_by(65_534, record) == "True [] True"
    assert [path.name for path in record.parent.iterdir()] == ["r.db"]


def test_nothing_of_what_was_compared_stays_open(record: Path) -> None:
    with Ledger.open(record) as ledger:
        flow.check(ledger)
        with ledger.connect() as db:
            assert [row[1] for row in db.exec_driver_sql("PRAGMA database_list")] == ["main"]
