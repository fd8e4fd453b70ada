"""Which numbers of a text count things; what is no number of things is left out, one small refusal each."""

import re
from collections.abc import Callable

from communique.reading.counted_nouns import is_harmed
from communique.reading.measured import Number, unit_words, written
from communique.reading.scan import Scan


def numbers(scan: Scan) -> list[Number]:
    """Every number of things, money, weight, share in the text's sentences.

    >>> from communique.reading.scan import scan
    >>> [(n.comparator, n.value, n.unit) for n in numbers(scan("Police seized over 1.5 tonnes of drugs."))]
    [('>', 1.5, 'tonnes')]
    """
    found = [n for n in written(scan) if not any(refuse(scan, n) for refuse in REFUSALS)]
    return sorted(found)


# --- what is no figure: one small refusal each --------------------------------------------------------


def _glued(scan: Scan, n: Number) -> bool:
    """ "16th", "5G", "10-member", "12:30", "C5+1"."""
    glued = _GLUED.match(scan.characters, n.stop) is not None
    return glued and not _membered(scan, n)


_GLUED = re.compile(r"[A-Za-z_+]|-[A-Za-z]|[:/]\d|[.]\d|-\d")


def _membered(scan: Scan, n: Number) -> bool:
    """ "a five-member delegation", "a 32-strong team"."""
    return scan.words(n.stop, n.stop + 8).lower() in ("-member ", "-strong ")


_GROUP_OF = re.compile(r"\b(?:Group|Council|Committee) of (?:the )?$")


_COUNTING = re.compile(r"(?:\b(?:now|currently)|(?<!['’])\b[a-z]{3,}s|[A-Z][a-z]+ies)\snumber\s$")
_WORD_BEFORE = re.compile(r"(?P<word>[\w’'-]+)\.?\s$")


def _label(scan: Scan, n: Number) -> bool:
    """ "resolution 1540", "Zapad 2021", "Division 4": a capitalised or labelling word right before."""
    if n.unit or n.comparator != "=":
        return False
    if _GROUP_OF.search(scan.words(max(n.sentence.start, n.start - 16), n.start)):
        return True
    if scan.characters[n.at].isalpha():
        return False
    before = _WORD_BEFORE.search(scan.words(max(n.sentence.start, n.start - 24), n.start))
    if before is None:
        return False
    word = before["word"]
    if word == "number" and _COUNTING.search(scan.words(max(n.sentence.start, n.start - 40), n.start)):
        return False
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
        or is_harmed(scan, n)
        or _IN_FAVOUR.match(scan.characters, n.stop)
        or scan.small.endswith((" number ", " now number "), 0, n.start)
        or (
            scan.words(n.start - 3, n.start) == "at "
            and n.value > 12
            and _PUT_AT.search(scan.words(max(0, n.start - 60), n.start))
        )
    ):
        return False
    following = _FOLLOWING.match(scan.characters, n.stop)
    lead = _CHANGING.search(scan.words(max(n.sentence.start, n.start - 6), n.start))
    if following is None or (lead and following[1] in _FUNCTION):
        return lead is None and n.value < 100000
    if n.value >= 100000:
        return False
    words = following[0].lower().removesuffix("'s").removesuffix("’s").split()
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


_FOLLOWING = re.compile(
    r"[\s-](?:more\s|other\s|additional\s|full\s|long\s|and a half\s|consecutive\s|long-standing\s|of (?:the|its|our|their|them)\s?)?([^\W\d_][\w’'-]*)"
)
_IN_FAVOUR = re.compile(r"\s(?:votes\s)?in favou?r\b")
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
        "hrs",
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
    return _TOLD_BEFORE.search(before) is not None


_TOLD_BEFORE = re.compile(
    r"\b(?:the|these|those|all|both|his|her|its|their|our|any|last|past|next|first|every|other|this|’s|'s)\s$"
)


_ASSEMBLED = re.compile(
    r"\s(?:[Mm]inisters|[Mm]ember\s?[Ss]tates|[Mm]embers|[Mm]ember\s[Cc]ountries|[Dd]elegations|[Pp]articipants|[Hh]eads)\b"
)
_MODAL = re.compile(r"\b(?:should|if|whether|target of|goal of|den(?:y|ies|ied|ying))\b[^.;,“”]{0,50}$")
_IF = re.compile(r"(?:If|Unless|Should)\s[^.;“”]*\b(?:would|could|will|may|might)\b")


