"""How fast reports are read, beside spaCy's small English pipeline, on one core, in one run.

    python benchmarks/reading.py            # the table
    python benchmarks/reading.py --profile  # where the time of reading goes

The texts are the English sample reports and gold/dev, repeated to at least 50,000 words. The programs take
turns, processor time is counted, and the best of three rounds. spaCy is measured where it is installed (the extra `bench`).
"""

import argparse
import cProfile
import os
import platform
import pstats
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from communique import flow
from communique.model.page import Page
from communique.source import pages, samples
from communique.text import clean

READER = flow.standard_reader()  # what the commands use: the vocabulary loaded

ROOT = Path(__file__).parents[1]
Program = Callable[[], None]


def main() -> None:
    asked = _asked()
    _keep_to_one_core()
    reports = _reports(asked.words, asked.texts)
    if asked.profile:
        _profile(reports)
        return
    programs, notes = _programs(reports, asked.trained)
    for program in programs.values():
        program()  # vocabularies are loaded and caches filled before the clock starts
    best = dict.fromkeys(programs, float("inf"))
    for number in range(asked.rounds):
        for name, program in programs.items():
            print(f"\rround {number + 1} of {asked.rounds}: {name:<40}", end="", file=sys.stderr)
            best[name] = min(best[name], _seconds(program))
    print(f"\r{'':<60}\r", end="", file=sys.stderr)
    _print(best, sum(_words(page) for page in reports), len(reports), asked.rounds, notes)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--words", type=int, default=50_000, help="at least so many (50000)")
    parser.add_argument("--texts", type=Path, help="a folder of .txt reports instead of our own")
    parser.add_argument("--rounds", type=int, default=3, help="of which the best counts (3)")
    parser.add_argument(
        "--untrained", dest="trained", action="store_false", help="spaCy with untrained weights"
    )
    parser.add_argument("--profile", action="store_true", help="where the time of reading goes")
    return parser.parse_args()


def _keep_to_one_core() -> None:
    for library in ("OMP", "OPENBLAS", "MKL", "BLIS"):  # numeric libraries read this when they load
        os.environ[f"{library}_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def _reports(at_least: int, folder: Path | None) -> list[Page]:
    """The reports, over and over again until there are enough words."""
    found = [page for page in _each(folder) if page.media_type != "text/html"]
    chosen: list[Page] = []
    wanted = at_least
    for page in cycle(found):
        if wanted <= 0:
            break
        chosen.append(page)
        wanted -= _words(page)
    return chosen


def _each(folder: Path | None) -> Iterator[Page]:
    """English plain text only: markup is another measurement, and the pipeline beside us reads English."""
    dev = sorted((folder or ROOT / "gold" / "dev").glob("*.txt"))
    for page in (*(() if folder else samples()), *pages(dev)):
        if isinstance(page, Page) and page.language in (None, "en"):
            yield page


def _words(page: Page) -> int:
    return len(page.body.split())


def _programs(reports: list[Page], trained: bool) -> tuple[dict[str, Program], list[str]]:
    texts = [clean(page) for page in reports]

    def read() -> None:
        for text in texts:
            READER.read(text)

    def clean_and_read() -> None:
        for page in reports:
            READER.read(clean(page))

    programs: dict[str, Program] = {"communique: read": read, "communique: clean and read": clean_and_read}
    try:
        piped, notes = _spacy([text.characters for text in texts], trained)
    except ImportError:
        return programs, ["spaCy is not installed here: pip install -e '.[bench]'"]
    return programs | piped, notes


def _spacy(texts: list[str], trained: bool) -> tuple[dict[str, Program], list[str]]:
    from small_pipeline import small_pipeline
    from thinc.api import use_ops

    nlp, what = small_pipeline(trained)
    # its matrix products may go through NumPy's own library instead, which is faster on many machines
    with use_ops("numpy", use_blis=False):
        other, _ = small_pipeline(trained)

    def as_it_comes() -> None:
        _exhaust(nlp.pipe(texts))

    def without_blis() -> None:
        with use_ops("numpy", use_blis=False):
            _exhaust(other.pipe(texts))

    return {"spaCy small": as_it_comes, "spaCy small, use_blis=False": without_blis}, [f"spaCy small: {what}"]


def _exhaust(docs: Any) -> None:
    for _ in docs:
        pass


def _seconds(program: Program) -> float:
    # of the processor, not of the clock: what else the machine does must not count
    begun = time.process_time()
    program()
    return time.process_time() - begun


def _print(best: dict[str, float], words: int, reports: int, rounds: int, notes: list[str]) -> None:
    rates = {name: words / seconds for name, seconds in best.items()}
    rivals = [rate for name, rate in rates.items() if name.startswith("spaCy")]
    print(
        f"{words:,} words in {reports} reports, one core, Python {platform.python_version()}, best of {rounds}"
    )
    for note in notes:
        print(note)
    print(f"\n{'program':<30}{'words/s':>10}{'times spaCy':>16}")
    for name, rate in rates.items():
        ratios = " / ".join(f"{rate / rival:.1f}" for rival in rivals)
        print(f"{name:<30}{rate:>10,.0f}{ratios:>16}")


def _profile(reports: list[Page]) -> None:
    texts = [clean(page) for page in reports]
    READER.read(texts[0])
    profile = cProfile.Profile()
    profile.enable()
    for text in texts:
        READER.read(text)
    profile.disable()
    pstats.Stats(profile).strip_dirs().sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
