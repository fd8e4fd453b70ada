"""Reports that overlap: of each a first and a second half, which tell of the same meetings and people."""

from functools import cache
from pathlib import Path

from worked_examples import Told

from communique.model.page import Page
from communique.reading import read
from communique.text import clean

DEV = Path(__file__).parent.parent / "gold" / "dev"


@cache
def overlapping() -> tuple[Told, ...]:
    found = []
    for path in sorted(DEV.glob("*.txt"), key=lambda p: p.stat().st_size)[:34]:
        paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        middle = len(paragraphs) // 2
        for n, half in enumerate((paragraphs[: middle + 1], paragraphs[middle:])):
            text = clean(Page(name=f"{path.stem}-{n}", body="\n\n".join(half).encode()))
            found.append(((text.name,), text, read(text)))
    return tuple({text.id: (names, text, reading) for names, text, reading in found}.values())
