"""Figures side by side, in words: what each is to the one before, and never a sum."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from communique.catalogue.comparing import Claim, Compared
from communique.catalogue.rows import Conflict
from communique.uses.columns import amount
from communique.uses.days import brief

HEADS = ("value", "period", "claimed by", "according to", "compared", "id")
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


def heading(group: Compared) -> str:
    """What is compared: `tonnes drugs seized (KANAL)`."""
    common = f"({', '.join(group.common)})" if group.common else ""
    return " ".join(w for w in (group.unit, group.what, common) if w)


def cells(group: Compared) -> Iterator[Sequence[str]]:
    """The claims of a group as rows under HEADS."""
    for claim in group.claims:
        row = claim.row
        source = ", ".join(w for w in (row.publisher or row.report[:_SHORT], brief(row.published)) if w)
        period = claim.period or brief(row.period)
        yield (amount(row), period, row.claimed_by or "", source, remark(claim, group), row.id[:_SHORT])


def contradicting(groups: Iterable[Compared]) -> Iterator[Conflict]:
    """The claims of one thing and one period that give other numbers, each beside the one that it contradicts."""
    for group in groups:
        known = {claim.row.id: claim.row for claim in group.claims}
        for claim in group.claims:
            if claim.relation == "contradicts" and claim.against in known:
                yield Conflict(
                    id=claim.row.id,
                    kind="figures",
                    label=heading(group),
                    field="value",
                    stands=amount(claim.row),
                    rule="both are claimed",
                    reports=1,
                    others=(amount(known[claim.against]),),
                    against=1,
                )


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
