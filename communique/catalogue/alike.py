"""Bodies of the lexicon whose names share words with a name that it does not know."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import Connection, select

from communique.catalogue.kept import kept
from communique.catalogue.tables import BODY
from communique.lexicon.spelling import fold

_TELLING = re.compile(r"\b(?:[^\W\d_]{4,}|[A-Z]{2,})\b")
_SHARED = 2
"""Words that two names must share: one alone ("committee") says nothing."""


class _Known(NamedTuple):
    bodies: tuple[tuple[str, str, frozenset[str]], ...]
    times: Mapping[str, int]


def alike(db: Connection, name: str, most: int) -> list[tuple[str, str]]:
    """The ids and names of known bodies, those first that share the rarest words with this name."""
    known = kept(db, ("known bodies",), lambda: _known(db))
    own = _words(name)
    scored = (
        (sum(1 / known.times[w] for w in shared), named, id)
        for id, named, words in known.bodies
        if len(shared := own & words) >= _SHARED
    )
    best = sorted(scored, key=lambda found: (-found[0], found[1:]))
    return [(id, named) for _, named, id in best[:most]]


def _known(db: Connection) -> _Known:
    found = db.execute(select(BODY.c.id, BODY.c.name).where(BODY.c.id.not_like("b-%"))).all()
    bodies = tuple((str(id), str(name), _words(name)) for id, name in found if name)
    return _Known(bodies, Counter(w for _, _, words in bodies for w in words))


@lru_cache(8192)  # with each decision the record is another, its bodies' names are the same
def _words(name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _TELLING.findall(name))
