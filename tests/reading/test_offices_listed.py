"""Titles and names as lists of participants write them: one line a case; the text, then `name: office [of]`."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan


def held(text: str) -> list[str]:
    return [
        f"{p.name}: " + ", ".join(f"{h.office} [{h.of or '-'}]" for h in p.holdings)
        for p in cast(scan(text)).people
    ]


CASES = [
    # words of office that are given names as well
    ("The Prime Minister of Belize, the Honourable Dean Moss, spoke.", ["Dean Moss: Prime Minister [BZ]"]),
    ("Dean Moss, Prime Minister of Belize, left.", ["Dean Moss: Prime Minister [BZ]"]),
    (
        "Norwegian Industry Minister Sultan Al Berg spoke.",
        ["Sultan Al Berg: Industry Minister [NO]"],
    ),
    ("Afghan Trade Minister Amir Khan Nuri spoke.", ["Amir Khan Nuri: Trade Minister [AF]"]),
    ("His Majesty Sultan Haitham of Oman spoke.", ["Haitham: Sultan [OM]"]),
    ("The Dean Amina Yusuf spoke.", ["Amina Yusuf: Dean [-]"]),
    # a place as part of a name
    (
        "The Deputy Prime Minister of Kuwait, Shaikh Sabah Salem Al Hamad al Sabah, spoke.",
        ["Sabah Salem Al Hamad al Sabah: Deputy Prime Minister [KW]"],
    ),
    ("Kenya's Finance Minister Patricia Scotland spoke.", ["Patricia Scotland: Finance Minister [KE]"]),
    # who left the service, who wears an order
    (
        "The President of Guyana, His Excellency Brigadier (ret'd) Erik Solberg, spoke.",
        ["Erik Solberg: President [GY]"],
    ),
    (
        "Major General Erik Solberg (Rtd), Minister of Defence of Nigeria, spoke.",
        ["Erik Solberg: Minister of Defence [NG]"],
    ),
    (
        "Mauritius: Ms Amina Yusuf, GOSK, Secretary for Foreign Affairs",
        ["Amina Yusuf: Secretary for Foreign Affairs [MU]"],
    ),
    # the comma left out behind a name of a list
    (
        "Botswana: Hon Erik Solberg Minister of Defence, Justice and Security",
        ["Erik Solberg: Minister of Defence, Justice and Security [BW]"],
    ),
    (
        "Seychelles: HE Amina Yusuf High Commissioner to South Africa",
        ["Amina Yusuf: High Commissioner to South Africa [SC]"],
    ),
    (
        "They saw Mr Solberg Minister of Defence Berg had asked.",
        ["Solberg: ", "Berg: Minister of Defence [-]"],
    ),
    # whoever stands below the one who is served
    (
        "Deputy National Security Adviser of India Erik Solberg spoke.",
        ["Erik Solberg: Deputy National Security Adviser [IN]"],
    ),
    (
        "The Kenyan deputy health minister Amina Yusuf spoke.",
        ["Amina Yusuf: deputy health minister [KE]"],
    ),
    ("The deputy and the health minister Amina Yusuf spoke.", ["Amina Yusuf: health minister [-]"]),
    (
        "Amina Yusuf, Minister Responsible for Foreign Affairs of Oman, spoke.",
        ["Amina Yusuf: Minister Responsible for Foreign Affairs [OM]"],
    ),
    (
        "Amina Yusuf, Additional Secretary, Ministry of Economic Affairs of Nepal, spoke.",
        ["Amina Yusuf: Additional Secretary, Ministry of Economic Affairs [NP]"],
    ),
    ("Chargé d'Affaires Amina Yusuf of Kenya spoke.", ["Amina Yusuf: Chargé d'Affaires [KE]"]),
    (
        "Amina Yusuf, Chargé d’Affaires, Embassy of Kenya in Liberia, spoke.",
        ["Amina Yusuf: Chargé d’Affaires, Embassy of Kenya in Liberia [KE]"],
    ),
    # the country with its article in capitals
    (
        "The Prime Minister of The Bahamas, Honourable Amina Yusuf, spoke.",
        ["Amina Yusuf: Prime Minister [BS]"],
    ),
    # one country after another, the comma now there, now not
    (
        "He met President of Botswana Amina Yusuf, President of Somalia, Erik Solberg, President of Ghana Rosa Perez.",
        ["Amina Yusuf: President [BW]", "Erik Solberg: President [SO]", "Rosa Perez: President [GH]"],
    ),
    (
        "Kenyan President Amina Yusuf, Chair of the AU, and Erik Solberg spoke.",
        ["Amina Yusuf: President [KE], Chair [AU]", "Erik Solberg: "],
    ),
    # no blank behind a full stop
    (
        "Malawi: President Amina Yusuf, Chairperson of SADC.South Africa: President Erik Solberg.",
        ["Amina Yusuf: President [MW], Chairperson [SADC]", "Erik Solberg: President [ZA]"],
    ),
    (
        "The President of Suriname, His Excellency Drs. Erik R. Solberg and others spoke.",
        ["Erik R. Solberg: President [SR]"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:60] for text, _ in CASES])
def test_who_holds_what(text: str, expected: list[str]) -> None:
    assert held(text) == expected
