"""A fact that the reading missed: words that a person marks in a report, turned into a judgement that adds it."""

import re

from communique.lexicon.countries import countries_in, country_codes
from communique.model.added import KINDS, LISTS, NEEDS, PARTIES, SLOTS, Addition, to_value
from communique.model.errors import BadInput
from communique.model.reading import Reading
from communique.model.span import Quote, Span
from communique.model.text import Text
from communique.uses import deciding
from communique.uses.deciding import Decided

_NUMBER = re.compile(r"-?\d[\d,\u00a0\u202f ]*(?:\.\d+)?")
_DATES = ("start", "end")


def choices(reading: Reading) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What marked words can be: for each meeting of the report, and by themselves; a group's name, and pairs of key and words."""
    own = [(f"{kind} - -", kind.removesuffix("s")) for kind in KINDS]
    groups = [("By itself", "", own)]
    for number, meeting in enumerate(reading.meetings):
        if meeting.evidence.get(""):
            fields = [(f"meetings {field} {number}", field) for field in (*SLOTS, *LISTS)]
            groups.append(("Of", meeting.name, fields))
    return groups[1:] + groups[:1]


def marked(text: Text, words: str, start: int | None = None) -> Quote:
    """The marked words where they stand, `start` if they stand there, else their only place. Raises BadInput."""
    wanted = words.strip()
    if not wanted:
        raise BadInput("words", "mark the words in the report that say so")
    if start is not None:
        start += len(words) - len(words.lstrip())
        if text.characters[start : start + len(wanted)] == wanted:
            return Quote(Span(start, start + len(wanted)), wanted)
    pattern = re.compile(r"\s+".join(map(re.escape, wanted.split())))
    places = list(pattern.finditer(text.characters))
    if len(places) == 1:
        return Quote(Span(*places[0].span()), places[0].group())
    shown = wanted if len(wanted) < 60 else wanted[:60] + "…"
    told = (
        "do not stand in the report"
        if not places
        else f"stand there {len(places)} times: take more of the words around"
    )
    raise BadInput(f"“{shown}”", told)


def added(
    text: Text, reading: Reading, what: str, quote: Quote, *, who: str, value: str = "", by: str = ""
) -> Decided:
    """The judgement that adds a fact: `what` is a key of `choices`, `by` the words that tell who says it. Raises BadInput."""
    kind, field, number = (*what.split(" "), "", "", "")[:3]
    if what not in {key for _, _, keys in choices(reading) for key, _ in keys}:
        raise BadInput("what", "choose what the marked words are")
    field = "" if field == "-" else field
    about = _own_words(text, reading, int(number)) if field else None
    second = marked(text, by) if by.strip() else None
    if kind in NEEDS and second is None:
        raise BadInput(kind.removesuffix("s"), f"give also the words that tell {NEEDS[kind]}")
    addition = Addition(
        kind=kind,
        field=field,
        value=_value(kind, field, value.strip(), quote.words),
        quote=quote,
        about=about,
        by=second,
    )
    of = f" of {about.words}" if about else ""
    told = f"{addition.name}{of}: {addition.value or quote.words}"
    made = deciding.judgement(
        "added",
        text.id,
        who=who,
        value=to_value(addition),
        why=f"r-{text.id}.{addition.name} is {addition.value or quote.words}",
    )
    return Decided(made, " ".join(told.split()))


def _own_words(text: Text, reading: Reading, number: int) -> Quote:
    return Quote.cut(text.characters, reading.meetings[number].evidence[""][0])


def _value(kind: str, field: str, value: str, words: str) -> str | int | float:
    """What the marked words mean: as the person put it, else read off them where that is plain."""
    if field == "ordinal" or kind == "figures":
        return _number(value or words)
    if field == "country" or field in PARTIES:
        return _party(value or words)
    said = value or " ".join(words.split())
    if field in _DATES:
        deciding.fit(field, said)
    return said


def _number(words: str) -> int | float:
    found = _NUMBER.search(words)
    if found is None:
        raise BadInput(
            "number", f"“{words[:60]}” has no number in figures; put it in the field for the meaning"
        )
    plain = re.sub(r"[,\s\u00a0\u202f]", "", found.group())
    return float(plain) if "." in plain else int(plain)


def _party(words: str) -> str:
    """A country's code where the words name exactly one, else the organisation as it is called."""
    if words in country_codes():
        return words
    codes = {hit.value for hit in countries_in(words) if hit.value in country_codes()}
    return codes.pop() if len(codes) == 1 else " ".join(words.split())
