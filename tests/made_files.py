"""Files of every kind, made as the programs make them that people have, only smaller."""

import gzip
import io
import tarfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence

Put = tuple[float, float, float, str]
"""Where on the paper (from the lower left, in points), how large, which words."""


def pdf(pages: Sequence[Sequence[Put]], info: str = "", more: bytes = b"") -> bytes:
    """A PDF that draws each string where it is put, in the order given; `more` is a further object."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s >>" % more,
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    objects.append(b"<< %s >>" % info.encode("latin-1"))
    kids = []
    for page in pages:
        stream = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({words.translate(ESCAPES)}) Tj ET" for x, y, size, words in page
        ).encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % k for k in kids),
        len(kids),
    )
    return _assembled(objects)


def drawn(packed: bytes) -> bytes:
    """A PDF of one page that deflated bytes draw."""
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            b"<< >>",
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed),
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R >>",
        ]
    )


ESCAPES = str.maketrans({"(": "\\(", ")": "\\)", "\\": "\\\\"})


def _assembled(objects: Iterable[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1,
        start,
    )
    return bytes(out)


def zipped(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of `members`."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return out.getvalue()


def tarred(members: Mapping[str, bytes], mode: str = "w") -> bytes:
    """A tar archive of `members`; `w:gz`, `w:bz2`, `w:xz` pack it."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, body in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return out.getvalue()


def word(paragraphs: str, core: str = "", prolog: str = "") -> bytes:
    """A Word document with the paragraphs given as its markup: `<w:p><w:r><w:t>...`."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    members = {
        "[Content_Types].xml": b"<Types/>",
        "word/document.xml": f"{prolog}<w:document {space}><w:body>{paragraphs}</w:body></w:document>".encode(),
    }
    if core:
        names = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        members["docProps/core.xml"] = f"<cp:p xmlns:cp='x' {names}>{core}</cp:p>".encode()
    return zipped(members)


def opendocument(text: str) -> bytes:
    """An OpenDocument text with the markup given as its text: `<text:p>...`."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("text", "table", "office")
    )
    body = f"<office:document-content {names}><office:body><office:text>{text}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": body.encode()})


def record(
    body: bytes, address: str = "https://example.org/a", kind: str = "response", head: str = ""
) -> bytes:
    """One WARC record, not packed."""
    if kind == "response":
        body = (
            f"HTTP/1.1 200 OK\r\n{head or 'Content-Type: text/html; charset=utf-8'}\r\n\r\n".encode() + body
        )
    said = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-11-28T10:00:00Z\r\n"
    )
    return said.encode() + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)


def warc(*records: bytes) -> bytes:
    """A .warc.gz: each record packed by itself."""
    return b"".join(gzip.compress(one) for one in (record(b"software: x", kind="warcinfo"), *records))
