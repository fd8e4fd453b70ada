"""When a page was fetched, as senders write it, made comparable."""

from datetime import UTC, datetime


def moment(said: str | None) -> str | None:
    """The moment in universal time, so that later ones sort later; None where it is none that can be read.

    >>> moment("2024-11-28T10:00:00+03:00")
    '2024-11-28T07:00:00.000000Z'
    >>> moment("yesterday")
    """
    try:
        found = datetime.fromisoformat((said or "").strip())
        whole = found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return whole.strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")
