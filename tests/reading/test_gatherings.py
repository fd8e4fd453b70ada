"""Sittings never called one: one line a case; the text, then `words # ordinal` of each."""

import pytest

from communique.reading.gatherings import gatherings
from communique.reading.people import cast
from communique.reading.scan import scan


def told(text: str) -> list[str]:
    seen = scan(text)
    who = cast(seen)
    found = [g for s in seen.sentences for g in gatherings(seen, who, s)]
    return [text[g.start : g.stop] + (f" # {g.ordinal}" if g.ordinal else "") for g in found]


CASES = [
    # members of an organ whom somebody hosts
    ("India hosted the G20 finance ministers in Bengaluru.", ["G20 finance ministers"]),
    ("India will host the leaders of the Quad in Delhi.", ["leaders of the Quad"]),
    ("India offered to host the leaders of the Quad in Delhi.", []),
    ("Sweden hosted the ambassador of Norway in Oslo.", []),
    ("The envoy briefed the UN Security Council on Yemen on Friday.", ["UN Security Council"]),
    # bodies that the lexicon lacks, with what they are for, who leads them, and whose they are
    (
        "The Lake Commission, co-led by the foreign ministers, met in Lima.",
        ["Lake Commission, co-led by the foreign ministers, met"],
    ),
    ("The Steering Group on the Use of Water sat in Lima.", ["Steering Group on the Use of Water sat"]),
    (
        "The Joint Working Group on Counter Terrorism between Peru and Chile met in Lima.",
        ["Joint Working Group on Counter Terrorism between Peru and Chile met"],
    ),
    ("The Tripartite Mechanism for Rivers gathered in Lima.", ["Tripartite Mechanism for Rivers gathered"]),
    ("SADC foreign ministers met informally in Lusaka.", ["SADC foreign ministers met"]),
    ("The foreign ministers met in Minsk.", ["foreign ministers met"]),
    (
        "The interior ministers of the five states had conferred in Oslo.",
        ["interior ministers of the five states had conferred"],
    ),
    ("The CSTO Permanent Council will meet on July 23.", ["CSTO Permanent Council will meet"]),
    ("The three will meet again in Oslo.", ["three will meet"]),
    ("SADC ministers are gathering in Oslo.", ["SADC ministers are gathering"]),
    ("The ministers preferred a gathering in Oslo.", []),
    ("The next round will be held in Oslo.", ["next round"]),
    ("The 12th HMM took place in Oslo.", ["12th HMM # 12"]),
    ("They spoke on the sidelines of the 4th HMM in Oslo.", ["4th HMM # 4"]),
    ("MEPC 80 ended on Friday.", ["MEPC 80 # 80"]),
    ("They agreed on it at COP28.", ["COP28 # 28"]),
    ("HMM1 had taken place in Oslo.", ["HMM1 # 1"]),
    ("The carrier was back at CVN 76 on Friday.", []),
    ("They were treated at HMM 1.", []),
    ("Quito gets the next one, on 29 November 2024.", ["next one"]),
    ("Dhaka is due to host the 47th by the middle of next year.", ["47th # 47"]),
    ("Zambia will have the next word.", []),
    ("Kenya gets the second dose in May.", []),
    ("She gets the first, in May.", []),
    ("The bridge was paid from the 10th HDF.", []),
    ("The last HMCs were held in May.", ["last HMCs"]),
    ("Reports go to the working groups that will meet on July 23.", ["working groups that will meet"]),
    ("The Harbour Working Committee gathered in Oslo.", ["Harbour Working Committee gathered"]),
    (
        "The UN Security Council on Saturday unanimously adopted a resolution.",
        ["UN Security Council on Saturday unanimously adopted"],
    ),
    ("The next will be in Belgrade in December.", ["next will be"]),
    ("The 33rd is to be held in Manama.", ["33rd is to # 33"]),
    ("The previous one took place in Oslo.", ["previous one"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_gathering(text: str, expected: list[str]) -> None:
    assert told(text) == expected


NONE = [
    "The ministers met with the president.",
    "The goals were met.",
    "The Council convened a conference.",
    "The UN Security Council adopted a resolution.",
    "The council chamber is large.",
    "The next step is the vote.",
    "The first man met nobody.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_gathering(text: str) -> None:
    assert told(text) == []
