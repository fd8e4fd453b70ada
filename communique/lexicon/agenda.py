"""How reports say what a meeting was about: phrases in front of, behind and around the matter."""

from collections.abc import Iterator
from functools import cache

from communique.lexicon.files import load
from communique.lexicon.phrases import Hit, PhraseBook

_PHRASES = ("behind", "doing", "before", "gathering", "named", "encounter")


def _entries() -> Iterator[tuple[str, str, str]]:
    data = load("en/agenda.yml")
    for label in _PHRASES:
        for phrase in data[label]:
            yield phrase, label, phrase


@cache
def _book() -> PhraseBook:
    return PhraseBook(_entries(), fold=True)


def agenda_hits(characters: str) -> list[Hit]:
    """Hits labelled behind, doing, before, gathering, named or encounter (see agenda.yml for each).

    >>> [(h.label, h.value) for h in agenda_hits("They discussed trade")]
    [('behind', 'discussed')]
    """
    return _book().find(characters)


@cache
def agenda_words(kind: str) -> frozenset[str]:
    """The list `kind` of agenda.yml: talks, talkers, generic, empty."""
    return frozenset(str(word) for word in load("en/agenda.yml")[kind])
