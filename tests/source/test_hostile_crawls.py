"""Crawls cut off, mislabelled and packed to harm: each record is one clear line, and the next one is read."""

import gzip
from pathlib import Path

import pytest
from harmful import LIMIT, MET, told, written, zeros
from made_files import record, warc

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source import pages


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"WARC/1.0\r\nA: b\r\n\r\nx", "does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: -5\r\n\r\nx", "does not say how long it is"),
        (b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx", "cut off"),
        (b"WARC/1.0\r\nContent-Length: 0\r\n\r\nHELLO\r\n", "does not begin with `WARC/`"),
        (b"WARC/1.0\r\n" + b"A" * 50_000, "has no end"),
        (b"WARC/1.0\r\n" + b"A: b\r\n" * 90_000, "have no end"),
    ],
)
def test_records_with_wrong_lengths(tmp_path: Path, body: bytes, reason: str) -> None:
    assert reason in told(written(tmp_path / "a.warc", body))[-1]


def test_a_record_too_large_hides_not_the_next(tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.warc.gz", warc(record(b"<html>" + b"a" * 900_000), record(b"<html><p>Minsk"))
    )
    bad, page = pages([path], LIMIT)
    assert "is larger than 100,000 bytes" in str(bad)
    assert isinstance(page, Page)


def test_packed_pages_in_a_crawl_that_are_cut_off(tmp_path: Path) -> None:
    head = "Content-Type: text/html\r\nContent-Encoding: gzip"
    whole = gzip.compress(b"<html>" + b"".join(b"<p>Minsk, %d</p>" % (n * 7919) for n in range(900)))
    path = written(tmp_path / "a.warc", record(whole[:-900], head=head) + record(whole, head=head))
    bad, page = pages([path], LIMIT)
    assert "cut off" in str(bad)
    assert isinstance(page, Page)


CHUNKED = "Content-Type: text/html\r\nTransfer-Encoding: chunked"


@pytest.mark.parametrize(
    ("body", "head", "said", "reason"),
    [
        (
            b"<p>Minsk",
            "Content-Type: text/html",
            b"WARC-Truncated: length",
            "the crawl kept a part of it (length)",
        ),
        (b"<p>Minsk", "Content-Type: text/html", b"WARC-Segment-Number: 1", "spread over several records"),
        (b"<p>Minsk", "Content-Type: text/html\r\nContent-Length: 9", b"", "is cut off: less of it came"),
        (b"8\r\n<p>Minsk\r\n", CHUNKED, b"", "is cut off: less of it came"),
        (b"8\r\n<p>Minsk\r\n9\r\n<p>Ast", CHUNKED, b"", "is cut off: less of it came"),
        (b"ff;a=b\r\n<p>Minsk", CHUNKED, b"", "is cut off: less of it came"),
        (b"8\r\n<p>Minsk and more\r\n0\r\n\r\n", CHUNKED, b"", "the pieces that it came in do not fit"),
        (
            gzip.compress(MET, mtime=0)[:-4],
            "Content-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 60",
            b"",
            "is cut off",
        ),
    ],
)
def test_half_a_page_of_a_crawl_is_none(
    tmp_path: Path, body: bytes, head: str, said: bytes, reason: str
) -> None:
    half = (
        record(body, head=head).replace(b"WARC-Date", said + b"\r\nWARC-Date", 1)
        if said
        else record(body, head=head)
    )
    bad, page = pages([written(tmp_path / "a.warc", half + record(b"<html><p>Astana"))])
    assert isinstance(bad, BadInput)
    assert reason in bad.reason
    assert bad.name.endswith("a.warc:1")
    assert isinstance(page, Page)


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (b"<p>Minsk", "Content-Type: text/html\r\nContent-Length: 8"),
        (b"<p>Minsk", "Content-Type: text/html\r\nContent-Length: 3"),
        (b"<p>Minsk", "Content-Type: text/html\r\nContent-Length: a lot"),
        (b"<p>Minsk", "Content-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 28"),
        (b"3\r\n<p>\r\n5 ;x\r\nMinsk\r\n0\r\n\r\n", CHUNKED + "\r\nContent-Length: 99"),
        (b"<p>Minsk", CHUNKED),
    ],
)
def test_a_whole_page_of_a_crawl_is_one_whatever_its_crawler_left_standing(
    tmp_path: Path, body: bytes, head: str
) -> None:
    (page,) = pages([written(tmp_path / "a.warc", record(body, head=head))])
    assert isinstance(page, Page)
    assert page.body == b"<p>Minsk"


def test_packed_pages_in_a_crawl_may_be_bombs_too(tmp_path: Path) -> None:
    packed = record(zeros("gz"), head="Content-Type: text/html\r\nContent-Encoding: gzip")
    (reason,) = told(written(tmp_path / "a.warc", packed))
    assert "is larger than 100,000 bytes" in reason
