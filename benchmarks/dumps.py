"""The public article-extraction-benchmark's pages as flattened dumps: how much of real sites' furniture is told.

    git clone https://github.com/scrapinghub/article-extraction-benchmark
    python benchmarks/dumps.py article-extraction-benchmark DUMPS
    python -m communique.evaluation.furniture DUMPS

Every visible line of a page becomes a line of a dump. A line that stands in the article's body is the report's, one that is only
part of one of its lines may be either, the rest is furniture: the benchmark says nothing of headlines, bylines and captions, so that
these labels are rough. Only English pages are taken (every fiftieth word of the body is "the").
"""

import argparse
import gzip
import json
import re
from pathlib import Path

from lxml import html

from communique.text.blocks import blocks_of

SHORT, RUN = 8, 5


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("benchmark", type=Path)
    parser.add_argument("dumps", type=Path)
    asked = parser.parse_args()
    asked.dumps.mkdir(parents=True, exist_ok=True)
    truth = json.loads((asked.benchmark / "ground-truth.json").read_text(encoding="utf-8"))
    count = 0
    for name, said in truth.items():
        body = said["articleBody"]
        words = body.lower().split()
        lines = _lines(asked.benchmark / "html" / f"{name}.html.gz", body)
        if words and words.count("the") > 0.02 * len(words) and any(line.startswith("  ") for line in lines):
            (asked.dumps / f"{name[:16]}.txt").write_text("".join(lines), encoding="utf-8")
            count += 1
    print(f"{count} dumps")


def _lines(path: Path, body: str) -> list[str]:
    source = gzip.decompress(path.read_bytes()).decode("utf-8", "replace").encode()
    tree = html.document_fromstring(source, parser=html.HTMLParser(encoding="utf-8"))
    own = {_plain(line) for line in body.splitlines()}
    whole, title = _plain(body), _plain(tree.findtext(".//title") or "")
    shown = (
        " ".join(re.sub(r"[\x00-\x1f\x85\u2028\u2029]", " ", block.words).split())
        for block in blocks_of(tree)
    )
    return [f"{_label(_plain(line), own, whole, title)}{line}\n" for line in shown if _plain(line)]


def _label(line: str, own: set[str], whole: str, title: str) -> str:
    words = line.split()
    runs = [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    if line in own or (len(words) >= SHORT and line in whole):
        return "  "
    if len(words) > SHORT and sum(run in whole for run in runs) > 0.7 * len(runs):
        return "  "
    return "? " if line in whole or (len(words) > 3 and line in title) else "~ "


def _plain(line: str) -> str:
    return re.sub(r"\W+", " ", line).casefold().strip()


if __name__ == "__main__":
    main()
