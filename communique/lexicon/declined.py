"""Names as Russian and Ukrainian write them: oblique cases read back to the nominative, Chinese and Korean names to Latin."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product

from communique.lexicon.files import load
from communique.lexicon.names import given_names, leading_surnames
from communique.lexicon.spelling import canonical, fold, heard

_RUSSIAN = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ][а-яёіїєґ]+(?:-[А-ЯЁІЇЄҐ]?[а-яёіїєґ]+)*")
_CHINESE = re.compile(r"[А-Яа-яЁё]+")
_UKRAINIAN = str.maketrans("іїєІЇЄ", "ииеИИЕ")
_HARD = str.maketrans("иИ", "ыЫ")
"""Chinese and Korean syllables as Ukrainian writes them, in the letters that Russian has for them; what it writes и is ы there."""
_CASES = ("а", "я", "у", "ю", "ом", "ем", "е")
Endings = list[list[str]]


def nominative(tokens: list[str]) -> list[str]:
    """The words of a name as a dictionary has them, where all of them stand in one case; else as they are.

    >>> nominative(["Максимом", "Рыженковым"]), nominative(["Александром", "Лукашенко"])
    (['Максим', 'Рыженков'], ['Александр', 'Лукашенко'])
    >>> nominative(["Мария", "Захарова"])
    ['Мария', 'Захарова']
    """
    if not all(map(_RUSSIAN.fullmatch, tokens)):
        return tokens
    if len(tokens) < 2:
        return [*map(_alone, tokens)]
    plain = any(
        token.endswith(_ends("oblique") + _ends("certain")) or token in _ends("seldom") for token in tokens
    )
    if not plain and any(map(_known, tokens)):
        return tokens
    for case in (c for kind in ("men", "women") for c in load("ru/cases.yml")[kind].values()):
        found = next(_read_back(tokens, case), None)
        if found:
            return found
    if len(tokens) == 2 and tokens[0].endswith(_ends("unchanged")) and _known(tokens[0]):
        return [tokens[0], _alone(tokens[1])]
    return tokens


def _alone(token: str) -> str:
    """A surname whose ending leaves no doubt of its case, read back; any other word as it is."""
    return next(_without(token, load("ru/cases.yml")["alone"]), token)


def man_in_genitive(tokens: list[str]) -> str:
    """The man's given name, in its one spelling, of which the first word may be the genitive; else an empty string.

    >>> man_in_genitive(["Александра", "Лукашенко"]), man_in_genitive(["Александра", "Иванова"])
    ('aleksander', '')
    """
    if len(tokens) != 2 or not all(map(_RUSSIAN.fullmatch, tokens)):
        return ""
    if nominative(tokens) != tokens or not tokens[1].endswith(_ends("unchanged")):
        return ""
    genitive = load("ru/cases.yml")["men"]["genitive"]["given"]
    return next((canonical(fold(word)) for word in _without(tokens[0], genitive) if _known(word)), "")


def pinyin(tokens: list[str]) -> list[str]:
    """A Chinese name out of Russian letters; any other name as it is.

    >>> pinyin(["Си", "Цзиньпина"]), pinyin(["Иван", "Петров"])
    (['Xi', 'Jinping'], ['Иван', 'Петров'])
    >>> pinyin(["Сі", "Цзіньпін"])
    ['Xi', 'Jinping']
    """
    written, tokens = tokens, [token.translate(_UKRAINIAN) for token in tokens]
    if len(tokens) not in (2, 3) or not all(map(_CHINESE.fullmatch, tokens)) or _of_ukraine(written):
        return written
    ends = [end for ending in load("ru/cases.yml")["men"].values() for end, put in ending["given"] if not put]
    last = [tokens[-1], *(tokens[-1].removesuffix(end) for end in ends if tokens[-1].endswith(end))]
    for word in last:
        read = [_syllables(token.lower()) for token in (*tokens[:-1], word)]
        if (
            all(read)
            and len(read[0]) == 1
            and sum(map(len, read)) <= 3
            and read[0][0].title() in leading_surnames()
        ):
            return ["".join(syllables).title() for syllables in read]
    return written


def korean(tokens: list[str]) -> list[str]:
    """A Korean name out of Russian letters; any other name as it is.

    >>> korean(["Ким", "Чен", "Ыном"])
    ['Kim', 'jong', 'un']
    >>> korean(["Кім", "Чен", "Ином"])
    ['Kim', 'jong', 'un']
    """
    names = load("ru/korean.yml")
    written = tokens
    if any(set(token.lower()) & set("іїє") for token in tokens):
        tokens = [token.translate(_HARD).translate(_UKRAINIAN) for token in tokens]
    if len(tokens) != 3 or tokens[0] not in names["surnames"] or tokens[1] not in names["syllables"]:
        return written
    ends = (
        "",
        *(end for case in load("ru/cases.yml")["men"].values() for end, put in case["given"] if not put),
    )
    plain = (tokens[2].removesuffix(end) for end in ends if tokens[2].endswith(end))
    last = next((word for word in plain if word in names["syllables"]), None)
    if last is None:
        return written
    return [names["surnames"][tokens[0]], names["syllables"][tokens[1]], names["syllables"][last]]


def _of_ukraine(tokens: list[str]) -> bool:
    """ "Лі Іван", "Ван Ніну": a given name of Ukraine, in any case, behind a surname that sounds Chinese."""
    return any(token in _ukrainian() for token in tokens[1:])


@cache
def _ukrainian() -> frozenset[str]:
    """Given names that fall into Chinese syllables, in all their cases."""
    given = load("ru/cases.yml")["ukrainian"]
    return frozenset(
        stem + end for kind in ("men", "women") for stem in given[kind] for end in given[kind + "_end"]
    )


@lru_cache(maxsize=4096)
def _syllables(word: str) -> tuple[str, ...]:
    """The word cut into Chinese syllables, the longest first; nothing where it does not fall into them."""
    if not word:
        return ()
    for stop in range(min(len(word), 6), 0, -1):
        found = _palladius().get(word[:stop])
        rest = _syllables(word[stop:]) if found else ()
        if found and (rest or stop == len(word)):
            return found, *rest
    return ()


@cache
def _palladius() -> dict[str, str]:
    words = load("ru/chinese.yml")["syllables"].split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _read_back(tokens: list[str], case: dict[str, Endings]) -> Iterator[list[str]]:
    """Every way in which all tokens stand in the case and one of them is then a known given name."""
    for at in (0, *range(len(tokens) - 1, 0, -1)):
        given = [w for w in _without(tokens[at], case["given"]) if _known(w) or w.endswith(_ends("men_end"))]
        if tokens[at].endswith(_ends("certain")):
            given += [word for word in _without(tokens[at], case["given"]) if word[-1] not in "ьй"]
        others = [[*_without(t, case["father"]), *_surnames(t, case)] for t in _but(tokens, at)]
        for words in product(given[:1], *(each[:1] for each in others)):
            rest = list(words[1:])
            yield [*rest[:at], words[0], *rest[at:]]


def _but(tokens: list[str], at: int) -> list[str]:
    return tokens[:at] + tokens[at + 1 :]


def _surnames(token: str, case: dict[str, Endings]) -> Iterator[str]:
    if token[0].islower() and (token.endswith(_ends("unchanged")) or fold(token) in _particles()):
        yield token  # аль-Бусаиди, бен
    yield from (word for word in _without(token, case["surname"]) if len(word) > 2)
    if token.endswith(_ends("unchanged")) or fold(token) in load("transliteration.yml")["servant"]:
        yield token


@cache
def _particles() -> frozenset[str]:
    return frozenset(load("transliteration.yml")["particles"])


@cache
def _ends(key: str) -> tuple[str, ...]:
    return tuple(load("ru/cases.yml")[key])


def _without(token: str, endings: Endings) -> Iterator[str]:
    for ending, put in endings:
        stem = token.removesuffix(ending)
        if stem != token and len(stem) > 1 and (put not in _BEHIND or stem[-1] in _BEHIND[put]):
            yield stem + put


_BEHIND = {"й": "аеёиоуыэюяіїє", "ь": "бвгджзклмнпрстфхчшщ"}
"""Behind which letters those stand that a case takes away: Мишеля is of Мишель, Сергея of Сергей."""


def _known(word: str) -> bool:
    """True for a given name as a dictionary has it; of a double name the first half tells, if the last can stand so."""
    first, *more = word.split("-")
    if more and more[-1].endswith(_CASES):
        return False
    return canonical(fold(first).replace(" ", "")) in _given()


def is_given(word: str) -> bool:
    """True for a given name in its one spelling."""
    return word in _given()


@cache
def _given() -> frozenset[str]:
    return heard() | {canonical(part) for name in given_names() for part in fold(name).split()}
