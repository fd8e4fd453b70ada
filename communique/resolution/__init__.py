"""Resolution: which mentions of different reports are one and the same person, body, meeting ...

Example::

    clusters = resolve(reports, judgements)
    clusters.entries[mention.id]        # "m-1f0c…"
"""

from communique.resolution.resolve import resolve

__all__ = ["resolve"]
