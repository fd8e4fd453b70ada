"""Serving the pages: on this machine alone, or beyond it to those who log in."""

import ipaddress
import multiprocessing
import os
import shutil
import signal
import socket
import sys
import tempfile
import threading
from contextlib import ExitStack
from datetime import date
from functools import partial
from pathlib import Path

import msgspec
from litestar import Litestar
from sqlalchemy.exc import SQLAlchemyError

from communique.collecting import settled
from communique.model.errors import BadInput
from communique.settings import Settings
from communique.uses.users import path_of
from communique.uses.web.admitting import Door
from communique.uses.web.app import create_app
from communique.uses.web.keeper import Keeper
from communique.uses.web.visits import Visits

_HERE = "127.0.0.1"
_SMALL = 50_000_000
"""Bytes of a record for which one process is enough: it answers before a second has begun."""
_TURN = 0.0005
"""Seconds after which one answer lets another go on: each question of the database gives the turn away, and would get it back after five
milliseconds only, while something long is worked out; a page asks forty."""
_PATIENCE = 60
"""Seconds in which a process must give a sign of life; a crowd on a slow machine may hold it up."""


class Served(msgspec.Struct, frozen=True, kw_only=True):
    """What each process needs to know to serve a record: the file that is shown, and the door in front of it."""

    record: Path
    shown: Path
    names: tuple[str, ...] = ()
    local: bool = True
    open_to_all: bool = False
    visits: Path | None = None

    @property
    def judged(self) -> bool:
        """Whether it may be judged: a copy of what may not be written is only shown."""
        return self.shown == self.record

    def door(self) -> Door:
        """The door of one process; sessions are in the file of the users, which all share."""
        return Door(self.record, local=self.local, open_to_all=self.open_to_all)

    def app(self) -> Litestar:
        """The pages of one process."""
        return create_app(self.shown, self.names, door=self.door(), judged=self.judged, visits=self.visits)


def serve(
    chosen: Settings, shown: Path, host: str = _HERE, *, open_to_all: bool = False, workers: int | None = None
) -> None:
    """Serves the pages until Ctrl+C; leaves with code 2 where the port is taken.

    `shown` is the record, or a copy of one that may not be written; `workers` the number of processes, as many as the
    record and the machine call for without. Raises BadInput where others could come in and there are no users.
    """
    local = loopback(host)
    # on a person's own machine it must not answer to a foreign name that was made to point there
    names = tuple(f"{name}:{chosen.port}" for name in dict.fromkeys((_shown(host), _HERE, "localhost")))
    served = Served(
        record=chosen.record, shown=shown, names=names if local else (), local=local, open_to_all=open_to_all
    )
    door = served.door()
    if not local and not open_to_all and door.users is None:
        raise BadInput(
            f"--host {host}",
            "other machines could read this record, and it has no users; make one "
            "(communique user add NAME --role admin), or say --let-everyone-read-without-login",
        )
    with _listening(host, chosen.port) as listener:
        print(f"Pages at http://{_shown(host)}:{chosen.port} (Ctrl+C ends)", flush=True)
        if not local:
            print(_told(door), flush=True)
        door.close()
        number = workers or enough(shown)
        if number == 1:
            _alone(served, listener)
        else:
            _together(served, listener, number)


def enough(record: Path) -> int:
    """How many processes a record calls for on this machine: one core serves one of them at a time."""
    if record.stat().st_size < _SMALL:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(4, cores))


def _alone(served: Served, listener: socket.socket) -> None:
    import uvicorn

    sys.setswitchinterval(_TURN)
    threading.Thread(target=warm, args=(served.shown,), daemon=True).start()
    if hasattr(signal, "SIGHUP"):  # a closed terminal ends it as Ctrl+C does: nothing is left behind
        signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    config = uvicorn.Config(served.app(), log_level="warning", access_log=False, server_header=False)
    try:
        uvicorn.Server(config).run(sockets=[listener])
    except KeyboardInterrupt:
        return


