"""The addresses for programs, described for programs: OpenAPI, made from the types that they answer with."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import msgspec
from litestar import get
from litestar.response import Response

from communique.catalogue import narrowing
from communique.catalogue.company import CountryRow
from communique.catalogue.comparing import Compared
from communique.catalogue.journeys import Waiting
from communique.catalogue.offices import Held
from communique.catalogue.rows import ROWS, Conflict, Counts, Doubt, Hit, MeetingRow
from communique.model.record import KINDS, Entry
from communique.uses.judging import Judged
from communique.uses.web.countries import Country
from communique.uses.web.desk import Waits
from communique.uses.web.differences import Differences

_TYPES = (
    Entry,
    Hit,
    Conflict,
    Doubt,
    Counts,
    CountryRow,
    Country,
    Differences,
    Held,
    Waiting,
    Compared,
    Waits,
    Judged,
    *ROWS.values(),
)
_WORDS = {"name": "words", "in": "query", "schema": {"type": "string"},
          "description": "only what has all these words, in any spelling"}  # fmt: skip

_CURSORS = [{"name": name, "in": "query", "schema": {"type": "string"}, "description": f"the rows {name} the row of this name"}
            for name in ("after", "before")]  # fmt: skip
_REFUSED = {"$ref": "#/components/schemas/Refusal"}


@get("/openapi.json", sync_to_thread=False)
def openapi() -> Response[bytes]:
    """What programs can ask for."""
    return Response(msgspec.json.encode(description()), media_type="application/json")


@cache
def description() -> dict[str, Any]:
    """The whole description."""
    _, schemas = msgspec.json.schema_components(_TYPES, ref_template="#/components/schemas/{name}")
    paths = {path: operation for kind in KINDS for path, operation in _kind(kind)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Communique",
            "version": "1",
            "description": "What reports say about meetings of intergovernmental bodies, and which report says so. "
            "Every page answers here too when it is asked with `Accept: application/json`.",
        },
        "paths": paths | _others(),
        "components": {"schemas": {**schemas, "Refusal": _refusal()}},
    }


def _kind(kind: str) -> list[tuple[str, dict[str, Any]]]:
    """The list of a kind, and one entry of it."""
    facets = [
        _query(name.replace(" ", "_"), f"only those whose {name} is this")
        for name in narrowing.facet_names(kind)
    ]
    text = {"type": ["string", "null"]}
    listed = _object(
        kind={"const": kind}, words={"type": "string"}, number={"type": "integer"}, next=text, previous=text,
        chosen={"type": "object", "additionalProperties": {"type": "string"}},
        facets={"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}}},
        rows=_rows(ROWS[kind]),
    )  # fmt: skip
    # an organ's id has a slash in it, which a path of this description cannot hold: they are asked for by full address
    return [
        (f"/{kind}.json", _answers(f"The {kind}, a hundred a page.", listed, [_WORDS, *facets, *_CURSORS])),
        (f"/{kind}/{{id}}.json", _answers("One entry whole, with its evidence.", _ref(Entry), [_path("id")])),
    ]


def unknown(path: str, asked: Iterable[str]) -> str:
    """Why an address for programs is refused whose question nobody here understands; empty where all is known.

    >>> unknown("/meetings.json", ["yaer"])
    'yaer: no such parameter; there are words, organ, country, year, status, place, after, before'
    """
    paths = description()["paths"]
    room = path.strip("/").partition("/")[0]
    found = paths.get(path) or paths.get(f"/{room}/{{id}}.json") or paths.get(f"/{room}/{{code}}.json")
    if not found:
        return ""
    known = [p["name"] for p in found["get"]["parameters"] if p["in"] == "query"]
    strange = [name for name in dict.fromkeys(asked) if name not in known]
    there = f"there are {', '.join(known)}" if known else "this address takes none"
    return f"{', '.join(strange)}: no such parameter; {there}" if strange else ""


def _others() -> dict[str, Any]:
    words = {"type": "string"}
    limit = _query("limit", "at most so many, fifty if it is not said") | {"schema": {"type": "integer"}}
    return {
        "/front.json": _answers(
            "How much the record holds, and the newest meetings.",
            _object(counts=_ref(Counts), newest=_rows(MeetingRow)),
            [],
        ),
        "/search.json": _answers(
            "What has all words.", _object(words=words, hits=_rows(Hit)), [_WORDS, limit]
        ),
        "/conflicts.json": _paged("Where reports contradict each other.", conflicts=_rows(Conflict)),
        "/unsure.json": _paged("Pairs that may be one.", pairs=_rows(Doubt)),
        "/offices.json": _paged("Who held which office when.", offices=_rows(Held)),
        "/pending.json": _paged("Instruments not heard of since.", instruments=_rows(Waiting)),
        "/compared.json": _paged("Figures side by side.", groups=_rows(Compared)),
        "/review.json": _for_reviewers("What waits for a decision, best first.", waiting=_rows(Waits)),
        "/judgements.json": _for_reviewers(
            "What people have judged, oldest first.", judgements=_rows(Judged)
        ),
        "/reports/{id}/against/{other}.json": _answers(
            "What a report says otherwise than another.", _ref(Differences), [_path("id"), _path("other")]
        ),
        "/countries.json": _answers("Every country.", _object(words=words, rows=_rows(CountryRow)), [_WORDS]),
        "/countries/{code}.json": _answers("One country.", _ref(Country), [_path("code")]),
    }


def _paged(summary: str, **rows: Any) -> dict[str, Any]:
    """A list that is put together from many entries, and the addresses of the pages beside it."""
    text = {"type": ["string", "null"]}
    shape = _object(words={"type": "string"}, number={"type": "integer"}, next=text, previous=text, **rows)
    return _answers(summary, shape, [_WORDS, *_CURSORS])


def _for_reviewers(summary: str, **rows: Any) -> dict[str, Any]:
    """What only those may ask who may judge."""
    told = _answers(summary, _object(number={"type": "integer"}, **rows), [])
    for status, why in (
        ("401", "log in first"),
        ("403", "only reviewers may ask"),
        ("422", "this record may only be read here"),
    ):
        told["get"]["responses"][status] = _says(why, _REFUSED)
    return told


def _says(what: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {"description": what, "content": {"application/json": {"schema": shape}}}


def _answers(summary: str, schema: dict[str, Any], parameters: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "get": {
            "summary": summary,
            "parameters": parameters,
            "responses": {
                "200": _says("what was asked for", schema),
                "302": {
                    "description": "the entry's own address, where it was merged or the id was shortened"
                },
                "304": {"description": "as it was: the tag in If-None-Match still holds"},
                "400": _says("the address makes no sense", _REFUSED),
                "404": _says("nothing in the record answers to it", _REFUSED),
                "503": _says("the record cannot be asked now", _REFUSED),
            },
        }
    }


def _query(name: str, description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "string"}, "description": description}


def _path(name: str) -> dict[str, Any]:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _rows(row: type[msgspec.Struct]) -> dict[str, Any]:
    return {"type": "array", "items": _ref(row)}


def _ref(named: type[msgspec.Struct]) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{named.__name__}"}


def _refusal() -> dict[str, Any]:
    return _object(error={"type": "string"}, reason={"type": "string"})
