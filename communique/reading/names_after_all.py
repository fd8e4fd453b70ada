"""Words that look like something else and are part of a personal name after all: "Samantha Power said", "Vice Minister Bang Ki-sun"."""

import re

from msgspec.structs import replace

from communique.lexicon.cues import office_heads, office_words
from communique.lexicon.names import leading_surnames, ordinary_words
from communique.reading.claimed_words import UPPER, calendar_names, vocabulary
from communique.reading.scan import Scan
from communique.reading.sentences import QUIET
from communique.reading.tokens import Token, inside

# "Brigadier (ret'd) X", "Major General X (Rtd), minister"
RETIRED = re.compile(r" \((?:[Rr]e?td?|[Rr]et[’'`]d|[Rr]etired|RTD|RETD)[.\u2024]?\)")


def retired(scan: Scan, title: Token, token: Token) -> bool:
    """The Ret'd of "Brigadier (Ret'd) X"."""
    told = RETIRED.match(scan.characters, title.stop)
    return told is not None and token.start < told.end()


def follows_title(scan: Scan, title: Token, token: Token) -> bool:
    """The word stands right behind the form of address, a stop or "(ret'd)" between them."""
    if token.start - title.stop > 6 and scan.characters.startswith(" (", title.stop):
        told = RETIRED.match(scan.characters, title.stop)
        return told is not None and token.start - told.end() < 3
    return token.start - title.stop <= 3 and not scan.words(title.stop, token.start).strip(f" .,\n{QUIET}")


NO_NAME = ("vocabulary", "place", "function")
AFTER_ALL = ("title", "vocabulary")


def name_after_all(scan: Scan, group: list[Token], title: Token | None, token: Token) -> Token:
    """A title or a word of the vocabulary as the part of the name that it is, behind the words of `group`."""
    if token.kind == "vocabulary":
        named = group and (
            _surname_after_all(scan, group, title, token)
            or _ends_after_all(scan, group, title, token)
            or _amid_after_all(scan, group, token)
        )
        return replace(token, kind="name") if named else token
    if group and _title_after_all(scan, group, title, token):
        return replace(token, kind="name")
    return replace(token, kind="initial") if _an_initial(scan, group, token) else token


_NAME_BEHIND = re.compile(rf" [{UPPER}][a-z]+-[a-z]+\b")


def _ordinary(word: str) -> bool:
    """A word of every day, none of offices, houses or the calendar: Gang, Bang, Power."""
    low = word.lower()
    return low in ordinary_words() and not (
        word in vocabulary() or low in office_heads() or low in office_words("modifiers")
    )


def right_behind_office(scan: Scan, start: int) -> bool:
    """An office in the singular or the plural ends right in front."""
    before = scan.within(max(0, start - 40), start, "office", "offices") if start else []
    return any(h.stop == start - 1 for h in before) and scan.characters[start - 1] == " "


_ONE_NAME_BEHIND = re.compile(rf" (?P<word>[{UPPER}][a-z]+)(?=[,.;)]| [a-z])")


def called_so(scan: Scan, title: Token | None, token: Token) -> bool:
    """ "H.E. Amb. Tete Antonio": a city's name behind a form of address, in front of one more name."""
    if token.kind != "place" or title is None or not follows_title(scan, title, token):
        return False
    behind = _ONE_NAME_BEHIND.match(scan.characters, token.stop)
    return behind is not None and behind["word"] not in vocabulary()


def begins_after_all(scan: Scan, token: Token) -> bool:
    """ "Vice Minister Bang Ki-sun": right behind an office, in front of a given name of two syllables."""
    if token.kind != "vocabulary" or not _NAME_BEHIND.match(scan.characters, token.stop):
        return False
    return _ordinary(scan.words(token.start, token.stop)) and right_behind_office(scan, token.start)


def _amid_after_all(scan: Scan, group: list[Token], token: Token) -> bool:
    """ "Sarah Flood Beaubrun": a word of every day between a given name and a name that nothing else claims."""
    if len(group) != 1 or group[0].kind != "given" or scan.words(group[0].stop, token.start) != " ":
        return False
    behind = _ONE_NAME_BEHIND.match(scan.characters, token.stop)
    if behind is None or not _ordinary(scan.words(token.start, token.stop)):
        return False
    return behind["word"] not in vocabulary() and behind["word"].lower() not in ordinary_words()


def _ends_after_all(scan: Scan, group: list[Token], title: Token | None, token: Token) -> bool:
    """ "Foreign Minister Qin Gang had": one or two words right behind an office, then a word of every day with no name of its own."""
    if len(group) > 2 or group[-1].owns or scan.words(group[-1].stop, token.start) != " ":
        return False
    if not _ordinary(scan.words(token.start, token.stop)) or scan.characters[token.start + 1].isupper():
        return False
    behind = NOTHING_BEHIND.match(scan.characters, token.stop)
    return behind is not None and right_behind_office(scan, group[0].start)


_INITIAL_BEHIND = re.compile(rf" ?[{UPPER}]\. ?[{UPPER}]")  # not behind "Mr" or "Dr"


def _an_initial(scan: Scan, group: list[Token], token: Token) -> bool:
    """The M. of "Alden M. Smith" and of "M. J. Akbar" is no Monsieur."""
    if token.stop - token.start > 2:
        return False
    capital = scan.characters[token.stop - 1] == "." and _INITIAL_BEHIND.match(scan.characters, token.stop)
    if group and all(t.kind == "initial" and t.stop - t.start == 2 for t in group):
        return True  # "A.K.M. Hoque"
    return len(group) == 1 or bool(capital)


NOTHING_BEHIND = re.compile(rf"(?! [{UPPER}](?!(?:on|ues|ednes|hurs|ri|atur|un)day\b))")


def _title_after_all(scan: Scan, group: list[Token], title: Token | None, token: Token) -> bool:
    """ "Mary Bishop met", "Tran Hon said": an honorific or rank behind a given name, with no name of its own, is the surname."""
    word = scan.words(token.start, token.stop)
    if word in inside():
        return True
    given = group[0].kind in ("given", "initial") or title is not None
    first = given or scan.words(group[0].start, group[0].stop) in leading_surnames()
    return (
        first
        and word.isalpha()
        and len(word) > 2
        and not word.isupper()
        and scan.words(group[-1].stop, token.start) == " "
        and bool(NOTHING_BEHIND.match(scan.characters, token.stop))
    )


def _surname_after_all(scan: Scan, group: list[Token], title: Token | None, token: Token) -> bool:
    """ "Samantha Power said", "the Hon. Allyson West,": one given name, then a word of the vocabulary with nothing capitalised behind it."""
    given = group[0].kind == "given" or (title is not None and len(group) == 1)
    if len(group) > 2 or not given or scan.words(group[-1].stop, token.start) != " ":
        return False
    word = scan.words(token.start, token.stop)
    if word.lower() in office_heads() and (len(group) > 1 or group[0].kind != "given"):
        return False
    if (
        word in calendar_names()
        or word in office_words("buildings")
        or (word.isupper() and word.lower() in office_heads())
    ):
        return False
    return not re.match(r"[ -][A-Z]| of\b", scan.words(token.stop, token.stop + 4))
