"""Who takes part: people in offices, countries, organisations."""

import msgspec

from communique.model.span import Evidence


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A person and an office that the text ties together; `of` is a country code or an organisation.

    `start` and `end` are days (EDTF) on which the text says that the office was taken up and left.
    """

    person: str
    office: str
    of: str | None = None
    former: bool = False
    start: str | None = None
    end: str | None = None
    evidence: Evidence = {}


class Participation(msgspec.Struct, frozen=True, kw_only=True):
    """A person at a meeting, in which office, for whom, in which role."""

    name: str
    office: str | None = None
    represents: str | None = None
    role: str | None = None
    on_behalf_of: str | None = None
    evidence: Evidence = {}


class Chair(msgspec.Struct, frozen=True, kw_only=True):
    """Who chaired: a person, or a country or organisation alone."""

    name: str
    represents: str | None = None
    evidence: Evidence = {}
