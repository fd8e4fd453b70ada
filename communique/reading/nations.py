"""The country that a report puts right beside a name: "Talon (Benin)", "Libya's X", "Norway - X", "X for Kosovo"."""

import re
from itertools import pairwise

from communique.lexicon.phrases import Hit
from communique.reading.names import Run
from communique.reading.scan import Scan

_FOR = re.compile(
    r" (?:represented|represents|is representing|was representing|will represent|spoke for|, representing,?) (?:the )?"
)
_LABEL = re.compile(r": | [-–—] |:\t|[ \t]{2,}|\t| \| ")
_OWNING = re.compile(r"[’'`‘]s? ")
_ENDED = re.compile(r"[,;.)]|$| and\b")
_JOINED = re.compile(r",? and (?:the )?|, ")


def nation_behind(scan: Scan, run: Run) -> Hit | None:
    """The country right before or behind the name `run`; None when there is none."""
    return _before(scan, run) or _behind(scan, run)


def _before(scan: Scan, run: Run) -> Hit | None:
    """ "Norway - X", "Brazil    X" (a column), "Uruguay's X Y", "the Timorese X Y"."""
    hits = scan.within(max(0, run.title - 40), run.title, "country", "adjective")
    several = bool(hits) and " " in scan.words(run.start, run.stop)
    for hit in hits:
        gap = scan.words(hit.stop, run.title)
        if hit.label == "country" and (_LABEL.fullmatch(gap) or (gap == " (" and run.strong)):
            if gap == ": " and _ends_list(scan, hit):
                continue
            return hit
        if hit.label == "country" and several and gap == " (":
            return hit
        if hit.label == "country" and several and _OWNING.fullmatch(gap):
            return hit
        if hit.label == "adjective" and run.strong and gap == " ":
            return hit
    return None


_LAST_OF_LIST = re.compile(r",? and (?:the )?$")


def _ends_list(scan: Scan, hit: Hit) -> bool:
    """ "the Ministers of Norway, Poland and Hungary: X, Y and Z": the last country of a list heads no line."""
    before = _LAST_OF_LIST.search(scan.words(max(0, hit.start - 10), hit.start))
    stop = hit.start - len(before[0]) if before else -1
    return any(h.stop == stop for h in scan.within(max(0, stop - 40), stop, "country"))


_TIES = (" (", " of ", " for ", " represent", " is rep", " was rep", " will rep", " spoke for ", " , rep")


def _behind(scan: Scan, run: Run) -> Hit | None:
    """ "X (Benin)", "X representing Ghana", "X Y of Barbados", "X Y for Kosovo,"."""
    if not scan.characters.startswith(_TIES, run.stop):
        return None
    several = " " in scan.words(run.start, run.stop)
    for hit in scan.within(run.stop, run.stop + 28, "country"):
        before = scan.words(run.stop, hit.start)
        if before in (" (", " (the ") and scan.words(hit.stop, hit.stop + 1) in (")", ",", ";"):
            return hit
        if _FOR.fullmatch(before):
            return hit
        if several and before in (" of ", " of the "):
            return hit
        if several and before in (" for ", " for the ") and _ENDED.match(scan.words(hit.stop, hit.stop + 5)):
            return hit
    return None


def paired_nations(scan: Scan, names: list[Run]) -> dict[int, Hit]:
    """ "X and Y (France and Germany)": as many countries in the parentheses as names in front of them."""
    found: dict[int, Hit] = {}
    if scan.characters.find(" (", names[0].stop, names[-1].stop + 2) < 0:
        return found
    for at, last in enumerate(names):
        if scan.words(last.stop, last.stop + 2) != " (":
            continue
        close = scan.characters.find(")", last.stop, last.stop + 120)
        countries = scan.within(last.stop, close, "country") if close > 0 else []
        group = names[max(0, at + 1 - len(countries)) : at + 1]
        if len(countries) < 2 or len(group) != len(countries):
            continue
        if all(_JOINED.fullmatch(scan.words(a.stop, b.title)) for a, b in pairwise(group)):
            found.update((run.start, hit) for run, hit in zip(group, countries, strict=True))
    return found
