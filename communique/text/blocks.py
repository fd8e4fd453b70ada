"""All the words of a page as lines, block by block: what an extractor chose from, and what there is without one."""

from collections.abc import Iterator
from typing import Any, NamedTuple

SILENT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "head",
        "iframe",
        "object",
        "select",
        "option",
        "button",
        "textarea",
        "form",
    ]
)
"""Elements whose words nobody is shown."""

ASIDE = frozenset(["nav", "header", "footer", "aside", "menu", "dialog"])
"""Elements that surround a report."""

INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)


class Block(NamedTuple):
    """One line of a page, how many of its characters are links, and whether it stands aside of the report."""

    words: str
    linked: int
    aside: bool

    @property
    def is_prose(self) -> bool:
        """Sentences rather than links: long, or ending in a stop, and mostly no link."""
        return (
            not self.aside
            and self.linked * 2 < len(self.words)
            and (len(self.words) > 120 or (len(self.words) > 40 and self.words[-1] in '.!?”"’»'))
        )


def blocks_of(tree: Any) -> Iterator[Block]:
    """The lines of a parsed page in its own order; work grows with its length only."""
    line: list[str] = []
    linked = 0
    link = aside = silent = 0
    for event, words in _events(tree):
        if isinstance(words, str):
            if not silent:
                line.append(words)
                linked += len(words) if link else 0
            continue
        tag, step = words.tag, 1 if event == "start" else -1
        if not isinstance(tag, str) or tag in SILENT:
            silent += step
        elif tag == "a":
            link += step
        elif tag not in INLINE:
            yield from _block(line, linked, aside > 0)
            line, linked = [], 0
            aside += step if tag in ASIDE else 0
    yield from _block(line, linked, False)


def prose(tree: Any) -> str:
    """The lines that read as sentences, and what stands between them: a report without an extractor's help."""
    lines = list(blocks_of(tree))
    found = [i for i, line in enumerate(lines) if line.is_prose]
    if not found:
        return ""
    inside = lines[found[0] : found[-1] + 1]
    return "\n".join(line.words for line in inside if not line.aside and line.linked * 2 <= len(line.words))


def _block(line: list[str], linked: int, aside: bool) -> Iterator[Block]:
    words = " ".join("".join(line).split())
    if words:
        yield Block(words, linked, aside)


def _events(tree: Any) -> Iterator[tuple[str, Any]]:
    """Elements as they open and close, and the words between; without recursion, however deep the page."""
    from lxml import etree  # type: ignore[import-untyped]

    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event == "start":
            yield event, element
            if element.text:
                yield "words", element.text
        else:
            if event == "end":
                yield event, element
            if element.tail and element is not tree:
                yield "words", element.tail
