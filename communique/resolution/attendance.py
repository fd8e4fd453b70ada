"""Who sat in both of two sittings: surnames in any spelling, each taken once."""

from rapidfuzz.distance import OSA

from communique.lexicon.likeness import bones, without_article, word_likeness
from communique.lexicon.personal import personal_name
from communique.lexicon.spelling import sound

_VOWELLESS = "~"
_SLIP, _NEAR = 0.8, 0.6
"""Likeness of two surnames that are one with a slip; of two whose consonants agree, as every script writes them."""


def attendee(name: str) -> str:
    """A person as sittings compare them: the surname in its one spelling, marked where its script writes no vowels.

    >>> attendee("Joe Biden"), attendee("بوتين")
    ('biden', '~bvtin')
    """
    known = personal_name(name)
    surname = without_article(known.surname)
    return f"{_VOWELLESS}{surname}" if known.abjad else surname


def heard(attendee: str) -> str:
    """What blocks know an attendee by: what every script writes of the surname. Two may sound alike there."""
    return _bones(attendee) or attendee


def in_both(left: frozenset[str], right: frozenset[str]) -> int:
    """How many attendees of the one are among the other's; never one for two of them.

    >>> in_both(frozenset(("putin", "biden")), frozenset(("~bvtin", "~bidn"))), in_both(frozenset(("putin",)), frozenset(("biden",)))
    (2, 0)
    """
    both = left & right
    ours, theirs = sorted(left - both), sorted(right - both)
    found = len(both)
    for mine in ours:
        other = next((each for each in theirs if _alike(mine, each)), None)
        if other is not None:
            theirs.remove(other)
            found += 1
    return found


def _alike(left: str, right: str) -> bool:
    if left.startswith(_VOWELLESS) or right.startswith(_VOWELLESS):
        return _bones(left) == _bones(right)
    if sound(left) == sound(right):
        return True  # of Putin and Putina the one is the other's case
    near = OSA.normalized_similarity(left, right) if _bones(left) == _bones(right) else 0.0
    return near >= _NEAR or word_likeness(*sorted((left, right))) >= _SLIP


def _bones(attendee: str) -> str:
    return bones(sound(attendee.removeprefix(_VOWELLESS)))
