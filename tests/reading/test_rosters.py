"""Who was there, in lists and in plain words: one line a case, said behind the lead of a meeting."""

import pytest

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th meeting of the OSCE Permanent Council was held in Vienna on 4 May 2020.\n\n"


def sat(words: str) -> Meeting:
    return read(Text(name="t", characters=LEAD + words)).meetings[0]


FOLLOWING = "The meeting was attended by the following Heads of State: "


def test_a_list_that_begins_behind_its_heading_goes_on_below() -> None:
    below = "Kenya Her Excellency Amina Yusuf, President of the Republic of Kenya.\n\nChile: Hon. Maria Ortega.\n\n"
    told = sat(f"{FOLLOWING}Norway: Anna Lindt, President.\n\n{below}The meeting mourned the late Eva Berg.")
    assert sorted(p.name for p in told.participants) == ["Amina Yusuf", "Anna Lindt", "Maria Ortega"]


def test_who_also_attends_is_listed_below() -> None:
    told = sat(
        "3. Also attending the Session were:\n\nAnna Lindt, President of Norway;\n\nAmina Yusuf (Kenya)."
    )
    assert sorted(p.name for p in told.participants) == ["Amina Yusuf", "Anna Lindt"]


PEOPLE = [
    (
        "Heads of delegations:\nNorway: Anna Lindt, President\nKenya: Amina Yusuf, President\n",
        ["Amina Yusuf KE", "Anna Lindt NO"],
    ),
    (
        "Who sat at the table:\n\nNorway - Anna Lindt\n\nKenya - Amina Yusuf, President\n",
        ["Amina Yusuf KE", "Anna Lindt NO"],
    ),
    (
        "Norway - Anna Lindt, Kenya - Amina Yusuf, Chile - Maria Ortega.",
        ["Amina Yusuf KE", "Anna Lindt NO", "Maria Ortega CL"],
    ),
    ("Samoa: Prime Minister Anna Lindt.", ["Anna Lindt WS"]),
    ("Present were Anna Lindt (Sweden) and Amina Yusuf (Kenya).", ["Amina Yusuf KE", "Anna Lindt SE"]),
    ("Swedish Foreign Minister Anna Lindt was in Vienna.", ["Anna Lindt SE"]),
    ("Swedish Foreign Minister Anna Lindt was there too.", ["Anna Lindt SE"]),
    ("Sweden sent its Foreign Minister, Anna Lindt.", ["Anna Lindt SE"]),
    (
        "Swedish Foreign Minister Anna Lindt, who comes for the meeting, will also visit a school.",
        ["Anna Lindt SE"],
    ),
    (
        "The Swedish delegation to the yearly meeting, at which rivers and roads in all of the lake countries are on the table, was led by Foreign Minister Anna Lindt.",
        ["Anna Lindt SE"],
    ),
    (
        "Swedish President Eva Berg attended. With her went Foreign Minister Anna Lindt.",
        ["Anna Lindt SE", "Eva Berg SE"],
    ),
    ("Others at the airport were Swedish ministers Anna Lindt and Eva Berg.", []),
    (
        "With him were the Presidents of Sweden and Kenya, Anna Lindt and Amina Yusuf.",
        ["Amina Yusuf KE", "Anna Lindt SE"],
    ),
    ("Swedish Foreign Minister Anna Lindt came in place of President Eva Berg.", ["Anna Lindt SE"]),
    (
        "Kenyan President Amina Yusuf attended; Swedish President Anna Lindt stayed at home.",
        ["Amina Yusuf KE"],
    ),
    ("Swedish spokesman Anna Lindt was present.", []),
    ("Swedish Foreign Minister Anna Lindt flew to Oslo with a delegation led by Eva Berg.", []),
    ("Swedish Foreign Minister Anna Lindt briefed the press.", []),
]


@pytest.mark.parametrize(("words", "expected"), PEOPLE)
def test_people_in_lists_and_plain_words(words: str, expected: list[str]) -> None:
    assert sorted(f"{p.name} {p.represents or '-'}" for p in sat(words).participants) == expected


COUNTRIES = [
    ("Sweden and Kenya also take part.", ["KE", "SE"], []),
    ("Sweden and Kenya were represented too.", ["KE", "SE"], []),
    ("Sweden and Kenya, the two observers, took part.", ["KE", "SE"], []),
    ("Sweden and Kenya were among the nine observers.", ["KE", "SE"], []),
    ("Russia, too, sent a delegation.", ["RU"], []),
    ("Observers from Sweden, Kenya and the European Union sat in.", ["EU", "KE", "SE"], []),
    ("In favor: Sweden, Kenya.", ["KE", "SE"], []),
    ("Absent: Belize.", [], ["BZ"]),
    ("The ministers of Sweden and Kenya stayed away.", [], ["KE", "SE"]),
]


@pytest.mark.parametrize(("words", "there", "gone"), COUNTRIES)
def test_countries_in_lists_and_plain_words(words: str, there: list[str], gone: list[str]) -> None:
    meeting = sat(words)
    assert (sorted(meeting.represented), sorted(meeting.absent)) == (there, gone)


CHAIRS = [
    "Swedish Foreign Minister Anna Lindt presided.",
    "Ambassador Anna Lindt of Sweden chaired.",
    "Swedish Foreign Minister Anna Lindt had the chair.",
    "It was held under the chairship of Swedish Foreign Minister Anna Lindt.",
]


@pytest.mark.parametrize("words", CHAIRS)
def test_the_chair_in_few_words(words: str) -> None:
    chair = sat(words).chair
    assert chair is not None
    assert (chair.name, chair.represents) == ("Anna Lindt", "SE")
