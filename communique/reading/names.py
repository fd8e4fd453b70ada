"""Runs of words that can be a personal name: capitalised words no rule of the lexicon claims for itself."""

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from communique.lexicon.cues import office_words
from communique.lexicon.names import leading_surnames, name_words
from communique.lexicon.phrases import plain_word
from communique.reading.known_names import with_known
from communique.reading.names_after_all import (
    AFTER_ALL,
    NO_NAME,
    NOTHING_BEHIND,
    begins_after_all,
    called_so,
    follows_title,
    name_after_all,
    retired,
    right_behind_office,
)
from communique.reading.scan import Scan
from communique.reading.sentences import QUIET
from communique.reading.tokens import NAME_KINDS, Token, particles, tokens


class Run(msgspec.Struct, frozen=True, order=True, gc=False):
    """Neighbouring words that may be one personal name; `strong` when the words alone suggest a person.

    `titled`: an honorific or rank stands before; then `start` is the name's, `title` the honorific's start.
    """

    start: int
    stop: int
    strong: bool
    titled: bool
    title: int


def runs(scan: Scan, start: int, stop: int) -> list[Run]:
    """Runs of name-like words between `start` and `stop`, left to right."""
    found = tokens(scan, start, stop)
    return list(_runs(scan, with_known(scan, found))) if found else []


def _runs(scan: Scan, found: list[Token]) -> Iterator[Run]:
    group: list[Token] = []
    title: Token | None = None
    for token in found:
        if title is not None and not group and retired(scan, title, token):
            continue
        if not group and token.kind in NO_NAME:
            if not (called_so(scan, title, token) or begins_after_all(scan, token)):
                title = None
                continue
            token = replace(token, kind="name")
        near = bool(group) and _joins(scan.characters[group[-1].stop : token.start], group[-1])
        if token.kind in AFTER_ALL:
            token = name_after_all(scan, group if near else [], title, token)
        if token.kind in NAME_KINDS and (not group or near):
            if title is not None and not group and not follows_title(scan, title, token):
                title = None
            group.append(token)
            continue
        if group and not _inside_a_name(scan, group, title, token):
            yield from _close(scan, group, title)
        group, title = [], _next_title(scan, title, token) if token.kind == "title" else None
        if token.kind in NAME_KINDS:
            group = [token]
    if group:
        yield from _close(scan, group, title)


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


def _next_title(scan: Scan, title: Token | None, token: Token) -> Token:
    """Stacked honorifics ("Dr the Rt Hon.") count as one title."""
    if title is not None and scan.words(title.stop, token.start) in (
        " ",
        ". ",
        f"{QUIET} ",
        " the ",
        " The ",
        ", ",
    ):
        return replace(token, start=title.start)
    if scan.words(token.start - 4, token.start) in ("the ", "The ") and _HONOURABLE.search(
        scan.words(token.start, token.stop)
    ):
        return replace(token, start=token.start - 4)
    return token


_HONOURABLE = re.compile(rf"(?:Hon[.{QUIET}]?|Honou?rable)$")


_LONGEST_GAP = 40  # characters of three particles between two words of a name


def _joins(gap: str, before: Token) -> bool:
    if gap == "":
        return before.kind == "initial"
    if before.owns:
        return False
    if gap in (" ", "  ", "\n", "-", "\r\n", "\u00a0"):
        return True
    if len(gap) > _LONGEST_GAP or gap[0] not in " \n" or gap[-1] not in " \n":
        return False
    words = gap.split()
    return 0 < len(words) <= 3 and all(w in particles() for w in words)


def _close(scan: Scan, group: list[Token], title: Token | None) -> Iterator[Run]:
    """One run from neighbouring name words, cut where a given name begins after other words."""
    if title is not None and len(group) == 1 and scan.words(title.start, title.stop) in _MONSIEUR:
        group, title = [replace(title, kind="initial"), *group], None
    group = _without_acronyms(scan, _without_letters(scan, group), title)
    if title is None and len(group) > 1 and _where(scan, group[0]):
        group = group[1:]
    group = _up_to_small_word(scan, group)
    if len(group) > 2 and _question_label(scan, group):
        group = group[1:]
    if (
        not group
        or (group[0].kind == "initial" and all(_letter(t) for t in group))
        or (len(group) == 1 and _abbreviation(scan, group[0]))
        or _of_a_place(scan, group)
    ):
        return
    if len(group) == 1 and _ends_a_city(scan, group[0]):
        return  # the York of New York, the DC of Washington DC
    if title is None and _is_city(scan, group[0].start, group[-1].stop) and not _behind_office(scan, group):
        return
    if title is None and len(group) > 2 and group[0].kind == "name":
        for i, token in enumerate(group[1:-1], 1):
            if token.kind == "given" and scan.words(group[0].start, group[0].stop) not in leading_surnames():
                if i >= 2:
                    yield _run(scan, group[:i], None)
                    group = group[i:]
                break
    yield _run(scan, group, title)


_SMALL_WORDS = frozenset(("OF", "THE", "AND", "FOR", "TO", "IN", "AT", "ON", "BY", "WITH", "FROM"))


def _up_to_small_word(scan: Scan, group: list[Token]) -> list[Token]:
    """ "PRESIDENT PAUL KAGAME OF THE REPUBLIC": where all is in capitals, the name ends before "OF"."""
    for i, token in enumerate(group):
        if i and scan.words(token.start, token.stop) in _SMALL_WORDS:
            return group[:i]
    return group


