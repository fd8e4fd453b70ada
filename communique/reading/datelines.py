"""The date-line of a wire report: "MINSK, November 17 (BelTA) – ..."; never the venue of a meeting."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from communique.lexicon.calendar import Dated
from communique.lexicon.phrases import Hit
from communique.model.reading import Dateline
from communique.model.span import Span

_WORD = r"[A-Z][\w.’'-]+"
_PLACE = re.compile(
    rf"{_WORD}(?:[ /-](?:[A-Z][\w.’'-]*|de|of|the|el|al|la)){{0,4}}(?:, [A-Z][\w’'.-]+(?: [A-Z][\w’'-]+){{0,2}})?"
)
_BEFORE_DATE = re.compile(r"[ ,.:;(–—-]{0,4}")
_BRACKETED = re.compile(r"[,.;:]? ?(?:\((?P<round>[A-Za-z][^()\n]{1,60})\)|/(?P<slash>[A-Z][\w .-]{1,30})/)")
_NAMED = re.compile(
    r"[,.;:]? ?(?P<name>[A-Z][\w’'.-]{1,20}(?: [A-Z][\w’'.-]{1,20}){0,2})(?= ?(?:--|—|–|:| - )|\.? ?\n)"
    r"|[,.;:]? ?(?P<short>[A-Z]{3,14})(?=\. [A-Z])"
)
_END = re.compile(r"[)\]]?(?: ?(?:--|—|–|- |-(?=[A-Z]))|[.,]? ?: | ?\n|\. ?(?=[A-Z/“\"\n])|: )")
_AGENCY_END = re.compile(r" (?=[A-Z“\"])")
"""Behind an agency in brackets the report may begin at once: "Kathmandu, Nov 27 (ABC) The summit"."""
_FEED = re.compile(r"\([A-Z][^()\n]{1,40}(?:\([A-Z]{2,12}\))?\) (?=[A-Z]{3})")
"""The sign of a feed in front: "(Valley Feed) MUSCAT, Sept 2 (ABC) --"."""
_MOST = 4  # pieces behind the place: a weekday, a date, an agency


class _Line(NamedTuple):
    """What stood between the place and the report's first word."""

    place: str
    stop: int
    date: str | None = None
    agency: str | None = None
    signed: bool = False


def dateline(
    characters: str, places: Sequence[int], dates: Sequence[Dated], cities: Sequence[Hit]
) -> Dateline | None:
    """The first date-line that begins at one of `places` (the beginnings of paragraphs).

    It must start with a known place (or one in capitals that a date follows), and have a date, an agency or
    a dash behind a name in capitals.
    """
    known = {c.start for c in cities}
    said = {d.start: d for d in dates}
    for place in places:
        feed = _FEED.match(characters, place)
        start = feed.end() if feed else place
        start += characters[start : start + 1] in ("[", "(")
        if start not in known and not characters[start : start + 2].isupper():
            continue
        line = _line(characters, start, said)
        if line is not None and _sound(characters, line, start in known):
            trimmed = len(characters[place : line.stop].rstrip())
            return Dateline(
                place=line.place, date=line.date, agency=line.agency, span=Span(place, place + trimmed)
            )
    return None


def _line(characters: str, start: int, dates: dict[int, Dated]) -> _Line | None:
    match = _PLACE.match(characters, start, start + 80)
    if match is None:
        return None
    stop = next((at for at in range(start + 1, match.end()) if at in dates), match.end())
    name = characters[start:stop].rstrip(" ,.(:")
    line = _Line(name, start + len(name))
    for _ in range(_MOST):
        more = _piece(characters, line, dates)
        if more is None:
            break
        line = more
    end = _END.match(characters, line.stop) or (
        _AGENCY_END.match(characters, line.stop) if line.signed else None
    )
    return _split(line._replace(stop=end.end())) if end else None


def _piece(characters: str, line: _Line, dates: dict[int, Dated]) -> _Line | None:
    """The line with its next piece: a date or weekday, an agency in brackets, an agency by its capitals."""
    gap = _BEFORE_DATE.match(characters, line.stop)
    dated = dates.get(gap.end()) if gap else None
    if dated and line.date is None and (dated.month or dated.weekday is not None):
        closed = dated.stop + (characters[dated.stop : dated.stop + 1] == ")")
        said = characters[dated.start : dated.stop] if dated.month else None
        return line._replace(stop=closed, date=said)
    match = _BRACKETED.match(characters, line.stop) or _NAMED.match(characters, line.stop)
    if match is None or line.agency:
        return None
    agency, date = match[match.lastgroup or 0], line.date
    inside = next(
        (dates[at] for at in range(match.start(), match.end()) if at in dates and dates[at].day), None
    )
    if inside and date is None:  # "(Valley News / ABC - 12th April, 2020)"
        date = characters[inside.start : inside.stop]
        agency = characters[match.start(match.lastgroup or 0) : inside.start].rstrip(" -–—,")
    return line._replace(stop=match.end(), date=date, agency=agency, signed=match.re is _BRACKETED)


def _split(line: _Line) -> _Line:
    """ "ASTANA. KAZINFORM –", "Geneva, SANA –": capitals behind the place are the agency's."""
    parts = re.fullmatch(r"(?P<place>.+?)(?P<sign>[.,]) (?P<agency>[A-Z]{3,})", line.place)
    if parts and line.agency is None and (parts["sign"] == "." or not parts["place"].isupper()):
        return line._replace(place=parts["place"], agency=parts["agency"], signed=True)
    return line


def _sound(characters: str, line: _Line, known: bool) -> bool:
    dashed = bool(re.search(r"[-–—:]\s?$", characters[line.stop - 3 : line.stop]))
    capitals = line.place.split(",")[0].isupper()
    if not known:
        return capitals and line.date is not None and dashed
    return line.date is not None or line.signed or (capitals and dashed)
