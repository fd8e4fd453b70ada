"""The trivial baseline: a dozen patterns and no thought. What a reader must beat to be worth its code."""

import re
from typing import Any

from communique.lexicon.bodies import bodies, bodies_in
from communique.lexicon.calendar import dates_in
from communique.lexicon.countries import countries_in
from communique.lexicon.places import cities_in
from communique.model.text import Text

Item = dict[str, Any]

_NAME = r"[A-Z][a-z]+(?:[- ][A-Z][a-z]+){1,2}"
_HOLDER = re.compile(
    rf"((?:[A-Z]\w+ )*(?:Secretary|Minister|President|Chairman|Director)(?: of [A-Z]\w+)*) ({_NAME})"
)
_SAID = re.compile(rf"({_NAME}) (?:said|noted|stressed|added)(?: that)? ([^.]+)\.")
_QUOTED = re.compile(rf"[“\"]([^”\"]+)[”\"],? (?:said|noted|stressed|added) ({_NAME})")
_FIGURE = re.compile(r"\b(\d{1,3}(?:,\d{3})+|\d+)(?: per cent| percent|%)? ((?:[a-z]+ ?){1,3})")
_DEED = re.compile(r"\b(signed|adopted|approved) (?:an? |the )?([a-z][^.,;]*)")
_OPERATION = re.compile(r"[Oo]peration ([A-Z]\w+)")
_TOPIC = re.compile(r"\b(?:discuss(?:ed)?|on the agenda (?:was|were)) ([^.;]+)")
_ORDINAL = re.compile(r"\b(\d+)(?:st|nd|rd|th) (?:\w+ )?(?:meeting|session|summit)")


def guess(text: Text) -> Item:
    """One meeting made of the first date, city and body of a text, and whatever the patterns catch.

    >>> guess(Text(name="t", characters="Foreign Minister Ivan Petrov said trade grew."))["offices"][0]["person"]
    'Ivan Petrov'
    """
    words = text.characters
    holders = [
        {"name": n, "person": n, "office": o, "of": None, "represents": None}
        for o, n in _HOLDER.findall(words)
    ]
    said = [(s, t) for s, t in _SAID.findall(words)] + [(s, t) for t, s in _QUOTED.findall(words)]
    return {
        "meetings": [_meeting(words, holders)],
        "offices": holders,
        "statements": [{"speaker": speaker, "text": told} for speaker, told in said],
        "figures": [{"value": int(n.replace(",", "")), "what": what} for n, what in _FIGURE.findall(words)],
        "operations": [{"name": name} for name in sorted(set(_OPERATION.findall(words)))],
    }


def _meeting(words: str, holders: list[Item]) -> Item:
    body = next((bodies()[hit.value].name for hit in bodies_in(words) if hit.value in bodies()), None)
    city = next((words[hit.start : hit.stop] for hit in cities_in(words)), None)
    ordinal = _ORDINAL.search(words)
    return {
        "bodies": [body] if body else [],
        "kind": "multilateral",
        "status": "held",
        "ordinal": int(ordinal[1]) if ordinal else None,
        "start": _first_day(words),
        "city": city,
        "participants": holders,
        "represented": sorted({hit.value for hit in countries_in(words) if hit.label == "country"}),
        "agenda": [{"text": topic} for topic in _TOPIC.findall(words)],
        "instruments": [{"title": title, "action": deed} for deed, title in _DEED.findall(words)],
    }


def _first_day(words: str) -> str | None:
    year = re.search(r"\b20\d\d\b", words)
    for date in dates_in(words):
        if date.month and date.day:
            return f"{date.year or (year[0] if year else 'XXXX')}-{date.month:02}-{date.day:02}"
    return None
