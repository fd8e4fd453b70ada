"""Personal names: one line a case; the sentence with `<` and `>` around every name that a rule may take."""

import re

import pytest

from communique.model.text import Text
from communique.reading import read as read_whole
from communique.reading.names import runs
from communique.reading.people import cast
from communique.reading.scan import scan


def marked(text: str) -> str:
    """The text with every run of name-like words between `<` and `>`."""
    seen = scan(text)
    for sentence in reversed(seen.sentences):
        for run in reversed(runs(seen, sentence.start, sentence.stop)):
            text = f"{text[: run.start]}<{text[run.start : run.stop]}>{text[run.stop :]}"
    return text


NAMES = [
    "The session was chaired by <M. J. Varma> of India.",
    "The session was chaired by Mr <K.V. Rao> of India.",
    "Foreign Minister <Anna Lindt> spoke.",
    "It heard Mr <Olli Rehn> Commissioner for Enlargement.",
    "Foreign Minister <Lindt> spoke.",
    "Myanmar's minister, <U Kyaw Moe Tun>, spoke.",
    "Secretary <Maria del Carmen Ortega> spoke.",
    "Minister H E <Khalid bin Ahmed Al Khalifa> spoke.",
    # a city in which somebody did something; a rank with its (Ret'd); letters behind a name
    "While in Geneva <Lavrov> met the envoy.",
    "In Oslo <Lindt> spoke.",
    "The President, Brigadier (Ret’d) <David Orlov>, spoke.",
    "Honourable <Mia Amor Ortega>, Q.C; MP; and others spoke.",
    # particles
    "Minister <Ursula von der Leyen> spoke.",
    "Minister <Khalid bin Ahmed Al Khalifa> spoke.",
    "Minister <Ayman Al-Safadi> spoke.",
    "Minister <Luiz Inácio Lula da Silva> spoke.",
    "Minister <Jan van den Berg> spoke.",
    "Minister <Carlos de la Vega> spoke.",
    "President <al-Assad> spoke.",
    # initials
    "Minister <A. S. Orlov> spoke.",
    "Minister <A.S. Orlov> spoke.",
    "Minister <John F. Doe> spoke.",
    "Minister <J. P. van Dijk> spoke.",
    # hyphens, apostrophes, diacritics
    "Minister <Anne-Marie Slaughter-Weber> spoke.",
    "Minister <Kim Jong-un> spoke.",
    "Minister <Siobhán O'Neill> spoke.",
    "Minister <Siobhán O’Neill> spoke.",
    "Minister <Jean-Noël D’Amato> spoke.",
    "Minister <Şahin Öztürk> spoke.",
    "Minister <Łukasz Świątek> spoke.",
    "Minister <Đặng Thị Hoa> spoke.",
    # possessives end a name
    "<Anna Lindt>'s visit was short.",
    "<Anna Lindt>’s visit was short.",
    # surname first
    "Minister <Wang Yi> spoke.",
    "Minister <Nguyen Van Nam> spoke.",
    "Minister <Park Jin> spoke.",
    # capitals
    "Minister <Anna LINDT> spoke.",
    "Minister <ANNA LINDT> spoke.",
    # broken by a line end
    "The guest of the evening in the old town was Minister <Anna\nLindt>, who spoke for an hour to the members and then went\nhome by train.",
    # honorifics and ranks stand before, not inside
    "Mr. <Lindt> spoke.",
    "Dr <Anna Lindt> spoke.",
    "H.E. Dr. <Anna Lindt> spoke.",
    "H.E. Mr. <Omar Yusuf> spoke.",
    "Her Excellency <Anna Lindt> spoke.",
    "Sheikh <Abdullah bin Zayed Al Nahyan> spoke.",
    "Dato' Seri <Rahim Osman> spoke.",
    "Lieutenant General <Ivan Petrov> spoke.",
    "Lt. Gen. <Ivan Petrov> spoke.",
    "Colonel-General <Ivan Petrov> spoke.",
    "Maj Gen <Ivan Petrov> spoke.",
    "Admiral <Ivan Petrov> spoke.",
    "the Rt Hon. <Jane Doe> spoke.",
    "Prof. <Jane Doe> and Mrs <Amina Yusuf> spoke.",
    # a title for a surname, unless a name of its own stands behind it
    "<Mary Bishop> spoke.",
    "<John Major>, who came, spoke.",
    "<Anna Lindt> General <Ivan Petrov> spoke.",
    "<Anna Lindt> Sir <Ivan Petrov> spoke.",
    # the day behind a name
    "<Anna Lindt> Friday opened the talks.",
    # a city's name right behind an office
    "Defence Secretary <Austin> spoke.",
    "The minister in Austin spoke.",
    "Home Minister <Sahara Khan> spoke.",
    "The ministers crossed Sahara Bridge.",
    # an ordinary word behind a given name, and honorifics of Malaysia
    "Ms <Anna Strong> thanked <Carlos Branch>.",
    "Minister YB Datuk Seri Haji <Mohamad Bin Sabu> spoke.",
    "Ex-President <Ranil Wickremesinghe> spoke.",
    # several
    "<Anna Lindt>, <Erik Solberg> and <Amina Yusuf> spoke.",
    "Ministers <Anna Lindt> and <Erik Solberg> spoke.",
]


