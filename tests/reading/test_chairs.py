"""Who was in the chair: what is said behind a lead, then the chair and its country."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th meeting of the OSCE Permanent Council was held in Vienna on 4 May 2020. "

CHAIRS = [
    ("The delegations were led by Anna Lindt of Sweden and Amina Yusuf of Kenya.", None),
    ("A Swedish delegation attended the meeting. It was led by Minister Anna Lindt of Sweden.", None),
    ("The meeting was short. It was led by Minister Anna Lindt of Sweden.", "Anna Lindt SE"),
    ("Minister Anna Lindt of Sweden, whose country chaired the 8th meeting, asked for calm.", None),
    ("The Chair, Ambassador Anna Lindt of Sweden, regretted the delay.", "Anna Lindt SE"),
    ("Its chairman this year, Swedish Foreign Minister Anna Lindt, regretted the delay.", "Anna Lindt SE"),
    ("A chair, once owned by Anna Lindt of Sweden, was sold.", None),
    ("Swedish Foreign Minister Anna Lindt brought down the gavel.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt called the meeting to order.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt conducts the session from now on.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt called for order in the region.", None),
    ("The Swedish delegation to the meeting in Vienna, Austria, is led by Minister Anna Lindt.", None),
    ("The Swedish team at the talks was headed by Anna Lindt, Foreign Minister of Sweden.", None),
    ("Anna Lindt, Foreign Minister of Sweden, was elected chairman of the Council.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt, who was elected president of Sweden last year, spoke.", None),
    ("Presiding over the session, Swedish Foreign Minister Anna Lindt asked for calm.", "Anna Lindt SE"),
    ("The chairperson of the meeting, Swedish Foreign Minister Anna Lindt, spoke.", "Anna Lindt SE"),
    ("The session was steered by Anna Lindt, Foreign Minister of Sweden.", "Anna Lindt SE"),
    (
        "Swedish Foreign Minister Anna Lindt served with Kenyan Foreign Minister Amina Yusuf as chair.",
        "Amina Yusuf KE",
    ),
    ("The chairperson of the party, Anna Lindt, spoke.", None),
    ("Kenya chaired the meeting.", "Kenya KE"),
    ("Kenya chaired a bank once.", None),
    ("Swedish Foreign Minister Anna Lindt led the Swedish delegation at the talks.", None),
    ("The meeting was co-chaired by Kenya and Sweden.", "Kenya KE"),
    ("Anna Lindt, Foreign Minister of Sweden, was in the chair and asked for calm.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt, who presided for six years over a bank, asked for calm.", None),
    ("Swedish Foreign Minister Anna Lindt, who presided for Sweden, asked for calm.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt met committee chairs and members.", None),
    ("The ministers agreed, with Anna Lindt of Sweden wielding the gavel.", "Anna Lindt SE"),
    ("They sat under the gavel of Anna Lindt, Foreign Minister of Sweden.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt moderated the discussion.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt steered the country out of a crisis.", None),
    ("The ministers gathered under Swedish Foreign Minister Anna Lindt's chairmanship.", "Anna Lindt SE"),
    ("Trust grew under Swedish Foreign Minister Anna Lindt's chairmanship of the OSCE.", None),
    ("He thanked Swedish Foreign Minister Anna Lindt, under whose chairmanship they met.", "Anna Lindt SE"),
    ("Co-chairs were Anna Lindt, Foreign Minister of Sweden, and Amina Yusuf of Kenya.", "Anna Lindt SE"),
    ("Swedish Foreign Minister Anna Lindt shared the chair with Amina Yusuf of Kenya.", "Anna Lindt SE"),
    (
        "It was held under the chairmanship of Sweden. Swedish Foreign Minister Anna Lindt chaired the meeting.",
        "Anna Lindt SE",
    ),
]


@pytest.mark.parametrize(("words", "expected"), CHAIRS)
def test_chair(words: str, expected: str | None) -> None:
    chair = read(Text(name="t", characters=LEAD + words)).meetings[0].chair
    assert (f"{chair.name} {chair.represents}" if chair else None) == expected
