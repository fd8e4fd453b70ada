"""How a title goes on: "Minister of Energy, Trade and Industry", "minister of finance and planning", "trade and industry minister"."""

import re
from functools import cache

from communique.lexicon.cues import office_heads, office_words
from communique.lexicon.phrases import plain_word
from communique.reading.scan import Scan

CLAIMED = ("country", "adjective", "organisation", "organ", "organ?", "region", "institution")


@cache
def vocabulary() -> frozenset[str]:
    """Capitalised words of ministries and other institutions."""
    return office_words("institution") | office_words("institution_names")


@cache
def portfolios() -> frozenset[str]:
    """What a minister may be of, in small letters: "finance", "planning", "water"."""
    return frozenset(w.lower() for w in office_words("institution")) - office_heads() - _RANKS


_RANKS = frozenset(("deputy", "first", "general", "state", "special", "chief", "prime", "vice", "cabinet"))


def claimed_at(scan: Scan, start: int) -> int:
    """Where the country, body or region that begins here ends; 0 if none does."""
    return scan.stop_at(start, *CLAIMED, "people")


def joins_portfolios(scan: Scan, start: int, stop: int) -> bool:
    """The "and" at `start` stands between two portfolios of one minister: "trade and industry minister"."""
    ahead = _ONE_MINISTER.match(scan.characters, stop)
    before = _WORD.search(scan.words(max(0, start - 24), start))
    if ahead is None or before is None:
        return False
    return ahead["word"] in portfolios() and before["word"] in portfolios()


_ONE_MINISTER = re.compile(r"(?P<word>[a-z]+)(?: [a-z]+)? (?:minister|secretary|commissioner)\b")
_WORD = re.compile(r"(?P<word>[a-z]+) $")
_PLAIN = r"(?:[a-z]+ )?[a-z]+"
_PLAIN_LIST = re.compile(
    rf"(?:{_PLAIN}, )*{_PLAIN},? and (?:the )?(?P<last>[a-z]+)(?=[,.)]| of (?:the )?[A-Z]| [A-Z]|$)"
)
_PLAIN_LAST = re.compile(r" (?:the )?(?P<last>[a-z]+)(?: [a-z]+)?(?=[,.)]| of (?:the )?[A-Z]| [A-Z]|$)")


_ALSO = re.compile(r" {1,2}(?:the )?(?P<word>[^\s,;:()]+)")


def coordinated(scan: Scan, at: int, names: set[int], stop: int) -> bool:
    """After "and": another portfolio word ("Trade and Industry"), not another office or person."""
    step = _ALSO.match(scan.characters, at, stop)
    if not step or step.start("word") in names:
        return False
    if scan.within(step.start("word"), step.end(), "office", "offices") and not _justice(
        scan, step.start("word")
    ):
        return False
    ahead = not _justice(scan, step.start("word")) and scan.within(
        step.start("word"), min(stop, step.start("word") + 30), "office", "offices"
    )
    joined = ahead and not re.search(
        r"[,;/]| of | for | and ", scan.words(step.start("word"), ahead[0].start)
    )
    if joined:
        return False
    word = step["word"].rstrip(".!?")
    claimed = claimed_at(scan, step.start("word")) > 0
    last = _PLAIN_LAST.match(scan.characters, at, stop)
    return (
        claimed
        or bool(last and last["last"] in portfolios())
        or (word[0].isupper() and (plain_word(word) in vocabulary() or _before_vocabulary(scan, step.end())))
        or word in ("foreign", "defence", "security")
    )


_NO_JUDGE = re.compile(r"Justice(?: and | of |,|[.;)]|$| [a-z])")


def _justice(scan: Scan, start: int) -> bool:
    """The Justice of "Minister of Defence, Justice and Security" is what a minister sees to, no judge."""
    return _NO_JUDGE.match(scan.characters, start) is not None


_NEXT = re.compile(r" ([A-Z][a-z]+)\b")


