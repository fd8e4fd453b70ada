"""What two personal names say about each other, before anything else is known of the two people."""

from functools import lru_cache
from typing import NamedTuple

from communique.lexicon.declined import is_given
from communique.lexicon.likeness import Likeness, both_names, fathers_differ, likeness, word_likeness
from communique.lexicon.personal import PersonalName, may_be_left_out
from communique.lexicon.spelling import families

_SOUNDS = 0.9
_INITIAL = 0.85
_SURNAME = 0.93
_LONG, _SHORT = 5, 3
_SLIP = 0.8


class Names(NamedTuple):
    """How two names go together, and in words why.

    `how` is one of: same, spelled (every word sounds the same), order (the same words turned), part (one name
    stands in the other, from its beginning), late (it stands there, not from the beginning), after (behind a given name:
    a son may be called so), slip (one letter of a long
    word apart), near (a slip apart that may be another name, or a case of it), cased (a case of it), initial, surname
    (a given name is not written out), lone (that, if it is a case of it), different (one surname, two people).
    """

    how: str
    why: str


@lru_cache(maxsize=16_384)
def compare_names(left: PersonalName, right: PersonalName) -> Names | None:
    """How two names go together; None where the surnames have nothing in common.

    >>> from communique.lexicon.personal import personal_name
    >>> compare_names(personal_name("Maxim Ryzhenkov"), personal_name("Рыженков Максим")).how
    'order'
    >>> compare_names(personal_name("Maxim Ryzhenkov"), personal_name("Ivan Ryzhenkov")).how
    'different'
    """
    if not (left.full and right.full):
        return _not_written_out(left, right)
    found = likeness(left, right)
    if not found.words:
        return None
    if fathers_differ(left, right):
        return Names("different", "one name, different fathers") if found.least >= _SURNAME else None
    if declined := _declined(left, right, found):
        return declined
    if found.left_over and found.right_over:
        return _different(left, right)
    if found.left_over or found.right_over:
        return _part(left, right)
    if not found.ordered and (left.surname != right.surname or (left.descent and right.descent)):
        return _turned(left, right, found.least)
    return _all_words(left, right, found.least)


def _all_words(left: PersonalName, right: PersonalName, least: float) -> Names:
    if least == 1.0:
        return Names("same", "same full name")
    if least >= _SOUNDS:
        return Names("spelled", _transliterates(left, right))
    if least == _INITIAL and left.first == right.first:
        return Names("spelled", "same name, a middle name not written out")
    if first_alike(left, right) < _SOUNDS and _two_names(left.first, right.first):
        return Names("different", "one surname, different given names")
    return Names("slip" if least >= _SLIP else "near", "nearly the same name")


def _declined(left: PersonalName, right: PersonalName, found: Likeness) -> Names | None:
    """One name in a case: Бердымухамедова may be of Бердымухамедов, and Александра of Александр."""
    ours, theirs = (left.genitive or left.first, right.genitive or right.first)
    a_man = ours == theirs and left.first != right.first and surnames_alike(left, right) == 1.0
    both = found.left_over and found.right_over and first_alike(left, right) >= _SOUNDS
    if both and _foreign_in_a_case(left.surname, right.surname):
        return Names("cased", "the same name, the one in a case")
    if surnames_alike(left, right) == 1.0 and _given_in_a_case(left.first, right.first):
        return Names("cased", "one surname, the given name of the one in a case")
    if a_man or (both and _in_a_case(left.surname, right.surname)):
        return Names("near", "the same name, if the one stands in the genitive")
    return None


def _given_in_a_case(left: str, right: str) -> bool:
    """Mevliut and Mevliuta, whom nobody is called: the surname beside it takes no case. Aleksandra may be a woman."""
    short, long = sorted((left, right), key=len)
    enough = _SHORT if long.endswith(("om", "em")) else _LONG
    return len(short) >= enough and _in_a_case(left, right) and not is_given(long)


def _in_a_case(left: str, right: str) -> bool:
    """Ivanov and Ivanova, who may be Ivanov in the genitive; Biden and Bidenu."""
    short, long = sorted((left, right), key=len)
    return (
        bool(short)
        and long.startswith(short)
        and long[len(short) :] in ("a", "u", "om", "em", "e")
        and short[-1] not in "aeiou"
    )


def _foreign_in_a_case(left: str, right: str) -> bool:
    """Biden and Bidena, whom no woman is called: only names of Slavs have a form of their own for women."""
    short, long = sorted((left, right), key=len)
    ending = long[len(short) :]
    return (
        len(short) >= _LONG
        and _in_a_case(left, right)
        and ending in _FOREIGN
        and not short.endswith(_OF_BOTH)
    )


_FOREIGN = ("a", "om", "em")
_OF_BOTH = ("ov", "ev", "in", "sk")
"""Endings that a foreign surname takes in Russian; ends of surnames that have a form for women."""


def _two_names(left: str, right: str) -> bool:
    """True where a slip cannot be told from another name: Ali and Vali, Hamad and Hamid."""
    if left.replace("ng", "n") == right.replace("ng", "n"):
        return False  # Jinping out of Russian letters without their signs
    if _given_in_a_case(left, right):
        return False
    return min(len(left), len(right)) < _LONG or left[0] != right[0] or both_names(left, right)


def first_alike(left: PersonalName, right: PersonalName) -> float:
    """How alike the first given names of the two are, from 0 to 1."""
    return word_likeness(*sorted((left.first, right.first)), left.abjad != right.abjad)


def _transliterates(left: PersonalName, right: PersonalName) -> str:
    if left.surname == right.surname:
        return "same surname, given name transliterates"
    return "surname transliterates" if left.first == right.first else "both names transliterate"


