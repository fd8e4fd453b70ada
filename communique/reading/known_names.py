"""Full names of known office-holders, right behind an office: "Vice Premier He Lifeng"."""

import re

from communique.lexicon.holders import known_name
from communique.reading.scan import Scan
from communique.reading.tokens import NAME_KINDS, Token, particles

_LONGEST = 40  # characters of a known name


def with_known(scan: Scan, found: list[Token]) -> list[Token]:
    """ "Vice Premier He Lifeng", "President To Lam": words of every day in a known name right behind an office are names."""
    if "known names" not in scan.memo:
        starts = (h.stop + 1 for h in scan.hits.get("office", ()))
        ends = ((at, at + known_name(scan.words(at, at + _LONGEST))) for at in starts)
        scan.memo["known names"] = [(at, end) for at, end in ends if end > at]
    spans: list[tuple[int, int]] = scan.memo["known names"]
    near = [(a, z) for a, z in spans if found[0].start < z and a < found[-1].stop]
    if not near:
        return found
    known = {t.start: t for t in found}
    for low, high in near:
        for word in _WORDS.finditer(scan.characters, low, high):
            token = known.get(word.start())
            if word[0] not in particles() and (token is None or token.kind not in NAME_KINDS):
                known[word.start()] = Token(*word.span(), "name")
    return [known[at] for at in sorted(known)]


_WORDS = re.compile(r"\b[\w’'-]{2,}\b(?!\.)")  # no initials: these are known by their dots
