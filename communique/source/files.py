"""Files and folders to pages: one at a time, in a fixed order, each bad one as one clear line."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.charset import NotTextError, charset_of
from communique.source.lines import pages_of_lines
from communique.source.placed import Placed

MEDIA = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
}
LINES = ".jsonl"
TAKEN = ".txt, .md, .html, .htm and .jsonl"
BESIDE = frozenset({".json", ".yml", ".yaml"})
"""What people keep beside their reports (annotations, settings): no report, and no mistake either."""


def pages(paths: Iterable[str | Path], size_limit: int = 20_000_000) -> Iterator[Page | BadInput]:
    """Every report under `paths`, lazily; an input that cannot be taken in comes out as its BadInput.

    A folder is walked in the order of its names. Nothing is raised, so that one bad file never
    hides the next good one.
    """
    for path in paths:
        yield from _under(Path(path), size_limit)


def count(paths: Iterable[str | Path]) -> int | None:
    """How many inputs `pages` will name, or None where only reading would tell (JSON lines)."""
    total = 0
    for path in map(Path, paths):
        for found in _walk(path) if _is_folder(path) else (path,):
            if isinstance(found, Path) and found.suffix.lower() == LINES:
                return None
            total += 1
    return total


def _under(path: Path, size_limit: int) -> Iterator[Page | BadInput]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield BadInput(str(path), _why(error))
        return
    if not S_ISDIR(mode):
        yield from _of_file(path, size_limit)
        return
    empty = True
    for found in _walk(path):
        empty = False
        if isinstance(found, BadInput):
            yield found
        else:
            yield from _of_file(found, size_limit)
    if empty:
        yield BadInput(str(path), f"no reports in this folder ({TAKEN})")


def _walk(folder: Path) -> Iterator[Path | BadInput]:
    """Files below `folder`; hidden ones and what lies beside reports are passed over in silence."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield BadInput(str(folder), _why(error))
        return
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        elif path.suffix.lower() not in BESIDE and not _is_folder(path):
            yield path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # it lies where nobody may look; reading it will say so
        return False


def _of_file(path: Path, size_limit: int) -> Iterator[Page | BadInput]:
    suffix = path.suffix.lower()
    if suffix == LINES:
        yield from pages_of_lines(path, size_limit)
        return
    try:
        yield _page(path, suffix, size_limit)
    except BadInput as bad:
        yield bad


def _page(path: Path, suffix: str, size_limit: int) -> Page:
    if suffix not in MEDIA:
        what = f"{suffix} is" if suffix else "a file without a suffix is"
        raise BadInput(str(path), f"{what} not read yet ({TAKEN} are)")
    body = _bytes(path, size_limit)
    try:
        charset = charset_of(body, markup=MEDIA[suffix] == "text/html")
    except NotTextError as error:
        raise BadInput(str(path), str(error)) from None
    if not body.decode(charset).strip():
        raise BadInput(str(path), "is empty" if not body else "is empty (only white space)")
    media_type = f"{MEDIA[suffix]}; charset={charset}"
    return Placed(name=_stem(path), place=str(path), body=body, media_type=media_type)


def _bytes(path: Path, size_limit: int) -> bytes:
    try:
        if not S_ISREG(path.stat().st_mode):
            raise BadInput(str(path), "is not a regular file")
        with path.open("rb") as file:
            body = file.read(size_limit + 1)
    except OSError as error:
        raise BadInput(str(path), _why(error)) from None
    if len(body) > size_limit:
        raise BadInput(str(path), f"is larger than {size_limit:,} bytes, too much for one report")
    return body


def _stem(path: Path) -> str:
    """The file's name without its suffix, in characters that can be stored and printed."""
    return os.fsencode(path.stem).decode("utf-8", "replace")


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read ({getattr(error, 'strerror', None) or error})"
