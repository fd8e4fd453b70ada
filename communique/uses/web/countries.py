"""The pages of countries: who sat for it, where, with whom. They are counted from meetings, which have the words."""

import msgspec
from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Response, Template
from litestar.router import Router
from sqlalchemy import Connection

from communique.catalogue import company
from communique.catalogue.company import CountryRow, Sitter, Times
from communique.catalogue.kept import lately
from communique.catalogue.rows import MeetingRow
from communique.lexicon.countries import country_codes, country_name
from communique.lexicon.spelling import fold
from communique.model.errors import NotFound
from communique.uses.web.addresses import country_page, list_of, page_of
from communique.uses.web.finding import Asking, encoded, rendered
from communique.uses.web.lists import Cell, Column, shown, table
from communique.uses.web.pictured import Awaited, several
from communique.uses.web.wording import days

_NEWEST, _PEOPLE, _OTHERS = 20, 50, 12
_COLUMNS = (
    Column("country", lambda row: Cell(row.name, country_page(row.code)), "name"),
    Column("meetings", lambda row: Cell(str(row.meetings or "")), "number"),
    Column("was host to", lambda row: Cell(str(row.hosted or "")), "number"),
    Column("people cited", lambda row: Cell(str(row.people or "")), "number"),
)
_SITTERS = (
    Column("name", lambda row: Cell(row.name, page_of(row.person)), "name"),
    Column("office", lambda row: Cell(row.office or ""), "wide"),
    Column("meetings", lambda row: Cell(str(row.meetings)), "number"),
    Column("sat", lambda row: Cell(days(row.first, row.last)), "date"),
)


class Country(msgspec.Struct, frozen=True, kw_only=True):
    """A country for programs."""

    code: str
    name: str
    meetings: tuple[MeetingRow, ...]
    people: tuple[Sitter, ...]
    countries: tuple[Times, ...]
    bodies: tuple[Times, ...]
    places: tuple[Times, ...]


def country_router() -> Router:
    """The list of countries and the page of each, both for people and for programs."""
    return Router("/", route_handlers=[countries, countries_json, country])


@get("/countries", sync_to_thread=True)
def countries(db: Asking, words: FromQuery[str] = "") -> Template:
    """Every country that took part in a meeting, was host to one, or has people in the record."""
    rows = _named(lately(db, ("countries",), company.countries), words)
    return rendered(
        "list.html",
        "Countries",
        kind="countries",
        data=list_of("countries.json", words),
        words=words,
        number=len(rows),
        table=shown(_COLUMNS, rows),
        before=None,
        after=None,
    )


@get("/countries.json", sync_to_thread=True)
def countries_json(db: Asking, words: FromQuery[str] = "") -> Response[bytes]:
    """The same for programs."""
    return encoded({"words": words, "rows": _named(lately(db, ("countries",), company.countries), words)})


@get("/countries/{code:str}", sync_to_thread=True)
def country(db: Asking, code: FromPath[str]) -> Template | Response[bytes]:
    """One country."""
    plain = code.removesuffix(".json")
    if plain not in country_codes():
        raise NotFound(f"{plain}: is no country; a country is named by two letters: /countries/KZ")
    found = lately(db, ("country", plain), lambda own: _told(own, plain))
    return (
        encoded(found)
        if plain != code
        else _page(found, several(("network", plain, 3), ("offices", plain, 2)))
    )


def _told(db: Connection, plain: str) -> Country:
    return Country(
        code=plain,
        name=country_name(plain),
        meetings=company.meetings_with(db, plain, limit=_NEWEST),
        people=company.sat_for(db, plain, limit=_PEOPLE),
        countries=company.beside(db, plain, limit=_OTHERS),
        bodies=company.bodies_of(db, plain, limit=_OTHERS),
        places=company.places_of(db, plain, limit=_OTHERS),
    )


def _page(found: Country, pictures: list[Awaited]) -> Template:
    return rendered(
        "country.html",
        found.name,
        data=f"/countries/{found.code}.json",
        country=found,
        pictures=pictures,
        all_meetings=list_of("meetings", country=found.code),
        meetings=table("meetings", found.meetings),
        full=len(found.meetings) == _NEWEST,
        people=shown(_SITTERS, found.people),
        others=[(t, country_page(t.id)) for t in found.countries],
        bodies=[(t, page_of(t.id, "bodies")) for t in found.bodies],
        places=[(t, list_of("meetings", country=found.code, place=t.id)) for t in found.places],
    )


def _named(rows: tuple[CountryRow, ...], words: str) -> tuple[CountryRow, ...]:
    wanted = fold(words).split()
    return tuple(
        row
        for row in rows
        if all(any(w.startswith(x) for w in fold(f"{row.name} {row.code}").split()) for x in wanted)
    )
