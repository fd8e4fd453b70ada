"""The pages of one record: the application."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, Request, get
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.exceptions import ClientException, HTTPException
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Response
from litestar.template.config import TemplateConfig
from litestar.types import BeforeRequestHookHandler
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from communique.catalogue import opened
from communique.catalogue.kept import aged, fresh
from communique.model.errors import BadInput, NotFound
from communique.model.record import KINDS
from communique.uses.web.addresses import country_page
from communique.uses.web.admitting import Asked, Door, cookie_set, token_of, visitor
from communique.uses.web.body import body
from communique.uses.web.calendar import calendar
from communique.uses.web.clocking import clocked, timed
from communique.uses.web.countries import country_router
from communique.uses.web.describing import openapi, unknown
from communique.uses.web.desk import Desk
from communique.uses.web.differences import against
from communique.uses.web.doubtful import doubtful_router
from communique.uses.web.entering import Attempts
from communique.uses.web.entry import entry_router
from communique.uses.web.feed import feed
from communique.uses.web.finding import ForPrograms, Moved
from communique.uses.web.front import front, front_json
from communique.uses.web.guarding import guarded
from communique.uses.web.judged import review_router
from communique.uses.web.keeping import tagged, unless_known, untagged
from communique.uses.web.listing import list_router
from communique.uses.web.machine import machine_router, whole_entry
from communique.uses.web.meeting import meeting
from communique.uses.web.negotiating import for_programs_too
from communique.uses.web.over_time import over_time_router
from communique.uses.web.person import person
from communique.uses.web.pictured import picture_router
from communique.uses.web.refusing import bad_input, failed, moved, no_catalogue, not_found, refused
from communique.uses.web.report import report
from communique.uses.web.searching import found
from communique.uses.web.wording import according, amount, day, field_name, headed, ordinal, party

_HERE = Path(__file__).parent


def create_app(
    record: Path,
    hosts: Sequence[str] = (),
    *,
    door: Door | None = None,
    judged: bool = True,
    visits: Path | None = None,
) -> Litestar:
    """The pages of the record file; raises BrokenRecord if there is none.

    `hosts` are the names under which it answers (any, if none is given): served on a person's own machine
    it must not answer to a foreign name that was made to point there. `door` says who may do what; without
    `judged` the record is only shown. `visits` is the file of the reviewers' visits, where other processes serve the same.
    """
    engine = opened(record)
    door, desk = door or Door(record), Desk(record, visits) if judged else None
    app = Litestar(
        route_handlers=[
            front, found, list_router(), country_router(), picture_router(), calendar, feed, front_json, openapi, script, meeting, person, body, entry_router(), report, against, health, stylesheet,
            machine_router(), over_time_router(), doubtful_router(), review_router(),
        ],
        dependencies={"db": Provide(_connected(engine))},
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(_environment(record))),
        exception_handlers={
            Moved: moved, ForPrograms: whole_entry, NotFound: not_found, BadInput: bad_input, HTTPException: refused, OperationalError: no_catalogue,
            Exception: failed,
        },
        before_request=_admitted(door, unless_known(engine)),
        before_send=[guarded, tagged, cookie_set, timed],
        state=State({"door": door, "desk": desk, "attempts": Attempts(door)}, deep_copy=False),
        allowed_hosts=AllowedHostsConfig(allowed_hosts=list(hosts)) if hosts else None,
        on_startup=[desk.begin] if desk else [],
        on_shutdown=[*([desk.close] if desk else []), door.close, engine.dispose],
        openapi_config=None,
        logging_config=None,
    )  # fmt: skip
    app.asgi_handler = clocked(for_programs_too(app.asgi_handler))
    return app


@get("/health", sync_to_thread=False)
def health() -> str:
    """Says that the pages are being served."""
    return "ok"


@get("/static/communique.css", sync_to_thread=False)
def stylesheet() -> Response[bytes]:
    """The one stylesheet."""
    return Response((_HERE / "static" / "communique.css").read_bytes(), media_type="text/css")


@get(["/static/search.js", "/static/evidence.js", "/static/pictures.js"], sync_to_thread=False)
def script(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Search as you type, the sentence behind a mark by tap and Escape, pictures as they come into view."""
    name = request.url.path.rpartition("/")[2]
    return Response((_HERE / "static" / name).read_bytes(), media_type="text/javascript")


def _admitted(door: Door, known: BeforeRequestHookHandler) -> BeforeRequestHookHandler:
    """The door first: what a browser has kept is none of the business of one who may not come in."""

    async def asked(request: Asked) -> Any:
        if refusal := await door.admit(request):
            return refusal
        if request.url.path.endswith(".json") and (why := unknown(request.url.path, request.query_params)):
            raise ClientException(why)  # a slip in a name must not answer a program with everything
        return await known(request)

    return asked


def _connected(engine: Engine) -> Callable[[Asked], Iterator[Connection]]:
    def connection(request: Asked) -> Iterator[Connection]:
        with engine.connect() as db:
            db.exec_driver_sql("BEGIN")  # all questions of a page see one state of the record
            fresh(db)
            yield db
            if aged(db):
                untagged(request.scope)

    return connection


def _environment(record: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        amount=amount, kinds=KINDS, record=Path(record).name, day=day, party=party, ordinal=ordinal, field_name=field_name,
        according=according, headed=headed, country_page=country_page, lists=(*KINDS[:2], "offices", *KINDS[2:3], "countries", *KINDS[3:], "pictures"),
        visitor=visitor, token_of=token_of,
    )  # fmt: skip
    return environment
