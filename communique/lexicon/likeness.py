"""How alike two personal names are: word by word, in any order, with the kind of likeness in words."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from communique.lexicon.names import given_names
from communique.lexicon.personal import PersonalName
from communique.lexicon.spelling import canonical, families, fold, short_forms, sound

_SAME, _SOUNDS, _SHORT, _INITIAL = 1.0, 0.95, 0.9, 0.85
_NEAR = 0.7
_FATHER, _OTHERS, _ALONE = 0.8, 0.4, 0.8
_SLIGHT = 3
_DOUBTED = 0.75
"""Words of so few letters are as near to a slip as to another word: they are alike or they are not."""


class Word(NamedTuple):
    """Two words taken for one: where they stand, and how alike they are."""

    left: int
    right: int
    alike: float


class Likeness(NamedTuple):
    """The words of two names that answer each other, and what is left over on either side."""

    words: tuple[Word, ...]
    left_over: tuple[str, ...]
    right_over: tuple[str, ...]
    score: float

    @property
    def least(self) -> float:
        """The likeness of the pair of words that are least alike."""
        return min((w.alike for w in self.words), default=0.0)

    @property
    def ordered(self) -> bool:
        """True where the words answer each other in the order of both names."""
        rights = [w.right for w in sorted(self.words)]
        return rights == sorted(rights)


@lru_cache(maxsize=65536)
def word_likeness(left: str, right: str, bare: bool = False) -> float:
    """From 0 to 1: canonical words that are the same, sound the same, stand for each other, or differ by a slip.

    `bare` words are compared by their consonants, as scripts without vowels write them.

    >>> word_likeness("rizhenkov", "rijenkov"), word_likeness("m", "maksim"), word_likeness("ivan", "petr")
    (0.95, 0.85, 0.0)
    """
    if left == right:
        return _SAME
    if len(left) == 1 or len(right) == 1:
        return _INITIAL if left[:1] == right[:1] else 0.0
    if right in short_forms().get(left, ()) or left in short_forms().get(right, ()):
        return _SHORT
    ours, theirs = sound(left), sound(right)
    if _man_and_woman(left, right):
        return 0.0
    if bare and bones(ours) == bones(theirs):
        return _SOUNDS
    if _one_article(left, right, bare):
        return _SOUNDS
    near = float(OSA.normalized_similarity(left, right))
    if ours == theirs and near > 0.5 and len(ours) > 1:
        return _DOUBTED if both_names(left, right) else _SOUNDS
    if min(len(left), len(right)) <= _SLIGHT:
        return 0.0
    return near * 0.95 if near >= _NEAR else 0.0


def _one_article(left: str, right: str, bare: bool) -> bool:
    """`albusaidi` and `busaidi`: one writes the article into the name, the other apart from it or not at all."""
    ours, theirs = without_article(left), without_article(right)
    if (ours == left) == (theirs == right):
        return False
    return bones(sound(ours)) == bones(sound(theirs)) if bare else sound(ours) == sound(theirs)


def without_article(word: str) -> str:
    """A word without the Arabic article that is written into it.

    >>> without_article("albusaidi"), without_article("albert")
    ('busaidi', 'albert')
    """
    return _ARTICLE.sub("", word)


_ARTICLE = re.compile("^[ae]l(?=[^aeiou].{4})")


def both_names(left: str, right: str) -> bool:
    """True where each of two canonical words is known as a given name of its own: Hamad and Hamid."""
    return left in _names() and right in _names()


@cache
def _names() -> frozenset[str]:
    known = {canonical(fold(name)) for name in given_names()}
    return frozenset(known | set(families().values()))


def _man_and_woman(left: str, right: str) -> bool:
    """Aleksandr and Aleksandra, Ivanov and Ivanova are two people, however near."""
    short, long = sorted((left, right), key=len)
    return long in (f"{short}a", f"{short}ia") and short[-1:] not in "aeiou"


def likeness(left: PersonalName, right: PersonalName) -> Likeness:
    """How the words of two names answer each other, likest first.

    >>> from communique.lexicon.personal import personal_name
    >>> likeness(personal_name("Orbán Viktor"), personal_name("Viktor Orban")).score
    1.0
    """
    found = aligned(left.words, right.words, left.abjad != right.abjad)
    turned = not found.ordered and left.descent and right.descent
    alone = min(len(left.words), len(right.words)) == 1 < max(len(left.words), len(right.words))
    if fathers_differ(left, right) or turned:
        return found._replace(score=found.score * _OTHERS)
    return found._replace(score=found.score * _ALONE) if alone else found


def fathers_differ(left: PersonalName, right: PersonalName) -> bool:
    """True where both names tell the father and not the same one."""
    both = left.father and right.father
    return bool(both) and word_likeness(*sorted((left.father, right.father))) < _FATHER


def aligned(left: tuple[str, ...], right: tuple[str, ...], bare: bool = False) -> Likeness:
    """The words of one name beside those of the other, each taken once, the likest first."""
    ours, theirs = _joined(left, right)
    theirs, ours = _joined(theirs, ours)
    taken: list[Word] = []
    for _, _, pair in sorted(_pairs(ours, theirs, bare)):
        if all(pair.left != t.left and pair.right != t.right for t in taken):
            taken.append(pair)
    ours_left = tuple(w for i, w in enumerate(ours) if i not in {t.left for t in taken})
    theirs_left = tuple(w for i, w in enumerate(theirs) if i not in {t.right for t in taken})
    return Likeness(tuple(sorted(taken)), ours_left, theirs_left, _score(taken, ours_left, theirs_left))


def _pairs(ours: tuple[str, ...], theirs: tuple[str, ...], bare: bool) -> Iterator[tuple[float, int, Word]]:
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            alike = word_likeness(*sorted((a, b)), bare)
            if alike:
                yield -alike, abs(i - j), Word(i, j, alike)


def _score(taken: list[Word], ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Near words weigh by how near; words over on both sides speak against, on one side hardly."""
    if not taken:
        return 0.0
    both = min(len(ours), len(theirs))
    more = abs(len(ours) - len(theirs))
    alike = sum(w.alike for w in taken)
    return alike / (len(taken) + 1.2 * both + 0.12 * more)


def _joined(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Ours with two neighbours made one where theirs has them as one: `jin ping` and `jinping`."""
    for i in range(len(ours) - 1):
        whole = ours[i] + ours[i + 1]
        known = any(abs(len(w) - len(whole)) < 3 and word_likeness(*sorted((whole, w))) > 0.9 for w in theirs)
        if known and len(ours[i]) > 1 < len(ours[i + 1]) and ours[i] not in theirs:
            return (*ours[:i], whole, *ours[i + 2 :]), theirs
    return ours, theirs


def bones(sounds: str) -> str:
    """The consonants that scripts without vowels write, of what a word sounds like; they know no p and no v,
    and have one letter for j, ch and the g of Cairo, one for q, g and k.

    >>> bones("brmv"), bones("brmvf")
    ('brm', 'brm')
    """
    return re.sub(r"(.)\1+", r"\1", sounds.translate(_UNTOLD))


_UNTOLD = str.maketrans({**dict.fromkeys("avhjfc"), "d": "t", "p": "b", "g": "k"})
