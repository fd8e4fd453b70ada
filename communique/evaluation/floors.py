"""Floors: the scores that a corpus must not fall below, kept beside the corpora in `floors.yml`."""

import math
from pathlib import Path
from typing import Any

import msgspec
import yaml

from communique.evaluation.run import Run
from communique.evaluation.scoring import HEADLINE
from communique.model.errors import BadInput, CommuniqueError

SLACK = 0.01
"""How far under the accepted score a floor is laid, so that a change of one fact in hundreds does not fail."""

_HEAD = """\
# The least F1 of each corpus, laid by `communique evaluate GOLD --accept` a little under the accepted score.
# Lowering one takes `--accept --lower`. The digest names the state of the corpus for which they hold.
"""


class Floors(msgspec.Struct, frozen=True):
    """The floors of one corpus: the headline mean and each headline kind, for one state of its files."""

    digest: str
    headline: float
    kinds: dict[str, float]


class Lowered(CommuniqueError):
    """A run would lower a floor, and nobody said that it may."""


def floors_file(folder: Path) -> Path:
    """Where the floors of a corpus stand: `gold/floors.yml` for `gold/dev`."""
    return folder.resolve().parent / "floors.yml"


def all_floors(path: Path) -> dict[str, Floors]:
    """Every corpus's floors by its name, none for a missing file; raises BadInput for a broken one."""
    if not path.is_file():
        return {}
    try:
        data = yaml.safe_load(path.read_bytes()) or {}
        return msgspec.convert(data, dict[str, Floors])
    except (yaml.YAMLError, msgspec.MsgspecError) as error:
        raise BadInput(str(path), f"are no floors: {str(error).splitlines()[0]}") from None


def floors_of(folder: Path) -> Floors | None:
    """The floors of one corpus, None where none are laid yet."""
    return all_floors(floors_file(folder)).get(folder.resolve().name)


def shortfalls(run: Run, floors: Floors) -> dict[str, tuple[float, float]]:
    """Score and floor of each kind that fell below its floor, the mean under the name `headline`."""
    scores = _scores(run)
    laid = {"headline": floors.headline} | floors.kinds
    return {
        kind: (scores.get(kind, 0.0), floor) for kind, floor in laid.items() if scores.get(kind, 0.0) < floor
    }


def raised(run: Run, old: Floors | None, lower: bool = False) -> Floors:
    """The floors that a run lays: none lower than before, unless `lower`.

    Raises Lowered, naming each kind that fell below its floor.
    """
    fallen = shortfalls(run, old) if old else {}
    if fallen and not lower:
        named = ", ".join(f"{kind} {score:.3f} < {floor:.3f}" for kind, (score, floor) in fallen.items())
        raise Lowered(f"{run.corpus}: would lower a floor ({named}); if that is meant, add --lower")
    before = {"headline": old.headline} | old.kinds if old else {}
    laid = {}
    for kind, score in _scores(run).items():
        new = _under(score)
        laid[kind] = new if kind in fallen else max(new, before.get(kind, 0.0))
    return Floors(run.digest, laid.pop("headline"), laid)


def write_floors(folder: Path, floors: Floors) -> Path:
    """Writes the floors of one corpus beside those of the others; where they stand."""
    path = floors_file(folder)
    laid = all_floors(path) | {folder.resolve().name: floors}
    data: dict[str, Any] = msgspec.to_builtins(dict(sorted(laid.items())))
    path.write_text(_HEAD + yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    return path


def _scores(run: Run) -> dict[str, float]:
    scores = run.counts
    kinds = {kind: scores[kind].f1 for kind in HEADLINE if kind in scores and scores[kind].gold}
    return {"headline": run.headline} | kinds


def _under(score: float) -> float:
    return max(0.0, math.floor((score - SLACK) * 1000) / 1000)
