"""Instruments: what bodies consider, approve, adopt, sign and submit."""

import msgspec

from communique.model.span import Evidence


class Instrument(msgspec.Struct, frozen=True, kw_only=True):
    """A document and what was done with it; `steps` holds every action when there are several."""

    title: str
    kind: str = "other"
    action: str = "other"
    steps: tuple[str, ...] = ()
    period: str | None = None
    parties: tuple[str, ...] = ()
    destination: str | None = None
    date: str | None = None
    count: int | None = None
    evidence: Evidence = {}
