"""States listed behind or below "the following took part:"; lists of anything else put nobody there."""

import pytest

from communique.reading.listed_below import listed_below
from communique.reading.scan import scan

LEAD = "The following member states took part in the session:"

CASES = [
    (f"{LEAD}\n\nChad, Mali and Togo.", ["TD", "ML", "TG"]),
    (f"{LEAD} Chad, Mali, Togo.", ["TD", "ML", "TG"]),
    (f"{LEAD}\n- Chad\n- Mali\n- the Gambia", ["TD", "ML", "GM"]),
    (f"{LEAD}\n\nFor ECOWAS\n\nMali and Togo.\n\nFor ECCAS\n\nChad and Gabon.", ["ML", "TG", "TD", "GA"]),
    (f"{LEAD}\n\nMali and Togo.\n\nThe Council thanked Chad for its welcome.", ["ML", "TG"]),
    ("The following member states have not paid:\n\nChad, Mali.", []),
    ("The session dealt with the following matters:\n\nChad, Mali.", []),
    (f"{LEAD}\n\nThe session then thanked Chad for its hospitality and closed.\n\nMali.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_states_of_a_list(text: str, expected: list[str]) -> None:
    seen = scan(text)
    assert [hit.value for hit in listed_below(seen, seen.sentences[0])] == expected
