"""The day and place that are a phrase's own: "talks on June 18 at Peace House", not those of another verb."""

import re
from typing import NamedTuple

from communique.reading.circumstances import Place, date_of, place_of
from communique.reading.dates import When
from communique.reading.drafts import Draft
from communique.reading.named_after import city_in, month_in
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.sittings import Sitting
from communique.reading.standing import status_of

_FAR = 90  # characters within which a day or place still belongs to the phrase


class Own(NamedTuple):
    """When and where, as the clause ties it to the phrase itself; None where it does not."""

    when: When | None
    place: Place | None

    @property
    def told(self) -> bool:
        """Anything at all."""
        return self.when is not None or self.place is not None


def own(scan: Scan, sitting: Sitting, clause: Sentence) -> Own:
    """The day and place tied to a sitting's phrase, looked up once."""
    key = ("own", sitting.start, sitting.stop, clause.start, clause.stop)
    if key not in scan.memo:
        start, stop = sitting.start, sitting.stop
        status, _ = status_of(scan, sitting.sentence, start, stop)
        planned = status == "planned"
        when = month_in(scan, start, stop, planned) or date_of(scan, clause, start, stop, planned)
        place = city_in(scan, start, stop) or place_of(scan, clause, start, stop)
        scan.memo[key] = Own(
            when if when and _tied(scan, start, stop, when.at) else None,
            place if place and _tied(scan, start, stop, place.at) else None,
        )
    found: Own = scan.memo[key]
    return found


_CUT = re.compile(
    r"[;“”\"]|, (?:and|but|while)\b|\b(?:about|regarding|concerning)\b|\b(?:since|after|before|until|by) (?:the )?$"
)
_ASIDE = re.compile(
    r", (?:which|who|whom|where) [^,;.]*$"
)  # "a plan, which they approved in Lima on 3 May, goes to"


def _tied(scan: Scan, start: int, stop: int, at: tuple[int, int]) -> bool:
    """Nothing but a verb of holding stands between the phrase and the words at `at`."""
    if at[0] < stop and start < at[1]:
        return True
    low, high = (stop, at[0]) if at[0] >= stop else (at[1], start)
    if (
        at[1] <= start
        and _ASIDE.search(scan.small, max(0, at[0] - 2 * _FAR), at[0])
        and "," in scan.words(low, high)
    ):
        return False
    return (
        high - low <= _FAR
        and not scan.within(low, high, "say", "decide", "discuss", "attend", "meeting_noun")
        and not _CUT.search(scan.words(low, high))
    )


def conflict(mine: Own, draft: Draft) -> bool:
    """The phrase's own day or city is another than the meeting's."""
    return other_day(mine.when, draft.when) or _other_city(mine.place, draft.place)


def _other_city(one: Place | None, other: Place | None) -> bool:
    return bool(one and other and one.city and other.city and one.city != other.city)


def other_day(one: When | None, other: When | None) -> bool:
    """Days, months or years that cannot be those of one sitting."""
    if one is None or other is None:
        return False
    cut = 5 if "X" in one.start[:4] + other.start[:4] else 0
    a, b, c, d = (x[cut:] for x in (one.start, one.end, other.start, other.end))
    if not (a and b and c and d):
        return False
    size = min(len(a), len(c))
    return not (a[:size] <= d[:size] and c[:size] <= b[:size]) and not _next_day(a, b, c, d)


def _next_day(a: str, b: str, c: str, d: str) -> bool:
    """Days of one month that follow each other may be those of one sitting."""
    if not (len(a) == len(b) == len(c) == len(d) >= 5) or a[:-2] != c[:-2]:
        return False
    return min(abs(int(a[-2:]) - int(d[-2:])), abs(int(c[-2:]) - int(b[-2:]))) == 1
