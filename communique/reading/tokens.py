"""Capitalised words, each with what it may be: a part of a name, an honorific, a place, a word of the lexicon."""

import re
from bisect import bisect_right
from functools import cache, lru_cache

import msgspec

from communique.lexicon.agencies import agency_country
from communique.lexicon.cues import office_heads, office_words
from communique.lexicon.names import given_names, leading_surnames, name_words, ordinary_words
from communique.lexicon.phrases import plain_word
from communique.reading.claimed_words import UPPER, given_after_all, known_places, vocabulary
from communique.reading.scan import Scan
from communique.reading.sentences import QUIET
from communique.reading.triggers import Trigger


class Token(msgspec.Struct, frozen=True, gc=False):
    """A capitalised word; kind is name, given, initial, title, vocabulary, place, function or acronym."""

    start: int
    stop: int
    kind: str
    owns: bool = False


NAME_KINDS = frozenset(("name", "given", "initial", "acronym"))
_ABSTRACT = re.compile(
    r"[a-z](?:bility|ality|ivity|ation|ition|ction|ssion|nment|ement|opment|nomics|nership|ology|ogies|urity|arity|icity|ulture|ries)$"
)


# a first letter with nothing of a word before it comes first of all: `re` skips quickly to the next such letter
_TOKEN = re.compile(
    rf"[{UPPER}aedl](?<![\w’'].)(?:"
    rf"(?<=[{UPPER}])(?P<initial>\.(?!\w\.?\w{{2}}\.)|(?<=[KTSCZYDJG])[hsuazye]\.(?= ?[{UPPER}])"
    rf"|(?<=W)m\.(?= [{UPPER}])|(?<=G)eo\.(?= [{UPPER}])|(?<=C)has\.(?= [{UPPER}])|(?<=J)as\.(?= [{UPPER}])|(?<=T)hos\.(?= [{UPPER}]))"
    rf"|(?<=[{UPPER}])\w*(?:[’'‘`ʼ-]\w+)*|(?<=[ae])l-[{UPPER}][\w’'-]*|(?<=[dl])[’'][{UPPER}][\w’'-]*)"
)


# most texts have none of the few names that begin with a small letter: "al-Sabah", "d'Ivoire"
_SMALL = Trigger("al-", "el-", "d’", "d'", "l’", "l'")
_CAPITALISED = re.compile(_TOKEN.pattern.replace("aedl]", "]", 1))


_LETTERS = re.compile(r"\w*")


_QUIETED = re.compile(r"(?<=[A-Za-z]{2})\.(?= |\Z)|(?<=[.\s][A-Z])\.\Z")


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    """Honorifics and ranks by the letters with which they begin, longest first."""
    found: dict[str, list[str]] = {}
    for kind in ("honorifics", "ranks"):
        for title in name_words(kind):
            if title[0].isupper() and len(title) > 1:  # the U of "U Thant" stays part of the name
                found.setdefault(_first_letters(title), []).extend({title, _QUIETED.sub(QUIET, title)})
    return {start: tuple(sorted(titles, key=len, reverse=True)) for start, titles in found.items()}


def _first_letters(words: str) -> str:
    letters = _LETTERS.match(words)
    return letters[0] if letters else ""


def _title_end(characters: str, start: int, titles: tuple[str, ...]) -> int:
    """Where the one of `titles` that begins at `start` ends; 0 when none does."""
    for title in titles:
        if characters.startswith(title, start):
            stop = start + len(title)
            following = characters[stop : stop + 1]
            if not (following.isalnum() or following in ("-", "_")):
                return stop
    return 0


@cache
def particles() -> frozenset[str]:
    """Small words inside names: van, de, bin."""
    return frozenset(p for p in name_words("particles"))


@cache
def inside() -> frozenset[str]:
    """Titles that stand inside names or end them: "Abdul Hafeez Shaikh", "bin Haji Rashid"."""
    return frozenset(name_words("inside"))


def tokens(scan: Scan, start: int, stop: int) -> list[Token]:
    """The capitalised words between `start` and `stop`, each with its kind."""
    claimed, ends, offices = known_places(scan)
    characters, done, at = scan.characters, start, bisect_right(ends, start)
    found: list[Token] = []
    pattern = _TOKEN if _SMALL.stands(scan, start, stop) else _CAPITALISED
    for match in pattern.finditer(characters, start, stop):
        begin, end = match.span()
        if begin < done:
            continue
        done, word = end, match[0]
        kind, owns, titles = _looks(word)
        if match.lastindex:
            kind = "initial"
        elif kind == "vocabulary" and word in name_words("given_offices"):
            kind = "given" if _given_office(scan, found, begin, end, offices) else kind
        title = min(_title_end(characters, begin, titles), stop) if titles else 0
        if kind == "function" and not title:
            if not _ends_family_first(scan, found, begin, end):
                continue  # it parts two names as any other word between them does
            kind = "name"
        while ends[at] <= begin:
            at += 1
        if claimed[at][0] <= begin and not (
            claimed[at] == (begin, end)
            and (
                _ends_name(scan, found, begin, end) or given_after_all(scan, match, claimed[at + 1], offices)
            )
        ):
            kind = "place"
        elif title:
            # the General of "Secretary General" is no rank
            ranked = title not in offices or characters[begin - 1 : begin] != " "
            found.append(Token(begin, title, "title" if ranked else "vocabulary", False))
            done = title
            continue
        found.append(Token(begin, end, kind, owns))
    return found


