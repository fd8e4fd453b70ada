"""Numbers in a text: value, comparator, unit, and the place they take; what is no number of things is left out."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from communique.lexicon.files import load
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
    forms = sorted(_measures(), key=len, reverse=True)
    return re.compile(
        r"[\s-]?(?:(?:additional|extra|metric)\s)?(" + "|".join(map(re.escape, forms)) + r")(?![\w])"
    )


@cache
def _power() -> re.Pattern[str]:
    forms = sorted(load("en/units.yml")["powers"], key=len, reverse=True)
    return re.compile(r"(?:\s|-|(?<=\d))(" + "|".join(forms) + r")(?![\w])")


@cache
def _sign() -> re.Pattern[str]:
    forms = sorted(load("en/units.yml")["signs"], key=len, reverse=True)
    return re.compile(r"(?<![A-Za-z])(" + "|".join(map(re.escape, forms)) + r")\s?$")


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


def numbers(scan: Scan) -> list[Number]:
    """Every number of things, money, weight, share in the text's sentences.

    >>> from communique.reading.scan import scan
    >>> [(n.comparator, n.value, n.unit) for n in numbers(scan("Police seized over 1.5 tonnes of drugs."))]
    [('>', 1.5, 'tonnes')]
    """
    found = [
        n for n in (*_in_digits(scan), *_in_words(scan)) if not any(refuse(scan, n) for refuse in REFUSALS)
    ]
    return sorted(found)


def _in_digits(scan: Scan) -> Iterator[Number]:
    stops = 0
    for run in _RUN.finditer(scan.characters):
        if run.start() < stops or _dated(scan, run.start()):
            continue
        match = _DIGITS.match(scan.characters, run.start()) or _behind_letters(scan, run.start())
        if match is None:
            continue
        sentence = scan.sentence_at(match.start())
        if sentence is None or is_headline(scan, sentence):
            continue
        value = _value(match[0])
        number = _measured(scan, sentence, match.start(), match.end(), value)
        stops = number.stop
        yield number


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
    words = re.sub(rf"[, {_SPACES}]", "", words)
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
    elif measure:
        (unit, money), stop = _measures()[measure[1]], measure.end()
    before = scan.words(max(sentence.start, start - 28), start)
    said = _comparator().search(before)
    if said:
        comparator = "~" if said[1] == "~" else _comparators()[said[1].lower()]
        start -= len(before) - said.start()
    return Number(start, stop, at, end, value, comparator, unit, money, sentence)


def _ranged(scan: Scan, at: int, span: re.Match[str]) -> bool:
    """ "15-20", "5 to 7"; "and" only after "between", so that "5 and 7" stay two."""
    if "and" in span[0] or "or" in span[0]:
        return bool(re.search(r"\b(?:between|from)\s$", scan.words(max(0, at - 8), at), re.I))
    if "to" in span[0]:
        return not re.search(r"\bfrom\s$", scan.words(max(0, at - 5), at))
    return True


# --- what is no figure: one small refusal each --------------------------------------------------------


def _glued(scan: Scan, n: Number) -> bool:
    """ "16th", "5G", "10-member", "12:30", "C5+1"."""
    if _membered(scan, n):
        return False
    after = scan.words(n.stop, n.stop + 2)
    return bool(re.match(r"[A-Za-z_+]|-[A-Za-z]|[:/]\d|[.]\d|-\d", after)) and after[:1] != "’"


def _membered(scan: Scan, n: Number) -> bool:
    """ "a five-member delegation"."""
    return scan.words(n.stop, n.stop + 8).lower() == "-member "


_GROUP_OF = re.compile(r"\b(?:Group|Council|Committee) of (?:the )?$")


def _label(scan: Scan, n: Number) -> bool:
    """ "resolution 1540", "Zapad 2021", "Division 4": a capitalised or labelling word right before."""
    if n.unit or n.comparator != "=":
        return False
    if _GROUP_OF.search(scan.words(max(n.sentence.start, n.start - 16), n.start)):
        return True
    before = re.search(r"(?P<word>[\w’'-]+)\.?\s$", scan.words(max(n.sentence.start, n.start - 24), n.start))
    if before is None or scan.characters[n.at].isalpha():
        return False
    word = before["word"]
    opening = n.start - len(before[0]) <= n.sentence.start
    return (
        word.lower() in unit_words("labelled")
        or (word[0].isupper() and not opening and not word.endswith(("'s", "’s")))
        or (word.isupper() and len(word) > 1)
    )


def _numbered_paragraph(scan: Scan, n: Number) -> bool:
    """ "2 The Ministers noted": the number of a paragraph or of a list."""
    if n.at != n.sentence.start or n.unit or not scan.characters[n.at].isdigit():
        return False
    after = scan.words(n.stop, n.stop + 3)
    return bool(re.match(r"[.)]?\s[A-Z“\"]", after)) or after[:1] in ".)"


def _not_counted(scan: Scan, n: Number) -> bool:
    """Time, sides of a meeting, nothing at all: "two days", "the three countries", "Anna, 40,"."""
    if (
        n.unit
        or _membered(scan, n)
        or (n.value > 12 and _PUT_AT.search(scan.words(max(0, n.start - 60), n.start)))
    ):
        return False
    following = re.compile(
        r"[\s-](?:more\s|other\s|additional\s|full\s|long\s|and a half\s|consecutive\s|long-standing\s|of (?:the|its|our|their|them)\s?)?([^\W\d_][\w’'-]*)"
    ).match(scan.characters, n.stop)
    lead = _CHANGING.search(scan.words(max(n.sentence.start, n.start - 6), n.start))
    if following is None or (lead and following[1] in _FUNCTION):
        return lead is None and n.value < 100000
    if n.value >= 100000:
        return False
    words = following[0].lower().split()
    if _PART.match(scan.characters, n.stop, n.sentence.stop) or _OFTEN.match(scan.characters, n.stop):
        return words[0] == "times" and n.value <= 12
    small = n.value <= 12 and n.comparator == "="
    if n.value > 2 and _MEMBERS.match(scan.characters, n.stop):
        return False
    if n.value >= 5 and _ASSEMBLED.match(scan.characters, n.stop):
        return False
    time = words[-1] in _TIME or words[0] in _TIME
    return (
        time
        or (words[0] in ("of", "or", "and") and small)
        or (words[-1] in unit_words("not_counted") and (small or words[-1] in _FUNCTION))
    )


_PUT_AT = re.compile(r"\b(?:puts?|putting|estimated?s?)\s[^,;.]{3,50}\sat\s$|\sand\sthe\s[a-z]+\sat\s$")
_CHANGING = re.compile(r"\b(?:from|to)\s$")
_PART = re.compile(
    r"\sof (?:the|its|their)?\s?(?:\d+|[a-z]+teen|ten|eleven|twelve|twenty|five|six|seven|eight|nine)\b"
)
_MEMBERS = re.compile(
    r"\s(?:other\s|more\s|new\s)?(?:[Mm]ember\s)?(?:countries|[Cc]ountries|states|States|nations|members)\b"
)
_OFTEN = re.compile(r"\stimes(?!\s(?:the|as|more|higher|that|its)\b)")
_TIME = frozenset(
    [
        "day",
        "days",
        "week",
        "weeks",
        "month",
        "months",
        "year",
        "years",
        "hour",
        "hours",
        "minute",
        "minutes",
        "decade",
        "decades",
        "century",
        "centuries",
        "weekend",
        "nights",
        "seconds",
        "quarters",
        "o'clock",
        "am",
        "pm",
        "degrees",
        "times",
    ]
)
_FUNCTION = frozenset(["and", "or", "to", "in", "on", "at", "by", "for", "with", "from", "of"])


def _definite(scan: Scan, n: Number) -> bool:
    """ "the two agreements", "all three", "these five points": told before, not claimed here."""
    if n.unit or n.value > 12 or n.comparator != "=" or _membered(scan, n):
        return False
    if n.value >= 5 and _ASSEMBLED.match(scan.characters, n.stop):
        return False
    before = scan.words(max(n.sentence.start, n.start - 10), n.start).lower()
    return bool(
        re.search(
            r"\b(?:the|these|those|all|both|his|her|its|their|our|any|last|past|next|first|every|other|this|’s|'s)\s$",
            before,
        )
    )


_ASSEMBLED = re.compile(
    r"\s(?:[Mm]inisters|[Mm]ember\s?[Ss]tates|[Mm]embers|[Mm]ember\s[Cc]ountries|[Dd]elegations|[Pp]articipants|[Hh]eads)\b"
)
_MODAL = re.compile(r"\b(?:should|if|whether|target of|goal of)\b[^.;,“”]{0,50}$")


def _hypothetical(scan: Scan, n: Number) -> bool:
    return bool(_MODAL.search(scan.words(max(n.sentence.start, n.start - 64), n.start)))


_POSSIBLE = re.compile(r"\b(?:could|may|might|would(?! have))\b[^.;,“”]{0,50}$")


def is_possible(scan: Scan, n: Number) -> bool:
    """A forecast ("could rise by 5 percent"): a figure only by somebody's word."""
    return bool(_POSSIBLE.search(scan.words(max(n.sentence.start, n.start - 64), n.start)))


