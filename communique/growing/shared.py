"""What the reports of one source say together: every mark is counted, and passed on once."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

import msgspec
from sqlalchemy import Connection

from communique.growing.sql import among, put
from communique.record.tallies import Key, once

_STORED = """SELECT s.source, s.entity, s.field, s.same, s.tally FROM json_each(?) j JOIN cat_shared s
ON s.source = json_extract(j.value, '$[0]') AND s.entity = json_extract(j.value, '$[1]')
AND s.field = json_extract(j.value, '$[2]') AND s.same = json_extract(j.value, '$[3]')"""

Spot = tuple[str, str, str, str]
"""A source, and the value of which it says something: entry, field, what all spellings share."""


class Shared:
    """By how much a batch changes what sources say."""

    def __init__(self, db: Connection) -> None:
        self._db = db
        self._changed: dict[Spot, Counter[str]] = defaultdict(Counter)

    def of(self, source: str, key: Key) -> Counter[str]:
        """The sums of one source's marks on one value, to be added to."""
        return self._changed[source, *key]

    def settled(self) -> Iterator[tuple[Key, Mapping[str, int]]]:
        """Stores the sums; what each source adds to each value now, less what it added before."""
        rows = among(self._db, _STORED, sorted(self._changed))
        former = {tuple(spot): Counter(msgspec.json.decode(t, type=dict[str, int])) for *spot, t in rows}
        kept, gone = [], []
        for spot, changed in self._changed.items():
            was = former.get(spot, Counter())
            now = {mark: n for mark, n in sorted(_sum(was, changed).items()) if n}
            more = once(now)
            more.subtract(once(was))
            yield Key(*spot[1:]), more
            if now:
                kept.append((*spot, msgspec.json.encode(now, order="deterministic").decode()))
            elif was:
                gone.append(spot)
        put(self._db, "INSERT OR REPLACE INTO cat_shared VALUES (?, ?, ?, ?, ?)", kept)
        put(
            self._db,
            "DELETE FROM cat_shared WHERE source = ? AND entity = ? AND field = ? AND same = ?",
            gone,
        )


def _sum(was: Counter[str], changed: Counter[str]) -> Counter[str]:
    both = was.copy()
    both.update(changed)  # `+` would leave out what falls to zero and below
    return both
