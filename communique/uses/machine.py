"""Lists for programs: one JSON object a line, or CSV with one fixed header a kind."""

import csv
import sys
from collections.abc import Iterable
from typing import Any

import msgspec

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def print_json(rows: Iterable[msgspec.Struct]) -> None:
    """Each row as one line of JSON on standard output."""
    for row in rows:
        sys.stdout.write(msgspec.json.encode(row).decode() + "\n")


def print_csv(rows: Iterable[msgspec.Struct], row_type: type[msgspec.Struct]) -> None:
    """Header and rows as CSV on standard output; the header is there without rows too."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(row_type.__struct_fields__)
    for row in rows:
        out.writerow([_cell(getattr(row, name)) for name in row_type.__struct_fields__])


def _cell(value: Any) -> Any:
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    # a spreadsheet would run a report's words that begin like a formula
    if isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA):
        return f"'{value}"
    return value
