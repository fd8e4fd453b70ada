"""Who sat there, in which office, for which country: one line a case; the text, then `name | office | represents`."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

HELD = "The 9th meeting of the SADC Council of Ministers was held in Lusaka on 4 May 2020. "


def sat(text: str) -> list[str]:
    found = read(Text(name="t", characters=text)).meetings
    return sorted(
        {f"{p.name} | {p.office or '-'} | {p.represents or '-'}" for m in found for p in m.participants}
    )


def represented(text: str) -> list[str]:
    found = read(Text(name="t", characters=text)).meetings
    return sorted({code for m in found for code in m.represented})


CASES = [
    # a chair of the African Union's organ is of his own country, not of Australia
    (
        "The 44th session of the African Union Executive Council was held in Accra. The Chairperson of the Executive Council, Abel Tadesse, Minister of Trade of Ethiopia, presided.",
        ["Abel Tadesse | Minister of Trade | ET"],
    ),
    (
        f"{HELD}African Union Commissioner Amina Yusuf attended.",
        ["Amina Yusuf | Commissioner | AU"],
    ),
    # the chair's other office
    (
        f"{HELD}It was chaired by Zambia's Minister of Trade Mark Cole and co-chair Amina Yusuf, Deputy Prime Minister of Kenya.",
        ["Amina Yusuf | Deputy Prime Minister | KE", "Mark Cole | Minister of Trade | ZM"],
    ),
    # the host
    (f"{HELD}Host Trade Minister Mark Cole of Zambia spoke.", ["Mark Cole | Trade Minister | ZM"]),
    # whose house sent a delegation
    (
        f"{HELD}A delegation of the Ministry of Trade and Industry of Malawi headed by Deputy Minister Mark Cole took part.",
        ["Mark Cole | Deputy Minister | MW"],
    ),
    # one office of one country has one holder
    (
        f"{HELD}The Minister of Finance, Amina Yusuf, attended. It was chaired by Mark Cole, Minister of Finance of Zambia.",
        ["Amina Yusuf | Minister of Finance | -", "Mark Cole | Minister of Finance | ZM"],
    ),
    # nobody's companions are of the country of whom he met
    (
        "Foreign Minister Mark Cole met Chinese Vice Premier Li Bo in Tianjin. Minister Cole was accompanied by Trade Minister Amina Yusuf and Energy Minister Abel Tadesse.",
        [
            "Abel Tadesse | Energy Minister | -",
            "Amina Yusuf | Trade Minister | -",
            "Li Bo | Vice Premier | CN",
            "Mark Cole | Foreign Minister | -",
        ],
    ),
    # whoever told the conference something sat there; not whoever told the press
    (
        "Kenyan Trade Minister Amina Yusuf told the East African Trade Conference in Lusaka on 4 May 2020 that tariffs had fallen.",
        ["Amina Yusuf | Trade Minister | KE"],
    ),
    (
        f"{HELD}Kenyan Trade Minister Amina Yusuf told a press conference in Nairobi that tariffs had fallen.",
        [],
    ),
    # who sent apologies was not there
    (
        f"{HELD}Kenyan Trade Minister Amina Yusuf sent her apologies to the meeting; Zambian Trade Minister Mark Cole attended.",
        ["Mark Cole | Trade Minister | ZM"],
    ),
    (
        "Kenyan Trade Minister Amina Yusuf will go to the SADC summit in Lusaka. Principal Secretary Mark Cole will accompany the Secretary.",
        ["Mark Cole | Principal Secretary | -"],
    ),
    # a list of three with their countries, and a verb behind the comma
    (
        "The Presidents of Kenya, Zambia and Malawi, Amina Yusuf, Mark Cole and Merdan Oraz, met in Lusaka on Monday.",
        ["Amina Yusuf | President | KE", "Mark Cole | President | ZM", "Merdan Oraz | President | MW"],
    ),
    # those who come along with one are of one country
    (
        f"{HELD}President Amina Yusuf of Kenya was accompanied by Ambassador Mark Cole and Principal Secretary Joy Otieno.",
        [
            "Amina Yusuf | President | KE",
            "Joy Otieno | Principal Secretary | KE",
            "Mark Cole | Ambassador | KE",
        ],
    ),
    # one delegation after the other, the second told in short
    (
        f"{HELD}The Kenyan delegation is led by Minister Amina Yusuf, and the Malawian one by Deputy Minister Mark Cole.",
        ["Amina Yusuf | Minister | KE", "Mark Cole | Deputy Minister | MW"],
    ),
    # who briefs a council sits there; who briefs reporters may not
    (f"{HELD}UN Special Envoy Mark Cole briefed the ministers on Sudan.", ["Mark Cole | Special Envoy | UN"]),
    (f"{HELD}UN Special Envoy Mark Cole briefed reporters on Sudan.", []),
    (
        "The UN Security Council met on Tuesday. Amina Yusuf, the Special Representative of the Secretary-General, briefed the members.",
        ["Amina Yusuf | Special Representative of the Secretary-General | UN"],
    ),
    # how one is addressed is no office of whoever asked for the meeting
    (
        "The OAS Permanent Council met in Lima on Tuesday. The meeting, requested by the delegation of Chile, was chaired by Ambassador Rosa Perez, Permanent Representative of Cuba.",
        ["Rosa Perez | Permanent Representative | CU"],
    ),
    # a ministry's letterhead tells whose its people are
    (
        "Ministry of Trade of Kenya\nDeputy Trade Minister Mark Cole took part in the meeting of the COMESA Council of Ministers in Lusaka.",
        ["Mark Cole | Deputy Trade Minister | KE"],
    ),
    # those who make up an organ met somebody
    (
        "NATO foreign ministers met with Georgian Foreign Minister Nino Beridze in Brussels on Thursday.",
        ["Nino Beridze | Foreign Minister | GE"],
    ),
    (
        f"{HELD}Samuel Addo, Ghana's minister, was host at a dinner, which Kenyan Trade Minister Amina Yusuf opened.",
        ["Amina Yusuf | Trade Minister | KE", "Samuel Addo | minister | GH"],
    ),
    # whoever attended a council in a city, or came to attend it, sat at its sitting
    (
        "Croatian Foreign Minister Mark Cole participated on Monday in the Foreign Affairs Council in Brussels.",
        ["Mark Cole | Foreign Minister | HR"],
    ),
    (
        "Nepal's Foreign Minister Amina Yusuf arrived in Dhaka on Monday to attend the SAARC Council of Ministers.",
        ["Amina Yusuf | Foreign Minister | NP"],
    ),
    ("Nepal's Foreign Minister Amina Yusuf is entitled to attend the SAARC Council of Ministers.", []),
    # who represents somebody sits there, the other does not
    (
        f"{HELD}Representing President Mark Cole, Foreign Minister Amina Yusuf of Kenya opened the meeting.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    # a city's name behind a form of address
    (
        f"{HELD}Angola's Trade Minister, H.E. Amb. Tete Cole, attended.",
        ["Tete Cole | Trade Minister | AO"],
    ),
    # a state has neither commissioners nor a Secretary General
    (
        f"{HELD}Kenyan Trade Minister Amina Yusuf and Secretary General Mark Cole attended.",
        ["Amina Yusuf | Trade Minister | KE", "Mark Cole | Secretary General | SADC"],
    ),
    # "new" is no part of the office
    (
        f"{HELD}The new Kenyan Trade Minister, Amina Yusuf, attended.",
        ["Amina Yusuf | Trade Minister | KE"],
    ),
    # habits and invitations
    ("Kenyan President Amina Yusuf usually attends the SADC summit in Lusaka.", []),
    ("Zambia invited Kenyan President Amina Yusuf to attend the SADC summit in Lusaka on Friday.", []),
    # who was there instead of another
    (
        f"{HELD}Instead of President Mark Cole, Kenyan Foreign Minister Amina Yusuf attended.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        f"{HELD}Instead of the President of Kenya, Mark Cole, Kenyan Foreign Minister Amina Yusuf attended.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        f"{HELD}Kenyan President Mark Cole skipped it and sent Foreign Minister Amina Yusuf.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        f"{HELD}Kenyan Foreign Minister Amina Yusuf read President Mark Cole's speech at the meeting.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    (
        f"{HELD}Kenyan Foreign Minister Amina Yusuf, who took over from Mark Cole in March, chaired the meeting.",
        ["Amina Yusuf | Foreign Minister | KE"],
    ),
    # an aside about why somebody was there
    (
        "Kenyan Trade Minister Amina Yusuf, who is in Lusaka for the SADC summit, met Zambian President Mark Cole on Monday.",
        ["Amina Yusuf | Trade Minister | KE", "Mark Cole | President | ZM"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_sat(text: str, expected: list[str]) -> None:
    assert sat(text) == expected


PARTIES = [
    # counterparts who are not named
    (
        "Dutch Foreign Minister Anna Lindt and her Turkish, Iranian and Iraqi colleagues met in Ankara on Sunday.",
        ["IQ", "IR", "NL", "TR"],
    ),
    (
        "Dutch Foreign Minister Anna Lindt met her Turkish, Iranian and Iraqi colleagues in Ankara on Sunday.",
        ["IQ", "IR", "NL", "TR"],
    ),
    ("Dutch Foreign Minister Anna Lindt and her Turkish colleague met in Ankara on Sunday.", ["NL", "TR"]),
    ("Dutch Foreign Minister Anna Lindt urged her Turkish and Iraqi colleagues to act.", []),
    ("NATO foreign ministers met their Japanese counterpart in Brussels on Thursday.", ["JP"]),
    ("NATO foreign ministers met with protests from Japan in Brussels on Thursday.", []),
    # offices in the plural
    (f"{HELD}It was attended by plenipotentiaries of Malawi, Angola and Zambia.", ["AO", "MW", "ZM"]),
    (f"{HELD}Six countries took part, among them Malawi, Angola and Zambia.", ["AO", "MW", "ZM"]),
    (f"{HELD}Six countries were discussed, among them Malawi, Angola and Zambia.", []),
    # nobody of theirs
    (f"{HELD}No representative of Malawi attended.", []),
    (f"{HELD}Neither Malawi nor Angola sent a delegation.", []),
    (f"{HELD}Unlike Malawi, Angola attended.", ["AO"]),
    # who convened it
    ("The meeting in Oslo on 4 May 2020 was organised jointly by Norway and Kenya.", ["KE", "NO"]),
    ("The meeting in Oslo on 4 May 2020 was shadowed by Norway and Kenya.", []),
    # states behind the verb
    (f"{HELD}Speaking in the debate were Zambia, Malawi and Angola.", ["AO", "MW", "ZM"]),
    (f"{HELD}Speaking in Lusaka were many of those who lost homes in Malawi and Angola.", []),
]


@pytest.mark.parametrize(("text", "expected"), PARTIES)
def test_who_was_represented(text: str, expected: list[str]) -> None:
    assert represented(text) == expected


def test_the_summit_somebody_came_for_is_not_the_talks_held_beside_it() -> None:
    text = "Kenyan Trade Minister Amina Yusuf, who is in Lusaka for the SADC summit, met Zambian President Mark Cole on Monday."
    found = read(Text(name="t", characters=text)).meetings
    assert [(len(m.participants), bool(m.bodies)) for m in found] == [(2, False), (0, True)]


def test_two_offices_told_of_a_name_in_front_share_the_chair() -> None:
    text = f"{HELD}Amina Yusuf, Malawi's Minister of Water, and Mark Cole, Zambia's Minister of Works, co-chaired the meeting."
    roles = {p.name: p.role for p in read(Text(name="t", characters=text)).meetings[0].participants}
    assert roles == {"Amina Yusuf": "chair", "Mark Cole": "chair"}


PRESENT = [
    ("Mark Cole of Norway mediated.", ["Mark Cole"]),
    ("Mark Cole of Norway facilitated the purchase.", []),
    ("Malawi fielded Minister of Water Amina Yusuf.", ["Amina Yusuf"]),
    (
        "Heads of delegation to the Council: Amina Yusuf (Malawi), Mark Cole (Zambia).",
        ["Amina Yusuf", "Mark Cole"],
    ),
    # the month that is no doubt
    (
        "The delegation of Malawi, which arrived on 3 May, was led by Minister of Water Amina Yusuf.",
        ["Amina Yusuf"],
    ),
    ("Minister of Water Amina Yusuf of Malawi may attend.", []),
]


@pytest.mark.parametrize(("words", "expected"), PRESENT)
def test_who_came_and_who_only_might(words: str, expected: list[str]) -> None:
    assert [
        p.name for p in read(Text(name="t", characters=HELD + words)).meetings[0].participants
    ] == expected


def test_each_of_two_ministers_is_one_minister() -> None:
    found = read(
        Text(
            name="t",
            characters=f"{HELD}Foreign Ministers Amina Yusuf of Malawi and Mark Cole of Zambia attended it.",
        )
    )
    assert [p.office for p in found.meetings[0].participants] == ["Foreign Minister", "Foreign Minister"]


BODIES = [
    (
        "The Steering Committee of the Lusaka Process held its first meeting in Oslo on 4 May 2020.",
        "Steering Committee of the Lusaka Process",
    ),
    ("The Contact Group on Mali met in Oslo on 4 May 2020.", "Contact Group on Mali"),
    ("The Advisory Committee of Oslo met on 4 May 2020.", "Advisory Committee"),
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_the_place_in_the_name_of_a_body(text: str, expected: str) -> None:
    assert [b.name for m in read(Text(name="t", characters=text)).meetings for b in m.bodies] == [expected]


REPLACED = [
    "Zambian President Mark Cole was represented by Vice President Amina Yusuf.",
    "Zambian President Mark Cole will be represented by Vice President Amina Yusuf.",
    "Zambian President Mark Cole, who leaves office in May, had been represented by Vice President Amina Yusuf.",
    "Zambian President Mark Cole sent Vice President Amina Yusuf.",
]


@pytest.mark.parametrize("words", REPLACED)
def test_who_was_represented_was_not_there_himself(words: str) -> None:
    assert [p.name for p in read(Text(name="t", characters=HELD + words)).meetings[0].participants] == [
        "Amina Yusuf"
    ]


ABSENT = [
    ("Malawi's seat remained empty.", ["MW"]),
    ("Neither Malawi nor Angola attended.", ["AO", "MW"]),
    ("No minister from Malawi took part in the meeting.", ["MW"]),
    ("No minister from Malawi asked for more.", []),
]


@pytest.mark.parametrize(("words", "expected"), ABSENT)
def test_who_was_not_there(words: str, expected: list[str]) -> None:
    found = read(Text(name="t", characters=HELD + words)).meetings
    assert sorted(found[0].absent) == expected
