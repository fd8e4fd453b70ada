"""Who is at the door: the visitor of each request, what they may do, and the token that every form must carry."""

import hashlib
import hmac
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import msgspec
from litestar import Request
from litestar.datastructures import Cookie
from litestar.exceptions import NotAuthorizedException, PermissionDeniedException
from litestar.response import Redirect, Response
from litestar.types import Message, Scope

from communique.uses.judging import person
from communique.uses.users import WHOLE, User, Users, path_of

Asked = Request[Any, Any, Any]
_FREE = ("/login", "/health", "/static/")
"""What is shown to those who have not logged in."""


class Visitor(msgspec.Struct, frozen=True, kw_only=True):
    """Whoever asks for a page: `name` is empty for one who is not known."""

    name: str = ""
    role: str = ""
    logged_in: bool = False

    @property
    def judges(self) -> bool:
        """May judge."""
        return self.role in ("reviewer", "admin")

    @property
    def undoes_others(self) -> bool:
        """May take back what others judged."""
        return self.role == "admin"


class Door:
    """Lets in, or shows to the login. On the owner's own machine, as long as there are no users, they may do everything.

    `local` says that only this machine can come; `open_to_all` that others may read without a login.
    """

    def __init__(self, record: Path, *, local: bool = True, open_to_all: bool = False) -> None:
        self.record = record
        self._local = local
        self._open = open_to_all
        self._users: Users | None = None
        # a browser keeps one jar for all ports of a machine: two records must not take each other's cookie
        self.cookie = "communique-" + hashlib.sha256(str(record.absolute()).encode()).hexdigest()[:8]

    @property
    def users(self) -> Users | None:
        """The users; None as long as there are none."""
        if self._users is None and path_of(self.record).exists():
            self._users = Users.open(self.record)
        return self._users if self._users is not None and self._users.any() else None

    def close(self) -> None:
        """Lets go of the users' file."""
        if self._users is not None:
            self._users.close()

    async def admit(self, asked: Asked) -> Response[Any] | None:
        """Notes who asks; answers in the page's stead where they may not. Raises for a form without its token."""
        users = self.users
        visitor = self._visitor(asked, users)
        asked.scope["state"]["visitor"] = visitor
        path = str(asked.scope["path"])  # never what a forged Host would make of the address
        if not visitor.name and not self._may_read(users) and not path.startswith(_FREE):
            return _to_login(asked)
        if asked.method not in ("GET", "HEAD", "OPTIONS"):
            await self._check(asked)
        return None

    def token(self, asked: Asked) -> str:
        """What a form must carry to be taken: it belongs to the cookie of this browser, which is set if need be."""
        mine = asked.cookies.get(self.cookie) or asked.scope["state"].get("new_cookie")
        if not mine:
            mine = secrets.token_urlsafe(32)
            self.remember(asked, mine)
        return self._token(mine)

    def remember(self, asked: Asked, value: str, age: int | None = None) -> None:
        """Has the browser keep `value` as its cookie; nothing else than this program may read it."""
        asked.scope["state"]["new_cookie"] = value
        asked.scope["state"]["set_cookie"] = Cookie(
            key=self.cookie, value=value, max_age=age, path="/", httponly=True, samesite="lax",
            secure=asked.url.scheme == "https",
        ).to_encoded_header()[1]  # fmt: skip

    def enter(self, asked: Asked, user: User) -> None:
        """Begins a session; the cookie from before the login is worth nothing afterwards."""
        assert self._users is not None
        self.remember(asked, self._users.begin(user.name), WHOLE)

    def leave(self, asked: Asked) -> None:
        """Ends the session."""
        if self._users is not None:
            self._users.end(asked.cookies.get(self.cookie, ""))
        self.remember(asked, "", 0)

    def _visitor(self, asked: Asked, users: Users | None) -> Visitor:
        if users is None:
            return Visitor(name=person(), role="admin") if self._local else Visitor()
        user = users.of_session(asked.cookies.get(self.cookie, ""))
        return Visitor(name=user.name, role=user.role, logged_in=True) if user else Visitor()

    def _may_read(self, users: Users | None) -> bool:
        return self._local or (self._open and users is None)

    async def _check(self, asked: Asked) -> None:
        form = await asked.form()
        given = str(form.get("token") or asked.headers.get("x-token") or "")
        mine = asked.cookies.get(self.cookie)
        if not mine or not hmac.compare_digest(given.encode(), self._token(mine).encode()):
            raise PermissionDeniedException("form")

    def _token(self, cookie: str) -> str:
        # the cookie is a secret of browser and program: who cannot read it cannot make its token, before and after a restart
        return hmac.new(b"form", cookie.encode(), hashlib.sha256).hexdigest()[:32]


async def cookie_set(message: Message, scope: Scope) -> None:
    """Adds the cookie that the door wants kept."""
    found = scope.get("state", {}).get("set_cookie")
    if found and message["type"] == "http.response.start":
        message["headers"] = [*message["headers"], (b"set-cookie", found)]


def visitor(asked: Asked) -> Visitor:
    """Who asks."""
    found = asked.scope["state"].get("visitor")
    return found if isinstance(found, Visitor) else Visitor()


def reviewer(asked: Asked) -> Visitor:
    """Who asks, if they may judge; raises NotAuthorizedException, or PermissionDeniedException for a mere reader."""
    who = visitor(asked)
    if not who.name:
        raise NotAuthorizedException("login")
    if not who.judges:
        raise PermissionDeniedException("role")
    return who


def token_of(asked: Asked) -> str:
    """What the forms of this page must carry."""
    return door(asked).token(asked)


def door(asked: Asked) -> Door:
    """The door that the request came through."""
    found: Door = asked.app.state.door
    return found


def back_to(address: str) -> str:
    """An address of these pages, or the front page: a login never leads away.

    >>> back_to("/review"), back_to("//evil.example"), back_to("https://evil.example")
    ('/review', '/', '/')
    """
    safe = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if safe and address.isprintable() else "/"


def _to_login(asked: Asked) -> Response[Any]:
    if asked.url.path.endswith(".json"):
        return Response({"error": "Log in first", "reason": "Reading needs a login here."}, status_code=401)
    return Redirect(login_page(asked), status_code=303)


def login_page(asked: Asked) -> str:
    """The login, which leads back to what was asked for."""
    wanted = asked.url.path + (f"?{asked.url.query}" if asked.url.query else "")
    return f"/login?{urlencode({'next': wanted if asked.method == 'GET' else '/review'})}"
