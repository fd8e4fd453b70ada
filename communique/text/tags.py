"""Markup that no page has and no parser survives: told, and made harmless before the parser sees it."""

import re
from html import unescape

MOST = 300
"""Attributes of one tag; real ones have thirty. The work of parser and extractor grows with the square of their number."""

TAGS, ATTRIBUTES = 250_000, 250_000
"""On one page; the longest lists of an encyclopedia have a hundred thousand, and each takes 300 bytes and more."""

SMALL = 30_000
"""A page of fewer characters has no room for a tag that hurts."""

NAME = r"<[a-zA-Z][^\s/>]*+"
ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
# what is not closed goes to the end of the page, for the parser as well; looking for its end again
# and again would take minutes
UNREAD = (
    r"<!--.*?(?:-->|\Z)|<(?P<name>script|style|textarea|title)(?=[\s>])[^<>]*+(?<!/)>.*?(?:</(?P=name)|\Z)"
)
MONSTER = re.compile(rf"(?P<tag>{NAME})(?:{ATTRIBUTE}){{{MOST},}}+|{UNREAD}", re.I | re.S)
SUSPECT = re.compile(rf"{NAME}(?:{ATTRIBUTE}){{{MOST},}}+")
TAG, ONE = re.compile(rf"{NAME}((?:{ATTRIBUTE})*+)"), re.compile(ATTRIBUTE)

SILENT = re.compile(rf"(?:{UNREAD})[^<>]*+>?|<[!?][^<>]*+>?", re.I | re.S)
INLINE = re.compile(r"</?(?:a|abbr|b|em|font|i|small|span|strong|sub|sup|u)\b[^<>]*+>?", re.I)
OTHER = re.compile(r"</?[a-zA-Z][^<>]*+>?")
SENTENCE = 40
"""The least characters of a line that stands for itself where no tags are told apart."""


def bare(source: str) -> str:
    """`source`, its monstrous tags without their attributes.

    >>> len(bare("<p " + "a " * 20_000 + ">Minsk"))
    9
    """
    if len(source) < SMALL or not SUSPECT.search(source):
        return source
    return MONSTER.sub(lambda found: found["tag"] or found[0], source)


def is_heavy(source: str) -> bool:
    """Whether a page has so many tags or attributes that parsing it would take minutes or gigabytes."""
    if source.count("<") > TAGS:
        return True
    if len(source) < 2 * ATTRIBUTES:
        return False
    count = 0
    for tag in TAG.finditer(source):
        count += len(ONE.findall(tag[1]))
        if count > ATTRIBUTES:
            return True
    return False


def untagged(source: str) -> str:
    """The lines of a page that read as sentences, told without a parser: what is read of a page that is too heavy.

    >>> untagged("<div><p>The <b>ministers</b> met in Minsk and signed a plan.</p><li>News")
    'The ministers met in Minsk and signed a plan.'
    """
    words = OTHER.sub("\n", INLINE.sub("", SILENT.sub("\n", source)))
    lines = (" ".join(unescape(line).split()) for line in words.splitlines())
    return "\n".join(line for line in lines if len(line) >= SENTENCE and line[-1] in '.!?”"’»')
