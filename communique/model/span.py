"""Half-open places in a text, and quotes: a place together with the words that stand there."""

import msgspec

from communique.model.errors import Misquote


class Span(msgspec.Struct, frozen=True, order=True, array_like=True):
    """A half-open range `start, stop` of code points in one text; as JSON `[start, stop]`.

    >>> Span(3, 5).cut("In Minsk")
    'Mi'
    """

    start: int
    stop: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.stop:
            raise Misquote(f"no such span: {self.start}, {self.stop}")

    def cut(self, text: str) -> str:
        """The words at this place of `text`."""
        return text[self.start : self.stop]

    def inside(self, other: "Span") -> bool:
        """True when every character of this span belongs to `other`."""
        return other.start <= self.start and self.stop <= other.stop

    def touches(self, other: "Span") -> bool:
        """True when the two spans share a character."""
        return self.start < other.stop and other.start < self.stop


class Quote(msgspec.Struct, frozen=True, order=True):
    """A span and the words that stand there.

    >>> Quote.cut("In Minsk", Span(3, 8)).words
    'Minsk'
    """

    span: Span
    words: str

    def __post_init__(self) -> None:
        if self.span.stop - self.span.start != len(self.words):
            raise Misquote(f"{self.words!r} does not fill {self.span.start}, {self.span.stop}")

    @classmethod
    def cut(cls, text: str, span: Span) -> "Quote":
        """The quote that `span` cuts from `text`; raises Misquote beyond the text's end."""
        return cls(span, span.cut(text))

    def check(self, text: str) -> "Quote":
        """This quote, or Misquote unless `text[start:stop] == words`."""
        if self.span.cut(text) != self.words:
            raise Misquote(
                f"{self.words!r} does not stand at {self.span.start}, {self.span.stop}: "
                f"{self.span.cut(text)!r} does"
            )
        return self


Evidence = dict[str, tuple[Span, ...]]
"""Slot name -> the places that say so; "" stands for the item as a whole."""
