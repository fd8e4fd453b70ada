"""Which verbs make an announcement a commitment."""

from functools import cache

from communique.lexicon.files import load


@cache
def commitment_words(kind: str) -> frozenset[str]:
    """The list `kind` of commitments.yml: vague, dated_only, done, undone, actors, idle, present.

    >>> "help" in commitment_words("vague")
    True
    """
    return frozenset(load("en/commitments.yml")[kind])