def _turned(left: PersonalName, right: PersonalName, least: float) -> Names | None:
    """The same words in another order: `Friedrich Hans`; never father and son."""
    if left.descent or right.descent:
        return Names("different", "the names of father and son are turned")
    if least >= _SOUNDS:
        return Names("order", "same words of the name in another order")
    return None


def _different(left: PersonalName, right: PersonalName) -> Names | None:
    """Each has a word that the other lacks: two people, if anything ties them at all."""
    if surnames_alike(left, right) < _SURNAME:
        return None
    if first_alike(left, right) >= _SOUNDS:
        return Names("different", "one given name and surname, different names between")
    return Names("different", "one surname, different given names")


def _part(left: PersonalName, right: PersonalName) -> Names | None:
    """All words of the shorter stand in the longer: from its beginning, or only somewhere in it."""
    found = likeness(left, right)
    if found.least < _SOUNDS or not found.ordered:
        return Names("late", "one name stands in the other, turned or nearly") if found.least >= 0.8 else None
    begins = any(w.left == w.right == 0 for w in found.words) or (
        not (left.descent and right.descent) and _left_out(found.left_over + found.right_over)
    )
    ends = surnames_alike(left, right) >= _SURNAME
    if begins:
        return Names("part", "one name stands in the other")
    if left.descent or right.descent:
        return Names("different", "one name is that of the other's parent")
    if ends and _named_after(left, right):
        return Names("after", "one name stands in the other behind a given name of its own")
    return Names("late", "one name stands in the other, not from its beginning") if ends else None


def _named_after(left: PersonalName, right: PersonalName) -> bool:
    """`Idriss Déby` and `Mahamat Idriss Déby`: one more given name before the other's own, as a son bears his father's."""
    short, long = sorted((left, right), key=lambda name: len(name.words))
    one_more = len(long.words) == len(short.words) + 1
    return one_more and is_given(long.first) and is_given(short.first)


def _left_out(over: tuple[str, ...]) -> bool:
    """True where only a name is missing that many leave out: Muhammad Shahbaz Sharif."""
    return bool(over) and set(over) <= may_be_left_out()


def surnames_alike(left: PersonalName, right: PersonalName) -> float:
    """How alike the two surnames are, from 0 to 1."""
    return word_likeness(*sorted((left.surname, right.surname)), left.abjad != right.abjad)


def _not_written_out(left: PersonalName, right: PersonalName) -> Names | None:
    """At least one given name is an initial or missing."""
    if not (left.given and right.given):
        return _surname_alone(left, right)
    if surnames_alike(left, right) < _SURNAME:
        return _initials_declined(left, right)
    ours, theirs = _givens(left), _givens(right)
    if not all(_may_stand_for(a, b) for a, b in zip(ours, theirs, strict=False)):
        return _behind_initial(ours, theirs) or Names("different", "one surname, different initials")
    return Names("initial", "same initial and surname")


def _behind_initial(left: tuple[str, ...], right: tuple[str, ...]) -> Names | None:
    """`A. Rehman Malik` and `Rehman Malik`: the one leaves out a first name that the other has as an initial."""
    short, long = sorted((left, right), key=len)
    behind = len(long[0]) == 1 < len(short[0]) and len(long) == len(short) + 1
    if behind and all(word_likeness(*sorted(pair)) >= _SOUNDS for pair in zip(short, long[1:], strict=True)):
        return Names("late", "one name stands in the other, behind an initial")
    return None


def _initials_declined(left: PersonalName, right: PersonalName) -> Names | None:
    """`К.-Ж.Токаева` may be of Tokayev."""
    agree = all(_may_stand_for(a, b) for a, b in zip(_givens(left), _givens(right), strict=False))
    if agree and _in_a_case(left.surname, right.surname):
        return Names("near", "same initial, the same surname if the one stands in the genitive")
    return None


def _surname_alone(left: PersonalName, right: PersonalName) -> Names | None:
    """One name is a surname without a given name; of two such either may be in a case, or a word of the other."""
    if left.given:
        return _surname_of(right, left)
    found = _surname_of(left, right)
    return found if found or right.given else _surname_of(right, left)


def _surname_of(short: PersonalName, long: PersonalName) -> Names | None:
    if surnames_alike(short, long) >= _SURNAME:
        return Names("surname", "same surname")
    if _foreign_in_a_case(short.surname, long.surname) and len(short.surname) > len(long.surname):
        return Names("surname", "same surname, in a case")
    if short.surname == f"{long.surname}a" and long.surname.endswith(_OF_BOTH):
        return Names("lone", "same surname, if it stands in the genitive")
    called = [w for w in long.words if len(w) > 1 and w == short.surname and w not in long.parents]
    return Names("surname", "one name is a word of the other") if called else None


def _givens(name: PersonalName) -> tuple[str, ...]:
    return (*name.given, name.father) if name.father and len(name.given) == 1 else name.given


def _may_stand_for(left: str, right: str) -> bool:
    """Two given names or initials that may be one: `y` for Evgeny, whose spellings begin with e, y and j."""
    if len(left) > 1 and len(right) > 1:
        return word_likeness(*sorted((left, right))) >= _SOUNDS
    initial, name = sorted((left, right), key=len)
    return name[:1] in (initial, *_LETTERS.get(initial, "")) or any(
        spelling[0] == initial for spelling, head in families().items() if head == name
    )


_LETTERS = {"i": "ejz", "e": "i", "j": "iz", "z": "ij", "h": "g", "g": "h", "k": "c", "c": "k"}
