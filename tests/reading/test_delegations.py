"""Lists of those who sent delegations: one line a case; the text, then the parties of its meeting."""

import pytest

from communique.model.text import Text
from communique.reading import read

MET = "The Lake Commission held its 5th session in Lima on 4 May 2021. "

CASES = [
    (
        "It was opened before the delegations of the four lake states of the Commission (Chad, Mali, Niger and Togo).",
        ["ML", "NE", "TD", "TG"],
    ),
    (
        "The session heard the Secretary and took note of the words of representatives of Chad, the European Union (EU) and Mali.",
        ["EU", "ML", "TD"],
    ),
    ("Also there were observers - Chad, Mali and Togo.", ["ML", "TD", "TG"]),
    # a verb in between, two only, only spoken of, away, in somebody's mouth
    ("Delegates said Chad, Mali and Togo had asked for a loan.", []),
    ("Representatives visited ports of Chad, Mali and Togo.", []),
    ("Delegates were told of the weather in the regions of Chad, Mali and Togo.", []),
    ("Representatives of Chad, Mali and Togo did not attend.", []),
    ("He said: “Delegates from Chad, Mali and Togo would be welcome.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_who_sent_delegations(sentence: str, expected: list[str]) -> None:
    (found,) = read(Text(name="text", characters=MET + sentence)).meetings
    assert sorted(found.represented) == expected
