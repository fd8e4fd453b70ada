"""What the reports of one source say together: every mark is counted, and passed on once."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import msgspec
from sqlalchemy import Connection

from communique.catalogue.tables import mark_of
from communique.growing.sql import among, put
from communique.record.tallies import Key, once

_STORED = """SELECT s.source, s.spot, s.tally FROM json_each(?) j JOIN cat_shared s
ON s.source = json_extract(j.value, '$[0]') AND s.spot = json_extract(j.value, '$[1]')"""

Spot = tuple[int, int]
"""A source, and the value of which it says something."""


class Shared:
    """By how much a batch changes what sources say."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._changed: dict[Spot, Counter[str]] = defaultdict(Counter)
        self._keys: dict[Spot, Key] = {}

    def of(self, source: str, key: Key) -> Counter[str]:
        """The sums of one source's marks on one value, to be added to."""
        spot = mark_of(f"r-{source}"), numbered(key)
        self._keys[spot] = key
        return self._changed[spot]

    def settled(self) -> Iterator[tuple[Key, Mapping[str, int]]]:
        """Stores the sums; what each source adds to each value now, less what it added before."""
        rows = among(self._db, _STORED, sorted(self._changed))
        former = {(at, spot): Counter(msgspec.json.decode(t, type=dict[str, int])) for at, spot, t in rows}
        kept, gone = [], []
        for spot, changed in self._changed.items():
            was = former.get(spot, Counter())
            now = {mark: n for mark, n in sorted(_sum(was, changed).items()) if n}
            more = once(now)
            more.subtract(once(was))
            yield self._keys[spot], more
            if now:
                kept.append((*spot, msgspec.json.encode(now, order="deterministic").decode()))
            elif was:
                gone.append(spot)
        put(self._db, "INSERT OR REPLACE INTO cat_shared VALUES (?, ?, ?)", kept)
        put(self._db, "DELETE FROM cat_shared WHERE source = ? AND spot = ?", gone)


def numbered(key: Key) -> int:
    """A value as its sums are found: eight bytes for entry, field, and what all spellings share."""
    said = hashlib.blake2b("\0".join(key).encode(), digest_size=8)
    return int.from_bytes(said.digest(), "big", signed=True)


def _sum(was: Counter[str], changed: Counter[str]) -> Counter[str]:
    both = was.copy()
    both.update(changed)  # `+` would leave out what falls to zero and below
    return both
