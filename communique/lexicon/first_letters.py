"""With which characters the finds of a pattern can begin, told to `re`, so that a search passes over all others at once.

`re` works it out by itself only where a pattern begins with a letter, a set of letters or a plain choice of words;
behind `\\b`, a look around, `(?:the )?` or a choice within a choice it tries the whole pattern at every character.
What is told changes no find: a search still tries the pattern wherever one can begin.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from re import IGNORECASE, LOCALE
from typing import Any

_compiler = import_module(
    "re._compiler"
)  # the standard library's own; without the place we need nothing is told
_PLACE = "_get_charset_prefix"

Charset = list[tuple[Any, Any]]
"""Literals, ranges and categories as `re` writes them inside its trees."""


@contextmanager
def told() -> Iterator[None]:
    """Patterns compiled inside know what their finds can begin with.

    >>> import re
    >>> with told():
    ...     pattern = re.compile(r"\\b(?:the )?(?:met|held)\\b")
    >>> pattern.search("They met.")[0]
    'met'
    """
    known = getattr(_compiler, _PLACE, None)
    if known is None:
        yield
        return
    setattr(_compiler, _PLACE, lambda pattern, flags: known(pattern, flags) or beginnings(pattern, flags))
    try:
        yield
    finally:
        setattr(_compiler, _PLACE, known)


class _AnythingError(Exception):
    """A find can begin with too much to be listed."""


def beginnings(tree: Any, flags: int) -> Charset | None:
    """What every find of a parsed pattern begins with; None where that cannot be listed, or a find may be empty.

    >>> from re import _parser
    >>> [chr(letter) for _, letter in beginnings(_parser.parse(r"\\b(?:the )?met"), 0)]
    ['t', 'm']
    """
    if flags & LOCALE:
        return None
    try:
        found, empty = _of_row(tree, flags)
    except _AnythingError:
        return None
    return None if empty else list(dict.fromkeys(found))


Beginning = tuple[Charset, bool]
"""What something can begin with, and whether it can be empty, so that what follows may begin the find."""


def _of_row(tree: Any, flags: int) -> Beginning:
    found: Charset = []
    for step, told_of in tree:
        items, empty = _STEPS.get(step.name, _of_anything)(told_of, flags)
        found += items
        if not empty:
            return found, False
    return found, True


def _of_nothing(_: Any, flags: int) -> Beginning:
    return [], True


def _of_anything(_: Any, flags: int) -> Beginning:
    raise _AnythingError


def _of_literal(letter: int, flags: int) -> Beginning:
    return _in_any_case(letter) if flags & IGNORECASE else [(_LITERAL, letter)], False


def _of_set(items: Charset, flags: int) -> Beginning:
    if items[0][0].name == "NEGATE":
        raise _AnythingError
    if not flags & IGNORECASE:
        return items, False
    found: Charset = []
    for kind, what in items:
        if kind.name == "LITERAL":
            found += _in_any_case(what)
        elif kind.name == "RANGE":
            if what[1] > _ASCII:
                raise _AnythingError
            found += [item for letter in range(what[0], what[1] + 1) for item in _in_any_case(letter)]
        else:
            found.append((kind, what))
    return found, False


_LITERAL: Any = getattr(import_module("re._constants"), "LITERAL", None)
_ASCII = 127
_LOOK_ALIKE = {
    "i": "\u0130\u0131",
    "k": "\u212a",
    "s": "\u017f",
}  # what `re` takes for these letters, ignoring case


def _in_any_case(letter: int) -> Charset:
    written = chr(letter)
    if written.lower() == written.upper():
        return [(_LITERAL, letter)]
    if letter > _ASCII:
        raise _AnythingError
    small = written.lower()
    return [(_LITERAL, ord(each)) for each in small + small.upper() + _LOOK_ALIKE.get(small, "")]


def _of_branch(branch: Any, flags: int) -> Beginning:
    each = [_of_row(row, flags) for row in branch[1]]
    return [item for items, _ in each for item in items], any(empty for _, empty in each)


def _of_group(group: Any, flags: int) -> Beginning:
    _, more, fewer, tree = group
    return _of_row(tree, (flags | more) & ~fewer)


def _of_repeat(repeat: Any, flags: int) -> Beginning:
    least, _, tree = repeat
    found, empty = _of_row(tree, flags)
    return found, empty or least == 0


_STEPS: dict[str, Callable[[Any, int], Beginning]] = {
    "AT": _of_nothing,
    "ASSERT": _of_nothing,
    "ASSERT_NOT": _of_nothing,
    "LITERAL": _of_literal,
    "IN": _of_set,
    "BRANCH": _of_branch,
    "SUBPATTERN": _of_group,
    "ATOMIC_GROUP": _of_row,
    "MAX_REPEAT": _of_repeat,
    "MIN_REPEAT": _of_repeat,
    "POSSESSIVE_REPEAT": _of_repeat,
}
