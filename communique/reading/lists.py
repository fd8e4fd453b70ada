"""The members of a list: "A, B in the C and D, and the E" has three."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.reading.phrases import ADJECTIVE, INCLUDING, SEPARATOR, inside_marks
from communique.reading.scan import Scan


class Piece(NamedTuple):
    """A stretch of a text, half-open."""

    start: int
    stop: int


class _Cut(NamedTuple):
    start: int
    stop: int
    words: str


_STARTS = re.compile(
    r"(?:the|a|an|their|its|how|ways|measures|issues|possible|joint|other|further|possibilities|prospects|preparations)\b"
)
_PREPOSITION = re.compile(r"(?:on|about|regarding|concerning|in connection with)\s")
GERUND = re.compile(r"[A-Za-z]+ing\b")
_BOUND = re.compile(
    r"\b(?:between|both|areas of|areas as|fields of|field of|areas like|spheres of|sphere of|areas including|sectors of|such as|including|especially|particularly|in particular|through|that (?:will|would|can|could|has|have|is|are|allows?|defines?)|how|whether|what|why)\s"
)
_COOPERATION = re.compile(
    r"\b(?:cooperation|co-operation|collaboration|partnership|ties|relations|interaction|links|contacts|exchanges)\s(?:in|on)\s",
    re.I,
)
_ARTICLE = re.compile(r"(?:the|a|an|their|its)\s")
_SHORT = re.compile(r"(?:the|a|an|their|its)\s\S+")
_VERB = re.compile(r"\s(?:to|can|could|will|would|should|is|are|may|might|has|have)\s")


def members(scan: Scan, start: int, stop: int) -> list[Piece]:
    """The members of the list between `start` and `stop`; the whole when it is no list.

    >>> from communique.reading.scan import scan
    >>> s = scan("trade, the border and transit")
    >>> [s.words(*p) for p in members(s, 0, 29)]
    ['trade', 'the border', 'transit']
    """
    cuts = [c for c in _cuts(scan, start, stop) if not inside_marks(scan.words(start, c.start))]
    cuts = _without_bound(scan, start, stop, _without_adjectives(scan, start, cuts))
    chosen = _chosen(scan, start, stop, cuts)
    pieces = []
    left = start
    for cut in chosen:
        pieces.append(_trimmed(scan, left, cut.start))
        left = cut.stop
    pieces.append(_trimmed(scan, left, stop))
    return [_without_preposition(scan, p) for p in pieces if p.stop - p.start > 2]


def _trimmed(scan: Scan, start: int, stop: int) -> Piece:
    while start < stop and scan.characters[start] in " ,;:\n\r\t":
        start += 1
    while stop > start and scan.characters[stop - 1] in " ,;:\n\r\t.":
        stop -= 1
    return Piece(start, max(stop, start))


def _without_preposition(scan: Scan, piece: Piece) -> Piece:
    """ "(views on A) as well as on B" is B."""
    match = _PREPOSITION.match(scan.characters, piece.start, piece.stop)
    return Piece(match.end(), piece.stop) if match else piece


def _cuts(scan: Scan, start: int, stop: int) -> Iterator[_Cut]:
    for match in SEPARATOR.finditer(scan.characters, start, stop):
        if not INCLUDING.match(scan.characters, match.start()):
            yield _Cut(match.start(), match.end(), match[0].strip())


_FIRST_OF_ROW = re.compile(r"\b(?:an?|more) [a-z-]+$")
_IN_ROW = re.compile(r"[a-z-]+,? (?:and|or) [a-z-]+ [a-z]")
_DOING = re.compile(r"(?:further )?[a-z]{3,}ing\b")


def _without_adjectives(scan: Scan, start: int, cuts: list[_Cut]) -> list[_Cut]:
    """ "political, military and technical spheres": commas and the "and" of one row of adjectives."""
    kept: list[_Cut] = []
    left, row = start, False
    for cut in cuts:
        piece = scan.words(left, cut.start)
        left = cut.stop
        row = (row and " " not in piece.strip()) or (
            _FIRST_OF_ROW.search(piece) is not None and _IN_ROW.match(scan.characters, cut.stop) is not None
        )
        if row:
            continue  # "a secure, stable and diversified supply chain"
        adjective = bool(ADJECTIVE.search(piece))
        if _DOING.fullmatch(piece.strip()) and _DOING.match(scan.words(cut.stop, cut.stop + 24)):
            continue  # "expanding and strengthening cooperation"
        if cut.words == "," and adjective:
            continue
        if adjective and ("and" in cut.words or cut.words == "or"):
            continue
        kept.append(cut)
    return kept


def _without_bound(scan: Scan, start: int, stop: int, cuts: list[_Cut]) -> list[_Cut]:
    """The "and" of "between A and B", the commas behind "in the fields of"."""
    for match in _BOUND.finditer(scan.characters, start, stop):
        word = match[0].strip()
        inner = [c for c in cuts if c.start >= match.end()]
        if word in ("between", "both"):
            last = next((i for i, c in enumerate(inner) if "and" in c.words), -1)
            bound = inner[: last + 1]
        elif word in ("how", "whether", "what", "why"):
            verb = _VERB.search(scan.characters, match.end(), stop)
            bound = [c for c in inner if verb and c.start < verb.start()]
        elif word.startswith("that"):
            bound = [c for c in inner if not _STARTS.match(scan.characters, c.stop)]
        else:
            bound = [c for c in inner if not _escapes(scan, c)]
        cuts = [c for c in cuts if c not in bound]
    kept = [c for c in cuts if not _between_names(scan, c)]
    return [] if kept and _fields_of_cooperation(scan, start, kept[0], stop) else kept


def _escapes(scan: Scan, cut: _Cut) -> bool:
    """Behind "such as" only a member with an article of its own leaves the inner list."""
    if "and" not in cut.words:
        return cut.words != ","
    return "," in cut.words and bool(re.match(r"(?:the|a|an)\s", scan.words(cut.stop, cut.stop + 4)))


def _fields_of_cooperation(scan: Scan, start: int, cut: _Cut, stop: int) -> bool:
    """ "cooperation in trade, energy and culture" is one matter."""
    if not _COOPERATION.search(scan.words(start, cut.start) + " "):
        return False
    pieces = SEPARATOR.split(scan.words(cut.stop, stop))
    return all(len(p.split()) <= 3 and not _STARTS.match(p) for p in pieces)


def _between_names(scan: Scan, cut: _Cut) -> bool:
    """The "and" of "China and the Solomon Islands" joins two names."""
    right = cut.stop + (4 if scan.words(cut.stop, cut.stop + 4) == "the " else 0)
    labels = ("country", "organisation", "city")
    before = any(h.stop == cut.start for h in scan.within(cut.start - 40, cut.start, *labels))
    after = scan.within(right, right + 1, *labels)
    if not before or not after:
        return False
    return cut.words != "," or bool(
        re.match(r",|\sand\b|\sor\b", scan.words(after[0].stop, after[0].stop + 5))
    )


def _chosen(scan: Scan, start: int, stop: int, cuts: list[_Cut]) -> list[_Cut]:
    commas = [c for c in cuts if c.words == ","]
    firm = [c for c in cuts if c.words not in (",", "and", "or", "&")]
    ands = [c for c in cuts if c.words in ("and", "&")]
    if not commas:
        return sorted(firm + [c for c in ands if _splits_pair(scan, start, stop, c, cuts)])
    last = max(c.start for c in commas)
    closing = [c for c in firm if c.start > last]
    tail = [c for c in ands if c.start > last]
    if closing or not tail:
        return sorted(commas + firm)
    own = [c for c in tail if _STARTS.match(scan.characters, c.stop) or GERUND.match(scan.characters, c.stop)]
    return sorted([*commas, *firm, (own or tail)[-1]])


def _splits_pair(scan: Scan, start: int, stop: int, cut: _Cut, cuts: list[_Cut]) -> bool:
    """Two things of equal rank: both with an article, both gerunds, or the preposition said again."""
    right = scan.words(cut.stop, stop)
    left = scan.words(start, cut.start)
    if _PREPOSITION.match(right):
        return True
    if GERUND.match(right):
        return bool(GERUND.match(left))
    if not _STARTS.match(right) or len(right.split()) < 3:
        return False
    shared = _SHORT.fullmatch(left) is not None if _ARTICLE.match(right) else len(left.split()) <= 2
    return not shared or right.startswith("the ")
