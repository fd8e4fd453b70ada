"""Words for sittings: which nouns name one, what stands before them, ordinals as digits, words and numerals."""

import re
from functools import cache, lru_cache

from communique.lexicon.files import load
from communique.lexicon.phrases import any_of
from communique.lexicon.places import cities_in
from communique.lexicon.spelling import fold


@cache
def sitting_words(kind: str) -> frozenset[str]:
    """The list `kind` of meetings.yml (sittings, guarded, two_sided, adjectives, next, previous ...)."""
    return frozenset(load("en/meetings.yml")[kind])


@cache
def any_sitting_word(kind: str) -> str:
    """The list `kind` as alternatives of a pattern, the longest first."""
    return any_of(sitting_words(kind))


@cache
def rank_words() -> dict[str, str]:
    """Words of a sitting's name that say of what rank those are who sit there, with the rank."""
    return {word: rank for rank, words in load("en/meetings.yml")["ranks"].items() for word in words}


@cache
def levels() -> dict[str, list[str]]:
    """Words of a name that say of whom talks are (leaders, foreign ministers ...), by the level."""
    found: dict[str, list[str]] = load("en/meetings.yml")["levels"]
    return found


def format_of(name: str) -> str | None:
    """The format that the name of a sitting says: `narrow`, `expanded` or None.

    >>> format_of("the summit in narrow format"), format_of("the summit")
    ('narrow', None)
    """
    words = set(re.findall(r"[\w-]+", name.lower().replace("ê", "e").replace("à", "a")))
    found = {format for format, forms in load("en/meetings.yml")["formats"].items() if words & set(forms)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=65536)
def session_of(name: str) -> str:
    """Whether a name says that a sitting is an ordinary one, or an extraordinary one; empty where it says neither.

    >>> session_of("11e sommet extraordinaire"), session_of("the summit")
    ('extraordinary', '')
    """
    words = set(re.findall(r"\w+", name.lower().replace("extra-ordinary", "extraordinary")))
    found = [kind for kind, forms in load("en/meetings.yml")["sessions"].items() if words & set(forms)]
    return found[0] if len(found) == 1 else ""


@lru_cache(maxsize=65536)
def gathering_of(name: str) -> str:
    """The kind of gathering that the name of a sitting speaks of first (summit, conference, forum, call); else empty.

    >>> gathering_of("мини-саммит в Луанде"), gathering_of("talks on the sidelines of the summit")
    ('summit', '')
    """
    kinds = load("en/meetings.yml")["gatherings"]
    for word in fold(name.replace("-", " ")).split():
        for kind, begins in kinds.items():
            if word.startswith(tuple(begins)):
                return "" if kind == "talks" else str(kind)
    return ""


@lru_cache(maxsize=65536)
def matters_of(name: str) -> frozenset[str]:
    """What the name of a gathering says it is about or for whom (climate, food, business, youth ...).

    >>> sorted(matters_of("Business Forum on Food Security")), sorted(matters_of("климатический саммит"))
    (['business', 'food'], ['climate'])
    """
    kinds = load("en/meetings.yml")["matters"]
    return frozenset(kind for kind, begins in kinds.items() if _begins(name, tuple(begins)))


@lru_cache(maxsize=65536)
def place_of(name: str) -> str:
    """Whether a name speaks of talks at the edge of a gathering, or counts the few who talk: `edges`, `few` or empty.

    >>> place_of("talks on the sidelines of the summit"), place_of("a trilateral meeting"), place_of("the summit")
    ('edges', 'few', '')
    """
    named = load("en/meetings.yml")
    return next((kind for kind in ("edges", "few") if _begins(name, tuple(named[kind]))), "")


def _begins(name: str, begins: tuple[str, ...]) -> bool:
    return any(word.startswith(begins) for word in fold(name.replace("-", " ")).split())


@cache
def held_aside() -> frozenset[str]:
    """What is held beside the meetings of leaders: forums of business, of the young, of the media."""
    return frozenset(load("en/meetings.yml")["aside"])


@lru_cache(maxsize=65536)
def own_name(name: str) -> frozenset[str]:
    """The words of a sitting's own name; none where it is told by what any may be called.

    >>> sorted(own_name("Minsk International Conference on Eurasian Security")), own_name("Meeting of Foreign Ministers")
    (['eurasian', 'minsk'], frozenset())
    """
    plain = sitting_words("sittings") | sitting_words("adjectives") | sitting_words("behind_of")
    words = re.findall(r"[^\W\d_][\w’'-]*", name)
    own = {fold(w) for w in words if w[0].isupper() and w.lower() not in plain and ordinal(w) is None}
    return frozenset(own) if len(own) >= _OWN else frozenset()


_OWN = 2


@lru_cache(maxsize=65536)
def numbered_city(name: str) -> tuple[str, int] | None:
    """The city and number of a gathering that is called by them; None where a name has no such pair of words.

    >>> numbered_city("Conférence de Berlin II"), numbered_city("conference on World War II")
    (('Berlin', 2), None)
    """
    found = _NUMBERED.search(name)
    if not found or not any(hit.start == 0 and hit.stop == len(found[1]) for hit in cities_in(found[1])):
        return None
    return found[1], _roman(found[2])


_NUMBERED = re.compile(r"\b([A-Z][\w-]+) (II|III|IV|VI{0,3}|IX)\b")


@cache
def _months() -> dict[str, int]:
    months = load("en/calendar.yml")["months"]
    return {form: i for i, forms in enumerate(months, 1) for form in forms}


def month_number(word: str) -> int | None:
    """`month_number("September") == 9`; None for any other word, and for "May", which is one too often."""
    return None if word in ("May", "Mar", "Jan") else _months().get(word)


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NUMERAL = re.compile(r"(?=[IVXLC])(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


@lru_cache(maxsize=20_000)
def ordinal(word: str) -> int | None:
    """The number that an ordinal means; None for any other word.

    >>> ordinal("9th"), ordinal("twenty-first"), ordinal("XIV"), ordinal("inaugural")
    (9, 21, 14, 1)
    """
    low = word.lower().removesuffix("-ever")
    if low[:1].isdigit():
        match = re.fullmatch(r"(\d{1,4})-?(?:st|nd|rd|th)", low)
        return int(match[1]) if match else None
    if low == "inaugural":
        return 1
    units, tens = load("en/meetings.yml")["ordinal_words"], load("en/meetings.yml")["tens"]
    if low in units:
        return int(units.index(low)) + 1
    if low in tens and low.endswith("th"):
        return int(tens[low])
    first, _, last = low.partition("-")
    if first in tens and last in units:
        return int(tens[first]) + int(units.index(last)) + 1
    return _roman(word) if _NUMERAL.fullmatch(word) and len(word) > 0 else None


def _roman(word: str) -> int:
    total = 0
    for one, following in zip(word, [*word[1:], ""], strict=True):
        value = _ROMAN[one]
        total += -value if following and _ROMAN[following] > value else value
    return total