def _misspelt_date(scan: Scan, n: Number) -> bool:
    """ "13 Febuary 2024": a day, a capitalised word and a year."""
    return n.value <= 31 and bool(_DAY_AND_YEAR.match(scan.characters, n.end))


_DAY_AND_YEAR = re.compile(
    r"(?:st|nd|rd|th)?\s[A-Z][\w’'-]{2,12}(?:\s[A-Z][\w’'-]{1,10}){0,3},?\s(?:1[34]|19|20|25)\d\d(?:\b|[AH])"
)


def _other_calendar(scan: Scan, n: Number) -> bool:
    """ "21 Jumada al-Awwal": a day in a month of another calendar."""
    month = _MONTH.match(scan.characters, n.end)
    return n.value <= 31 and month is not None and month[1].lower() in unit_words("other_months")


_MONTH = re.compile(r"\s(?:of\s)?([A-Z][a-z]+)")


def _ordinal_apart(scan: Scan, n: Number) -> bool:
    """ "the 38 th session": an ordinal torn in two."""
    return bool(_ENDING.match(scan.characters, n.end))


_ENDING = re.compile(r"\s(?:st|nd|rd|th)\b")


def _in_row(scan: Scan, n: Number) -> bool:
    """ "27 28 29 24 27 Mon Tue": numbers beside numbers are a table or a list of pages."""
    before = scan.words(max(n.sentence.start, n.start - 12), n.start)
    after = scan.words(n.stop, min(n.sentence.stop, n.stop + 8))
    return n.unit is None and bool(_NUMBER_BEFORE.search(before) or _NUMBER_BEHIND.match(after))


