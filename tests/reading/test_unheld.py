"""Sittings that nobody is said to have held, and who meets or sits for no state: one line a case."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

NOTHING = [
    # what goes on for years
    "Kenya and the EU concluded negotiations on a trade agreement on Monday.",
    "Kenya opened accession negotiations for the membership of the bloc on Monday.",
    # an office
    "Kenyan Foreign Minister Amina Otieno, chair of the current session of the Lake Council, asked for calm.",
    # denied
    "Kenyan Foreign Minister Amina Otieno denied meeting Ghanaian Foreign Minister Kofi Mensah in Nairobi on Monday.",
    "The ministry denied that the two foreign ministers had met in Nairobi on Monday.",
    "No talks between Kenya and Ghana were held in Nairobi on Monday.",
    "No meeting of the OSCE Permanent Council took place in Vienna on Monday.",
    "Neither Kenya nor Ghana held talks in Nairobi on Monday.",
    "Kenyan President Amina Otieno left Nairobi on Monday without meeting Ghanaian President Kofi Mensah.",
    "Kenyan President Amina Otieno declined a phone call from Ghanaian President Kofi Mensah on Monday.",
    "Reports that the foreign ministers of Kenya and Ghana met in Nairobi on Monday are false.",
    "Kenya threatened on Monday to pull out of talks with Ghana.",
    # doubted, asked for, offered
    "If the presidents of Kenya and Ghana met in Nairobi, trade would grow.",
    "Whether the OSCE Permanent Council will meet in Vienna on Thursday is unclear.",
    "A meeting between the presidents of Kenya and Ghana is possible, an aide said on Monday.",
    "A meeting between the presidents of Kenya and Ghana cannot be ruled out, an aide said on Monday.",
    "Kenya asked the UN Security Council to convene an urgent meeting on Monday.",
    "Ghana wants the ECOWAS Authority to meet in Abuja.",
    "Kenya offered on Monday to host talks between Ghana and Togo.",
    # habits
    "The OSCE Permanent Council meets weekly in Vienna.",
    "The OSCE Permanent Council, which meets weekly in Vienna, has 57 members.",
    "Founded in 1975, the ECOWAS Authority usually meets in Abuja.",
    "The Commission consists of representatives of the member states and sits in Minsk.",
    # what is called by such a word
    "The Meeting House in Vienna was sold on Monday.",
    "The Summit Hotel in Nairobi reopened on Monday.",
    "Climbers reached the summit of Mount Kenya on Monday.",
    "The session musician Kofi Mensah died in Accra on Monday.",
    "Trading session in Nairobi ended lower on Monday.",
    "The US Congress passed a law on Monday.",
    "The goals were met in Nairobi on Monday, the ministry said.",
    # who meets, sits and gathers for no state, and what else is held
    "Police held a man in Accra on Monday.",
    "Protesters gathered in Accra on Monday.",
    "The Supreme Court sat in Accra on Monday to hear the case.",
    "The Ghanaian cabinet met in Accra on Monday to discuss the budget.",
    "Shareholders of Ghana Cocoa held their annual meeting in Accra on Monday.",
    "Students held talks with the university in Accra on Monday.",
    "The elections were held in Ghana on Monday.",
    "A funeral for the former president was held in Accra on Monday.",
    "A press conference was held in Nairobi on Monday.",
    "Ghana's ruling party held its congress in Accra on Monday.",
    "Ghana met Kenya in the semi-final in Accra on Monday.",
    "Kenya hosted Ghana in a friendly match in Nairobi on Monday.",
]
HELD = [
    ("Ministers who denied the charge met in Lima on Monday.", "Lima"),
    (
        "Ghana denied at a meeting of the OSCE Permanent Council in Vienna on Monday that it had lied.",
        "Vienna",
    ),
    ("Asked about police reform, the OSCE Permanent Council met in Vienna on Monday.", "Vienna"),
    ("The OSCE Permanent Council, which meets weekly, convened in Vienna on Monday.", "Vienna"),
    ("The OSCE Permanent Council met in Vienna on Monday without Ghana.", "Vienna"),
    ("No decision was taken at the meeting of the OSCE Permanent Council in Vienna on Monday.", "Vienna"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_sitting_is_told(text: str) -> None:
    assert [m.name for m in read(Text(name="t", characters=text, published="2024-05-08")).meetings] == []


@pytest.mark.parametrize(("text", "city"), HELD)
def test_words_of_denial_elsewhere_take_nothing_back(text: str, city: str) -> None:
    found = read(Text(name="t", characters=text, published="2024-05-08")).meetings
    assert [(m.city, m.start) for m in found] == [(city, "2024-05-06")]
