"""What an input is, told from its first bytes; its suffix speaks only where characters could be either."""

import codecs
import json
import re

MAGIC = (
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\0", "xz"),
    (b"PK\3\4", "zip"),
    (b"PK\5\6", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"{\\rtf", "application/rtf"),
)
REFUSED = (
    (b"\x28\xb5\x2f\xfd", "is packed with Zstandard: unpack it first, with `unzstd`"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive: make it a .zip or .tar.gz"),
    (b"Rar!", "is a RAR archive: make it a .zip or .tar.gz"),
    (b"\xd0\xcf\x11\xe0", "is an old Word file (.doc) or its like: save it as .docx"),
    (b"\x89PNG", "is a picture, not a text"),
    (b"\xff\xd8\xff", "is a picture, not a text"),
    (b"GIF8", "is a picture, not a text"),
    (b"II*\0", "is a picture, not a text"),
    (b"MM\0*", "is a picture, not a text"),
    (b"SQLite format 3\0", "is a database, not a report"),
)
"""Files that people have and that are not read, with what to do."""

PDF = re.compile(rb"\A.{0,1023}?%PDF-\d", re.S)
WORD, OPEN_DOCUMENT = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
)
DOCUMENTS = {"word/document.xml": WORD, "content.xml": OPEN_DOCUMENT}
"""A member that makes a zip archive a document."""

PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).){0,2000}-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
FRAGMENT = re.compile(
    r"\s*<(?:article|div|main|meta|p|section|title|h1|script|style|base|br|span|table)\b[^>]*>", re.I
)
XML = re.compile(r"\s*<\?xml\b", re.I)
HEADER = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[ \t].*\r?\n(?:[ \t].*\r?\n)*){2,}")
LETTER = re.compile(r"^(?:MIME-Version|Message-ID|Received|Return-Path|Content-Type):", re.I | re.M)
"""Only programs write these: a press release may well begin `From:` and `Date:` itself."""

SUFFIXES = {
    ".md": "text/markdown", ".markdown": "text/markdown", ".html": "text/html", ".htm": "text/html",
    ".xhtml": "text/html", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv",
    ".eml": "message/rfc822", ".mht": "message/rfc822", ".mhtml": "message/rfc822",
}  # fmt: skip
COLUMNS = frozenset({"text", "html"})
"""A table of reports has one of these columns."""


def kind_of(head: bytes, suffix: str) -> str:
    """A media type for one page, or the name of what holds several: `zip`, `tar`, `jsonl` ...

    >>> kind_of(b"%PDF-1.7", ".txt")
    'application/pdf'
    """
    found = next((kind for sign, kind in MAGIC if head.startswith(sign)), None)
    if found:
        return found
    if head[257:262] == b"ustar":
        return "tar"
    if PDF.match(head):
        return "application/pdf"
    return _of_characters(_decoded(head), suffix)


def refusal_of(head: bytes) -> str | None:
    """Why an input of this kind is not read at all, or None."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "is a picture, not a text"
    return next((reason for sign, reason in REFUSED if head.startswith(sign)), None)


def delimiter_of(line: str) -> str | None:
    """What parts the columns of a table of reports, told from its first line; None for no such table."""
    for delimiter in ",;\t":
        cells = [cell.strip().strip('"').casefold() for cell in line.split(delimiter)]
        if len(cells) > 1 and COLUMNS.intersection(cells):
            return delimiter
    return None


def _of_characters(words: str, suffix: str) -> str:
    by_suffix = SUFFIXES.get(suffix.lower(), "text/plain")
    if PAGE.match(words):
        return "text/html"
    if by_suffix == "text/plain" and suffix.lower() != ".txt" and FRAGMENT.match(words):
        return "text/html"
    if XML.match(words) and by_suffix == "text/plain":
        return "xml"
    letter = HEADER.match(words)
    if letter and LETTER.search(letter[0]):
        return "message/rfc822"
    first = words.lstrip().partition("\n")[0]
    if by_suffix == "text/plain" and delimiter_of(first):
        return "csv"
    return "jsonl" if by_suffix == "text/plain" and _is_row(first) else by_suffix


def _is_row(line: str) -> bool:
    """Whether a line is a row of JSON lines, or the beginning of a long one."""
    if not re.match(r'\{\s*"[^"\\]{1,40}"\s*:', line):
        return False
    try:
        json.loads(line)
    except RecursionError:
        return False
    except ValueError:
        return len(line) > 3000  # the head ends before the line does
    return True


def _decoded(head: bytes) -> str:
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return head.decode("utf-16", "replace")
    return head.removeprefix(codecs.BOM_UTF8).decode("latin-1")
