"""Serving the pages: on this machine alone, or beyond it to those who log in."""

import ipaddress
import socket
import sys
import threading
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from communique.model.errors import BadInput
from communique.settings import Settings
from communique.uses.users import path_of
from communique.uses.web.admitting import Door
from communique.uses.web.app import create_app

_HERE = "127.0.0.1"


def serve(chosen: Settings, shown: Path, host: str = _HERE, *, open_to_all: bool = False) -> None:
    """Serves the pages until Ctrl+C; leaves with code 2 where the port is taken.

    `shown` is the record, or a copy of one that may not be written. Raises BadInput where others could come in
    and there are no users.
    """
    import uvicorn

    local = loopback(host)
    door = Door(chosen.record, local=local, open_to_all=open_to_all)
    if not local and not open_to_all and door.users is None:
        raise BadInput(
            f"--host {host}",
            "other machines could read this record, and it has no users; make one "
            "(communique user add NAME --role admin), or say --let-everyone-read-without-login",
        )
    # on a person's own machine it must not answer to a foreign name that was made to point there
    names = [f"{name}:{chosen.port}" for name in dict.fromkeys((_shown(host), _HERE, "localhost"))]
    app = create_app(shown, names if local else (), door=door, judged=shown == chosen.record)
    with _listening(host, chosen.port) as listener:
        print(f"Pages at http://{_shown(host)}:{chosen.port} (Ctrl+C ends)", flush=True)
        if not local:
            print(_told(door), flush=True)
        threading.Thread(target=warm, args=(shown,), daemon=True).start()
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        try:
            uvicorn.Server(config).run(sockets=[listener])
        except KeyboardInterrupt:
            return


def warm(record: Path) -> None:
    """Makes what the front page shows before anybody asks: drawing needs a second to load, and is kept."""
    from communique.catalogue import asking
    from communique.uses.web.front import drawn

    try:
        with asking(record) as db:
            drawn(db)
    except SQLAlchemyError:
        return  # a record that cannot be asked says so to the first who asks


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
