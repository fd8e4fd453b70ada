"""Real pages without labels as dumps that nearly are: a line is the report's where three extractors take it, furniture where none does.

    git clone https://github.com/markusmobius/content-extractor-benchmark
    git clone https://github.com/adbar/trafilatura
    git clone https://github.com/postlight/parser
    git clone https://github.com/AndyTheFactory/newspaper4k
    git clone https://github.com/codelucas/newspaper
    git clone https://github.com/goose3/goose3
    python benchmarks/pages_labelled.py content-extractor-benchmark trafilatura parser newspaper4k newspaper goose3 DUMPS

The extractors see the page's markup (trafilatura, twice: once sparing, once generous; jusText); the dump has its lines only. What they differ
about may be either, and a page of which that is more than a third is left out. A quarter of the English pages (by the name of the site) go to
DUMPS/held/pages-en, the others to DUMPS/learn/pages-en; some Spanish, French, Polish and German ones to DUMPS/learn. Of long pages what stands
within 150 lines of the report is kept. Needs jusText, which trafilatura brings along.
"""

import argparse
import re
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import justext  # type: ignore[import-untyped]
import trafilatura
from dumps import RUN, SHORT, _plain, _shown, _tree

LISTS = {"en": ("English", ("the", "of", "and")), "de": ("German", ("der", "die", "und")), "es": ("Spanish", ("de", "la", "que", "el")),
         "fr": ("French", ("le", "les", "des", "et")), "pl": ("Polish", ("w", "i", "na", "z")), "pt": ("Portuguese", ("de", "que", "o", "do"))}  # fmt: skip
MOST = {"en": 999, "es": 60, "fr": 9, "pl": 8, "de": 110}
"""How many pages of a language are taken."""

FEWEST, MANY, PAGE = 12, 1500, 400
"""The least words of a report in characters of hundreds, and the lines of a page: at least, at most, and when it is cut."""

NEAR = 150
LONG = 12
"""The least words of a line that shows where the report stands."""


class Body(NamedTuple):
    """What one extractor took: its lines, and all of it."""

    lines: frozenset[str]
    whole: str


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("collections", type=Path, nargs="+")
    parser.add_argument("dumps", type=Path)
    asked = parser.parse_args()
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted({p.name: p for folder in asked.collections for p in folder.rglob("*.html")}.values()):
        told = _dump(path.read_bytes())
        if told:
            found.setdefault(told[0], {})[re.sub(r"\W+", "_", path.stem)] = told[1]
    for language, dumps in found.items():
        names = sorted(dumps, key=lambda name: zlib.crc32(name.encode()))[: MOST.get(language, 0)]
        for name in names:
            _write(asked.dumps, language, name, dumps[name])
        print(f"{language}: {len(names)} dumps")


def _write(folder: Path, language: str, name: str, lines: list[str]) -> None:
    site = name.split("_")[0].rstrip("0123456789")
    held = language == "en" and zlib.crc32(site.encode()) % 4 == 0
    if not held and len(lines) > PAGE:
        own = [i for i, line in enumerate(lines) if line.startswith("  ")]
        lines = lines[max(0, own[0] - NEAR) : own[-1] + NEAR]
    where = folder / ("held" if held else "learn") / f"pages-{language}"
    where.mkdir(parents=True, exist_ok=True)
    (where / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def _dump(source: bytes) -> tuple[str, list[str]] | None:
    """The language of a page and its labelled lines, or None where it has no report that the extractors agree about."""
    try:
        lines, words = _shown(_tree(source)), source.decode("utf-8", "replace")
        sparing = trafilatura.extract(words, favor_precision=True, include_comments=False) or ""
        language = _language(sparing)
        if not FEWEST <= len(lines) <= MANY or not language or len(sparing) < 400:
            return None
        generous = trafilatura.extract(words, favor_recall=True, include_comments=False) or ""
        known = justext.get_stoplist(LISTS[language][0])
        third = "\n".join(
            p.text for p in justext.justext(source, known, encoding="utf-8") if not p.is_boilerplate
        )
        metadata = trafilatura.extract_metadata(words)
    except Exception:  # whatever a parser makes of a broken page: there are others
        return None
    title = _plain((metadata.title if metadata else "") or "")
    plain = [_plain(line) for line in lines]
    labels = _labels(plain, [_body(one) for one in (sparing, generous, third)], title)
    return (language, [label + line for label, line in zip(labels, lines, strict=True)]) if labels else None


def _language(words: str) -> str | None:
    said = re.findall(r"\w+", words.lower())
    shares = {code: sum(said.count(word) for word in often) for code, (_, often) in LISTS.items()}
    best = max(shares, key=lambda code: shares[code])
    return best if said and shares[best] > 0.04 * len(said) else None


def _body(taken: str) -> Body:
    lines = frozenset(_plain(re.sub(r"^[-*#|\s]+", "", line)) for line in taken.splitlines())
    return Body(lines - {""}, _plain(taken))


def _taken(line: str, body: Body) -> int:
    """2 where an extractor took the line, 1 where a part of it, else 0."""
    words = line.split()
    runs = [" ".join(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    found = sum(run in body.whole for run in runs)
    if line in body.lines or (len(words) >= SHORT and line in body.whole) or (len(words) > SHORT and found > 0.7 * len(runs)):  # fmt: skip
        return 2
    return 1 if found or line in body.whole else 0


def _labels(plain: Sequence[str], bodies: Sequence[Body], title: str) -> list[str]:
    labels = [_label(line, [_taken(line, body) for body in bodies], title) for line in plain]
    own = [i for i, label in enumerate(labels) if label == "  " and plain[i] != title]
    full = [i for i in own if len(plain[i].split()) >= LONG]
    if len(own) < 4 or not full:
        return []
    for i in _doubtful(plain, own, full, labels, title):
        labels[i] = "? "
    either = [i for i, label in enumerate(labels) if label == "? "]
    agreed = sum(len(plain[i].split()) for i in own) >= sum(len(plain[i].split()) for i in either)
    return labels if agreed and len(either) <= 0.35 * len(labels) else []


def _label(line: str, taken: list[int], title: str) -> str:
    short = len(line.split()) < LONG  # of short lines jusText knows little
    if line == title or min(taken[:2] if short else taken) == 2:
        return "  "
    return "? " if max(taken) or (len(line.split()) > 3 and line in title) else "~ "


def _doubtful(plain: Sequence[str], own: Sequence[int], full: Sequence[int], labels: Sequence[str], title: str) -> Iterator[int]:  # fmt: skip
    """Short lines far from the report, and its headline where that stands elsewhere."""
    yield from (i for i in own if len(plain[i].split()) < LONG and not full[0] - 3 <= i <= full[-1] + 6)
    yield from (
        i
        for i, line in enumerate(plain)
        if labels[i] == "  " and line == title and not full[0] - 12 <= i < full[0]
    )


if __name__ == "__main__":
    main()
