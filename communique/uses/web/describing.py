"""The addresses for programs, described for programs: OpenAPI, made from the types that they answer with."""

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
from communique.uses.web.countries import Country

_TYPES = (Entry, Hit, Conflict, Doubt, Counts, CountryRow, Country, Held, Waiting, Compared, *ROWS.values())
_WORDS = {"name": "words", "in": "query", "schema": {"type": "string"},
          "description": "only what has all these words, in any spelling"}  # fmt: skip


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
    cursors = [_query(name, f"the rows {name} the row of this id") for name in ("after", "before")]
    text = {"type": ["string", "null"]}
    listed = _object(
        kind={"const": kind}, words={"type": "string"}, number={"type": "integer"}, next=text, previous=text,
        chosen={"type": "object", "additionalProperties": {"type": "string"}},
        facets={"type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": "integer"}}},
        rows=_rows(ROWS[kind]),
    )  # fmt: skip
    # an organ's id has a slash in it, which a path of this description cannot hold: they are asked for by full address
    named = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    return [
        (f"/{kind}.json", _answers(f"The {kind}, a hundred a page.", listed, [_WORDS, *facets, *cursors])),
        (f"/{kind}/{{id}}.json", _answers("One entry whole, with its evidence.", _ref(Entry), [named])),
    ]


def _others() -> dict[str, Any]:
    named = {"name": "code", "in": "path", "required": True, "schema": {"type": "string"}}
    words = {"type": "string"}
    return {
        "/front.json": _answers(
            "How much the record holds, and the newest meetings.",
            _object(counts=_ref(Counts), newest=_rows(MeetingRow)),
            [],
        ),
        "/search.json": _answers("What has all words.", _object(words=words, hits=_rows(Hit)), [_WORDS]),
        "/conflicts.json": _answers(
            "Where reports contradict each other.", _object(words=words, conflicts=_rows(Conflict)), [_WORDS]
        ),
        "/unsure.json": _answers(
            "Pairs that may be one.", _object(words=words, pairs=_rows(Doubt)), [_WORDS]
        ),
        "/offices.json": _answers(
            "Who held which office when.", _object(words=words, offices=_rows(Held)), [_WORDS]
        ),
        "/pending.json": _answers(
            "Instruments not heard of since.", _object(words=words, instruments=_rows(Waiting)), [_WORDS]
        ),
        "/compared.json": _answers(
            "Figures side by side.", _object(words=words, groups=_rows(Compared)), [_WORDS]
        ),
        "/countries.json": _answers("Every country.", _object(words=words, rows=_rows(CountryRow)), [_WORDS]),
        "/countries/{code}.json": _answers("One country.", _ref(Country), [named]),
    }


def _answers(summary: str, schema: dict[str, Any], parameters: list[dict[str, Any]]) -> dict[str, Any]:
    def says(what: str, shape: dict[str, Any]) -> dict[str, Any]:
        return {"description": what, "content": {"application/json": {"schema": shape}}}

    refusal = {"$ref": "#/components/schemas/Refusal"}
    return {
        "get": {
            "summary": summary,
            "parameters": parameters,
            "responses": {
                "200": says("what was asked for", schema),
                "302": {
                    "description": "the entry's own address, where it was merged or the id was shortened"
                },
                "304": {"description": "as it was: the tag in If-None-Match still holds"},
                "400": says("the address makes no sense", refusal),
                "404": says("nothing in the record answers to it", refusal),
                "503": says("the record cannot be asked now", refusal),
            },
        }
    }


def _query(name: str, description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": {"type": "string"}, "description": description}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _rows(row: type[msgspec.Struct]) -> dict[str, Any]:
    return {"type": "array", "items": _ref(row)}


def _ref(named: type[msgspec.Struct]) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{named.__name__}"}


def _refusal() -> dict[str, Any]:
    return _object(error={"type": "string"}, reason={"type": "string"})
