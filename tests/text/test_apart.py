"""Documents that would fill the memory or take for ever: one line each, and the next document is read."""

import os
import resource
import signal
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from made_files import drawn, pdf, word

from communique.text import child
from communique.text.apart import Reader
from communique.text.found import Found, Refused

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SOUND = pdf([[(50, 700, 12, "The ministers met in Minsk and signed a plan.")]])
MET = "The ministers met in Minsk and signed a plan."


def bomb(unit: bytes, count: int) -> bytes:
    """A PDF whose one page is drawn by `count` times the same."""
    packer = zlib.compressobj(9)
    return drawn(b"".join(packer.compress(unit * 1000) for _ in range(count // 1000)) + packer.flush())


def refusal(reader: Reader, kind: str, body: bytes) -> str:
    with pytest.raises(Refused) as refused:
        reader.read(kind, body)
    return str(refused.value)


@pytest.fixture
def reader():
    made = Reader(memory=600_000_000)
    yield made
    made.stop()


@pytest.mark.parametrize(("unit", "count"), [(b"q ", 10_000_000), (b" " * 100, 8_000_000)])
def test_a_pdf_that_would_fill_the_memory_is_refused_and_the_next_is_read(
    reader: Reader, unit: bytes, count: int
) -> None:
    assert refusal(reader, PDF, bomb(unit, count)) == (
        "is no sound document, or needs more than 600,000,000 bytes of memory: it cannot be read"
    )
    assert reader.read(PDF, SOUND).characters == MET


def test_a_word_file_that_would_fill_the_memory(reader: Reader) -> None:
    assert refusal(reader, WORD, word("<w:p/>" * 8_000_000)) == "needs too much memory: it is not read"
    assert reader.read(PDF, SOUND).characters == MET


HEAD = b"From: a@example.org\r\nMIME-Version: 1.0\r\n"


@pytest.mark.parametrize(
    ("kind", "body", "reason"),
    [
        (
            "message/rfc822",
            HEAD + b"Subject: " + b"=?utf-8?q?a?= " * 15_000 + b"\r\n\r\n" + MET.encode(),
            "memory",
        ),
        (
            "message/rfc822",
            b"From: " + b"(a" * 100_000 + b"\r\n\r\n" + MET.encode(),
            "too deep inside each other",
        ),
    ],
)
def test_a_message_that_would_fill_the_memory_or_the_stack(
    reader: Reader, kind: str, body: bytes, reason: str
) -> None:
    assert reason in refusal(reader, kind, body)
    assert reader.read(kind, HEAD + b"\r\n" + MET.encode()).characters == MET


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "message/rfc822",
            HEAD + b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\n\r\na\r\n" * 200_000,
        ),
        ("application/rtf", rb"{\rtf1 " + rb"\'cc" * 4_000_000 + b"}"),
    ],
)
def test_messages_and_rich_text_are_given_up_as_others_are(kind: str, body: bytes) -> None:
    reader = Reader(seconds=0)
    try:
        assert refusal(reader, kind, body) == "takes more than 0 seconds to read: it is not read"
    finally:
        reader.stop()


def test_memory_is_bounded_where_the_system_keeps_no_limit() -> None:
    program = (
        "import sys, threading, time; from communique.text import child; "
        "threading.Thread(target=child._watched, args=(int(sys.argv[1]),), daemon=True).start(); "
        "held = b'x' * int(sys.argv[2]); time.sleep(1.5); print('lived')"
    )
    for held, lived in ((400_000_000, ""), (1_000_000, "lived")):
        command = [sys.executable, "-c", program, "200000000", str(held)]
        env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
        assert (done.stdout.strip(), bool(done.returncode)) == (lived, not lived), done.stderr


def test_what_takes_too_long_is_given_up() -> None:
    reader = Reader(seconds=0)
    page = [(50, 800 - 8 * i, 7, "The ministers met in Minsk and signed a plan of work.") for i in range(90)]
    try:
        assert refusal(reader, PDF, pdf([page] * 200)) == "takes more than 0 seconds to read: it is not read"
        assert reader.read(PDF, SOUND).characters == MET
    finally:
        reader.stop()


def test_what_takes_too_long_is_not_tried_twice() -> None:
    reader = Reader(seconds=1)
    started: list[int] = []
    anew = reader._started
    reader._started = lambda: started.append(1) or anew()  # type: ignore[method-assign,func-returns-value]
    slow = HEAD + b"Content-Type: text/plain; " + b"a=b; " * 200_000 + b"\r\n\r\n" + MET.encode()
    try:
        assert reader.read(PDF, SOUND).characters == MET
        assert refusal(reader, "message/rfc822", slow) == "takes more than 1 seconds to read: it is not read"
        assert len(started) == 1
    finally:
        reader.stop()


def test_a_child_that_was_killed_is_replaced_and_nothing_is_told_of_it(reader: Reader) -> None:
    first = reader.read(PDF, SOUND)
    assert reader._child
    os.kill(reader._child.pid, signal.SIGKILL)
    assert reader.read(PDF, SOUND) == first


def test_one_child_reads_many_and_says_no_as_its_readers_do(reader: Reader) -> None:
    reader.read(PDF, SOUND)
    first = reader._child
    assert refusal(reader, PDF, b"%PDF-1.7 nothing") == "is no sound PDF: it cannot be opened"
    assert "is no sound document" in refusal(reader, WORD, b"PK\3\4 nothing")
    found = reader.read(WORD, word("<w:p><w:r><w:t>Minsk</w:t></w:r></w:p>", "<dc:title>x</dc:title>"))
    assert isinstance(found, Found)
    assert (found.characters, found.declared.title, found.declared.loose) == ("Minsk", "x", True)
    assert reader._child is first


def test_an_answer_nobody_waited_for_is_not_the_next_ones(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    reader.read(PDF, SOUND)
    with monkeypatch.context() as patch:
        patch.setattr("communique.text.apart._exchanged", interrupted)
        with pytest.raises(KeyboardInterrupt):
            reader.read(PDF, SOUND)
    assert reader._child is None
    assert reader.read(PDF, SOUND).characters == MET


def test_nothing_that_lies_beside_the_reports_is_run(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "msgspec", "communique"):
        (tmp_path / f"{name}.py").write_text("open('was-run', 'w').close(); raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert reader.read(PDF, SOUND).characters == MET
    assert not (tmp_path / "was-run").exists()


def test_a_system_that_keeps_no_limit_of_memory_reads_none_the_less(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "setrlimit", refused)
    child._limit("RLIMIT_AS", 600_000_000)


@pytest.mark.parametrize("limit", [("CPU", 3600), ("CORE", 0), ("AS", 900_000_000)])
def test_limits_that_are_narrower_already_stay(tmp_path: Path, limit: tuple[str, int]) -> None:
    (tmp_path / "sound.pdf").write_bytes(SOUND)
    name, most = limit
    program = (
        "import resource, sys; from pathlib import Path; from communique.text.apart import read_apart; "
        f"resource.setrlimit(resource.RLIMIT_{name}, ({most}, {most})); "
        f"print(read_apart({PDF!r}, Path(sys.argv[1]).read_bytes()).characters)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "sound.pdf"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout == f"{MET}\n", done.stderr
