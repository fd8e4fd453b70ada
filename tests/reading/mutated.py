"""Texts for the laws of reading: the shipped samples, the same spoilt in every way, and plain noise."""

import re
from functools import cache

import msgspec
from hypothesis import strategies as st

from communique.model.errors import BadInput
from communique.model.span import Span
from communique.model.text import Text
from communique.source.samples import samples
from communique.text import clean


@cache
def sample_texts() -> tuple[Text, ...]:
    """Every shipped sample as a clean text."""
    return tuple(clean(page) for page in samples() if not isinstance(page, BadInput))


_WORDS = (
    "meeting session talks summit joint sixth 9th of the and between with met held attended by chaired said that , , . : ; “ ” "
    "( ) - – \n \n\n Minsk MOSCOW Belarus Belarusian Russia’s CSTO CIS Council Foreign Ministers Minister Secretary Security "
    "President former Anna Lindt A. S. Orlov Xi Jinping Dr. H.E. General on Wednesday 21 November 2018 Nov. yesterday last year "
    "will be next planned postponed represented delegation headed did not attend draft statement approved submitted to "
    "420 tonnes more than Operation Kanal counterpart his ’s de von al- U.S. 31 February 0 \u00a0 \r\n"
)
WORDS = _WORDS.split(" ")


@st.composite
def spoilt(draw: st.DrawFn) -> Text:
    """A sample with its lines shuffled, cut in the middle, characters replaced, or doubled."""
    text = draw(st.sampled_from(sample_texts()))
    characters = text.characters
    for step in draw(
        st.lists(
            st.sampled_from(("shuffle", "cut", "replace", "double", "case", "splice")), min_size=1, max_size=3
        )
    ):
        characters = _step(draw, step, characters)
    furniture = draw(st.just(()) | _whole_lines(characters))
    published = draw(st.sampled_from((None, text.published, "2024-02-29")))
    return msgspec.structs.replace(
        text,
        characters=characters,
        furniture=furniture,
        published=published,
        published_span=None,
        title_span=None,
    )


@st.composite
def _whole_lines(draw: st.DrawFn, characters: str) -> tuple[Span, ...]:
    """Furniture is whole lines: some of them, wherever they stand."""
    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\r\n]*\S[^\r\n]*", characters)]
    return tuple(line for line in lines if draw(st.integers(0, 3)) == 0)


def _step(draw: st.DrawFn, step: str, characters: str) -> str:
    if not characters:
        return characters
    at = draw(st.integers(0, len(characters) - 1))
    if step == "shuffle":
        return "\n".join(draw(st.permutations(characters.split("\n"))))
    if step == "cut":
        return characters[:at] if draw(st.booleans()) else characters[at:]
    if step == "double":
        return characters[:at] + characters
    if step == "case":
        return characters[:at] + characters[at:].upper()
    piece = draw(st.text(max_size=6) | st.sampled_from(WORDS))
    return characters[:at] + piece + characters[at + (len(piece) if step == "replace" else 0) :]


def plain() -> st.SearchStrategy[Text]:
    """Noise, and words of the trade in any order."""
    words = st.lists(st.sampled_from(WORDS), max_size=80).map(" ".join)
    days = st.sampled_from((None, "2018-11-21", "0001-01-01", "9999-12-31", "nonsense"))
    return st.builds(
        lambda c, d: Text(name="t", characters=c, published=d), st.text(max_size=200) | words, days
    )
