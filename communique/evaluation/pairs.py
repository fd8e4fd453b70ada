"""How well mentions are told alike and apart: a file of mentions with their true owners, scored pair by pair.

    python -m communique.evaluation.pairs gold/pairs/*.yml       # --wrong lists what was joined or missed
                                                                 # --lacks counts by what a report leaves out

A file holds reports, each with the people and meetings that it names and, for each, who or which it truly is::

    reports:
      - id: agency-1
        published: 2024-11-28
        people:
          - {name: Maxim Ryzhenkov, office: Minister of Foreign Affairs, of: BY, who: ryzhenkov}
        meetings:
          - {name: the session, body: csto/collective-security-council, start: 2024-11-28, city: Astana, which: csc-2024}

A report may say what it leaves out (``lacks: [day, city]``). The mentions are resolved as readings of such reports would be; nothing is read from a text. Beside it stands what a
trivial program gets: people of one last word, meetings of one first day and city.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import yaml

from communique.lexicon.bodies import bodies
from communique.lexicon.spelling import fold
from communique.model.meeting import BodyMention, Meeting
from communique.model.mention import mentions
from communique.model.party import Office, Participation
from communique.model.reading import Reading, Report
from communique.model.text import Text
from communique.resolution import resolve

Told = tuple[tuple[str, ...], Text, Reading]
_SLOTS = ("ordinal", "kind", "status", "city", "country")


class Labelled(NamedTuple):
    """A mention with its true owner, the entry it was given, and what a trivial program would tell it by."""

    report: str
    name: str
    true: str
    entry: str
    trivial: str
    side: str = ""
    lacks: frozenset[str] = frozenset()


class Score(NamedTuple):
    """Pairs that are one and were joined, that were joined, that are one; pairs of one delegation joined wrongly."""

    both: int
    joined: int
    alike: int
    of_one_delegation: int = 0

    @property
    def precision(self) -> float:
        """Of the pairs that were joined, the share that is one; 1 where nothing was joined."""
        return self.both / self.joined if self.joined else 1.0

    @property
    def recall(self) -> float:
        """Of the pairs that are one, the share that was joined; 1 where there is none."""
        return self.both / self.alike if self.alike else 1.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        return 2 * self.both / (self.joined + self.alike) if self.joined + self.alike else 1.0


def labelled(paths: Iterable[Path]) -> dict[str, list[Labelled]]:
    """Every mention of people and of meetings in the files, resolved; the files stand for themselves."""
    found: dict[str, list[Labelled]] = {"people": [], "meetings": []}
    for path in paths:
        reports = yaml.safe_load(path.read_text(encoding="utf-8"))["reports"]
        _refuse_twice_named(path, reports)
        read = [told(report) for report in reports]
        entries = resolve(read).entries
        for report, one in zip(reports, read, strict=True):
            known = {(m.kind, m.name): entries[m.id] for m in mentions(one[2], one[1].id)}
            found["people"] += _people(path.stem, report, known)
            found["meetings"] += _meetings(path.stem, report, known)
    return found


def _refuse_twice_named(path: Path, reports: Iterable[dict[str, Any]]) -> None:
    """Mentions are told apart by report and name, so no name may stand twice in one report."""
    for report in reports:
        for kind in ("people", "meetings"):
            names = [str(item["name"]) for item in report.get(kind) or ()]
            twice = next((name for name in names if names.count(name) > 1), None)
            if twice:
                told = f"{path}: report {report['id']} names {kind} {twice!r} twice"
                raise ValueError(f"{told}: give one of them other words of the report as its name")


def score(found: list[Labelled], by: Callable[[Labelled], str]) -> Score:
    """The pairs that `by` joins against those that are one; pairs of two files are none."""
    both = joined = alike = delegation = 0
    for left, right in combinations(found, 2):
        if left.report.split(" ")[0] != right.report.split(" ")[0]:
            continue
        said, true = by(left) == by(right), left.true == right.true
        both, joined, alike = both + (said and true), joined + said, alike + true
        together = bool(left.side) and (left.report, left.side) == (right.report, right.side)
        delegation += said and not true and together
    return Score(both, joined, alike, delegation)


def wrong(found: list[Labelled]) -> Iterator[str]:
    """The pairs decided wrongly, a line each."""
    for left, right in combinations(found, 2):
        said, true = left.entry == right.entry, left.true == right.true
        if said != true and left.report.split(" ")[0] == right.report.split(" ")[0]:
            yield f"{'joined' if said else 'missed'}  {left.name} ({left.report}) | {right.name} ({right.report})"


def by_lack(found: list[Labelled]) -> dict[str, Score]:
    """The pairs that are one, by what either of the two reports leaves out."""
    counted: dict[str, list[bool]] = defaultdict(list)
    for left, right in combinations(found, 2):
        if left.true == right.true and left.report.split(" ")[0] == right.report.split(" ")[0]:
            for lack in sorted(left.lacks | right.lacks) or ["nothing"]:
                counted[lack].append(left.entry == right.entry)
    return {lack: Score(sum(each), sum(each), len(each)) for lack, each in sorted(counted.items())}


def told(report: dict[str, Any]) -> Told:
    """A report of such a file, with the reading that a reader would make of it."""
    id = str(report["id"])
    published = str(report["published"]) if report.get("published") else None
    people = report.get("people") or ()
    sides = {p["name"]: p.get("of") for p in people}
    reading = Reading(
        report=Report(id=id, published=published),
        offices=tuple(Office(person=p["name"], office=p.get("office") or "", of=p.get("of")) for p in people),
        meetings=tuple(_meeting(f"m{i}", m, sides) for i, m in enumerate(report.get("meetings") or ())),
    )
    return (id,), Text(name=id, characters=id, published=published), reading


def _meeting(id: str, told: dict[str, Any], sides: dict[str, str | None]) -> Meeting:
    slots = {slot: told[slot] for slot in _SLOTS if told.get(slot) is not None}
    slots |= {slot: str(told[slot]) for slot in ("start", "end") if told.get(slot)}
    named = told.get("body") or ()
    several = {
        "bodies": tuple(map(_body, [named] if isinstance(named, str) else named)),
        "represented": tuple(told.get("represented") or ()),
        "participants": tuple(
            Participation(name=name, represents=sides.get(name)) for name in told.get("people") or ()
        ),
    }
    return msgspec.structs.replace(Meeting(id=id, name=told["name"]), **slots, **several)


def _body(name: str) -> BodyMention:
    known = bodies().get(name)
    return BodyMention(name=known.name if known else name, id=name if known else None)


def _people(file: str, report: dict[str, Any], known: dict[tuple[str, str], str]) -> Iterator[Labelled]:
    for person in report.get("people") or ():
        last = (fold(person["name"]).split() or [""])[-1]
        side = person.get("of") or ""
        entry = known["people", person["name"]]
        yield Labelled(f"{file} {report['id']}", person["name"], person["who"], entry, last, side)


def _meetings(file: str, report: dict[str, Any], known: dict[tuple[str, str], str]) -> Iterator[Labelled]:
    for i, meeting in enumerate(report.get("meetings") or ()):
        # an undated meeting is its own: a trivial program has nothing to tell it by
        place = f"{meeting.get('start') or (report['id'], i)} {meeting.get('city') or ''}"
        entry = known["meetings", meeting["name"]]
        lacks = frozenset(report.get("lacks") or ())
        yield Labelled(f"{file} {report['id']}", meeting["name"], meeting["which"], entry, place, lacks=lacks)


def _line(name: str, program: str, of: Score) -> str:
    figures = f"{of.precision:8.3f}{of.recall:8.3f}{of.f1:8.3f}"
    return f"{name:12}{program:34}{of.alike:7}{of.joined:8}{figures}{of.of_one_delegation:12}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m communique.evaluation.pairs", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("files", type=Path, nargs="+", help="files of mentions with their true owners")
    parser.add_argument(
        "--wrong", action="store_true", help="list the pairs that are joined or missed wrongly"
    )
    parser.add_argument(
        "--lacks", action="store_true", help="count the pairs that are one by what a report leaves out"
    )
    options = parser.parse_args()
    trivial = {"people": "last word equal (trivial)", "meetings": "first day and city equal (trivial)"}
    print(f"{'kind':12}{'program':34}{'pairs':>7}{'joined':>8}{'P':>8}{'R':>8}{'F1':>8}{'delegation':>12}")
    try:
        mentioned = labelled(options.files)
    except ValueError as error:
        parser.exit(2, f"{error}\n")
    for kind, found in mentioned.items():
        print(_line(kind, f"communique ({len(found)} mentions)", score(found, lambda m: m.entry)))
        print(_line("", trivial[kind], score(found, lambda m: m.trivial)))
        if options.lacks:
            print(*(_line("", f"lacks {lack}", of) for lack, of in by_lack(found).items()), sep="\n")
        if options.wrong:
            print(*wrong(found), sep="\n")


if __name__ == "__main__":
    main()
