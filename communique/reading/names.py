"""Runs of words that can be a personal name: capitalised words no rule of the lexicon claims for itself."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from communique.lexicon.cues import office_heads, office_words
from communique.lexicon.names import given_names, leading_surnames, name_words
from communique.lexicon.phrases import plain_word
from communique.reading.claimed_words import (
    UPPER,
    calendar_names,
    given_after_all,
    known_places,
    vocabulary,
)
from communique.reading.scan import Scan


class Token(NamedTuple):
    """A capitalised word; kind is name, given, initial, title, vocabulary, place, function or acronym."""

    start: int
    stop: int
    kind: str
    owns: bool = False


class Run(NamedTuple):
    """Neighbouring words that may be one personal name; `strong` when the words alone suggest a person.

    `titled`: an honorific or rank stands before; then `start` is the name's, `title` the honorific's start.
    """

    start: int
    stop: int
    strong: bool
    titled: bool
    title: int


_WORD = rf"(?:[{UPPER}][\w]*(?:[’'‘`ʼ-][\w]+)*|al-[{UPPER}][\w’'-]*|el-[{UPPER}][\w’'-]*|[dDlL][’'][{UPPER}][\w’'-]*)"
_ABSTRACT = re.compile(
    r"[a-z](?:bility|ality|ivity|ation|ition|ction|ssion|nment|ement|opment|nomics|nership|ology|ogies|urity|arity|icity|ulture|ries)$"
)


_TOKEN = re.compile(
    rf"(?<![\w’'])(?:(?P<initial>[{UPPER}](?:\.(?!\w\.?\w{{2}}\.)|(?<=[KTSCZYDJG])[hsuazye]\.(?= ?[{UPPER}])))|(?P<word>{_WORD}))"
)


@cache
def _titles() -> dict[str, tuple[str, ...]]:
    """Honorifics and ranks by their first two characters, longest first."""
    found: dict[str, list[str]] = {}
    for kind in ("honorifics", "ranks"):
        for title in name_words(kind):
            if title[0].isupper():
                found.setdefault(title[:2], []).append(title)
    return {start: tuple(sorted(titles, key=len, reverse=True)) for start, titles in found.items()}


def _title_end(characters: str, start: int) -> int:
    """Where the honorific or rank that begins at `start` ends; 0 when there is none."""
    for title in _titles().get(characters[start : start + 2], ()):
        if characters.startswith(title, start):
            stop = start + len(title)
            following = characters[stop : stop + 1]
            if not (following.isalnum() or following in ("-", "_")):
                return stop
    return 0


@cache
def _particles() -> frozenset[str]:
    return frozenset(p for p in name_words("particles"))


@cache
def _inside() -> frozenset[str]:
    """Titles that stand inside names or end them: "Abdul Hafeez Shaikh", "bin Haji Rashid"."""
    return frozenset(name_words("inside"))


def tokens(scan: Scan, start: int, stop: int) -> list[Token]:
    """The capitalised words between `start` and `stop`, each with its kind."""
    claimed, ends, offices = known_places(scan)
    characters, titles, done = scan.characters, _titles(), start
    found: list[Token] = []
    for match in _TOKEN.finditer(characters, start, stop):
        begin, end = match.span()
        if begin < done:
            continue
        done, word = end, match["word"]
        kind = _kind(word) if word else "initial"
        if word == "Sultan" and _SON_OF.match(characters, end):
            kind = "given"
        title = min(_title_end(characters, begin), stop) if characters[begin : begin + 2] in titles else 0
        if kind == "function" and not title:
            continue  # it parts two names as any other word between them does
        at = bisect_right(ends, begin)
        inside = at < len(claimed) and claimed[at][0] <= begin
        if inside and not (
            claimed[at] == (begin, end)
            and (_ends_name(scan, found, begin, end) or given_after_all(scan, match, claimed, at))
        ):
            kind = "place"
        elif title:
            # the General of "Secretary General" is no rank
            ranked = title not in offices or characters[begin - 1 : begin] != " "
            found.append(Token(begin, title, "title" if ranked else "vocabulary", False))
            done = title
            continue
        found.append(Token(begin, end, kind, _owns(characters[begin:end])))
    return found


_SON_OF = re.compile(r" (?:bin|ibn|al-|Al )")
_AFTER = re.compile(r",? and |,? who |[,.;:)]|$")


def _ends_name(scan: Scan, found: list[Token], begin: int, end: int) -> bool:
    """ "Asad Alam Siam,", "Al Sabah": a place right behind two words of a name, or behind the article, is the surname."""
    if not found or found[-1].stop + 1 != begin or found[-1].owns:
        return False
    last = found[-1]
    if scan.words(last.start, last.stop) in ("Al", "El"):
        return True
    if len(found) < 2 or found[-2].stop + 1 != last.start or found[-2].owns:
        return False
    kinds = (found[-2].kind, last.kind)
    return "given" in kinds and set(kinds) <= {"given", "name"} and bool(_AFTER.match(scan.characters, end))


_MARKS = "’'`‘"


def _owns(word: str) -> bool:
    """ "Russia's" and "Belarus'" own what follows; a bare "’" behind an s may close a quotation."""
    return (word[-1] in _MARKS or (word[-2:-1] in _MARKS and word[-1] == "s")) and not word.endswith("s’")


@lru_cache(maxsize=50_000)
def _kind(word: str) -> str:
    """What a capitalised word can be, by itself; words come back again and again."""
    word = plain_word(word)
    if word in office_words("function_words"):
        return "function"
    if word.lower() in office_heads():
        return "vocabulary"
    if word in given_names() or (word.isupper() and len(word) > 2 and word.title() in given_names()):
        return "given"
    if word in vocabulary() or (word.isupper() and word.title() in vocabulary()):
        return "vocabulary"
    if word.lower() in office_words("modifiers"):
        return "vocabulary"
    if word.isupper() and 1 < len(word) <= 5:
        return "acronym"
    if _ABSTRACT.search(word):
        return "vocabulary"
    if "-" in word and all(part in vocabulary() or part in office_words("nouns") for part in word.split("-")):
        return "vocabulary"
    first, *_, last = word.split("-") if "-" in word else (word, word)
    if first != word and first in vocabulary() and (last.islower() or last in vocabulary()):
        return "vocabulary"
    return "name"


_NAME_KINDS = frozenset(("name", "given", "initial", "acronym"))


def runs(scan: Scan, start: int, stop: int) -> list[Run]:
    """Runs of name-like words between `start` and `stop`, left to right."""
    return list(_runs(scan, tokens(scan, start, stop)))


def _runs(scan: Scan, found: list[Token]) -> Iterator[Run]:
    group: list[Token] = []
    title: Token | None = None
    for token in found:
        near = bool(group) and _joins(scan.words(group[-1].stop, token.start), group[-1])
        if near and token.kind == "title" and _title_after_all(scan, group, title, token):
            token = token._replace(kind="name")
        if near and token.kind == "title" and token.stop - token.start < 3 and len(group) == 1:
            token = token._replace(kind="initial")  # the M. of "Alden M. Smith" is no Monsieur
        if near and token.kind == "vocabulary" and _surname_after_all(scan, group, token):
            token = token._replace(kind="name")
        if token.kind in _NAME_KINDS and (not group or near):
            if not group and not _follows_title(scan, title, token):
                title = None
            group.append(token)
            continue
        if group and not _inside_a_name(scan, group, title, token):
            yield from _close(scan, group, title)
        group, title = [], _next_title(scan, title, token)
        if token.kind in _NAME_KINDS:
            group = [token]
    yield from _close(scan, group, title)


_NOTHING_BEHIND = re.compile(rf"(?! [{UPPER}](?!(?:on|ues|ednes|hurs|ri|atur|un)day\b))")


def _title_after_all(scan: Scan, group: list[Token], title: Token | None, token: Token) -> bool:
    """ "Mary Bishop met", "Tran Hon said": an honorific or rank behind a given name, with no name of its own, is the surname."""
    word = scan.words(token.start, token.stop)
    if word in _inside():
        return True
    given = group[0].kind in ("given", "initial") or title is not None
    first = given or scan.words(group[0].start, group[0].stop) in leading_surnames()
    return (
        first
        and word.isalpha()
        and len(word) > 2
        and not word.isupper()
        and scan.words(group[-1].stop, token.start) == " "
        and bool(_NOTHING_BEHIND.match(scan.characters, token.stop))
    )


def _surname_after_all(scan: Scan, group: list[Token], token: Token) -> bool:
    """ "Samantha Power said": one given name, then a word of the vocabulary with nothing capitalised behind it."""
    if len(group) > 2 or group[0].kind != "given" or scan.words(group[-1].stop, token.start) != " ":
        return False
    word = scan.words(token.start, token.stop)
    if (
        word in calendar_names()
        or word in office_words("buildings")
        or (word.isupper() and word.lower() in office_heads())
    ):
        return False
    return not re.match(r"[ -][A-Z]| of\b", scan.words(token.stop, token.stop + 4))


def _inside_a_name(scan: Scan, group: list[Token], title: Token | None, token: Token) -> bool:
    """One unknown word right in front of a word of the vocabulary: "the Transitional Sovereignty Council", "the Biden Administration"."""
    return (
        len(group) == 1
        and title is None
        and group[0].kind == "name"
        and not group[0].owns
        and token.kind == "vocabulary"
        and scan.words(group[0].stop, token.start) == " "
        and not scan.within(token.start, token.start + 1, "office", "offices")
    )


def _next_title(scan: Scan, title: Token | None, token: Token) -> Token | None:
    """Stacked honorifics ("Dr the Rt Hon.") count as one title."""
    if token.kind != "title":
        return None
    if title is not None and scan.words(title.stop, token.start) in (" ", ". ", " the ", " The ", ", "):
        return token._replace(start=title.start)
    if scan.words(token.start - 4, token.start) in ("the ", "The ") and _HONOURABLE.search(
        scan.words(token.start, token.stop)
    ):
        return token._replace(start=token.start - 4)
    return token


_HONOURABLE = re.compile(r"(?:Hon\.?|Honou?rable)$")


def _follows_title(scan: Scan, title: Token | None, token: Token) -> bool:
    return (
        title is not None
        and scan.words(title.stop, token.start).strip(" .,\n") == ""
        and token.start - title.stop <= 3
    )


def _joins(gap: str, before: Token) -> bool:
    if gap == "":
        return before.kind == "initial"
    if before.owns:
        return False
    if gap in (" ", "\n", "-", "\r\n", "\u00a0"):
        return True
    words = gap.split()
    return (
        gap[0] in " \n" and gap[-1] in " \n" and 0 < len(words) <= 3 and all(w in _particles() for w in words)
    )


def _close(scan: Scan, group: list[Token], title: Token | None) -> Iterator[Run]:
    """One run from neighbouring name words, cut where a given name begins after other words."""
    while group and group[-1].kind == "acronym" and not _surname_in_capitals(group):
        group = group[:-1]
    while (
        group
        and group[0].kind == "acronym"
        and not (title and len(group) == 2)
        and not _family_name_first(scan, group)
    ):
        group = group[1:]
    if len(group) > 2 and _question_label(scan, group):
        group = group[1:]
    if not group or all(t.kind == "initial" for t in group) or _abbreviation(scan, group):
        return
    if (
        len(group) == 1
        and group[0].start >= 4
        and _is_city(scan, [group[0]._replace(start=group[0].start - 4)])
    ):
        return  # the York of New York
    if title is None and _is_city(scan, group) and not _behind_office(scan, group):
        return
    if title is None and len(group) > 2 and group[0].kind == "name":
        for i, token in enumerate(group[1:-1], 1):
            if token.kind == "given" and scan.words(group[0].start, group[0].stop) not in leading_surnames():
                if i >= 2:
                    yield _run(scan, group[:i], None)
                    group = group[i:]
                break
    yield _run(scan, group, title)


def _abbreviation(scan: Scan, group: list[Token]) -> bool:
    """The NIA of "National Intelligence Agency (NIA)", whatever name it spells."""
    start, stop = group[0].start, group[-1].stop
    around = scan.words(start - 1, start) + scan.words(stop, stop + 1)
    return len(group) == 1 and around == "()" and stop - start < 7 and scan.words(start, stop).isupper()


def _is_city(scan: Scan, group: list[Token]) -> bool:
    first, last = group[0], group[-1]
    return any(
        h.start == first.start and h.stop >= last.stop - 2
        for h in scan.within(first.start, first.start + 1, "city")
    )


def _behind_office(scan: Scan, group: list[Token]) -> bool:
    """ "Defence Secretary Austin said": the name of a city right behind an office is its holder's."""
    start = group[0].start
    return (
        len(group) == 1
        and any(h.stop == start - 1 for h in scan.within(max(0, start - 40), start, "office"))
        and scan.characters[start - 1] == " "
        and bool(_NOTHING_BEHIND.match(scan.characters, group[0].stop))
    )


