"""Pairs worth a look: what the program could not decide, and nobody has decided yet."""

from collections.abc import Iterable, Mapping

from communique.model.clusters import Clusters
from communique.model.judgement import Judgement, in_force, mentions_of
from communique.model.record import Pair


def unsure_pairs(
    clusters: Clusters, aliases: Mapping[str, str], judgements: Iterable[Judgement]
) -> tuple[Pair, ...]:
    """Entries of which some mentions were found `unsure`, each pair once, the likeliest first.

    A pair on which a person has given a word, whichever, is not asked about again.
    """
    asked = {
        frozenset(_entry(mentions_of(side)[0], clusters, aliases) for side in (j.left, j.right))
        for j in in_force(judgements)
        if j.right is not None and j.who != "program"
    }
    best: dict[tuple[str, str], Pair] = {}
    for link in clusters.links:
        left, right = sorted((clusters.nodes[link.left], clusters.nodes[link.right]))
        if link.verdict != "unsure" or left == right or frozenset((left, right)) in asked:
            continue
        pair = Pair(score=link.score, left=left, right=right, reason=link.reason)
        best[left, right] = max(best.get((left, right), pair), pair)
    return tuple(sorted(best.values(), key=lambda p: (-p.score, p.left, p.right)))


def _entry(named: str, clusters: Clusters, aliases: Mapping[str, str]) -> str | None:
    return aliases.get(named) or clusters.nodes.get(named)
