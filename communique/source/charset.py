"""Which characters a file's bytes stand for; what cannot be told is refused, never guessed."""

import codecs
import re

from communique.source.opened import InputError

WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I)
PAGES = re.compile(r"cp\d+|iso8859-\d+|koi8-[ru]|mac-cyrillic|gb\w+|big5\w*|shift_jis\w*|euc_\w+")
"""Encodings that pages are written in; a page may not choose among all the codecs of the language."""

SAID = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
"""The encoding in a `Content-Type`."""

HEAD = 4096
"""Where a page of markup must declare its characters, with room to spare (HTML asks for 1,024 bytes)."""


def charset_of(body: bytes, markup: bool = False) -> str:
    """The name of the encoding of `body`; raises InputError with a line fit for a person.

    UTF-8 with or without a mark and UTF-16 with one are told apart by their bytes; `markup` may
    declare another.

    >>> charset_of("Минск".encode())
    'utf-8'
    """
    charset = WIDE.get(body[:2]) or ("utf-8-sig" if body.startswith(codecs.BOM_UTF8) else "utf-8")
    if charset != "utf-16" and b"\0" in body:
        raise InputError(f"is not text (a NUL byte at {body.index(0)})")
    declared = declared_in(body) if markup and charset == "utf-8" else None
    try:
        if "\0" in body.decode(charset):
            raise InputError("is not text (it holds NUL characters)")
    except UnicodeDecodeError as error:
        if declared and _decodes(body, declared):
            return declared
        raise InputError(_advice(charset, body, error)) from None
    return charset


def media_type_of(body: bytes, kind: str, said: str = "") -> str:
    """`text/html; charset=cp1251`; `said` is the encoding that the sender names.

    What is sound UTF-8 is that, whatever the sender says: hardly any other text is. Raises InputError for no text.
    """
    plain = not body.startswith(tuple(WIDE)) and b"\0" not in body
    charset = known_charset(said) if said and plain and not _decodes(body, "utf-8") else None
    if charset in (None, "utf-8") or not _decodes(body, charset or ""):
        charset = charset_of(body, markup=kind == "text/html")
    if not body.decode(charset or "").strip():
        raise InputError("is empty" if not body else "is empty (only white space)")
    return f"{kind}; charset={charset}"


def declared_in(body: bytes) -> str | None:
    """The encoding that a page's head names, if pages are written in it."""
    found = DECLARED.search(body[:HEAD])
    return known_charset(found[1].decode("ascii")) if found else None


def charset_said(content_type: str) -> str:
    """The encoding that a server names, "" where it names none.

    >>> charset_said("text/html; charset=windows-1251")
    'windows-1251'
    """
    found = SAID.search(content_type)
    return found[1] if found else ""


def known_charset(name: str) -> str | None:
    """Python's name of an encoding that pages are written in, or None.

    >>> known_charset("Windows-1251")
    'cp1251'
    """
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    if info.name == "utf-8":
        return info.name
    return info.name if PAGES.fullmatch(info.name) else None


def _decodes(body: bytes, charset: str) -> bool:
    try:
        body.decode(charset)
    except UnicodeError:
        return False
    return True


def _advice(charset: str, body: bytes, error: UnicodeDecodeError) -> str:
    if charset == "utf-16":
        return f"not UTF-16 although it begins so (at byte {error.start}): convert it to UTF-8"
    byte = f"byte 0x{body[error.start]:02X} at {error.start}"
    return f"not UTF-8 ({byte}): convert it, for example with `iconv -f WINDOWS-1252 -t UTF-8`"
