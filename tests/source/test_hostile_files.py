"""Files made to harm: each is one clear line, in bounded memory, and what comes after it is read."""

import bz2
import gzip
import io
import lzma
import struct
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from counted_work import calls
from harmful import LIMIT, MANY, MET, told, written, zeros
from made_files import record, tarred, warc, word, zipped

from communique.model.page import Page
from communique.source import pages
from communique.source.kinds import kind_of


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz"])
@pytest.mark.parametrize("inner", ["txt", "jsonl", "tar"])
def test_a_bomb_is_not_read_to_its_end(tmp_path: Path, kind: str, inner: str) -> None:
    (reason,) = told(written(tmp_path / f"a.{inner}.{kind}", zeros(kind)))
    assert (
        reason in ("is larger than 100,000 bytes, too much for one report", "is empty") or "times" in reason
    )


def test_lines_without_an_end_stop_at_the_bombs_sign(tmp_path: Path) -> None:
    (reason,) = told(written(tmp_path / "a.jsonl.gz", gzip.compress(b'{"text": "' + b"a" * MANY)))
    assert "is larger than 100,000 bytes" in reason
    path = written(tmp_path / "b.jsonl.gz", gzip.compress((b" " * 999 + b"\n") * 60_000))
    assert "unpacks to more than 200 times its size" in told(path)[0]


def test_many_small_members_of_one_bomb(tmp_path: Path) -> None:
    members = {f"{i}.txt": b" " * 90_000 for i in range(400)}
    reasons = told(written(tmp_path / "a.zip", zipped(members)))
    assert reasons[0] == "is empty (only white space)"
    assert "unpacks to more than 200 times its size" in reasons[-1]


def test_members_that_lie_about_their_size(tmp_path: Path) -> None:
    body = bytearray(zipped({"a.txt": b"a" * 3_000_000}))
    for sign, at in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        place = body.index(sign) + at
        body[place : place + 4] = struct.pack("<I", 10)
    (reason,) = told(written(tmp_path / "a.zip", bytes(body)))
    assert "is broken" in reason


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_cannot_be_bounded(tmp_path: Path, method: int) -> None:
    (reason,) = told(written(tmp_path / "a.zip", zipped({"a.txt": b" " * 5_000_000}, method)))
    assert reason == f"is packed in a way that is not read (method {method})"


def test_a_locked_member_and_a_sound_one(tmp_path: Path) -> None:
    body = bytearray(zipped({"a.txt": MET, "b.txt": MET}))
    for sign, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        body[body.index(sign) + at] |= 1
    assert told(written(tmp_path / "a.zip", bytes(body))) == ["is locked with a password"]


def test_a_member_without_a_name(tmp_path: Path) -> None:
    assert told(written(tmp_path / "a.zip", zipped({"q7": MET}).replace(b"q7", b"\0x"))) == [
        "holds no reports"
    ]


def test_a_directory_of_members_that_would_fill_the_memory(tmp_path: Path) -> None:
    body = bytearray(zipped({"a.txt": MET}))
    place = body.rindex(b"PK\5\6") + 12
    body[place : place + 4] = struct.pack("<I", 0xF0000000)
    assert told(written(tmp_path / "a.zip", bytes(body))) == [
        "is a zip archive with too many members: unpack it first"
    ]


def test_archives_inside_archives(tmp_path: Path) -> None:
    body = MET
    for _ in range(9):
        body = zipped({"a.zip": body})
    (reason,) = told(written(tmp_path / "a.zip", body))
    assert reason == "holds archives inside archives, more than 5 deep"
    quine = gzip.compress(b"x")
    for _ in range(9):
        quine = gzip.compress(quine)
    assert told(written(tmp_path / "b.gz", quine)) == [reason]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "..\\..\\x.txt", "a/../../b.txt", "C:\\x.txt"]
)
@pytest.mark.parametrize("make", [zipped, tarred])
def test_names_that_point_elsewhere_are_names_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, make: object
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    path = written(Path("in/a"), make({name: MET}))  # type: ignore[operator]
    before = sorted(tmp_path.rglob("*"))
    (page,) = pages([path])
    assert isinstance(page, Page)
    assert page.body == MET
    assert sorted(tmp_path.rglob("*")) == before


def test_links_and_devices_of_an_archive_are_not_followed(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"a{kind!r}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert told(written(tmp_path / "a.tar", out.getvalue())) == ["holds no reports"]


@pytest.mark.parametrize("kind", [tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME])
def test_a_name_that_would_fill_the_memory(tmp_path: Path, kind: bytes) -> None:
    info = tarfile.TarInfo("a.txt")
    info.type, info.size = kind, MANY
    body = gzip.compress(info.tobuf(tarfile.GNU_FORMAT) + bytes(20_000_000))
    (reason,) = told(written(tmp_path / "a.tar.gz", body))
    assert "a member's name takes 60,000,000 bytes" in reason


TAR = tarred({"a.txt": MET * 50, "b.txt": bytes(range(1, 256)).hex().encode() * 90})


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("a.tar", TAR[:12_000]),
        ("a.tgz", gzip.compress(TAR)[:-400]),
        ("a.zip", zipped({"a.txt": MET, "b.txt": MET})[:-30]),
        ("a.jsonl.gz", gzip.compress(b'{"text": "Minsk"}\n')[:-12]),
        ("a.jsonl.bz2", bz2.compress(b'{"text": "Minsk"}\n')[:-12]),
        ("a.jsonl.xz", lzma.compress(b'{"text": "Minsk"}\n')[:-12]),
        ("a.warc.gz", warc(record(b"<html><p>Minsk"))[:-40]),
        ("a.warc", record(b"<html><p>Minsk" * 9)[:-40]),
        ("a.warc", record(b"<html><p>Minsk" * 9)[:90]),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_what_is_cut_in_the_middle_is_said_to_be(tmp_path: Path, name: str, body: bytes) -> None:
    assert "cut off" in told(written(tmp_path / name, body))[-1]


def test_what_came_before_the_cut_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "a.warc.gz", warc(record(b"<html><p>Minsk"), record(b"<html><p>Astana"))[:-20])
    first, bad = pages([path])
    assert isinstance(first, Page)
    assert "cut off" in str(bad)


