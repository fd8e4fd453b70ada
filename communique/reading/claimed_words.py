"""What the lexicon claims for places and bodies, so that it is no name; but for a few given names."""

import re
from functools import cache

from communique.lexicon.cues import office_heads, office_words
from communique.lexicon.names import name_words
from communique.reading.scan import FAR_END, Scan

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏȘȚḤṢṬẒ"


@cache
def vocabulary() -> frozenset[str]:
    """Words of offices, houses and the calendar, which begin no name."""
    return office_words("institution") | office_words("institution_names") | calendar_names()


@cache
def calendar_names() -> frozenset[str]:
    """Days of the week, and the months whose names are no verbs: "Ali Hassan Monday opened the talks"."""
    months = "January February March April June July August September October November December"
    return frozenset(f"{months} Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


Known = tuple[list[tuple[int, int]], list[int], set[int]]


def known_places(scan: Scan) -> Known:
    """What countries, organisations and regions claim, their ends, and the ends of office words: once a text."""
    if "places" not in scan.memo:
        claimed = [*_claimed(scan, 0, len(scan.characters)), (FAR_END, FAR_END), (FAR_END, FAR_END)]
        offices = {h.stop for h in scan.within(0, len(scan.characters), "office") if h.value != "marshal"}
        scan.memo["places"] = claimed, [c[1] for c in claimed], offices
    known: Known = scan.memo["places"]
    return known


_GOVERNED = re.compile(r"\b(?:of|to|in|from|and|with|between|for|or)(?: the)? $|, $")
_SURNAME = re.compile(rf" (?P<word>[{UPPER}][\w]+(?:[’'-]\w+)*)\b(?! [{UPPER}])")


def given_after_all(scan: Scan, match: re.Match[str], following: tuple[int, int], offices: set[int]) -> bool:
    """ "Israel Katz", "Minister Sahara Khan": a place's name in front of a word that only a person's name explains.

    `following` is the place that the lexicon claims next, `offices` are the ends of office words.
    """
    start = match.start()
    held = start - 1 in offices and scan.characters[start - 1] == " "
    if not held and (
        match[0] not in _like_countries() or _GOVERNED.search(scan.words(max(0, start - 12), start))
    ):
        return False
    surname = _SURNAME.match(scan.characters, match.end())
    if (
        surname is None
        or surname["word"] in vocabulary()
        or surname["word"].lower() in office_heads()
        or surname["word"].lower() in office_words("modifiers")
    ):
        return False
    return following[0] > surname.end()


@cache
def _like_countries() -> frozenset[str]:
    return frozenset(name_words("like_countries"))


def _claimed(scan: Scan, start: int, stop: int) -> list[tuple[int, int]]:
    """Places that belong to countries, organisations, regions: merged, in order."""
    hits = scan.within(
        max(0, start - 60),
        stop,
        "country",
        "adjective",
        "people",
        "region",
        "group",
        "agency",
        "institution",
        "organisation",
        "organ",
        "organ?",
    )
    merged: list[tuple[int, int]] = []
    for hit in hits:
        if merged and hit.start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], hit.stop))
        else:
            merged.append((hit.start, hit.stop))
    return merged
