"""Cases that a person can type: {{headline}}, <<day of publication>>, [[furniture]] inside a page."""

import re

from communique.model.page import Page
from communique.model.text import Text
from communique.text import clean

SIGN = re.compile(r"\{\{|\}\}|<<|>>|\[\[|\]\]")


def cleaned(characters: str, name: str = "a.txt", kind: str = "text/plain", **said: str) -> Text:
    return clean(Page(name=name, body=characters.encode(), media_type=f"{kind}; charset=utf-8", **said))


def unmarked(case: str) -> str:
    return SIGN.sub("", case)


def marked(text: Text) -> str:
    """The text with what was found in it marked the same way."""
    signs: list[tuple[int, int, str]] = []
    spans = [(text.title_span, "{{", "}}"), (text.published_span, "<<", ">>")]
    spans += [(span, "[[", "]]") for span in text.furniture]
    for span, opens, closes in spans:
        if span:
            signs += [(span.start, 1, opens), (span.stop, 0, closes)]
    out, last = [], 0
    for place, _, sign in sorted(signs):
        out += [text.characters[last:place], sign]
        last = place
    return "".join([*out, text.characters[last:]])


def cleaned_bytes(body: bytes, kind: str) -> Text:
    """The text of a page that is no text yet."""
    return clean(Page(name="a", body=body, media_type=kind))
