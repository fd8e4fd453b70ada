"""What one report says, as it is kept: a twelfth of its points written out, since it is read only to be taken back."""

import zlib
from collections.abc import Iterable
from typing import Any

import msgspec

from communique.growing.compact import claims_kept
from communique.model.record import Citation
from communique.model.span import Span
from communique.record.told import PartKey, Point, alike

_Place = tuple[int, int, int, int, int]
_Line = tuple[
    str,
    str,
    str,
    Any,
    str | None,
    str,
    tuple[str, str, str | None] | None,
    str | None,
    list[_Place],
    Any,
]

_LINES = msgspec.msgpack.Decoder(list[_Line])


def packed(points: Iterable[Point]) -> bytes:
    """The points of one report, the words of their quotes aside: the same bytes for the same points."""
    return squeezed(msgspec.msgpack.encode([_line(p) for p in points]), 6, 14)


def squeezed(said: bytes, level: int, window: int) -> bytes:
    """Bytes as `zlib.decompress` undoes it, with no larger a window (2 to that power) than they need.

    To make one ready takes longer than a hundred characters: five sixths of the time of an entry's words.
    """
    packer = zlib.compressobj(level, zlib.DEFLATED, window, window - 8)
    return packer.compress(said) + packer.flush()


def unpacked(text: str, kept: bytes) -> list[Point]:
    """What `packed` made of the points of the report with this text."""
    report = f"r-{text}"
    return [_point(report, line) for line in _LINES.decode(zlib.decompress(kept))]


def _line(p: Point) -> _Line:
    part = (p.part.list, p.part.key, p.part.target) if p.part else None
    places = [(c.start, c.stop, c.line, c.sentence.start, c.sentence.stop) for c in p.citations]
    same = None if p.same == (p.target or alike(p.value, p.rule)) else p.same
    return p.entry, p.kind, p.field, p.value, same, p.rule, part, p.target, places, claims_kept(p.claim)


def _point(report: str, line: _Line) -> Point:
    entry, kind, field, value, same, rule, part, target, places, claim = line
    return Point(
        entry=entry,
        kind=kind,
        field=field,
        value=value,
        same=(target or alike(value, rule)) if same is None else same,
        rule=rule,
        report=report,
        part=PartKey(*part) if part else None,
        target=target,
        citations=tuple(
            Citation(report=report, start=start, stop=stop, words="", line=line_, sentence=Span(first, last))
            for start, stop, line_, first, last in places
        ),
        claim=claim.hex() if isinstance(claim, bytes) else claim,
    )
