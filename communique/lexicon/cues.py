"""Words that set a rule to work: verbs of meeting, saying, deciding; nouns of meetings and instruments."""

from collections.abc import Iterator
from functools import cache

from communique.lexicon.files import load
from communique.lexicon.phrases import Hit, PhraseBook


def _entries() -> Iterator[tuple[str, str, str]]:
    for label, forms in load("en/cues.yml").items():
        for form in forms:
            yield form, label, form
    words = load("en/meetings.yml")
    for label, kinds in _OF_TWO.items():
        for form in {form for kind in kinds for form in words[kind]}:
            yield form, label, form
    heads = load("en/offices.yml")["heads"]
    for form in heads["one"]:
        yield form, "office", form
    for form in heads["many"]:
        yield form, "offices", form


_OF_TWO = {
    "two_meet": ("met_with", "met_whom", "met_by", "had", "had_nouns", "paid", "talked_over", "given"),
    "gather": ("gather",),
    "act": ("acts",),
    "group": ("groups",),
    "body_noun": ("body_nouns",),
    "two_did": ("met_together", "done_together", "held"),
}  # the lists of meetings.yml that set off the rules for two who meet


@cache
def _book() -> PhraseBook:
    return PhraseBook(_entries(), fold=True)


def cues_in(characters: str) -> list[Hit]:
    """Hits labelled as the keys of cues.yml, and office (one) or offices (many)."""
    return _book().find(characters)


@cache
def office_words(kind: str) -> frozenset[str]:
    """The list `kind` of offices.yml: weak, modifiers, former, institution."""
    return frozenset(load("en/offices.yml")[kind])


@cache
def office_heads() -> frozenset[str]:
    """The words that name an office, of one holder or of many: minister, ministers."""
    heads = load("en/offices.yml")["heads"]
    return frozenset(heads["one"]) | frozenset(heads["many"])


@cache
def titles_of_one_body() -> dict[str, str]:
    """Titles that one organisation alone gives, with its acronym."""
    return dict(load("en/offices.yml")["of_one_body"])


@cache
def titles_of_one() -> dict[str, str]:
    """Titles that only one country gives, or few, with their codes."""
    return dict(load("en/offices.yml")["of_one"])
