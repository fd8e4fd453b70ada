"""The date-line of a wire report: "MINSK, November 17 (BelTA) – ..."; never the venue of a meeting."""

import re
from collections.abc import Sequence

from communique.lexicon.calendar import Dated
from communique.lexicon.phrases import Hit
from communique.model.reading import Dateline
from communique.model.span import Span

_PLACE = r"(?P<place>[A-Z][\w.’'-]+(?:[ -](?:[A-Z][\w.’'-]*|de|of|the|el|al|la)){0,3}(?:, [A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})?)"
_DATE = r"(?:[,:.]? ?(?P<date>(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8}\.?(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?))?"
_AGENCY = r"(?:[,.;:]? ?(?:\((?P<agency>[A-Z][\w/ .-]{1,40})\)|/(?P<agency2>[A-Z][\w .-]{1,30})/|(?P<agency3>[A-Z][\w’'.-]{1,20}(?: [A-Z][\w’'.-]{1,20}){0,2})(?= ?(?:--|—|–|:))))?"
_END = r"(?: ?(?:--|—|–|-) |[.,]? ?: | ?\n|\. (?=[A-Z/])|: )"
_DATELINE = re.compile(rf"{_PLACE}{_DATE}{_AGENCY}{_END}")


def dateline(
    characters: str, places: Sequence[int], dates: Sequence[Dated], cities: Sequence[Hit]
) -> Dateline | None:
    """The first date-line that begins at one of `places` (the beginnings of paragraphs).

    It must start with a known city, and have a date, an agency or a dash behind a name in capitals.
    """
    known = {c.start: c for c in cities}
    for place in places:
        if place not in known:
            continue
        match = _DATELINE.match(characters, place, place + 120)
        if match and _sound(match, dates):
            agency = match["agency"] or match["agency2"] or match["agency3"]
            end = match.end()
            trimmed = len(characters[place:end].rstrip())
            said = _date_words(match, dates)
            return Dateline(place=match["place"], date=said, agency=agency, span=Span(place, place + trimmed))
    return None


def _date_words(match: re.Match[str], dates: Sequence[Dated]) -> str | None:
    for dated in dates:
        if match.start() <= dated.start < match.end() and dated.month:
            return match.string[dated.start : dated.stop]
    return None


def _sound(match: re.Match[str], dates: Sequence[Dated]) -> bool:
    if _date_words(match, dates) or match["agency"] or match["agency2"]:
        return True
    return match["place"].split(",")[0].isupper() and bool(re.search(r"[-–—:]\s?$", match[0]))
