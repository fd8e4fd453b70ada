"""How many reports are taken into the record at a time: no transaction may keep others from writing for long."""

from typing import NamedTuple

_FIRST, _FIRST_BUSY = 100, 20
_LEAST, _LEAST_BUSY, _MOST = 50, 5, 500
_LONG, _SHORT = 4.0, 0.3
"""Seconds that a transaction is to take, and while somebody waits to write: a short one costs more a report, as the same pages of
a large record are written again with each."""


class Helping(NamedTuple):
    """So many reports are taken in next.

    >>> Helping.first(busy=False).after(seconds=2.0, busy=False)
    Helping(reports=200)
    >>> Helping(200).after(seconds=2.0, busy=True)
    Helping(reports=30)
    """

    reports: int

    @classmethod
    def first(cls, busy: bool) -> "Helping":
        """Before it is known what a report costs."""
        return cls(_FIRST_BUSY if busy else _FIRST)

    def after(self, seconds: float, busy: bool) -> "Helping":
        """The next, when this one took `seconds`."""
        wanted, least = (_SHORT, _LEAST_BUSY) if busy else (_LONG, _LEAST)
        return Helping(max(least, min(_MOST, int(self.reports * wanted / max(seconds, 0.001)))))
