"""Trains the weighed decisions: `python -m communique.evaluation.learning gold/dev gold/samples [--out FOLDER]`.

Each decision is a logistic regression over signs that are there or not. It is trained on all candidates, also on
those of which a rule has decided; what it is worth is told by folds of whole reports, on the candidates of which no
rule speaks, for only those will it be asked. Same reports, same weights: nothing is drawn by lot.
"""

import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

from communique.evaluation.corpus import load_corpus
from communique.evaluation.examples import DECISIONS, Example, Read, read
from communique.lexicon.weights import Weights
from communique.model.errors import CommuniqueError

OFTEN = 6
"""In how many examples a sign must be found to have a weight."""

CALM = 10.0
"""How strongly weights are held near zero."""

FOLDS = 10

PRECISE = 0.8
"""How many of what is said by weights must be right, in the folds."""

_ROUNDS = 30
_NEVER = 2.0  # no likelihood reaches it


def fit(examples: list[Example], sure: float = _NEVER) -> Weights:
    """The weights that explain the examples best, one sign after the other until they stand still."""
    counted = Counter(sign for example in examples for sign in example.signs)
    rows: dict[str, list[int]] = {sign: [] for sign in sorted(counted) if counted[sign] >= OFTEN}
    for i, example in enumerate(examples):
        for sign in example.signs & rows.keys():
            rows[sign].append(i)
    right = [float(example.right) for example in examples]
    sums = [0.0] * len(examples)
    base, found = 0.0, dict.fromkeys(rows, 0.0)
    for _ in range(_ROUNDS):
        base += _step(range(len(examples)), right, sums, 0.0, 0.0)
        for sign, where in rows.items():
            found[sign] += _step(where, right, sums, found[sign], CALM)
    kept = {sign: round(weight, 2) for sign, weight in found.items() if abs(weight) >= 0.05}
    return Weights(base=round(base, 2), sure=sure, signs=kept)


def _step(
    where: "range | list[int]", right: list[float], sums: list[float], weight: float, calm: float
) -> float:
    """Newton's step of one weight, at most 1; the sums of the examples that have its sign follow."""
    slope, bend = -calm * weight, calm
    for i in where:
        likely = 1 / (1 + math.exp(-sums[i]))
        slope += right[i] - likely
        bend += likely * (1 - likely)
    step = max(-1.0, min(1.0, slope / (bend + 1e-9)))
    for i in where:
        sums[i] += step
    return step


Judged = list[tuple[float, bool]]


def judged(examples: list[Example]) -> Judged:
    """The silent facts with their likelihood by weights trained on other reports, and whether they are right; likeliest first."""
    reports = sorted({example.report for example in examples})
    best: dict[tuple[str, str], tuple[float, bool]] = {}
    for fold in range(FOLDS):
        held = set(reports[fold::FOLDS])
        trained = fit([e for e in examples if e.report not in held])
        for e in examples:
            if e.report in held and e.silent:
                key = (e.report, e.fact)
                best[key] = max(best.get(key, (0.0, False)), (trained.likely(e.signs), e.right))
    return sorted(best.values(), reverse=True)


def surest(facts: Judged) -> float:
    """The lowest likelihood, in steps of 0.05, from which enough are right."""
    steps = [step / 100 for step in range(95, 45, -5)]
    fitting = [s for s in steps if _precision(facts, s) >= PRECISE]
    return min(fitting, default=_NEVER)


def _precision(facts: Judged, sure: float) -> float:
    said = [right for likely, right in facts if likely >= sure]
    return sum(said) / len(said) if said else 0.0


def table(decision: str, examples: list[Example], facts: Judged) -> Iterator[str]:
    """What the folds say of a decision, likelihood by likelihood."""
    silent, right = len(facts), sum(right for _, right in facts)
    yield f"{decision}: {len(examples)} candidates; no rule speaks of {silent} facts, {right} of them right"
    for step in range(95, 45, -5):
        said = [ok for likely, ok in facts if likely >= step / 100]
        share = f"{sum(said) / len(said):.2f}" if said else "-"
        yield f"  likely {step / 100:.2f}: {len(said):>4} said, {sum(said):>4} right, {share}"


def learn(decision: str, reports: list[Read]) -> tuple[Weights, list[str]]:
    """The weights of a decision, and the lines that tell what they are worth."""
    examples = [example for report in reports for example in DECISIONS[decision](report)]
    facts = judged(examples)
    return fit(examples, surest(facts)), list(table(decision, examples, facts))


def written(trained: Weights) -> str:
    """Weights as they stand in their file."""
    said = {"base": trained.base, "sure": trained.sure, "signs": trained.signs}
    head = "# Made by python -m communique.evaluation.learning gold/dev gold/samples: do not edit.\n"
    return head + yaml.safe_dump(said, allow_unicode=True, sort_keys=True, width=1000)


def main(words: list[str]) -> int:
    """The exit code: 0 trained, 1 unsound or nothing to learn from, 2 wrong usage."""
    out = Path(words.pop(words.index("--out") + 1)) if "--out" in words[:-1] else None
    folders = [Path(w) for w in words if w != "--out"]
    if not folders or any(w.startswith("-") and w != "--out" for w in words):
        print("usage: python -m communique.evaluation.learning GOLD_DIR ... [--out FOLDER]", file=sys.stderr)
        return 2
    try:
        reports = [read(case) for folder in folders for case in load_corpus(folder).cases]
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        return 1
    for decision in DECISIONS:
        trained, lines = learn(decision, reports)
        print("\n".join(lines))
        print(f"  sure from {trained.sure}, {len(trained.signs)} signs")
        if out:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{decision}.yml").write_text(written(trained), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
