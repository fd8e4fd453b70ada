"""Where each thing has its page, and the short ids of facts that the addresses carry."""

import hashlib
import re
from urllib.parse import quote, urlencode, urlsplit

import msgspec

from communique.lexicon.countries import country_codes
from communique.model.record import PREFIXES

_KINDS = {letter: kind for kind, letter in PREFIXES.items()}
_ID = re.compile(f"[{''.join(_KINDS)}]-[0-9a-f]{{16}}")


def kind_of(id: str) -> str:
    """The kind of an entry by its id; what has no letter is a body of the lexicon (`csto/...`)."""
    return _KINDS[id[0]] if _ID.fullmatch(id) else "bodies"


def page_of(id: str, kind: str | None = None) -> str:
    """The page of an entry.

    >>> page_of("m-00112233445566ff"), page_of("csto/permanent-council")
    ('/meetings/m-00112233445566ff', '/bodies/csto/permanent-council')
    """
    return f"/{kind or kind_of(id)}/{quote(id)}"


def country_page(party: str | None) -> str | None:
    """The page of a country; None for an organisation, which has none.

    >>> country_page("KZ"), country_page("CSTO")
    ('/countries/KZ', None)
    """
    return f"/countries/{party}" if party in country_codes() else None


def fact_id(entity: str, field: str, value: object) -> str:
    """Ten hex digits for one value of one field of one entry, the same on every page."""
    said = msgspec.json.encode([entity, field, str(value)])
    return hashlib.sha256(said).hexdigest()[:10]


def words_behind(report: str, fact: str, start: int) -> str:
    """A report's page at the words behind a fact, which are highlighted there."""
    return f"{page_of(report, 'reports')}?fact={fact}#mark-{start}"


def list_of(kind: str, words: str = "", **chosen: str) -> str:
    """A list, filtered by `words` and by what is chosen of its facets.

    >>> list_of("meetings", country="KZ")
    '/meetings?country=KZ'
    """
    asked = {name: value for name, value in {"words": words, **chosen}.items() if value}
    return f"/{kind}" + (f"?{urlencode(asked)}" if asked else "")


def followable(address: str | None) -> str | None:
    """A report's own address if a browser may follow it: http and https with a host, nothing else.

    >>> followable("javascript:alert(1)") is None
    True
    """
    try:
        parts = urlsplit((address or "").strip())
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.netloc else None
