"""Ministers told in the order of their countries: the text, then `surname of` of each."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan

CASES = [
    (
        "The Foreign Ministers of Kenya, Amina Yusuf, of Norway, Erik Solberg, and of Chile, Maria Ortega, met.",
        ["Yusuf KE", "Solberg NO", "Ortega CL"],
    ),
    ("The Presidents of Kenya, Amina Yusuf, and of Norway, Erik Solberg, met.", ["Yusuf KE", "Solberg NO"]),
    (
        "The Presidents of Kenya, the Czech Republic and Chile: Amina Yusuf, Erik Solberg and Maria Ortega.",
        ["Yusuf KE", "Solberg CZ", "Ortega CL"],
    ),
    (
        "The President of Kenya, Amina Yusuf, and her counterparts from Norway, Erik Solberg; from Chile, Maria Ortega, met.",
        ["Yusuf KE", "Solberg NO", "Ortega CL"],
    ),
    ("Presidents Amina Yusuf, of Kenya, and Erik Solberg, of Norway, met.", ["Yusuf KE", "Solberg NO"]),
    ("The President of Kenya, the Czech singer Eva Berg and others met.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_of_an_own_country(text: str, expected: list[str]) -> None:
    people = cast(scan(text)).people
    assert [f"{p.name.split()[-1]} {h.of}" for p in people for h in p.holdings] == expected
