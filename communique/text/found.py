"""What a reader of one kind of file gives back, and how it says no."""

from typing import NamedTuple

from communique.text.declared import Declared


class Refused(Exception):
    """A page cannot be read; the message is the reason, fit to stand behind the page's name."""


class Found(NamedTuple):
    """The characters of a page, what it declares, and what was left out: pairs of kind and words."""

    characters: str
    declared: Declared = Declared()
    dropped: tuple[tuple[str, str], ...] = ()
