"""The members of a document that is a zip archive (.docx, .odt), within bounds, and their XML, without traps."""

import io
import zipfile
import zlib
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from communique.text.found import Refused

LARGEST = 60_000_000
"""Bytes that the text of a document may unpack to."""

BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
NO_MEMORY = "unknown error"
"""What the XML parser says where it gets no memory."""

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def xml_of(body: bytes, member: str) -> Any:
    """The tree of one member, None where the document has no such member; raises Refused for a broken one.

    Entities are not expanded, nothing is fetched, and no tree is deeper than 256.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as document:
            if member not in document.namelist():
                return None
            if document.getinfo(member).compress_type not in METHODS:
                raise Refused("is no sound document: it is packed in an unknown way")
            with document.open(member) as file:
                source = file.read(LARGEST + 1)
    except BROKEN as error:
        raise Refused(_broken(error)) from None
    if len(source) > LARGEST:
        raise Refused(f"unpacks to more than {LARGEST:,} bytes of text: it is not read")
    return _tree(source)


def _tree(source: bytes) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(source, parser)
    except (etree.LxmlError, ValueError) as error:
        if str(error).startswith(NO_MEMORY):
            raise Refused("needs too much memory: it is not read") from None
        raise Refused(_broken(error)) from None


def _broken(error: Exception) -> str:
    """One line, though libraries tell in several what is wrong."""
    return f"is no sound document ({' '.join(str(error).split())[:100]})"
