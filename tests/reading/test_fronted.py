"""States told behind the verb: one line a case, behind a lead that names the sitting."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th meeting of the OSCE Permanent Council was held in Vienna on 4 May 2020. "

CASES = [
    ("Taking part were Kenya, Sweden and Chad.", "KE SE TD"),
    ("Represented at the meeting were Kenya, Sweden and Chad.", "KE SE TD"),
    ("Present were Kenya, Sweden and Chad.", "KE SE TD"),
    ("Also joining the meeting were Kenya and Sweden.", "KE SE"),
    ("Statements were made by Kenya, Sweden and Chad.", "KE SE TD"),
    ("Interventions were made by Kenya and Sweden.", "KE SE"),
    ("Statements were delivered by the delegations of Kenya and Sweden.", "KE SE"),
    # with other words between the state and its deed
    ("The meeting involved Kenya, Sweden and Chad.", "KE SE TD"),
    ("The EU and the African Union were represented.", "AU EU"),
    ("The Kenyan and Swedish delegations were led by their ministers.", "KE SE"),
    ("Kenya, speaking for the coastal states, proposed a new plan at the meeting.", "KE"),
    # nobody came
    ("Not represented at the meeting were Kenya and Chad.", ""),
    ("Last year's meeting was attended by Kenya and Sweden.", ""),
    ("Statements were made by Kenya Airways and its pilots.", ""),
    ("The ships present were built in Kenya and Chad.", ""),
]


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[w[:50] for w, _ in CASES])
def test_states_behind_the_verb(words: str, expected: str) -> None:
    found = read(Text(name="t", characters=LEAD + words)).meetings
    assert " ".join(sorted({c for m in found for c in m.represented})) == expected
