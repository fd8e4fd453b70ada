"""Commitments: what is announced or promised, by whom, due when; hopes and forecasts are none."""

import pytest

from communique.model.text import Text
from communique.reading.commitments import commitments
from communique.reading.people import cast
from communique.reading.scan import scan

Told = tuple[str, str | None, str | None]


def read(words: str) -> list[Told]:
    scanned = scan(Text(name="t", characters=words, published="2024-06-03"))
    return [(c.text, c.by_whom, c.due) for c in commitments(scanned, cast(scanned))]


CASES = [
    # duties: what a body asks for, what has its day
    (
        "The Committee requested the secretariat to prepare a study by 1 May 2025.",
        ("the secretariat to prepare a study by 1 May 2025", None, "2025-05-01"),
    ),
    (
        "The chair was asked to circulate a text.",
        ("The chair was asked to circulate a text", None, None),
    ),
    (
        "The experts were tasked with preparing a list.",
        ("The experts were tasked with preparing a list", None, None),
    ),
    (
        "Chad has until 30 May 2025 to submit its comments.",
        ("Chad has until 30 May 2025 to submit its comments", "TD", "2025-05-30"),
    ),
    ("Papers must be sent by 1 May 2025.", ("Papers must be sent by 1 May 2025", None, "2025-05-01")),
    (
        "The deadline for comments is 1 May 2025.",
        ("The deadline for comments is 1 May 2025", None, "2025-05-01"),
    ),
    (
        "The parties committed to withdraw guns by 1 May 2025.",
        ("withdraw guns by 1 May 2025", None, "2025-05-01"),
    ),
    (
        "Peru will be sending two ships in May 2025.",
        ("Peru will be sending two ships in May 2025", "PE", "2025-05"),
    ),
    (
        "A delegation of Peru will be here on 4 May 2025.",
        ("A delegation of Peru will be here on 4 May 2025", "PE", "2025-05-04"),
    ),
    (
        "The next session will be held in Lima in 2025.",
        ("The next session will be held in Lima in 2025", None, "2025"),
    ),
    ("Peru will host the talks in 2026.", ("Peru will host the talks in 2026", "PE", "2026")),
    (
        "The forum will be held in the second quarter of 2026.",
        ("The forum will be held in the second quarter of 2026", None, "2026-34"),
    ),
    (
        "The chairmanship passes to Chile on 1 January 2025.",
        ("The chairmanship passes to Chile on 1 January 2025", "CL", "2025-01-01"),
    ),
    (
        "The fifth summit is scheduled for 12 May 2026.",
        ("The fifth summit is scheduled for 12 May 2026", None, "2026-05-12"),
    ),
    (
        "The sides agreed to hold the next round in Lima.",
        ("hold the next round in Lima", None, None),
    ),
    (
        "The Secretariat was instructed to prepare a list by 1 March 2025.",
        ("The Secretariat was instructed to prepare a list by 1 March 2025", None, "2025-03-01"),
    ),
    (
        "The ministers instructed the experts to submit a draft.",
        ("the experts to submit a draft", None, None),
    ),
    (
        "The two states plan to sign an agreement on rivers.",
        ("The two states plan to sign an agreement on rivers", None, None),
    ),
    (
        "More than ten decisions are to be signed, said the spokesman.",
        ("More than ten decisions are to be signed", None, None),
    ),
    (
        "The talks were calm and the date of the next round will be announced later.",
        ("the date of the next round will be announced later", None, None),
    ),
    (
        "The Bank will provide 3 million pesos for the dam.",
        ("The Bank will provide 3 million pesos for the dam", None, None),
    ),
    (
        "The next summit will be in Quito in May 2026.",
        ("The next summit will be in Quito in May 2026", None, "2026-05"),
    ),
    (
        "It was decided to hold the fishing days in Peru.",
        ("hold the fishing days in Peru", None, None),
    ),
    (
        "Peru would dredge the harbour by 2026.",
        ("Peru would dredge the harbour by 2026", "PE", "2026"),
    ),
    (
        "The Council mandated the Secretariat to review the fees.",
        ("the Secretariat to review the fees", None, None),
    ),
    (
        "The experts have been asked to count the boats.",
        ("The experts have been asked to count the boats", None, None),
    ),
    (
        "The ministers of Chile are to receive a list of wrecks.",
        ("The ministers of Chile are to receive a list of wrecks", "CL", None),
    ),
    (
        "The tariff takes effect on 1 July 2025.",
        ("The tariff takes effect on 1 July 2025", None, "2025-07-01"),
    ),
    (
        "The round has been postponed until March 2025.",
        ("The round has been postponed until March 2025", None, "2025-03"),
    ),
    (
        "She said that Chile would become a member in October.",
        ("Chile would become a member in October", "CL", "2024-10"),
    ),
]


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_reads(words: str, expected: Told) -> None:
    assert read(words) == [expected]


@pytest.mark.parametrize(
    "words",
    [
        "The court ordered the company to pay a fine.",
        "The journalists asked the minister to present proof.",
        "The opposition asked her to submit her resignation.",
        "The rules must be respected.",
        "The minister was due to arrive on 3 May 2024 but fell ill.",
        "Nobody expects that the talks will be held in May 2025.",
        "Experts predict that prices will rise.",
        "We hope that the agreement will be signed soon.",
        "The agreement will help both countries develop trade.",
        "If it rains, the meeting will be held indoors.",
        "Peru will not host the talks.",
        "The sides agreed to disagree.",
        "Both countries will benefit.",
        "The minister is committed to peace.",
        "Trade will grow in the north.",
        "It will be recalled that the port burned down.",
        "The tasks before the bank have widened to cover ports.",
        "They backed plans to widen the port.",
        "He was charged with theft.",
    ],
)
def test_stays_silent(words: str) -> None:
    assert read(words) == []


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("The meeting will take place in Lima for the first time since October 2022.", None),
        ("The third summit after those of 2011 and 2015 will be held in Lima in June 2025.", "2025-06"),
        ("The next session will be held in Lima in June 2025.", "2025-06"),
    ],
)
def test_of_its_own_day(words: str, due: str | None) -> None:
    assert [told[-1] for told in read(words)] == [due]


def test_and_joins_what_stands_behind_which() -> None:
    words = (
        "They prepare for the Summit of Heads of State and Government, which will be held on 17 August 2020."
    )
    assert not any(told[0].startswith("Government") for told in read(words))
