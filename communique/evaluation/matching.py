"""When a found item is the annotated one, kind by kind."""

from typing import Any

from communique.evaluation.likeness import (
    containment,
    flat,
    overlap,
    ratio,
    same_name,
    same_office,
    same_owner,
    same_words,
)

Item = dict[str, Any]

_OPENING = 60
"""How many characters of a statement are compared: readers cut its end differently."""


def same_person(gold: Item, found: Item) -> bool:
    """Two participants of one name, whatever their office."""
    return same_name(gold["name"], found["name"])


def same_participation(gold: Item, found: Item) -> bool:
    """One person in one office for one country or organisation."""
    return (
        same_person(gold, found)
        and same_office(gold.get("office"), found.get("office"))
        and same_owner(gold.get("represents"), found.get("represents"))
    )


def same_holding(gold: Item, found: Item) -> bool:
    """One person in one office of one country or organisation."""
    return (
        same_name(gold["person"], found["person"])
        and same_office(gold.get("office"), found.get("office"))
        and same_owner(gold.get("of"), found.get("of"))
    )


def same_code(gold: Item, found: Item) -> bool:
    """One country or organisation that takes part."""
    return flat(gold["code"]) == flat(found["code"])


def same_topic(gold: Item, found: Item) -> bool:
    """One agenda item."""
    return same_words(gold["text"], found["text"])


def same_title(gold: Item, found: Item) -> bool:
    """One instrument, whatever became of it."""
    return same_words(gold["title"], found["title"])


def same_deed(gold: Item, found: Item) -> bool:
    """One instrument of which the same became."""
    return same_title(gold, found) and bool(gold.get("action") == found.get("action"))


def same_statement(gold: Item, found: Item) -> bool:
    """Words that begin alike, said by one speaker."""
    ours, theirs = flat(gold["text"]), flat(found["text"])
    if ratio(ours[:_OPENING], theirs[:_OPENING]) < 0.6 and ours[:25] not in theirs:
        return False
    speakers = gold.get("speaker"), found.get("speaker")
    return same_name(*speakers) or overlap(*speakers) >= 0.5


def same_figure(gold: Item, found: Item) -> bool:
    """One value of roughly the same thing."""
    if gold["value"] != found["value"]:
        return False
    things = gold.get("what"), found.get("what")
    return overlap(*things) >= 0.3 or containment(*things) >= 0.6


def same_operation(gold: Item, found: Item) -> bool:
    """Half of the words of the name."""
    return overlap(gold["name"], found["name"]) >= 0.5
