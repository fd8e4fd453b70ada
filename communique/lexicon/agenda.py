"""How reports say what a meeting was about: phrases in front of, behind and around the matter."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from communique.lexicon.files import load
from communique.lexicon.phrases import Hit, PhraseBook

_PHRASES = (
    "behind",
    "before",
    "gathering",
    "named",
    "ranging",
    "encounter",
    "exchanging",
    "heeding",
    "ruling",
    "surveying",
)
_VERBS = ("strong", "weak", "passive", "turned")


def _inflected(phrase: str, data: dict[str, Any]) -> Iterator[str]:
    """The forms of a verb: "touch on", "touches on", "touched on", "touching on", "touched briefly on"."""
    verb, _, rest = phrase.partition(" ")
    stem = verb.removesuffix("e")
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x")) else "s")
    forms = data["irregular"].get(verb) or [third, stem + "ed", stem + "ing"]
    for form in (verb, *forms):
        yield f"{form} {rest}".strip()
        for adverb in data["adverbs"] if rest in data["prepositions"] else ():
            yield f"{form} {adverb} {rest}"


def _entries() -> Iterator[tuple[str, str, str]]:
    data = load("en/agenda.yml")
    for label in _PHRASES:
        for phrase in data[label]:
            yield phrase, label, phrase
    for label in _VERBS:
        for base in data[label]:
            for form in _inflected(base, data):
                yield form, label, base
    for noun in data["talk"]:
        for preposition in data["about"]:
            yield f"{noun} {preposition}".replace(" ,", ","), "talk", noun
        for held in data["held"]:
            yield f"{noun} {held}", "talk", noun
    for phrase in data["of_talk"]:
        yield phrase, "talk", phrase


@cache
def _book() -> PhraseBook:
    return PhraseBook(_entries(), fold=True)


def agenda_hits(characters: str) -> list[Hit]:
    """Hits labelled as the lists of agenda.yml; a verb's value is its base form.

    >>> [(h.label, h.value) for h in agenda_hits("They discussed trade")]
    [('strong', 'discuss')]
    """
    return _book().find(characters)


@cache
def agenda_words(kind: str) -> frozenset[str]:
    """The list `kind` of agenda.yml: talks, talkers, generic, empty, heads, places."""
    return frozenset(str(word) for word in load("en/agenda.yml")[kind])


@cache
def agenda_participles() -> frozenset[str]:
    """The irregular participles of the verbs: taken, gone, heard."""
    return frozenset(str(forms[-1]) for forms in load("en/agenda.yml")["irregular"].values())
