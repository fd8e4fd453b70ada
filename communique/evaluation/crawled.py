"""Pages as a crawl brings them home, made up: each with its kind, chrome around a few sentences, the same for the same number."""

import html
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, NamedTuple

import yaml

ABOUT_MEETINGS, OTHERS = "meetings", "others"
WORDS = "var let const return function this null true push call bind map data node item list text type size left top next prev load render click scroll width height color style class href event state index value query token cache async await fetch"
POOL = 300
"""Blocks of script and style that pages are filled with."""

LEAST, MOST = 20_000, 150_000
"""Characters of a page."""


class Crawled(NamedTuple):
    """One page: its number, its kind, whether it is about a meeting, and its markup."""

    number: int
    kind: str
    about: bool
    markup: str


def crawled(number: int, about: bool) -> Crawled:
    """The page of a number, about a meeting or not."""
    draw = Random(f"page {number} {about}")
    kinds = _spoken()[ABOUT_MEETINGS if about else OTHERS]
    kind = draw.choice(sorted(kinds))
    told = [_filled(sentence, draw) for sentence in (kinds[kind] if about else _sentences(kinds[kind], draw))]
    return Crawled(number, kind, about, page(told[0].rstrip("."), _paragraphs(told, draw), draw))


def mixed(pages: int, every: int) -> Iterator[Crawled]:
    """So many pages, each `every`th of them about a meeting."""
    return (crawled(number, number % every == every // 2) for number in range(pages))


def page(title: str, paragraphs: Sequence[str], draw: Random) -> str:
    """A page of a site around a report: styles, scripts, menus, teasers of other pages, footer."""
    size = int(LEAST * (MOST / LEAST) ** draw.random())
    body = "\n".join(f'<p class="text text--{i}">{_marked(words)}</p>' for i, words in enumerate(paragraphs))
    front = f"<title>{html.escape(title)}</title>{_block(draw)}"
    menu = "".join(_link(draw.choice(_spoken()["menu"]), draw) for _ in range(draw.randrange(20, 90)))
    around = [_block(draw) for _ in range(3)]
    left = size - sum(map(len, around)) - len(body) - len(menu)
    while left > 0:
        around.append(_teasers(draw) if draw.random() < 0.1 else _block(draw))
        left -= len(around[-1])
    cut = draw.randrange(len(around))
    return (
        f'<!DOCTYPE html>\n<html><head>{front}</head><body><ul class="menu">{menu}</ul>{"".join(around[:cut])}'
        f"<article><h1>{html.escape(title)}</h1>{body}</article>{''.join(around[cut:])}"
        f"<footer>{menu[: len(menu) // 2]}</footer></body></html>"
    )


@cache
def _spoken() -> dict[str, Any]:
    data = (files("communique.evaluation") / "crawled.yml").read_bytes()
    return dict(yaml.safe_load(data))


def _sentences(said: dict[str, list[str]], draw: Random) -> list[str]:
    """Of a page about no meeting: some sentences, and now and then one whose words come near."""
    near = [sentence for sentence in said["near"] if draw.random() < 1 / 8]
    found = draw.choices(said["plain"], k=draw.randrange(6, 24)) + near
    draw.shuffle(found)
    return found


def _filled(sentence: str, draw: Random) -> str:
    """The sentence with its blanks filled in; it begins with a capital."""
    words = ""
    for i, part in enumerate(sentence.replace("}", "{").split("{")):
        words += draw.choice(_spoken()["lists"][part]) if i % 2 else part
    return words[:1].upper() + words[1:]


def _paragraphs(sentences: list[str], draw: Random) -> list[str]:
    size = draw.randrange(1, 4)
    return [" ".join(sentences[i : i + size]) for i in range(0, len(sentences), size)]


def _marked(words: str) -> str:
    """A paragraph with a link in it, as sites have them."""
    first, blank, rest = html.escape(words).partition(" ")
    return f'<a href="/tag/{len(words)}" class="tag link" data-track="body-link">{first}</a>{blank}{rest}'


def _link(words: str, draw: Random) -> str:
    return f'<li class="item item--{draw.randrange(9)}"><a href="/{draw.randrange(10**6)}">{html.escape(words)}</a></li>'


def _teasers(draw: Random) -> str:
    """Headlines of other pages of the site; one in forty is about a meeting."""
    said = []
    for _ in range(draw.randrange(4, 12)):
        kinds = _spoken()[ABOUT_MEETINGS if draw.random() < 1 / 40 else OTHERS]
        found = kinds[draw.choice(sorted(kinds))]
        sentence = draw.choice(found if isinstance(found, list) else found["plain"])
        said.append(" ".join(_filled(sentence, draw).split()[:9]))
    return f'<div class="teasers"><ul>{"".join(_link(words, draw) for words in said)}</ul></div>'


def _block(draw: Random) -> str:
    return _blocks()[draw.randrange(POOL)]


@cache
def _blocks() -> tuple[str, ...]:
    """Scripts and styles of two to nine thousand characters."""
    draw = Random("blocks")
    words = WORDS.split()
    made = []
    for i in range(POOL):
        lines = []
        for _ in range(draw.randrange(30, 130)):
            a, b, c = draw.choices(words, k=3)
            number = draw.randrange(10 ** draw.randrange(1, 9))
            lines.append(
                f".{a}-{b}__{c}{{margin:{number % 97}px;color:#{number:06x}}}" if i % 3 == 0
                else f'{a}.{b}("{c}_{number:x}",function({b[0]}){{return {c}[{number}]||this.{a}_{b}}});'
            )  # fmt: skip
        tag = "style" if i % 3 == 0 else "script"
        made.append(f"<{tag}>{chr(10).join(lines)}</{tag}>")
    return tuple(made)
