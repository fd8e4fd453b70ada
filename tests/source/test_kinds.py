"""Files by what they are, not by what they are called: one typed file a case."""

import bz2
import gzip
import io
import json
import lzma
import sys
from pathlib import Path

import pytest
from made_files import opendocument, pdf, record, tarred, warc, word, zipped

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source import count, pages, place_of

MET = b"The ministers met in Minsk on 28 November 2024."
HTML = b"<!DOCTYPE html><html><body><p>%s</p></body></html>" % MET
WORD = word("<w:p><w:r><w:t>Minsk</w:t></w:r></w:p>")
LETTER = b"From: Press <press@example.org>\r\nSubject: Ministers meet\r\nMIME-Version: 1.0\r\n\r\n" + MET
ROWS = b'{"id": "a", "text": "Minsk"}\n{"id": "b", "text": "Astana"}\n'
TABLE = b'id,published,text\r\na,2024-11-28,Minsk\r\nb,,"Astana,\r\nthe capital"\r\n'

KINDS = [
    (MET, "text/plain"),
    (b"# Ministers meet\n\n" + MET, "text/plain"),
    (HTML, "text/html"),
    (b"\n<!-- a remark -->\n<html><p>Minsk", "text/html"),
    (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html><p>Minsk', "text/html"),
    (HTML.decode().encode("utf-16"), "text/html"),
    (pdf([[(50, 700, 12, "Minsk")]]), "application/pdf"),
    (b"\n\n" + pdf([[(50, 700, 12, "Minsk")]]), "application/pdf"),
    (WORD, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (opendocument("<text:p>Minsk</text:p>"), "application/vnd.oasis.opendocument.text"),
    (b"{\\rtf1 Minsk}", "application/rtf"),
    (LETTER, "message/rfc822"),
    (b"From: the Ministry\nDate: 28 November\n\n" + MET, "text/plain"),
    (b"text,they said\n" + MET, "text/plain; charset=utf-8"),
]


@pytest.mark.parametrize("suffix", ["", ".dat", ".txt"])
@pytest.mark.parametrize(("body", "kind"), KINDS[:-1])
def test_what_a_file_is_does_not_depend_on_its_name(
    tmp_path: Path, suffix: str, body: bytes, kind: str
) -> None:
    (tmp_path / f"a.b{suffix}").write_bytes(body)
    (page,) = pages([tmp_path])
    assert isinstance(page, Page)
    assert page.media_type.partition(";")[0] == kind
    assert page.body == body


def test_a_suffix_tells_what_characters_could_be_either(tmp_path: Path) -> None:
    for name, kind in (("a.md", "text/markdown"), ("a.html", "text/html"), ("a.txt", "text/plain")):
        (tmp_path / name).write_bytes(b"# Minsk")
        (page,) = pages([tmp_path / name])
        assert isinstance(page, Page)
        assert page.media_type == f"{kind}; charset=utf-8"


MANY = [
    (ROWS, "f.jsonl", ["f.jsonl:1", "f.jsonl:2"]),
    (ROWS, "f", ["f:1", "f:2"]),
    (gzip.compress(ROWS, mtime=0), "f.jsonl.gz", ["f.jsonl.gz:1", "f.jsonl.gz:2"]),
    (gzip.compress(ROWS[:29], mtime=0) + gzip.compress(ROWS[29:], mtime=0) + b"\0" * 9, "f.gz", ["f.gz:1", "f.gz:2"]),
    (bz2.compress(ROWS), "f.jsonl.bz2", ["f.jsonl.bz2:1", "f.jsonl.bz2:2"]),
    (lzma.compress(ROWS), "f.jsonl.xz", ["f.jsonl.xz:1", "f.jsonl.xz:2"]),
    (TABLE, "f.csv", ["f.csv:2", "f.csv:3"]),
    (TABLE.replace(b",", b";"), "f.dat", ["f.dat:2", "f.dat:3"]),
    (gzip.compress(TABLE, mtime=0), "f.csv.gz", ["f.csv.gz:2", "f.csv.gz:3"]),
    (gzip.compress(MET, mtime=0), "f.txt.gz", ["f.txt.gz"]),
    (zipped({"a.txt": MET, "b/c.html": HTML}), "f.zip", ["f.zip:a.txt", "f.zip:b/c.html"]),
    (zipped({"a.txt": MET, "w.docx": WORD}), "f", ["f:a.txt", "f:w.docx"]),
    (zipped({"in/f.jsonl": ROWS}), "f.zip", ["f.zip:in/f.jsonl:1", "f.zip:in/f.jsonl:2"]),
    (zipped({"in.zip": zipped({"a.txt": MET})}), "f.zip", ["f.zip:in.zip:a.txt"]),
    (zipped({"a.txt": MET, ".x": MET, "__MACOSX/a.txt": MET, "p.png": b"\x89PNG"}), "f.zip", ["f.zip:a.txt"]),
    (tarred({"a.txt": MET, "b/c.html": HTML}), "f.tar", ["f.tar:a.txt", "f.tar:b/c.html"]),
    (tarred({"a.txt": MET, "in.zip": zipped({"b.md": MET})}, "w:gz"), "f.tgz", ["f.tgz:a.txt", "f.tgz:in.zip:b.md"]),
    (tarred({"a.txt": MET}, "w:bz2"), "f.tar.bz2", ["f.tar.bz2:a.txt"]),
    (tarred({"a.txt": MET}, "w:xz"), "f.tar.xz", ["f.tar.xz:a.txt"]),
    (warc(record(HTML), record(HTML, kind="request")), "f.warc.gz", ["f.warc.gz:2"]),
    (record(HTML) + record(HTML), "f.warc", ["f.warc:1", "f.warc:2"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "name", "places"), MANY, ids=lambda v: v if isinstance(v, str) else "")
def test_what_holds_several_gives_each_by_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: bytes, name: str, places: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(body)
    found = list(pages([name]))
    assert all(isinstance(page, Page) for page in found), found
    assert [place_of(page) for page in found if isinstance(page, Page)] == places
    if "." in name and not name.endswith(".dat"):
        assert count([name]) is None


@pytest.mark.parametrize("body", [MET, HTML, ROWS, zipped({"a.txt": MET}), warc(record(HTML)), TABLE])
def test_standard_input_is_an_input_like_others(monkeypatch: pytest.MonkeyPatch, body: bytes) -> None:
    class Pipe(io.RawIOBase):
        """Gives three bytes at a time, and cannot go back."""

        left = io.BytesIO(body)

        def readable(self) -> bool:
            return True

        def readinto(self, into: memoryview) -> int:  # type: ignore[override]
            piece = self.left.read(min(3, len(into)))
            into[: len(piece)] = piece
            return len(piece)

    class Input:
        buffer = Pipe()

    monkeypatch.setattr(sys, "stdin", Input())
    found = list(pages(["-"]))
    assert found
    assert all(isinstance(page, Page) and place_of(page).startswith("standard input") for page in found), (
        found
    )


def test_what_rows_and_records_say_of_their_reports(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(TABLE)
    (tmp_path / "b.warc.gz").write_bytes(warc(record(HTML, "https://example.org/news/1")))
    first, second, third = pages([tmp_path])
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert isinstance(third, Page)
    assert (first.name, first.published, second.body) == ("a", "2024-11-28", b"Astana,\r\nthe capital")
    assert (third.name, third.address, third.retrieved) == (
        "https://example.org/news/1",
        "https://example.org/news/1",
        "2024-11-28T10:00:00Z",
    )
    assert third.body == HTML


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML), HTML),
            "Content-Type: text/html\r\nTransfer-Encoding: chunked",
        ),
        (gzip.compress(HTML, mtime=0), "Content-Type: text/html\r\nContent-Encoding: gzip"),
        (HTML, "Content-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked"),
        (HTML, "Content-Type: TEXT/HTML; charset=no-such"),
    ],
)
def test_an_answer_of_the_web_without_what_its_transport_put_around_it(
    tmp_path: Path, body: bytes, head: str
) -> None:
    (tmp_path / "a.warc").write_bytes(record(body, head=head))
    (page,) = pages([tmp_path])
    assert isinstance(page, Page)
    assert page.body == HTML


