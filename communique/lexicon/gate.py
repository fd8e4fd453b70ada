"""The words by which a page about a meeting is known at first sight, in every language that the lexicon has."""

from functools import cache
from importlib.resources import files

import msgspec

from communique.lexicon.files import load

GROUPS = ("meeting", "office", "matter")
"""What the words are about; two of the three must be spoken of."""


class Watchword(msgspec.Struct, frozen=True):
    """Small letters that a word begins with, what they are about and the points that they are worth."""

    letters: str
    group: str
    points: int


class Watch(msgspec.Struct, frozen=True):
    """The watchwords of one language; `enough` points within `reach` bytes are a sign.

    `plain` words have the letters that every encoding writes alike.
    """

    language: str
    plain: bool
    reach: int
    enough: int
    words: tuple[Watchword, ...]


@cache
def watches() -> tuple[Watch, ...]:
    """The watchwords of each language that has `gate.yml`."""
    folder = files("communique.lexicon")
    languages = sorted(f.name for f in folder.iterdir() if f.is_dir() and (f / "gate.yml").is_file())
    return tuple(_watch(language) for language in languages)


def _watch(language: str) -> Watch:
    data = load(f"{language}/gate.yml")
    words = tuple(
        Watchword(letters.replace("_", " "), group, points)
        for group in GROUPS
        for points, found in data[group].items()
        for letters in found
    )
    plain = all(word.letters.isascii() for word in words)
    return Watch(language, plain, data["reach"], data["enough"], words)