_NUMBER_BEFORE = re.compile(r"(?:^|\s)\d(?:[\d.,]*\d)?\s+$|\d\s?\+\s?$")
_NUMBER_BEHIND = re.compile(r"\s+\d[\d.,]*(?:\s|$)|\s?\+\s?\d")


def _years(scan: Scan, n: Number) -> bool:
    """ "2011-2015": years that no date claims."""
    return bool(_YEARS.match(scan.characters, n.at)) and n.unit is None


_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)?\d\d\b")


def _address(scan: Scan, n: Number) -> bool:
    """ "10 Harbour Street"."""
    street = _STREET.match(scan.characters, n.end)
    return street is not None and n.unit is None and n.comparator == "="


_STREET = re.compile(
    r",?\s(?:[A-Z][\w’'.-]*\s){1,3}(?:Street|Avenue|Road|Boulevard|Lane|Drive|Floor|St|Ave|Blvd)\b"
)


def _listed_label(scan: Scan, n: Number) -> bool:
    """ "No. 1, 2 and 3", "Articles 5 and 6": further numbers behind a label."""
    before = scan.words(max(n.sentence.start, n.start - 40), n.start)
    chain = _CHAIN.search(before)
    return n.unit is None and chain is not None and chain["word"].lower() in unit_words("labelled")


_CHAIN = re.compile(r"(?P<word>[A-Za-z]+)\.?\s?\d+(?:,\s\d+){0,5}\s?(?:,|,?\sand|\sor)\s$")


def _weather(scan: Scan, n: Number) -> bool:
    return scan.words(n.end, n.end + 2).lstrip().startswith("°")


def _converted(scan: Scan, n: Number) -> bool:
    """ "$10bn (£5.4bn)": the same money once more."""
    before = scan.words(max(n.sentence.start, n.start - 14), n.start)
    return n.money and bool(re.search(r"\d\s?(?:million|billion|bn|mn|m|k)?\s?\($", before))


def _among(scan: Scan, n: Number) -> bool:
    """ "seven people, including three drivers": some of those already counted."""
    before = scan.words(max(0, n.start - 10), n.start).lower()
    return n.value <= 12 and not n.unit and before.endswith(("including ", "one in ", "out of "))


REFUSALS: tuple[Callable[[Scan, Number], bool], ...] = (
    _glued,
    _label,
    _numbered_paragraph,
    _not_counted,
    _definite,
    _hypothetical,
    _misspelt_date,
    _other_calendar,
    _ordinal_apart,
    _in_row,
    _years,
    _address,
    _listed_label,
    _weather,
    _converted,
    _among,
)
