"""Who may do what with a record's pages: names, roles, passwords (argon2id), sessions.

They are kept in a file of their own beside the record (`csto.db-users`), never in the ledger: what is removed
here is gone, and a record can be handed on without anybody's password in it.
"""

import hashlib
import os
import re
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    Float,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    create_engine,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as insert_new
from sqlalchemy.exc import DBAPIError

from communique.model.errors import BadInput, BrokenRecord

ROLES = ("reader", "reviewer", "admin")
"""What a user may do: look; look and judge; also take back what others judged."""

LEAST = 10
"""Characters that a password must have."""

IDLE, WHOLE = 12 * 3600, 30 * 24 * 3600
"""Seconds after which a session ends: unused, and in any case."""

WHILE = 15 * 60
"""Seconds for which a wrong password counts."""

_MANY = 50_000
_NAME = re.compile(r"[^\W_][\w.@-]{0,63}")
_METADATA = MetaData()
USER = Table(
    "user",
    _METADATA,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", String, nullable=False, comment="argon2id"),
    Column("made", String, nullable=False),
)
SESSION = Table(
    "session",
    _METADATA,
    Column("token", String, primary_key=True, comment="sha256 of what the browser holds"),
    Column("name", String, nullable=False),
    Column("began", Integer, nullable=False),
    Column("used", Integer, nullable=False),
)
VISIT = Table(
    "visit",
    _METADATA,
    Column("name", String, primary_key=True),
    Column("reading", Integer, nullable=False, comment="the newest reading when the user was last through"),
)
WRONG = Table(
    "wrong",
    _METADATA,
    Column("number", Integer, primary_key=True),
    Column("name", String, nullable=False),
    Column("place", String, nullable=False),
    Column("at", Float, nullable=False),
    Index("wrong_name", "name", "place"),
    Index("wrong_place", "place"),
    comment="passwords that were wrong a while ago",
)


class User(msgspec.Struct, frozen=True, kw_only=True):
    """One who may enter."""

    name: str
    role: str
    made: str = ""


def path_of(record: str | Path) -> Path:
    """The file of the record's users."""
    return Path(f"{record}-users")


