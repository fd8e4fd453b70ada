"""What is no matter of an agenda, and where one begins: one line a case; the words, then the matters."""

import pytest

from communique.model.text import Text
from communique.reading import read
from communique.reading.agenda import agenda
from communique.reading.people import cast
from communique.reading.scan import scan

CASES = [
    ("The leaders met over a traditional informal dinner in Lima.", []),
    ("The ministers met over the price of salt.", ["the price of salt"]),
    ("The envoys were given an opportunity to address the Lake Leaders.", []),
    ("The ministers met to address the price of salt.", ["the price of salt"]),
    ("The council approved two strategies to address key challenges.", []),
    ("The ministers adopted a plan to tackle piracy.", []),
    # a day between the verb and what was talked about
    ("The ministers discussed today ways to raise the price of salt.", ["ways to raise the price of salt"]),
    ("The ministers discussed this morning the state of roads.", ["the state of roads"]),
    # what the fields are of
    (
        "The ministers discussed the cooperation of the lake countries in economic, humanitarian, security, education and sport fields.",
        ["the cooperation of the lake countries in economic, humanitarian, security, education and sport fields"],
    ),
    (
        "The ministers discussed cooperation in trade, the situation in Chad and the price of salt.",
        ["cooperation in trade", "the situation in Chad", "the price of salt"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_matters(words: str, expected: list[str]) -> None:
    scanned = scan(words)
    assert [item.text for item in agenda(scanned, cast(scanned))] == expected


def test_a_deed_and_a_part_of_a_name_are_no_matters() -> None:
    for text in (
        "Documents on the agenda of the SADC Council of Ministers were unanimously adopted in Oslo on 5 May 2020.",
        "The rift will be looked at by the summit of the Intergovernmental Authority on Development (IGAD) of East African Countries.",
    ):
        found = [i.text for m in read(Text(name="t", characters=text)).meetings for i in m.agenda]
        assert not any("adopted" in item or item.startswith("Development") for item in found)


def test_the_day_of_a_session_is_no_matter() -> None:
    seen = scan(
        "The protocol would be signed during the plenary session on third day of the meeting in Oslo."
    )
    assert agenda(seen, cast(seen)) == []


LISTS = [
    (
        "Discussions focused on critical issues such as the sea, the road, and the climate.",
        ["the sea", "the road", "the climate"],
    ),
    (
        "The ministers discussed the state of the lake; progress on the road; the Salt Plan, and disasters in the region.",
        ["the state of the lake", "progress on the road", "the Salt Plan, and disasters in the region"],
    ),
    ("The two ministers discussed trade and the border by phone.", ["trade and the border"]),
    ("The two ministers discussed the border in a telephone conversation.", ["the border"]),
    ("The two ministers discussed the mobile phone market.", ["the mobile phone market"]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_matters(text: str, expected: list[str]) -> None:
    seen = scan(text)
    assert [i.text for i in agenda(seen, cast(seen))] == expected