def test_a_crawl_gives_its_pages_and_passes_over_the_rest(tmp_path: Path) -> None:
    answers = [
        record(b"\x89PNG", head="Content-Type: image/png"),
        record(b"", head="Content-Type: text/html"),
        record(HTML).replace(b"200 OK", b"404 No"),
        record("<p>Минск".encode("cp1251"), head="Content-Type: text/html; charset=windows-1251"),
        record(
            "<p>Минск".encode("cp1251"),
            head="X: 1\r\ncontent-TYPE: text/html;\r\n charset=windows-1251\r\nbroken",
        ),
        record(b"no http", head="x").replace(b"HTTP/1.1 200 OK", b"nothing 200 OK."),
    ]
    (tmp_path / "a.warc.gz").write_bytes(warc(*answers))
    found = list(pages([tmp_path]))
    assert [isinstance(page, Page) and page.media_type for page in found] == ["text/html; charset=cp1251"] * 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"\x28\xb5\x2f\xfd", "unzstd"),
        (b"\xd0\xcf\x11\xe0", "save it as .docx"),
        (b"\x89PNG\r\n", "is a picture"),
        (b"RIFF1234WEBP", "is a picture"),
        (b"SQLite format 3\0", "is a database"),
        (b'<?xml version="1.0"?><rss/>', "is XML"),
        (zipped({}), "holds no reports"),
        (zipped({"a.png": b"x"}), "holds no reports"),
        (b"", "is empty"),
        (gzip.compress(b"", mtime=0), "is empty"),
        (b"\x7fELF\0", "is not text (a NUL byte at 4)"),
    ],
)
def test_what_is_not_read_is_told_with_what_to_do(tmp_path: Path, body: bytes, reason: str) -> None:
    (tmp_path / "a").write_bytes(body)
    (bad,) = pages([tmp_path / "a"])
    assert isinstance(bad, BadInput)
    assert reason in bad.reason


