"""A promise to meet is kept when a report says that the meeting was held; else it stays open."""

from communique.catalogue.flatten import Around, row
from communique.model.page import Page
from communique.model.record import Record
from communique.reading import read
from communique.record import project
from communique.resolution import resolve
from communique.text import clean

PLANNED = (
    "MINSK, 5 March 2019. The second meeting of the Council of Ministers of Foreign Affairs of the CIS was held in "
    "Minsk on 4 March 2019.\n\nThe third meeting of the Council of Ministers of Foreign Affairs of the CIS will be held "
    "in Astana on 6 May 2020."
)
HELD = (
    "ASTANA, 7 May 2020. The third meeting of the Council of Ministers of Foreign Affairs of the CIS was held in "
    "Astana on 6 May 2020."
)


def record(*texts: str) -> Record:
    told = []
    for n, words in enumerate(texts):
        text = clean(Page(name=f"r{n}", body=words.encode()))
        told.append(((text.name,), text, read(text)))
    return project(told, resolve(told))


def promise(found: Record) -> dict[str, object]:
    (entry,) = found.of("commitments")
    return row(entry, Around({e.id: e for e in found.entries}))


def test_a_promise_names_the_meeting_that_it_is_about() -> None:
    found = record(PLANNED)
    (meeting,) = [m for m in found.of("meetings") if m.get("ordinal") == 3]
    assert promise(found)["meeting"] == meeting.id
    assert promise(found)["done_in"] is None


def test_it_is_done_by_the_report_that_says_so() -> None:
    found = record(PLANNED, HELD)
    assert promise(found)["done_in"] == f"r-{clean(Page(name='r1', body=HELD.encode())).id}"


def test_the_report_that_promises_cannot_keep_the_promise() -> None:
    assert promise(record(PLANNED + "\n\n" + HELD.split(". ", 1)[1]))["done_in"] is None