def _together(served: Served, listener: socket.socket, number: int) -> None:
    """Several processes answer at one port; this one starts them, and keeps the record up meanwhile."""
    import uvicorn
    from uvicorn.supervisors import Multiprocess

    with ExitStack() as after:
        folder = after.enter_context(tempfile.TemporaryDirectory(prefix="communique-"))
        served = msgspec.structs.replace(served, visits=Path(folder) / "visits.db")
        if served.judged and served.visits:
            keeper = Keeper(served.record, Visits(served.visits), aside=True)
            after.callback(keeper.close)
            keeper.begin()
        config = uvicorn.Config(
            partial(worker, served),
            factory=True,
            workers=number,
            timeout_worker_healthcheck=_PATIENCE,
            log_level="warning",
            access_log=False,
            server_header=False,
        )
        supervisor = Multiprocess(config, sockets=[listener])
        # whoever closes the terminal wants no server left behind; the supervisor would start its processes anew
        supervisor.handle_hup = supervisor.handle_term  # type: ignore[method-assign]
        supervisor.run()


def worker(served: Served) -> Litestar:
    """The pages of one process among several: it ends when the one that started it is gone, however that ended.

    It answers once it has drawn the front page and summed up the record: those who come first wait for that, and not for each other besides.
    """
    threading.Thread(target=_outlived, args=(served.visits,), daemon=True).start()
    sys.setswitchinterval(_TURN)
    warm(served.shown)
    sum_up(served.shown)
    return served.app()


def _outlived(visits: Path | None) -> None:
    """Ends this process when the one that started it is gone; a killed one leaves the folder of the visits behind."""
    if parent := multiprocessing.parent_process():
        parent.join()
        if visits:
            shutil.rmtree(visits.parent, ignore_errors=True)
        os.kill(os.getpid(), signal.SIGTERM)


def warm(record: Path) -> None:
    """Makes what the front page shows before anybody asks: drawing needs a second to load, and is kept; countries, bodies and spellings too."""
    from communique.catalogue import asking
    from communique.lexicon.bodies import bodies
    from communique.lexicon.countries import country_codes
    from communique.lexicon.spelling import canonical
    from communique.uses.web.front import drawn

    country_codes(), bodies(), canonical("names")
    try:
        with asking(record) as db:
            drawn(db)
    except SQLAlchemyError:
        return  # a record that cannot be asked says so to the first who asks
    settled()


def sum_up(record: Path) -> None:
    """Works out what takes longest on a large record, before the first reader asks for it."""
    from communique.catalogue import asking
    from communique.catalogue.narrowing import Asked, Narrowed
    from communique.catalogue.paging import Going
    from communique.model.record import KINDS
    from communique.uses.web.over_time import side_by_side

    try:
        with asking(record) as db:
            side_by_side(db, "", Going())
            for kind in KINDS:
                Narrowed(db, kind, Asked(today=date.today().isoformat())).facets()
    except SQLAlchemyError:
        return  # as above


def loopback(host: str) -> bool:
    """Whether only this machine can reach an address.

    >>> loopback("127.0.0.1"), loopback("localhost"), loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _told(door: Door) -> str:
    if door.users is None:
        return "Everyone who reaches this address can read the record; nobody can judge."
    return f"A login is needed; the users are in {path_of(door.record)}. Passwords travel safely only behind https."


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host and not host.startswith("[") else host


def _listening(host: str, port: int) -> socket.socket:
    """The port, ours; where another program has it, one line and exit code 2."""
    plain = host.strip("[]")
    listener = socket.socket(socket.AF_INET6 if ":" in plain else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((plain, port))
        listener.listen()
    except OSError as error:
        listener.close()
        print(
            f"port {port} of {host} cannot be used: {error.strerror}; choose another with --port",
            file=sys.stderr,
        )
        raise SystemExit(2) from None
    return listener
