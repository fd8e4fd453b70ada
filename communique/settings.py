"""Every setting, with its default and one line of help."""

import os
from pathlib import Path

import msgspec

from communique.model.errors import BadInput

HELP = {
    "record": "the file that holds the record",
    "size_limit": "bytes that one report may have; a larger one is refused",
    "batch": "reports that are stored in one go; a stop in between loses none, it only reads them again",
    "port": "the port on which the pages are served, on this machine only",
    "contact": "an address or mailto: that is told to every site asked, so that its people can write to you",
    "pace": "whole seconds between two requests to one host",
    "request_seconds": "seconds that one request may take, from the look-up of the host to the last byte",
    "allow_private": "networks, IP addresses and hosts, parted by commas, that may be asked although they are not public",
    "allow_ports": "ports, parted by commas, that may be asked beside 80, 443, 8080 and 8443",
    "young_days": "days for which `watch` asks a page again, once a day, to see whether it changed; 0: never",
    "round_pages": "pages that one round of `watch` asks at most; the rest wait for the next",
    "round_hosts": "hosts that `watch` asks at a time, one question each; 1: one after the other",
    "user": "the name under which your judgements are kept; empty: the one you are logged in with",
}
"""Setting -> what it is; a test holds that none is missing, here and in docs/settings.md."""

LEAST = {
    "size_limit": 1,
    "batch": 1,
    "port": 1,
    "pace": 0,
    "request_seconds": 1,
    "young_days": 0,
    "round_pages": 1,
    "round_hosts": 1,
}
MOST = {"port": 65535, "allow_ports": 65535, "pace": 86_400, "request_seconds": 86_400, "round_hosts": 100}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person may choose; see HELP for each."""

    record: Path = Path("communique.db")
    size_limit: int = 20_000_000
    batch: int = 32
    port: int = 8000
    contact: str = ""
    pace: int = 1
    request_seconds: int = 60
    allow_private: tuple[str, ...] = ()
    allow_ports: tuple[int, ...] = ()
    young_days: int = 7
    round_pages: int = 1_000
    round_hosts: int = 8
    user: str = ""


def variable(setting: str) -> str:
    """The environment variable of a setting: `COMMUNIQUE_SIZE_LIMIT`."""
    return f"COMMUNIQUE_{setting.upper()}"


def settings(record: Path | None = None, port: int | None = None) -> Settings:
    """The settings in force: what is given here, else what the environment says, else the defaults.

    Raises BadInput for a variable that holds no number where one is due.
    """
    said = {field: os.environ.get(variable(field), "").strip() for field in Settings.__struct_fields__}
    told = {field: _number(field, words) for field, words in said.items() if words and field in LEAST}
    chosen = msgspec.structs.replace(Settings(), **told)
    return msgspec.structs.replace(
        chosen,
        record=record or (Path(said["record"]) if said["record"] else chosen.record),
        port=chosen.port if port is None else port,
        contact=_contact(said["contact"]),
        allow_private=_parted(said["allow_private"]),
        allow_ports=tuple(_number("allow_ports", word) for word in _parted(said["allow_ports"])),
        user=said["user"],
    )


def _parted(words: str) -> tuple[str, ...]:
    return tuple(words.replace(",", " ").split())


def _contact(words: str) -> str:
    """It is told in a header, within parentheses."""
    if not words.isascii() or not words.isprintable() or set(words) & set("() "):
        raise BadInput(variable("contact"), f"{words!r} is no address: write mailto:you@example.org")
    return words


def _number(field: str, words: str) -> int:
    try:
        value = int(words)
    except ValueError:
        raise BadInput(variable(field), f"{words!r} is no whole number") from None
    least, most = LEAST.get(field, 1), MOST.get(field)
    if value < least or (most is not None and value > most):
        raise BadInput(
            variable(field), f"{value} is not {least} or more" + (f", up to {most}" if most else "")
        )
    return value
