"""States told behind the verb: "Taking part were A, B and C", "Statements were made by A and B"."""

import re

from communique.reading.rows import Row

_THERE = re.compile(
    r"(?:^|[;:,] |\b(?:and|while) )(?:also |too )?(?:taking part|participating|represented|present|in attendance|attending|joining|gathered|speaking)"
    r"(?: (?!by\b)[^.;:,“\"]{2,50})? (?:were|was|are|is|will be)(?: also)?(?: the)?"
    r"(?: (?:representatives|delegations|delegates|officials|envoys) (?:of|from)(?: the)?)? $"
)
_VOICED = re.compile(
    r"\b(?:statements?|interventions?|remarks|presentations?|speeches|briefings?|comments) (?:was|were) (?:also )?(?:made|delivered|given|presented) by"
    r"(?: the)?(?: (?:delegations?|representatives?|delegates?) (?:of|from)(?: the)?)? $"
)
_WHOLE = re.compile(r"\s*(?:\([A-Z]+\)|\))?\s*(?:[,.;]|$|(?:and|as|in|on|at|who|which|followed)\b)")


def fronted(row: Row) -> bool:
    """ "Represented at the meeting were A and B": the states themselves, behind the verb.

    >>> from communique.reading.rows import country_rows
    >>> from communique.reading.scan import scan
    >>> seen = scan("Also present were Mali, Niger and Chad.")
    >>> [fronted(row) for row in country_rows(seen, seen.sentences[0])]
    [True]
    """
    if not _WHOLE.match(row.scan.characters, row.stop, row.sentence.stop):
        return False
    near = row.before[-150:]
    if near.endswith(_ENDS_VOICED):
        return bool(_VOICED.search(near))
    return any(piece in near for piece in _VERBS) and bool(_THERE.search(near))


_ENDS_VOICED = (" by ", " by the ", " of ", " of the ", " from ", " from the ")
_VERBS = (" were", " was", " are", " is", " will be")
