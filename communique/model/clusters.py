"""Clusters: which mentions are one and the same thing, and why."""

from collections.abc import Mapping

import msgspec


class Link(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One comparison of two nodes, `same` or `unsure`, with a score and a reason in words."""

    left: str
    right: str
    verdict: str
    score: float
    reason: str
    who: str = "program"


class Clusters(msgspec.Struct, frozen=True, kw_only=True):
    """Mention id -> entry id, and the comparisons that led there.

    `entries[mention.id]` is the entry of a mention; a node is mentions alike in all that is compared, `nodes`
    says which entry each belongs to; `links` are kept for whoever asks why.
    """

    entries: Mapping[str, str] = {}
    nodes: Mapping[str, str] = {}
    links: tuple[Link, ...] = ()
