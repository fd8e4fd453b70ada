"""Figures side by side, in words: what each is to the one before, and never a sum."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.catalogue.comparing import Claim, Compared
from communique.uses.columns import amount

HEADS = ("value", "what", "period", "claimed by", "according to", "compared", "id")
_SHORT = 10


class ClaimLine(msgspec.Struct, frozen=True):
    """One claim among its like as a line of CSV; `group` numbers those that are compared with each other."""

    group: int
    what: str
    unit: str | None
    value: float | int
    comparator: str
    period: str | None
    claimed_by: str | None
    publisher: str | None
    published: str | None
    report: str
    id: str
    relation: str | None
    against: str | None
    change: float | None


def claim_lines(groups: Iterable[Compared]) -> Iterator[ClaimLine]:
    """Each claim of each group as one line."""
    for number, group in enumerate(groups, 1):
        for claim in group.claims:
            row = msgspec.structs.asdict(claim.row)
            told = (
                row
                | msgspec.structs.asdict(claim)
                | {"group": number, "what": group.what, "unit": group.unit}
            )
            told["period"] = claim.period or claim.row.period
            yield ClaimLine(**{name: told[name] for name in ClaimLine.__struct_fields__})


def cells(groups: Iterable[Compared]) -> Iterator[Sequence[str]]:
    """The rows of the table; an empty one between two groups."""
    for number, group in enumerate(groups):
        if number:
            yield [""] * len(HEADS)
        for at, claim in enumerate(group.claims):
            row = claim.row
            source = ", ".join(w for w in (row.publisher or row.report[:_SHORT], row.published) if w)
            what = " ".join(w for w in (group.unit, group.what, _of(group)) if w) if at == 0 else ""
            period = claim.period or row.period or ""
            yield (
                amount(row),
                what,
                period,
                row.claimed_by or "",
                source,
                remark(claim, group),
                row.id[:_SHORT],
            )


def _of(group: Compared) -> str:
    return f"({', '.join(group.common)})" if group.common else ""


def remark(claim: Claim, group: Compared) -> str:
    """`+12 % on the figure claimed for 2017`, `contradicts 420 (Varzob Wire)`, `agrees with >400 (...)`."""
    other = next((c for c in group.claims if c.row.id == claim.against), None)
    if other is None:
        return ""
    if claim.relation == "growth" and claim.change is not None:
        inexact = "about " if {claim.row.comparator, other.row.comparator} - {"="} else ""
        unit = "points" if group.unit == "percent" else "%"
        return f"{inexact}{claim.change:+g} {unit} on the figure claimed for {other.period}"
    verb = "contradicts" if claim.relation == "contradicts" else "agrees with"
    return f"{verb} {amount(other.row)} ({other.row.publisher or other.row.report[:_SHORT]})"
