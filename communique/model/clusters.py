"""Clusters: which mentions are one and the same thing, and why."""

from collections.abc import Mapping
from typing import NamedTuple

import msgspec


class Source(NamedTuple):
    """What a report is counted as where it has copies: the name of all of them together, and when this one came out."""

    name: str
    when: str


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
    says which entry each belongs to; `links` are kept for whoever asks why. `sources` has the texts that are copies.
    """

    entries: Mapping[str, str] = {}
    nodes: Mapping[str, str] = {}
    links: tuple[Link, ...] = ()
    sources: Mapping[str, Source] = {}
