"""Personal names in parts: given names, father's name, surname, whatever comes first and in whatever script."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from communique.lexicon.declined import is_given, korean, man_in_genitive, nominative, pinyin
from communique.lexicon.files import load
from communique.lexicon.names import given_names, leading_surnames, without_accents
from communique.lexicon.spelling import canonical, canonical_words, families, fold

_HAN = re.compile(r"[\u3400-\u9fff]|[\uac00-\ud7a3]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_ABJAD = re.compile(r"[\u0590-\u06ff]")
_ARTICLE = re.compile(r"^ال(?=...)")
# "the" behind a name: Միշուստինը
_ARMENIAN = re.compile(r"ը$|(?<=[ոիէ])ն$")
# where one letter is Turkish, all are: Caparov beside Sadır is Japarov
_TURKISH_LETTER = re.compile(r"[şŞğĞıİəƏ]")
_TURKISH = str.maketrans({"c": "j", "C": "J", "ç": "ch", "Ç": "Ch", "ş": "sh", "Ş": "Sh"})
# "of": Tokaýewiň
_TURKMEN = re.compile(r"(?<=[eoý]w)[iy]ň$|(?<=in)[iy]ň$")
_SERVANT = re.compile(r"\bعبد(?=ال)")
_SPLIT = re.compile(r"[\s,.·・•]+(?:[-‐‑–](?=\w))?|(?<=\w)[-‐‑–](?=\w)")
_INITIALS = re.compile(r"[A-ZА-Я]{2}")


class PersonalName(NamedTuple):
    """A name in parts, all in canonical spelling; `given` may be initials, or empty.

    `words` are all words that tell in the order of the name, without particles; `abjad` says that the name
    was written without its short vowels; `parents` are the words behind bin, ibn, bint, ould; `genitive` is the man's
    name that a given name may be in the genitive: Александра Лукашенко is a woman, or of Александр Лукашенко.
    """

    given: tuple[str, ...]
    surname: str
    father: str = ""
    words: tuple[str, ...] = ()
    descent: bool = False
    abjad: bool = False
    parents: tuple[str, ...] = ()
    genitive: str = ""

    @property
    def first(self) -> str:
        """The first given name or initial, or an empty string."""
        return self.given[0] if self.given else ""

    @property
    def full(self) -> bool:
        """True when the first given name is written out."""
        return len(self.first) > 1


@lru_cache(maxsize=65536)
def personal_name(name: str) -> PersonalName:
    """Given names, father's name and surname.

    >>> name = personal_name("M.Ryzhenkov")
    >>> name.given, name.surname
    (('m',), 'rizhenkov')
    >>> personal_name("RYZHENKOV Maxim").surname, personal_name("김정은").surname
    ('rizhenkov', 'kim')
    >>> personal_name("Рыженков Максим Владимирович").father
    'vladimirovich'
    """
    tokens = _tokens(name)
    if not tokens:
        return PersonalName((), "")
    folded = [_letters_of(t) for t in tokens]
    fathers = _fathers(folded)
    plain = [i for i in range(len(tokens)) if i not in fathers and folded[i] not in _listed("after_father")]
    father_last = bool(fathers) and plain[-1] < fathers[0] and folded[-1] not in _listed("after_father")
    ahead = "," in name or father_last or bool(_HANGUL.match(name) and len(name) == len(tokens))
    at = _surname_at([tokens[i] for i in plain], ahead)
    surname = plain[at]
    words = [i for i in plain if folded[i] not in _listed("particles") or i in (0, len(tokens) - 1)]
    return PersonalName(
        given=tuple(canonical(folded[i]) for i in words if i not in surname),
        surname="".join(canonical_words(" ".join(tokens[i] for i in surname)).split()),
        father=canonical(folded[fathers[0]]) if fathers else "",
        words=tuple(canonical(folded[i]) for i in words),
        descent=any(f in _listed("descent") for f in folded[1:]),
        abjad=bool(_ABJAD.search(name)),
        parents=tuple(_parents(folded, words)),
        genitive=man_in_genitive(name.split()),
    )


def _parents(folded: list[str], words: list[int]) -> Iterator[str]:
    """The words behind bin or ould; the last only where it is a given name: bin Salman, but Ould Ghazouani."""
    for i in words[1:]:
        word = canonical(folded[i])
        if folded[i - 1] in _listed("descent") and (i != words[-1] or is_given(word)):
            yield word


def _letters_of(token: str) -> str:
    """A word in plain letters; of an initial one letter, though its sound takes two."""
    token = load("transliteration.yml")["short_words"].get(token, token)
    folded = fold(token).replace(" ", "")
    return folded[:1] if len(token) == 1 else folded


def written_surname(name: str) -> str:
    """The surname as the name writes it.

    >>> written_surname("Khalifa Shaheen Al Marar"), written_surname("RYZHENKOV Maxim")
    ('Al Marar', 'RYZHENKOV')
    """
    wanted = personal_name(name).surname
    words = name.replace(",", " ").replace(".", ". ").split()
    tails = [words[at:] for at in range(len(words))] + [words[:at] for at in range(1, len(words))]
    tail = next((t for t in tails if canonical_words(" ".join(t)).replace(" ", "") == wanted), words)
    return " ".join(tail)


def _tokens(name: str) -> list[str]:
    """The words of a name: titles off, hyphens open, one character a word where a script writes none between."""
    if _HAN.search(name):
        return _syllables(name)
    name = name.translate(_TURKISH) if _TURKISH_LETTER.search(name) else name
    words = _SERVANT.sub("عبد ", name.replace("’", "'").replace("ու", "u")).split()
    words = nominative(korean(pinyin([w if w.isascii() else _reigns().get(w, w) for w in words])))
    parts = [_TURKMEN.sub("", _ARMENIAN.sub("", _ARTICLE.sub("", word))) for word in words]
    tokens = [t for part in parts for t in _opened(part) if fold(t)]
    while len(tokens) > 1 and fold(tokens[0]) in _listed("titles"):
        tokens.pop(0)
    tokens = _reigning(_servants(tokens))
    while len(tokens) > 1 and fold(tokens[-1]) in _listed("suffixes"):
        tokens.pop()
    return [t for token in tokens for t in _two_initials(token, tokens)]


def _reigning(tokens: list[str]) -> list[str]:
    """`Abdullah II` with the number as a name, which it is for a king; `Austin III` is no king's name."""
    if len(tokens) < 2 or tokens[1] not in _reigns() or not _may_reign(tokens[0]):
        return tokens
    return [tokens[0], _reigns()[tokens[1]], *tokens[2:]]


