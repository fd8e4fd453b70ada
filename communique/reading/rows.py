"""Parties named in one list: "Kenya, Uganda and the EU", "Kenyan and Ugandan", "Seoul and Tokyo" for their governments."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from communique.lexicon.bodies import bodies
from communique.lexicon.countries import capital
from communique.lexicon.phrases import Hit
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Row(NamedTuple):
    """Parties that stand in one list, with the words of the sentence before the first of them."""

    scan: Scan
    sentence: Sentence
    parties: tuple[Hit, ...]
    before: str

    @property
    def stop(self) -> int:
        """Where the last party ends."""
        return self.parties[-1].stop

    @property
    def codes(self) -> tuple[str, ...]:
        """The parties as codes and acronyms."""
        return tuple(code_of(h) for h in self.parties)


_JOINS = re.compile(
    r"\s*(?:\([^()]{1,60}\))?\s*[,;]?\s*(?:(?:and|as well as|&)\s+)?"
    r"(?:the (?:other|remaining) (?:[\w-]+ ){0,3}?(?:countries|states|members|nations|economies|parties) ?[(:,–-] ?)?"
    r"(?:(?:(?:representatives|leaders|ministers|delegations|delegates|officials|observers)\s+)?(?:from|of|by)\s+)?(?:the\s+)?(?:(?:host|neighbou?ring|fellow)\s+)?"
    r"(?:[A-Z][\w’']+ (?:[A-Z][\w’']+ )?of (?:the )?)?"
)
_UNKNOWN = re.compile(
    r"\s?, (?:the )?[A-Z][\w’'-]+(?: (?:of |and |the )?[A-Z][\w’'-]+){0,3}(?:, | and |, and )(?:the )?"
)
_LONG = 4  # countries in a list where a name that the lexicon lacks does not end it
_TIES = re.compile(
    r"(?:[’']s?)?(?:\s?[-–—/]\s?|\s*(?:\([A-Z]+\))?\s*,?\s*(?:(?:and|as well as|&|plus)\s+)?(?:(?:from|of|with)\s+)?(?:the\s+)?)"
)


def code_of(hit: Hit) -> str:
    """The code of a country, the acronym of an organisation."""
    return bodies()[hit.value].acronym if hit.label == "organisation" else hit.value


def country_rows(scan: Scan, sentence: Sentence) -> Iterator[Row]:
    """Neighbouring countries, joined as long as only commas and "and" stand between them."""
    yield from _rows(scan, sentence, scan.within(sentence.start, sentence.stop, "country"), _JOINS)


def sender_rows(scan: Scan, sentence: Sentence) -> Iterator[Row]:
    """Neighbouring countries and organisations, joined as `country_rows` are."""
    hits = scan.within(sentence.start, sentence.stop, "country", "organisation")
    once = [h for last, h in zip([None, *hits], hits, strict=False) if not (last and _short(scan, last, h))]
    yield from _rows(scan, sentence, once, _JOINS)


def _short(scan: Scan, hit: Hit, other: Hit) -> bool:
    """ "the European Union (EU)": named once."""
    return hit.value == other.value and scan.words(hit.stop, other.start) == " ("


def listed_at(scan: Scan, at: int, stop: int) -> list[Hit]:
    """The countries of the one list that begins at `at`; none where something else stands there."""
    found: list[Hit] = []
    for hit in scan.within(at, stop, "country"):
        if not _JOINS.fullmatch(scan.characters, found[-1].stop if found else at, hit.start):
            break
        found.append(hit)
    return found


def party_rows(scan: Scan, sentence: Sentence) -> Iterator[Row]:
    """Two parties and more side by side, as countries, as adjectives, or as the capitals of their governments.

    >>> from communique.reading.scan import scan
    >>> seen = scan("Kenyan and Ugandan officials met; Seoul and Tokyo held talks.")
    >>> [row.codes for row in party_rows(seen, seen.sentences[0])]
    [('KE', 'UG'), ('KR', 'JP')]
    """
    named = scan.within(sentence.start, sentence.stop, "country", "adjective", "organisation")
    cities = [h for h in scan.within(sentence.start, sentence.stop, "city") if _capital(scan, h)]
    for hits in (named, cities):
        if len(hits) > 1:
            for row in _rows(scan, sentence, hits, _TIES):
                if len(set(row.codes)) > 1:
                    yield row


def _capital(scan: Scan, hit: Hit) -> bool:
    return capital(hit.value) == scan.words(hit.start, hit.stop)


_LEFT_OUT = ("unlike ", "except ", "except for ", "with the exception of ", "apart from ", "instead of ")


def left_out(scan: Scan, sentence: Sentence, start: int) -> bool:
    """ "Unlike A, B attended": the one at `start` is what the others are not."""
    return scan.small.endswith(_LEFT_OUT, sentence.start, start)


def _rows(scan: Scan, sentence: Sentence, hits: list[Hit], joins: re.Pattern[str]) -> Iterator[Row]:
    row: list[Hit] = []
    for hit in hits:
        if (row and hit.start < row[-1].stop) or left_out(scan, sentence, hit.start):
            continue
        if row and not _joined(scan, row, hit, joins):
            yield _row(scan, sentence, row)
            row = []
        row.append(hit)
    if row:
        yield _row(scan, sentence, row)


def _joined(scan: Scan, row: list[Hit], hit: Hit, joins: re.Pattern[str]) -> bool:
    """The next of the list; a long list goes on behind one name that is no country's, or a misspelt one."""
    stop = row[-1].stop
    if joins.fullmatch(scan.characters, stop, hit.start):
        return True
    return len(row) >= _LONG and _UNKNOWN.fullmatch(scan.characters, stop, hit.start) is not None


def _row(scan: Scan, sentence: Sentence, row: list[Hit]) -> Row:
    return Row(scan, sentence, tuple(row), scan.small[sentence.start : row[0].start])


def quoted(before: str) -> bool:
    """The words behind `before` stand inside a quotation that it opens."""
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_FOUNDED = re.compile(
    r"\b(?:established|founded|created|launched|set up)\b[^.;]{0,80} with the participation of\b"
)


_JOINED_IT = re.compile(
    r"\b(?:established|founded|created|set up)\b[^.;]{0,160} joined by [^.;]{0,80}$|\blater joined by [^.;]{0,80}$"
)


def joined_the_body(before: str) -> bool:
    """ "which was founded in 1985, was later joined by A and B": members of the organisation."""
    return "joined by " in before and _JOINED_IT.search(before) is not None


def founded(before: str) -> bool:
    """The words before a list tell of a founding: "established in 1993 with the participation of A and B"."""
    return "participation of" in before and _FOUNDED.search(before) is not None


_AND_ANOTHER = re.compile(r", |,? and |,? as well as ")
_PEERS = re.compile(r" (?:[a-z]+ ){0,2}(?:counterparts?|colleagues?|homologues?)\b")


def peers_listed(scan: Scan, hits: list[Hit]) -> list[Hit]:
    """ "[his] Turkish, Iranian and Iraqi colleagues": every country of the list that ends in the noun."""
    last = next((i for i, h in enumerate(hits) if _PEERS.match(scan.characters, h.stop)), None)
    if last is None:
        return []
    first = last
    while first and _AND_ANOTHER.fullmatch(scan.characters, hits[first - 1].stop, hits[first].start):
        first -= 1
    listed = hits[first : last + 1]
    return listed if all(h.label == "adjective" for h in listed) else []