def _family_name_first(scan: Scan, group: list[Token]) -> bool:
    """ "Prime Minister SUGA Yoshihide": a short family name in capitals right behind an office."""
    first = group[0]
    if not 2 <= len(group) <= 3 or any(t.kind != "name" and t.kind != "given" for t in group[1:]):
        return False
    return any(
        h.stop == first.start - 1 for h in scan.within(max(0, first.start - 40), first.start, "office")
    )


def _question_label(scan: Scan, group: list[Token]) -> bool:
    """The "A." in front of an answer is no initial, where another line begins with "Q."."""
    first = group[0]
    if (
        first.kind != "initial"
        or group[1].kind == "initial"
        or scan.words(first.start, first.stop) not in ("A.", "Q.")
    ):
        return False
    return (
        first.start == 0 or scan.text.characters[first.start - 1] == "\n"
    ) and "\nQ." in "\n" + scan.text.characters[:20_000]


def _surname_in_capitals(group: list[Token]) -> bool:
    return (
        len(group) > 1
        and group[0].kind in ("given", "name")
        and (group[-2].kind != "acronym" or group[0].kind == "given")
    )


def _run(scan: Scan, group: list[Token], title: Token | None) -> Run:
    first, last = group[0], group[-1]
    stop = last.start + len(plain_word(scan.words(last.start, last.stop)))
    several = len(group) > 1
    strong = several and (
        any(t.kind in ("given", "initial") for t in group[:-1])
        or scan.words(first.start, first.stop) in leading_surnames()
    )
    start = _with_particle(scan, first.start)
    return Run(start, stop, strong, title is not None, title.start if title else start)


_PARTICLE = re.compile(r"(?:(?<=[\s(])(?:von der|van der|van den|de la|von|van|bin|al|el) )$")


def _with_particle(scan: Scan, start: int) -> int:
    """Lower-case particle before a one-word surname: "von der Leyen", "al-Assad"."""
    before = _PARTICLE.search(scan.characters, max(0, start - 9), start)
    return start - len(before[0]) if before else start
