"""Where two tellings of one text differ: sentence by sentence, and in these word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

import msgspec

from communique.model.span import Span
from communique.model.text import Text

WORD = re.compile(r"\w+(?:[.,]\d+)*")
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+(?!\w)[\"'”’»)\]]*|[.!?]+|\n|$)")


class Change(msgspec.Struct, frozen=True):
    """A place where two tellings differ: `before` in the source, `after` in the copy, None where one has nothing."""

    before: Span | None
    after: Span | None


class Difference(msgspec.Struct, frozen=True):
    """A sentence that is told otherwise: what was `dropped` of it and what `added`, and whether a number is another."""

    change: Change
    dropped: tuple[Span, ...] = ()
    added: tuple[Span, ...] = ()
    numbers: bool = False


def changes(source: Text, copy: Text) -> list[Change]:
    """Where a copy says otherwise than its source, sentence by sentence, furniture left out; [] for the same words."""
    before, after = list(_sentences(source)), list(_sentences(copy))
    matcher = SequenceMatcher(
        None, [_bare(source, at) for at in before], [_bare(copy, at) for at in after], False
    )
    found: list[Change] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "replace" and b - a == d - c:  # sentence against sentence
            found += [Change(one, other) for one, other in zip(before[a:b], after[c:d], strict=True)]
        elif tag != "equal":
            found.append(Change(_over(before[a:b]), _over(after[c:d])))
    return found


def differences(source: Text, copy: Text) -> list[Difference]:
    """Every change with its words, those first in which a number was changed; [] for the same words."""
    found = (_difference(source, copy, change) for change in changes(source, copy))
    return sorted(found, key=lambda one: not one.numbers)


def _difference(source: Text, copy: Text, change: Change) -> Difference:
    before, after = _words(source, change.before), _words(copy, change.after)
    if not (change.before and change.after):
        return Difference(change, *((_over(each),) if each else () for each in (before, after)))  # type: ignore[arg-type]
    old = [at.cut(source.characters).casefold() for at in before]
    new = [at.cut(copy.characters).casefold() for at in after]
    dropped: list[Span] = []
    added: list[Span] = []
    numbers = False
    for tag, a, b, c, d in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag != "equal":
            dropped += [span for span in (_over(before[a:b]),) if span]
            added += [span for span in (_over(after[c:d]),) if span]
            numbers |= _numbers(old[a:b]) != _numbers(new[c:d])
    return Difference(change, tuple(dropped), tuple(added), numbers)


def _numbers(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(sign.isdigit() for sign in word)]


def _words(text: Text, at: Span | None) -> list[Span]:
    if at is None:
        return []
    return [Span(at.start + m.start(), at.start + m.end()) for m in WORD.finditer(at.cut(text.characters))]


def _sentences(text: Text) -> Iterator[Span]:
    for match in SENTENCE.finditer(text.characters):
        words = match[0].strip()
        if words and any(sign.isalnum() for sign in words):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            span = Span(start, start + len(words))
            if not any(span.touches(part) for part in text.furniture):
                yield span


def _bare(text: Text, at: Span) -> str:
    return " ".join(WORD.findall(at.cut(text.characters).casefold()))


def _over(spans: Sequence[Span]) -> Span | None:
    return Span(spans[0].start, spans[-1].stop) if spans else None
