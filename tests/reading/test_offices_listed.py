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
    # what is seen to, one thing after another
    (
        "H.E. Erik Solberg, ECOWAS Commissioner for Political Affairs, Peace, and Security, spoke.",
        ["Erik Solberg: Commissioner for Political Affairs, Peace, and Security [ECOWAS]"],
    ),
    # a desk of a ministry, and who sits in a house for a state
    (
        "Mr. Erik Solberg, Joint Secretary (SAARC), Ministry of Foreign Affairs of Nepal, spoke.",
        ["Erik Solberg: Joint Secretary (SAARC), Ministry of Foreign Affairs [NP]"],
    ),
    (
        "The Permanent Representative to Mercosur and ALADI, Rosa Perez, spoke.",
        ["Rosa Perez: Permanent Representative to Mercosur and ALADI [-]"],
    ),
    (
        "The special representative of the UN secretary general in West Africa, Erik Solberg, spoke.",
        ["Erik Solberg: special representative of the UN secretary general in West Africa [UN]"],
    ),
    (
        "Erik Solberg, Prime Minister of the Royal Government of Bhutan, spoke.",
        ["Erik Solberg: Prime Minister [BT]"],
    ),
    # dashes between name and office, short forms behind the title
    (
        "Erik Solberg - President of the Turkic Academy and Rosa Perez - Secretary General of TURKSOY, Deputy Secretary General of the OTS Mark Cole spoke.",
        [
            "Erik Solberg: President [Turkic Academy]",
            "Rosa Perez: Secretary General [TURKSOY]",
            "Mark Cole: Deputy Secretary General [OTS]",
        ],
    ),
    (
        "They met foreign ministers of Kenya – Amina Yusuf, Norway – Erik Solberg, Chile – Rosa Perez.",
        [
            "Amina Yusuf: foreign minister [KE]",
            "Erik Solberg: foreign minister [NO]",
            "Rosa Perez: foreign minister [CL]",
        ],
    ),
    (
        "General Erik Solberg (Supreme Allied Commander Europe, SACEUR) spoke.",
        ["Erik Solberg: Supreme Allied Commander Europe [NATO]"],
    ),
    # somebody else without a name
    (
        "Chairman of the Finance Committee of Kenya, Mark Cole, and a representative of the Adviser spoke.",
        ["Mark Cole: Chairman of the Finance Committee [KE]"],
    ),
    (
        "The Secretary General of the OTS, Kazakh diplomat Mark Cole, spoke.",
        ["Mark Cole: Secretary General [OTS]"],
    ),
    # two of one government
    (
        "On behalf of Kenya's Foreign Minister Amina Yusuf, State Secretary Mark Cole attended.",
        ["Amina Yusuf: Foreign Minister [KE]", "Mark Cole: State Secretary [KE]"],
    ),
    (
        "Norway was there. Kenya will be represented by Minister Amina Yusuf and Trade Minister Mark Cole.",
        ["Amina Yusuf: Minister [KE]", "Mark Cole: Trade Minister [KE]"],
    ),
    (
        "Kenya's Amina Yusuf met Trade Minister Mark Cole.",
        ["Amina Yusuf: ", "Mark Cole: Trade Minister [-]"],
    ),
    ("The Chief Guest spoke.", []),
    ("Md. Golam Cole, Secretary General of SAARC, spoke.", ["Golam Cole: Secretary General [SAARC]"]),
    # as many countries as names, behind a colon
    (
        "They met the Prime Ministers of Poland, the Czech Republic and Hungary: Erik Solberg, Rosa Perez and Mark Cole.",
        [
            "Erik Solberg: Prime Minister [PL]",
            "Rosa Perez: Prime Minister [CZ]",
            "Mark Cole: Prime Minister [HU]",
        ],
    ),
    (
        "The deputy foreign ministers of Nicaragua, Rosa Perez, of El Salvador, Mark Cole, took part.",
        ["Rosa Perez: deputy foreign minister [NI]", "Mark Cole: deputy foreign minister [SV]"],
    ),
    # the wrong mark between name and office
    (
        "There were H.E. Mark Cole; President of South Sudan; H.E. Amina Yusuf; United Nations Special Envoy for the Horn of Africa.",
        ["Mark Cole: President [SS]", "Amina Yusuf: Special Envoy for the Horn of Africa [UN]"],
    ),
    (
        "Joint Secretary (Regional Organization Division) Ms. Rosa Perez of Nepal spoke.",
        ["Rosa Perez: Joint Secretary [NP]"],
    ),
    (
        "They elected Rosa Perez, the Joint-secretary at Nepal’s foreign ministry.",
        ["Rosa Perez: Joint-secretary at Nepal’s foreign ministry [NP]"],
    ),
    (
        "Saudi Arabia's head of delegation at the meeting Trade Minister Mark Cole spoke.",
        ["Mark Cole: Trade Minister [SA]"],
    ),
    # names that only an office in front of them explains
    ("Foreign Minister Qin Gang had talks.", ["Qin Gang: Foreign Minister [-]"]),
    ("Vice Finance Minister Bang Ki-sun spoke.", ["Bang Ki-sun: Vice Finance Minister [-]"]),
    ("They met the Gang Committee and Bang Street.", []),
    (
        "Deputy Minister A.K.M. Enamul Cole of Bangladesh spoke.",
        ["A.K.M. Enamul Cole: Deputy Minister [BD]"],
    ),
    (
        "KATO Shintaro, Minister of the Environment of Japan, spoke.",
        ["KATO Shintaro: Minister of the Environment [JP]"],
    ),
    ("PMs Mark Cole and Rosa Perez spoke.", ["Mark Cole: PM [-]", "Rosa Perez: PM [-]"]),
    (
        "Turkmenistan sent the Deputy Minister of Trade, Kh. Berdiyev, as an observer.",
        ["Kh. Berdiyev: Deputy Minister of Trade [TM]"],
    ),
    ("The acting Afghan minister, Amir Khan Nuri, spoke.", ["Amir Khan Nuri: acting Afghan minister [AF]"]),
    ("The spokesperson, Ma. Rosa Perez, spoke.", ["Rosa Perez: spokesperson [-]"]),
    # who is made something
    (
        "The Summit named Mark Cole of Burundi Secretary General of the EAC.",
        ["Mark Cole: Secretary General [EAC]"],
    ),
    ("They elected Rosa Perez (Chile) Chair of CITES.", ["Rosa Perez: Chair [CITES]"]),
    ("They met Rosa Perez (Chile). Chair of CITES is nobody.", ["Rosa Perez: "]),
    ("Mark Cole spoke as the Secretary General of NATO.", ["Mark Cole: Secretary General [NATO]"]),
    # two things seen to, what somebody is in charge of
    (
        "Mark Cole, the Economy and Finance Minister of Kenya, spoke.",
        ["Mark Cole: Economy and Finance Minister [KE]"],
    ),
    (
        "Kenya's Minister in charge of Economic Revitalisation, Mark Cole, spoke.",
        ["Mark Cole: Minister in charge of Economic Revitalisation [KE]"],
    ),
    (
        "Sri Lankan foreign secretary admiral professor Mark Cole spoke.",
        ["Mark Cole: foreign secretary [LK]"],
    ),
    (
        "Mark Cole the Minister of Trade of Burundi spoke.",
        ["Mark Cole: Minister of Trade [BI]"],
    ),
    (
        "With Norwegian President Mark Cole the head of the Armenian government talked.",
        ["Mark Cole: President [NO]"],
    ),
    # the office heads the line; a transcript's speaker is told by it
    ("New chair: Mark Cole (Chile), for two years.", ["Mark Cole: New chair [CL]"]),
    ("Rapporteur: Ms. Rosa Perez (Chile).", ["Rosa Perez: Rapporteur [CL]"]),
    ("President: Rosa, what do you think?", []),
    ("Moderator: Rosa Perez asks.", ["Rosa Perez: "]),
    # whose chair it became, since when
    (
        "NAFO met. Mark Cole of the Russian Federation was elected Vice-Chair.",
        ["Mark Cole: Vice-Chair [NAFO]"],
    ),
    ("Dr. Mark Cole, who has been Director since May, spoke.", ["Mark Cole: Director [-]"]),
    (
        "The Commission sat under Prime Ministers Mark Cole and Erik Solberg.",
        ["Mark Cole: Prime Minister [-]", "Erik Solberg: Prime Minister [-]"],
    ),
    ("Kenya's Under Secretary Mark Cole spoke.", ["Mark Cole: Under Secretary [KE]"]),
    ("India's top diplomat Rosa Perez spoke.", ["Rosa Perez: top diplomat [IN]"]),
    (
        "Rosa Perez, Ibero-American Secretary General, spoke.",
        ["Rosa Perez: Ibero-American Secretary General [SEGIB]"],
    ),
    # a line's end and its indent, blanks set twice
    (
        "H.E. Mark Cole, President of Chad and Chairman-in-office of\n       ECCAS;",
        ["Mark Cole: President [TD], Chairman-in-office [ECCAS]"],
    ),
    (
        "Honourable Rosa  Venson-Cole, Minister  of  Foreign  Affairs of Botswana, spoke.",
        ["Rosa Venson-Cole: Minister  of  Foreign  Affairs [BW]"],
    ),
    # whose colleague is not told
    (
        "Pakistan's Ambassador Mark Cole, Trade Secretary Rosa Perez and others came.",
        ["Mark Cole: Ambassador [PK]", "Rosa Perez: Trade Secretary [-]"],
    ),
    ("The FATF met. FIA Director General Mark Cole spoke.", ["Mark Cole: Director General [-]"]),
    (
        "They met the foreign ministers of Chile, Rosa Perez, of Peru, Mark Cole, and Erik Solberg.",
        [
            "Rosa Perez: foreign minister [CL]",
            "Mark Cole: foreign minister [PE]",
            "Erik Solberg: foreign minister [-]",
        ],
    ),
    (
        "Kenyan President Mark Cole, and the incoming AU chair, Madagascar's Rosa Perez, spoke.",
        ["Mark Cole: President [KE]", "Rosa Perez: incoming AU chair [AU]"],
    ),
    # what somebody will be is not the next one's
    (
        "Mexican Trade Minister Mark Cole, who will be the Chairman of the Conference, and WTO Director-General Rosa Perez spoke.",
        [
            "Mark Cole: Trade Minister [MX], Chairman of the Conference [WTO]",
            "Rosa Perez: Director-General [WTO]",
        ],
    ),
    (
        "The Council elected three Vice-Chairmen for its Session: Mark Cole (Italy), Rosa Perez (Chile).",
        ["Mark Cole: Vice-Chairmen [IT]", "Rosa Perez: Vice-Chairmen [CL]"],
    ),
    ("Col Mark Cole, Defence Attache, France in India, spoke.", ["Mark Cole: Defence Attache [FR]"]),
    (
        "Myanmar's Commander-in-Chief of Defence Services Senior General Min Aung Cole spoke.",
        ["Min Aung Cole: Commander-in-Chief of Defence Services [MM]"],
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
