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


def problems(path: Path, *deeds: str) -> str:
    """What the ledger says after someone took off the guards and did `deeds`."""
    raw = sqlite3.connect(path)
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
        (
            "UPDATE quote SET words = 'Xinisters' WHERE words = 'Ministers'",
            "'Xinisters' does not stand at 0, 9",
        ),
        ("UPDATE quote SET start = 1, stop = 10 WHERE words = 'Ministers'", "does not stand at 1, 10"),
        ("DELETE FROM quote WHERE field = 'value'", "the quote for figures/0.value at 0, 9 is missing"),
        (
            "INSERT INTO quote SELECT reading_id, mention, 'unit', start, stop, words FROM quote",
            "belongs to no claim",
        ),
        ("UPDATE text SET characters = replace(characters, 'Minsk', 'Lesko')", "is not what its id says"),
        ("UPDATE text SET characters = 'Min' WHERE characters LIKE 'Min%'", "is not what its id says"),
        ("UPDATE reading SET body = replace(body, '\"value\":1', '\"value\":2')", "was altered"),
        ("UPDATE reading SET body = '{'", "reading 1"),
        ('UPDATE arrival SET meta = replace(meta, \'"name":"a"\', \'"name":"z"\')', "was altered"),
        ("UPDATE arrival SET name = 'z'", "was altered"),
        ("UPDATE page SET body = x'00'", "cannot be unpacked"),
        (f"UPDATE page SET body = x'{zlib.compress(b'other').hex()}'", "holds other bytes"),
        ("DELETE FROM page", "points at page"),
        ("DELETE FROM text", "points at text"),
        ("DELETE FROM arrival", "never arrived"),
        ("DELETE FROM reading", "points at reading"),
        ("UPDATE judgement SET verdict = 'other'", "judgement 1 was altered"),
    ],
)
def test_it_is_found(record: Path, deed: str, said: str) -> None:
    assert said in problems(record, deed)


def test_a_missing_guard_is_found(record: Path) -> None:
    with sqlite3.connect(record) as raw:
        raw.execute("DROP TRIGGER quote_no_delete")
    raw.close()
    with Ledger.open(record) as ledger:
        assert ledger.verify() == ["table quote can be changed: its guard against delete is gone"]


@pytest.mark.parametrize("first", [0, 100, 4096, 8192, 20_000])
def test_damaged_bytes_are_found_and_never_a_crash(record: Path, first: int) -> None:
    body = bytearray(record.read_bytes())
    for at in range(first, len(body), 97):
        body[at] ^= 0xFF
    record.write_bytes(bytes(body))
    with suppress(BrokenRecord), Ledger.open(record) as ledger:
        assert ledger.verify()
