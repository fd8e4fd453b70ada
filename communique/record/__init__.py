"""The record: a fold over readings and clusters. Any order of arrival gives the same, byte for byte.

Example::

    record = project(reports, clusters)
    record.of("meetings")[0].get("city")
"""

from communique.record.jsonl import to_jsonl
from communique.record.project import entry_of, part_of, points, project

__all__ = ["entry_of", "part_of", "points", "project", "to_jsonl"]
