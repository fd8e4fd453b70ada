"""Titles that stand apart from the name: one line a case; the text, then `person, office, of` of each."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan


def held(text: str) -> list[str]:
    return [f"{p.name}, {h.office}, {h.of}" for p in cast(scan(text)).people for h in p.holdings]


ALONE = [
    (
        "Canada's Justin Trudeau spoke first. The Canadian prime minister left early.",
        ["Justin Trudeau, prime minister, CA"],
    ),
    (
        "Egypt's Sameh Shoukry and Egypt's Abdel Fattah el-Sisi came. The Egyptian president spoke first.",
        [],  # either may be meant
    ),
    ("Canada's Justin Trudeau spoke first. The Canadian prime minister Stephen Harper had not.", None),
    ("Canada's Justin Trudeau spoke first. A former Canadian prime minister was there too.", []),
    (
        "Canada's Justin Trudeau came with Foreign Minister Melanie Joly of Canada. The Canadian minister spoke.",
        ["Melanie Joly, Foreign Minister, CA"],
    ),
]


@pytest.mark.parametrize(("text", "found"), ALONE)
def test_a_title_alone_means_the_one_of_its_country_who_has_none(text: str, found: list[str] | None) -> None:
    if found is None:
        assert "Justin Trudeau, prime minister, CA" not in held(text)
    else:
        assert held(text) == found


LISTED = [
    (
        "Three colleague Prime Ministers came in person, namely the Hon. Gaston Browne (Antigua and Barbuda), "
        "Dr. Keith Mitchell (Grenada) and the Hon. Allen Chastanet (Saint Lucia).",
        [
            "Gaston Browne, Prime Minister, AG",
            "Keith Mitchell, Prime Minister, GD",
            "Allen Chastanet, Prime Minister, LC",
        ],
    ),
    ("The ministers praised the envoys. Gaston Browne (Grenada) and Keith Mitchell (Cuba) came.", []),
]


@pytest.mark.parametrize(("text", "found"), LISTED)
def test_a_plural_title_holds_for_the_list_behind_it(text: str, found: list[str]) -> None:
    assert held(text) == found