_MONSIEUR = ("M.", f"M{QUIET}")  # with one name only, it is the first letter of another


def _ends_a_city(scan: Scan, token: Token) -> bool:
    cities = scan.within(max(0, token.start - 16), token.start, "city")
    return any(hit.stop == token.stop for hit in cities) or (
        token.start >= 4 and _is_city(scan, token.start - 4, token.stop)
    )


def _letter(token: Token) -> bool:
    """One letter, with its stop or without: the Q.C of "Mia Mottley, Q.C"."""
    return token.kind == "initial" or token.stop - token.start == 1


_NAMED_PLACE = re.compile(r" (?:International |National |State |Memorial )?(?P<word>[A-Z][a-z]+|airport\b)")


def _of_a_place(scan: Scan, group: list[Token]) -> bool:
    """ "King Khalid International Airport", "the Kennedy Stadium": what is named after somebody."""
    places = office_words("named_after")
    if len(group) > 1 and scan.words(group[-1].start, group[-1].stop) in places:
        return True
    behind = _NAMED_PLACE.match(scan.characters, group[-1].stop)
    return behind is not None and behind["word"].capitalize() in places


def _without_letters(scan: Scan, group: list[Token]) -> list[Token]:
    """ "Phil Hogan T.D.", "Ann Lee MP": two words of a name and the letters of an honour or a seat."""
    for at in range(max(2, len(group) - 4), len(group)):
        if group[at].kind not in ("initial", "acronym"):
            continue
        if scan.words(group[at].start, group[-1].stop) in name_words("letters"):
            return group[:at]
    end = len(group)
    while end and group[end - 1].kind == "initial":
        end -= 1
    return group[:end] if end > 1 and len(group) - end > 1 else group


def _without_acronyms(scan: Scan, group: list[Token], title: Token | None) -> list[Token]:
    while group and group[-1].kind == "acronym" and not _surname_in_capitals(group):
        group = group[:-1]
    while (
        group
        and group[0].kind == "acronym"
        and not (title and len(group) == 2)
        and not _family_name_first(scan, group)
    ):
        group = group[1:]
    return group


def _abbreviation(scan: Scan, token: Token) -> bool:
    """The NIA of "National Intelligence Agency (NIA)", whatever name it spells; the Smer-SD of "Social Democrats (Smer-SD)"."""
    start, stop = token.start, token.stop
    word = scan.words(start, stop)
    return (
        stop - start < _SHORT_FORM
        and scan.words(stop, stop + 1) == ")"
        and (scan.words(start - 1, start) == "(" or scan.words(start - 2, start) == ", ")
        and (word.isupper() if len(word) < _ALL_CAPITALS else word.rpartition("-")[2].isupper())
    )


_ALL_CAPITALS, _SHORT_FORM = 7, 12  # characters: shorter ones have no small letter


def _is_city(scan: Scan, start: int, stop: int) -> bool:
    end = scan.stop_at(start, "city")
    return end >= stop - 2 and end > 0


_IN = ("in ", "In ", "at ", "At ")


def _where(scan: Scan, token: Token) -> bool:
    """ "While in Geneva Lavrov met", "In Oslo Store said": the city in which somebody did something is no part of the name."""
    return scan.characters.startswith(_IN, token.start - 3) and _is_city(scan, token.start, token.stop)


def _behind_office(scan: Scan, group: list[Token]) -> bool:
    """ "Defence Secretary Austin said": the name of a city right behind an office is its holder's."""
    start = group[0].start
    return (
        len(group) == 1
        and any(h.stop == start - 1 for h in scan.within(max(0, start - 40), start, "office"))
        and scan.characters[start - 1] == " "
        and bool(NOTHING_BEHIND.match(scan.characters, group[0].stop))
    )


def _family_name_first(scan: Scan, group: list[Token]) -> bool:
    """ "Prime Minister SUGA Yoshihide": a short family name in capitals right behind an office."""
    first = group[0]
    if not 2 <= len(group) <= 3 or any(t.kind != "name" and t.kind != "given" for t in group[1:]):
        return False
    return right_behind_office(scan, first.start) or (
        first.stop - first.start > 2 and bool(_OFFICE_NEXT.match(scan.characters, group[-1].stop))
    )


_OFFICE_NEXT = re.compile(
    r", (?:the )?(?:Minister|Vice|Deputy|President|Prime|Foreign|Ambassador|Secretary|Director|Governor|Chair)"
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
    strong = len(group) > 1 and (
        first.kind in ("given", "initial")
        or any(t.kind in ("given", "initial") for t in group[:-1])
        or scan.words(first.start, first.stop) in leading_surnames()
    )
    start = _with_particle(scan, first.start)
    return Run(start, stop, strong, title is not None, title.start if title else start)


_PARTICLE = re.compile(r"(?:(?<=[\s(])(?:von der|van der|van den|de la|von|van|bin|al|el) )$")
_LAST_LETTERS = ("r ", "n ", "a ", "l ")


def _with_particle(scan: Scan, start: int) -> int:
    """Lower-case particle before a one-word surname: "von der Leyen", "al-Assad"."""
    if not scan.characters.startswith(_LAST_LETTERS, start - 2):
        return start
    before = _PARTICLE.search(scan.characters, max(0, start - 9), start)
    return start - len(before[0]) if before else start
