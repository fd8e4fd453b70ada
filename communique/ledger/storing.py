"""Pages, texts and readings on their way into the ledger's tables."""

from collections.abc import Sequence

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.sqlite import insert as insert_new

from communique.ledger import rows
from communique.ledger.schema import ARRIVAL, PAGE, READING, TEXT
from communique.model.errors import BrokenRecord
from communique.model.page import Page
from communique.model.reading import Reading
from communique.model.text import Text


def check_page(page: Page, text: Text) -> None:
    """Raises BrokenRecord for a text that was made from another page."""
    if page.sha256 != text.page:
        raise BrokenRecord(f"{text.name}: this text was not made from this page")


def add_readings(db: Connection, made: Sequence[tuple[Text, Reading]]) -> list[bool]:
    """Stores the readings that are not here yet; for each whether it was new."""
    here = select(READING.c.text_id, READING.c.reader).where(
        READING.c.text_id.in_([text.id for text, _ in made])
    )
    known = {(row.text_id, row.reader) for row in db.execute(here)}
    new, lines = [], []
    for text, reading in made:
        line = rows.reading_row(text.id, reading)
        name = line["text_id"], line["reader"]
        new.append(name not in known)
        if new[-1]:
            lines.append(line)
            known.add(name)
    if lines:
        db.execute(insert(READING), lines)
    return new


def arrive(db: Connection, came: Sequence[tuple[Page, Text]]) -> None:
    """Stores pages, texts and that they came, each once."""
    if not came:
        return
    db.execute(insert_new(PAGE).on_conflict_do_nothing(), [rows.page_row(page) for page, _ in came])
    db.execute(insert_new(TEXT).on_conflict_do_nothing(), [rows.text_row(text) for _, text in came])
    db.execute(insert_new(ARRIVAL).on_conflict_do_nothing(), [rows.arrival_row(text) for _, text in came])
