"""Coverage-guided fuzzing of each parser with atheris: `python fuzz/fuzz.py html -max_total_time=600`.

    pip install atheris
    python fuzz/fuzz.py --list
    python fuzz/fuzz.py pdf -max_total_time=600 -rss_limit_mb=4000

Whatever follows the target's name goes to libFuzzer. It begins with the samples that the tests make, keeps what it
learns under `fuzz/corpus/TARGET` (not committed), and stops at the first input that is neither read nor refused
in one line; that input is then written to the working folder. A finding becomes a case under `tests/`.
"""

import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(ROOT / "tests" / "source")]

with atheris.instrument_imports(include=["communique.text", "communique.source", "communique.lexicon"]):
    import of_the_web
    import test_fuzzing
    from made_files import zipped

    from communique.model.errors import BadInput
    from communique.model.page import Page
    from communique.source.contents import pages_in
    from communique.source.opened import opened
    from communique.text import account_of, markup, message, opendocument, pdf, rtf, word  # noqa: F401
    from communique.text.found import Refused
    from communique.text.kinds import DOCUMENTS, reader_of

LIMIT = 1_000_000
MEMBERS = {"word": "word/document.xml", "opendocument": "content.xml"}
"""Archives are packed around what is made up, or nothing would get past their checksums."""


def _document(room: str) -> Callable[[bytes], None]:
    """The reader of one kind of document, in this process: what dies in it must be seen."""
    kind = next(kind for kind, (name, _) in DOCUMENTS.items() if name == room)

    member = MEMBERS.get(room)

    def target(body: bytes) -> None:
        try:
            reader_of(kind)(zipped({member: body}) if member else body)
        except Refused as refused:
            assert "\n" not in str(refused)

    return target


def _text(media_type: str) -> Callable[[bytes], None]:
    def target(body: bytes) -> None:
        characters = body.decode("utf-8", "replace").encode()
        try:
            account = account_of(Page(name="a", body=characters, media_type=f"{media_type}; charset=utf-8"))
        except BadInput as bad:
            assert "\n" not in str(bad)
            return
        assert all(
            0 <= span.start < span.stop <= len(account.text.characters) for span in account.text.furniture
        )

    return target


def _file(name: str) -> Callable[[bytes], None]:
    def target(body: bytes) -> None:
        for found in pages_in(opened(name, name, io.BytesIO(body), LIMIT)):
            assert isinstance(found, Page) or "\n" not in str(found)

    return target


TARGETS = {
    **{room: _document(room) for room in ("pdf", "word", "opendocument", "rtf", "message")},
    "html": _text("text/html"),
    "plain": _text("text/plain"),
    "markdown": _text("text/markdown"),
    **{
        name: _file(f"a.{name}")
        for name in ("zip", "tar", "tgz", "warc", "warc.gz", "jsonl", "csv", "gz", "bz2", "xz")
    },
    **of_the_web.TARGETS,
}
SAMPLES = {
    "word": "a.docx",
    "opendocument": "a.odt",
    "message": "a.eml",
    "plain": "a.txt",
    "markdown": "a.txt",
}


def _samples(name: str) -> tuple[bytes, ...]:
    return of_the_web.SEEDS.get(name) or (_sample(name),)


def _sample(name: str) -> bytes:
    sample = test_fuzzing.KINDS[SAMPLES.get(name, f"a.{name}")]
    if name not in MEMBERS:
        return sample
    with zipfile.ZipFile(io.BytesIO(sample)) as archive:
        return archive.read(MEMBERS[name])


def main() -> None:
    if sys.argv[1:2] == ["--list"] or len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit("targets: " + " ".join(TARGETS))
    name = sys.argv.pop(1)
    corpus = ROOT / "fuzz" / "corpus" / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, sample in enumerate(_samples(name)):
        (corpus / f"sample{number or ''}").write_bytes(sample)
    atheris.Setup([*sys.argv, str(corpus)], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
