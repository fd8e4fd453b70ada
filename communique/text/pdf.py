"""PDF to characters: columns in order, paragraphs whole, running heads left out. Nothing in it is run."""

import re
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as raw

from communique.text.columns import blocks_of
from communique.text.declared import Declared
from communique.text.found import Found, Refused
from communique.text.heads import without_heads
from communique.text.paragraphs import paragraphs
from communique.text.shapes import Piece

PAGES, CHARACTERS = 2_000, 3_000_000
"""More is a library, not a report."""

GAP = 1.0
"""A gap of so many heights parts two pieces: columns lie further apart, words closer together."""

SPACE = re.compile(r"\s+")


def read_pdf(body: bytes) -> Found:
    """The text of a PDF, what it declares, and its running heads; raises Refused where there is none.

    A scanned PDF holds pictures only: nothing here can read them.
    """
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise Refused(_why(error)) from None
    try:
        if len(document) > PAGES:
            raise Refused(f"is a PDF of {len(document):,} pages, too much for one report")
        pages = list(_pages(document))
        declared = _declared(document.get_metadata_dict())
    finally:
        document.close()
    kept, dropped = without_heads([list(blocks_of(page)) for page in pages])
    words = paragraphs([block for page in kept for block in page])
    if not words:
        raise Refused("is a PDF without text, probably scanned: it must be recognised (OCR) first")
    return Found("\n".join(words), declared, tuple(("running head", line) for line in dropped))


def _pages(document: pypdfium2.PdfDocument) -> Iterator[list[Piece]]:
    count = 0
    for number in range(len(document)):
        try:
            page = document[number]
            text = page.get_textpage()
        except pypdfium2.PdfiumError:
            continue  # a broken page hides no sound one
        try:
            count += text.count_chars()
            if count > CHARACTERS:
                raise Refused(f"is a PDF of more than {CHARACTERS:,} characters, too much for one report")
            yield list(_pieces(text))
        finally:
            text.close()
            page.close()


def _pieces(text: pypdfium2.PdfTextPage) -> Iterator[Piece]:
    """Runs of characters that stand close together on one line, in the order in which the page has them."""
    run: list[str] = []
    box: tuple[float, float, float, float] | None = None
    for sign, (left, right, bottom, top) in _characters(text):
        if box and (sign in "\r\n" or not _goes_on(box, left, bottom, top)):
            yield from _piece(run, box)
            run, box = [], None
        if sign in "\r\n" or (box is None and sign.isspace()):
            continue
        run.append(sign)
        if sign.isspace():
            continue
        box = (left, right, bottom, top) if box is None else (box[0], right, *_taller(box, bottom, top))
    if box:
        yield from _piece(run, box)


def _characters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[str, tuple[float, float, float, float]]]:
    rect = raw.FS_RECTF()
    for i in range(text.count_chars()):
        raw.FPDFText_GetLooseCharBox(text, i, rect)
        sign = chr(raw.FPDFText_GetUnicode(text, i))
        if not "\ud800" <= sign <= "\udfff" and sign != "\0":
            yield sign, (rect.left, rect.right, rect.bottom, rect.top)


def _goes_on(box: tuple[float, float, float, float], left: float, bottom: float, top: float) -> bool:
    if bottom == top:  # a blank that PDFium put there: the next sign tells
        return True
    size = box[3] - box[2]
    shared = min(box[3], top) - max(box[2], bottom)
    return shared > 0.3 * min(size, top - bottom) and -2 * size < left - box[1] < GAP * size


def _taller(box: tuple[float, float, float, float], bottom: float, top: float) -> tuple[float, float]:
    return (bottom, top) if top - bottom > box[3] - box[2] else (box[2], box[3])


def _piece(run: list[str], box: tuple[float, float, float, float]) -> Iterator[Piece]:
    words = SPACE.sub(" ", "".join(run)).strip()
    if words:
        yield Piece(box[0], box[1], box[2], box[3], words)


def _declared(said: dict[str, str]) -> Declared:
    title, author = (" ".join(said.get(name, "").split()) or None for name in ("Title", "Author"))
    day = re.match(r"D:(\d{4})(\d\d)(\d\d)", said.get("ModDate") or said.get("CreationDate") or "")
    found = {"title": title, "author": author, "modified": "-".join(day.groups()) if day else None}
    return Declared.of(found, "PDF properties", loose=True)


def _why(error: Exception) -> str:
    words = str(error)
    if "assword" in words or "ecurity" in words:
        return "is a PDF locked with a password"
    return "is no sound PDF: it cannot be opened"
