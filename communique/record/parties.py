"""Codes that mean two things: `AU` is Australia and the African Union; the words that are quoted tell which."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from communique.lexicon.bodies import bodies, bodies_in
from communique.lexicon.countries import countries_in, country_codes
from communique.model.claim import Claim

_FIELDS = frozenset(("of", "represents", "represented", "absent", "parties", "on_behalf_of"))


@cache
def _acronyms() -> Mapping[str, str]:
    """The acronyms of organisations that are codes of countries too, each with the organisation's name."""
    organisations = (b for b in bodies().values() if not b.is_organ)
    return {b.acronym: b.name for b in organisations if b.acronym in country_codes()}


class Parties:
    """What such codes mean in one report."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        self._said: dict[str, set[str]] = {}
        for claim in claims:
            if claim.field in _FIELDS and claim.value in _acronyms():
                self._said.setdefault(claim.value, set()).add(_named(claim))

    def meant(self, claim: Claim, value: Any) -> Any:
        """The organisation's name where the quotes, or else the rest of the report, name it; else `value`."""
        if claim.field not in _FIELDS or value not in self._said:
            return value
        named = _named(claim)
        if not named and self._said[value] - {""} == {"organisation"}:
            named = "organisation"
        return _acronyms()[value] if named == "organisation" else value


def _named(claim: Claim) -> str:
    """Whether the quoted words name the `country`, the `organisation`, or neither."""
    words = " | ".join(quote.words for quote in claim.quotes)
    if any(hit.value == claim.value for hit in countries_in(words)):
        return "country"
    own = (bodies()[hit.value].acronym == claim.value for hit in bodies_in(words))
    return "organisation" if any(own) else ""
