"""Logging in and out. Guessing passwords is slow: after a few wrong ones the door stays shut for a while."""

import time
from collections import defaultdict, deque
from collections.abc import Callable
from typing import Any

from litestar import get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect, Response, Template

from communique.uses.web.admitting import Asked, back_to, door, token_of, visitor
from communique.uses.web.finding import rendered

_WHILE = 15 * 60
_FROM_HERE, _FROM_ANYWHERE, _ANY_NAME = 5, 100, 20
"""Wrong passwords within a while: for one name from one place, for one name, from one place."""
_MANY = 50_000


_LONGEST = 64  # a name has no more; what is longer is nobody's, and is not kept
_LONGEST_PASSWORD = 1024


class Attempts:
    """The wrong passwords of the last quarter of an hour."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._wrong: dict[tuple[str, str], deque[float]] = defaultdict(deque)

    def wait(self, name: str, place: str) -> int:
        """Seconds until this name may be tried again from this place; 0 if it may be now."""
        now = self._now()
        waits = [0.0]
        for key, most in _limits(name, place):
            times = self._wrong.get(key)
            while times and times[0] <= now - _WHILE:
                times.popleft()
            if times is not None and not times:
                self._wrong.pop(key, None)
            elif times and len(times) >= most:
                waits.append(times[-most] + _WHILE - now)
        return int(max(waits) + 0.999)

    def failed(self, name: str, place: str) -> None:
        """One more wrong password."""
        if len(self._wrong) > _MANY:  # a flood of made-up names must not fill the memory
            self._wrong.clear()
        for key, _ in _limits(name, place):
            self._wrong[key].append(self._now())


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
