"""Reports that overlap: of each a first and a second half, which tell of the same meetings and people; and copies.

Now and then a half is told again by others: as it is, with other numbers, cut short.
"""

from collections.abc import Iterator
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
    for i, path in enumerate(sorted(DEV.glob("*.txt"), key=lambda p: p.stat().st_size)[:34]):
        paragraphs = path.read_text(encoding="utf-8").split("\n\n")
        middle = len(paragraphs) // 2
        for n, half in enumerate((paragraphs[: middle + 1], paragraphs[middle:])):
            found += _with_copies(f"{path.stem}-{n}", "\n\n".join(half), again=(i + 8 * n) % 16 == 0)
    return tuple({text.id: (names, text, reading) for names, text, reading in found}.values())


def _with_copies(name: str, words: str, again: bool) -> Iterator[Told]:
    yield _told(name, words)
    if again:
        yield _told(f"{name} again", words, publisher="BelTA", published="2024-11-29")
        other = words.translate(str.maketrans("123456789", "234567891"))
        yield _told(f"{name} changed", other, publisher="CSTO", published="2024-11-28")
        yield _told(f"{name} cut", words[: int(len(words) * 0.7)], retrieved="2024-11-30T10:00:00Z")


def _told(name: str, words: str, **known: str) -> Told:
    text = clean(Page(name=name, body=words.encode(), **known))
    return (text.name,), text, read(text)
