"""Every setting, with its default and one line of help."""

import os
from pathlib import Path

import msgspec

HELP = {
    "record": "the file that holds the record (also: $COMMUNIQUE_RECORD)",
    "size_limit": "bytes that one report may have; a larger one is refused",
    "batch": "reports that are stored in one go; a stop in between loses none, it only reads them again",
    "host": "the address on which the pages are served",
    "port": "the port on which the pages are served",
}
"""Setting -> what it is; a test holds that none is missing."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person may choose; see HELP for each."""

    record: Path = Path("communique.db")
    size_limit: int = 20_000_000
    batch: int = 32
    host: str = "127.0.0.1"
    port: int = 8000


def settings(record: Path | None = None, port: int | None = None) -> Settings:
    """The settings in force: what is given here, else what the environment says, else the defaults."""
    chosen = Settings()
    said = os.environ.get("COMMUNIQUE_RECORD", "").strip()
    return msgspec.structs.replace(
        chosen,
        record=record or (Path(said) if said else chosen.record),
        port=chosen.port if port is None else port,
    )
