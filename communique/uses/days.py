"""Dates (EDTF) in words, as people read them; programs get them as they are."""

import re
from collections.abc import Sequence

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_BRIEFLY = tuple(month[:3] for month in _MONTHS)
_SEASONS = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip
_QUARTERS = {33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4"}
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d{2}|XX))?(?:-(?P<day>\d{2}|XX))?(?P<about>[~?%])?")


def day(edtf: str | None) -> str:
    """An EDTF date in words; what is no date comes back as it is, nothing for None.

    >>> day("2024-11-28"), day("2018"), day("XXXX-11-17"), day("2023-06~")
    ('28 November 2024', '2018', '17 November', 'about June 2023')
    >>> day("2021/2025"), day("2016-07-08/2016-07-09"), day("two decades")
    ('2021 to 2025', '8 to 9 July 2016', 'two decades')
    """
    return _told(edtf, _MONTHS, _SEASONS)


def brief(edtf: str | None) -> str:
    """As `day`, for the narrow columns of a terminal.

    >>> brief("2024-11-28"), brief("2025-36"), brief("2017-07-01/2017-12-31")
    ('28 Nov 2024', 'Q4 2025', '1 Jul to 31 Dec 2017')
    """
    return _told(edtf, _BRIEFLY, _SEASONS | _QUARTERS)


def span(first: str | None, last: str | None) -> str:
    """From one day to another, briefly; one day alone, empty where none is known: `21 Nov 2018 to 4 May 2020`."""
    ends = dict.fromkeys(end for end in (first, last) if end)
    return brief("/".join(ends)) if all(map(_DATE.fullmatch, ends)) else " to ".join(map(brief, ends))


def _told(edtf: str | None, months: Sequence[str], seasons: dict[int, str]) -> str:
    if not edtf:
        return ""
    ends = [_words(end, months, seasons) for end in edtf.split("/")]
    if len(ends) > 2 or not all(ends):
        return edtf
    if len(ends) == 2 and ends[0] != ends[1]:
        ends[0] = _less(ends[0], ends[1])
    return " to ".join(" ".join(end) for end in (ends if ends[0] != ends[-1] else ends[:1]))


def _less(first: list[str], last: list[str]) -> list[str]:
    """The beginning of a span of days without the month and year that its end says too."""
    kept = list(first)
    while len(kept) > 1 and len(first) == len(last) == 3 and kept[-1] == last[len(kept) - 1]:
        kept.pop()
    return kept


def _words(edtf: str, months: Sequence[str], seasons: dict[int, str]) -> list[str]:
    """Day, month and year, as far as they are said."""
    match = _DATE.fullmatch(edtf)
    if not match:
        return []
    number = {part: int(s) for part in ("day", "month", "year") if (s := match[part]) and s.isdigit()}
    said = [str(number["day"])] if "day" in number else []
    if "month" in number:
        month = number["month"]
        said.append(months[month - 1] if 1 <= month <= 12 else seasons.get(month, match["month"]))
    if "year" in number:
        said.append(str(number["year"]))
    return [*(["about"] if match["about"] and said else []), *said]
