"""Readings as files for the reference measure: `python -m communique.evaluation.predictions GOLD_DIR OUT_DIR [GOLD_OUT]`.

Each reading stands in OUT_DIR under the name of its annotation (NAME.json for NAME.yml), so that a scorer
that compares two folders of JSON runs on them. With GOLD_OUT the annotations are written there as such a
scorer expects them: JSON, and a meeting's instruments called documents.
"""

import json
import sys
from pathlib import Path
from typing import Any

from communique import flow
from communique.evaluation.corpus import Corpus, load_corpus
from communique.model.errors import CommuniqueError
from communique.model.reading import to_json

Item = dict[str, Any]


def write_predictions(corpus: Corpus, out: Path) -> int:
    """Writes the reading of every report of a corpus; how many could not be read and have no file."""
    out.mkdir(parents=True, exist_ok=True)
    failed = 0
    for case in corpus.cases:
        for found in flow.read_all([case.page]):
            if isinstance(found, flow.Outcome):
                print(f"{case.name}: {found.reason}", file=sys.stderr)
                failed += 1
            else:
                (out / _json_name(case.file)).write_bytes(to_json(found[1]) + b"\n")
    return failed


def write_gold(corpus: Corpus, out: Path) -> None:
    """Writes every annotation as JSON with a meeting's instruments under the name `documents`."""
    out.mkdir(parents=True, exist_ok=True)
    for case in corpus.cases:
        meetings = [m | {"documents": m["instruments"]} for m in case.gold["meetings"]]
        words = json.dumps(case.gold | {"meetings": meetings}, ensure_ascii=False)
        (out / _json_name(case.file)).write_text(words, encoding="utf-8")


def _json_name(file: str) -> str:
    return f"{file.removesuffix('.yml')}.json" if file.endswith(".yml") else file


def main(words: list[str]) -> int:
    """The exit code: 0 all read, 1 something failed, 2 wrong usage."""
    if len(words) not in (2, 3):
        print(
            "usage: python -m communique.evaluation.predictions GOLD_DIR OUT_DIR [GOLD_OUT]", file=sys.stderr
        )
        return 2
    try:
        corpus = load_corpus(Path(words[0]))
        if len(words) == 3:
            write_gold(corpus, Path(words[2]))
        return int(write_predictions(corpus, Path(words[1])) > 0)
    except (CommuniqueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
