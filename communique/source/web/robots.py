"""robots.txt (RFC 9309): what a site asks programs to leave alone, and how long to wait between two requests."""

import re
from typing import NamedTuple
from urllib.parse import quote

from communique.source.web.manners import AGENT

SIZE = 500_000
"""Bytes that are read; the standard asks for at least 500 KiB less a little, and what stands behind is left."""

TOKEN = re.compile(r"[a-z_-]+")
ESCAPED = re.compile(r"%([0-9a-fA-F]{2})")
PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
DAY = 86_400


class Rule(NamedTuple):
    """A pattern of paths, in parts that stand between its `*`; `ends` where it closes with `$`."""

    length: int
    allows: bool
    parts: tuple[str, ...]
    ends: bool

    def fits(self, target: str) -> bool:
        """Whether `target` begins as the pattern says."""
        if not target.startswith(self.parts[0]):
            return False
        at = len(self.parts[0])
        for part in self.parts[1:-1]:
            found = target.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        if len(self.parts) == 1:
            return not self.ends or at == len(target)
        last = self.parts[-1]
        if self.ends:
            return target.endswith(last) and len(target) - len(last) >= at
        return target.find(last, at) >= 0


class Robots(NamedTuple):
    """What a site asks of us: the rules of our own group, else those for all."""

    rules: tuple[Rule, ...] = ()
    gap: float = 0

    def permits(self, target: str) -> bool:
        """Whether a path may be asked for: the longest rule that fits decides, of equals the one that allows."""
        path = normal(target)
        if path == "/robots.txt":
            return True
        fitting = [(rule.length, rule.allows) for rule in self.rules if rule.fits(path)]
        return max(fitting)[1] if fitting else True


class _Group:
    """The rules for one kind of program, gathered over the whole file."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self.gap = 0.0
        self.named = False

    def take(self, field: str, value: str) -> None:
        if field == "crawl-delay":
            self.gap = max(self.gap, _seconds(value))
        elif value:
            self.rules.append(rule_of(value, field == "allow"))


def robots_of(body: bytes, agent: str = AGENT) -> Robots:
    """What a robots.txt says to `agent`; lines that make no sense are passed over.

    >>> robots_of(b"User-agent: *\\nDisallow: /print/").permits("/print/1")
    False
    """
    ours, everybodys = _Group(), _Group()
    named: list[_Group] = []  # the groups that the last user-agent lines opened; a group of others is none
    opening = False
    for field, value in _lines(body[:SIZE]):
        if field == "user-agent":
            named = named if opening else []
            opening = True
            group = everybodys if value.startswith("*") else ours if _token(value) == agent.lower() else None
            if group and group not in named:
                group.named = True
                named.append(group)
        elif field in ("allow", "disallow", "crawl-delay"):
            opening = False
            for group in named:
                group.take(field, value)
    group = ours if ours.named else everybodys
    return Robots(tuple(group.rules), group.gap)


def rule_of(pattern: str, allows: bool) -> Rule:
    """A pattern of a rule, with the weight that its length gives it."""
    if pattern[0] not in "/*$":
        pattern = "/" + pattern
    pattern = normal(pattern)
    ends = pattern.endswith("$")
    parts = re.sub(r"\*+", "*", pattern.removesuffix("$")).split("*")
    return Rule(len(pattern), allows, tuple(parts), ends)


def normal(path: str) -> str:
    """One spelling for paths that are the same: `/%7ejoe` is `/~joe`, `/ä` is `/%C3%A4`."""
    path = quote(path, safe="/:@!$&'()*+,;=~%-._[]|?")
    return ESCAPED.sub(lambda found: _plain(found[1]), path)


def _plain(digits: str) -> str:
    character = chr(int(digits, 16))
    return character if character in PLAIN else f"%{digits.upper()}"


def _lines(body: bytes) -> list[tuple[str, str]]:
    words = body.decode("utf-8-sig", "replace")
    parted = (line.partition("#")[0].partition(":") for line in re.split(r"[\r\n]+", words))
    return [(field.strip().lower(), value.strip()) for field, colon, value in parted if colon]


def _token(value: str) -> str:
    found = TOKEN.match(value.lower())
    return found[0] if found else ""


def _seconds(value: str) -> float:
    try:
        seconds = float(value)
    except ValueError:
        return 0
    return min(seconds, DAY) if seconds > 0 else 0
