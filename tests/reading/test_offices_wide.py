"""Offices in untidy prose: one line a case; `person | office | of` for every office that the sentence states."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan


def held(text: str) -> list[str]:
    people = cast(scan(text)).people
    return [f"{p.name} | {h.office} | {h.of or '-'}" for p in people for h in p.holdings if not h.former]


CASES = [
    (
        "The UN heard Assistant Secretary-General for Field Operations Eric Solberg.",
        ["Eric Solberg | Assistant Secretary-General for Field Operations | UN"],
    ),
    # forms of address
    (
        "The Prime Minister of Jamaica, the Most Honourable Anna Lindt, and the Premier, Dr. the Rt. Hon. Erik Solberg, spoke.",
        ["Anna Lindt | Prime Minister | JM", "Erik Solberg | Premier | -"],
    ),
    ("Alden M. Smith, President of Kenya, spoke.", ["Alden M. Smith | President | KE"]),
    ("President M. Smith of Kenya spoke.", ["M. Smith | President | KE"]),
    # a house set off behind the office
    (
        "The Spokesperson, Ministry of Trade, Anna Lindt, and the Director General, Border Agency (BA), Erik Solberg, spoke.",
        [
            "Anna Lindt | Spokesperson, Ministry of Trade | -",
            "Erik Solberg | Director General, Border Agency | -",
        ],
    ),
    (
        "The Foreign Minister, Trade Ministry officials and Anna Lindt, President of Kenya, spoke.",
        ["Anna Lindt | President | KE"],
    ),
    # a country set off behind the office
    ("Acting Premier, Montserrat, Anna Lindt, spoke.", ["Anna Lindt | Acting Premier | MS"]),
    # ministers are of countries, whatever they see to; those sent to a house are not of it
    (
        "Anna Lindt, Kenya's Minister of East African Community, spoke.",
        ["Anna Lindt | Minister of East African Community | KE"],
    ),
    (
        "Anna Lindt, Permanent Representative to the OIC, spoke.",
        ["Anna Lindt | Permanent Representative to the OIC | -"],
    ),
    # two presidents of two countries
    (
        "President Anna Lindt of the United States and President Erik Solberg of Norway spoke.",
        ["Anna Lindt | President | US", "Erik Solberg | President | NO"],
    ),
    # the leader for whom another speaks
    (
        "On behalf of the leader, the Prime Minister of Kenya Anna Lindt spoke.",
        ["Anna Lindt | Prime Minister | KE"],
    ),
    # pictured in a row
    (
        "Prime Ministers (from left) Anna Lindt (Sweden) and Erik Solberg (Norway) spoke.",
        ["Anna Lindt | Prime Minister | SE", "Erik Solberg | Prime Minister | NO"],
    ),
    ("The Foreign Minister left to Anna Lindt the rest.", []),
    # a gloss inside the title
    (
        "Head of the Group of the Storting (Parliament) of Norway Erik Solberg spoke.",
        ["Erik Solberg | Head of the Group of the Storting (Parliament) | NO"],
    ),
    ("The Foreign Minister (Anna Lindt) of the day spoke.", ["Anna Lindt | Foreign Minister | -"]),
    # "in charge of" behind another office
    (
        "Anna Lindt, Minister Delegate to the Presidency in charge of Trade of Chad, spoke.",
        ["Anna Lindt | Minister Delegate to the Presidency in charge of Trade | TD"],
    ),
    (
        "Anna Lindt, Norway's Minister in the Office of the President Responsible for Energy, spoke.",
        ["Anna Lindt | Minister in the Office of the President Responsible for Energy | NO"],
    ),
    # surnames that are offices
    (
        "Swedish Trade Minister Peter Judge, Kenyan Minister Anna Lindt spoke.",
        ["Peter Judge | Trade Minister | SE", "Anna Lindt | Minister | KE"],
    ),
    # commas set loosely
    ("The Swedish Foreign Minister ,Anna Lindt,spoke.", ["Anna Lindt | Foreign Minister | SE"]),
    # two names of one office
    (
        "Anna Lindt, Deputy Prime Minister and Minister of Finance of Sweden, spoke.",
        ["Anna Lindt | Deputy Prime Minister and Minister of Finance | SE"],
    ),
    # one of two portfolios each: what the first named holds no words say whole
    (
        "The foreign and defence ministers of Sweden, Anna Lindt and Ida Berg, spoke.",
        ["Ida Berg | defence minister | SE"],
    ),
    (
        "Swedish Deputy Prime Minister and Finance Minister Anna Lindt spoke.",
        ["Anna Lindt | Deputy Prime Minister and Finance Minister | SE"],
    ),
    # two offices of one person
    (
        "The Chairman of the African Union and President of Kenya, Amina Yusuf, spoke.",
        ["Amina Yusuf | Chairman | AU", "Amina Yusuf | President | KE"],
    ),
    (
        "President Amina Yusuf of Kenya, who is also this year's chairperson of the African Union, spoke.",
        ["Amina Yusuf | President | KE", "Amina Yusuf | chairperson | AU"],
    ),
    (
        "Amina Yusuf, President of Kenya and Chair of the African Union, and Swedish Foreign Minister Anna Lindt spoke.",
        ["Amina Yusuf | President | KE", "Amina Yusuf | Chair | AU", "Anna Lindt | Foreign Minister | SE"],
    ),
    # what "industry and trade and head" is
    (
        "Anna Lindt, Swedish Minister of Industry and Trade and head of the delegation, spoke.",
        ["Anna Lindt | Minister of Industry and Trade | SE", "Anna Lindt | head of the delegation | SE"],
    ),
    # counterparts
    (
        "Swedish Foreign Minister Anna Lindt and her Kenyan homologue, Amina Yusuf, spoke.",
        ["Anna Lindt | Foreign Minister | SE", "Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        "Swedish President Anna Lindt and her Kenyan counterpart, Prime Minister Amina Yusuf, spoke.",
        ["Anna Lindt | President | SE", "Amina Yusuf | Prime Minister | KE"],
    ),
    (
        "The presidents of the five states invited their Kenyan counterpart, Amina Yusuf.",
        ["Amina Yusuf | president | KE"],
    ),
    # sent, far away, in a city
    ("Sweden sent its leader, Anna Lindt.", ["Anna Lindt | leader | SE"]),
    (
        "In Nairobi, Foreign Minister Amina Yusuf said that trade grows.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        "Foreign Minister Amina Yusuf joined by video link from Nairobi.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        "Sweden came with two : President Anna Lindt and Foreign Minister Eva Berg.",
        ["Anna Lindt | President | SE", "Eva Berg | Foreign Minister | SE"],
    ),
    # the country beside the name
    (
        "Taking part: Norway - Anna Lindt, President, Kenya - Amina Yusuf, Prime Minister.",
        ["Anna Lindt | President | NO", "Amina Yusuf | Prime Minister | KE"],
    ),
    # organisations
    ("OAS: Maria Ortega, Secretary General", ["Maria Ortega | Secretary General | OAS"]),
    (
        "The OSCE met. The OSCE adopted a plan. Secretary General Anna Lindt spoke.",
        ["Anna Lindt | Secretary General | OSCE"],
    ),
    # one country's own title
    (
        "The U.S. delegation came late. Secretary of State Ann Brown spoke.",
        ["Ann Brown | Secretary of State | US"],
    ),
    # how an ambassador is addressed
    (
        "The Secretary General of BIMSTEC, Ambassador Anna Lindt, spoke.",
        ["Anna Lindt | Secretary General | BIMSTEC"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_offices_in_untidy_prose(text: str, expected: list[str]) -> None:
    assert held(text) == expected


HOSTS = [
    # an adviser may serve any house
    ("The meeting was held in Nairobi, Kenya. Senior adviser Erik Solberg spoke.", None),
    ("The Kenyan side opened the summit in Nairobi. President Amina Yusuf spoke.", "KE"),
    ("The summit was held in Nairobi. President Amina Yusuf spoke.", None),  # others meet in Nairobi as well
    (
        "Kenya is far. The fund, which has its seat in Nairobi, held a summit. President Amina Yusuf spoke.",
        None,
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOSTS)
def test_the_host_of_the_meeting_has_its_own_offices(text: str, expected: str | None) -> None:
    assert [h.of for p in cast(scan(text)).people for h in p.holdings] == [expected]


def test_a_former_office_represents_nobody() -> None:
    assert [p.represents for p in cast(scan("Anna Lindt, a former President of Sweden, spoke.")).people] == [
        None
    ]


PLAIN = [
    # abbreviated given names, letters of honour, a surname that is a word, a particle in front
    ("Dr. Wm. Lindt Solberg, President of Kenya, spoke.", ["Wm. Lindt Solberg | President | KE"]),
    ("Geo. Albert Marsh, Premier of Kenya, spoke.", ["Geo. Albert Marsh | Premier | KE"]),
    ("Anna Lindt MP, Trade Minister of Kenya, spoke.", ["Anna Lindt | Trade Minister | KE"]),
    ("Mr. Erik Solberg T.D., Trade Minister of Kenya, spoke.", ["Erik Solberg | Trade Minister | KE"]),
    ("Dr. Erik Solberg, M.P., Premier of Kenya, spoke.", ["Erik Solberg | Premier | KE"]),
    (
        "Speaking was the Hon. Allyson West, Trade Minister of Kenya, spoke.",
        ["Allyson West | Trade Minister | KE"],
    ),
    ("Prime Minister De Lindt of Kenya spoke.", ["De Lindt | Prime Minister | KE"]),
    # ranks, adverbs and agencies are nobody's names
    ("The President of Kenya, Field Marshal Omer Lindt, spoke.", ["Omer Lindt | President | KE"]),
    ("Accordingly, Kenya's Trade Minister, Lindt, will chair.", ["Lindt | Trade Minister | KE"]),
    (
        "In a statement to SUNA, the Foreign Minister of Sudan, Ambassador Anna Lindt, spoke.",
        ["Anna Lindt | Foreign Minister | SD"],
    ),
    # a house in front of the office; a house to which somebody is sent for a country
    (
        "Kenya's Ministry of Health Principal Secretary Anna Lindt spoke.",
        ["Anna Lindt | Ministry of Health Principal Secretary | KE"],
    ),
    (
        "Ms. Anna Lindt, Commissioner to the OECS for Grenada, spoke.",
        ["Anna Lindt | Commissioner to the OECS | GD"],
    ),
    (
        "The Representative to the UN for Fiji, Anna Lindt, spoke.",
        ["Anna Lindt | Representative to the UN | FJ"],
    ),
    # elected as
    (
        "It elected Commissioner Anna Lindt as President, Commissioner Erik Solberg as Vice President.",
        [
            "Anna Lindt | Commissioner | -",
            "Anna Lindt | President | -",
            "Erik Solberg | Commissioner | -",
            "Erik Solberg | Vice President | -",
        ],
    ),
    (
        "It elected Anna Lindt of Chile as Rapporteur and Erik Solberg (Norway) as Coordinator.",
        ["Anna Lindt | Rapporteur | CL", "Erik Solberg | Coordinator | NO"],
    ),
    # offices joined by "and" and shared out in brackets
    (
        "Commissioner for Trade and Industry. Anna Lindt, Commissioner for Trade and Industry.",
        ["Anna Lindt | Commissioner for Trade and Industry | -"],
    ),
    (
        "Kenyan Ministers (Anna Lindt of Trade, Erik Solberg of Justice and Rosa Perez of Health) came.",
        ["Anna Lindt | Minister | KE", "Erik Solberg | Minister | KE", "Rosa Perez | Minister | KE"],
    ),
    ("Erik Solberg of Energy and Ambassador Anna Lindt of Kenya came.", ["Anna Lindt | Ambassador | KE"]),
    (
        "Anna Lindt, of the Republic of Kenya, and Chairperson of the Union, spoke.",
        ["Anna Lindt | Chairperson of the Union | -"],
    ),
    # a portfolio that ends like an operation; an office is no surname; a short form that the report explains
    (
        "The Minister of Trade and Co-operation Anna Lindt of Kenya came.",
        ["Anna Lindt | Minister of Trade and Co-operation | KE"],
    ),
    (
        "The Caribbean Development Bank (CDB) met. CDB President Anna Lindt spoke.",
        ["Anna Lindt | President | CDB"],
    ),
    (
        "President Anna Lindt of Kenya came. Anna Lindt is accompanied by the Trade Minister, Erik Solberg, and by the Minister of Energy, Rosa Perez.",
        [
            "Anna Lindt | President | KE",
            "Erik Solberg | Trade Minister | KE",
            "Rosa Perez | Minister of Energy | KE",
        ],
    ),
    # whose "its" is; who comes along
    (
        "The African Union met in Ghana. Its Trade Commissioner, Anna Lindt, spoke.",
        ["Anna Lindt | Trade Commissioner | AU"],
    ),
    (
        "Kenya sent envoys to Ghana. Its Trade Minister, Anna Lindt, spoke.",
        ["Anna Lindt | Trade Minister | KE"],
    ),
    (
        "The Kenyan President came to Ghana accompanied by the Trade Minister, Anna Lindt, and Energy Minister Erik Solberg.",
        ["Anna Lindt | Trade Minister | KE", "Erik Solberg | Energy Minister | KE"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_offices_in_plain_prose(text: str, expected: list[str]) -> None:
    assert held(text) == expected
