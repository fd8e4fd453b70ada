"""The country beside a name: one line a case; `person country` for everybody whom the sentence names."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan

CASES = [
    ("Sweden's Anna Lindt spoke.", ["Anna Lindt SE"]),
    ("The Kenyan Maria Yusuf spoke.", ["Maria Yusuf KE"]),
    ("Norway - Anna Lindt, Kenya - Maria Yusuf", ["Anna Lindt NO", "Maria Yusuf KE"]),
    ("Norway     Anna Lindt", ["Anna Lindt NO"]),
    ("Anna Lindt (Sweden) spoke.", ["Anna Lindt SE"]),
    ("There were Anna Lindt for Sweden, Maria Yusuf for Kenya.", ["Anna Lindt SE", "Maria Yusuf KE"]),
    ("Anna Lindt and Maria Yusuf (Sweden and Kenya) spoke.", ["Anna Lindt SE", "Maria Yusuf KE"]),
    ("Anna Lindt voted for Sweden to join.", ["Anna Lindt -"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_country_beside_a_name(text: str, expected: list[str]) -> None:
    assert [f"{p.name} {p.nation or '-'}" for p in cast(scan(text)).people] == expected


NAMES = [
    ("Prime Minister SATO Yoshiko spoke.", ["SATO Yoshiko"]),
    ("Minister Israel Cohen spoke.", ["Israel Cohen"]),
    ("The ambassador of Jordan Maria Haddad spoke.", ["Maria Haddad"]),
    ("Q. Who spoke?\nA. Anna Maria Lindt, the Swedish minister, did.", ["Anna Maria Lindt"]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_that_look_like_something_else(text: str, expected: list[str]) -> None:
    assert [p.name for p in cast(scan(text)).people] == expected
