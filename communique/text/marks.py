"""Lines that are furniture for what they say: each rule is one kind of thing found around reports."""

import re
from collections.abc import Sequence
from functools import lru_cache

from communique.lexicon.furniture import (
    Names,
    coin_codes,
    furniture,
    openers,
    plain,
    section_names,
    signs_in,
    starts,
)
from communique.text.captions import is_credit
from communique.text.lines import FULL_STOP, LONG, Line

ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}")
LINK = re.compile(r"\[[^\[\]]{0,200}\]\([^()\s]{0,500}\)")
DEGREES = re.compile(r"\d{1,2}\s?(?:°|º|˚)\s?[CFС]?(?!\w)")
COUNTED = r"(?:views?|comments?|shares?|likes?|fans?|followers?|responses?|visits?|reads?|просмотр\w*|комментари\w*)"
COUNTER = re.compile(
    rf"\d{{1,3}}[ -]?(?:min|mins|minutes?)(?: read)?|\(?\d[\d,. ]{{0,9}}[km]?\s{COUNTED}\b(?: (?:like|follow|subscribe))?:?\)?|{COUNTED}(?:\s?[:–-])?\s?\(?\d[\d,. ]{{0,9}}[km]?\)?"
    r"|\d{1,2}:\d{2} / \d{1,2}:\d{2}|(?:\w+ ){0,2}\d[\d,. ]{0,9}\s(?:times|fois|veces|vezes|kali)"
    r"|(?:\d{1,2}\s?h(?:rs?|ours?)? )?\d{1,3}[ -]?(?:m|mn|mins?|minutes?|seconds?)(?: \d{1,2}\s?(?:s|sec))?(?: (?:read|watch|listen|video))?",
    re.I,
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FILE = re.compile(
    r"^\(?\d[\d.,]*\s?[kmg]i?b\)?$|\b(?:pdf|docx?|xlsx?|pptx?)\b[^.]{0,8}\b\d[\d.,]*\s?[km]i?b\b|^[\w.-]+\.(?:pdf|docx?|jpe?g|png|mp[34])$",
    re.I,
)
OFF = re.compile(
    r"(?:list|item|slide|image|photo|page)\s\d{1,3}\s(?:of|/)\s\d{1,3}\b|\[?\d{1,2}/\d{1,2}\]|(?:end of list|list of \d+ items?)$",
    re.I,
)
AGO = re.compile(r"\b\d{1,3}\s(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?)\sago$", re.I)
CLOCKED = re.compile(r"(?:[A-Z][a-z]{2} \d{1,2} )?\d{1,2}:\d{2}\s+[\"“‘«]?[A-ZÀ-ÖА-Я]")
SCRIPT = re.compile(
    r"\bvar \w+ =|\bfunction\b\s?\w*\(|=>|\|\||[{}]\s*$|\w\([\"'\[]|[\])]\);?\s*$(?<=\);)|^\s*(?:@media|@import|window\.|document\.)"
)
GRID = re.compile(
    r"(?:mo|tu|we|th|fr|sa|su|mon|tue|wed|thu|sun|m|t|w|f|s|\d{1,2})(?:\s+(?:mo|tu|we|th|fr|sa|su|mon|tue|wed|thu|sun|m|t|w|f|s|\d{1,2})){2,}",
    re.I,
)
INITIALS = re.compile(r"[a-z]{2,4}(?:/[a-z]{2,4})+(?=\s|$)")
DESK = re.compile(
    r"[(\[][^()\[\]]{0,60}\b(?:editing|reporting|edited|editor|translated|syndicated)\b[^()\[\]]{0,120}[)\]]"
    r"|(?:additional )?(?:reporting|editing|writing) by [A-Z]"
    r"|(?:edited|translated|compiled)(?: and (?:edited|translated))? by ",
    re.I,
)
SIGNS = " \t>»•*·#-–—[("
"""What may stand before a label."""

MENU_GLUED = re.compile(r"[^\W\d_A-ZА-Я]{3}[A-ZА-Я][^\W\d_A-ZА-Я]{2}")
"""Where two entries of a menu lost what stood between them."""

COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.I)
NUMBER = re.compile(r"[-+−▲▼]?\d[\d.,]*%?")
HASHTAGS = re.compile(r"(?:#\w+[\s,]*)+$")


INSIDE = 20
"""The most words of a line that a word inside it gives away."""

LABELLED = 30
"""The most words of a line that names itself."""

APPEAL = 60
"""The most words of a site's appeal to its reader."""

TEASER = 13
"""The most words of an entry after an arrow: more are an item of the report's own list."""

