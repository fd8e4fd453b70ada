"""Numbers as they are written: value, comparator, unit, and the place they take."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.files import load
from communique.lexicon.phrases import any_of
from communique.reading.clauses import is_headline
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


class Number(NamedTuple):
    """A quantity at `start, stop` (comparator, number and unit); the bare number at `at, end`."""

    start: int
    stop: int
    at: int
    end: int
    value: float | int
    comparator: str
    unit: str | None
    money: bool
    sentence: Sentence


_SPACES = "\u00a0\u202f\u2009"
_PARTED = re.compile(rf"[, {_SPACES}]")
_DIGITS = re.compile(
    rf"(?<![\w/:.,+№#–—-])\d{{1,3}}(?:[,{_SPACES}]\d{{3}})+(?:\.\d+)?(?![\d])"
    rf"|(?<![\w/:.,+№#–—-])[1-9]\d{{0,2}}(?: \d{{3}})+(?![\d:.,-]\d|\d)"
    rf"|(?<![\w/:.,+№#–—-])\d{{1,3}}(?:\.\d{{3}}){{2,}}(?!\d)"
    rf"|(?<![\w/:.,+№#–—-])\d+(?:\.\d+)?(?!\d)"
)
_RUN = re.compile(r"\d[\d.,]*")
_RANGE = re.compile(r"\s?(?:-|–|—|to|and|or)\s?(?=\d)")
_SECOND = re.compile(r"\d[\d,.]*\d|\d")
_BEHIND_SIGN = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")


@cache
def unit_words(kind: str) -> frozenset[str]:
    """The list `kind` of units.yml: not_counted, labelled, happened."""
    return frozenset(str(w) for w in load("en/units.yml")[kind])


@cache
def _measures() -> dict[str, tuple[str, bool]]:
    forms = {f: (unit, False) for unit, all_ in load("en/units.yml")["units"].items() for f in all_}
    forms.update({f: (unit, True) for unit, all_ in load("en/units.yml")["currencies"].items() for f in all_})
    return forms


@cache
def _measure() -> re.Pattern[str]:
    return re.compile(r"[\s-]?(?:(?:additional|extra|metric)\s)?(" + any_of(_measures()) + r")(?![\w])")


@cache
def _power() -> re.Pattern[str]:
    return re.compile(r"(?:\s|-|(?<=\d))(" + any_of(load("en/units.yml")["powers"]) + r")(?![\w])")


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z])(" + any_of(load("en/units.yml")["signs"]) + r")\s?$")


@cache
def _comparators() -> dict[str, str]:
    return {word: sign for sign, words in load("en/units.yml")["comparators"].items() for word in words}


@cache
def _comparator() -> re.Pattern[str]:
    forms = sorted(_comparators(), key=len, reverse=True)
    return re.compile(
        r"(?:^|(?<=[\s(“\"]))(~|"
        + "|".join(forms)
        + r")\s?(?:the\s|a\s|a total of\s|another\s|an extra\s)?$",
        re.I,
    )


@cache
def _last_words() -> frozenset[str]:
    """The words with which a comparator or what may follow it ends: any other word says nothing of the number."""
    forms = (form.split()[-1].lower() for form in _comparators())
    return frozenset(("~", "the", "a", "of", "another", "extra", *forms))


def written(scan: Scan) -> Iterator[Number]:
    """Every number of the text's sentences, in digits and in words, headlines and dates left out."""
    yield from _in_digits(scan)
    yield from _in_words(scan)


def _in_digits(scan: Scan) -> Iterator[Number]:
    stops = 0
    for run in _RUN.finditer(scan.characters):
        if run.start() < stops or _dated(scan, run.start()):
            continue
        match = _DIGITS.match(scan.characters, run.start()) or _behind_letters(scan, run.start())
        if match is None:
            continue
        sentence = scan.sentence_at(match.start())
        if sentence is None or (is_headline(scan, sentence) and not _in_list(scan, sentence, match.start())):
            continue
        value = _value(match[0])
        number = _measured(scan, sentence, match.start(), match.end(), value)
        stops = number.stop
        yield number


_BULLET = re.compile(
    r"\s*[•▪●◦·*–—-]\s+(?:(?:over|more than|at least|about|around|some|nearly|up to)\s)?[^\w\s]?"
)


def _in_list(scan: Scan, sentence: Sentence, place: int) -> bool:
    """ "• 20 tonnes of cocaine": the first word of a row of a list, which has no full stop and is no headline."""
    line = max(sentence.start - 6, scan.characters.rfind("\n", max(0, place - 40), place) + 1)
    return not scan.in_headline(sentence) and _BULLET.fullmatch(scan.characters, line, place) is not None


