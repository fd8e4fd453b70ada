"""Tables of reports (CSV, Parquet) to pages: one report a row, each bad row named `file.csv:17`."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.source.kinds import COLUMNS, delimiter_of
from communique.source.opened import InputError, Opened, seekable, too_large
from communique.source.rows import SAID, page_of_row
from communique.source.unpacked import Budget

FIELDS = frozenset({*COLUMNS, *SAID, "id", "url"})
ROWS = 64
"""Rows of a Parquet file that are in memory at a time."""

NEEDS = "has no column `text` or `html`"


def pages_of_csv(of: Opened) -> Iterator[Page | BadInput]:
    """The reports of a table whose first line names its columns: `id,title,published,text`.

    Commas, semicolons and tabs are told apart by that line. Raises InputError for a table without reports.
    """
    with io.TextIOWrapper(of.file, encoding="utf-8-sig", errors="surrogateescape", newline="") as lines:
        csv.field_size_limit(of.limit)
        first = lines.readline(10_000)
        delimiter = delimiter_of(first)
        if delimiter is None:
            raise InputError(f"{NEEDS} in its first line" if first.strip() else "is empty")
        heads = [head.strip().casefold() for head in next(csv.reader([first], delimiter=delimiter))]
        yield from _rows(csv.reader(_bounded(lines, of.limit), delimiter=delimiter), heads, of)


def _bounded(lines: io.TextIOWrapper, limit: int) -> Iterator[str]:
    """The lines, none of which may be longer than a report: a line without an end would fill the memory."""
    while line := lines.readline(limit + 1):
        if len(line) > limit:
            raise InputError(too_large(limit))
        yield line


def _rows(rows: Any, heads: list[str], of: Opened) -> Iterator[Page | BadInput]:
    before = 1
    while True:
        place = f"{of.place}:{before + 1}"
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield BadInput(place, f"is no sound row ({error})")
            return  # where a row has no end, neither has what follows a beginning
        before = rows.line_num + 1
        if any(cells):
            said = {head: cell for head, cell in zip(heads, cells, strict=False) if head in FIELDS and cell}
            yield page_of_row(place, said, of.limit)


def pages_of_parquet(of: Opened) -> Iterator[Page | BadInput]:
    """The reports of a Parquet file with the same columns; raises InputError where pyarrow is not installed."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError:
        raise InputError(
            "needs pyarrow, which is not installed: pip install 'communique[parquet]', or save it as .csv"
        ) from None
    try:
        of = seekable(of)
        budget = Budget(of.file.seek(0, 2))
        of.file.seek(0)
        yield from _parquet_rows(parquet.ParquetFile(of.file), of, budget)
    except (ArrowException, OSError, ValueError, LookupError, ArithmeticError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(f"is no sound Parquet file ({reason})") from None


def _parquet_rows(file: Any, of: Opened, budget: Budget) -> Iterator[Page | BadInput]:
    columns = [name for name in file.schema_arrow.names if name.casefold() in FIELDS]
    if not COLUMNS.intersection(map(str.casefold, columns)):
        raise InputError(NEEDS)
    for i in range(
        file.metadata.num_row_groups
    ):  # what the file says itself; what comes out is counted as well
        Budget(budget.packed).spend(file.metadata.row_group(i).total_byte_size)
    number = 0
    for batch in file.iter_batches(batch_size=ROWS, columns=columns):
        for row in batch.to_pylist():
            number += 1
            said = {name.casefold(): _plain(value) for name, value in row.items() if value is not None}
            budget.spend(sum(len(value) for value in said.values() if isinstance(value, str)))
            yield page_of_row(f"{of.place}:{number}", said, of.limit)


def _plain(value: Any) -> Any:
    """A day or a moment as words; the rest as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