_SON_OF = re.compile(r" (?:bin|ibn|al-|Al )")
_SURNAME_NEXT = re.compile(rf" [{UPPER}][a-z]|(?: al-| Al )[{UPPER}]")
_TWO_NAMES = re.compile(rf"(?: [{UPPER}][a-z]+){{2}}\b")
_THRONE = re.compile(r"(?:Majesty|Highness|H\.?M\.?|H\.?H\.?)$")


def _given_office(scan: Scan, found: list[Token], begin: int, end: int, offices: set[int]) -> bool:
    """ "Dr Sultan Al Jaber", "Prime Minister Dean Barrow": right behind an honorific or another office, in front of a surname."""
    word = scan.words(begin, end)
    if word == "Sultan" and _SON_OF.match(scan.characters, end):
        return True
    if not _SURNAME_NEXT.match(scan.characters, end):
        return False
    if word == "Amir" and _TWO_NAMES.match(scan.characters, end) and scan.characters.endswith(", ", 0, begin):
        return True  # "the acting minister, Amir Khan Muttaqi"
    if word == "Dean" and scan.small[begin - 4 : begin] != "the ":
        return True
    if begin - 1 in offices and scan.characters[begin - 1] == " ":
        return not scan.small.endswith("deputy", 0, begin - 1)
    last = found[-1] if found else None
    if last is None or last.kind != "title" or begin - last.stop > 2:
        return False
    return _THRONE.search(scan.words(last.start, last.stop).rstrip(f".{QUIET}")) is None


_AFTER = re.compile(r",? and |,? who |[,.;:)]|$")


def _ends_name(scan: Scan, found: list[Token], begin: int, end: int) -> bool:
    """ "Asad Alam Siam,", "Al Sabah": a place right behind two words of a name, or behind the article, is the surname."""
    if not found or found[-1].owns:
        return False
    last = found[-1]
    if scan.words(last.stop, begin) in (" al ", " el ") and last.kind in ("given", "name"):
        return True  # "Khalid Al Hamad al Sabah"
    if last.stop + 1 != begin:
        return False
    if scan.words(last.start, last.stop) in ("Al", "El", *_SHEIKH):
        return True
    if last.kind == "given" and _behind_office(scan, found, last.start):
        return _ALONE.match(scan.characters, end) is not None
    if len(found) < 2 or found[-2].stop + 1 != last.start or found[-2].owns:
        return False
    kinds = (found[-2].kind, last.kind)
    return "given" in kinds and set(kinds) <= {"given", "name"} and bool(_AFTER.match(scan.characters, end))


_SHEIKH = ("Sheikh", "Shaikh", "Shaykh", "Sheikha", "Shaikha")


def _behind_office(scan: Scan, found: list[Token], start: int) -> bool:
    """ "Secretary-General Patricia Scotland": a given name right behind an office."""
    return scan.characters[start - 1 : start] == " " and any(
        h.stop == start - 1 for h in scan.within(max(0, start - 40), start, "office")
    )


def _ends_family_first(scan: Scan, found: list[Token], begin: int, end: int) -> bool:
    """ "Nguyen Van The attended": behind a family name and a name, with nothing capitalised after it, a small word's letters are a name."""
    if len(found) < 2 or found[-1].stop + 1 != begin or found[-2].stop + 1 != found[-1].start:
        return False
    first = scan.words(found[-2].start, found[-2].stop)
    return first in leading_surnames() and _ALONE.match(scan.characters, end) is not None


_ALONE = re.compile(r"(?: (?![A-Z])|[,.;:)]|$)")
_MARKS = "’'`‘"


@lru_cache(maxsize=50_000)
def _looks(word: str) -> tuple[str, bool, tuple[str, ...]]:
    """What a capitalised word can be by itself, whether it owns what follows, and which titles begin like it."""
    return _kind(word), _owns(word), _titles().get(_first_letters(word), ())


def _owns(word: str) -> bool:
    """ "Russia's" and "Belarus'" own what follows; a bare "’" behind an s may close a quotation."""
    return (word[-1] in _MARKS or (word[-2:-1] in _MARKS and word[-1] == "s")) and not word.endswith("s’")


_CAPITAL_PARTICLES = (
    "De",
    "Del",
    "Den",
    "Der",
    "Dos",
)  # "Alexander De Croo"; in small letters they stand inside names


def _of_the_vocabulary(word: str) -> bool:
    low = word.lower()
    if word in vocabulary() or (word.isupper() and word.title() in vocabulary()) or low in ordinary_words():
        return True
    return low in office_words("modifiers") and low not in name_words("particles")


_SHORTENED = re.compile("(?<=[A-Za-z])[’'`](?:ve|m|ll|d|re)$")  # "I’ve", "We’re"


def _kind(word: str) -> str:
    word = plain_word(word)
    if word in office_words("function_words") or _SHORTENED.sub("", word) in office_words("function_words"):
        return "function"
    if word in _CAPITAL_PARTICLES:
        return "name"
    if word.lower() in office_heads():
        return "vocabulary"
    if word.isupper() and agency_country(word):
        return "acronym"  # SUNA, the agency
    if word in given_names() or (word.isupper() and len(word) > 2 and word.title() in given_names()):
        return "given"
    if _of_the_vocabulary(word):
        return "vocabulary"
    if word.isupper() and 1 < len(word) <= 5:
        return "acronym"
    if _ABSTRACT.search(word):
        return "vocabulary"
    if "-" in word and all(part in vocabulary() or part in office_words("nouns") for part in word.split("-")):
        return "vocabulary"
    first, *_, last = word.split("-") if "-" in word else (word, word)
    if first in ("Ex", "EX") and last.lower() in office_heads():
        return "vocabulary"
    if first != word and first in vocabulary() and (last.islower() or last in vocabulary()):
        return "vocabulary"
    return "name"
