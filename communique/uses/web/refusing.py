"""The pages for what cannot be shown: each says what is wrong and where to go on."""

import logging
from typing import Any

from litestar import MediaType, Request
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Response, Template
from sqlalchemy.exc import OperationalError

from communique.model.errors import CommuniqueError, NotFound
from communique.uses.web.finding import Moved

_LOG = logging.getLogger(__name__)
_Asked = Request[Any, Any, Any]


def moved(_: _Asked, error: Moved) -> Redirect:
    """Sends the reader on to the entry's own address."""
    return Redirect(error.page, status_code=302)


def not_found(_: _Asked, error: NotFound) -> Template:
    """Nothing in the record answers to the id."""
    return _refusal(404, "Not in this record", str(error))


def refused(_: _Asked, error: HTTPException) -> Template:
    """No such page, or an address that makes no sense."""
    if error.status_code == 404:
        return _refusal(404, "No such page", "There is no page at this address.")
    if error.status_code == 405:
        return _refusal(405, "Only for reading", "These pages can be read, nothing can be sent to them.")
    return _refusal(error.status_code, "This address makes no sense", "A part of it is not as it should be.")


def no_catalogue(_: _Asked, error: OperationalError) -> Template:
    """The record's tables are missing or locked."""
    _LOG.error("the record cannot be asked: %s", error.orig)
    return _refusal(503, "The record cannot be asked now", "Its tables are not there: communique rebuild")


def failed(_: _Asked, error: Exception) -> Response[str]:
    """Our fault: as plain as can be, since a template may be what failed."""
    if not isinstance(error, CommuniqueError):
        _LOG.error("a page failed", exc_info=error)
    return Response("This page failed. The record is unharmed.\n", status_code=500, media_type=MediaType.TEXT)


def _refusal(status: int, title: str, reason: str) -> Template:
    context = {"title": title, "reason": reason, "words": ""}
    return Template(template_name="refusal.html", context=context, status_code=status)
