"""Values to rows of the ledger and back."""

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from communique.model.judgement import Judgement
from communique.model.moment import moment
from communique.model.page import Page
from communique.model.reading import Reading, Report, from_json, to_json
from communique.model.text import Text

Row = dict[str, Any]

FILLED = ("address", "publisher", "published", "published_span", "language")


def page_row(page: Page) -> Row:
    """A page's bytes, packed."""
    return {"sha256": page.sha256, "media_type": page.media_type, "body": zlib.compress(page.body, 5)}


def text_row(text: Text) -> Row:
    """A text's characters."""
    return {"id": text.id, "characters": text.characters}


def arrival_row(text: Text) -> Row:
    """How a text came in; its id is a hash of all of it, so that the same arrival twice is one row."""
    meta = meta_of(text)
    seal = hashlib.sha256(f"{text.id} {meta}".encode()).hexdigest()
    return {
        "id": seal[:32],
        "text_id": text.id,
        "page_sha256": text.page,
        "name": text.name,
        "address": text.address,
        "retrieved": text.retrieved,
        "meta": meta,
        "stamp": stamp(seal),
    }


def meta_of(text: Text) -> str:
    """All of a text but its characters."""
    return msgspec.json.encode(msgspec.structs.replace(text, characters="")).decode()


def reading_row(text_id: str, reading: Reading) -> Row:
    """A reading whole."""
    body = to_json(reading).decode()
    claims = to_json(msgspec.structs.replace(reading, report=Report(id="")))  # the same from any arrival
    return {
        "text_id": text_id,
        "reader": reading.reader,
        "body": body,
        "stamp": stamp(f"{text_id} {claims.decode()}"),
    }


def judgement_row(seq: int, judgement: Judgement) -> Row:
    """A judgement at its place in the order of judgements."""
    said = msgspec.to_builtins(judgement)
    return {**said, "seq": seq, "stamp": stamp(f"{seq} {msgspec.json.encode(said).decode()}")}


def judgement_of(row: Mapping[Any, Any]) -> Judgement:
    """The judgement that `judgement_row` stored."""
    return Judgement(**{field: row[field] for field in Judgement.__struct_fields__})


def text_of(characters: str, metas: Iterable[str]) -> Text:
    """One text from all its arrivals, the same whichever came first: gaps of one are filled by the others.

    It was retrieved when it was first.
    """
    arrived = [msgspec.json.decode(meta, type=Text) for meta in sorted(metas)]
    whole = msgspec.structs.replace(arrived[0], characters=characters)
    titled = next((one for one in arrived if one.title), whole)
    more: Row = {"title": titled.title, "title_span": titled.title_span}
    for field in FILLED:
        more[field] = next((v for one in arrived if (v := getattr(one, field)) is not None), None)
    moments = [(moment(one.retrieved) or "9999", one.retrieved) for one in arrived if one.retrieved]
    more["retrieved"] = min(moments)[1] if moments else None
    return msgspec.structs.replace(whole, **more)


def reading_of(body: str, text: Text) -> Reading:
    """A stored reading, its report told as `text` has it, whichever arrival it was read from."""
    reading = from_json(body)
    known = {
        "address": text.address,
        "title": text.title,
        "publisher": text.publisher,
        "language": text.language,
        "published": text.published,
        "retrieved": text.retrieved,
        "sha256": text.page or None,
    }
    said = {field: value for field, value in known.items() if value is not None}
    report = msgspec.structs.replace(reading.report, id=text.name, **said)
    return msgspec.structs.replace(reading, report=report)


def stamp(words: str) -> int:
    """Forty bits over `words`: eight million of them add up without leaving the database's integers."""
    return int.from_bytes(hashlib.sha256(words.encode()).digest()[:5], "big")
