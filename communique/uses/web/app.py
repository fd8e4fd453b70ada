"""The pages of one record: the application, and serving it on this machine alone."""

import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from litestar import Litestar, get
from litestar.config.allowed_hosts import AllowedHostsConfig
from litestar.di import Provide
from litestar.exceptions import HTTPException
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Response
from litestar.template.config import TemplateConfig
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError

from communique.catalogue import opened
from communique.model.errors import NotFound
from communique.model.record import KINDS
from communique.uses.web.addresses import country_page
from communique.uses.web.body import body
from communique.uses.web.calendar import calendar
from communique.uses.web.countries import country_router
from communique.uses.web.describing import openapi
from communique.uses.web.doubtful import conflicts_page, unsure_page
from communique.uses.web.entry import entry_router
from communique.uses.web.feed import feed
from communique.uses.web.finding import ForPrograms, Moved
from communique.uses.web.front import front, front_json
from communique.uses.web.guarding import guarded
from communique.uses.web.keeping import tagged, unless_known
from communique.uses.web.listing import list_router
from communique.uses.web.machine import machine_router, whole_entry
from communique.uses.web.meeting import meeting
from communique.uses.web.negotiating import for_programs_too
from communique.uses.web.person import person
from communique.uses.web.refusing import failed, moved, no_catalogue, not_found, refused
from communique.uses.web.report import report
from communique.uses.web.searching import found
from communique.uses.web.wording import according, amount, day, field_name, ordinal, party

_HERE = Path(__file__).parent
_HOST = "127.0.0.1"


def create_app(record: Path, hosts: Sequence[str] = ()) -> Litestar:
    """The pages of the record file; raises BrokenRecord if there is none.

    `hosts` are the names under which it answers (any, if none is given): served on a person's own machine
    it must not answer to a foreign name that was made to point there.
    """
    engine = opened(record)
    app = Litestar(
        route_handlers=[
            front, found, list_router(), country_router(), calendar, feed, front_json, openapi, script, meeting, person, body, entry_router(), report, health, stylesheet,
            machine_router(), conflicts_page, unsure_page,
        ],
        dependencies={"db": Provide(_connected(engine))},
        template_config=TemplateConfig(instance=JinjaTemplateEngine.from_environment(_environment(record))),
        exception_handlers={
            Moved: moved, ForPrograms: whole_entry, NotFound: not_found, HTTPException: refused, OperationalError: no_catalogue,
            Exception: failed,
        },
        before_request=unless_known(engine),
        before_send=[guarded, tagged],
        allowed_hosts=AllowedHostsConfig(allowed_hosts=list(hosts)) if hosts else None,
        on_shutdown=[engine.dispose],
        openapi_config=None,
        logging_config=None,
    )  # fmt: skip
    app.asgi_handler = for_programs_too(app.asgi_handler)
    return app


def serve(record: Path, port: int) -> None:
    """Serves the pages on this machine until Ctrl+C; leaves with code 2 where the port is taken."""
    import uvicorn

    app = create_app(record, hosts=[f"{_HOST}:{port}", f"localhost:{port}"])
    with _listening(port) as listener:
        print(f"Pages at http://{_HOST}:{port} (Ctrl+C ends)", flush=True)
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            return


@get("/health", sync_to_thread=False)
def health() -> str:
    """Says that the pages are being served."""
    return "ok"


@get("/static/communique.css", sync_to_thread=False)
def stylesheet() -> Response[bytes]:
    """The one stylesheet."""
    return Response((_HERE / "static" / "communique.css").read_bytes(), media_type="text/css")


@get("/static/search.js", sync_to_thread=False)
def script() -> Response[bytes]:
    """Search as you type."""
    return Response((_HERE / "static" / "search.js").read_bytes(), media_type="text/javascript")


def _connected(engine: Engine) -> Callable[[], Iterator[Connection]]:
    def connection() -> Iterator[Connection]:
        with engine.connect() as db:
            db.exec_driver_sql("BEGIN")  # all questions of a page see one state of the record
            yield db

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
        according=according, country_page=country_page, lists=(*KINDS[:3], "countries", *KINDS[3:]),
    )  # fmt: skip
    return environment


def _listening(port: int) -> socket.socket:
    """The port, ours; where another program has it, one line and exit code 2."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        print(f"port {port} cannot be used: {error.strerror}; choose another with --port", file=sys.stderr)
        raise SystemExit(2) from None
    return listener