COIN = 3
"""Letters of a currency's code."""

NAME = 5
"""The most words of a name in a row of them."""

WORD = re.compile(r"[\w’'-]+")


def is_known(line: Line) -> bool:
    """A line, or a row of entries, that only menus and buttons consist of: `Share   Print`."""
    known = furniture().lines
    if line.is_prose:
        return False
    if plain(line.words) in known:
        return True
    segments = line.segments
    told = sum(plain(s) in known or bool(COUNTER.fullmatch(s.strip("[]"))) for s in segments)
    return len(segments) > 1 and 2 * told >= len(segments) and max(len(s.split()) for s in segments) < 7


def is_opener(line: Line) -> bool:
    """The head of a list of links: `Related articles`, `Recent news from Belarus`."""
    if line.size > 6 or FULL_STOP.search(line.words):
        return False
    return openers().begin(plain(line.words) + " ")


def is_labelled(line: Line) -> bool:
    """A line that names itself: `Tags: CSTO`, `Photo: BelTA`, `Read also: ...`."""
    if line.size > LABELLED:
        return False
    low = line.words.casefold().lstrip(SIGNS)
    label = low.partition(":")[0] if ":" in low[:40] else ""
    return starts().begin(low) or bool(label and openers().begin(f"{label} ") and len(label.split()) < 5)


def is_notice(line: Line) -> bool:
    """Copyright and cookie notes."""
    low = line.words.casefold()
    signs = signs_in(low)
    if signs.notice or (line.size <= 12 and COPYRIGHT.match(low)):
        return True
    return signs.inside and line.size <= INSIDE and not (line.is_prose and line.size > 12)


def is_counter(line: Line) -> bool:
    """How often the page was seen: `1,234 views`."""
    return line.size <= 4 and bool(COUNTER.fullmatch(line.words))


def is_ago(line: Line) -> bool:
    """News told by its age: `Rain delays harvest 2 hours ago`; a line with a year tells the report's own day."""
    return line.size <= LONG and bool(AGO.search(line.words)) and not YEAR.search(line.words)


def is_file(line: Line) -> bool:
    """A file to be fetched: `Download the document (PDF, 210 KB)`, `Communique_66.pdf`."""
    return line.size <= 12 and bool(FILE.search(line.words)) and not line.is_prose


def is_counted_off(line: Line) -> bool:
    """What is read aloud of lists and slides: `list 1 of 4`, `Item 1 of 3 A view of the falls`."""
    return bool(OFF.match(line.words)) and not line.is_prose


def is_script(line: Line) -> bool:
    """What a page's program left among its words: `var x = y || [];`."""
    return any(c in line.words for c in "{}()=") and bool(SCRIPT.search(line.words))


def is_glued(line: Line) -> bool:
    """Entries of a menu without anything between them: `PresidentEconomySocietySport`."""
    return line.size <= 12 and not line.is_prose and len(MENU_GLUED.findall(line.words)) > 1


def is_grid(line: Line) -> bool:
    """A row of a calendar: `Mo Tu We Th Fr Sa Su`, `4 5 6 7 8 9 10`."""
    return 3 <= line.size <= 7 and bool(GRID.fullmatch(line.words))


def is_appeal(line: Line) -> bool:
    """A site that speaks to its reader: `By subscribing you agree to our privacy policy`."""
    if line.words[0] in "\"“«'‘" or line.size > APPEAL:
        return False
    low = line.words.casefold()
    signs = signs_in(low)
    if not (signs.appeal or signs.weak):
        return False
    words, said = set(WORD.findall(low)), furniture()
    if words & said.appeals:
        return line.size < 6 or bool(words & (said.readers | said.writers))
    return bool(words & said.readers) and len(words & said.appeals_weak) > 1


def is_sections(words: str) -> bool:
    """A row of names of sections that lost its gaps: `Home Politics Asia Pacific World Sport`."""
    row = words.split()
    return (
        len(row) > 2 and plain(row[0]) in section_names().firsts and tiled(row, section_names()) == len(row)
    )


def tiled(words: Sequence[str], names: Names) -> int:
    """How many of `words` belong to names that stand side by side without a sign between them."""
    low = [*map(plain, words)]
    if names.firsts.isdisjoint(low):
        return 0
    covered = i = 0
    while i < len(low):
        stop = i
        if low[i] in names.firsts:
            stops = range(min(i + NAME, len(low)), i, -1)
            stop = next((stop for stop in stops if " ".join(low[i:stop]) in names.whole), i)
        covered += stop - i
        i = max(stop, i + 1)
    return covered