def _may_reign(token: str) -> bool:
    return is_given(canonical(_letters_of(token))) and token.title() not in leading_surnames()


@cache
def _reigns() -> dict[str, str]:
    """The numbers of kings and popes as words: II is second, and so is الثاني."""
    return dict(load("transliteration.yml")["reigns"])


def _syllables(name: str) -> list[str]:
    """Surname and given name of a Chinese name, surname and syllables of a Korean one."""
    parts = [p for p in _SPLIT.split(name) if p]
    if len(parts) > 1 or len(name) > 4:
        return parts
    if not _HANGUL.search(name) and len(name) > 1:
        return [fold(name[0]).title(), "".join(map(fold, name[1:])).title()]
    return [load("transliteration.yml")["syllables"].get(fold(c), fold(c)).title() for c in name]


def _opened(part: str) -> list[str]:
    """`Jong-un` as two words; what a family of names knows as one word stays one."""
    joined = fold(part).replace(" ", "")
    return [part.strip(",.")] if joined in families() else [t for t in _SPLIT.split(part) if t]


def _servants(tokens: list[str]) -> list[str]:
    """`Abdel Fattah` and `Abd al-Fattah` as one word each."""
    found: list[str] = []
    for token in tokens:
        before = fold(found[-1]) if found else ""
        if before in _listed("servant"):
            if fold(token) not in _listed("particles"):
                found[-1] = f"Abdul{token.lower()}"
        else:
            found.append(token)
    return found


def _two_initials(token: str, tokens: list[str]) -> list[str]:
    """`JC` as two initials where the other words are no capitals."""
    alone = not _INITIALS.fullmatch(token) or all(t.isupper() for t in tokens)
    name = token.title()
    known = name in given_names() or name in leading_surnames() or fold(token) in _listed("particles")
    return [token] if alone or known else list(token)


def _fathers(folded: list[str]) -> list[int]:
    """Where the father's name stands: a patronymic beside two other names, or a name before `ogly`."""
    marked = [i - 1 for i, f in enumerate(folded) if i > 1 and f in _listed("after_father")]
    if marked or len(folded) < 3:
        return marked
    ends = tuple(_listed("patronymics"))
    likely = [i for i in range(1, len(folded)) if folded[i].endswith(ends) and len(folded[i]) > 6]
    return likely[:1]


def _surname_at(tokens: list[str], first: bool) -> slice:
    """Where the surname stands among the words that are no father's name."""
    particles = _particles()
    if len(tokens) > 1 and (first or _surname_first(tokens)):
        stop = 1
        while stop < len(tokens) - 1 and fold(tokens[stop - 1]) in particles:
            stop += 1
        return slice(0, stop)
    start = len(tokens) - 1
    while start > (0 if _not_a_given_name(tokens[0]) else 1) and fold(tokens[start - 1]) in particles:
        start -= 1
    return slice(start, len(tokens))


def _not_a_given_name(token: str) -> bool:
    """A particle that no given name is (von der Leyen), or that is written small (al-Busaidi, but Al Gore)."""
    return fold(token) in _particles() and (token.islower() or token.title() not in given_names())


def _surname_first(tokens: list[str]) -> bool:
    """True where the first word is shouted, a surname of those written first, or the last alone is a given name."""
    if [i for i, t in enumerate(tokens) if len(t) > 2 and t.isupper()] == [0]:
        return True
    if len(fold(tokens[-1])) == 1 < len(fold(tokens[0])):
        return True
    first, last = (without_accents(t.title() if t.isupper() else t) for t in (tokens[0], tokens[-1]))
    leading, given = leading_surnames(), given_names()
    if first in leading and (last not in leading or len(tokens) > 2):
        return first not in given or last in given or last[:1].islower() or len(tokens) > 2
    a_given_name = first in given or is_given(
        canonical(fold(first))
    )  # Rejep, as Recep is read beside Erdoğan
    return last in given and not a_given_name and len(first) > 2 and last not in leading


@cache
def may_be_left_out() -> frozenset[str]:
    """Given names, in their one spelling, that many leave out before the one they are called by."""
    return frozenset(map(canonical, _listed("left_out")))


@cache
def _particles() -> frozenset[str]:
    """Words before a surname that belong to it and are no surname themselves."""
    return _listed("particles") - frozenset(map(fold, leading_surnames()))


@cache
def _listed(key: str) -> frozenset[str]:
    return frozenset(load("transliteration.yml")[key])
