"""Whatever is altered behind the ledger's back is found."""

import sqlite3
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from samples import entry

from communique.ledger import Ledger
from communique.model.errors import BrokenRecord
from communique.model.judgement import Judgement


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "r.db"
    with Ledger.open(path) as ledger:
        ledger.append(*entry("a", "Ministers met in Minsk."))
        ledger.append(*entry("b", "Presidents met in Astana."))
        ledger.judge(Judgement(verdict="same", left="a", right="b"))
        assert ledger.verify() == []
    return path


def changed(body: bytes) -> bytes:
    """A packed reading in which another value stands."""
    said = zlib.decompress(body)
    assert b'"value":1' in said
    return zlib.compress(said.replace(b'"value":1', b'"value":2'))


def problems(path: Path, *deeds: str) -> str:
    """What the ledger says after someone took off the guards and did `deeds`."""
    raw = sqlite3.connect(path)
    raw.create_function("changed", 1, changed)
    triggers = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        raw.execute(f"DROP TRIGGER {name}")
    for deed in deeds:
        raw.execute(deed)
    for _, made in triggers:
        raw.execute(made)
    raw.commit()
    raw.close()
    with Ledger.open(path) as ledger:
        return "\n".join(ledger.verify())


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("UPDATE text SET characters = replace(characters, 'Minsk', 'Lesko')", "is not what its id says"),
        ("UPDATE text SET characters = 'Min' WHERE characters LIKE 'Min%'", "is not what its id says"),
        ("UPDATE reading SET body = changed(body)", "was altered"),
        ("UPDATE reading SET body = x'00'", "cannot be unpacked"),
        ("UPDATE reading SET body = '{'", "reading 1"),
        ('UPDATE arrival SET meta = replace(meta, \'"name":"a"\', \'"name":"z"\')', "was altered"),
        ("UPDATE arrival SET name = 'z'", "was altered"),
        ("UPDATE page SET body = x'00'", "cannot be unpacked"),
        (f"UPDATE page SET body = x'{zlib.compress(b'other').hex()}'", "holds other bytes"),
        ("DELETE FROM page", "points at page"),
        ("DELETE FROM text", "points at text"),
        ("DELETE FROM arrival", "never arrived"),
        ("DELETE FROM reading", "is gone"),
        ("UPDATE judgement SET verdict = 'other'", "judgement 1 was altered"),
    ],
)
def test_it_is_found(record: Path, deed: str, said: str) -> None:
    assert said in problems(record, deed)


def test_a_missing_guard_is_found(record: Path) -> None:
    with sqlite3.connect(record) as raw:
        raw.execute("DROP TRIGGER reading_no_delete")
    raw.close()
    with Ledger.open(record) as ledger:
        assert ledger.verify() == ["table reading can be changed: its guard against delete is gone"]


@pytest.mark.parametrize("first", [0, 100, 4096, 8192, 20_000])
def test_damaged_bytes_are_found_and_never_a_crash(record: Path, first: int) -> None:
    body = bytearray(record.read_bytes())
    for at in range(first, len(body), 97):
        body[at] ^= 0xFF
    record.write_bytes(bytes(body))
    with suppress(BrokenRecord), Ledger.open(record) as ledger:
        assert ledger.verify()


def test_a_record_of_an_earlier_version_is_read_and_grows(record: Path) -> None:
    """There readings stand unpacked, and the words of every quote beside them."""
    with sqlite3.connect(record) as raw:
        raw.create_function("unpacked", 1, lambda body: zlib.decompress(body).decode())
        (guard,) = raw.execute("SELECT sql FROM sqlite_master WHERE name = 'reading_no_update'").fetchone()
        raw.execute("DROP TRIGGER reading_no_update")
        raw.execute("UPDATE reading SET body = unpacked(body)")
        raw.execute(guard)
        raw.execute("CREATE TABLE quote (reading_id, mention, field, start, stop, words)")
    raw.close()
    with Ledger.open(record) as ledger:
        before = [reading for _, _, reading in ledger.readings()]
        assert len(before) == 2
        ledger.append(*entry("c", "Chairs met in Tallinn."))
        assert ledger.verify() == []
        assert len(list(ledger.readings())) == 3
