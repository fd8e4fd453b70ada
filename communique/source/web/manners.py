"""How this program behaves as a guest: its name, its pace, its limits, and whom it may ask at all."""

from importlib import metadata

import msgspec

AGENT = "Communique"
"""The name by which robots.txt may speak of this program."""


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How to ask: `gap` seconds between two requests to a host, `seconds` for one request in all, `patience` for
    a host's turn; `private` and `ports` are what a person allows beyond the usual."""

    contact: str = ""
    gap: float = 1
    seconds: float = 60
    patience: float = 120
    size_limit: int = 20_000_000
    private: tuple[str, ...] = ()
    ports: tuple[int, ...] = ()

    @property
    def agent(self) -> str:
        """The name that is told with every request: `Communique/0.1.0 (+mailto:desk@example.org)`."""
        return f"{AGENT}/{_version()}" + (f" (+{self.contact})" if self.contact else "")


def _version() -> str:
    try:
        return metadata.version("communique")
    except metadata.PackageNotFoundError:
        return "0"
