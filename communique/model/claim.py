"""Claims: one mention, one field, one value, its quotes, the reader that made it."""

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from communique.model.reading import Reading
from communique.model.span import Evidence, Quote, Span

KINDS = ("meetings", "offices", "instruments", "statements", "figures", "operations", "commitments")
"""The lists of a reading, in the order in which the format names them."""

Spans = tuple[Span, ...]

_CALLED = ("name", "person", "title", "text", "what")
"""The field by which an item is called, the first that it has."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One value of one field of one mention, with its quotes; of a list of words each has its own claim.

    `mention` is a path inside the reading (`meetings/0/participants/2`), `named` the same path by names
    (`meetings/ninth meeting/participants/ramiz mehdiyev`); `report` is the text's id.
    """

    report: str
    mention: str
    field: str
    value: Any
    quotes: tuple[Quote, ...]
    reader: str
    named: str

    @property
    def id(self) -> str:
        """A hash of what the claim says: the same claim made twice has one id, also by a reader that finds more."""
        said = msgspec.json.encode([self.report, self.named, self.field, self.value])
        return hashlib.sha256(said).hexdigest()[:16]


def claims(reading: Reading, report: str, text: str) -> Iterator[Claim]:
    """Every claim of `reading` about `text`; raises Misquote where evidence lies beyond the text."""
    cut = _Cut(text)
    for kind in KINDS:
        for i, item in enumerate(getattr(reading, kind)):
            at = _At(report, f"{kind}/{i}", f"{kind}/{_name(item)}", reading.reader)
            yield from _of_item(item, at, cut)


class _Cut(dict[Span, Quote]):
    """The quotes of one text, each cut once: most words bear several fields."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def __missing__(self, span: Span) -> Quote:
        self[span] = Quote.cut(self._text, span)
        return self[span]


class _At(NamedTuple):
    """Where in a reading an item stands: its path by numbers and by names."""

    report: str
    path: str
    named: str
    reader: str


def _name(item: Any) -> str:
    """What an item is called, however it is spaced and capitalised."""
    called = next((v for field in _CALLED if (v := getattr(item, field, None))), "")
    return " ".join(str(called).casefold().split())


def _of_item(item: Any, at: _At, cut: _Cut) -> Iterator[Claim]:
    evidence: Evidence = item.evidence
    for field in item.__struct_fields__:
        value = getattr(item, field)
        if field == "evidence" or value is None or value == () or value == "":
            continue
        children = value if isinstance(value, tuple) else (value,)
        if isinstance(children[0], msgspec.Struct):
            for i, child in enumerate(children):
                below = (f"{at.path}/{field}/{i}", f"{at.named}/{field}/{_name(child)}")
                yield from _of_item(child, at._replace(path=below[0], named=below[1]), cut)
            continue
        for said, spans in _said(value, evidence.get(field), evidence.get("", ())):
            quotes = tuple(cut[span] for span in spans)
            yield Claim(
                report=at.report,
                mention=at.path,
                field=field,
                value=said,
                quotes=quotes,
                reader=at.reader,
                named=at.named,
            )


def _said(value: Any, own: Spans | None, whole: Spans) -> Iterator[tuple[Any, Spans]]:
    """A value with the places that say so: of a list each element with its own, where there is one apiece."""
    if not isinstance(value, tuple):
        yield value, own or whole
        return
    apiece = own is not None and len(own) == len(value)
    found: dict[Any, Spans] = {}
    for i, element in enumerate(value):
        spans = (own[i],) if own and apiece else own or whole
        found[element] = tuple(dict.fromkeys((*found.get(element, ()), *spans)))
    yield from found.items()
