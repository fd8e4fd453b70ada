"""Rich text (.rtf) to characters: control words are obeyed where they mean characters, else passed over."""

import codecs
import re
from typing import NamedTuple

from communique.text.declared import Declared
from communique.text.found import Found, Refused

TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.I | re.S
)
UNREAD = frozenset(
    b"fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf "
    b"footnote annotation listtable listoverridetable revtbl rsidtbl generator themedata datastore latentstyles "
    b"fldinst xmlnstbl mmathPr filetbl bkmkstart bkmkend shpinst nonshppict".split()
)
"""Groups whose words are no part of the text."""

SIGNS = {
    b"par": "\n", b"line": "\n", b"sect": "\n", b"page": "\n", b"row": "\n", b"tab": "\t", b"cell": "  ",
    b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“", b"rdblquote": "”",
    b"bullet": "•", b"emspace": " ", b"enspace": " ",
}  # fmt: skip
SYMBOLS = {b"~": "\u00a0", b"_": "-", b"\\": "\\", b"{": "{", b"}": "}", b"\n": "\n", b"\r": "\n"}
PROPERTY = re.compile(rb"\{\\(title|author)\b ?([^\\{}]{1,400})\}")
DEEP = 1_000
"""Groups inside groups; word processors write a dozen."""


class Group(NamedTuple):
    """What holds inside braces: whether its words count, and how many characters stand in for one of Unicode."""

    counts: bool = True
    instead: int = 1


def read_rtf(body: bytes) -> Found:
    """The text of an RTF file and its properties; raises Refused where braces do not match."""
    charset = _charset(body)
    said = {
        name.decode(): words.decode(charset, "replace").strip()
        for name, words in PROPERTY.findall(body[:20_000])
    }
    characters = "".join(_signs(body, charset))
    lines = (line.strip() for line in characters.splitlines())
    return Found("\n".join(filter(None, lines)), Declared.of(said, "document property", loose=True))


def _charset(body: bytes) -> str:
    found = re.search(rb"\\ansicpg(\d{3,5})", body[:1000])
    name = f"cp{found[1].decode()}" if found else "cp1252"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _signs(body: bytes, charset: str) -> list[str]:
    out: list[str] = []
    groups = [Group()]
    skip = 0  # characters left of those that stand in for one of Unicode
    for token in TOKEN.finditer(body):
        word, number, code, symbol, brace, plain = token.groups()
        here = groups[-1]
        if brace == b"{":
            if len(groups) > DEEP:
                raise Refused(f"is no sound RTF file: more than {DEEP:,} groups inside groups")
            groups.append(here)
        elif brace == b"}":
            if len(groups) == 1:
                raise Refused("is no sound RTF file: a group is closed that was not opened")
            groups.pop()
        elif word == b"uc":
            groups[-1] = here._replace(instead=min(int(number or 1), 8))
        elif word in UNREAD or symbol == b"*":
            groups[-1] = here._replace(counts=False)
        elif here.counts and word == b"u" and number:
            out.append(chr(int(number) % 0x10000))
            skip = here.instead
        elif here.counts:
            piece = _piece(word, code, symbol, plain, charset)
            if skip and (code or plain):
                piece, skip = piece[min(skip, len(piece)) :], max(0, skip - len(piece))
            out.append(piece)
    return _whole(out)


def _piece(word: bytes, code: bytes, symbol: bytes, plain: bytes, charset: str) -> str:
    if word:
        return SIGNS.get(word, "")
    if code:
        return bytes.fromhex(code.decode()).decode(charset, "replace")
    return SYMBOLS.get(symbol, "") if symbol else (plain or b"").decode(charset, "replace")


def _whole(signs: list[str]) -> list[str]:
    """Characters beyond the first plane are written as two halves."""
    words = "".join(signs)
    return [words.encode("utf-16", "surrogatepass").decode("utf-16", "replace")]
