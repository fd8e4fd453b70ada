"""Whose counterpart somebody is, and so in which office: "his Kenyan counterpart", "their Bhutanese counterpart, Prime Minister X"."""

import re

from msgspec.structs import replace

from communique.lexicon.cues import office_words, titles_of_one
from communique.reading.offices import Title
from communique.reading.persons import Cast, Person
from communique.reading.scan import Scan
from communique.reading.ties import Link

_NO_PORTFOLIO = frozenset(["his", "her", "their", "its", "my", "our", "the", "and", "with", "as", "by", "of"])
_ARTICLE = 5  # characters in front of the office with which a sentence begins


def without_counterparts(offices: list[Link]) -> tuple[list[Link], str | None]:
    """ "their Bhutanese counterpart, Prime Minister X": the other title is the office, this one tells the country."""
    peers = [k for k in offices if k.title.head in office_words("counterpart")]
    if not peers or len(peers) == len(offices):
        return offices, None
    country = peers[0].title.of
    rest = [replace(k, shared=None) if country else k for k in offices if k not in peers]
    return rest, country


def office_of_counterpart(scan: Scan, so_far: Cast, person: Person, title: Title) -> Title | None:
    """The office that `person`, told as somebody's counterpart by `title`, holds; None where nothing says it."""
    if _portfolio(scan, title):
        return None
    found = _subject(scan, so_far, title) or _principal(so_far, person, title)
    return None if found is None or _of_one_state(scan, found) else found


def _of_one_state(scan: Scan, title: Title) -> bool:
    """A title that one country gives is not the counterpart's: a Secretary of State's calls himself otherwise."""
    return scan.small[title.core_start : title.core_stop] in titles_of_one()


def _portfolio(scan: Scan, title: Title) -> bool:
    """ "their irrigation colleagues" hold another office than those named before."""
    word = re.search(r"\b(?P<word>[a-z]+) $", scan.words(max(0, title.start - 20), title.start))
    return word is not None and word["word"] not in _NO_PORTFOLIO


def _subject(scan: Scan, so_far: Cast, title: Title) -> Title | None:
    """ "The Foreign Minister also met his counterpart": the office with which the sentence begins, nobody named behind it."""
    sentence = scan.sentence_at(title.start)
    low = sentence.start if sentence else title.start
    first = next((t for t in so_far.titles if low <= t.start < min(low + _ARTICLE, title.start)), None)
    if first is None or first.plural or first.former or first.head in office_words("weak"):
        return None
    if first.head in office_words("international") or (first.of and first.of == title.of):
        return None
    named = any(low <= start < title.start for start, _, _ in so_far.places)
    return None if named else first


def _principal(so_far: Cast, person: Person, title: Title) -> Title | None:
    """ "his Kenyan counterpart" holds the office of the person named before, or of "the presidents" of the sentence."""
    earlier = (t for t in reversed(so_far.titles) if t.plural and t.start < title.start)
    many = next((t for t in earlier if t.head not in office_words("counterpart")), None)
    for start, _, index in reversed(so_far.places):
        known = so_far.people[index]
        if many and start < many.start:
            break
        own = next((h for h in known.holdings if not h.former), None)
        if known is person or own is None or _no_office_to_share(own.title, many):
            continue
        if all(h.of is None or h.of != title.of for h in known.holdings):
            return own.title  # nobody is the counterpart of a compatriot
    return many


def _no_office_to_share(title: Title, many: Title | None) -> bool:
    return (
        title.head in office_words("international")
        or title.head in office_words("weak") - {"representative"}
        or (many is not None and title.start == many.start)
    )
