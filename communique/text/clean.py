"""A page's bytes to a Text: what kind of page it is, and what page and sender say of it."""

import re
from datetime import datetime

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.model.span import Span
from communique.model.text import Text
from communique.text.declared import Declared
from communique.text.found import Found, Refused
from communique.text.furniture import Weighed, spans_of, weighed_in
from communique.text.headline import title_of
from communique.text.kinds import read_kind
from communique.text.lines import Line, lines_in
from communique.text.stamps import address_stamp, day_of, stamps
from communique.text.told import publisher_of
from communique.text.top import Top, best_of, renumbered, top_of

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?=$|[T\s])")
HEAD = 4000
"""Where a title that the sender gave is looked for in the text."""


def clean(page: Page) -> Text:
    """The text of `page`: for plain text and Markdown every character as it came, less a byte order mark.

    What the sender says (`page.title` ...) goes before what the page says of itself, and that before
    what is found in the lines. Raises BadInput for a page without any words.

    >>> clean(Page(name="a", body="Ministers meet in Minsk\\n\\nIt rained.".encode())).title
    'Ministers meet in Minsk'
    """
    return _text(page, found_in(page))


def found_in(page: Page) -> Found:
    """The characters of `page` with all that its markup or format says; raises BadInput for a page without words."""
    try:
        found = read_kind(page)
    except Refused as refused:
        raise BadInput(page.name, str(refused)) from None
    if not found.characters.strip():
        raise BadInput(page.name, "has no text that could be told from its menus and markup")
    return found


def _text(page: Page, found: Found) -> Text:
    characters, declared, _ = found
    lines = lines_in(characters)
    skipped = sum(line.start < declared.stop for line in lines)
    lines = lines[skipped:]
    top, dropped = _told_apart(characters, lines)
    title, title_span = _title(page.title or _told_title(declared, characters), characters, top.title, lines)
    published = _day(page.published) or _day(declared.published)
    stamp = (top.stamp or address_stamp(characters)) if published is None else None
    head = (Span(0, declared.stop),) if declared.stop else ()
    return Text(
        name=page.name,
        characters=characters,
        page=page.sha256,
        address=page.address or declared.address,
        title=title,
        title_span=title_span,
        publisher=page.publisher or declared.publisher or publisher_of(lines),
        published=published or (stamp.day if stamp else None),
        published_span=stamp.span if stamp else None,
        language=page.language or declared.language,
        retrieved=page.retrieved,
        furniture=head + spans_of(characters, lines, dropped, declared.stop),
    )


def _told_apart(characters: str, lines: list[Line]) -> tuple[Top, frozenset[int]]:
    """The report's top, and which lines are furniture.

    A headline that is itself weighed as furniture was taken out of a menu, and a first sentence that is was the
    site's: both are looked for again without such lines.
    """
    top = top_of(characters, lines)
    weighed = weighed_in(lines, top)
    again = _looked_for_again(characters, lines, top, weighed)
    if again:
        top, weighed = again, weighed_in(lines, again)
    head = range(top.title.stop if top.title else 0, weighed.head.stop)
    stamp = top.stamp or best_of(stamps(characters, lines, head), top.title)
    if stamp:
        return top._replace(stamp=stamp), weighed.dropped - {stamp.line}
    return top, weighed.dropped


def _looked_for_again(characters: str, lines: list[Line], top: Top, weighed: Weighed) -> Top | None:
    if top.title and all(i in weighed.surely for i in top.title):
        rest = [i for i in range(len(lines)) if i not in weighed.surely]
    elif top.body in weighed.doubted or (top.title is None and top.body in weighed.head):
        dated = {stamp.line for stamp in stamps(characters, lines, range(len(lines)))}
        out = {i for i in range(top.body) if i in weighed.doubted and i not in dated} | {top.body}
        rest = [i for i in range(len(lines)) if i not in out]
    else:
        return None
    again = top_of(characters, [lines[i] for i in rest])
    return renumbered(again, rest) if again.title else None


def _title(
    said: str | None, characters: str, found: range | None, lines: list[Line]
) -> tuple[str | None, Span | None]:
    """The title as said, with its place where the text has it too; else the headline found."""
    words, span = title_of(characters, lines, found) if found else (None, None)
    if not said:
        return words, span
    said = " ".join(said.split())
    if words == said:
        return said, span
    place = characters.find(said, 0, HEAD + len(said)) if said else -1
    return said or words, Span(place, place + len(said)) if place >= 0 and said else None


def _told_title(declared: Declared, characters: str) -> str | None:
    """The declared title, a loose one only where the text's head has it too."""
    if declared.title and declared.loose and declared.title not in characters[:HEAD]:
        return None
    return declared.title


def _day(words: str | None) -> str | None:
    """`2024-11-28` from `2024-11-28T09:00:00+03:00` and from a date in words; None where it is no date."""
    if not words:
        return None
    iso = ISO_DAY.match(words.strip())
    if not iso:
        return day_of(words)
    try:
        return datetime.strptime(iso[0], "%Y-%m-%d").date().isoformat()
    except ValueError:
        return None
