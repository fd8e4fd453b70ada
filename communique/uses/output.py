"""Standard output and error: what they cannot show or take is no reason to fall over."""

import errno
import io
import os
import sys

GONE = 141
"""What a shell says of a program whose reader went away, as `head` does."""


def prepare() -> None:
    """A character that the terminal has not becomes a question mark."""
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started this
        nowhere = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def for_programs() -> None:
    """JSON and CSV are UTF-8 wherever they go."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def given_up(error: OSError) -> int:
    """The exit code after what could not be written (or reached), with one line unless the reader went away."""
    if isinstance(error, BrokenPipeError) or error.errno == errno.EPIPE:
        _forget()
        return GONE
    reason = error.strerror or str(error)
    line = f"{error.filename}: {reason}" if error.filename else f"the output cannot be written ({reason})"
    _forget()
    try:
        from communique.uses.terminal import say

        say(line)
        sys.stderr.flush()
    except OSError:
        pass  # there is nobody left to tell
    return 1


def _forget() -> None:
    """Lets what is still to be written go nowhere, so that leaving does not stumble over it again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass  # standard output is no file, as in a test
