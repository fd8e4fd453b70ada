"""The same meeting told twice: trips of US presidents and of secretaries of state who went with them.

    python benchmarks/trips.py TRAVELS        # a checkout of github.com/HistoryAtState/travels (public domain)

The Office of the Historian keeps two lists: 832 stays of presidents abroad and 3,439 of secretaries. The key: a
secretary's remarks say that he or she was there with the president ("Accompanied President Obama"), or the two stays
meet in days and country and tell of one event; OTHERS, read by hand, meet and tell of two. No program sees those words
of the remarks. Each stay becomes sittings as a report would tell them, one a place, and Communique's own comparison
decides; beside it the trivial programs: country and first day, country and any day.
"""

import argparse
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import msgspec

from communique.lexicon.bodies import bodies, bodies_in
from communique.lexicon.countries import countries_in
from communique.model.meeting import BodyMention, Meeting
from communique.model.mention import mentions
from communique.model.reading import Reading, Report
from communique.resolution.compared import Seen
from communique.resolution.meetings import compare
from communique.resolution.sitting import Sitting, features

_WITH = re.compile(
    r"ac+o+mpan\w+ (?:the )?president|(?:with|joined|for|support\w*) president|president(?: \w+)?['’]s", re.I
)
_NAMED = re.compile(r"[^.;]*\bpresident\b[^.;]*", re.I)
_NEAR = 3
OTHERS = frozenset(
    (
        "2402 1308",  # an audience, and talks with the Holy See's own secretary of state
        "2512 3109",
        "2570 731",
        "2614 147",
        "2622 165",
        "2633 209",
        "2660 1206",
        "2787 1837",
        "2832 1687",
        "2895 2272",
        "2923 906",
        "3051 3169",
        "4105 4072",
    )
)
"""Stays (president's and secretary's number) that meet in days and country and were two meetings."""


Pair = tuple[str, str]


class Stay(NamedTuple):
    """One traveller in one country."""

    id: str
    who: str
    start: str
    end: str
    country: str
    places: tuple[str, ...]
    remarks: str


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folder", type=Path, help="the checkout with president-travels and secretary-travels")
    options = parser.parse_args()
    presidents = list(_stays(options.folder / "president-travels"))
    secretaries = list(_stays(options.folder / "secretary-travels"))
    key = set(_told_twice(presidents, secretaries))
    print(
        f"{len(presidents)} stays of presidents, {len(secretaries)} of secretaries, {len(key)} pairs told twice\n"
    )
    print(f"{'program':38}{'P':>8}{'R':>8}{'F1':>8}")
    for name, says in (
        ("country and first day (trivial)", lambda p, s: p.start == s.start),
        ("country and any day (trivial)", _meet),
        ("communique: one sitting", _one_sitting),
    ):
        print(f"{name:38}{_measures(_said(presidents, secretaries, says), key)}")


def _stays(folder: Path) -> Iterator[Stay]:
    for path in sorted(folder.glob("*.xml")):
        for trip in ElementTree.parse(path).getroot().iter("trip"):
            said = {name: " ".join((trip.findtext(name) or "").split()) for name in ("id", "name", "locale")}
            place = trip.find("country")
            slug = (place.get("id") or "") if place is not None else ""
            code = next((hit.value for hit in countries_in(slug.replace("-", " ").title())), slug)
            places = tuple(p.strip() for p in said["locale"].split(",") if p.strip())
            days = (trip.findtext("start-date") or "", trip.findtext("end-date") or "")
            remarks = " ".join((trip.findtext("remarks") or "").split())
            yield Stay(said["id"], said["name"], *days, code, places, remarks)


def _told_twice(presidents: list[Stay], secretaries: list[Stay]) -> Iterator[Pair]:
    for secretary in secretaries:
        there = [
            p for p in presidents if p.country == secretary.country and _days_apart(p, secretary) <= _NEAR
        ]
        for president in there:
            with_him = _with(president, secretary) and _days_apart(president, secretary) == min(
                _days_apart(p, secretary) for p in there
            )
            meet = _meet(president, secretary) and f"{president.id} {secretary.id}" not in OTHERS
            if with_him or meet:
                yield president.id, secretary.id


def _with(president: Stay, secretary: Stay) -> bool:
    surname = re.sub(r",? Jr\.?$", "", president.who).split()[-1]
    named = re.search(rf"president (?:\w+ )?{surname}", secretary.remarks, re.I)
    return bool(named or _WITH.search(secretary.remarks))


def _days_apart(left: Stay, right: Stay) -> int:
    """0 where the two meet, else the days between."""
    starts, ends = (max(left.start, right.start), min(left.end, right.end))
    if starts <= ends:
        return 0
    try:
        return (date.fromisoformat(starts) - date.fromisoformat(ends)).days
    except ValueError:
        return 1000


def _said(presidents: list[Stay], secretaries: list[Stay], says: Callable[[Stay, Stay], bool]) -> set[Pair]:
    by_country: dict[str, list[Stay]] = {}
    for president in presidents:
        by_country.setdefault(president.country, []).append(president)
    return {(p.id, s.id) for s in secretaries for p in by_country.get(s.country, ()) if says(p, s)}


def _meet(president: Stay, secretary: Stay) -> bool:
    return _days_apart(president, secretary) == 0


def _one_sitting(president: Stay, secretary: Stay) -> bool:
    """True where any sitting of the one is one with any sitting of the other."""
    if president.start[:4] > secretary.end[:4] or secretary.start[:4] > president.end[:4]:
        return False
    results = [compare(a, b) for a in _sittings(president) for b in _sittings(secretary)]
    return any(result is not None and result.verdict == "same" for result in results)


def _sittings(stay: Stay) -> list[Sitting]:
    """What a report of the stay would say: a sitting of the bodies it names, and the bilateral one, at each place.

    The words that make the key (a secretary's "accompanied the president") are taken out first.
    """
    remarks = _NAMED.sub("", stay.remarks)
    named = sorted({hit.value for hit in bodies_in(remarks) if hit.label != "organ?"})
    bodies_named = tuple(BodyMention(name=bodies()[id].name, id=id) for id in named)
    both = Meeting(id="m", name="visit", kind="bilateral", represented=("US", stay.country))
    told = [both, Meeting(id="m", name="meeting", bodies=bodies_named)] if named else [both]
    return [_sitting(stay, place, meeting) for place in stay.places or ("",) for meeting in told]


def _sitting(stay: Stay, place: str, meeting: Meeting) -> Sitting:
    dated = msgspec.structs.replace(
        meeting, start=stay.start, end=stay.end, city=place or None, country=stay.country
    )
    reading = Reading(report=Report(id=stay.id), meetings=(dated,))
    return features(Seen(mentions(reading, stay.id)[0], reading))


def _measures(found: set[Pair], key: set[Pair]) -> str:
    both = len(found & key)
    precision, recall = both / max(len(found), 1), both / max(len(key), 1)
    return f"{precision:8.3f}{recall:8.3f}{2 * both / max(len(found) + len(key), 1):8.3f}"


if __name__ == "__main__":
    main()
