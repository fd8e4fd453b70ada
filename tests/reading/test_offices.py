"""Offices: one line a case; the sentence, then every `person | office | of` (and `former`) that it states."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan


def held(text: str) -> list[str]:
    found = []
    for person in cast(scan(text)).people:
        for h in person.holdings:
            found.append(f"{person.name} | {h.office} | {h.of or '-'}" + (" | former" if h.former else ""))
    return found


BEFORE = [
    ("Foreign Minister Anna Lindt spoke.", "Anna Lindt | Foreign Minister | -"),
    ("The Foreign Minister, Anna Lindt, spoke.", "Anna Lindt | Foreign Minister | -"),
    ("Swedish Foreign Minister Anna Lindt spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Sweden's Foreign Minister Anna Lindt spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Sweden’s Foreign Minister Anna Lindt spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("The Foreign Minister of Sweden Anna Lindt spoke.", "Anna Lindt | Foreign Minister | SE"),
    (
        "The Minister of Foreign Affairs of Sweden, Anna Lindt, spoke.",
        "Anna Lindt | Minister of Foreign Affairs | SE",
    ),
    (
        "The Minister for Foreign Affairs of the Kingdom of Sweden, Anna Lindt, spoke.",
        "Anna Lindt | Minister for Foreign Affairs | SE",
    ),
    ("Swedish President Anna Lindt spoke.", "Anna Lindt | President | SE"),
    ("President of Sweden Anna Lindt spoke.", "Anna Lindt | President | SE"),
    ("Swedish Prime Minister Anna Lindt spoke.", "Anna Lindt | Prime Minister | SE"),
    ("NATO Secretary General Anna Lindt spoke.", "Anna Lindt | Secretary General | NATO"),
    ("Secretary General of NATO Anna Lindt spoke.", "Anna Lindt | Secretary General | NATO"),
    (
        "The Kyrgyz Minister of Defence, Lieutenant General Ivan Petrov, spoke.",
        "Ivan Petrov | Minister of Defence | KG",
    ),
    (
        "Minister for Trade and Minister for Law Anna Lindt spoke.",
        "Anna Lindt | Minister for Trade and Minister for Law | -",
    ),
    (
        "Minister of Port Strategies and Food Systems Anna Lindt spoke.",
        "Anna Lindt | Minister of Port Strategies and Food Systems | -",
    ),
    ("Foreign Minister Dr. Anna Lindt spoke.", "Anna Lindt | Foreign Minister | -"),
    ("Swedish Ambassador to Kenya Anna Lindt spoke.", "Anna Lindt | Ambassador to Kenya | SE"),
    ("UN Special Envoy for Syria Anna Lindt spoke.", "Anna Lindt | Special Envoy for Syria | UN"),
]

BEHIND = [
    ("Anna Lindt, Foreign Minister of Sweden, spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Anna Lindt, the Foreign Minister of Sweden, spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Anna Lindt, Sweden's foreign minister, spoke.", "Anna Lindt | foreign minister | SE"),
    ("Anna Lindt, who is the Foreign Minister of Sweden, spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Anna Lindt (Foreign Minister of Sweden) spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Anna Lindt – Foreign Minister of Sweden – spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Anna Lindt was elected President of Sweden.", "Anna Lindt | President | SE"),
    ("Anna Lindt was appointed as Foreign Minister of Sweden.", "Anna Lindt | Foreign Minister | SE"),
    ("Foreign Minister Anna Lindt of Sweden spoke.", "Anna Lindt | Foreign Minister | SE"),
    ("Prime Minister Anna Lindt (Sweden) spoke.", "Anna Lindt | Prime Minister | SE"),
]

INSIDE = [
    ("Anna Lindt, Minister of Trade and Industry, spoke.", "Anna Lindt | Minister of Trade and Industry | -"),
    (
        "Anna Lindt, Minister of Energy, Trade and Industry of Japan, spoke.",
        "Anna Lindt | Minister of Energy, Trade and Industry | JP",
    ),
    (
        "Swedish Minister of Health and Social Affairs Anna Lindt spoke.",
        "Anna Lindt | Minister of Health and Social Affairs | SE",
    ),
    (
        "Minister of Culture, Youth and Sport of Sweden Anna Lindt spoke.",
        "Anna Lindt | Minister of Culture, Youth and Sport | SE",
    ),
    (
        "Anna Lindt, Minister of Foreign and European Affairs of Croatia, spoke.",
        "Anna Lindt | Minister of Foreign and European Affairs | HR",
    ),
]

ORGANS = [
    (
        "The Secretary of the Security Council of Armenia, Armen Petrosyan, spoke.",
        "Armen Petrosyan | Secretary of the Security Council | AM",
    ),
    (
        "Secretary of the Russian Security Council Ivan Petrov spoke.",
        "Ivan Petrov | Secretary of the Russian Security Council | RU",
    ),
    (
        "Chairman of the CIS Executive Committee Ivan Petrov spoke.",
        "Ivan Petrov | Chairman of the CIS Executive Committee | CIS",
    ),
    (
        "Ivan Petrov, head of the Presidential Administration of Azerbaijan, spoke.",
        "Ivan Petrov | head of the Presidential Administration | AZ",
    ),
    ("Chairman of the State Duma Ivan Petrov spoke.", "Ivan Petrov | Chairman of the State Duma | RU"),
    (
        "Chief of the CSTO Joint Staff Ivan Petrov spoke.",
        "Ivan Petrov | Chief of the CSTO Joint Staff | CSTO",
    ),
    (
        "Ivan Petrov, Chairman of the House of Representatives of the National Assembly of Belarus, spoke.",
        "Ivan Petrov | Chairman of the House of Representatives of the National Assembly | BY",
    ),
    (
        "Ivan Petrov, Chairman of the Committee on Defence of the Mazhilis, spoke.",
        "Ivan Petrov | Chairman of the Committee on Defence of the Mazhilis | KZ",
    ),
]

RANKS = [
    ("Deputy Foreign Minister of Sweden Anna Lindt spoke.", "Anna Lindt | Deputy Foreign Minister | SE"),
    ("Swedish Deputy Prime Minister Anna Lindt spoke.", "Anna Lindt | Deputy Prime Minister | SE"),
    (
        "First Deputy Prime Minister of Belarus Ivan Petrov spoke.",
        "Ivan Petrov | First Deputy Prime Minister | BY",
    ),
    (
        "Acting Secretary General of the CSTO Ivan Petrov spoke.",
        "Ivan Petrov | Acting Secretary General | CSTO",
    ),
    (
        "The acting CSTO Secretary General, Ivan Petrov, spoke.",
        "Ivan Petrov | acting CSTO Secretary General | CSTO",
    ),
    ("President-elect Anna Lindt of Sweden spoke.", "Anna Lindt | President-elect | SE"),
    (
        "Former Swedish Prime Minister Anna Lindt spoke.",
        "Anna Lindt | Former Swedish Prime Minister | SE | former",
    ),
    (
        "Anna Lindt, former Prime Minister of Sweden, spoke.",
        "Anna Lindt | former Prime Minister | SE | former",
    ),
    ("Vice-President of Brazil Maria Ortega spoke.", "Maria Ortega | Vice-President | BR"),
    (
        "Deputy Secretary General of the CIS Ivan Petrov spoke.",
        "Ivan Petrov | Deputy Secretary General | CIS",
    ),
    (
        "Permanent Representative of Belarus to the CSTO Ivan Petrov spoke.",
        "Ivan Petrov | Permanent Representative of Belarus to the CSTO | BY",
    ),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE + BEHIND + INSIDE + ORGANS + RANKS)
def test_one_office(text: str, expected: str) -> None:
    assert held(text) == [expected]


SEVERAL = [
    (
        "Jorge Ferrer, Ambassador Extraordinary and Plenipotentiary of Cuba to Sweden, came.",
        ["Jorge Ferrer | Ambassador Extraordinary and Plenipotentiary of Cuba to Sweden | CU"],
    ),
    (
        "In his meeting with the Foreign Minister of Chad, Mahamat Oueddo, the Secretary-General raised the killings.",
        ["Mahamat Oueddo | Foreign Minister | TD"],
    ),
    (
        "In talks between the Secretary-General and Togo's Foreign Minister, Kossi Adan, borders came up.",
        ["Kossi Adan | Foreign Minister | TG"],
    ),
    (
        "The talks were led by Ravi Menon, and the Foreign Minister of Nepal, Dr. Hari Thapa.",
        ["Hari Thapa | Foreign Minister | NP"],
    ),
    (
        "Anna Lindt, Prime Minister of Sweden and Chairwoman of the Nordic Council, spoke.",
        ["Anna Lindt | Prime Minister | SE", "Anna Lindt | Chairwoman | Nordic Council"],
    ),
    (
        "Chairman of the State Duma, Chairman of the CSTO Parliamentary Assembly Ivan Petrov spoke.",
        [
            "Ivan Petrov | Chairman of the State Duma | RU",
            "Ivan Petrov | Chairman of the CSTO Parliamentary Assembly | CSTO PA",
        ],
    ),
    (
        "Swedish Foreign Minister Anna Lindt and Norwegian Prime Minister Erik Solberg spoke.",
        ["Anna Lindt | Foreign Minister | SE", "Erik Solberg | Prime Minister | NO"],
    ),
    (
        "Anna Lindt, Foreign Minister of Sweden, and Erik Solberg, Prime Minister of Norway, spoke.",
        ["Anna Lindt | Foreign Minister | SE", "Erik Solberg | Prime Minister | NO"],
    ),
    (
        "Foreign Ministers Anna Lindt and Erik Solberg spoke.",
        ["Anna Lindt | Foreign Minister | -", "Erik Solberg | Foreign Minister | -"],
    ),
    (
        "The foreign ministers of Sweden, Norway and Kenya, Anna Lindt, Erik Solberg and Amina Yusuf, spoke.",
        [
            "Anna Lindt | foreign minister | SE",
            "Erik Solberg | foreign minister | NO",
            "Amina Yusuf | foreign minister | KE",
        ],
    ),
    (
        "Swedish Foreign Minister Anna Lindt met with her counterpart from Kenya, Amina Yusuf.",
        ["Anna Lindt | Foreign Minister | SE", "Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        "Foreign Minister Anna Lindt met her Kenyan counterpart Amina Yusuf.",
        ["Anna Lindt | Foreign Minister | -", "Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        "The list: Anna Lindt, minister of trade of Sweden; Erik Solberg, minister of health of Norway.",
        ["Anna Lindt | minister of trade | SE", "Erik Solberg | minister of health | NO"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_offices(text: str, expected: list[str]) -> None:
    assert sorted(held(text)) == sorted(expected)


NONE = [
    "The delegates landed at King Khalid International Airport in Riyadh.",
    "They visited the Prime Minister Modi Stadium.",
    "The Foreign Minister spoke.",
    "Anna Lindt spoke to the president.",
    "Erik Solberg met with the Foreign Minister.",
    "The Council of Foreign Ministers met in Minsk.",
    "They headed the list in Minsk.",
    "He chairs the Forum.",
    "The Ministry of Foreign Affairs reported.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_office(text: str) -> None:
    assert held(text) == []


def test_the_words_of_an_office_stand_at_its_place() -> None:
    text = "Swedish\nMinister of Foreign\nAffairs Anna Lindt spoke."
    for person in cast(scan(text)).people:
        for holding in person.holdings:
            written = text[holding.title.core_start : holding.title.core_stop]
            assert written.split() == holding.office.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Ministers Anna Lindt and Amina Yusuf met in Oslo.",
            ["Foreign Minister", "Foreign Minister"],
        ),
        ("Ministers of Trade Anna Lindt and Amina Yusuf met.", ["Ministers of Trade", "Ministers of Trade"]),
    ],
)
def test_each_of_several_holds_the_office_of_one_where_its_letters_stand(
    text: str, expected: list[str]
) -> None:
    assert [h.office for p in cast(scan(text)).people for h in p.holdings] == expected


def test_a_title_that_one_state_gives_is_not_the_counterparts() -> None:
    text = "US Secretary of State Anna Lindt spoke to her counterpart Amina Yusuf of Kenya."
    assert [p.name for p in cast(scan(text)).people if p.holdings] == ["Anna Lindt"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Lindt, Sweden's minister for natural resources and the environment, spoke.",
            ["Anna Lindt | minister for natural resources and the environment | SE"],
        ),
        (
            "Anna Lindt, Sweden's minister of forestry, fisheries and the environment, spoke.",
            ["Anna Lindt | minister of forestry, fisheries and the environment | SE"],
        ),
        (
            "Amina Yusuf, Chairwoman of the Sovereignty Council of the Republic of the Sudan, spoke.",
            ["Amina Yusuf | Chairwoman of the Sovereignty Council | SD"],
        ),
        (
            "Grenada was represented by the Hon. Joseph Orlov Minister for Foreign Affairs.",
            ["Joseph Orlov | Minister for Foreign Affairs | GD"],
        ),
    ],
)
def test_where_a_title_ends(text: str, expected: list[str]) -> None:
    assert held(text) == expected
