"""Words that tell whether somebody named in the account of a meeting sat there."""

import re
from functools import cache

from communique.lexicon.calendar import NO_MONTH
from communique.lexicon.files import load


def presence_pieces(*kinds: str) -> tuple[str, ...]:
    """The lists `kinds` of presence.yml, each entry up to its star: what must stand where its pattern finds anything."""
    return tuple(str(word).split("*")[0] for kind in kinds for word in load("en/presence.yml")[kind])


@cache
def presence_words(kind: str) -> str:
    """The list `kind` of presence.yml as alternatives of a pattern; a star stands for any ending.

    >>> bool(re.search(presence_words("received"), "the chair thanked them"))
    True
    """
    listed: list[str] = load("en/presence.yml")[kind]
    longest_first = sorted(dict.fromkeys(listed), key=len, reverse=True)
    alternatives = (re.escape(w).replace(r"\*", r"\w*").replace(r"\ ", " ") for w in longest_first)
    return "|".join(NO_MONTH if w == "may" else w for w in alternatives)
