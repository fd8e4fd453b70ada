"""Who is taken to have been there though no verb of presence says so; what is told behind a lead, then the people."""

import pytest

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th meeting of the OSCE Permanent Council was held in Vienna on 4 May 2020. "


def sat(words: str, lead: str = LEAD) -> Meeting:
    found = read(Text(name="t", characters=lead + words)).meetings
    assert found, "the lead's meeting"
    return found[0]


PEOPLE = [
    # the subject of an act
    ("Kenyan Foreign Minister Amina Yusuf, for her part, proposed a new text.", ["Amina Yusuf KE"]),
    ("Amina Yusuf, Foreign Minister of Kenya, thanked the hosts.", ["Amina Yusuf KE"]),
    ("Kenyan Foreign Minister Amina Yusuf tabled a draft on forests.", ["Amina Yusuf KE"]),
    ('"We are running late," said Kenyan Foreign Minister Amina Yusuf.', ["Amina Yusuf KE"]),
    # received, heard, brought together
    (
        "Delegates heard statements by Kenyan Foreign Minister Amina Yusuf and Swedish Foreign Minister Anna Lindt.",
        ["Amina Yusuf KE", "Anna Lindt SE"],
    ),
    ("The session was declared open by Kenyan Foreign Minister Amina Yusuf.", ["Amina Yusuf KE"]),
    # lists of office-holders
    (
        "Around the table: Foreign Ministers Amina Yusuf (Kenya), Anna Lindt (Sweden) and Ivan Petrov (Bulgaria).",
        ["Amina Yusuf KE", "Anna Lindt SE", "Ivan Petrov BG"],
    ),
    # nobody who is only spoken of
    ("The Council congratulated Kenyan Foreign Minister Amina Yusuf on her election.", []),
    ("The death of Kenyan Foreign Minister Amina Yusuf was mourned.", []),
    ("Amina Yusuf's plan was put aside.", []),
    # nobody who speaks elsewhere, for others, of another time
    ("In Nairobi, Kenyan Foreign Minister Amina Yusuf welcomed the outcome.", []),
    ("A spokesman for Kenyan Foreign Minister Amina Yusuf welcomed the outcome.", []),
    ("Kenyan Foreign Minister Amina Yusuf told reporters last month that she had doubts.", []),
    ("Former Kenyan Foreign Minister Amina Yusuf criticised the outcome.", []),
    ("Amnesty International director Paula Green criticised the outcome.", []),
    ("Would Kenyan Foreign Minister Amina Yusuf agree?", []),
]


@pytest.mark.parametrize(("words", "expected"), PEOPLE)
def test_people_put_there_by_weak_cues(words: str, expected: list[str]) -> None:
    assert sorted(f"{p.name} {p.represents or '-'}" for p in sat(words).participants) == expected


STATES = [
    ("Ministers from Kenya, Sweden and Bulgaria approved the plan.", ["BG", "KE", "SE"]),
    (
        "Heads of the environment agencies of Kenya, Sweden and Bulgaria looked at the text.",
        ["BG", "KE", "SE"],
    ),
    ("The Prime Minister of Tuvalu spoke of the rising sea.", ["TV"]),
    ("Kenya and Sweden objected to the second paragraph.", ["KE", "SE"]),
    ("Kenya handed the presidency over to Sweden.", ["KE", "SE"]),
    ("Relations with Kenya, Sweden and Bulgaria were on the agenda.", []),
    ("The ministers spoke about the war in Sudan.", []),
    ("The ministers voiced concern about Sudan, Libya and Mali.", []),
    ("The ministers spoke of Sudan, Libya and Mali.", []),
    ("Delegates from three states, namely Kenya, Sweden and Mali, agreed.", ["KE", "ML", "SE"]),
    ("Kenya did not send anybody.", []),
    ('"I have met the President of Kenya," she said.', []),
    ("Envoys called on the President of Kenya.", []),
]


@pytest.mark.parametrize(("words", "expected"), STATES)
def test_states_there_without_names(words: str, expected: list[str]) -> None:
    assert sorted(sat(words).represented) == expected


CHAIRS = [
    ("Kenyan Foreign Minister Amina Yusuf presided.", ["Amina Yusuf"]),
    ("In the chair: Amina Yusuf, Foreign Minister of Kenya.", ["Amina Yusuf"]),
    ("Chairing the session was Kenyan Foreign Minister Amina Yusuf.", ["Amina Yusuf"]),
    ("It met with Amina Yusuf, Foreign Minister of Kenya, in the chair.", ["Amina Yusuf"]),
    ("The session was chaired in turn by Kenyan Foreign Minister Amina Yusuf.", ["Amina Yusuf"]),
    ("The session, to be headed by Kenyan Foreign Minister Amina Yusuf, lasts a day.", ["Amina Yusuf"]),
    (
        "Kenyan Foreign Minister Amina Yusuf co-chaired the session with her Swedish colleague, Anna Lindt.",
        ["Amina Yusuf", "Anna Lindt"],
    ),
    ("There came the Foreign Minister of Kenya, Amina Yusuf (chair), and others.", ["Amina Yusuf"]),
    ("A panel chaired by Kenyan Foreign Minister Amina Yusuf wrote a report.", []),
    ("The previous session was chaired by Kenyan Foreign Minister Amina Yusuf.", []),
]


@pytest.mark.parametrize(("words", "expected"), CHAIRS)
def test_everybody_in_the_chair(words: str, expected: list[str]) -> None:
    assert sorted(p.name for p in sat(words).participants if p.role == "chair") == expected


def test_names_and_offices_on_lines_of_their_own() -> None:
    lines = (
        "It was held with the participation of:\n\nMs Amina Yusuf\n\nForeign Minister of Kenya\n\n"
        "Ms Anna Lindt\n\nForeign Minister of Sweden\n\nThe ministers then discussed the budget of the year."
    )
    assert {"Amina Yusuf", "Anna Lindt"} <= {p.name for p in sat(lines).participants}
