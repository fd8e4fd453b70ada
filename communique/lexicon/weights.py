"""A trained decision: what each sign weighs, and from which likelihood the answer is yes."""

import math
from collections.abc import Iterable
from functools import cache
from itertools import repeat

import msgspec

from communique.lexicon.files import load

_NOTHING = repeat(0.0)


class Weights(msgspec.Struct, frozen=True):
    """The weights of a logistic regression; a sign that it was not trained on weighs nothing.

    >>> Weights(base=-1.0, sure=0.7, signs={"beside one who is there": 2.0}).agrees(["beside one who is there"])
    True
    """

    base: float
    sure: float
    signs: dict[str, float]

    def likely(self, found: Iterable[str]) -> float:
        """How likely the answer is yes, by these signs; each counts once."""
        return 1 / (1 + math.exp(-self.total(sorted(set(found)))))

    def total(self, found: Iterable[str]) -> float:
        """What these signs weigh together: above 0 the answer is sooner yes than no."""
        return self.base + sum(map(self.signs.get, found, _NOTHING))

    def agrees(self, found: Iterable[str]) -> bool:
        """Whether the answer is yes."""
        return self.likely(found) >= self.sure


@cache
def weights(decision: str) -> Weights:
    """The weights that `python -m communique.evaluation.learning` (of lines: `.framing`) made for a decision."""
    return msgspec.convert(load(f"en/weights/{decision}.yml"), Weights)
