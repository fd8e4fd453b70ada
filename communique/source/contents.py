"""An open input to its pages: what it is decides who takes it apart, down to archives inside archives."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.archives import document_of, tar_members, zip_members
from communique.source.charset import media_type_of
from communique.source.kinds import kind_of, refusal_of
from communique.source.lines import pages_of_lines
from communique.source.opened import InputError, Opened, opened, seekable
from communique.source.placed import Placed
from communique.source.tables import pages_of_csv, pages_of_parquet
from communique.source.unpacked import Unpacked
from communique.source.warc import pages_of_warc

DEPTH = 5
"""Wrappings around a page: a .tar.gz in a .zip has three."""

PACKED = frozenset({"gzip", "bzip2", "xz"})
ROWS: dict[str, Callable[[Opened], Iterator[Page | BadInput]]] = {
    "jsonl": pages_of_lines,
    "csv": pages_of_csv,
    "parquet": pages_of_parquet,
    "warc": pages_of_warc,
}
MEMBERS: dict[str, Callable[[Opened], Iterator[Opened | BadInput]]] = {"zip": zip_members, "tar": tar_members}
PACKED_SUFFIXES = frozenset({".gz", ".bz2", ".xz", ".gzip"})
BESIDE = frozenset(
    {".json", ".yml", ".yaml", ".css", ".js", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico"}
    | {
        ".woff",
        ".woff2",
        ".ttf",
        ".db",
        ".db-wal",
        ".db-shm",
        ".db-users",
        ".db-judged",
        ".db-visits",
        ".db-visits-lock",
    }
)
"""What people keep beside their reports (annotations, records, the pictures of a saved page): no report, and
no mistake either."""


def pages_in(of: Opened) -> Iterator[Page | BadInput]:
    """The pages of one input, lazily; whatever is wrong with it comes out as its BadInput."""
    try:
        yield from _pages(of)
    except InputError as error:
        yield BadInput(of.place, str(error))
    except OSError as error:
        yield BadInput(of.place, f"cannot be read ({error.strerror or error})")


def is_beside(name: str) -> bool:
    """Whether a file of a folder or archive is passed over in silence."""
    return name.startswith(".") or PurePosixPath(name).suffix.lower() in BESIDE


def _pages(of: Opened) -> Iterator[Page | BadInput]:
    head = of.head()
    if refused := refusal_of(head):
        raise InputError(refused)
    kind = kind_of(head, PurePosixPath(of.name).suffix)
    if kind in PACKED or kind in MEMBERS:
        if of.depth >= DEPTH:
            raise InputError(f"holds archives inside archives, more than {DEPTH} deep")
        yield from _wrapped(of, kind)
    elif kind in ROWS:
        yield from ROWS[kind](of)
    elif kind == "xml":
        raise InputError("is XML, not a page: convert it to HTML or plain text")
    else:
        yield _page(of, kind)


def _wrapped(of: Opened, kind: str) -> Iterator[Page | BadInput]:
    if kind in PACKED:
        stem = PurePosixPath(of.name)
        name = stem.stem if stem.suffix.lower() in PACKED_SUFFIXES else of.name
        yield from _pages(_inside(of, name, Unpacked(of.file, kind)))
        return
    if kind == "zip":
        of = seekable(of)
        if document := document_of(of):
            yield _page(of, document)
            return
    empty = True
    for member in MEMBERS[kind](of):
        if isinstance(member, BadInput):
            yield member
        elif is_hidden(member):
            continue
        else:
            yield from pages_in(member._replace(gated=of.gated))
        empty = False
    if empty:
        raise InputError("holds no reports")


def _inside(of: Opened, name: str, file: Unpacked) -> Opened:
    return opened(of.place, name, file, of.limit, of.depth + 1)._replace(gated=of.gated)


def is_hidden(member: Opened) -> bool:
    """Whether a member of an archive is no report: hidden, or what systems and browsers put beside one."""
    inside = member.place.replace("\\", "/")
    return is_beside(member.name) or "/__MACOSX/" in inside or ":__MACOSX/" in inside


def _page(of: Opened, kind: str) -> Page:
    body = of.body()
    if kind.startswith("text/"):
        kind = media_type_of(body, kind, of.charset)
    elif not body.strip():
        raise InputError("is empty")
    return Placed(name=_stem(of.name), place=of.place, body=body, media_type=kind)


def _stem(name: str) -> str:
    """The file's name without its suffix, in characters that can be stored and printed."""
    return PurePosixPath(name).stem.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
