"""Logging in and out. Guessing passwords is slow: after a few wrong ones the door stays shut for a while."""

import time
from collections.abc import Callable
from typing import Any

from litestar import get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Response, Template

from communique.uses.web.admitting import Asked, Door, back_to, door, token_of, visitor
from communique.uses.web.finding import rendered

_FROM_HERE, _FROM_ANYWHERE, _ANY_NAME = 5, 100, 20
"""Wrong passwords within a while: for one name from one place, for one name, from one place."""


_LONGEST = 64  # a name has no more; what is longer is nobody's, and is not kept
_LONGEST_PASSWORD = 1024


class Attempts:
    """The wrong passwords of the last quarter of an hour, at any process that serves the record: they stand beside its users."""

    def __init__(self, at: Door, now: Callable[[], float] = time.time) -> None:
        self._door, self._now = at, now

    def wait(self, name: str, place: str) -> int:
        """Seconds until this name may be tried again from this place; 0 if it may be now."""
        users = self._door.users
        if users is None:
            return 0
        waits = (users.shut(who, where, most, self._now()) for (who, where), most in _limits(name, place))
        return int(max(waits) + 0.999)

    def failed(self, name: str, place: str) -> None:
        """One more wrong password."""
        if users := self._door.users:
            users.was_wrong(name, place, self._now())


def _limits(name: str, place: str) -> tuple[tuple[tuple[str, str], int], ...]:
    return ((name, place), _FROM_HERE), ((name, ""), _FROM_ANYWHERE), (("", place), _ANY_NAME)


@get("/login", sync_to_thread=True)
def login_form(request: Asked, next: FromQuery[str] = "/") -> Template | Redirect:
    """The form; whoever is in already goes on."""
    if visitor(request).name:
        return Redirect(back_to(next), status_code=303)
    return _form(request, next)


@post("/login", sync_to_thread=True)
def login(request: Asked, data: URLEncodedBody[dict[str, str]]) -> Response[Any] | Template:
    """Enters with name and password, and goes on to `next`."""
    name, wanted = data.get("name", "").strip()[:_LONGEST], data.get("next", "/")
    attempts: Attempts = request.app.state.attempts
    place = request.client.host if request.client else ""
    if wait := attempts.wait(name, place):
        minutes = max(1, round(wait / 60))
        told = f"Too many wrong passwords. Try again in {minutes} minute{'s' if minutes > 1 else ''}."
        return _form(request, wanted, told, 429, {"retry-after": str(wait)})
    entrance = door(request)
    users = entrance.users
    password = data.get("password", "")[:_LONGEST_PASSWORD]
    user = users.entered(name, password) if users else None
    if user is None:
        attempts.failed(name, place)
        return _form(request, wanted, "This name and this password do not go together.", 401)
    entrance.enter(request, user)
    return Redirect(back_to(wanted), status_code=303)


@post("/logout", sync_to_thread=True)
def logout(request: Asked) -> Redirect:
    """Leaves; the session is over, here and in every other window."""
    door(request).leave(request)
    return Redirect("/", status_code=303)


def _form(
    request: Asked, wanted: str, told: str = "", status: int = 200, headers: dict[str, str] | None = None
) -> Template:
    page = rendered("login.html", "Log in", wanted=back_to(wanted), notice=told, token=token_of(request))
    return Template(
        template_name=page.template_name, context=page.context, status_code=status, headers=headers or {}
    )
