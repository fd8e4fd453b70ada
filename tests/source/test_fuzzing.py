"""Files of every kind, broken in every way: pages or one line each, and never anything else."""

import bz2
import gzip
import io
import lzma

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import opendocument, pdf, record, tarred, warc, word, zipped

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.contents import pages_in
from communique.source.opened import opened
from communique.text import account_of

MET = b"The ministers met in Minsk on 28 November 2024 and signed a plan."
HTML = (
    b"<!DOCTYPE html><html><head><meta property='og:title' content='x'></head><body><p>%s</p></body></html>"
    % MET
)
MAIL = (
    b"From: a <a@b.c>\r\nDate: Thu, 28 Nov 2024 10:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; "
    b'boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nTWluc2s=\r\n--x--\r\n'
)
KINDS = {
    "a.pdf": pdf([[(50, 700, 12, "Minsk is a city"), (50, 680, 12, "of many people")]] * 2),
    "a.docx": word(
        "<w:p><w:r><w:t>Minsk</w:t></w:r></w:p><w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "<dc:title>x</dc:title>"
    ),
    "a.odt": opendocument("<text:p>Minsk<text:s/>x</text:p>"),
    "a.rtf": rb"{\rtf1\ansi\ansicpg1251 \'cc\u1052?\par{\*\x y}{\info{\title a}}b}",
    "a.eml": MAIL,
    "a.html": HTML,
    "a.zip": zipped({"a.txt": MET, "b/c.html": HTML}),
    "a.tar": tarred({"a.txt": MET, "b.html": HTML}),
    "a.tgz": tarred({"a.txt": MET}, "w:gz"),
    "a.warc.gz": warc(record(HTML), record(HTML)),
    "a.warc": record(HTML) + record(HTML),
    "a.jsonl": b'{"id": "a", "text": "Minsk"}\n' * 3,
    "a.csv": b'id,text\na,Minsk\nb,"x\ny"\n',
    "a.gz": gzip.compress(MET),
    "a.bz2": bz2.compress(MET),
    "a.xz": lzma.compress(MET),
    "a.txt": MET,
}
PIECES = st.one_of(
    st.binary(max_size=8),
    st.sampled_from(
        [
            b"\0",
            b"\xff\xff",
            b"\r\n\r\n",
            b"<",
            b'"',
            b"{",
            b"}",
            b"\\",
            b"99999999999",
            b"-1",
            b"=?x?B?\xff?=",
        ]
    ),
    st.sampled_from(sorted(KINDS.values())).map(lambda body: body[:60]),
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), PIECES), min_size=1, max_size=8)


@pytest.mark.parametrize("name", list(KINDS))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.differing_executors])
@given(edits=EDITS, cut=st.floats(0.2, 1))
def test_whatever_is_broken_is_a_page_or_a_line(
    name: str, edits: list[tuple[float, int, bytes]], cut: float
) -> None:
    body = bytearray(KINDS[name])
    for part, gone, piece in edits:
        place = int(part * len(body))
        body[place : place + gone] = piece
    file = io.BytesIO(bytes(body[: max(1, int(cut * len(body)))]))
    for found in pages_in(opened(name, name, file, 100_000)):
        try:
            if isinstance(found, Page):
                account_of(found)
        except BadInput as bad:
            found = bad
        assert "\n" not in str(found) or isinstance(found, Page)
