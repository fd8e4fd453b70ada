"""What stands between a title and a name: blanks, a comma, a rank, a quoted name, letters of honour."""

import re
from functools import cache

from communique.lexicon.names import name_words
from communique.reading.names import Run
from communique.reading.names_after_all import RETIRED
from communique.reading.offices import Title
from communique.reading.scan import Scan

_LOOSE_COMMA = re.compile(r"\s*,\s*")


def gap_between(scan: Scan, left: int, right: int) -> str:
    """What stands between, commas set as they should be ("X ,minister" is "X, minister")."""
    if not left <= right <= left + 40:
        return "\0"
    words = scan.words(left, right)
    words = RETIRED.sub("", words, count=1) if words.startswith((" (r", " (R")) else words
    words = words.removeprefix(".") if words.startswith(".,") else words  # "X Jr., minister"
    if words[1:2].isupper() or words[2:3].isupper():
        words = _without_letters(words, _claims(scan, left, right))
    commas = words.count(",")
    even = commas == words.count(", ") and " ," not in words and ",  " not in words
    return words if not commas or even else _LOOSE_COMMA.sub(", ", words)


_FIRST_WORD = re.compile(r",? (?P<word>[A-Z][\w.\u2024]{1,7}?)(?=,|\s|\Z)")
_INITIALS = re.compile(r"(?:[A-Z][.\u2024]){2,4}")


_HONOUR = re.compile(r", [A-Z]{2,5}(?=, )")  # "X, GOSK, Secretary for Foreign Affairs"


def _claims(scan: Scan, left: int, right: int) -> bool:
    """Whether a country, an organisation or an office is named between."""
    return bool(scan.within(left, right, "country", "adjective", "organisation", "organ", "organ?", "office"))


def _without_letters(gap: str, claimed: bool) -> str:
    """ "X TD, minister", "X, M.P., minister": the letters of an honour or a seat tell no more than a comma."""
    first = _FIRST_WORD.match(gap)
    if first is None:
        return gap
    honour = first["word"] in name_words("letters") or _INITIALS.fullmatch(first["word"])
    unknown = not claimed and _HONOUR.match(gap)
    return gap[first.end() :] if honour or unknown else gap


# "Presidents (from left) X, Y and Z", "Foreign Ministers, left to right, X and Y"
_PICTURED = re.compile(
    r"(?:,? \(?|, )(?:pictured )?(?:(?:from|clockwise from|seated from)(?: the)? left(?: to right)?|left to right|[Ll] ?(?:-|to) ?[Rr])(?:\)|,|:|\):)? ?"
)
_QUOTED = re.compile(r"(?: of(?: the)?)? [\"“«][^\"”»]{2,60}[\"”»] ")


def touches(scan: Scan, title: Title, run: Run) -> bool:
    """Only blanks, a rank in small letters or a quoted name of a house between the title and the name behind it."""
    gap = scan.words(title.stop, run.title)
    if gap.isspace():
        return len(gap) < 3
    if title.plural and _PICTURED.fullmatch(gap):
        return True
    words = gap.strip(" \n").capitalize()
    if 3 < len(words) < 22 and words.replace("-", " ").title() in _ranks():
        return True
    if 3 < len(words) < 30 and gap.islower() and all(w.title() in _ranks() for w in gap.split()):
        return True
    return len(gap) < 80 and bool(_QUOTED.fullmatch(gap))


@cache
def _ranks() -> frozenset[str]:
    return frozenset(rank.replace("-", " ").title() for rank in name_words("ranks")) | {"Professor", "Doctor"}