def test_a_picture_beside_a_saved_page_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(HTML)
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "p.png").write_bytes(b"\x89PNG")
    (tmp_path / "a_files" / "s.css").write_bytes(b"p {}")
    assert len(list(pages([tmp_path]))) == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"id,title\na,b\n", "has no column `text` or `html`"),
        (b"id,text\na,\n", "has no text"),
        (b"id,text\na,b\0c\n", "NUL"),
        (b"id,text\na,caf\xe9\n", "half a character"),
    ],
)
def test_tables_that_are_none(tmp_path: Path, body: bytes, reason: str) -> None:
    (tmp_path / "a.csv").write_bytes(body)
    (bad,) = pages([tmp_path])
    assert reason in str(bad)


def test_a_parquet_file_needs_what_is_not_always_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and so on")
    (bad,) = pages([tmp_path])
    assert "pip install 'communique[parquet]'" in str(bad)


def test_parquet_gives_the_same_as_json_lines(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    rows = [json.loads(line) for line in ROWS.splitlines()]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "a.parquet")
    (tmp_path / "b.jsonl").write_bytes(ROWS)
    found = [(page.name, page.body) for page in pages([tmp_path]) if isinstance(page, Page)]
    assert found[:2] == found[2:]
    strange = (tmp_path / "a.parquet").read_bytes().replace(b"Minsk", b"M\xffnsk")
    (tmp_path / "a.parquet").write_bytes(strange)
    assert "is no sound Parquet file" in str([*pages([tmp_path / "a.parquet"])][-1])
    (tmp_path / "a.parquet").write_bytes(b"PAR1 and no more")
    assert "is no sound Parquet file" in str(next(pages([tmp_path / "a.parquet"])))


@pytest.mark.parametrize("rows", [1, 300])
def test_a_parquet_file_that_is_a_bomb(tmp_path: Path, rows: int) -> None:
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    words = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), ["a" * (30_000_000 // rows)])
    parquet.write_table(pa.table({"text": words}), tmp_path / "a.parquet", compression="zstd")
    assert "unpacks to more than 200 times its size" in str([*pages([tmp_path / "a.parquet"])][-1])


def test_an_address_that_is_not_of_the_web_is_told_to_be_one() -> None:
    (bad,) = pages(["ftp://example.org/a"])
    assert "only addresses with http" in str(bad)