def _hypothetical(scan: Scan, n: Number) -> bool:
    if _MODAL.search(scan.words(max(n.sentence.start, n.start - 64), n.start)):
        return True
    return scan.words(n.sentence.start, n.sentence.start + 6).startswith(
        ("If ", "Unless ", "Should ")
    ) and bool(_IF.match(scan.characters, n.sentence.start, n.sentence.stop))


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
    month = _MONTH.match(scan.characters, n.end) if n.value <= 31 else None
    return month is not None and month[1].lower() in unit_words("other_months")


_MONTH = re.compile(r"\s(?:of\s)?([A-Z][a-z]+)")


def _ordinal_apart(scan: Scan, n: Number) -> bool:
    """ "the 38 th session": an ordinal torn in two; "the 31 extraordinary session": one without its ending."""
    if _ENDING.match(scan.characters, n.end):
        return True
    return _NUMBERED.match(scan.characters, n.end) is not None and scan.small.endswith("the ", 0, n.start)


_NUMBERED = re.compile(
    r" (?:extraordinary|ordinary|regular|plenary|annual|special|emergency) (?:session|summit|meeting|conference|assembly)\b"
)
_ENDING = re.compile(r"\s(?:st|nd|rd|th)\b")


def _in_row(scan: Scan, n: Number) -> bool:
    """ "27 28 29 24 27 Mon Tue": numbers beside numbers are a table or a list of pages."""
    if n.unit:
        return False
    before = scan.words(max(n.sentence.start, n.at - 12), n.at)
    after = scan.words(n.stop, min(n.sentence.stop, n.stop + 8))
    return bool(_NUMBER_BEFORE.search(before) or _NUMBER_BEHIND.match(after))


_NUMBER_BEFORE = re.compile(r"(?:^|\s)\d(?:[\d.,]*\d)?\s+$|\d\s?\+\s?$")
_NUMBER_BEHIND = re.compile(r"\s+\d[\d.,]*(?:\s|$)|\s?\+\s?\d")


def _years(scan: Scan, n: Number) -> bool:
    """ "2011-2015": years that no date claims."""
    return 1900 <= n.value < 2100 and n.unit is None and bool(_YEARS.match(scan.characters, n.at))


_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–—/]\s?(?:19|20)?\d\d\b")


def _address(scan: Scan, n: Number) -> bool:
    """ "10 Harbour Street"."""
    if n.unit or n.comparator != "=":
        return False
    return _STREET.match(scan.characters, n.end) is not None


_STREET = re.compile(
    r",?\s(?:[A-Z][\w’'.-]*\s){1,3}(?:Street|Avenue|Road|Boulevard|Lane|Drive|Floor|St|Ave|Blvd)\b"
)


def _listed_label(scan: Scan, n: Number) -> bool:
    """ "No. 1, 2 and 3", "Articles 5 and 6": further numbers behind a label."""
    before = scan.words(max(n.sentence.start, n.start - 40), n.start)
    chain = None if n.unit or not any(map(str.isdigit, before[-7:])) else _CHAIN.search(before)
    return chain is not None and chain["word"].lower() in unit_words("labelled")


_CHAIN = re.compile(r"(?P<word>[A-Za-z]+)\.?\s?\d+(?:,\s\d+){0,5}\s?(?:,|,?\sand|\sor)\s$")


def _weather(scan: Scan, n: Number) -> bool:
    return scan.words(n.end, n.end + 2).lstrip().startswith("°")


def _converted(scan: Scan, n: Number) -> bool:
    """ "$10bn (£5.4bn)": the same money once more."""
    before = scan.words(max(n.sentence.start, n.start - 14), n.start)
    return n.money and bool(re.search(r"\d\s?(?:million|billion|bn|mn|m|k)?\s?\($", before))


def _among(scan: Scan, n: Number) -> bool:
    """ "seven people, including three drivers": some of those already counted; "9 out of the 12 banks"."""
    before = scan.words(max(0, n.start - 14), n.start).lower()
    if before.endswith(("out of the ", "out of all ", "out of its ")):
        return True
    if n.value <= 20 and not n.unit and _ONE_IN.search(before):
        return True
    return n.value <= 12 and not n.unit and before.endswith(("including ", "one in ", "out of "))


_ONE_IN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|[1-9])\s(?:in|out of)\s(?:every\s)?$"
)


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
