"""Real pages of public collections as flattened dumps: how much of real sites' furniture is told, and what the weights learn from.

    git clone https://github.com/scrapinghub/article-extraction-benchmark
    git clone https://github.com/flairNLP/fundus
    git clone https://github.com/mozilla/readability
    python benchmarks/dumps.py article-extraction-benchmark fundus readability DUMPS
    python -m communique.evaluation.furniture DUMPS/held/article-extraction-benchmark

Every visible line of a page becomes a line of a dump. A line that stands in the article's body is the report's, one that is only
part of one of its lines may be either, the rest is furniture: the collections say nothing of captions, the first nothing of
headlines, so that these labels are rough. Half of the pages (by their name; of one site's all or none) go to DUMPS/learn, the others to
DUMPS/held; those of readability all to DUMPS/learn. Of the first only English pages are taken (every fiftieth word of the body is "the"),
of the second none in Chinese, Japanese and Korean.
"""

import argparse
import gzip
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html

from communique.text.blocks import blocks_of

SHORT, RUN = 8, 5
BYLINE = 12
FEWEST = 4
UNSPACED = ("cn", "jp", "kr", "tw")


class Told(NamedTuple):
    """One page, and what its collection says of it."""

    name: str
    source: bytes
    body: str
    titles: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("collections", type=Path, nargs="+")
    parser.add_argument("dumps", type=Path)
    asked = parser.parse_args()
    for collection in asked.collections:
        count = {"learn": 0, "held": 0}
        for told in _pages(collection):
            lines = _lines(told)
            own = sum(line.startswith("  ") for line in lines)
            if own and (not told.titles or (own >= FEWEST and 3 * own > len(told.body.splitlines()))):
                side = "held" if _is_held(collection, told.name) else "learn"
                folder = asked.dumps / side / collection.name
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{told.name}.txt").write_text("".join(lines), encoding="utf-8")
                count[side] += 1
        print(f"{collection.name}: {count['learn']} dumps to learn from, {count['held']} held out")


def _pages(collection: Path) -> Iterator[Told]:
    if (collection / "ground-truth.json").is_file():
        return _of_benchmark(collection)
    if (collection / "test/test-pages").is_dir():
        return _of_readability(collection / "test/test-pages")
    return _of_fundus(collection / "tests/resources/parser/test_data")


def _is_held(collection: Path, name: str) -> bool:
    if (collection / "ground-truth.json").is_file():
        return int(name[0], 16) % 2 == 1
    return not (collection / "test").is_dir() and zlib.crc32(name.split("_")[0].encode()) % 2 == 1


def _of_benchmark(folder: Path) -> Iterator[Told]:
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, said in truth.items():
        words = said["articleBody"].lower().split()
        if words and words.count("the") > 0.02 * len(words):
            yield Told(
                name[:16],
                gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes()),
                said["articleBody"],
            )


def _of_readability(folder: Path) -> Iterator[Told]:
    for page in sorted(folder.iterdir()):
        meta = json.loads((page / "expected-metadata.json").read_text(encoding="utf-8"))
        body = "\n".join(_shown(_tree((page / "expected.html").read_bytes())))
        names = (meta.get("byline"),) if meta.get("byline") else ()
        yield Told(page.name, (page / "source.html").read_bytes(), body, (meta.get("title") or "",), names)


def _of_fundus(folder: Path) -> Iterator[Told]:
    for told in sorted(folder.glob("*/*.json")):
        country = told.parent.name
        versions = json.loads(told.read_text(encoding="utf-8"))
        pages = sorted(told.parent.glob(f"{told.stem}_*.html.gz"))
        if country in UNSPACED:
            continue
        for version, page in zip(sorted(versions, key=_numbers), pages, strict=False):
            said = versions[version]
            if body := said.get("body"):
                lines = [
                    *body["summary"],
                    *(line for part in body["sections"] for line in (*part["headline"], *part["paragraphs"])),
                ]
                titles = (said.get("title") or "",)
                name = f"{country}-{page.name.removesuffix('.html.gz')}"
                yield Told(
                    name,
                    gzip.decompress(page.read_bytes()),
                    "\n".join(lines),
                    titles,
                    tuple(said.get("authors") or ()),
                )


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def _tree(source: bytes) -> Any:
    return html.document_fromstring(
        source.decode("utf-8", "replace").encode(), parser=html.HTMLParser(encoding="utf-8")
    )


def _shown(tree: Any) -> list[str]:
    shown = (
        " ".join(re.sub(r"[\x00-\x1f\x85\u2028\u2029]", " ", block.words).split())
        for block in blocks_of(tree)
    )
    return [line for line in shown if _plain(line)]


def _lines(told: Told) -> list[str]:
    tree = _tree(told.source)
    own = {_plain(line) for line in (*told.body.splitlines(), *told.titles)} - {""}
    whole, title = _plain(told.body), _plain(tree.findtext(".//title") or "")
    names = [_plain(name) for name in told.authors]
    return [f"{_label(_plain(line), own, whole, title, names)}{line}\n" for line in _shown(tree)]


def _label(line: str, own: set[str], whole: str, title: str, names: list[str]) -> str:
    words = line.split()
    runs = [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    if line in own or (len(words) >= SHORT and line in whole):
        return "  "
    if len(words) > SHORT and sum(run in whole for run in runs) > 0.7 * len(runs):
        return "  "
    is_byline = len(words) < BYLINE and any(name and name in line for name in names)
    return "? " if is_byline or line in whole or (len(words) > 3 and line in title) else "~ "


def _plain(line: str) -> str:
    return re.sub(r"\W+", " ", line).casefold().strip()


if __name__ == "__main__":
    main()
