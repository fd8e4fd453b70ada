"""What a crawl costs on one core: our whole `add` with the gate, beside the extractor alone over every page.

    python benchmarks/crawl.py                   # 20,000 made-up pages (1.5 GB, one of a hundred about a meeting), 1,000 of them extracted
    python benchmarks/crawl.py --pages 2000 --extracted 200

The pages are made by communique/evaluation/crawled.py and written to a `.warc.gz` first, each record packed by itself as crawls are.
Then, in one process and by processor time: the gate alone over pages in memory, unpacking alone, the records alone, the
whole `add` (records, gate, text, reading, ledger, record), and trafilatura over a sample of the pages, scaled to all of them.
"""

import argparse
import gzip
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import trafilatura

from communique import flow
from communique.evaluation.crawled import Crawled, mixed
from communique.ledger import Ledger
from communique.source import gate, pages
from communique.source.opened import opened
from communique.source.unpacked import Unpacked
from communique.source.warc import records

EVERY = 100
"""One page of so many is about a meeting."""

CHARSETS = ("utf-8",) * 8 + ("windows-1251", "utf-16")


def written(path: Path, number: int) -> int:
    """Writes the crawl; the bytes of its pages."""
    size = 0
    with path.open("wb") as out:
        for one in mixed(number, EVERY):
            body = one.markup.encode(_charset(one), errors="xmlcharrefreplace")
            size += len(body)
            out.write(gzip.compress(_record(one, body), 6))
    return size


def _charset(one: Crawled) -> str:
    return random.Random(one.number).choice(CHARSETS)


def _record(one: Crawled, body: bytes) -> bytes:
    head = "HTTP/1.1 200 OK\r\nServer: made-up\r\nDate: Thu, 28 Nov 2024 10:00:00 GMT\r\nVary: Accept-Encoding\r\n"
    head += f"Cache-Control: max-age=60\r\nContent-Type: text/html; charset={_charset(one)}\r\n\r\n"
    body = head.encode() + body
    said = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{one.number:032x}>\r\n"
        f"WARC-Target-URI: https://example.org/{one.number}\r\nWARC-Date: 2024-11-28T10:00:00Z\r\n"
        f"WARC-Payload-Digest: sha1:{one.number:032X}\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    return said.encode() + b"Content-Length: %d\r\n\r\n%s\r\n\r\n" % (len(body), body)


def taken(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the processor, and what came of it."""
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def added(path: Path, folder: Path) -> flow.Summary:
    """The whole of `communique add`."""
    with Ledger.open(folder / "crawl.db") as ledger:
        summary = flow.add(ledger, pages([path], gated=True))
        flow.catch_up(ledger)
        return summary


def unpacked(path: Path) -> int:
    with path.open("rb") as file:
        whole = Unpacked(file, "gzip")
        return sum(len(piece) for piece in iter(lambda: whole.read(65536), b""))


def walked(path: Path) -> int:
    with path.open("rb") as file:
        of = opened(str(path), path.name, Unpacked(file, "gzip"), 20_000_000)
        return sum(1 for record in records(of.file) if record.all(of.limit))


def extracted(number: int, sample: int) -> float:
    """Seconds that the extractor alone would take for all pages, from an even sample of them."""
    chosen = [one for i, one in enumerate(_sampled(number, sample)) if i < sample]
    seconds, _ = taken(lambda: [trafilatura.extract(one.markup) for one in chosen])
    return seconds * number / len(chosen)


def _sampled(number: int, sample: int) -> Iterator[Crawled]:
    step = max(1, number // sample)
    return (one for one in mixed(number, EVERY) if one.number % step == (one.number // step) % step)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--pages", type=int, default=20_000)
    asked.add_argument("--extracted", type=int, default=1_000)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="communique-crawl-") as name:
        measured(Path(name), given.pages, given.extracted)


def measured(folder: Path, number: int, sample: int) -> None:
    path = folder / "crawl.warc.gz"
    size = written(path, number)
    print(f"{number:,} pages, {size / 1e6:,.0f} MB, packed {path.stat().st_size / 1e6:,.0f} MB")
    flow.standard_reader()
    gate.look(b"")
    some = [one.markup.encode() for one in mixed(min(number, 1_000), EVERY)]
    seconds, _ = taken(lambda: [gate.look(body) for body in some])
    print(f"the gate alone        {sum(map(len, some)) / seconds / 1e6:8,.0f} MB/s")
    for what, work in (("unpacking alone", unpacked), ("records alone", walked)):
        seconds, _ = taken(lambda work=work: work(path))
        print(f"{what:<21} {size / seconds / 1e6:8,.0f} MB/s, {seconds:7.1f} s")
    ours, summary = taken(lambda: added(path, folder))
    print(f"add with the gate     {size / ours / 1e6:8,.0f} MB/s, {ours:7.1f} s   read {summary.read}, "
          f"set aside {summary.aside}, failed {len(summary.failed)}")  # fmt: skip
    theirs = extracted(number, sample)
    print(
        f"trafilatura alone     {size / theirs / 1e6:8,.0f} MB/s, {theirs:7.1f} s   scaled from {sample:,} pages"
    )
    print(f"ratio                 {ours / theirs:8.3f}   asked: 0.1 or less")


if __name__ == "__main__":
    main()