def is_section_row(line: Line) -> bool:
    """Such a row of four names or more, which stands for itself."""
    return 4 <= line.size <= LABELLED and is_sections(line.words)


def is_clocked(line: Line) -> bool:
    """An entry of a feed: `21:40 Parliament speaker receives ambassador`. A programme has such lines too."""
    return line.size <= 25 and bool(CLOCKED.match(line.words)) and not FULL_STOP.search(line.words)


def is_weather(line: Line) -> bool:
    """`Minsk Mainly clear -23°C`."""
    return line.size <= 9 and bool(DEGREES.search(line.words)) and not line.is_prose


def is_beside_weather(lines: Sequence[Line], i: int) -> bool:
    """Next to the weather stands the day on which the page was fetched."""
    return any(is_weather(lines[j]) for j in (i - 1, i + 1) if 0 <= j < len(lines))


def is_rates(line: Line) -> bool:
    """`USD 3.21 EUR 3.54`: nothing but currencies and numbers."""
    if line.size > 24 or line.is_prose:
        return False
    first = line.words.partition(" ")[0]
    if first.isalpha() and len(first) > COIN:
        return False
    tokens = [t.casefold().strip(":=") for t in line.words.split()]
    coins = coin_codes()
    return (
        2 <= len(tokens) <= 24
        and all(not t or t in coins or NUMBER.fullmatch(t) for t in tokens)
        and any(t in coins for t in tokens)
    )


def is_initials(line: Line) -> bool:
    """Who wrote it, at an agency: `jha/lcp`."""
    return line.size <= 6 and bool(INITIALS.match(line.words))


def is_desk(line: Line) -> bool:
    """Who worked on it: `(Reporting by our bureau; Editing by M. H.)`."""
    return line.size <= LABELLED and bool(DESK.match(line.words))


def is_arrow(line: Line) -> bool:
    """The way to the next report: `« Minister receives ambassador`, `Floods recede →`, `>> Weather: frost`."""
    first, last = line.words[0], line.words[-1]
    return line.size <= LABELLED and (
        line.words.startswith(">>")
        or (
            first == "»"
            and line.size <= TEASER
            and "«" not in line.words
            and not FULL_STOP.search(line.words)
        )
        or (first in "«‹<←" and last not in "»›>" and "»" not in line.words)
        or (last in "»›→" and first not in "«‹←" and "«" not in line.words)
    )


def is_tags(line: Line) -> bool:
    """`#CSTO #Belarus`."""
    return bool(HASHTAGS.match(line.words))


def is_breadcrumbs(line: Line) -> bool:
    """The way to the page: `Main page / Press centre / News`, `News / India / Ministers meet in Perth`."""
    if (
        "/" not in line.words
        and ">" not in line.words
        and not plain(line.words).startswith(tuple(furniture().home))
    ):
        return False
    segments = line.segments if len(line.segments) > 1 else line.words.split("/")
    first = plain(segments[0])
    return (
        (
            (len(segments) > 1 and first in furniture().home)
            or (len(segments) > 2 and first in furniture().sections)
        )
        and all(len(s.split()) <= 6 for s in segments[:-1])
        and not line.is_prose
    )


def is_addresses(line: Line) -> bool:
    """Little else than addresses: bare, or with a name glued on (`www.house.gov.byNational Agency`)."""
    if "www." not in line.words and "@" not in line.words and "://" not in line.words:
        return False
    others, found = ADDRESS.subn(" ", line.words)
    rest = others.split()
    if not found or len(rest) > 8 or FULL_STOP.search(line.words):
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
    is_ago,
    is_file,
    is_counted_off,
    is_script,
    is_glued,
    is_grid,
    is_appeal,
    is_weather,
    is_rates,
    is_tags,
    is_initials,
    is_desk,
    is_arrow,
    is_breadcrumbs,
    is_section_row,
    is_links,
)
"""Rules that hold wherever a line stands."""

LONG_MARKS = (is_notice, is_script, is_appeal, is_ago)
"""Those of them that longer lines may answer to."""

PROSE_MARKS = (is_notice, is_appeal, is_labelled, is_credit, is_desk)
"""Those of them that sentences may answer to."""


@lru_cache(maxsize=256)
def mark_of(line: Line) -> str | None:
    """The name of the first rule that takes `line` for furniture, or None."""
    if line.size > APPEAL:
        return None
    rules = PROSE_MARKS if line.is_prose else MARKS if line.size <= LABELLED else LONG_MARKS
    return next((rule.__name__ for rule in rules if rule(line)), None)
