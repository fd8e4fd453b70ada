"""A guest of our own site for tests: it asks as the program does, by a clock that goes only when it sleeps."""

from typing import NamedTuple

from own_site import LOOPBACK, STARTED, Site

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.web import Answer, Asked, Manners, Web, World, reports_of

LIMIT = 1_000_000


class Guest(NamedTuple):
    """A guest of a running site, whose clock goes only when it sleeps; `slept` are its waits."""

    site: Site
    web: Web
    slept: list[float]

    def ask(self, path: str) -> Answer:
        return self.web.ask(Asked(self.site.at(path)))

    def reports(self, path: str) -> list[Page | BadInput]:
        return list(reports_of(self.ask(path), LIMIT))


def guest(of: Site, **more: float | tuple[str, ...] | str) -> Guest:
    slept: list[float] = []
    manners = {"private": LOOPBACK, "gap": 0, "seconds": 0.3, "size_limit": LIMIT, **more}
    clock = lambda: STARTED + sum(slept)  # noqa: E731
    return Guest(of, Web(Manners(**manners), World(clock, slept.append)), slept)  # type: ignore[arg-type]
