"""How well the reader reads, in the terminal: scores with gains and losses, mistakes, floors."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from communique.evaluation.accepted import Accepted, gain, last_accepted, write_accepted
from communique.evaluation.corpus import SEALED, load_corpus
from communique.evaluation.floors import Floors, floors_of, raised, shortfalls, write_floors
from communique.evaluation.run import Run, measure
from communique.evaluation.scoring import HEADLINE, KINDS, Count
from communique.evaluation.wording import SUBSUMED, Miss, misses
from communique.model.errors import BadInput
from communique.uses.terminal import console, progress, safe, say

if TYPE_CHECKING:
    from rich.table import Table


def kinds_of(asked: str | None) -> tuple[str, ...]:
    """The kinds that a name stands for, all for None: `meeting` for its slots, `instruments` for both of its.

    Raises BadInput for a name of none.
    """
    found = tuple(k for k in KINDS if asked is None or k == asked or k.startswith((f"{asked}.", f"{asked}+")))
    if not found:
        raise BadInput(str(asked), f"no such kind; there are {', '.join(KINDS)}")
    return found


def evaluate(folder: Path, kinds: tuple[str, ...], with_misses: bool = False, as_json: bool = False) -> Run:
    """Reads and scores a corpus and prints what came of it.

    Raises BadInput for a folder without annotated reports, and where the mistakes of a sealed one are asked.
    """
    if with_misses and folder.resolve().name == SEALED:
        raise BadInput(
            str(folder), "is sealed: its reports are scored, never read; use --misses on another corpus"
        )
    corpus = load_corpus(folder)
    with progress("reading", len(corpus.cases)) as on_progress:
        run = measure(corpus, on_progress)
    before, floors = last_accepted(folder), floors_of(folder)
    found = _misses(run, kinds) if with_misses else {}
    if as_json:
        print(json.dumps(_as_data(run, kinds, before, floors, found), ensure_ascii=False))
    else:
        _print_misses(found)
        _print_scores(run, kinds, before, floors)
    return run


def accept(folder: Path, run: Run, lower: bool = False) -> None:
    """Keeps a run as the accepted one and lays its floors; raises Lowered where a floor would sink."""
    floors = raised(run, floors_of(folder), lower)
    for path in (write_accepted(folder, run), write_floors(folder, floors)):
        say(f"written: {path.parent.name}/{path.name}")


def sound(folder: Path, run: Run) -> bool:
    """Whether every report could be read and no score is below its floor; says what is not."""
    for report in run.reports:
        if report.failed:
            say(f"{report.name}: {report.failed}")
    failed = any(report.failed for report in run.reports)
    floors = floors_of(folder)
    if floors is None:
        return not failed
    if floors.digest != run.digest:
        say(f"the corpus changed: run `communique evaluate {folder} --accept`")
        return False
    fallen = shortfalls(run, floors)
    for kind, (score, floor) in fallen.items():
        say(f"{kind}: {score:.3f} is below its floor {floor:.3f}")
    return not failed and not fallen


def _misses(run: Run, kinds: tuple[str, ...]) -> dict[str, list[Miss]]:
    # asked for by name, a kind is shown even where a stricter one names the same mistakes
    shown = set(kinds) if len(kinds) < len(KINDS) else set(kinds) - SUBSUMED
    found = {r.name: [m for m in misses(r.verdicts) if m.kind in shown] for r in run.reports}
    return {name: listed for name, listed in found.items() if listed}


def _print_misses(found: dict[str, list[Miss]]) -> None:
    from rich.table import Table

    out = console()
    for name, listed in found.items():
        out.print(safe(name))
        grid = Table.grid(padding=(0, 1))
        for miss in listed:
            grid.add_row(f"  {miss.what}", miss.kind.partition("+")[0], safe(miss.words))
        out.print(grid)
        out.print()


def _print_scores(run: Run, kinds: tuple[str, ...], before: Accepted | None, floors: Floors | None) -> None:
    out = console()
    out.print(f"{safe(run.corpus)}: {len(run.reports)} reports")
    out.print(_table(run, kinds, before, floors))
    told = sum(kind in run.counts and run.counts[kind].gold > 0 for kind in HEADLINE)
    since = f" ({run.headline - before.headline:+.3f} since the accepted run)" if before else ""
    out.print(f"headline mean F1 over {told} kinds: {run.headline:.3f}{since}")
    if before and before.digest != run.digest:
        out.print("the accepted run was on another state of this corpus")
    out.print(f"trivial baseline: {run.baseline:.3f}")


def _table(run: Run, kinds: tuple[str, ...], before: Accepted | None, floors: Floors | None) -> "Table":
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=0, show_edge=False)
    table.add_column("kind", no_wrap=True)
    for head in ("gold", "pred", "hit", "P", "R", "F1", "±", "floor"):
        table.add_column(head, justify="right", no_wrap=True)
    for kind, count in run.counts.items():
        if kind in kinds:
            floor = floors.kinds.get(kind) if floors else None
            table.add_row(kind, *_cells(count, gain(before, kind, count), floor))
    return table


def _cells(count: Count, gained: float | None, floor: float | None) -> list[str]:
    scores = [f"{score:.3f}" for score in (count.precision, count.recall, count.f1)]
    change = "" if gained is None or abs(gained) < 0.0005 else f"{gained:+.3f}"
    return [*map(str, count), *scores, change, "" if floor is None else f"{floor:.3f}"]


def _as_data(
    run: Run,
    kinds: tuple[str, ...],
    before: Accepted | None,
    floors: Floors | None,
    found: dict[str, list[Miss]],
) -> dict[str, Any]:
    rows = {
        kind: count._asdict()
        | {"precision": count.precision, "recall": count.recall, "f1": count.f1}
        | {"gain": gain(before, kind, count), "floor": floors.kinds.get(kind) if floors else None}
        for kind, count in run.counts.items()
        if kind in kinds
    }
    data: dict[str, Any] = {"corpus": run.corpus, "digest": run.digest, "reports": len(run.reports)}
    data |= {"headline": run.headline, "baseline": run.baseline, "kinds": rows}
    if found:
        data["misses"] = {name: [m._asdict() for m in listed] for name, listed in found.items()}
    return data
