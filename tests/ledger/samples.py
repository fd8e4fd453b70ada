"""Short ways to write a page with its text and a reading that quotes it."""

from communique.model.page import Page
from communique.model.reading import Reading, Report
from communique.model.said import Figure
from communique.model.span import Span
from communique.model.text import Text

READER = "stand-in"


def text_of(name: str, characters: str, **said: str) -> Text:
    page = Page(name=name, body=characters.encode())
    return Text(name=name, characters=characters, page=page.sha256, **said)


def reading_of(text: Text, reader: str = READER) -> Reading:
    """One figure that quotes the first word."""
    first = (Span(0, len(text.characters.split()[0])),)
    report = Report(
        id=text.name, title=text.title, sha256=text.page, retrieved=text.retrieved, language=text.language
    )
    return Reading(
        report=report, figures=(Figure(value=1, what="meetings", evidence={"": first}),), reader=reader
    )


def entry(name: str, characters: str, **said: str) -> tuple[Page, Text, Reading]:
    text = text_of(name, characters, **said)
    return Page(name=name, body=characters.encode()), text, reading_of(text)
