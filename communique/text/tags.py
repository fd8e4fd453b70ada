"""Tags that no page has and no parser survives: made bare before the parser sees them."""

import re

MOST = 2_000
"""Attributes of one tag; real ones have thirty. The parser's time grows with the square of their number."""

SMALL = 30_000
"""A page of fewer characters has no room for a tag that hurts."""

NAME = r"<[a-zA-Z][^\s/>]*+"
ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
UNREAD = r"<!--.*?-->|<(script|style|textarea|title)\b[^>]*+>.*?</\1"
MONSTER = re.compile(rf"{UNREAD}|({NAME})(?:{ATTRIBUTE}){{{MOST},}}+", re.I | re.S)
SUSPECT = re.compile(rf"{NAME}(?:{ATTRIBUTE}){{{MOST},}}+")


def bare(source: str) -> str:
    """`source`, its monstrous tags without their attributes.

    >>> len(bare("<p " + "a " * 20_000 + ">Minsk"))
    9
    """
    if len(source) < SMALL or not SUSPECT.search(source):
        return source
    return MONSTER.sub(lambda found: f"{found[2]}" if found[2] else found[0], source)
