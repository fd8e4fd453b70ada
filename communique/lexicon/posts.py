"""Which post a title of office names: the same for all who held it, however reports put it."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Any

import msgspec

from communique.lexicon.bodies import bodies
from communique.lexicon.countries import countries_in, country_codes
from communique.lexicon.cues import office_heads
from communique.lexicon.files import load
from communique.lexicon.spelling import fold

_AND = re.compile(r"\s+and\s+(?=\S)|\s*,\s*(?=\S)")


class Post(msgspec.Struct, frozen=True):
    """A post by the words that tell it (`key`) and as the title puts it; `sole` if one holds it at a time."""

    key: str
    title: str
    acting: bool
    sole: bool


@lru_cache(maxsize=65536)
def posts_of(title: str, owner: str | None) -> tuple[Post, ...]:
    """The posts that one title names for a country's code or an organisation.

    >>> [p.key for p in posts_of("acting CSTO Secretary General", "CSTO")]
    ['general secretary']
    >>> [p.title for p in posts_of("Deputy Prime Minister and Minister of Foreign Affairs", "QA")]
    ['Deputy Prime Minister', 'Minister of Foreign Affairs']
    """
    found = (_post(part, owner) for part in _parts(" ".join(title.split())))
    return tuple(post for post in found if post.key)


@lru_cache(maxsize=65536)
def in_english(folded: str) -> str:
    """A folded title of a state's highest posts in English, from the languages that posts.yml knows; any other as it is.

    >>> in_english("prezidenta belorussii"), in_english("ministro de asuntos exteriores"), in_english("mayor of minsk")
    ('president', 'foreign minister', 'mayor of minsk')
    """
    folded = re.sub("^(?:of|the) | (?:of|of the)$", "", folded)
    return next((post for form, post in _elsewhere() if form.search(folded)), folded)


@cache
def _elsewhere() -> tuple[tuple[re.Pattern[str], str], ...]:
    named: dict[str, list[str]] = load("en/posts.yml")["elsewhere"]
    return tuple((re.compile(rf"^(?:{form})\b"), post) for post, forms in named.items() for form in forms)


def _parts(title: str) -> Iterator[str]:
    """A title that joins two offices, taken apart; `Minister of Trade and Industry` joins none."""
    start = 0
    for joint in _AND.finditer(title):
        if _begins_with_office(fold(title[joint.end() :])):
            yield title[start : joint.start()]
            start = joint.end()
    yield title[start:]


def _begins_with_office(folded: str) -> bool:
    words = folded.split()
    return any(" ".join(words[:n]) in _heads() for n in (1, 2)) and words[0] not in ("head", "heads")


@cache
def _heads() -> frozenset[str]:
    return frozenset(fold(head) for head in office_heads()) | {"deputy", "vice", "first deputy"}


def _post(title: str, owner: str | None) -> Post:
    whole = fold(title)
    plain, bare = _without_passing(whole, title)
    words = _replaced(_without_owner(bare, plain, owner))
    empty = {*_list("empty"), *(_list("forms") if owner in country_codes() else ())}
    key = tuple(sorted({w for w in words if w not in empty}))
    acting = any(f" {word} " in f" {whole} " for word in _list("acting"))
    return Post(" ".join(key), bare, acting, sole=_is_sole(key, owner))


def _without_passing(folded: str, title: str) -> tuple[str, str]:
    """The title without `then`, `acting`, `new` ... before it, folded and as written."""
    before = {*_list("acting"), *_list("former"), *_list("passing")}
    words = title.split()
    while len(words) > 1:
        n = next((n for n in (2, 1) if len(words) > n and fold(" ".join(words[:n])) in before), 0)
        if not n:
            break
        del words[:n]
    bare = " ".join(map(_of_one, words))
    return fold(bare), bare


def _of_one(word: str) -> str:
    """`Presidents` of two countries met: each is a `President`."""
    one = load("en/posts.yml")["one_of_many"].get(word.lower())
    return word if one is None else one.capitalize() if word[0].isupper() else str(one)


def _without_owner(bare: str, folded: str, owner: str | None) -> str:
    """Folded words without the country or organisation that they name: it stands beside them."""
    if owner in country_codes():
        for hit in reversed(countries_in(bare)):
            if hit.value == owner and hit.label in ("country", "adjective", "people"):
                bare = bare[: hit.start] + bare[hit.stop :]
        return fold(bare.replace("’s", " ").replace("'s", " "))
    for name in _names().get(owner or "", ()):
        folded = f" {folded} ".replace(f" {name} ", " ").strip() or folded
    return folded


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """By what a reading calls an organisation: its folded names, and the adjectives of its offices."""
    found: dict[str, tuple[str, ...]] = {}
    more: dict[str, list[str]] = load("en/posts.yml")["owners"]
    for body in (b for b in bodies().values() if not b.is_organ):
        for called in (body.acronym, body.name):
            found[called] = (fold(body.name), fold(body.acronym), *more.get(called, ()))
    return found


def _replaced(folded: str) -> list[str]:
    for old, new in _same():
        folded = old.sub(new, folded)
    return folded.split()


@cache
def _same() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{old}\b"), new) for old, new in load("en/posts.yml")["same"].items())


def _is_sole(key: tuple[str, ...], owner: str | None) -> bool:
    if not owner or not _any(key, "sole") or _any(key, "several"):
        return False
    said = " ".join(key)
    one = owner not in country_codes() and said in _sorted("enough")
    return one or said not in _sorted("too_little") or (owner, said) == ("US", "statesecretary")


def _any(words: Iterable[str], kind: str) -> bool:
    return any(word in _list(kind) for word in words)


@cache
def _sorted(kind: str) -> frozenset[str]:
    return frozenset(" ".join(sorted(words.split())) for words in _list(kind))


@cache
def _list(kind: str) -> frozenset[str]:
    words: Any = load("en/posts.yml")[kind]
    return frozenset(words)
