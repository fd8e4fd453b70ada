"""Well-known holders of public offices: the country that the report speaks of without putting it beside the name."""

import pytest

from communique.lexicon.holders import known_holders
from communique.reading.people import cast
from communique.reading.scan import scan


def owners(text: str) -> list[str]:
    return [f"{p.name.split()[-1]} {h.of or '-'}" for p in cast(scan(text)).people for h in p.holdings]


CASES = [
    ("President Emmanuel Macron spoke by phone about the strikes in France.", ["Macron FR"]),
    ("President Macron left the French capital.", ["Macron FR"]),
    ("Foreign Minister Sergey Lavrov received him in Moscow.", ["Lavrov RU"]),
    ("Nigeria sent nobody. President Muhammadu Buhari telephoned.", ["Buhari NG"]),
    # of two lives the one that the office belongs to
    ("Prime Minister Donald Tusk flew from Poland to the EU.", ["Tusk PL"]),
    ("President Donald Tusk flew from Poland to the EU.", ["Tusk EU"]),
    # the title's own country stays
    ("Kenyan President William Ruto spoke about Sudan.", ["Ruto KE"]),
    # no word of the country: nothing
    ("President Emmanuel Macron spoke.", ["Macron -"]),
    # a stranger of the same surname
    ("Foreign Minister Odile Macron spoke about France.", ["Macron -"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_known(text: str, expected: list[str]) -> None:
    assert owners(text) == expected


def test_names_agree_in_any_order_and_spelling() -> None:
    assert {k.of for k in known_holders("SUGA Yoshihide")} == {"JP"}
    assert {k.of for k in known_holders("Abdelfattah El-Sisi")} == {"EG"}
    assert known_holders("Robert Sisi") == ()
