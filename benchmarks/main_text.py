"""Main text on the public article-extraction-benchmark (scrapinghub, MIT): writes what its own script scores.

    git clone https://github.com/scrapinghub/article-extraction-benchmark
    python benchmarks/main_text.py article-extraction-benchmark
    cd article-extraction-benchmark && python evaluate.py

What is scored is what is read: the text without its furniture, and without the headline that cleaning sets
before it, which the benchmark does not count as part of an article's body.
"""

import argparse
import gzip
import json
import time
from pathlib import Path

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.text import clean


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("benchmark", type=Path)
    folder = parser.parse_args().benchmark
    paths = sorted((folder / "html").glob("*.html.gz"))
    begun = time.process_time()
    bodies = {path.name.partition(".")[0]: {"articleBody": _body(path)} for path in paths}
    seconds = time.process_time() - begun
    (folder / "output" / "communique.json").write_text(json.dumps(bodies), encoding="utf-8")
    print(f"{len(paths)} pages, {1000 * seconds / len(paths):.1f} ms a page")


def _body(path: Path) -> str:
    page = Page(name="page", body=gzip.decompress(path.read_bytes()), media_type="text/html; charset=utf-8")
    try:
        text = clean(page)
    except BadInput:
        return ""
    dropped = sorted(
        (*text.furniture, *([text.title_span] if text.title_span else [])), key=lambda span: span.start
    )
    kept, last = [], 0
    for span in dropped:
        kept.append(text.characters[last : max(last, span.start)])
        last = max(last, span.stop)
    return "".join([*kept, text.characters[last:]])


if __name__ == "__main__":
    main()
