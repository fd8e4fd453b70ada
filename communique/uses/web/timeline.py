"""What the timeline on the front page shows: meetings by body, and by year or month."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from communique.catalogue.timing import YEARS_BY_MONTH, Held
from communique.model.when import when
from communique.uses.charts import Cell, Timeline
from communique.uses.web.addresses import list_of, page_of
from communique.uses.web.wording import printable

NO_BODY = "no body named"
OTHER = "other bodies"
_ROWS = 12


class _Day(NamedTuple):
    year: int
    month: int | None


def timeline(meetings: Iterable[Held], pages: Mapping[str, str]) -> Timeline:
    """Meetings by year, or by month where they lie within two years; the busiest bodies, then the others.

    `pages` gives a body's page by its name; a cell of many meetings leads to its year there.
    """
    dated, undated = _dated(meetings)
    if not dated:
        return Timeline(undated=undated)
    by_month = dated[-1][0].year - dated[0][0].year < YEARS_BY_MONTH and all(d.month for d, _ in dated)
    rows = _busiest(m for _, m in dated)
    found: dict[tuple[str, str], dict[Held, None]] = defaultdict(dict)
    for day, meeting in dated:
        time = f"{day.year}-{day.month:02}" if by_month else str(day.year)
        for name in _bodies(meeting):
            found[name if name in rows else OTHER, time][meeting] = None
    times = _columns([t for _, t in found])
    homes = {printable(name): page for name, page in pages.items()}
    cells = (Cell(b, t, _number(each), _leads(b, t, each, homes)) for (b, t), each in sorted(found.items()))
    return Timeline(rows, times, tuple(cells), undated)


def _dated(meetings: Iterable[Held]) -> tuple[list[tuple[_Day, Held]], int]:
    """Meetings with a year, earliest first, and how many have none."""
    dated, undated = [], 0
    for meeting in meetings:
        year, month, _ = when(meeting.date)
        if year is None:
            undated += meeting.meetings
        else:
            dated.append((_Day(year, month if month and month <= 12 else None), meeting))
    return sorted(dated, key=lambda pair: pair[0].year), undated


def _busiest(meetings: Iterable[Held]) -> tuple[str, ...]:
    """The bodies that get a row of their own, then the rows for all the others."""
    times: Counter[str] = Counter()
    for meeting in meetings:
        times.update(dict.fromkeys(_bodies(meeting), meeting.meetings))
    nameless = times.pop(NO_BODY, 0)
    busy = sorted(times, key=lambda name: (-times[name], name))
    own = busy if len(busy) <= _ROWS else [*busy[: _ROWS - 1], OTHER]
    return (*own, *([NO_BODY] if nameless else []))


def _bodies(meeting: Held) -> tuple[str, ...]:
    return _names(meeting.bodies)


@lru_cache(maxsize=20_000)
def _names(bodies: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(printable, bodies)) or (NO_BODY,)


def _columns(times: Collection[str]) -> tuple[str, ...]:
    """Every year or month from the first to the last."""
    first, last = min(times), max(times)
    if len(first) == 4:
        return tuple(str(year) for year in range(int(first), int(last) + 1))
    start, stop = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return tuple(f"{n // 12}-{n % 12 + 1:02}" for n in range(start, stop + 1))


def _number(meetings: Iterable[Held]) -> int:
    return sum(meeting.meetings for meeting in meetings)


def _leads(body: str, time: str, meetings: Collection[Held], pages: Mapping[str, str]) -> str:
    if _number(meetings) == 1:
        return page_of(next(iter(meetings)).id, "meetings")
    return f"{pages[body]}#y{time[:4]}" if body in pages else list_of("meetings", year=time[:4])
