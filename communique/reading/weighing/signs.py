"""What is seen of words in a sentence without understanding them: where they stand, what goes before and behind."""

from collections.abc import Iterator

from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

Place = tuple[int, int]

_EARLY = 24  # characters from the beginning of a sentence that still open it
_NEAR = 60  # characters in which a cue stands by the words
_CUES = ("attend", "say", "chair", "hold", "decide", "host", "gather")


def around(scan: Scan, sentence: Sentence, at: Place) -> Iterator[str]:
    """The words before and behind, and the cues near by."""
    before = scan.small[max(sentence.start, at[0] - _EARLY) : at[0]].split()
    yield f"before {before[-1]}" if before else "opens"
    behind = scan.small[at[1] : min(sentence.stop, at[1] + _EARLY)].split()
    yield f"behind {behind[0]}" if behind else "closes"
    if at[0] - sentence.start < _EARLY:
        yield "early"
    then = {hit.label for hit in scan.within(at[1], min(sentence.stop, at[1] + _NEAR), *_CUES)}
    after = {hit.label for hit in scan.within(max(sentence.start, at[0] - _NEAR), at[0], *_CUES)}
    for cue in _CUES if then or after else ():
        if cue in then:
            yield f"then {cue}"
        if cue in after:
            yield f"after {cue}"


def standing(scan: Scan, sentence: Sentence, number: int) -> Iterator[str]:
    """How far down the sentence stands, and how long it is."""
    yield f"sentence {min(number, 6)}"
    yield f"long {min((sentence.stop - sentence.start) // 60, 5)}"
    if scan.in_headline(sentence):
        yield "headline"


def quoted(scan: Scan, sentence: Sentence, place: int) -> bool:
    """An opened quotation is not closed before the place.

    >>> from communique.reading.scan import scan
    >>> seen = scan("He said: “We met in Oslo.”")
    >>> quoted(seen, seen.sentences[0], 12)
    True
    """
    before = scan.characters[sentence.start : place]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
