"""A corpus: a folder of annotations, the report of each, and one digest over all of it."""

import hashlib
import json
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import msgspec

from communique.evaluation.gold import load
from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source import pages

Item = dict[str, Any]

SEALED = "sealed"
"""A corpus whose name ends so is scored and never read: nothing shows its words."""

_REPORTS = (".txt", ".md", ".html")


class Case(msgspec.Struct, frozen=True):
    """One report with its annotation; `file` is the annotation's name in the folder."""

    name: str
    file: str
    page: Page
    gold: Item


class Corpus(msgspec.Struct, frozen=True):
    """Annotated reports by name; the digest changes with any byte of any of them."""

    name: str
    digest: str
    cases: tuple[Case, ...]

    @property
    def sealed(self) -> bool:
        """Whether its reports may be scored but not shown."""
        return self.name.endswith(SEALED)


def load_corpus(folder: Path) -> Corpus:
    """The corpus of a folder: NAME.yml, NAME.json or NAME.gold.json, each with NAME.txt (.md, .html) beside it.

    The reports that ship with the program are found for their annotations too. Raises BadInput for a
    folder that holds none, an annotation without a report, and an unsound annotation.
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise BadInput(str(folder), "no such folder")
    found = [(path, gold) for path in sorted(folder.iterdir()) if (gold := _gold(path)) is not None]
    if not found:
        raise BadInput(str(folder), "holds no annotated report (NAME.yml with NAME.txt)")
    digest = hashlib.sha256()
    cases = []
    for path, gold in found:
        page = _page(path)
        digest.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()} {page.sha256}\n".encode())
        cases.append(Case(page.name, path.name, page, gold))
    return Corpus(folder.name, digest.hexdigest(), tuple(cases))


def _gold(path: Path) -> Item | None:
    """The annotation in a file, in the reading format; None for a file that is none."""
    if path.suffix == ".yml":
        return load(path)
    if path.suffix != ".json":
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise BadInput(str(path), f"is not JSON: {error}") from None
    return _one_name(data) if isinstance(data, dict) and "meetings" in data else None


def _one_name(gold: Item) -> Item:
    """The worked examples call instruments documents."""
    meetings = [
        m | {"instruments": m.get("documents") or m.get("instruments") or []} for m in gold["meetings"]
    ]
    return gold | {"meetings": meetings}


def _page(annotation: Path) -> Page:
    """The report of an annotation as a stranger would bring it: its bytes, and nothing else said of it."""
    name = annotation.stem.removesuffix(".gold")
    with as_file(files("communique") / "samples") as samples:
        places = [
            folder / f"{name}{ending}" for folder in (annotation.parent, samples) for ending in _REPORTS
        ]
        path = next((p for p in places if p.is_file()), None)
        if path is None:
            raise BadInput(str(annotation), f"has no report {name}.txt beside it")
        page = next(iter(pages([path])))
    if isinstance(page, BadInput):
        raise page
    return msgspec.structs.replace(page, name=name)
