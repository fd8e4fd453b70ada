"""Bodies named in a text: one line a case; the text, then `words = id` of each."""

import pytest

from communique.reading.organs import organs
from communique.reading.scan import scan


def named(text: str) -> list[str]:
    seen = scan(text)
    found = [n for s in seen.sentences for n in organs(seen, s.start, s.stop)]
    return [f"{text[n.start : n.stop]} = {n.body.id if n.body else None}" for n in found]


CASES = [
    # with the organisation behind, before, in brackets
    (
        "the Council of Foreign Ministers of the CSTO met",
        ["Council of Foreign Ministers of the CSTO = csto/council-of-foreign-ministers"],
    ),
    (
        "the Council of Foreign Ministers of the CIS met",
        ["Council of Foreign Ministers of the CIS = cis/council-of-foreign-ministers"],
    ),
    (
        "the CSTO Council of Foreign Ministers met",
        ["CSTO Council of Foreign Ministers = csto/council-of-foreign-ministers"],
    ),
    (
        "the CIS Council of Foreign Ministers met",
        ["CIS Council of Foreign Ministers = cis/council-of-foreign-ministers"],
    ),
    (
        "the CIS's Council of Heads of State met",
        ["CIS's Council of Heads of State = cis/council-of-heads-of-state"],
    ),
    (
        "the Council of Foreign Ministers of the Collective Security Treaty Organization met",
        [
            "Council of Foreign Ministers of the Collective Security Treaty Organization = csto/council-of-foreign-ministers"
        ],
    ),
    ("the Permanent Council of the OSCE met", ["Permanent Council of the OSCE = osce/permanent-council"]),
    ("the OSCE Permanent Council met", ["OSCE Permanent Council = osce/permanent-council"]),
    ("the CSTO Permanent Council met", ["CSTO Permanent Council = csto/permanent-council"]),
    (
        "the Defense Ministers Council of the CSTO met",
        ["Defense Ministers Council of the CSTO = csto/council-of-defence-ministers"],
    ),
    # alone enough
    ("the North Atlantic Council met", ["North Atlantic Council = nato/north-atlantic-council"]),
    (
        "the Collective Security Council met",
        ["Collective Security Council = csto/collective-security-council"],
    ),
    ("the UN General Assembly met", ["UN General Assembly = un/general-assembly"]),
    ("the CSTO PA met", ["CSTO PA = csto/parliamentary-assembly"]),
    # organisations
    ("the CSTO met in Minsk", ["CSTO = csto"]),
    ("CSTO and CIS met in Minsk", ["CSTO = csto", "CIS = cis"]),
    ("the EU and ASEAN met in Minsk", ["EU = eu", "ASEAN = asean"]),
    # nothing
    ("the council met", []),
    ("they met in Minsk", []),
    ("who met in Minsk?", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_bodies_of_a_sentence(text: str, expected: list[str]) -> None:
    assert named(text) == expected


ELSEWHERE = [
    ("The CSTO is at work. The Council of Foreign Ministers met.", "csto/council-of-foreign-ministers"),
    ("The CIS is at work. The Council of Foreign Ministers met.", "cis/council-of-foreign-ministers"),
    ("The OSCE is at work. The Permanent Council met.", "osce/permanent-council"),
    (
        "The CSTO is at work and the CIS is not. The CSTO is big. The Council of Foreign Ministers met.",
        "csto/council-of-foreign-ministers",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ELSEWHERE)
def test_the_organisation_of_the_report_settles_it(text: str, expected: str) -> None:
    assert named(text)[-1].endswith(f"= {expected}")


OPEN = [
    "The Council of Foreign Ministers met.",
    "The Permanent Council met.",
    "The CSTO and the OSCE are at work. The Permanent Council met.",
]


@pytest.mark.parametrize("text", OPEN)
def test_nothing_settles_it(text: str) -> None:
    assert [n for n in named(text) if "Council" in n] == []
