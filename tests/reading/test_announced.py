"""Sittings that are announced: one line a case; the text, then each meeting's standing and day."""

import pytest

from communique.model.text import Text
from communique.reading import read

DAY = "27 November 2023\n\n"  # a Monday


def told(text: str) -> list[str]:
    found = read(Text(name="text", characters=text, published="2023-11-27")).meetings
    return [f"{m.status} {m.start or '-'}" for m in found]


CASES = [
    # the day on which it was said is not the day on which it is held
    ("The president announced on Sunday that an IGAD summit will be held in Djibouti.", ["planned -"]),
    ("Sudan announced on Sunday the agreement to hold an IGAD summit in Djibouti.", ["planned -"]),
    ("The spokesman said Sunday that leaders would meet for the ASEAN summit in Manila.", ["planned -"]),
    ("The OAS Permanent Council will meet in special session, its chair said on Sunday.", ["planned -"]),
    (
        "The OAS Permanent Council will meet in special session on Friday, its chair said on Sunday.",
        ["planned 2023-12-01"],
    ),
    ("Kenya said on Sunday it would host an IGAD summit on Wednesday.", ["planned 2023-11-29"]),
    ("The leaders agreed on Saturday to hold an ECOWAS summit in Abuja.", ["planned -"]),
    # what is announced is to come
    (
        "The secretary-general announced the holding on Thursday of an ECOWAS summit in Abuja.",
        ["planned 2023-11-30"],
    ),
    ("The ministry announced an OPEC ministerial meeting on Thursday in Vienna.", ["planned 2023-11-30"]),
    ("The OSCE Permanent Council is planning to hold a special session in Vienna.", ["planned -"]),
    ("Minister Anna Lindt of Sweden will have a meeting with Minister Amina Yusuf of Kenya.", ["planned -"]),
    # only proposed: none
    ("The chair proposed on Saturday to convene a special session of the SADC Summit in Harare.", []),
    # who speaks at a sitting on a day tells of its day
    ("The chair said on Sunday at the ECOWAS summit in Abuja that peace was near.", ["held 2023-11-26"]),
    ("The IGAD summit in Djibouti announced on Sunday a new mission.", ["held 2023-11-26"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_of_what_day_the_words_tell(text: str, expected: list[str]) -> None:
    assert told(DAY + text) == expected


def test_a_weekday_to_come_does_not_tell_the_year_of_a_wire() -> None:
    text = "RIYADH, Sept 8 (KUNA) -- The 161st GCC Ministerial Council meeting would be held on Monday."
    assert [m.start for m in read(Text(name="text", characters=text)).meetings] == [None]


def test_what_was_last_is_past_though_it_is_to_be_talked_about() -> None:
    text = (
        DAY
        + "The GCC Ministerial Council will meet in Riyadh on Wednesday. It will take up what was left by the previous meeting in June."
    )
    assert told(text) == ["planned 2023-11-29", "held 2023-06"]