class Users:
    """The users of one record.

    >>> with Users.open("csto.db") as users:          # doctest: +SKIP
    ...     users.add("anna", "reviewer", "correct horse battery")
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        self._engine = engine
        self.path = path

    @classmethod
    def open(cls, record: str | Path) -> Self:
        """The users of a record, none at first; their file can be read by its owner alone."""
        path = path_of(record)
        try:
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=8, max_overflow=-1)
            _METADATA.create_all(engine)
        except (OSError, DBAPIError) as error:
            reason = error.strerror if isinstance(error, OSError) else error.orig
            raise BrokenRecord(f"{path}: the users cannot be kept there ({reason})") from None
        return cls(engine, path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self._engine.dispose()

    def add(self, name: str, role: str, password: str) -> User:
        """A new user; raises BadInput for a name that is taken or none, a role that is none, a short password."""
        if not _NAME.fullmatch(name):
            raise BadInput(name or "name", "a name has letters, digits and . @ - _, up to 64, no blanks")
        if role not in ROLES:
            raise BadInput(role, f"is no role; there is {', '.join(ROLES)}")
        user = User(name=name, role=role, made=datetime.now(UTC).replace(microsecond=0).isoformat())
        row = {**msgspec.structs.asdict(user), "password": _hash(password)}
        with self._writing() as db:
            if not db.execute(insert_new(USER).on_conflict_do_nothing(), row).rowcount:
                raise BadInput(name, "is there already; `communique user remove` it first")
        return user

    def remove(self, name: str) -> None:
        """The user is gone, and every session of theirs; raises BadInput where there is none."""
        with self._writing() as db:
            if not db.execute(delete(USER).where(USER.c.name == name)).rowcount:
                raise BadInput(name, "no such user; `communique user list` names them")
            db.execute(delete(SESSION).where(SESSION.c.name == name))

    def listed(self) -> list[User]:
        """All users, by name."""
        with self._engine.connect() as db:
            found = db.execute(select(USER.c.name, USER.c.role, USER.c.made).order_by(USER.c.name))
            return [User(**row) for row in found.mappings()]

    def any(self) -> bool:
        """Whether there is a user at all."""
        with self._engine.connect() as db:
            return bool(db.execute(select(func.count()).select_from(USER)).scalar())

    def entered(self, name: str, password: str) -> User | None:
        """The user whose name and password these are; an unknown name takes as long as a wrong password."""
        with self._engine.connect() as db:
            row = db.execute(select(USER).where(USER.c.name == name)).mappings().first()
        try:
            with _AT_ONCE:
                _hasher().verify(row["password"] if row else _nobody(), password)
        except (VerificationError, InvalidHashError):
            return None
        return User(name=row["name"], role=row["role"], made=row["made"]) if row else None

    def begin(self, name: str) -> str:
        """A new session; what the browser is to hold. Only its hash is kept."""
        token, now = secrets.token_urlsafe(32), int(time.time())
        with self._writing() as db:
            over = (SESSION.c.used < now - IDLE) | (SESSION.c.began < now - WHOLE)
            db.execute(delete(SESSION).where(over))
            db.execute(insert(SESSION), [{"token": _sealed(token), "name": name, "began": now, "used": now}])
        return token

    def end(self, token: str) -> None:
        """The session is over."""
        with self._writing() as db:
            db.execute(delete(SESSION).where(SESSION.c.token == _sealed(token)))

    def of_session(self, token: str) -> User | None:
        """Whose session it is; None for one that is over, unknown, or of a user who was removed."""
        now = int(time.time())
        found = (
            select(USER.c.name, USER.c.role, USER.c.made, SESSION.c.used)
            .join(USER, USER.c.name == SESSION.c.name)
            .where(SESSION.c.token == _sealed(token), SESSION.c.used >= now - IDLE)
            .where(SESSION.c.began >= now - WHOLE)
        )
        with self._engine.connect() as db:
            row = db.execute(found).mappings().first()
        if row is None:
            return None
        if row["used"] < now - 60:  # not on every request: it is a write
            with self._writing() as db:
                db.execute(update(SESSION).where(SESSION.c.token == _sealed(token)).values(used=now))
        return User(name=row["name"], role=row["role"], made=row["made"])

    def seen(self, name: str) -> int:
        """The newest reading that the user has been through; 0 at first."""
        with self._engine.connect() as db:
            return int(db.execute(select(VISIT.c.reading).where(VISIT.c.name == name)).scalar() or 0)

    def has_seen(self, name: str, reading: int) -> None:
        """The user has been through everything up to this reading."""
        new = insert_new(VISIT).on_conflict_do_update(index_elements=["name"], set_={"reading": reading})
        with self._writing() as db:
            db.execute(new, {"name": name, "reading": reading})

    def was_wrong(self, name: str, place: str, at: float) -> None:
        """Somebody gave a wrong password for this name, from this place."""
        with self._writing() as db:
            db.execute(insert(WRONG), [{"name": name, "place": place, "at": at}])
            newest = select(func.max(WRONG.c.number)).scalar_subquery()
            # a flood of made-up names must not fill the disk
            db.execute(delete(WRONG).where((WRONG.c.at <= at - WHILE) | (WRONG.c.number <= newest - _MANY)))

    def shut(self, name: str, place: str, most: int, now: float) -> float:
        """Seconds for which no more than `most` wrong passwords are borne: of this name, from this place, or both; empty is any."""
        found = select(WRONG.c.at).where(WRONG.c.at > now - WHILE).order_by(WRONG.c.at.desc())
        for column, value in ((WRONG.c.name, name), (WRONG.c.place, place)):
            found = found.where(column == value) if value else found
        with self._engine.connect() as db:
            earliest = db.execute(found.offset(most - 1).limit(1)).scalar()
        return 0.0 if earliest is None else float(earliest) + WHILE - now

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._engine.begin() as db:
            yield db


_AT_ONCE = threading.Semaphore(2)
"""Each check of a password takes 64 MB: a crowd at the door waits, or it would take the machine's memory."""


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()  # argon2id with the library's own cost, which follows RFC 9106


@cache
def _nobody() -> str:
    return _hasher().hash(secrets.token_urlsafe(16))


def _hash(password: str) -> str:
    if len(password) < LEAST:
        raise BadInput("password", f"has fewer than {LEAST} characters; take a longer one")
    return _hasher().hash(password)


def _sealed(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
