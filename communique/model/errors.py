"""Every way in which Communique says no. Each message is one line that names the input and the reason."""


class CommuniqueError(Exception):
    """Base of all errors of this package; its text is one line fit for a terminal."""


class Misquote(CommuniqueError):
    """A quote does not stand in the text at the place it names."""


class BadInput(CommuniqueError):
    """An input could not be taken in: `BadInput("a.txt", "is empty")` reads `a.txt: is empty`."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(_line(f"{name}: {reason}"))
        self.name = name
        self.reason = reason


def _line(words: str) -> str:
    """`words` on one line, without signs that would move a terminal's cursor: names of files may hold any."""
    return (
        words
        if words.isprintable()
        else "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
    )


class SetAside(BadInput):
    """An input with which nothing is wrong, and that is not worth reading: `SetAside("crawl.warc:7", "...")`."""


class NotFound(CommuniqueError):
    """Nothing in the record answers to the given id."""


class BrokenRecord(CommuniqueError):
    """A record file is not one of ours, or violates an invariant."""
