"""What cleaning made of a page: each thing known of the report with where it stood, and all that was left out."""

from collections.abc import Iterator

import msgspec

from communique.model.page import Page
from communique.model.span import Span
from communique.model.text import Text
from communique.text.clean import clean, found_in
from communique.text.declared import Declared
from communique.text.lines import lines_in
from communique.text.marks import mark_of
from communique.text.tails import tail_sign
from communique.text.told import author_of, modified_of

FIELDS = ("title", "publisher", "author", "published", "modified", "language", "address")
SENDER = "the sender"


class Said(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing known of a report, and where: `meta og:title`, `line 3`; `span` where the text itself has it."""

    value: str
    where: str
    span: Span | None = None


class Dropped(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of the page that are not read, and what they are; `span` where they stand in the text."""

    kind: str
    words: str
    span: Span | None = None


class Account(msgspec.Struct, frozen=True):
    """A page's text, what is known of it, and what was dropped."""

    text: Text
    said: dict[str, Said]
    dropped: tuple[Dropped, ...]


def account_of(page: Page) -> Account:
    """How `page` becomes its text; raises BadInput as `clean` does.

    >>> account_of(Page(name="a", body=b"Ministers meet in Minsk\\n\\nIt rained.")).said["title"].where
    'line 1'
    """
    text = clean(page)
    found = found_in(page)
    said = {field: one for field in FIELDS if (one := _said(field, page, text, found.declared))}
    return Account(text, said, (*_marked(text), *_left_out(page, text, found.dropped)))


def _said(field: str, page: Page, text: Text, declared: Declared) -> Said | None:
    """One field as the text has it, with the first place that says the same."""
    value = getattr(text, field, None) or getattr(declared, field, None)
    span = {"title": text.title_span, "published": text.published_span}.get(field)
    if getattr(page, field, None) and value:
        return Said(value, SENDER, span)
    if value and getattr(declared, field, None) and not (field == "published" and span):
        return Said(value, declared.where.get(field, "the markup"), span)
    if field in ("author", "modified"):
        value, span = (author_of if field == "author" else modified_of)(text.characters)
    if not value:
        return None
    return Said(value, f"line {text.line_of(span.start)}" if span else "a line of the text", span)


def _marked(text: Text) -> Iterator[Dropped]:
    """Each line of the furniture with the rule that knows it; `in a list` where only its neighbours tell."""
    for span in text.furniture:
        for line in lines_in(span.cut(text.characters)):
            place = Span(span.start + line.start, span.start + line.stop)
            mark = mark_of(line) or tail_sign(line)
            yield Dropped(
                mark.removeprefix("is_").replace("_", " ") if mark else "in a list", line.words, place
            )


def _left_out(page: Page, text: Text, dropped: tuple[tuple[str, str], ...]) -> Iterator[Dropped]:
    for kind, words in dropped:
        yield Dropped(kind, words)
    if page.media_type.startswith("text/html"):
        from communique.text.kinds import decoded
        from communique.text.markup import left_out

        for words in left_out(decoded(page), text.characters):
            yield Dropped("left out", words)
