"""What instruments are called and what is done with them: nouns to kinds, verb forms to actions."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.files import load
from communique.lexicon.phrases import Hit, PhraseBook


class Verb(NamedTuple):
    """One form of a verb: the action it reports, and which form it is (base, third, past, participle, gerund, noun)."""

    action: str
    forms: frozenset[str]


_FORMS = ("base", "third", "past", "participle", "gerund", "noun")


@cache
def verbs() -> dict[str, Verb]:
    """Every verb form of the lexicon: `verbs()["signing"].action == "signed"`."""
    found: dict[str, Verb] = {}
    for action, rows in load("en/instruments.yml")["actions"].items():
        for row in rows:
            for name, form in zip(_FORMS, row.split(), strict=True):
                if form != "_":
                    word = form.replace("_", " ")
                    known = found.get(word, Verb(action, frozenset()))
                    found[word] = Verb(known.action, known.forms | {name})
    return found


@cache
def instrument_words(kind: str) -> frozenset[str]:
    """The list `kind` of instruments.yml: weak, strong, named_only, spoken, determiners ..."""
    return frozenset(load("en/instruments.yml")[kind])


@cache
def numerals() -> tuple[str, ...]:
    """Numbers in words, from zero upwards: `numerals()[2] == "two"`."""
    return tuple(load("en/instruments.yml")["numerals"])


def _entries() -> Iterator[tuple[str, str, str]]:
    data = load("en/instruments.yml")
    for kind, nouns in data["kinds"].items():
        for noun in nouns:
            yield noun, "noun", kind
    for form in verbs():
        yield form, "verb", form
    for action, phrases in data["states"].items():
        for phrase in phrases:
            yield phrase, "state", action


@cache
def _book() -> PhraseBook:
    return PhraseBook(_entries(), fold=True)


def instrument_hits(characters: str) -> list[Hit]:
    """Hits labelled noun (value: the kind), verb (value: the form) or state (value: the action).

    >>> [(h.label, h.value) for h in instrument_hits("They signed an accord")]
    [('verb', 'signed'), ('noun', 'agreement')]
    """
    return _book().find(characters)


def is_draft(title: str) -> bool:
    """True for a title that says that the text is still a draft.

    >>> is_draft("draft Declaration"), is_draft("Declaration")
    (True, False)
    """
    return not instrument_words("drafts").isdisjoint(title.lower().split())
