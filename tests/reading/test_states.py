"""Which states sat at a meeting without anybody's name: one line a case, behind a lead that names the sitting."""

import pytest

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th meeting of the OSCE Permanent Council was held in Vienna on 4 May 2020. "


def sat(words: str) -> Meeting:
    return read(Text(name="t", characters=LEAD + words)).meetings[0]


THERE = [
    # votes counted, with who cast them in parentheses
    (
        "It was approved with two votes in favor (Chad and The Bahamas) and one vote against (Mali).",
        "BS ML TD",
    ),
    ("The text was adopted with three abstentions (Barbados, Peru, and Trinidad and Tobago).", "BB PE TT"),
    ("Farmers voted against the party (Mali).", ""),
    # asides and unknown names within a list
    ("Delegations in attendance include Bolivia (in the process of accession), Chile and Peru.", "BO CL PE"),
    (
        "It was attended by representatives of Fiji, Palau, Samoa, Tonga, Timo-Leste, Niue and Nauru.",
        "FJ NR NU PW TO WS",
    ),
    ("It was attended by Ghana and the other members (Mali, Niger and Togo).", "GH ML NE TG"),
    (
        "The council includes the five partners taking part – Chad, Mali, Niger, Ghana and Togo.",
        "GH ML NE TD TG",
    ),
    # who is told behind the list to have come
    ("The three countries (Chad, Mali and Niger) are participating as observers.", "ML NE TD"),
    ("The three countries (Chad, Mali and Niger) are landlocked.", ""),
    # offices of the meeting, and who stood for a state
    ("Kenya was elected chair, and Mali was unanimously re-elected as vice-president.", "KE ML"),
    ("Mexico was elected to the Security Council.", ""),
    ("Ghana, represented by its ambassador to Austria, abstained.", "GH"),
    ("Represented by its ambassador, Ghana was chosen as rapporteur.", "GH"),
    ("I represented the Netherlands on the second day.", "NL"),
    ("He represented Kenya when he was young.", ""),
    ("Somalia was elected chairman of the Arab League in 2019.", ""),
    ("Ministers condemned Myanmar, represented in the talks by General Min.", ""),
    ("Burundi refused talks with delegations of Rwanda and Congo.", "BI"),
    ("Poland opposed Russia’s participation in the OSCE meeting.", "PL"),
    ("The meeting began without Belarus’s participation in the session.", ""),
    ("The chair welcomed Togo's participation in the meeting.", "TG"),
    ("The chair welcomed Togo's offer.", ""),
    ("It is the first time that Chad and the other members (Mali, Niger) are participating.", "ML NE TD"),
    ("I represented the Netherlands for the first day.", "NL"),
    # the chair passed on
    ("Kenya handed over the chairmanship to Malawi.", "KE MW"),
    ("The Kenyan president handed the chair to his Ugandan counterpart.", "KE UG"),
    ("The Kenyan president praised the Ugandan harvest.", ""),
    (
        "The Russian president will skip the meeting, where the Kenyan president will pass the chairmanship to Uganda.",
        "KE UG",
    ),
    ("The presidency of the Council passed from Iceland to Latvia.", "IS LV"),
    ("The presidency was discussed; trucks went from Iceland to Latvia.", ""),
    ("Present were the hosts as well as heads of the delegations of Mali and Chad.", "ML TD"),
    ("The Zambian president, who assumed office in 2021, took the chair of a party meeting.", ""),
    # asked for it
    ("It was convened at the request of Ecuador.", "EC"),
    ("The meeting was convened in Vienna at the request of Ecuador.", "EC"),
    ("The rates rose at the request of Ecuador.", ""),
    ("The meeting heard that sanctions had been imposed at the request of Kenya.", ""),
    ("The meeting discussed the agreement requested by Ukraine and Moldova.", ""),
    ("The meeting discussed the loan called for by Egypt.", ""),
    # meetings called for, regretted, rejected
    ("The Permanent Council called for meetings with Iran.", ""),
    ("The Permanent Council regretted the failure of the conference with Somalia.", ""),
    ("The Permanent Council rejected a meeting with Israel.", ""),
]


@pytest.mark.parametrize(("words", "expected"), THERE)
def test_states_that_sat_there(words: str, expected: str) -> None:
    assert " ".join(sorted(sat(words).represented)) == expected


def test_a_council_that_meets_with_others_has_them_there() -> None:
    lead = "The North Atlantic Council held a meeting with Georgia and Ukraine in Brussels on 4 May 2020."
    assert sorted(read(Text(name="t", characters=lead)).meetings[0].represented) == ["GE", "UA"]


def test_who_is_counted_as_absent_in_a_vote_is_absent_and_the_others_are_not() -> None:
    meeting = sat(
        "It passed with two votes in favour (Chad and Mali), one abstention (Peru), one absent (Togo)."
    )
    assert sorted(meeting.represented) == ["ML", "PE", "TD"]
    assert meeting.absent == ("TG",)


def test_ministers_of_an_organisation_are_of_its_members_not_of_itself() -> None:
    lead = "The summit of the heads of state of IGAD, attended by ministers of IGAD, was held in Juba on 4 May 2020."
    assert "IGAD" not in read(Text(name="t", characters=lead)).meetings[0].represented
    sent = sat("It was attended by representatives of IGAD.")
    assert sent.represented == ("IGAD",)