@pytest.mark.parametrize("expected", NAMES)
def test_names(expected: str) -> None:
    assert marked(re.sub("[<>]", "", expected)) == expected


NO_NAMES = [
    "The talks were held in Minsk.",
    "The talks were held in New York.",
    "The Republic of Belarus took part.",
    "The European Union took part.",
    "The Shanghai Cooperation Organisation took part.",
    "The Collective Security Council took part.",
    "The Ministry of Foreign Affairs took part.",
    "On Wednesday in November they met.",
    "Security Cooperation Strategy was approved.",
    "The State Duma took part.",
    "He spoke at the White House.",
    "The Prime Minister spoke.",
    "The Secretary General spoke.",
    "They met in Central Asia.",
    "The CSTO PA took part.",
    "They are BRICS members.",
    "The National Intelligence Agency (NIA) took part.",
    "He paid an official State-visit.",
    # ordinary words with a capital
    "The Assistant Director for Supervision spoke.",
    "Prime Minister: Well, it is late.",
    "I’ve told the minister that we’re late.",
    "",
]


@pytest.mark.parametrize("text", NO_NAMES)
def test_no_run_of_names(text: str) -> None:
    assert marked(text) == text


NO_PEOPLE = [
    # operations, exercises
    "Operation Kanal was held in May.",
    "The exercise Silver Shield was held in May.",
    "They took part in Operation Black Hawk.",
    "The drills “Northern Wind” were held.",
    # companies, newspapers, buildings, treaties
    "Acme Steel Works paid for it.",
    "The Evening Star reports.",
    "They met at the Grand Marble Hall.",
    "They signed the Lisbon Treaty.",
    "The Caspian Sea is deep.",
    "They met on the Volga River.",
    # headlines
    "Leaders Sign Landmark Energy Deal",
    "Ministers Discuss Trade Growth And Border Security In Minsk",
    "Great Patriotic War was remembered.",
    "Victory Day was remembered.",
]


@pytest.mark.parametrize("text", NO_PEOPLE)
def test_nobody_is_taken_for_a_person(text: str) -> None:
    assert [p.name for p in cast(scan(text)).people] == []


def test_a_hyphen_at_which_no_line_may_end_is_one() -> None:
    text = "Secretary\u2011General Ban Ki\u2011moon met Kenyan Minister Amina Yusuf\u2010Musa in Lima on 3 May 2021."
    found = read_whole(Text(name="text", characters=text))
    assert {p.name for m in found.meetings for p in m.participants} == {
        "Ban Ki\u2011moon",
        "Amina Yusuf\u2010Musa",
    }


def test_a_word_of_every_day_amid_a_name_is_part_of_it() -> None:
    assert [
        p.name for p in cast(scan("The Honourable Sarah Flood Beaubrun, Minister of Trade, spoke.")).people
    ] == ["Sarah Flood Beaubrun"]


def test_an_adjective_between_two_offices_is_nobody() -> None:
    assert [p.name for p in cast(scan("The chairperson Tanzanian Minister John Kabudi spoke.")).people] == [
        "John Kabudi"
    ]


def test_a_party_and_its_short_form_are_nobody() -> None:
    text = "Kenyan Minister Ali Khan met the head of the opposition Social Democrats (Smer-SD) in Oslo on 5 May 2020."
    assert [p.name for p in cast(scan(text)).people] == ["Ali Khan"]
