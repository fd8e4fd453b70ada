"""Files, folders and standard input to pages: one at a time, in a fixed order, each bad one as one clear line."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.contents import is_beside, pages_in
from communique.source.opened import opened

TAKEN = (
    "text, Markdown, HTML, PDF, Word, OpenDocument, RTF, mail, JSON lines, CSV, Parquet, WARC, zip and tar"
)
SEVERAL = frozenset(
    {".jsonl", ".ndjson", ".csv", ".tsv", ".parquet", ".warc", ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz"}
)
"""Suffixes of what may hold more than one report."""

LEADS_OUT = "is a link that leads out of this folder: to read it, name it by itself"
STANDARD_INPUT = "-"
ADDRESS = re.compile(r"(https?):/{1,2}(?=[^/])", re.I)
OTHER_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}:/", re.I)

Fetch = Callable[[str], Iterator[Page | BadInput]]
"""What gives the reports at an address."""


def pages(
    paths: Iterable[str | Path],
    size_limit: int = 20_000_000,
    fetch: Fetch | None = None,
    gated: bool = False,
) -> Iterator[Page | BadInput]:
    """Every report under `paths`, lazily; an input that cannot be taken in comes out as its BadInput.

    A folder is walked in the order of its names, archives are looked into, `-` is standard input, and what is
    at an address (`https://...`) is asked of `fetch`. Nothing is raised, so that one bad file never hides the
    next good one. Where it is `gated`, pages of crawls (WARC) that say nothing of a meeting come out as SetAside;
    what a person named is read in any case.
    """
    for path in paths:
        if fetch and is_address(path):
            yield from fetch(ADDRESS.sub(r"\1://", str(path), count=1))
        elif OTHER_ADDRESS.match(str(path)) and not Path(path).exists():
            yield BadInput(str(path), "is not fetched: only addresses with http:// or https:// are")
        elif str(path) == STANDARD_INPUT:
            stream = opened("standard input", "standard-input", sys.stdin.buffer, size_limit)
            yield from pages_in(stream._replace(gated=gated))
        else:
            yield from _under(Path(path), size_limit, gated)


def is_address(path: str | Path) -> bool:
    """Whether a path is an address on the web: `https://...`, or what a Path makes of it."""
    return ADDRESS.match(str(path)) is not None


def count(paths: Iterable[str | Path]) -> int | None:
    """How many inputs `pages` will name, or None where only reading would tell (archives, JSON lines)."""
    total = 0
    for path in map(Path, paths):
        for found in _walk(path) if _is_folder(path) else (path,):
            if isinstance(found, Path) and (found.suffix.lower() in SEVERAL or str(found) == STANDARD_INPUT):
                return None
            total += 1
    return total


def _under(path: Path, size_limit: int, gated: bool) -> Iterator[Page | BadInput]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield BadInput(str(path), _why(error, path))
        return
    if not S_ISDIR(mode):
        yield from _of_file(path, size_limit, gated)
        return
    empty = True
    for found in _walk(path):
        empty = False
        if isinstance(found, BadInput):
            yield found
        else:
            yield from _of_file(found, size_limit, gated)
    if empty:
        yield BadInput(str(path), f"no reports in this folder ({TAKEN} are read)")


def _walk(folder: Path, root: Path | None = None) -> Iterator[Path | BadInput]:
    """Files below `folder`; hidden ones and what lies beside reports are passed over in silence.

    A link is followed to a file below `root`, the folder that was named, and no further: who hands us a folder may not
    have us read what lies elsewhere.
    """
    root = root or folder
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield BadInput(str(folder), _why(error, folder))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path, root)
        elif not is_beside(entry.name) and not _is_folder(path):
            yield BadInput(str(path), LEADS_OUT) if entry.is_symlink() and _leads_out(path, root) else path


def _leads_out(link: Path, root: Path) -> bool:
    try:
        return not link.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # a link to itself; reading it will say so
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it lies where nobody may look; reading it will say so
        return False


def _of_file(path: Path, size_limit: int, gated: bool) -> Iterator[Page | BadInput]:
    try:
        if not S_ISREG(path.stat().st_mode):
            raise BadInput(str(path), "is not a regular file")
        file = path.open("rb")
    except OSError as error:
        yield BadInput(str(path), _why(error, path))
        return
    except BadInput as bad:
        yield bad
        return
    with file:
        yield from pages_in(opened(str(path), path.name, file, size_limit)._replace(gated=gated))


def _why(error: OSError | ValueError, path: Path) -> str:
    if isinstance(error, FileNotFoundError):
        if str(path).startswith("www."):
            return "no such file or folder: an address begins with https://"
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
