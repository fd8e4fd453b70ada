"""How well the gate tells pages worth reading: `python -m communique.evaluation.gate gold/dev --crawl 4000 --misses`.

Every report of a corpus is laid into made-up pages of a site, in several encodings, and should pass, bare and framed. Of a
mixed crawl (communique/evaluation/crawled.yml) the pages about meetings should, and of the others the fewer the better. With
--cleaned what passes must pass once more by its text, as it does when a crawl is added. The trivial gate lets every page pass
that has one word of people coming together anywhere in it.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from communique.evaluation.corpus import Corpus, load_corpus
from communique.evaluation.crawled import mixed, page
from communique.evaluation.notes import notes_of
from communique.lexicon.gate import watches
from communique.model.errors import BadInput, CommuniqueError
from communique.model.page import Page
from communique.source.gate import look
from communique.text import clean

ENCODINGS = ("utf-8", "utf-16", "cp1252", "gb18030", "koi8-r")
"""What letters an encoding lacks is written as numbers (`&#351;`), as pages do."""

EVERY = 10
"""Of a mixed crawl one page in so many is about a meeting: enough of them to count, in a test."""


class Tried(NamedTuple):
    """One page before the gate: where it is from, its kind, whether it should pass, whether it does, and the trivial gate's word."""

    name: str
    kind: str
    about: bool
    passed: bool
    trivial: bool


class _Before(NamedTuple):
    name: str
    kind: str
    about: bool


def of_corpus(corpus: Corpus, cleaned: bool = False) -> Iterator[Tried]:
    """Every report bare and on a page of each encoding."""
    for case in corpus.cases:
        yield _tried(_Before(case.name, "bare", True), case.page.body, "utf-8", cleaned)
        words = case.page.body.decode("utf-8-sig")
        lines = [line.strip() for line in words.splitlines() if line.strip()]
        for encoding in ENCODINGS:
            markup = page(lines[0], lines[1:], Random(f"{case.name} {encoding}"))
            body = markup.encode(encoding, errors="xmlcharrefreplace")
            yield _tried(_Before(case.name, encoding, True), body, encoding, cleaned)


def of_notes(corpus: Corpus) -> Iterator[Tried]:
    """Every note of one to three sentences that can be cut out of the reports."""
    for name, count, words in notes_of(corpus):
        kind = f"notes of {count} sentence{'s' * (count > 1)}"
        yield _tried(_Before(name, kind, True), words.encode(), "utf-8", cleaned=False)


def of_crawl(pages: int, cleaned: bool = False) -> Iterator[Tried]:
    """So many made-up pages of all kinds."""
    for one in mixed(pages, EVERY):
        before = _Before(f"page {one.number}", one.kind, one.about)
        yield _tried(before, one.markup.encode(), "utf-8", cleaned)


def share(tried: Sequence[Tried], trivial: bool = False) -> float:
    """How many of the pages pass."""
    return sum(one.trivial if trivial else one.passed for one in tried) / len(tried)


def _tried(before: _Before, body: bytes, charset: str, cleaned: bool) -> Tried:
    passed = look(body, charset).worth
    if passed and cleaned:
        kind = "text/plain" if before.kind == "bare" else "text/html"
        text = clean(Page(name=before.name, body=body, media_type=f"{kind}; charset={charset}"))
        passed = look(text.report.encode()).worth
    return Tried(*before, passed, _has_a_word(body.decode(charset, "replace")))


def _has_a_word(words: str) -> bool:
    low = words.casefold()
    return any(word.letters in low for watch in watches() for word in watch.words if word.group == "meeting")


def _print(title: str, tried: Sequence[Tried], told: str) -> None:
    print(f"{title:<34} {len(tried):>6} pages   {told} {share(tried):.3f}   trivial {share(tried, True):.3f}")


def _print_notes(tried: Sequence[Tried]) -> None:
    for kind in dict.fromkeys(one.kind for one in tried):
        _print(f"  {kind}", [one for one in tried if one.kind == kind], "pass")


def _print_crawl(tried: Sequence[Tried]) -> None:
    kinds = defaultdict(list)
    for one in tried:
        kinds[one.about, one.kind].append(one)
    for about, told in ((True, "pass"), (False, "pass nevertheless")):
        whole = [one for one in tried if one.about == about]
        _print("crawl: about meetings" if about else "crawl: the others", whole, told)
        for (_, kind), found in sorted(item for item in kinds.items() if item[0][0] == about):
            _print(f"  {kind}", found, told)


def main(words: Sequence[str] | None = None) -> int:
    """Prints how many pages of each corpus and of a mixed crawl pass; with --misses which should and do not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("folder", type=Path, nargs="*")
    parser.add_argument(
        "--crawl", type=int, default=0, metavar="PAGES", help="also a mixed crawl of so many pages"
    )
    parser.add_argument("--cleaned", action="store_true", help="what passes must pass by its text too")
    parser.add_argument(
        "--notes", action="store_true", help="also notes of one to three sentences cut out of the reports"
    )
    parser.add_argument("--misses", action="store_true", help="which pages about meetings are set aside")
    asked = parser.parse_args(words)
    try:
        if not asked.folder and not asked.crawl:
            raise BadInput("gate", "name a corpus (gold/dev) or --crawl PAGES")
        for folder in asked.folder:
            corpus = load_corpus(folder)
            tried = list(of_corpus(corpus, asked.cleaned))
            _print(f"{folder} ({len(corpus.cases)} reports)", tried, "pass")
            _print_misses(tried, asked.misses and not corpus.sealed)
            if asked.notes:
                _print_notes(list(of_notes(corpus)))
    except CommuniqueError as error:
        print(error, file=sys.stderr)
        return 1
    if asked.crawl:
        tried = list(of_crawl(asked.crawl, asked.cleaned))
        _print_crawl(tried)
        _print_misses(tried, asked.misses)
    return 0


def _print_misses(tried: Sequence[Tried], wanted: bool) -> None:
    for one in tried if wanted else ():
        if one.about and not one.passed:
            print(f"  set aside: {one.name} ({one.kind})")


if __name__ == "__main__":
    sys.exit(main())
