"""Journeys of instruments in words: what was done, by whom, and what was not heard of since."""

from collections.abc import Iterable, Iterator

import msgspec

from communique.catalogue.journeys import Journey, Step, Waiting
from communique.lexicon.countries import country_name
from communique.uses.days import brief


class WaitingLine(msgspec.Struct, frozen=True):
    """An instrument not heard of since, as a line of CSV."""

    id: str
    title: str
    action: str
    date: str | None
    to: str | None
    organs: tuple[str, ...]
    meeting: str | None
    reports: tuple[str, ...]
    since: tuple[str, ...]


def waiting_lines(found: Iterable[Waiting]) -> Iterator[WaitingLine]:
    """Each as one line; `since` are the days of the sittings."""
    for w in found:
        days = tuple(row.date or "" for row in w.since)
        s = w.step
        yield WaitingLine(w.id, w.title, s.action, s.date, s.to, s.organs, s.meeting, s.reports, days)


STEP_HEADS = ("date", "step", "by", "to", "according to")
_SHORT = 10


def journey_head(journey: Journey) -> Iterator[str]:
    """Title, and on a line of their own kind, period and parties."""
    yield f"{journey.id}  {journey.title}"
    parties = ", ".join(country_name(p) for p in journey.parties)
    said = (
        journey.kind,
        f"for {brief(journey.period)}" if journey.period else "",
        f"of {parties}" if parties else "",
    )
    if more := ", ".join(words for words in said if words):
        yield f"  {more}"


def step(step: Step) -> tuple[str, ...]:
    """One step as the cells of a row."""
    reports = ", ".join(r[:_SHORT] for r in step.reports)
    return brief(step.date), step.action, "; ".join(step.organs), step.to or "", reports


def waiting(waiting: Waiting) -> str:
    """`submitted to the Council on 28 Nov 2024: no report read tells what became of it; ...`."""
    to = f" to {waiting.step.to}" if waiting.step.to else ""
    day = f" on {brief(waiting.step.date)}" if waiting.step.date else ""
    sat = f"; {days}" if (days := since(waiting)) else ""
    return f"{waiting.step.action}{to}{day}: no report read tells what became of it{sat}"


def since(waiting: Waiting) -> str:
    """When the organ to which it went has sat since, as far as the record knows."""
    days = ", ".join(brief(row.date) for row in waiting.since)
    return f"it has sat on {days}" if days else ""
