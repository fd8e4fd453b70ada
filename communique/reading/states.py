"""Which states sat at a meeting without anybody's name: "ministers from A, B and C", "the President of A", "A objected"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.phrases import Hit
from communique.lexicon.presence import presence_words
from communique.lexicon.sittings import sitting_words
from communique.reading.drafts import Draft
from communique.reading.people import Cast
from communique.reading.presence import absence
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Row(NamedTuple):
    """Countries that stand in one list, with the words of the sentence before the first of them."""

    scan: Scan
    sentence: Sentence
    countries: tuple[Hit, ...]
    before: str

    @property
    def stop(self) -> int:
        """Where the last country ends."""
        return self.countries[-1].stop


_JOINS = re.compile(
    r"\s*(?:\([A-Z]+\))?\s*[,;]?\s*(?:(?:and|as well as|&)\s+)?(?:(?:from|of|by)\s+)?(?:the\s+)?"
    r"(?:[A-Z][\w’']+ (?:[A-Z][\w’']+ )?of (?:the )?)?"
)


def states_there(scan: Scan, cast: Cast, draft: Draft, sentence: Sentence) -> Iterator[Hit]:
    """The countries that `sentence`, told of the meeting of `draft`, puts there.

    >>> from communique.reading.people import cast
    >>> from communique.reading.scan import scan
    >>> seen = scan("Ministers from Mali, Niger and Chad approved the plan.")
    >>> [h.value for h in states_there(seen, cast(seen), Draft(0, 9), seen.sentences[0])]
    ['ML', 'NE', 'TD']
    """
    if draft.firm or draft.noun in sitting_words("two_sided") or draft.status in ("postponed", "cancelled"):
        return
    rules = _PLANNED if draft.status == "planned" else _RULES
    rows = [
        r for r in _rows(scan, sentence) if any(rule(r, cast) for rule in rules) and not _quoted(r.before)
    ]
    if rows and absence(scan.words(sentence.start, sentence.stop)) is None:
        for row in rows:
            yield from row.countries


def _rows(scan: Scan, sentence: Sentence) -> Iterator[Row]:
    """Neighbouring countries, joined as long as only commas and "and" stand between them."""
    row: list[Hit] = []
    for hit in scan.within(sentence.start, sentence.stop, "country"):
        if row and hit.start < row[-1].stop:
            continue
        if row and not _JOINS.fullmatch(scan.characters, row[-1].stop, hit.start):
            yield _row(scan, sentence, row)
            row = []
        row.append(hit)
    if row:
        yield _row(scan, sentence, row)


def _row(scan: Scan, sentence: Sentence, row: list[Hit]) -> Row:
    return Row(scan, sentence, tuple(row), scan.small[sentence.start : row[0].start])


def _quoted(before: str) -> bool:
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_FROM = re.compile(r" ?(?:of|from|representing|for|:)(?: the)? ")
_NAMELY = re.compile(r"(?:\b(?:of|from|for|as|namely|including|representing|like)|[:,(–—-])(?: the)? ?$")
_VERBS = re.compile(r"[.;]|\b(?:[a-z]{2,}ed|spoke|told|said|on|about|against|over|s?pea?ks?|visits?)\b")
_LIST = 3  # countries in a list that need not stand right behind "ministers of"
_REACH = 80  # characters between "ministers" and their countries


def _officers_of(row: Row, cast: Cast) -> bool:
    """ "ministers from A and B"; "representatives of the foreign ministries of A, B and C"."""
    start = row.countries[0].start
    low = max(row.sentence.start, start - _REACH)
    many = row.scan.within(low, start, "offices")
    heads = row.scan.small.rfind("heads of ", low, start)
    if not many and heads < 0:
        return False
    near = row.scan.small[max(many[-1].stop if many else 0, heads + 5 if heads >= 0 else 0) : start]
    if len(row.countries) < _LIST:
        return bool(_FROM.fullmatch(near))
    return bool(_NAMELY.search(near)) and not _VERBS.search(near)


@cache
def _spoken_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{presence_words('spoken_of')})\b[^,;.]{{0,60}}$")


def _officer_of(row: Row, cast: Cast) -> bool:
    """ "the Prime Minister of A" took part, named or not; nobody who is only called on or congratulated."""
    first = row.countries[0]
    office = any(
        t.of == first.value and t.of_start == first.start and not (t.former or t.weak or t.plural)
        for t in cast.titles_at(max(row.sentence.start, first.start - _REACH), first.stop)
    )
    return office and not _spoken_of().search(row.before[-_REACH:])


@cache
def _act() -> re.Pattern[str]:
    return re.compile(
        rf" ?,? (?:(?:{presence_words('between')}),? )?(?:(?:have|has|had) )?"
        rf"(?!(?:{presence_words('idle')}|did)\b)(?:[a-z]{{2,}}ed|sent|{presence_words('past')})\b(?! not\b| by\b)"
    )


_OPENING = re.compile(r"(?:^|[,;:–—]|\b(?:and|while|but|where|as|when))\s*(?:the )?$")


def _acted(row: Row, cast: Cast) -> bool:
    """ "A and B entered objections": a state that did something there."""
    return bool(_OPENING.search(row.before)) and bool(
        _act().match(row.scan.small, row.stop, row.sentence.stop)
    )


_SEAT = re.compile(r"\b(?:presidency|chairmanship|chairpersonship|chairship|chair)\b")
_PASSES = re.compile(
    r"\b(?:t[ao]kes? over|took over|taken over|taking over|hand(?:s|ed|ing) (?:\w+ ){0,3}over|pass(?:es|ed)|assum(?:es|ed)|transfer(?:s|red))\b"
)


def _passed_the_chair(row: Row, cast: Cast) -> bool:
    """ "A handed the presidency over to B": both were there."""
    if len(row.countries) > 1:
        return False
    small = row.scan.small[row.sentence.start : row.sentence.stop]
    told = "presidency" in small or "chair" in small
    return told and bool(_SEAT.search(small)) and bool(_PASSES.search(small))


_RULES = (_officers_of, _officer_of, _acted, _passed_the_chair)
_PLANNED = (_officers_of, _officer_of)
