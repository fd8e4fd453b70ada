"""What sites set below reports: signs too weak to count in a report's midst, each one kind of thing found there."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from communique.lexicon.furniture import furniture, link_names, plain, row_names
from communique.text.lines import FULL_STOP, LIST_ITEM, Line
from communique.text.marks import WORD, tiled
from communique.text.stamps import CLOCK, WEEKDAY, ZONE, day_of

TITLE = 7
"""The most words of a heading over a list of links."""

NOTE = 60
"""The most words of a note about the author, or to the reader."""

PHONE = re.compile(r"\+\d[\d ()./-]{7,}|\(\d{3,5}\) ?\d[\d -]{5,}|\b\d{3}-\d{3}-\d{4}\b")
MONTH = re.compile(r"[^\W\d]{3,9} (?:19|20)\d\d(?: \(\d+\))?|(?:19|20)\d\d(?: \(\d+\))?")
NUMBER = re.compile(r"(?:\d{1,3}(?:[., ]\d{3})+|\d{1,6}(?:\.\d)?)[km%]?", re.I)
QUOTED = re.compile(r"[+−–-]\d+(?:[.,]\d+)?\s?%$")
COUNTED = re.compile(r"[^\W\d].{2,70} \(\d{1,4}\)$")
TALLY = re.compile(
    r"[^\W\d](?:[^\W\d]|[ .'’/-]){1,30}\s?[:#№]\s?\(?\d[\d.,]{0,12}[km]?\)?(?: [^\W\d]{2,8})?", re.I
)
NUMBERED = frozenset(":#№")
TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
BOILERPLATE = re.compile(r"about (?:the )?[^:|.]{2,60}[:|] ", re.I)
REMARKS = re.compile(r"(?:\d+ |readers['’] )?(?:comments?|responses?|replies|remarks)\b", re.I)
SPEAKER = re.compile(r"\b(?:says|said|wrote|writes)(?:\.{3}|…)?:?$", re.I)
ANSWER = 6
"""Lines of one reader's comment."""

CUT = re.compile(r"(?:\.\.\.|…)$")


@lru_cache(maxsize=4)
def low_words(line: Line) -> list[str]:
    """The words of a line in lower case; every sign asks for them."""
    return WORD.findall(line.words.casefold())


def is_listing(line: Line) -> bool:
    """`More business news`, `Other publications of the section`: a listing word and what sites list."""
    said = furniture()
    words = low_words(line)
    return (
        2 <= len(words) <= TITLE
        and words[0] in said.listing
        and not FULL_STOP.search(line.words)
        and not line.words.endswith(":")
        and any(word in said.listed for word in words[1:])
    )


def is_dated(line: Line) -> bool:
    """Nothing but a day, with or without its time: over or under every entry of a list of news."""
    if line.size > 8 or not any(sign.isdigit() for sign in line.words):
        return False
    if MONTH.fullmatch(line.words):
        return True
    rest = WEEKDAY.sub(" ", ZONE.sub(" ", CLOCK.sub(" ", line.words)))
    return bool(day_of(rest)) and len(re.findall(r"[^\W\d]{2,}", rest)) <= 2


def is_cut(line: Line) -> bool:
    """A teaser that breaks off: `Floods recede in the south as the river...`."""
    return 4 <= line.size <= 30 and bool(CUT.search(line.words)) and line.words[0] not in "\"“«'"


def is_tiled(line: Line) -> bool:
    """A row of known entries that lost its gaps: `Terms of Service Privacy Notice`."""
    words = line.words.split()
    if not 2 <= len(words) <= 30 or line.is_prose:
        return False
    covered = tiled(words, row_names())
    if covered != len(words) and (covered < 5 or covered < 0.6 * len(words)):
        return False
    return tiled(words, link_names()) > 0


def is_end(line: Line) -> bool:
    """`-ENDS-`, `(END)`: the report is over."""
    return line.size <= 4 and plain(line.words) in furniture().ends


def is_note(line: Line) -> bool:
    """The head of what those who put a report out set below it: `Notes to editors:`, `About the Commission`."""
    if line.size > TITLE + 1 or FULL_STOP.search(line.words):
        return False
    words = plain(line.words)
    return words in furniture().notes or (
        words.startswith("about ") and not words[6:7].isdigit() and words[-1] != "?"
    )


