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
    "user": "the name under which your judgements are kept; empty: the one you are logged in with",
}
"""Setting -> what it is; a test holds that none is missing, here and in docs/settings.md."""

LEAST = {"size_limit": 1, "batch": 1, "port": 1}
MOST = {"port": 65535}


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person may choose; see HELP for each."""

    record: Path = Path("communique.db")
    size_limit: int = 20_000_000
    batch: int = 32
    port: int = 8000
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
        user=said["user"],
    )


def _number(field: str, words: str) -> int:
    try:
        value = int(words)
    except ValueError:
        raise BadInput(variable(field), f"{words!r} is no whole number") from None
    least, most = LEAST[field], MOST.get(field)
    if value < least or (most is not None and value > most):
        raise BadInput(
            variable(field), f"{value} is not {least} or more" + (f", up to {most}" if most else "")
        )
    return value