@pytest.mark.parametrize("kind", [gzip.compress, bz2.compress, lzma.compress])
def test_packed_data_that_are_none(tmp_path: Path, kind: object) -> None:
    body = bytearray(kind(MET * 2_000))  # type: ignore[operator]
    body[20:40] = b"\xff" * 20
    assert "is broken" in told(written(tmp_path / "a.jsonl.gz", bytes(body)))[-1]


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.csv", "a.pdf", "a.zip", "a.warc.gz", "a"])
@pytest.mark.parametrize("head", [b"", b"text", b"PK\3\4", b"%PDF-1.7"])
def test_ten_gigabytes(tmp_path: Path, name: str, head: bytes) -> None:
    path = written(tmp_path / name, head)
    with path.open("r+b") as file:
        file.truncate(10_000_000_000)
    assert told(path)


def test_an_endless_stream(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, into: memoryview) -> int:  # type: ignore[override]
            into[:] = b"a" * len(into)
            return len(into)

    class Input:
        buffer = Endless()

    monkeypatch.setattr(sys, "stdin", Input())
    (tmp_path / "good.txt").write_bytes(MET)
    bad, good = pages(["-", tmp_path / "good.txt"], LIMIT)
    assert str(bad) == "standard input: is larger than 100,000 bytes, too much for one report"
    assert isinstance(good, Page)


def test_a_row_without_an_end(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", b'id,text\nb,"' + b"a" * 900_000)
    (reason,) = told(path)
    assert "larger than 100,000 bytes" in reason


def test_mixed_encodings_are_not_guessed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", "Минск ".encode() + "Минск".encode("cp1251"))
    (reason,) = told(path)
    assert "convert it" in reason


def test_work_grows_with_length_only(tmp_path: Path) -> None:
    small = written(tmp_path / "s.warc.gz", warc(*[record(b"<html><p>Minsk")] * 50))
    large = written(tmp_path / "l.warc.gz", warc(*[record(b"<html><p>Minsk")] * 500))
    list(pages([small]))
    assert calls(lambda: list(pages([large]))) <= 13 * calls(lambda: list(pages([small])))


def test_a_document_that_is_a_bomb(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx", word("<w:p/>" * 5))
    assert told(path) == []


def tar_with(headers: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as made:
        info = tarfile.TarInfo("a.txt")
        info.size, info.pax_headers = len(MET), headers
        made.addfile(info, io.BytesIO(MET))
    return out.getvalue()


@pytest.mark.parametrize(
    "headers",
    [
        {"GNU.sparse.map": "a,b"},
        {"GNU.sparse.size": "zz"},
        {"GNU.sparse.map": "0,1", "GNU.sparse.size": "9" * 14},
    ],
)
def test_headers_of_a_tar_that_make_no_sense(tmp_path: Path, headers: dict[str, str]) -> None:
    (reason,) = told(written(tmp_path / "a.tar", tar_with(headers)))
    assert "broken" in reason or "holes" in reason


@pytest.mark.parametrize("size", [8**11 - 1, 2**60])
def test_a_member_longer_than_any_disk(tmp_path: Path, size: int) -> None:
    info = tarfile.TarInfo("a.txt")
    info.size = size
    body = info.tobuf(tarfile.GNU_FORMAT) + MET + bytes(900)
    assert "cut off" in told(written(tmp_path / "a.tar", body))[-1]  # it went on for ever


@pytest.mark.parametrize("make", [zipped, tarred])
def test_names_that_would_write_to_the_terminal(tmp_path: Path, make: object) -> None:
    path = written(tmp_path / "a", make({"a\n\x1b[2Jb.txt": b""}))  # type: ignore[operator]
    bad, *_ = pages([path])
    assert str(bad) == f"{path}:a\ufffd\ufffd[2Jb.txt: is empty"


def test_long_lines_of_a_table_are_not_read_to_their_end(tmp_path: Path) -> None:
    (reason,) = told(written(tmp_path / "a.csv", b"id,text\n1," + b"a" * 40_000_000))
    assert "larger than 100,000 bytes" in reason


def test_words_that_are_half_a_character_fail_alone(tmp_path: Path) -> None:
    (reason,) = told(written(tmp_path / "a.csv", b"title,text\ncaf\xe9,They met.\n"))
    assert "`title` holds half a character" in reason


def test_a_head_full_of_comments_is_told_apart_at_all() -> None:
    assert kind_of(b"<!---->" * 2_000 + b"x", ".txt")  # it took longer than anybody waits from thirty on
