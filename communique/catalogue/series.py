"""The sittings of a body in order: its numbering, the numbers of which no report was read, and its rhythm."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from statistics import median

import msgspec
from sqlalchemy import Connection, select

from communique.catalogue.entries import full_id, label_of
from communique.catalogue.queries import meetings_of
from communique.catalogue.rows import MeetingRow
from communique.catalogue.tables import TIE
from communique.catalogue.turns import Rotation, by_number, by_turn, by_year, rotation
from communique.catalogue.views import VALUE
from communique.lexicon.sittings import sitting_words
from communique.model.when import when, year_of

_HELD = ("held", "ongoing")
_DAYS_A_MONTH = 30.44
_A_SHORT_MONTH = 0.85
_ABOUT_A_YEAR = 11
_UNEVEN = 2.5  # the longest distance by the shortest: beyond that there is no rhythm
# in this order: by the person, all else that a chairman ever sat in would be looked through
_CHAIRED = """SELECT seat.meeting, seat.represents FROM cat_tie t CROSS JOIN cat_meeting m ON m.id = t.meeting
CROSS JOIN cat_participation seat ON seat.meeting = m.id AND seat.person = m.chair_person WHERE t.entry = ?"""
_FEWEST = 3  # dated sittings before a rhythm can be told
_MOST_MISSING = 50  # numbers: beyond that a number was misread, or the count began anew


class Gap(msgspec.Struct, frozen=True):
    """Numbers, from first to last, of which no report was read."""

    first: int
    last: int


class Sat(msgspec.Struct, frozen=True, kw_only=True):
    """Which country a sitting had in the chair or was held in, and the meeting that says so."""

    country: str
    meeting: str
    date: str | None = None
    ordinal: int | None = None


class Turns(msgspec.Struct, frozen=True, kw_only=True):
    """The countries that came in turn, as the `chair` or as the `host`, and the order that they keep, if they do.

    `by` is what they are counted by: the `number` of the sitting, the `year`, or the `turn` of each country.
    """

    of: str
    by: str
    rotation: Rotation


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """A body's sittings, oldest first, with the gaps where they belong; `months` between two of them, mostly.

    `rhythm` says that in words. `chairs` are the countries in the chair, `hosts` where it met and how often;
    `turns` is set where the chair, or else the host, goes round in an order that the record bears out.
    """

    body: str
    label: str
    steps: tuple[MeetingRow | Gap, ...] = ()
    months: float | None = None
    rhythm: str | None = None
    chairs: tuple[Sat, ...] = ()
    hosts: tuple[tuple[str, int], ...] = ()
    turns: Turns | None = None

    @property
    def sittings(self) -> tuple[MeetingRow, ...]:
        """The sittings without the gaps."""
        return tuple(s for s in self.steps if isinstance(s, MeetingRow))


def series(db: Connection, body: str, *, latest: int = -1) -> Series:
    """The series of one body, or its `latest` sittings alone. Raises NotFound for an unknown one.

    Numbered and unnumbered sittings stand together by date; an undated one stands by its number.
    """
    id = full_id(db, body)
    found = in_order(meetings_of(db, id, limit=latest))
    chairs = _sat(found, chairing(db, id))
    cities = Counter(", ".join(w for w in (r.city, r.country) if w) for r in found if r.status in _HELD)
    return Series(
        body=id,
        label=label_of(db, id),
        steps=tuple(_with_gaps(found, numbers_told(db, id))),
        months=rhythm(found),
        rhythm=in_words(spans(found)),
        chairs=tuple(chairs),
        hosts=tuple((place, n) for place, n in cities.most_common() if place),
        turns=_turns("chair", chairs) or _turns("host", _sat(found, {r.id: r.country or "" for r in found})),
    )


def chairing(db: Connection, body: str) -> dict[str, str]:
    """By meeting of a body: the country that chaired it, said of the chair or of the person who was."""
    said = select(VALUE.c.entity, VALUE.c.value).join(TIE, TIE.c.meeting == VALUE.c.entity)
    said = said.where(VALUE.c.field == "chair_represents", VALUE.c.verdict == "stands", TIE.c.entry == body)
    rows = [*db.exec_driver_sql(_CHAIRED, (body,)), *db.execute(said)]
    return {meeting: country for meeting, country in rows if country}


def _sat(rows: Sequence[MeetingRow], countries: Mapping[str, str]) -> list[Sat]:
    """The sittings that were held, with the country of each that is known."""
    return [
        Sat(country=c, meeting=r.id, date=r.date, ordinal=r.ordinal)
        for r in rows
        if r.status in _HELD and (c := countries.get(r.id))
    ]


def _turns(of: str, sat: Sequence[Sat]) -> Turns | None:
    """The order that the countries keep, counted by number, by year, or turn by turn."""
    meetings = [s.meeting for s in sat]
    counted = {
        "number": by_number([(s.ordinal, s.country) for s in sat], meetings),
        "year": by_year([(year_of(s.date), s.country) for s in sat], meetings),
        "turn": by_turn([s.country for s in sat], meetings),
    }
    found = ((by, rotation(turns)) for by, turns in counted.items() if turns)
    return next((Turns(of=of, by=by, rotation=kept) for by, kept in found if kept), None)


def in_order(rows: Iterable[MeetingRow]) -> list[MeetingRow]:
    """By date; what has none behind the nearest smaller number, or at the end."""
    dated = sorted((r for r in rows if _day(r)), key=lambda r: (_day(r), r.ordinal or 0, r.id))
    for row in sorted((r for r in rows if not _day(r)), key=lambda r: (r.ordinal or 0, r.id)):
        before = [i for i, r in enumerate(dated) if row.ordinal and r.ordinal and r.ordinal < row.ordinal]
        dated.insert(before[-1] + 1 if before else len(dated) if not row.ordinal else 0, row)
    return dated


def rhythm(rows: Iterable[MeetingRow]) -> float | None:
    """The middle distance in months from one sitting to the next; None where fewer than three tell.

    Numbered sittings count those between them of which no report was read.
    """
    found = spans(rows)
    return round(median(found), 1) if found else None


def spans(rows: Iterable[MeetingRow]) -> list[float]:
    """The months from each sitting held to the next; none where fewer than two distances are known."""
    held = [r for r in rows if r.status in _HELD and len(_day(r)) == len("2018-11-21")]
    by_day = {_day(r): r for r in sorted(held, key=lambda r: (_day(r), r.ordinal is not None))}
    numbered = [r for _, r in sorted(by_day.items()) if r.ordinal is not None and "ordinal" not in r.disputed]
    found = [
        (_months(a, b) / (b.ordinal - a.ordinal), b.ordinal - a.ordinal)
        for a, b in pairwise(numbered)
        if a.ordinal is not None and b.ordinal is not None and 0 < b.ordinal - a.ordinal <= _MOST_MISSING
    ]
    if len(numbered) * 2 < len(by_day) or sum(steps for _, steps in found) < _FEWEST - 1:
        found = [(_months(a, b), 1) for a, b in pairwise(r for _, r in sorted(by_day.items()))]
    each = [months for months, steps in found for _ in range(steps)]
    return each if len(each) >= _FEWEST - 1 else []


def _months(earlier: MeetingRow, later: MeetingRow) -> float:
    return (date.fromisoformat(_day(later)) - date.fromisoformat(_day(earlier))).days / _DAYS_A_MONTH


def in_words(spans: Sequence[float]) -> str | None:
    """The rhythm as people say it; where the distances differ much, from which to which.

    >>> in_words([11.8, 12.2, 12.0]), in_words([5.9, 6.1]), in_words([2, 14, 30])
    ('about once a year', 'about every 6 months', 'irregularly, 2 to 30 months apart')
    """
    if not spans:
        return None
    middle, least, most = median(spans), min(spans), max(spans)
    if most > _UNEVEN * max(least, 1):
        return f"irregularly, {round(least)} to {round(most)} months apart"
    if middle < _A_SHORT_MONTH:
        weeks = max(1, round(middle * _DAYS_A_MONTH / 7))
        return "about every week" if weeks == 1 else f"about every {weeks} weeks"
    if round(middle) <= 1:
        return "about every month"
    if round(middle) < _ABOUT_A_YEAR:
        return f"about every {round(middle)} months"
    years = round(middle / 12)
    return "about once a year" if years <= 1 else f"about every {years} years"


def _day(row: MeetingRow) -> str:
    """The date as far as it is known with its year; empty without."""
    return row.date.rstrip("~?") if row.date and when(row.date).precision and row.date[:4].isdigit() else ""


def numbers_told(db: Connection, body: str) -> frozenset[int]:
    """Every number that some report gives a sitting of the body, though another stands."""
    said = select(VALUE.c.value).join(TIE, TIE.c.meeting == VALUE.c.entity)
    rows = db.execute(said.where(TIE.c.entry == body, VALUE.c.field == "ordinal"))
    return frozenset(int(number) for (number,) in rows if str(number).isdecimal())


def _with_gaps(rows: Iterable[MeetingRow], told: Collection[int] = ()) -> Iterator[MeetingRow | Gap]:
    """A gap stands before the sitting behind it, unless as many sittings before that one have no number."""
    highest: int | None = None
    unnumbered = 0
    for row in rows:
        if row.ordinal is None:
            unnumbered += _may_be_numbered(row)
        else:
            missing = [n for n in range((highest or row.ordinal) + 1, row.ordinal) if n not in told]
            if unnumbered < len(missing) and row.ordinal - (highest or 0) <= _MOST_MISSING:
                yield from _runs(missing)
            if row.ordinal > (highest or 0):
                highest, unnumbered = row.ordinal, 0
        yield row


def _may_be_numbered(row: MeetingRow) -> bool:
    """True for a sitting that was held and is not one of those beside the numbered: extraordinary, informal."""
    beside = sitting_words("beside_numbered") & set((row.name or "").lower().split())
    return row.status in _HELD and not beside


def _runs(numbers: Sequence[int]) -> Iterator[Gap]:
    """Numbers that follow each other as one gap."""
    for _, run in groupby(enumerate(numbers), key=lambda at: at[1] - at[0]):
        each = [number for _, number in run]
        yield Gap(each[0], each[-1])
