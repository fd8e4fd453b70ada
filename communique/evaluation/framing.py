"""Trains what lines of a page weigh: `python -m communique.evaluation.framing gold/furniture/dev DUMPS --reports gold/dev --out FOLDER`.

Learnt from are dumps (see `evaluation.furniture`), annotated reports as they are, and both together: the reports set into
what surrounds the reports of the dumps, cut short at both ends, since dumps of one site are alike and news are no communiques. The second weights are learnt
from first ones of other dumps. Same dumps, same weights: what is drawn by lot is drawn with one seed. Needs scikit-learn (`pip install -e '.[train]'`).
"""

import argparse
import random
import sys
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from communique.evaluation.furniture import EITHER, FURNITURE, REPORT
from communique.evaluation.gold import load
from communique.evaluation.varying import varied
from communique.lexicon.weights import Weights
from communique.model.errors import BadInput, CommuniqueError
from communique.text.furniture import SURE, ruled_in
from communique.text.lines import lines_in
from communique.text.signs import SAID, Signed, signs_of
from communique.text.top import top_of
from communique.text.weighed import signs_again

OFTEN = 25
"""In how many lines a sign must be found to have a weight."""

WIDELY = 12
"""In how many dumps a word must be found to be a sign: fewer are one site's own."""

LOOSE = 0.1
"""How far weights may go from zero."""

DEAR = 3.0
"""What a lost line of a report costs, in lines of furniture left in."""

SLIGHT = 0.12
"""Weights below it are left out."""

ROUNDS, FOLDS, SEED = 150, 3, 7

HEADS, TAILS, ASIDES = (0, 2, 4, 6, 9, 14, 30), (0, 2, 5, 8, 12, 20, 40), (0, 0, 0, 1, 2, 3)
"""How many lines of a frame are set above, below and amid a report."""

SET_IN, OWN_SET_IN = 2, 6
"""How many reports each frame of a stranger's page is put around, and each of our own: these are short and few."""


class Dump(NamedTuple):
    """One dump's lines, each after its two signs, and how much it counts."""

    name: str
    lines: tuple[str, ...]
    counts: float


class Example(NamedTuple):
    """A dump's lines with their signs; `sides` are True for furniture, False for report, None for either."""

    name: str
    signed: list[Signed]
    sides: list[bool | None]
    counts: float


def dumps_in(folder: Path, counts: float) -> list[Dump]:
    """The dumps of a folder; raises BadInput where there are none."""
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise BadInput(str(folder), "holds no dumps (NAME.txt, each line after `~ ` or two blanks)")
    return [Dump(p.stem, tuple(p.read_text(encoding="utf-8").splitlines()), counts) for p in paths]


def reports_in(folder: Path) -> Iterator[Dump]:
    """Annotated reports as dumps: what annotators called furniture, and all the rest."""
    for path in sorted(folder.glob("*.yml")):
        text = path.with_suffix(".txt").read_text(encoding="utf-8").removeprefix("\ufeff")
        frame = load(path).get("furniture") or ()
        lines, start = [], 0
        for line in text.split("\n"):
            stop = start + len(line)
            cut = sum(max(0, min(end, stop) - max(begin, start)) for begin, end in frame)
            lines.append((FURNITURE if 2 * cut > len(line) else REPORT) + line)
            start = stop + 1
        yield Dump(path.stem, tuple(lines), DEAR)


def set_in(frames: Sequence[Dump], reports: Sequence[Dump], times: int = SET_IN) -> Iterator[Dump]:
    """Reports inside what stands around the reports of dumps, `times` for each frame."""
    lot = random.Random(SEED)
    for frame in frames:
        own = [i for i, line in enumerate(frame.lines) if line.startswith(REPORT)]
        if not own:
            continue
        bodies = [varied(_own_lines(one), lot) for one in lot.sample(reports, min(times, len(reports)))]
        bodies.append(varied(_own_lines(frame)[: lot.randrange(3, 7)], lot))
        for number, body in enumerate(bodies):
            yield Dump(f"{frame.name} {number}", tuple(_framed(frame.lines, own, body, lot)), 1.0)


def _own_lines(dump: Dump) -> list[str]:
    return [line for line in dump.lines if line.startswith(REPORT) and line.strip()]


def _framed(lines: Sequence[str], own: Sequence[int], body: list[str], lot: random.Random) -> list[str]:
    """One report with a stretch of the frame above it, one below, and asides amid it."""
    head, tail = lines[: own[0]], lines[own[-1] + 1 :]
    amid = [line for line in lines[own[0] : own[-1]] if line.startswith(FURNITURE)]
    found = [*_stretch(head, lot.choice(HEADS), lot, 0.3, True), *body]
    for _ in range(lot.choice(ASIDES)):
        if amid and len(body) > 3:
            place, first = lot.randrange(2, len(body)), lot.randrange(len(amid))
            found[len(found) - place : len(found) - place] = amid[first : first + lot.choice((1, 1, 2, 3))]
    return [*found, *_stretch(tail, lot.choice(TAILS), lot, 0.5, False)]


def _stretch(lines: Sequence[str], size: int, lot: random.Random, share: float, last: bool) -> Sequence[str]:
    """`size` of the lines, in some cases from their midst."""
    if not size or not lines:
        return ()
    if lot.random() < share:
        start = lot.randrange(len(lines))
        return lines[start : start + size]
    return lines[-size:] if last else lines[:size]


