"""Bodies of two sides named after them: one line a case; the text, then the bodies of its first meeting and who is there."""

import pytest

from communique.model.text import Text
from communique.reading import read

CASES = [
    (
        "The inaugural session of the Chad-Niger bi-national commission was held in Niamey on 4 May 2021.",
        ["Chad-Niger bi-national commission"],
        ["NE", "TD"],
    ),
    (
        "The EU-Morocco Association Council met in Brussels on 4 May 2021.",
        ["EU-Morocco Association Council"],
        ["EU", "MA"],
    ),
    (
        "The EU-Morocco Association Committee met in Brussels.",
        ["EU-Morocco Association Committee"],
        ["EU", "MA"],
    ),
    (
        "The European Union-Peru Association Council took place in Lima on 4 May 2021.",
        ["European Union-Peru Association Council"],
        ["EU", "PE"],
    ),
    (
        "The 9th Joint Ghana-Togo Permanent Commission for Cooperation was held in Accra.",
        ["Joint Ghana-Togo Permanent Commission for Cooperation"],
        ["GH", "TG"],
    ),
    (
        "The second Peru/Chile Binational Cabinet was held in Lima on 4 May 2021.",
        ["Peru/Chile Binational Cabinet"],
        ["CL", "PE"],
    ),
    # a known organ stays what it is; no body: what two discussed, and a summit of two
    ("The NATO-Russia Council met in Brussels.", ["NATO-Russia Council"], []),
    ("The India-China summit discussed the Security Council in Delhi on 4 May 2021.", [], ["CN", "IN"]),
    ("The India-China border talks of the Lake Commission were held.", ["Lake Commission"], ["CN", "IN"]),
    ("The US-ASEAN Business Council met in Jakarta on 4 May 2021.", ["US-ASEAN Business Council"], ["US"]),
]


@pytest.mark.parametrize(
    "text",
    [
        "The chairman of the German-Russian Forum met in Berlin on Tuesday with the ambassador.",
        "The EU-Ukraine Summit and the European Council were held on Tuesday.",
        "The chairman of the Lake Forum met in Berlin on Tuesday.",
    ],
)
def test_whose_office_it_is_and_who_is_told_beside_it_make_no_body_of_two(text: str) -> None:
    for meeting in read(Text(name="text", characters=text)).meetings:
        assert not [b.name for b in meeting.bodies if "Forum" in b.name or "-" in b.name]


@pytest.mark.parametrize(("text", "named", "there"), CASES)
def test_bodies_of_two(text: str, named: list[str], there: list[str]) -> None:
    found = read(Text(name="text", characters=text)).meetings[0]
    assert [b.name for b in found.bodies] == named
    if there:
        assert sorted(found.represented) == there
