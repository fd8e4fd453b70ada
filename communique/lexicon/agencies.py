"""Whose reports those are that a state's own agency, ministry or site publishes."""

import re
from functools import cache

from communique.lexicon.countries import country_codes
from communique.lexicon.files import load

_OFFICIAL = re.compile(
    r"//(?:[\w-]+\.)*(?:gov|gob|gouv|govt|gub|gc|mfa|mofa|mid|president|presidency|government|premier)\."
    r"(?P<end>[a-z]{2})(?=[:/]|$)"
)
_BRITAIN = {"UK": "GB"}


@cache
def _agencies() -> dict[str, str]:
    return {name: code for code, names in load("en/agencies.yml").items() for name in names}


def agency_country(name: str) -> str | None:
    """The country of a national news agency, None of any other name.

    >>> agency_country("VNA"), agency_country("Reuters")
    ('VN', None)
    """
    return _agencies().get(name.strip(" /()[].,-–—"))


def official_country(address: str) -> str | None:
    """The country whose government keeps the site of an address.

    >>> official_country("https://www.mofa.gov.pk/news"), official_country("https://example.pk/")
    ('PK', None)
    """
    found = _OFFICIAL.search(address.lower())
    code = found["end"].upper() if found else ""
    code = _BRITAIN.get(code, code)
    return code if code in country_codes() else None
