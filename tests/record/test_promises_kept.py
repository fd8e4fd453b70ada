"""A promise to meet is kept when a report says that the meeting was held; else it stays open."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, create_engine

from communique import growing
from communique.catalogue import queries
from communique.catalogue.rows import CommitmentRow
from communique.model.page import Page
from communique.reading import read
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


@contextmanager
def record(*texts: str) -> Iterator[Connection]:
    told = []
    for n, words in enumerate(texts):
        text = clean(Page(name=f"r{n}", body=words.encode()))
        told.append(((text.name,), text, read(text)))
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        growing.make(db, told)
        yield db
    engine.dispose()


def promise(found: Connection) -> CommitmentRow:
    (row,) = queries.commitments(found)
    return row


def test_a_promise_names_the_meeting_that_it_is_about() -> None:
    with record(PLANNED) as found:
        (meeting,) = [m for m in queries.meetings(found) if m.ordinal == 3]
        assert promise(found).meeting == meeting.id
        assert promise(found).done_in is None


def test_it_is_done_by_the_report_that_says_so() -> None:
    with record(PLANNED, HELD) as found:
        assert promise(found).done_in == f"r-{clean(Page(name='r1', body=HELD.encode())).id}"


def test_the_report_that_promises_cannot_keep_the_promise() -> None:
    with record(PLANNED + "\n\n" + HELD.split(". ", 1)[1]) as found:
        assert promise(found).done_in is None


SENT = (
    "BISHKEK, 14 May 2025 (Kabar) - The Council of Foreign Ministers of the CIS met in Bishkek on 14 May 2025.\n\n"
    "They approved the draft Bishkek Declaration, which will be submitted to the Council of Heads of State of the CIS in "
    "Dushanbe in July 2025."
)


def test_another_copy_of_a_promise_about_an_instrument_keeps_nothing() -> None:
    with record(SENT, SENT.replace("Kabar", "TASS"), SENT.replace("Kabar", "BelTA")) as found:
        (instrument,) = queries.instruments(found)
        assert (promise(found).instrument, promise(found).done_in) == (instrument.id, None)
    later = SENT.replace("14 May 2025 (Kabar)", "2 June 2025 (TASS)")
    with record(SENT, SENT.replace("which will be", "which is to be"), later) as found:
        promises = queries.commitments(found)
        assert [p.instrument for p in promises] == [queries.instruments(found)[0].id] * 3
        assert [p.done_in for p in promises] == [None, None, None]
