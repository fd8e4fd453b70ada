"""Which values each report supports: one line a report, where an index of all quotes by report would hold one for each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection

from communique.growing.sql import AMONG, among, change, put

Pairs = Iterable[tuple[int, int]]
"""Numbers of values, each with the mark of a report."""


def cite(db: Connection, gone: Pairs, come: Pairs) -> None:
    """Stores which values reports support now: less those that are `gone`, with those that `come`."""
    less, more = _by_report(gone), _by_report(come)
    was = dict.fromkeys({*less, *more}, frozenset[int]())
    rows = among(db, f'SELECT report, "values" FROM cat_cited WHERE report IN {AMONG}', was)
    was |= {report: frozenset(msgspec.json.decode(kept, type=list[int])) for report, kept in rows}
    now = {report: (had - less.get(report, set())) | more.get(report, set()) for report, had in was.items()}
    change(db, f"DELETE FROM cat_cited WHERE report IN {AMONG}", [r for r, each in now.items() if not each])
    lines = ((r, msgspec.json.encode(sorted(each)).decode()) for r, each in now.items() if each)
    put(db, "INSERT OR REPLACE INTO cat_cited VALUES (?, ?)", sorted(lines))


def _by_report(pairs: Pairs) -> Mapping[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for value, report in pairs:
        found[report].add(value)
    return found
