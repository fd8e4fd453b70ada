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
    # not there, wished for, sent away; a matter, a place or somebody else's
    ("Neither observers nor representatives of Moldova, Ukraine and Georgia came.", []),
    ("There were no representatives of the EU, the UN and the OSCE.", []),
    ("Unlike observers from Turkey, Serbia and Cuba, members may vote.", []),
    ("Delegates must hear civil society in Mali, Niger and Burkina Faso, the Commissioner said.", []),
    ("Delegates stress the plight of civilians in Sudan, Yemen and Syria.", []),
    ("Delegates take up the situations in Sudan, Yemen and Syria.", []),
    ("Participants give the green light to talks with Mongolia, Indonesia and the UAE.", []),
    ("Delegates have grave doubts about the vote in Russia, Belarus and Azerbaijan.", []),
    ("Observers think the gas dispute between Russia, Ukraine and the EU is over.", []),
    ("Delegates and sanctions against Russia, Belarus and Iran were the two topics.", []),
    ("The Council will send observers to Kenya, Malawi and Zambia.", []),
    ("The Council will deploy observers in Sudan, South Sudan and Chad.", []),
    ("AU election observers for Kenya, Malawi and Zambia will leave next month.", []),
    ("Observers in Mali, Niger and Burkina Faso warn of hunger.", []),
    ("Delegations left for Poland, Latvia and Estonia on Wednesday.", []),
    ("Representatives of victims in Syria, Yemen and Sudan hold out little hope.", []),
    (
        "The Austrian police give protection to delegations of Israel, Iran and the United States all year.",
        [],
    ),
    (
        "Speakers deplored the absence from the room of delegates, and the situation in Mali, Sudan and Myanmar.",
        [],
    ),
    ("It blamed representatives of Chad, Mali and Togo for the delay.", []),
    ("He hopes that observers from Chad, Mali and Togo will come.", []),
]

INVITED = [
    "It decided to invite representatives of Japan, Australia and New Zealand to the summit in July.",
    "The Chair may invite representatives of Egypt, Sudan and Kenya to the next meeting.",
]


@pytest.mark.parametrize(("sentence", "expected"), CASES)
def test_who_sent_delegations(sentence: str, expected: list[str]) -> None:
    (found,) = read(Text(name="text", characters=MET + sentence)).meetings
    assert sorted(found.represented) == expected


@pytest.mark.parametrize("sentence", INVITED)
def test_who_is_only_invited_is_not_there(sentence: str) -> None:
    assert not any(m.represented for m in read(Text(name="text", characters=MET + sentence)).meetings)
