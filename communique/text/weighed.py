"""How sure it is that a line is furniture, by trained weights: twice over, first by itself, then by where the report stands."""

from collections.abc import Collection, Iterator, Sequence

from communique.lexicon.weights import weights
from communique.text.kinship import kinship, rounded
from communique.text.lines import Line
from communique.text.places import FAR, step
from communique.text.signs import Signed, signs_of

CLIP = 4.0
"""The most that one line weighs when the report's place is looked for."""

LEAN = 0.5
"""What a line of the report may weigh towards furniture."""

CAP = 5.0
"""The most that one line weighs among its neighbours."""

WINDOWS = (3, 8)


def weigh(
    lines: Sequence[Line], marks: Sequence[str | None], ruled: Collection[int], title: range | None
) -> list[float]:
    """For each line what speaks for furniture (above 0) and for the report (below)."""
    signed = signs_of(lines, marks, ruled, title)
    first, second = weights("line"), weights("line-again")
    alone = [first.total(one.signs) for one in signed]
    return [second.total(signs) for signs in signs_again(signed, alone)]


def report_of(alone: Sequence[float]) -> range:
    """The stretch of lines that weighs most towards the report.

    >>> report_of([3.0, 2.0, -4.0, 1.0, -3.0, 5.0])
    range(2, 5)
    """
    best = total = 0.0
    found = range(0)
    start = 0
    for i, weight in enumerate(alone):
        if total <= 0:
            total, start = 0.0, i
        total -= max(-CLIP, min(CLIP, weight - LEAN))
        if total > best:
            best, found = total, range(start, i + 1)
    return found


def signs_again(signed: Sequence[Signed], alone: Sequence[float]) -> Iterator[list[str]]:
    """The signs of each line, with what the lines around it weigh and where the report stands."""
    report = report_of(alone)
    capped = [max(-CAP, min(CAP, weight)) for weight in alone]
    sums = [0.0]
    for weight in capped:
        sums.append(sums[-1] + weight)
    kin = [*kinship(signed, capped, report)]
    for i, one in enumerate(signed):
        where, far = _where(i, report)
        own = rounded(capped[i])
        near = [_mean(sums, i, size) for size in WINDOWS]
        yield [
            *one.signs,
            where,
            f"{where} {far}",
            f"{where} {one.kind}",
            f"{where} own {own}",
            f"own {own}",
            f"above own {rounded(capped[i - 1]) if i else '-'}",
            f"below own {rounded(capped[i + 1]) if i + 1 < len(capped) else '-'}",
            *[f"{name} {size} {mean}" for size, pair in zip(WINDOWS, near, strict=True) for name, mean in zip(("above", "below"), pair, strict=True)],
            f"amid {near[0][0]} {near[0][1]}",
            *kin[i],
            *[f"{where} {sign}" for sign in kin[i]],
        ]  # fmt: skip


def _where(i: int, report: range) -> tuple[str, str]:
    if not report:
        return "no report", "-"
    if i < report.start:
        return "over", step(report.start - i, FAR)
    if i >= report.stop:
        return "under", step(i - report.stop + 1, FAR)
    return "in", step(min(i - report.start, report.stop - 1 - i), FAR)


def _mean(sums: Sequence[float], i: int, size: int) -> tuple[str, str]:
    """What the lines above and below weigh, rounded."""
    start, stop = max(0, i - size), min(len(sums) - 1, i + 1 + size)
    above = rounded((sums[i] - sums[start]) / (i - start)) if start < i else "-"
    below = rounded((sums[stop] - sums[i + 1]) / (stop - i - 1)) if stop > i + 1 else "-"
    return above, below
