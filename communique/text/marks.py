"""Lines that are furniture for what they say: each rule is one kind of thing found around reports."""

import re
from collections.abc import Sequence

from communique.lexicon.furniture import furniture, plain
from communique.text.lines import FULL_STOP, LONG, Line

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
LINK = re.compile(r"\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
DEGREES = re.compile(r"\d{1,2}\s?(?:°|º|˚)\s?[CFС]?(?!\w)")
COUNTER = re.compile(r"\d[\d,. ]{0,9}\s(?:views?|comments?|shares?|likes?|просмотр\w*|комментари\w*)", re.I)
COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.I)
CREDIT = re.compile(
    r"(?:file )?(?:photo|picture|image|фото)(?:s|graph)? (?:by|from|courtesy|credit|©)\s", re.I
)
NUMBER = re.compile(r"[-+−▲▼]?\d[\d.,]*%?")
HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")


def is_known(line: Line) -> bool:
    """A line, or a row of entries, that only menus and buttons consist of: `Share   Print`."""
    known = furniture().lines
    if plain(line.words) in known:
        return True
    segments = line.segments
    return len(segments) > 1 and all(plain(s) in known for s in segments)


def is_opener(line: Line) -> bool:
    """The head of a list of links: `Related articles`, `Recent news from Belarus`."""
    if line.size > 6 or FULL_STOP.search(line.words):
        return False
    words = plain(line.words) + " "
    return any(words.startswith(opener + " ") for opener in furniture().openers)


def is_labelled(line: Line) -> bool:
    """A line that names itself: `Tags: CSTO`, `Photo: BelTA`, `Read also: ...`."""
    return line.size <= 30 and line.words.casefold().startswith(furniture().starts)


def is_notice(line: Line) -> bool:
    """Copyright and cookie notes."""
    low = line.words.casefold()
    if any(words in low for words in furniture().notices):
        return True
    inside = any(words in low for words in furniture().inside)
    return line.size <= 12 and (inside or bool(COPYRIGHT.match(low)))


def is_credit(line: Line) -> bool:
    """Whose picture it is: `Photo by Ivan Petrov`."""
    return line.size <= 10 and bool(CREDIT.match(line.words))


def is_counter(line: Line) -> bool:
    """How often the page was seen: `1,234 views`."""
    return line.size <= 4 and bool(COUNTER.fullmatch(line.words))


def is_weather(line: Line) -> bool:
    """`Minsk Mainly clear -23°C`."""
    return line.size <= 9 and not line.is_prose and bool(DEGREES.search(line.words))


def is_beside_weather(lines: Sequence[Line], i: int) -> bool:
    """Next to the weather stands the day on which the page was fetched."""
    return any(is_weather(lines[j]) for j in (i - 1, i + 1) if 0 <= j < len(lines))


def is_rates(line: Line) -> bool:
    """`USD 3.21 EUR 3.54`: nothing but currencies and numbers."""
    tokens = [t.casefold().strip(":=") for t in line.words.split()]
    coins = furniture().currencies
    return (
        2 <= len(tokens) <= 24
        and any(t in coins for t in tokens)
        and all(not t or t in coins or NUMBER.fullmatch(t) for t in tokens)
    )


def is_tags(line: Line) -> bool:
    """`#CSTO #Belarus`."""
    return bool(HASHTAGS.match(line.words))


def is_breadcrumbs(line: Line) -> bool:
    """The way to the page: `Main page / Press centre / News`."""
    segments = line.segments
    return (
        len(segments) > 1
        and plain(segments[0]) in furniture().home
        and all(len(s.split()) <= 6 for s in segments[:-1])
        and not line.is_prose
    )


def is_addresses(line: Line) -> bool:
    """Little else than addresses: bare, or with a name glued on (`www.house.gov.byNational Agency`)."""
    if "www." not in line.words and "@" not in line.words and "://" not in line.words:
        return False
    rest = ADDRESS.sub(" ", line.words).split()
    if len(rest) > 8 or FULL_STOP.search(line.words):
        return False
    return bool(ADDRESS.match(line.words)) or sum(w[0].islower() and len(w) > 3 for w in rest) < 3


def is_links(line: Line) -> bool:
    """Markdown links and next to nothing around them: `[About us](https://example.org/about)`."""
    if "](" not in line.words:
        return False
    rest, links = LINK.subn(" ", line.words)
    return bool(links) and len(re.findall(r"\w+", rest)) <= 3 and not FULL_STOP.search(line.words)


MARKS = (
    is_known,
    is_labelled,
    is_notice,
    is_credit,
    is_counter,
    is_weather,
    is_rates,
    is_tags,
    is_breadcrumbs,
    is_links,
)
"""Rules that hold wherever a line stands."""


def mark_of(line: Line) -> str | None:
    """The name of the first rule that takes `line` for furniture, or None."""
    if line.size > LONG:
        return None
    return next((rule.__name__ for rule in MARKS if rule(line)), None)