def _behind_letters(scan: Scan, place: int) -> re.Match[str] | None:
    """ "R53.9 billion", "USD5 million": a sign of letters glued to its number, with a power behind."""
    glued = scan.words(place - 1, place).isalpha() and _sign().search(scan.words(max(0, place - 6), place))
    match = _BEHIND_SIGN.match(scan.characters, place) if glued else None
    return match if match and _power().match(scan.characters, match.end(), match.end() + 12) else None


def _in_words(scan: Scan) -> Iterator[Number]:
    values = load("en/units.yml")["numerals"]
    for hit in scan.hits.get("numeral", ()):
        value = values.get(hit.value)
        sentence = scan.sentence_at(hit.start)
        before = scan.words(hit.start - 1, hit.start)
        if value is None or sentence is None or before == "-" or is_headline(scan, sentence):
            continue
        yield _measured(scan, sentence, hit.start, hit.stop, value)


def _dated(scan: Scan, place: int) -> bool:
    at = bisect_right(scan.starts["date"], place) - 1
    return at >= 0 and place < scan.dates[at].stop


def _value(words: str) -> float | int:
    """`6,500` and `6 500` are thousands, `1.250.000` too; `6.500` stays a decimal, as it is not clear."""
    if words.count(".") > 1:
        words = words.replace(".", "")
    words = _PARTED.sub("", words)
    return float(words) if "." in words else int(words)


def _measured(scan: Scan, sentence: Sentence, at: int, end: int, value: float | int) -> Number:
    """A number with its range, power, unit and comparator; of a range the lower bound, "at least"."""
    comparator = "="
    span = _RANGE.match(scan.characters, end)
    if span and _ranged(scan, at, span):
        second = _SECOND.match(scan.characters, span.end())
        if second and value < _value(second[0].rstrip(".,")):
            end, comparator = second.end(), ">"
            lead = re.search(r"\b(?:between|from)\s$", scan.words(max(sentence.start, at - 8), at), re.I)
            at -= len(lead[0]) if lead else 0
    power = _power().match(scan.characters, end, min(sentence.stop, end + 12))
    later = None if power else _shared(scan, sentence, at, end)
    if power:
        scaled = value * load("en/units.yml")["powers"][power[1]]
        value = round(scaled) if abs(scaled - round(scaled)) < 1e-6 * max(1.0, scaled) else scaled
        end = power.end()
    sign = _sign().search(scan.words(max(sentence.start, at - 6), at))
    start = at - len(sign[0]) if sign else at
    unit, money, stop = None, False, end
    measure = _measure().match(scan.characters, end, min(sentence.stop, end + 28))
    if sign:
        unit, money = load("en/units.yml")["signs"][sign[1]], True
    elif later:
        value, unit, money = round(value * later[0]), later[1], later[2]
    elif measure:
        (unit, money), stop = _measures()[measure[1]], measure.end()
    before = scan.words(max(sentence.start, start - 28), start)
    word = before.split()[-1:]
    said = _comparator().search(before) if word and word[0].lstrip('(“"').lower() in _last_words() else None
    if said:
        comparator = "~" if said[1] == "~" else _comparators()[said[1].lower()]
        start -= len(before) - said.start()
    return Number(start, stop, at, end, value, comparator, unit, money, sentence)


_TO_NUMBER = re.compile(r"\sto\s\d[\d.,]*")


def _shared(scan: Scan, sentence: Sentence, at: int, end: int) -> tuple[float | int, str | None, bool] | None:
    """ "from 5 to 7 million tonnes": the power and unit of the second, meant of the first too."""
    second = _TO_NUMBER.match(scan.characters, end, min(sentence.stop, end + 16))
    if second is None or not scan.small.endswith("from ", 0, at):
        return None
    power = _power().match(scan.characters, second.end(), min(sentence.stop, second.end() + 12))
    if power is None:
        return None
    measure = _measure().match(scan.characters, power.end(), min(sentence.stop, power.end() + 28))
    unit, money = _measures()[measure[1]] if measure else (None, False)
    return load("en/units.yml")["powers"][power[1]], unit, money


def _ranged(scan: Scan, at: int, span: re.Match[str]) -> bool:
    """ "15-20", "5 to 7"; "and" only after "between", so that "5 and 7" stay two."""
    if "and" in span[0] or "or" in span[0]:
        return bool(re.search(r"\b(?:between|from)\s$", scan.words(max(0, at - 8), at), re.I))
    if "to" in span[0]:
        return not re.search(r"\bfrom\s$", scan.words(max(0, at - 5), at))
    return True
