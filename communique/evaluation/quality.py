"""The tables of docs/quality.md, made from the accepted runs: `python -m communique.evaluation.quality`.

It stands on its own so that nobody copies a figure by hand; a test holds that the page is up to date.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from communique.evaluation.accepted import Accepted, read_accepted
from communique.evaluation.scoring import HEADLINE, KINDS, Count
from communique.model.errors import BadInput, CommuniqueError

BEGIN = "<!-- begin: python -m communique.evaluation.quality -->"
END = "<!-- end -->"


def accepted_runs(gold: Path) -> list[Accepted]:
    """The accepted runs under a folder of corpora, by name."""
    return [read_accepted(path) for path in sorted((gold / "accepted").glob("*.json"))]


def tables(runs: Sequence[Accepted]) -> str:
    """Two tables in Markdown: the headline of each corpus, and each kind's P / R / F1 with its count."""
    return f"{_corpora(runs)}\n\n{_kinds(runs)}"


def renewed(page: str, runs: Sequence[Accepted]) -> str:
    """The page with its tables made anew between the marks; raises BadInput where a mark is missing."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise BadInput("docs/quality.md", f"lacks the marks {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{tables(runs)}\n\n{END}{after}"


def _corpora(runs: Sequence[Accepted]) -> str:
    rows = ["| corpus | reports | headline mean F1 | trivial baseline | command |", "|---|---|---|---|---|"]
    for run in runs:
        where = f"gold/{run.corpus}"
        cells = (
            where,
            run.reports,
            f"{run.headline:.3f}",
            f"{run.baseline:.3f}",
            f"`communique evaluate {where}`",
        )
        rows.append(f"| {' | '.join(map(str, cells))} |")
    return "\n".join(rows)


def _kinds(runs: Sequence[Accepted]) -> str:
    heads = "".join(f" gold/{run.corpus} |" for run in runs)
    rows = [f"| kind |{heads}", f"|---|{'---|' * len(runs)}"]
    for kind in (*HEADLINE, *(k for k in KINDS if k not in HEADLINE)):
        counts = [run.kinds.get(kind) for run in runs]
        if any(counts):
            name = f"**{kind}**" if kind in HEADLINE else kind
            rows.append(f"| {name} |{''.join(f' {_cell(count)} |' for count in counts)}")
    return "\n".join(rows)


def _cell(count: Count | None) -> str:
    if count is None or not count.gold:
        return "-" if count is None else f"- (0; {count.found} invented)"
    return f"{count.precision:.2f} / {count.recall:.2f} / {count.f1:.2f} ({count.gold})"


def main(words: list[str]) -> int:
    """Renews the page; the exit code."""
    root = Path(words[0]) if words else Path()
    page = root / "docs" / "quality.md"
    try:
        page.write_text(
            renewed(page.read_text(encoding="utf-8"), accepted_runs(root / "gold")), encoding="utf-8"
        )
    except (CommuniqueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
