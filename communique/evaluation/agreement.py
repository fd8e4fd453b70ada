"""How far two annotators agree: `python -m communique.evaluation.agreement gold/dev gold/second/dev`.

The second annotator saw the reports and not the first annotation. Her annotation is scored against the first
as a reading would be: what she added costs precision, what she left out recall. No reader can be expected to
agree with an annotation better than another person does.
"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.evaluation.gold import load
from communique.evaluation.scoring import HEADLINE, Counts, counts, headline, verdicts
from communique.model.errors import CommuniqueError

Item = dict[str, Any]


def agreement(first: Path, second: Path) -> tuple[int, Counts]:
    """How many reports have both annotations, and the second scored against the first.

    Raises BadInput for an annotation that is unsound.
    """
    both = [path for path in sorted(second.glob("*.yml")) if (first / path.name).exists()]
    pairs = ((load(first / path.name), load(path, reports=first)) for path in both)
    return len(both), counts(v for gold, other in pairs for v in verdicts(gold, firm(other)))


def firm(item: Any) -> Any:
    """An annotation without what it marks as optional: only what the annotator would insist on is compared.

    >>> firm({"figures": [{"value": 3, "optional": True}, {"value": 4}]})
    {'figures': [{'value': 4}]}
    """
    if isinstance(item, dict):
        return {key: firm(value) for key, value in item.items()}
    if isinstance(item, list):
        return [firm(value) for value in item if not (isinstance(value, dict) and value.get("optional"))]
    return item


def table(reports: int, found: Counts) -> Iterator[str]:
    """The lines of the table: the kinds of the headline first."""
    yield f"{reports} reports with two annotations"
    yield f"{'kind':<34}{'first':>6}{'second':>8}{'both':>6}{'F1':>7}"
    for kind in sorted(found, key=lambda k: (k not in HEADLINE, k)):
        count = found[kind]
        yield f"{kind:<34}{count.gold:>6}{count.found:>8}{count.hits:>6}{count.f1:>7.2f}"
    yield f"headline mean F1: {headline(found):.3f}"


def main(words: list[str]) -> int:
    """The exit code: 0 compared, 1 unsound or nothing to compare, 2 wrong usage."""
    if len(words) != 2:
        print("usage: python -m communique.evaluation.agreement GOLD_DIR SECOND_DIR", file=sys.stderr)
        return 2
    try:
        reports, found = agreement(Path(words[0]), Path(words[1]))
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        return 1
    if not reports:
        print(f"{words[1]}: no annotation (NAME.yml) of a report in {words[0]}", file=sys.stderr)
        return 1
    print("\n".join(table(reports, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