def example(dump: Dump) -> Example | None:
    """The lines of a dump as the weights will see them; None where it has no words."""
    characters = "\n".join(line[2:] for line in dump.lines)
    lines = lines_in(characters)
    if not lines:
        return None
    sides: dict[int, str] = {}
    start = 0
    for line in dump.lines:
        sides |= dict.fromkeys(range(start, start + len(line) - 1), line[:2])
        start += len(line) - 1
    top = top_of(characters, lines)
    ruled = ruled_in(lines, top)
    signed = signs_of(lines, ruled.marks, ruled.marked, top.title)
    said = [sides[line.start] for line in lines]
    return Example(dump.name, signed, [None if s == EITHER else s == FURNITURE for s in said], dump.counts)


Row = tuple[Sequence[str], bool, float]


def fit(rows: Sequence[Row], often: int = OFTEN) -> Weights:
    """The weights that explain the lines best: logistic regression, by scikit-learn, which is needed for training alone."""
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    seen = Counter(sign for signs, _, _ in rows for sign in set(signs))
    names = sorted(sign for sign in seen if seen[sign] >= often)
    number = {name: i for i, name in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for signs, _, _ in rows:
        columns += sorted({number[sign] for sign in signs if sign in number})
        ends.append(len(columns))
    table = csr_matrix(([1.0] * len(columns), columns, ends), shape=(len(rows), len(names)))
    model = LogisticRegression(C=LOOSE, max_iter=ROUNDS, tol=1e-4)
    model.fit(table, [side for _, side, _ in rows], sample_weight=[counts for _, _, counts in rows])
    found = zip(names, model.coef_[0].tolist(), strict=True)
    kept = {name: round(w, 2) for name, w in found if abs(w) >= SLIGHT}
    return Weights(base=round(float(model.intercept_[0]), 2), sure=SURE, signs=kept)


def learn(examples: Sequence[Example]) -> tuple[Weights, Weights]:
    """The first weights, and the second: these see what first weights that were learnt without a dump say of its lines."""
    first = fit([row for one in examples for row in _rows(one, [s.signs for s in one.signed])])
    rows = []
    for fold in range(FOLDS):
        inside = [zlib.crc32(one.name.split()[0].encode()) % FOLDS == fold for one in examples]
        others = [one for one, held in zip(examples, inside, strict=True) if not held]
        alone = fit([row for one in others for row in _rows(one, [s.signs for s in one.signed])])
        for one, held in zip(examples, inside, strict=True):
            if held:
                totals = [alone.total(s.signs) for s in one.signed]
                rows += _rows(one, list(signs_again(one.signed, totals)))
    return first, fit(rows)


def _rows(one: Example, signs: Sequence[Sequence[str]]) -> list[Row]:
    return [
        (found, side, one.counts * (1.0 if side else DEAR))
        for found, side in zip(signs, one.sides, strict=True)
        if side is not None
    ]


def written(trained: Weights) -> str:
    """Weights as they stand in their file."""
    said = {"base": trained.base, "sure": trained.sure, "signs": trained.signs}
    head = "# Made by python -m communique.evaluation.framing (docs/quality.md): do not edit.\n"
    return head + yaml.safe_dump(said, allow_unicode=True, sort_keys=True, width=1000)


def gathered(own: Path, pages: Sequence[Path], reports: Path) -> list[Example]:
    """All that is learnt from: dumps of our own, of strangers' pages, reports bare and set into both."""
    mine = dumps_in(own, DEAR)
    theirs = [dump for folder in pages for dump in dumps_in(folder, 0.7)]
    bare = list(reports_in(reports))
    lot = random.Random(11)
    texts = [Dump(d.name, tuple(varied(_own_lines(d), lot)), 2.0) for d in (*mine, *theirs, *bare)]
    inside = [*bare, *mine]
    every = [*mine, *theirs, *bare, *texts, *set_in(mine, inside, OWN_SET_IN), *set_in(theirs, inside)]
    return wide_words([one for dump in every if (one := example(dump))])


def wide_words(examples: Sequence[Example], widely: int = WIDELY) -> list[Example]:
    """The examples without the words that few dumps have; a dump and what was set into its frame are one."""
    seen: dict[str, set[str]] = defaultdict(set)
    for one in examples:
        for line in one.signed:
            for sign in line.signs:
                if sign.startswith(SAID):
                    seen[sign].add(one.name.split()[0])
    rare = frozenset(sign for sign, dumps in seen.items() if len(dumps) < widely)
    return [
        one._replace(signed=[s._replace(signs=[g for g in s.signs if g not in rare]) for s in one.signed])
        for one in examples
    ]


def main(words: Sequence[str] | None = None) -> int:
    """Trains both weights and writes them to `--out`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("own", type=Path, help="dumps of our own")
    parser.add_argument("pages", type=Path, nargs="*", help="folders of dumps of real pages")
    parser.add_argument("--reports", type=Path, required=True, help="annotated reports")
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args(words)
    try:
        examples = gathered(asked.own, asked.pages, asked.reports)
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        return 1
    count = sum(len(one.sides) for one in examples)
    print(f"{len(examples)} dumps, {count} lines")
    for name, trained in zip(("line", "line-again"), learn(examples), strict=True):
        asked.out.mkdir(parents=True, exist_ok=True)
        (asked.out / f"{name}.yml").write_text(written(trained), encoding="utf-8")
        print(f"{name}: {len(trained.signs)} signs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
