"""How a title goes on: portfolios in small letters, lists of them, the house in which somebody serves."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan

CASES = [
    ("Kenyan trade and industry minister Erik Solberg spoke.", "trade and industry minister | KE"),
    (
        "Uganda's water and environment minister Erik Solberg spoke.",
        "water and environment minister | UG",
    ),
    ("Kenya's finance and economy minister Erik Solberg spoke.", "finance and economy minister | KE"),
    (
        "Erik Solberg, the minister of finance and planning of Uganda, spoke.",
        "minister of finance and planning | UG",
    ),
    (
        "Erik Solberg, Kenya's minister for trade, industry and tourism, spoke.",
        "minister for trade, industry and tourism | KE",
    ),
    # the house in which somebody serves tells the state
    (
        "Erik Solberg, Permanent Secretary in Kenya's Ministry of Foreign Affairs, spoke.",
        "Permanent Secretary in Kenya's Ministry of Foreign Affairs | KE",
    ),
    (
        "Erik Solberg, deputy head of mission at the Swedish embassy in Lima, spoke.",
        "deputy head of mission at the Swedish embassy in Lima | SE",
    ),
    # who speaks for a state
    ("Representing Kenya, Foreign Minister Erik Solberg praised the host.", "Foreign Minister | KE"),
    ("Representing Kenya at the talks was Foreign Minister Erik Solberg.", "Foreign Minister | KE"),
    ("On behalf of Kenya, Foreign Minister Erik Solberg took part.", "Foreign Minister | KE"),
    # short forms
    ("Kenya's ex-foreign minister Erik Solberg spoke.", "ex-foreign minister | KE"),
    ("WHO Director-General Erik Solberg spoke.", "Director-General | WHO"),
    ("EU foreign policy chief Erik Solberg spoke.", "foreign policy chief | EU"),
    # no public office
    ("Film director Erik Solberg spoke.", ""),
    ("Erik Solberg, chairman of the football club, spoke.", ""),
    # no list of portfolios
    ("They discussed trade and foreign minister Erik Solberg spoke.", "foreign minister | -"),
    (
        "Erik Solberg, the minister of finance, and miners of Kenya spoke.",
        "minister of finance | -",
    ),
]


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[w[:50] for w, _ in CASES])
def test_titles_go_on(words: str, expected: str) -> None:
    held = [f"{h.office} | {h.of or '-'}" for p in cast(scan(words)).people for h in p.holdings]
    assert held == [expected] * bool(expected)


PAIRS = [
    (
        "President Erik Solberg and Foreign Minister Anna Lindt of Kenya spoke.",
        ["President | KE", "Foreign Minister | KE"],
    ),
    (  # of two states, perhaps
        "President Erik Solberg and Prime Minister Anna Lindt of Kenya spoke.",
        ["President | -", "Prime Minister | KE"],
    ),
    (
        "High Representative Erik Solberg and Foreign Minister Anna Lindt of Kenya spoke.",
        ["High Representative | -", "Foreign Minister | KE"],
    ),
    (
        "From Kenya, the meeting was attended by Trade Minister Erik Solberg and Energy Minister Anna Lindt.",
        ["Trade Minister | KE", "Energy Minister | KE"],
    ),
    (
        "The Kenyan delegation was led by Foreign Minister Erik Solberg, while State Secretary Anna Lindt led the Swedish delegation.",
        ["Foreign Minister | KE", "State Secretary | SE"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), PAIRS, ids=[w[:50] for w, _ in PAIRS])
def test_titles_of_two(words: str, expected: list[str]) -> None:
    held = [f"{h.office} | {h.of or '-'}" for p in cast(scan(words)).people for h in p.holdings]
    assert held == expected
