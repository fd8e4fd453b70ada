"""The child process in which documents are read: limits first, then one document after the other."""

import os
import sys
import threading
import time
from contextlib import suppress
from typing import IO

from communique.text.apart import ANSWER, LENGTH, Answer, packed
from communique.text.found import Refused
from communique.text.kinds import reader_of

try:
    import resource
except ImportError:  # a system without limits: the parent's patience is all there is
    resource = None  # type: ignore[assignment]


PAUSE = 0.05
"""Seconds between two looks at what memory is held."""


def serve() -> None:
    """Answers documents from standard input until it ends; the limits are the words of the command line."""
    memory, seconds = map(int, sys.argv[1:3])
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _limit("RLIMIT_AS", memory)
    _limit("RLIMIT_CORE", 0)
    threading.Thread(target=_watched, args=(memory,), daemon=True).start()
    while kind := _message(sys.stdin.buffer):
        body = _message(sys.stdin.buffer)
        _allow(seconds)
        message = _answer(kind.decode(), body)
        out.write(len(message).to_bytes(LENGTH, "big") + message)
        out.flush()


def _answer(kind: str, body: bytes) -> bytes:
    try:
        message = packed(Answer(found=reader_of(kind)(body)))
    except Refused as refused:
        return packed(Answer(refused=str(refused)))
    except MemoryError:
        return packed(Answer(refused="needs too much memory: it is not read"))
    except RecursionError:
        return packed(Answer(refused="is no sound document: its parts are too deep inside each other"))
    if len(message) > ANSWER:
        return packed(Answer(refused=f"holds more than {ANSWER:,} bytes of text, too much for one report"))
    return message


def _message(file: IO[bytes]) -> bytes:
    size = int.from_bytes(file.read(LENGTH), "big")
    return file.read(size) if size else b""


def _limit(name: str, value: int) -> None:
    """A limit for good, where none stands that is narrower, and on a system that keeps it."""
    if resource:
        which = getattr(resource, name)
        most = _most(which, value)
        with suppress(ValueError, OSError):
            resource.setrlimit(which, (most, most))


def _most(which: int, value: int) -> int:
    """`value`, or what somebody allowed before where that is less: no process may widen it."""
    hard = resource.getrlimit(which)[1]
    return value if hard == resource.RLIM_INFINITY else min(value, hard)


def _watched(memory: int) -> None:
    """Ends this process once it holds more than `memory`: for systems that keep no limit of address space (macOS)."""
    while _held() <= memory:
        time.sleep(PAUSE)
    os._exit(1)


def _held() -> int:
    """Bytes of memory that this process holds; where only the most that it ever held is told, that."""
    try:
        with open(
            "/proc/self/statm", encoding="ascii"
        ) as told:  # what the system tells of a process, no file
            return int(told.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        unit = 1 if sys.platform == "darwin" else 1_000
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit if resource else 0


def _allow(seconds: int) -> None:
    """Time of the processor for one document more."""
    if resource:
        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
        hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
        resource.setrlimit(resource.RLIMIT_CPU, (_most(resource.RLIMIT_CPU, soft), hard))