def is_to_reader(line: Line) -> bool:
    """A site that speaks to `you`, outside quotation marks."""
    if line.size > NOTE or line.words[0] in "\"“«'‘" or any(sign in line.words for sign in '“”«»"'):
        return False
    return bool(set(low_words(line)) & furniture().readers)


def is_about_author(line: Line) -> bool:
    """`Jane Doe is a freelance writer`, `About the author`."""
    words = low_words(line)
    return line.size <= NOTE and any(
        one in ("is", "was") and set(words[i + 1 : i + 7]) & furniture().trades
        for i, one in enumerate(words[:6])
    )


def is_contact(line: Line) -> bool:
    """`Tel. +375 17 000-00-00`."""
    return line.size <= 20 and bool(PHONE.search(line.words))


def is_control(line: Line) -> bool:
    """What a reader is offered to do: `Gift this article`, `Copy the link`, `Rate our work`."""
    words = low_words(line)
    said = furniture()
    return (
        2 <= len(words) <= TITLE
        and words[0] in said.controls
        and bool(set(words[1:]) & said.controlled)
        and not line.is_prose
        and (not line.words.endswith(":") or words[0] in ("share", "follow"))
    )


def is_number(line: Line) -> bool:
    """`500`: how many remarks, or the hour."""
    return bool(NUMBER.fullmatch(line.words)) and not LIST_ITEM.match(line.words + " ")


def is_tally(line: Line) -> bool:
    """What a page is numbered, or how often it was read: `Hits: 402`, `Press release number: 112`."""
    return line.size <= 6 and not NUMBERED.isdisjoint(line.words) and bool(TALLY.fullmatch(line.words))


def is_wordless(line: Line) -> bool:
    """Signs of buttons, counts, steps through pictures: `A- A A+`, `+2 +2`, `1 / 9`."""
    return (
        1 < line.size <= 8
        and not TWO_LETTERS.search(line.words)
        and not LIST_ITEM.match(line.words)
        and not day_of(line.words)
    )


def is_measure(line: Line) -> bool:
    """Either of these, or a number alone."""
    return is_number(line) or is_tally(line) or is_wordless(line)


def is_languages(line: Line) -> bool:
    """`EN RU FR`, `English | Русский`."""
    if line.size > 24:
        return False
    words = (plain(word) for word in line.words.split())
    return all(not word or word in furniture().languages for word in words)


def is_counted(line: Line) -> bool:
    """What a site has so many of: `Photo gallery of the event (14)`."""
    return line.size <= 10 and bool(COUNTED.match(line.words))


def is_boilerplate(line: Line) -> bool:
    """What somebody is: `About the organisation: founded in ...`."""
    return bool(BOILERPLATE.match(line.words))


def is_quoted(line: Line) -> bool:
    """A price and how it changed: `KASE 3,214.5 +0.4%`."""
    return line.size <= 8 and bool(QUOTED.search(line.words))


def is_segmented(line: Line) -> bool:
    """Three names or more beside each other: `Kazakhstan   Security   Central Asia`."""
    parts = line.segments
    return len(parts) > 2 and line.is_entry and not any(sign.isdigit() for sign in line.words)


def remarks(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of readers' comments: below `3 Comments`, from `Peter O. says:` as far as one comment goes."""
    head = next(
        (i for i, line in enumerate(lines) if line.size < 4 and REMARKS.match(line.words)), len(lines)
    )
    for i in range(head + 1, len(lines)):
        if lines[i].size <= 5 and SPEAKER.search(lines[i].words):
            yield from range(i, min(i + ANSWER, len(lines)))


SIGNS = (
    is_boilerplate, is_counted, is_quoted, is_segmented,
    is_listing, is_dated, is_cut, is_tiled, is_to_reader, is_about_author, is_contact, is_control, is_number, is_languages, is_tally, is_wordless,
)  # fmt: skip


@lru_cache(maxsize=256)
def tail_sign(line: Line) -> str | None:
    """The name of the first sign that a line below a report is none of it, or None."""
    return next((sign.__name__ for sign in SIGNS if sign(line)), None)
