"""The run last accepted for a corpus: its counts, kept beside the corpora in `accepted/NAME.json`."""

import json
from pathlib import Path

import msgspec

from communique.evaluation.run import Run
from communique.evaluation.scoring import Count, Counts
from communique.model.errors import BadInput


class Accepted(msgspec.Struct, frozen=True):
    """What a run gave when somebody accepted it: for comparing, and for docs/quality.md."""

    corpus: str
    digest: str
    reports: int
    headline: float
    baseline: float
    kinds: Counts


def accepted_file(folder: Path) -> Path:
    """Where the accepted run of a corpus stands: `gold/accepted/dev.json` for `gold/dev`."""
    folder = folder.resolve()
    return folder.parent / "accepted" / f"{folder.name}.json"


def last_accepted(folder: Path) -> Accepted | None:
    """The accepted run of a corpus, None where there is none yet; raises BadInput for a broken file."""
    path = accepted_file(folder)
    return read_accepted(path) if path.is_file() else None


def read_accepted(path: Path) -> Accepted:
    """The accepted run in a file; raises BadInput for one that is broken."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Accepted)
    except msgspec.MsgspecError as error:
        raise BadInput(str(path), f"is no accepted run: {error}") from None


def write_accepted(folder: Path, run: Run) -> Path:
    """Writes a run as the accepted one, a line a kind so that a change of it reads well; where it stands."""
    head = {
        "corpus": run.corpus,
        "digest": run.digest,
        "reports": len(run.reports),
        "headline": round(run.headline, 4),
        "baseline": round(run.baseline, 4),
    }
    rows = ",\n".join(f"  {json.dumps(kind)}: {list(count)}" for kind, count in run.counts.items())
    path = accepted_file(folder)
    path.parent.mkdir(exist_ok=True)
    path.write_text(f'{json.dumps(head, indent=1)[:-2]},\n "kinds": {{\n{rows}\n }}\n}}\n', encoding="utf-8")
    return path


def gain(before: Accepted | None, kind: str, now: Count) -> float | None:
    """How much the F1 of a kind rose since the accepted run; None where nothing was accepted for it."""
    if before is None or kind not in before.kinds:
        return None
    return now.f1 - before.kinds[kind].f1
