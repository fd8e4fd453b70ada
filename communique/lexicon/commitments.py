"""Which verbs make an announcement a commitment."""

from functools import cache

from communique.lexicon.files import load


@cache
def commitment_words(kind: str) -> frozenset[str]:
    """The list `kind` of commitments.yml: acts, done, idle, dated_only.

    >>> "sign" in commitment_words("acts")
    True
    """
    return frozenset(load("en/commitments.yml")[kind])
