"""What the tests of instruments share: a sentence read as if written on one day."""

from communique.model.instrument import Instrument
from communique.model.text import Text
from communique.reading.instruments import instruments
from communique.reading.people import cast
from communique.reading.scan import scan


def read(words: str) -> list[Instrument]:
    """The instruments of a sentence."""
    scanned = scan(Text(name="t", characters=words, published="2024-06-03"))
    return instruments(scanned, cast(scanned))
