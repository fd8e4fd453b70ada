"""Which meeting an agenda item or an instrument belongs to, one short report a case."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

Seats = dict[str, list[str]]


def seats(words: str) -> tuple[Seats, list[str]]:
    """Titles and matters by the name of their meeting, and the titles of no meeting."""
    reading = read(Text(name="t", characters=words, published="2024-06-03"))
    found = {
        m.name: [i.title for i in m.instruments] + [a.text for a in m.agenda]
        for m in reading.meetings
        if m.instruments or m.agenda
    }
    return found, [i.title for i in reading.instruments]


SUMMIT = "The fifth summit of the African Union was held in Lima on 2 June 2024."
COUNCIL = "A day before, the ninth session of the Executive Council took place in Quito."

CASES = [
    (f"{SUMMIT} The leaders adopted the Salt Charter.", "fifth summit", "Salt Charter"),
    (
        f"{SUMMIT} {COUNCIL} It approved and submitted to the summit the draft Salt Charter.",
        "ninth session",
        "draft Salt Charter",
    ),
    (f"{SUMMIT} {COUNCIL}\n\nThe Salt Charter was adopted at the summit.", "fifth summit", "Salt Charter"),
    (
        f"{SUMMIT}\n\nThe ninth session of the Executive Council, preceding the summit, considered the draft Salt Charter.",
        "ninth session",
        "draft Salt Charter",
    ),
    (
        f"{SUMMIT} {COUNCIL} Its participants discussed the price of salt.",
        "ninth session",
        "the price of salt",
    ),
    (
        "The Executive Council approved the Salt Charter for the special session on salt which the African Union is to "
        "hold in Quito on 9 September 2024.\n\nThe ninth session of the Executive Council took place in Lima.",
        "ninth session",
        "Salt Charter for the special session on salt",
    ),
    (
        "LIMA - Three days of plenary at the Salt Hall were over by noon yesterday.\n\nThe twelfth regular meeting of "
        "the Conference of Heads of Government had opened on Sunday. Salt was dear then.\n\nThe leaders adopted the "
        "Salt Charter, which goes to COTED in November.",
        "twelfth regular meeting",
        "Salt Charter",
    ),
]


@pytest.mark.parametrize(("words", "meeting", "title"), CASES)
def test_belongs_to_the_meeting_of_its_clause(words: str, meeting: str, title: str) -> None:
    found, _ = seats(words)
    assert [name for name, titles in found.items() if title in titles and meeting in name]
    assert sum(title in titles for titles in found.values()) == 1


@pytest.mark.parametrize(
    "told",
    [
        "The Salt Agreement was signed in December.",
        "The Security Council, in a resolution on salt adopted on 5 March 2021, had called for it.",
        "Peru ratified the Salt Convention.",
        "The Salt Treaty came into force in 2019.",
    ],
)
def test_other_times_and_places_stay_outside(told: str) -> None:
    found, loose = seats(f"{SUMMIT} {told}")
    assert (found, len(loose)) == ({}, 1)


def test_what_is_told_before_the_meeting_is_named() -> None:
    found, loose = seats(f"Salt and fish\n\nThe leaders adopted the Salt Charter on Sunday. {SUMMIT}")
    assert ([*found.values()], loose) == ([["Salt Charter"]], [])
