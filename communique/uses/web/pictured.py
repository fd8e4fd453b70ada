"""Pictures in pages: each with its marks as links, its table behind it, and the files that it can be had as."""

from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import get
from litestar.params import FromPath, FromQuery
from litestar.response import Response, Template
from litestar.router import Router
from markupsafe import Markup
from sqlalchemy import Connection

from communique.catalogue.kept import lately
from communique.model.errors import NotFound
from communique.uses.web import pictures
from communique.uses.web.finding import Asking, rendered
from communique.uses.web.pictures import Picture
from communique.uses.web.pictures.drawing import FORMS, for_file, for_page


class Offered(msgspec.Struct, frozen=True):
    """A kind of picture: its name, what it shows, what it can be of, and what somebody might type."""

    name: str
    says: str
    of: str
    example: str


_OF = {
    "timeline": Offered(
        "Timeline", "meetings by organ and year", "words that meetings must have, or nothing", "drugs"
    ),
    "attendance": Offered("Attendance", "countries by sittings, absences visible", "a body", "asean summit"),
    "people": Offered("People", "who sat in which sitting", "a body", "council of ministers"),
    "offices": Offered("Offices", "who is cited in which office when", "a country or a person", "Kazakhstan"),
    "network": Offered(
        "Network", "who met whom", "a country, a person, a body; or nothing for all countries", "Kazakhstan"
    ),
    "series": Offered("Series", "sittings by time and number, with gaps", "a body", "asean summit"),
    "figures": Offered(
        "Figures", "claims side by side with their periods", "words, or a figure", "drugs seized"
    ),
    "journey": Offered("Journey", "the way of an instrument through organs", "an instrument", "strategy"),
}


_TITLES = {
    "attendance": "Who came to which sitting",
    "offices": "Who is cited in which office when",
    "network": "Who met whom",
    "series": "Sittings and gaps",
    "figures": "Claims side by side",
    "journey": "Its way through organs",
}


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """A picture ready to stand in a page."""

    picture: Picture
    drawing: Markup
    page: str
    files: tuple[tuple[str, str], ...]


class Awaited(msgspec.Struct, frozen=True, kw_only=True):
    """The place of a picture on a page: drawing takes longer than all else, so it is drawn when it comes into view."""

    title: str
    page: str
    part: str


def picture_router() -> Router:
    """All pictures, each by itself, and as files."""
    return Router("/", route_handlers=[every, one])


def shown(db: Connection, kind: str, subject: str, least: int = 2) -> Shown | None:
    """The picture of a subject, for its page; None where fewer than `least` rows would make it no picture.

    Kept as long as the record stays as it is: drawing takes longer than all else on a page.
    """
    return lately(db, ("picture", kind, subject, least), lambda own: _drawn(own, kind, subject, least))


def _drawn(db: Connection, kind: str, subject: str, least: int) -> Shown | None:
    found = pictures.made(db, kind, subject)
    return ready(found, subject) if found.spec and len(found.rows) >= least else None


def several(*wanted: tuple[str, str, int]) -> list[Awaited]:
    """Those pictures (kind, subject, least rows), to be drawn when somebody looks."""
    return [
        Awaited(
            title=_TITLES[kind],
            page=f"/pictures/{kind}?{urlencode({'of': subject})}",
            part=f"/pictures/{kind}.part?{urlencode({'of': subject, 'least': least})}",
        )
        for kind, subject, least in wanted
    ]


def ready(found: Picture, subject: str) -> Shown:
    """A picture with its addresses."""
    of = f"?{urlencode({'of': subject})}" if subject else ""
    return Shown(
        picture=found,
        drawing=Markup(for_page(found)),  # harmless: charts.harmless has let nothing through that acts
        page=f"/pictures/{found.kind}{of}",
        files=tuple(
            (form.upper() if form != "json" else "Vega-Lite", f"/pictures/{found.kind}.{form}{of}")
            for form in FORMS
        ),
    )


@get("/pictures", sync_to_thread=True)
def every(db: Asking) -> Template:
    """The kinds of pictures, and countries that met as the first of them."""
    first = shown(db, "network", "", least=1)
    return rendered("pictures.html", "Pictures", shown=first, of=_OF, chosen="", subject="", refused="")


@get("/pictures/{kind:str}", sync_to_thread=True)
def one(
    db: Asking, kind: FromPath[str], of: FromQuery[str] = "", least: FromQuery[int] = 1
) -> Template | Response[bytes]:
    """One picture; with .svg, .png or .json behind its kind as a file, with .part for the page that awaits it."""
    plain, _, form = kind.partition(".")
    if plain not in pictures.KINDS or (form and form not in (*FORMS, "part")):
        raise NotFound(
            f"{kind}: no such picture; there are {', '.join(pictures.KINDS)}, as {', '.join(FORMS)}"
        )
    if form == "part":
        return rendered("part.html", plain, shown=shown(db, plain, of, least) if of else None)
    if form:
        return _file(pictures.made(db, plain, of), form)
    told: dict[str, Any] = {"shown": None, "refused": ""}
    try:
        told["shown"] = ready(pictures.made(db, plain, of), of)
    except NotFound as error:
        told["refused"] = str(error)
    return rendered("pictures.html", plain.capitalize(), of=_OF, chosen=plain, subject=of, **told)


def _file(found: Picture, form: str) -> Response[bytes]:
    if not found.spec:
        raise NotFound(f"{found.title}: there is nothing to draw")
    name = f"{found.kind}.{'vl.json' if form == 'json' else form}"
    return Response(
        for_file(found, form),
        media_type=FORMS[form],
        headers={"content-disposition": f'inline; filename="{name}"'},
    )
