"""Inputs as a person names them: files, folders, standard input, and addresses asked as the settings say."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.settings import Settings, variable
from communique.source import is_address, pages

if TYPE_CHECKING:
    from communique.source.web import Web


def inputs(paths: Sequence[str | Path], chosen: Settings, gated: bool = False) -> Iterator[Page | BadInput]:
    """The reports under `paths` and at addresses, pages of crawls `gated` or not. Raises BadInput for a setting that makes no sense."""
    if not any(is_address(path) for path in paths):
        return pages(paths, chosen.size_limit, gated=gated)
    web = web_of(chosen)  # encryption takes a moment to load; files need none
    return pages(
        paths, chosen.size_limit, lambda address: _fetched(address, web, chosen.size_limit, gated), gated
    )


def _fetched(address: str, web: "Web", size_limit: int, gated: bool) -> Iterator[Page | BadInput]:
    from communique.source.web import Asked, reports_of
    from communique.uses.terminal import waiting

    with waiting(f"asking {address}"):
        answer = web.ask(Asked(address))
    yield from reports_of(answer, size_limit, gated)


def web_of(chosen: Settings) -> "Web":
    """The web as the settings let it be asked; raises BadInput for one that makes no sense."""
    from communique.source.web import Manners, Web

    manners = Manners(
        contact=chosen.contact,
        gap=chosen.pace,
        seconds=chosen.request_seconds,
        size_limit=chosen.size_limit,
        private=chosen.allow_private,
        ports=chosen.allow_ports,
    )
    try:
        return Web(manners)
    except ValueError as error:
        raise BadInput(variable("allow_private"), str(error)) from None