def _before_vocabulary(scan: Scan, at: int) -> bool:
    """The Fire of "Police, Prisons and Fire Service" stands before a word of ministries."""
    following = _NEXT.match(scan.characters, at)
    return following is not None and following[1] in vocabulary()


def claimed_country(scan: Scan, start: int) -> bool:
    """Whether the name of a country begins here."""
    return scan.stop_at(start, "country") > 0


def country_list(scan: Scan, end: int, start: int) -> bool:
    """ "foreign ministers of Egypt, Sudan and Ethiopia": one country right behind another."""
    if not any(h.stop == end for h in scan.within(max(0, end - 40), end, "country")):
        return False
    if not scan.characters.startswith("the ", start):
        return claimed_country(scan, start)
    stop = scan.stop_at(start + len("the "), "country")  # "of Poland, the Czech Republic and Hungary"
    return stop > 0 and scan.characters.startswith((", ", " and "), stop)


_LIST = re.compile(r"(?:(?:[A-Z][\w-]+ ?){1,3}, )*(?:[A-Z][\w-]+ ?){1,3},? and (?:the )?[A-Z]")


def listed(scan: Scan, at: int, names: set[int], stop: int) -> bool:
    """After a comma: "Minister of Energy, Trade and Industry" goes on."""
    plain = _PLAIN_LIST.match(scan.characters, at, min(stop, at + 80))
    if plain and plain["last"] in portfolios():
        return scan.words(at, stop).split(",")[0].split(" ")[0] in portfolios()
    match = _LIST.match(scan.characters, at, min(stop, at + 80))
    if not match or any(at <= n < match.end() for n in names):
        return False
    if any(not _justice(scan, h.start) for h in scan.within(at, match.end(), "office", "offices")):
        return False
    return re.split(r"[^\w-]", scan.words(at, match.end()), maxsplit=1)[0] in vocabulary()


_FIRST_OF_TWO = re.compile(r"\b(?P<word>[a-z]+) and $")


def second_of_two(scan: Scan, start: int) -> bool:
    """ "the foreign and [defence ministers] of Kenya, X and Y": the first who is named holds the other office."""
    word = _FIRST_OF_TWO.search(scan.small, max(0, start - 24), start)
    return word is not None and word["word"] in portfolios()


_PLAIN_WORD = re.compile(r"[A-Za-z-]+")


def is_desk(words: str) -> bool:
    """ "Joint Secretary (Regional Organization Division)": what the office sees to, in brackets."""
    return all(w in vocabulary() or w in ("and", "of") for w in _PLAIN_WORD.findall(words))


def of_a_ministry(gap: str) -> bool:
    """ "Deputy National Security Adviser", "deputy health minister": what stands between is what the one who is served sees to."""
    words = gap.split()
    if not (gap[0] == gap[-1] == " " and 0 < len(words) < 4):
        return False
    return all(w in vocabulary() or w in portfolios() or w in office_words("modifiers") for w in words)


_HEADS_PORTFOLIO = re.compile(r"(?:Foreign|Finance|Defen[cs]e|Interior|Home) Minister\b")


def heads_portfolio(scan: Scan, head: int) -> bool:
    """The head of "Economy and Finance Minister" is a portfolio itself."""
    return _HEADS_PORTFOLIO.match(scan.characters, head) is not None


_WHOSE = re.compile(
    r"\b(?:representative|envoy|advis[eo]r|spokes\w+|assistant) (?:of|to|for) (?:the )?(?:[A-Z][\w-]+ ){1,3}$"
)


def names_whom(scan: Scan, low: str, start: int) -> bool:
    """ "special representative of the UN secretary general": the word is of the office of the one who is served."""
    if low == "general":
        return scan.small.endswith("secretary ", 0, start)
    return low.startswith("secretary") and _WHOSE.search(scan.words(max(0, start - 60), start)) is not None
