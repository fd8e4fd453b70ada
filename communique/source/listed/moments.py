"""When a list says that a page was published or changed: RFC 822 and ISO 8601, as they are met."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

ISO = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(Z|[+-]\d\d:?\d\d)?)?"
)
SINCE = 1990
"""Before this year nobody published on the web: such a moment is a clock that was never set."""


def moment(words: str | None) -> datetime | None:
    """The moment that the words state, UTC where they name no offset; None for none, or for a day that is none.

    >>> moment("Thu, 28 Nov 2024 10:00:00 +0300").isoformat()
    '2024-11-28T10:00:00+03:00'
    """
    words = " ".join((words or "")[:100].split())
    if not words:
        return None
    try:
        found = _iso(words) or parsedate_to_datetime(words)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return found if found.year >= SINCE and found.utcoffset() is not None else _in_utc(found)


def stated(words: str | None) -> str:
    """The moment with the offset that the words name; "" where there is none."""
    found = moment(words)
    return found.isoformat(timespec="seconds") if found else ""


def in_utc(words: str | None) -> str:
    """The same in UTC, so that later sorts behind earlier; "" where there is none."""
    found = moment(words)
    try:
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if found else ""
    except OverflowError:
        return ""


def _in_utc(found: datetime) -> datetime | None:
    return found.replace(tzinfo=UTC) if found.year >= SINCE else None


def _iso(words: str) -> datetime | None:
    match = ISO.match(words)
    if not match:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups()[:6])
    zone = (match[7] or "Z").replace("Z", "+00:00")
    bare = datetime(year, month, day, hour, minute, min(second, 59))
    return datetime.fromisoformat(f"{bare.isoformat()}{zone}")
