"""Names told alike or apart, against the pairs that OpenSanctions labelled (MIT), beside a trivial program and theirs.

    python benchmarks/names.py cases.csv [logicv2-frozen.csv]

`contrib/name_bench/cases.csv` of github.com/opensanctions/nomenklatura holds 826 pairs, 548 of them persons; the
second file, beside it, is what their own matcher says of each pair, decided at their threshold. Names alone are
compared: Communique never joins two people on a name alone, so this weighs one sign of several.
"""

import argparse
import csv
from collections.abc import Callable
from pathlib import Path

from communique.lexicon.likeness import aligned, likeness
from communique.lexicon.personal import personal_name
from communique.lexicon.spelling import canonical, fold

Row = dict[str, str]
THRESHOLD = 0.8
THEIRS = 0.7


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("cases", type=Path, help="the labelled pairs (cases.csv)")
    parser.add_argument(
        "theirs", type=Path, nargs="?", help="what OpenSanctions' matcher says (…-frozen.csv)"
    )
    parser.add_argument("--misses", action="store_true", help="list the pairs of persons decided wrongly")
    options = parser.parse_args()
    rows = _rows(options.cases)
    persons = [row for row in rows if row["schema"] == "Person"]
    print(f"{len(rows)} pairs, {len(persons)} of them persons\n")
    print(f"{'':32}{'all pairs':^24}{'persons':^24}")
    print(f"{'program':32}" + f"{'P':>8}{'R':>8}{'F1':>8}" * 2)
    for name, says in (("last word equal (trivial)", last_word), (f"communique at {THRESHOLD}", ours)):
        print(f"{name:32}{_scored(rows, says)}{_scored(persons, says)}")
    if options.theirs:
        frozen = _rows(options.theirs)
        for part in (frozen, [row for row in frozen if row["schema"] == "Person"]):
            name = f"OpenSanctions logic-v2 at {THEIRS}" if part is frozen else ""
            print(f"{name:32}" * bool(name) + _scored(part, theirs), end="\n" if not name else "")
    print(
        "\npersons, by threshold: "
        + ", ".join(f"{t} {_f1(persons, t):.3f}" for t in (0.7, 0.75, 0.8, 0.85, 0.9))
    )
    if options.misses:
        for row in persons:
            if ours(row) != _match(row):
                print(f"{'missed ' if _match(row) else 'invented'} {row['name1']} | {row['name2']}")


def alike(row: Row) -> float:
    """How alike the two names are to Communique."""
    if row["schema"] == "Person":
        return likeness(personal_name(row["name1"]), personal_name(row["name2"])).score
    first, second = (tuple(map(canonical, fold(row[side]).split())) for side in ("name1", "name2"))
    return aligned(first, second).score


def ours(row: Row) -> bool:
    """True where Communique would call the names alike."""
    return alike(row) >= THRESHOLD


def last_word(row: Row) -> bool:
    """The trivial program: two names are one when their last words are."""
    return fold(row["name1"]).split()[-1:] == fold(row["name2"]).split()[-1:]


def theirs(row: Row) -> bool:
    """What OpenSanctions' matcher said of the pair."""
    return float(row["score"]) >= THEIRS


def _f1(rows: list[Row], threshold: float) -> float:
    return _measures(rows, lambda row: alike(row) >= threshold)[2]


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _match(row: Row) -> bool:
    return row["is_match"] == "true"


def _scored(rows: list[Row], says: Callable[[Row], bool]) -> str:
    return "".join(f"{value:8.3f}" for value in _measures(rows, says))


def _measures(rows: list[Row], says: Callable[[Row], bool]) -> tuple[float, float, float]:
    both = sum(says(row) and _match(row) for row in rows)
    found, labelled = sum(map(says, rows)), sum(map(_match, rows))
    return both / max(found, 1), both / max(labelled, 1), 2 * both / max(found + labelled, 1)


if __name__ == "__main__":
    main()
