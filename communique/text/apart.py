"""Documents that may harm their reader are read apart: in a child process with limits.

PDFium and the XML parser are programs in C, of which a hundred kilobytes can ask eight gigabytes; a message of two megabytes
keeps the library's parser busy for minutes. One child reads one document after the other; where it dies, that document is refused in one line and the next gets a new child.
"""

import atexit
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from typing import Any

import msgspec

from communique.text.found import Found, Refused

SIGKILL, SIGXCPU = 9, 24
MEMORY = 1_000_000_000
"""Bytes of address space that the child may have, its program included."""

SECONDS = 30
"""Of the processor's time for one document."""

PATIENCE = 300
"""Seconds by the clock after which a child that no longer answers is given up."""

ANSWER = 64_000_000
"""Bytes that may come back."""

LENGTH = 8
"""Bytes that tell how long a message is."""

START = "from communique.text.child import serve; serve()"


class Answer(msgspec.Struct, frozen=True):
    """What was found, or why it is refused."""

    found: Found | None = None
    refused: str | None = None


class Died(Exception):
    """The child is no more; the message is what is to be said of the document. `of_itself`: by no doing of those before."""

    of_itself = False


def read_apart(kind: str, body: bytes) -> Found:
    """What the reader of media type `kind` finds in `body`; raises Refused as it does, and where it dies of it."""
    return _READER.read(kind, body)


def packed(answer: Answer) -> bytes:
    """A message for the other side, without its length."""
    return msgspec.msgpack.encode(answer, enc_hook=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return dict(value)
    raise NotImplementedError


class Reader:
    """The child, started when the first document comes; it takes one document at a time, from whichever thread."""

    def __init__(self, memory: int = MEMORY, seconds: int = SECONDS) -> None:
        self._limits = memory, seconds
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, kind: str, body: bytes) -> Found:
        """What `read_apart` promises, within this reader's limits."""
        with self._lock:
            if self._child and self._owner == os.getpid():
                try:
                    return _of(self._answer(self._child, kind, body))
                except Died as died:
                    if died.of_itself:
                        raise Refused(str(died)) from None
                    # else perhaps of what came before: a new child tells
            try:
                return _of(self._answer(self._started(), kind, body))
            except Died as died:
                raise Refused(str(died)) from None

    def stop(self) -> None:
        """Ends the child; the next document gets a new one."""
        child, self._child = self._child, None
        if child and self._owner == os.getpid():
            child.kill()
            child.communicate()

    def _started(self) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        pipe, null = subprocess.PIPE, subprocess.DEVNULL
        # -P: what lies in the folder that we stand in, beside the reports, is none of the program
        command = [sys.executable, "-P", "-c", START, *map(str, self._limits)]
        self._child = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=null, env=environment, start_new_session=True
        )
        self._owner = os.getpid()
        atexit.unregister(self.stop)
        atexit.register(self.stop)
        return self._child

    def _answer(self, child: subprocess.Popen[bytes], kind: str, body: bytes) -> Answer:
        """Sends one document and waits; raises Died where no answer comes, and then the child is gone."""
        guard = threading.Timer(PATIENCE, child.kill)
        guard.daemon = True
        guard.start()
        try:
            return _exchanged(child, kind.encode(), body)
        except (OSError, msgspec.DecodeError):
            raise self._death(child) from None
        except BaseException:  # an answer that nobody waited for must not be taken for the next one's
            self.stop()
            raise
        finally:
            guard.cancel()

    def _death(self, child: subprocess.Popen[bytes]) -> Died:
        """What the child died of, told of the document; time is counted for each document by itself, memory is not."""
        memory, seconds = self._limits
        try:
            code = child.wait(timeout=5)
        except subprocess.TimeoutExpired:
            code = 0
        self.stop()
        if -code in (SIGKILL, SIGXCPU):
            died = Died(f"takes more than {seconds} seconds to read: it is not read")
            died.of_itself = -code == SIGXCPU
            return died
        return Died(f"is no sound document, or needs more than {memory:,} bytes of memory: it cannot be read")


def _exchanged(child: subprocess.Popen[bytes], kind: bytes, body: bytes) -> Answer:
    into, out = child.stdin, child.stdout
    assert into
    assert out
    into.write(len(kind).to_bytes(LENGTH, "big") + kind + len(body).to_bytes(LENGTH, "big"))
    into.write(body)
    into.flush()
    size = int.from_bytes(out.read(LENGTH), "big")
    return msgspec.msgpack.decode(out.read(size) if size <= ANSWER else b"", type=Answer)


def _of(answer: Answer) -> Found:
    if answer.found is None:
        raise Refused(answer.refused or "is no sound document")
    return answer.found


_READER = Reader()
