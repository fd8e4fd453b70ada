"""The pages for what cannot be shown: each says what is wrong and where to go on."""

import logging
import re
from typing import Any

from litestar import MediaType, Request
from litestar.exceptions import HTTPException
from litestar.response import Redirect, Response, Template
from sqlalchemy.exc import OperationalError

from communique.model.errors import BadInput, CommuniqueError, NotFound
from communique.uses.web.admitting import login_page
from communique.uses.web.finding import Moved

_FORBIDDEN = {
    "form": "This form was not made here, or is too old. Load its page again and send it once more.",
    "role": "You may read these pages; to judge takes a reviewer: communique user add NAME --role reviewer",
}
_TAKES = re.compile(r"/(review|login|logout)(/.*)?|/reports/[^/]+/mark")
"""Addresses to which something can be sent."""
_LOG = logging.getLogger(__name__)
_Asked = Request[Any, Any, Any]
Refusal = Template | Response[dict[str, str]]


def moved(_: _Asked, error: Moved) -> Redirect:
    """Sends the reader on to the entry's own address."""
    return Redirect(error.page, status_code=302)


def not_found(asked: _Asked, error: NotFound) -> Refusal:
    """Nothing in the record answers to the id."""
    return _refusal(asked, 404, "Not in this record", str(error))


def bad_input(asked: _Asked, error: BadInput) -> Refusal:
    """What was asked for cannot be done, for a reason that the asker can do something about."""
    return _refusal(asked, 422, "That cannot be done", str(error))


def refused(asked: _Asked, error: HTTPException) -> Refusal | Redirect:
    """No such page, an address that makes no sense, or something that this visitor may not do."""
    if error.status_code == 401:
        if asked.url.path.endswith(".json"):
            return _refusal(asked, 401, "Log in first", "Judging needs a login here.")
        return Redirect(login_page(asked), status_code=303)
    if error.status_code == 403:
        return _refusal(asked, 403, "Not allowed", _FORBIDDEN.get(error.detail, "This is not yours to do."))
    if error.status_code == 404:
        return _refusal(asked, 404, "No such page", "There is no page at this address.")
    if error.status_code == 405:
        told = _refusal(asked, 405, "Only for reading", "This page can be read, nothing can be sent to it.")
        told.headers["allow"] = "GET, POST" if _TAKES.fullmatch(asked.url.path) else "GET"
        return told
    why = error.detail if "no such parameter" in error.detail else "A part of it is not as it should be."
    return _refusal(asked, error.status_code, "This address makes no sense", why)


def no_catalogue(asked: _Asked, error: OperationalError) -> Refusal:
    """The record's tables are missing or locked."""
    _LOG.error("the record cannot be asked: %s", error.orig)
    return _refusal(
        asked, 503, "The record cannot be asked now", "Its tables are not there: communique rebuild"
    )


def failed(_: _Asked, error: Exception) -> Response[str]:
    """Our fault: as plain as can be, since a template may be what failed."""
    if isinstance(error, CommuniqueError):
        _LOG.error("a page failed: %s", error)
    else:
        _LOG.error("a page failed", exc_info=error)
    return Response("This page failed. The record is unharmed.\n", status_code=500, media_type=MediaType.TEXT)


def _refusal(asked: _Asked, status: int, title: str, reason: str) -> Refusal:
    if asked.url.path.endswith(".json"):
        return Response({"error": title, "reason": reason}, status_code=status, media_type=MediaType.JSON)
    context = {"title": title, "reason": reason, "words": "", "data": None}
    return Template(template_name="refusal.html", context=context, status_code=status)
