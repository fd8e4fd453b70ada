"""What only many reports together tell, in the terminal: offices and their holders, journeys of instruments."""

from collections.abc import Callable
from pathlib import Path

from communique import catalogue
from communique.catalogue.comparing import compared
from communique.catalogue.journeys import Step, journey, waiting
from communique.catalogue.offices import offices
from communique.lexicon.countries import country_name
from communique.uses import beside, told
from communique.uses.days import brief
from communique.uses.fitting import print_grouped
from communique.uses.looking import SHORT, print_rows
from communique.uses.naming import meant
from communique.uses.terminal import safe, say
from communique.uses.terms import HolderLine, cited, holder_lines, remarks


def _offices(record: Path, words: str, fmt: str) -> None:
    with catalogue.asking(record) as db:
        found = offices(db, words)
    rows = [*holder_lines(found)] if fmt == "csv" else found
    lines = (
        (country_name(post.of) if h is post.holders[0] else "", post.title if h is post.holders[0] else "",
         h.name, cited(h), remarks(h, post), h.person[:SHORT])
        for post in found
        for h in post.holders
    )  # fmt: skip
    print_rows(fmt, rows, HolderLine, ("of", "office", "holder", "cited", "remarks", "id"), lines)
    if not found and fmt == "table":
        say("no office is held" + (f" with {words}" if words.strip() else ""))


def _instrument(record: Path, id: str, fmt: str) -> None:
    with catalogue.asking(record) as db:
        found = journey(db, meant(db, "instruments", id))
    if fmt == "table":
        for line in told.journey_head(found):
            print(safe(line))
    print_rows(
        fmt, [found] if fmt == "json" else found.steps, Step, told.STEP_HEADS, map(told.step, found.steps)
    )
    if fmt == "table" and found.waiting:
        print(safe(told.waiting(found.waiting)))


def _pending(record: Path, words: str, fmt: str) -> None:
    with catalogue.asking(record) as db:
        found = waiting(db, words)
    rows = [*told.waiting_lines(found)] if fmt == "csv" else found
    cells = (
        (brief(w.step.date), f"{w.step.action} to {w.step.to}" if w.step.to else w.step.action, w.title,
         "; ".join(w.step.organs), told.since(w), w.id[:SHORT])
        for w in found
    )  # fmt: skip
    print_rows(fmt, rows, told.WaitingLine, ("date", "", "instrument", "by", "since then", "id"), cells)
    if not found and fmt == "table":
        say("no instrument waits for an answer" + (f" with {words}" if words.strip() else ""))


def _compare(record: Path, words: str, fmt: str) -> None:
    with catalogue.asking(record) as db:
        found = compared(db, words)
    if fmt != "table":
        rows = [*beside.claim_lines(found)] if fmt == "csv" else found
        print_rows(fmt, rows, beside.ClaimLine, (), ())
        return
    grouped = [(beside.heading(group), [*beside.cells(group)]) for group in found]
    if grouped:
        print_grouped(beside.HEADS, grouped, {"value": 7, "id": SHORT})
    else:
        say("no two figures claim the same thing" + (f" with {words}" if words.strip() else ""))


LISTS: dict[str, Callable[[Path, str, str], None]] = {
    "offices": _offices,
    "instrument": _instrument,
    "pending": _pending,
    "compare": _compare,
}
"""What `show` has of it; `pending` stands for instruments, `compare` for figures with that option."""
