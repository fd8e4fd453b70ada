"""For whom an office is held, where its title does not say: one line a case; the text, then `surname of`."""

import pytest

from communique.model.text import Text
from communique.reading.people import cast
from communique.reading.scan import scan


def owners(text: Text | str) -> list[str]:
    return [
        f"{p.name.split()[-1]} {(h.of or '-').split()[-1]}"
        for p in cast(scan(text)).people
        for h in p.holdings
    ]


CASES = [
    # one cabinet: the country in front of the first
    (
        "Kenya's Minister of Trade Amina Yusuf, Minister of Health Erik Solberg and Minister of Water Rosa Perez came.",
        ["Yusuf KE", "Solberg KE", "Perez KE"],
    ),
    # an organisation sends a delegation too
    (
        "Kenya was represented by Minister Amina Yusuf, while the EU was represented by Ambassador Erik Solberg.",
        ["Yusuf KE", "Solberg EU"],
    ),
    ("The EU delegation was led by Erik Solberg, Deputy Managing Director for Asia.", ["Solberg EU"]),
    # who was sent, by whom
    (
        "Chile's Rosa Perez came. Mark Cole sent his foreign minister, Amina Yusuf.",
        ["Yusuf -"],
    ),
    (
        "Norway's Erik Solberg was there. Kenyan President Mark Cole had sent his trade minister, Amina Yusuf.",
        ["Cole KE", "Yusuf KE"],
    ),
    # whoever serves the head of an organisation
    (
        "CARICOM Secretary-General Joy Otieno was in Barbados; her deputy, Mark Cole, sat for her.",
        ["Otieno CARICOM", "Cole CARICOM"],
    ),
    (
        "Benelux Secretary-General Joy Otieno and her deputies Mark Cole and Erik Solberg spoke.",
        ["Otieno Benelux", "Cole Benelux", "Solberg Benelux"],
    ),
    ("Kenyan President Joy Otieno and her spokesman, Mark Cole, spoke.", ["Otieno KE", "Cole KE"]),
    # a house called by its kind
    (
        "The European Central Bank cut its rates. Joy Otieno, the Bank's president, said so.",
        ["Otieno ECB"],
    ),
    ("The ministers met in Kenya. Joy Otieno, the Bank's president, said so.", ["Otieno -"]),
    # titles that one house alone gives
    ("General Erik Solberg, Supreme Allied Commander Europe, spoke.", ["Solberg NATO"]),
    ("Joy Otieno, Commonwealth Secretary-General, spoke to WADA.", ["Otieno Commonwealth"]),
    ("Pope Martin spoke.", ["Martin VA"]),
    ("The appeal to Washington goes to Mark Cole, the Assistant Secretary of State.", ["Cole US"]),
    ("NATO's chiefs met. General Erik Solberg, Chairman of the Military Committee, spoke.", ["Solberg NATO"]),
    ("The EACJ Registrar, Joy Otieno, spoke of the East African Community.", ["Otieno EACJ"]),
    # what is set off behind the title
    ("Guests were Joy Otieno, Director General, WADA, and Mark Cole of Norway.", ["Otieno WADA"]),
    ("Joy Otieno (Kenya), Mark Cole (Deputy Minister, Norway) and others spoke.", ["Cole NO"]),
    # for whom somebody led, sat, spoke
    (
        "Amina Yusuf, Minister of State for Justice, led for Kenya; Norway was represented by a deputy.",
        ["Yusuf KE"],
    ),
    ("Amina Yusuf, Minister for Water, did so for Kenya.", ["Yusuf KE"]),
    ("Amina Yusuf, Minister for Water, spoke of Kenya.", ["Yusuf -"]),
    (
        "Kenya has become a partner and was represented by Trade Minister Amina Yusuf.",
        ["Yusuf KE"],
    ),
    (
        "They were: from Kenya, Colonel Mark Cole, head of the regional Department; from Norway, the deputy chairman of the Service Erik Solberg.",
        ["Cole KE", "Solberg NO"],
    ),
    ("Kenya's seat was taken by its fisheries secretary, Amina Yusuf.", ["Yusuf KE"]),
    ("The head of the Duma's delegation, Mark Cole, read it.", ["Cole RU"]),
    # what a government sees to is not its house
    ("The secretary of state for the EU, Amina Yusuf, spoke.", ["Yusuf -"]),
    (
        "Kenya's Minister of Defence, Joy Otieno, shared the chair with Norway's acting defence minister, Erik Solberg.",
        ["Otieno KE", "Solberg NO"],
    ),
    # of deputy ministers every country has some
    (
        "NAIROBI -- Talks were held in Nairobi, Kenya. The deputy minister, Amina Yusuf, spoke.",
        ["Yusuf -"],
    ),
    (
        "NAIROBI -- Talks were held in Nairobi, Kenya. The Deputy Minister for Water, Amina Yusuf, spoke.",
        ["Yusuf KE"],
    ),
    # whoever stands for a leader is of his country
    ("Amina Yusuf, National Security Advisor, representing the President of Kenya, was there.", ["Yusuf KE"]),
    (
        "Amina Yusuf, Foreign Minister representing H.E. Moses Kimani, Prime Minister of Kenya, was there.",
        ["Yusuf KE", "Kimani KE"],
    ),
    ("Amina Yusuf, Foreign Minister, representing her party, met voters in Kenya.", ["Yusuf -"]),
    ("Diplomatic Advisor to the Kenyan President Amina Yusuf spoke.", ["Yusuf KE"]),
    ("Special Envoy to Kenya Erik Solberg spoke.", ["Solberg -"]),
    (
        "Minister for Trade Amina Yusuf and Minister for Health of Norway Erik Solberg spoke.",
        ["Yusuf -", "Solberg NO"],
    ),
    (
        "Norwegian Trade Minister Erik Solberg left for Nairobi, Kenya. With him goes Health Minister Ida Berg.",
        ["Solberg NO", "Berg NO"],
    ),
    # a delegation
    ("The delegation of Kenya was headed by Foreign Minister Amina Yusuf.", ["Yusuf KE"]),
    ("The Kenyan delegation was led by Foreign Minister Amina Yusuf.", ["Yusuf KE"]),
    ("Kenya was represented by Foreign Minister Amina Yusuf.", ["Yusuf KE"]),
    (
        "Kenya was represented by Foreign Minister Amina Yusuf, and Norway by Foreign Minister Erik Solberg.",
        ["Yusuf KE", "Solberg NO"],
    ),
    ("On the Kenyan side, Foreign Minister Amina Yusuf took part.", ["Yusuf KE"]),
    ("Foreign Minister Amina Yusuf attended on the Kenyan side.", ["Yusuf KE"]),
    # two who meet are of two states, even where only one of them is named and is the host
    (
        "Trade talks were held in Sydney. Commerce Minister Amina Yusuf met Trade Minister of Australia Mark Cole.",
        ["Yusuf -", "Cole AU"],
    ),
    # a word of two states, a holder known to be of the second
    ("Congolese President Denis Sassou Nguesso spoke.", ["Nguesso CG"]),
    ("Congolese President Felix Tshisekedi spoke.", ["Tshisekedi CD"]),
    # each with a country of their own
    ("The Ministers of Kenya, Amina Yusuf, and of Norway, Erik Solberg, spoke.", ["Yusuf KE", "Solberg NO"]),
    (
        "The Presidents of Kenya (Amina Yusuf), Norway (Erik Solberg) and Chile (Rosa Perez) spoke.",
        ["Yusuf KE", "Solberg NO", "Perez CL"],
    ),
    (
        "The foreign ministers of both countries, Amina Yusuf and Erik Solberg, spoke.",
        ["Yusuf -", "Solberg -"],
    ),
    # no organisation has a president of state
    (
        "UN chief Joy Otieno, President Mark Cole and Chancellor Amina Yusuf spoke.",
        ["Otieno UN", "Cole -", "Yusuf -"],
    ),
    ("African Union Commissioner Joy Otieno spoke.", ["Otieno AU"]),
    ("Joy Otieno, President of Viet Nam, spoke.", ["Otieno VN"]),
    ("Swiss Federal Councillor Anna Weber spoke.", ["Weber CH"]),
    # everybody of one company, and the next of one government
    (
        "The Kenyan President was accompanied by the Foreign Minister Amina Yusuf, the Minister of Trade Joy Otieno and others. Norway hosts Norway Day.",
        ["Yusuf KE", "Otieno KE"],
    ),
    (
        "The Kenyan President was accompanied by Prime Minister Abiy Ahmed and Foreign Minister Gedion Timothewos.",
        ["Ahmed -", "Timothewos -"],
    ),
    (
        "The Zambian President was accompanied by Trade Minister Joy Otieno and President Paul Blanc.",
        ["Otieno ZM", "Blanc -"],
    ),
    (
        "The Zambian President was accompanied by Vice President Joy Otieno and Deputy Prime Minister Paul Blanc.",
        ["Otieno ZM", "Blanc ZM"],
    ),
    (
        "The Zambian President was accompanied by his Prime Minister Paul Blanc.",
        ["Blanc ZM"],
    ),
    (
        "Kenya's Minister of Police Amina Yusuf, and Minister of Finance Joy Otieno; and Norway's Trade Minister Erik Solberg spoke.",
        ["Yusuf KE", "Otieno KE", "Solberg NO"],
    ),
    ("Ambassador Amina Yusuf, Commissioner to the OECS for Grenada, spoke.", ["Yusuf GD"]),
    ("Solomon Island's Prime Minister Joy Otieno spoke.", ["Otieno SB"]),
    # letters behind the name, a rank, an agency
    ("Joy Otieno, M.P., Foreign Minister of Kenya, spoke.", ["Otieno KE"]),
    ("The President of Kenya, Field Marshal Joy Otieno, spoke.", ["Otieno KE"]),
    ("In a statement to SUNA, the Foreign Minister of Kenya, Joy Otieno, said so.", ["Otieno KE"]),
    # the agency's own
    ("Lima (VNA) - Deputy Foreign Minister Amina Yusuf attended the meeting in Lima.", ["Yusuf VN"]),
    ("Deputy Foreign Minister Amina Yusuf spoke. - SAnews.gov.za", ["Yusuf ZA"]),
    # letters that abbreviate what stands before them sign nothing
    (
        "The Pan-African Parliament (PAP) sat in Midrand on Friday. Foreign Minister Amina Yusuf spoke there.",
        ["Yusuf -"],
    ),
    ("The Palestinian National Authority (PNA) sat. Foreign Minister Amina Yusuf spoke.", ["Yusuf -"]),
    ("Foreign Minister Amina Yusuf signed the bilateral trade agreement (BTA).", ["Yusuf -"]),
    ("The Single Petroleum Authority (SPA) - it is new - met Foreign Minister Amina Yusuf.", ["Yusuf -"]),
    # an agency that writes from another country
    (
        "ABUJA (Xinhua) - Foreign Minister Amina Yusuf met President Mark Cole in Abuja on Friday. Nigeria welcomed it.",
        ["Yusuf NG", "Cole -"],
    ),
    ("HANOI (VNA) - The President, Anna Weber, of a company spoke.", ["Weber -"]),
    # two offices of one government
    (
        "Deputy Prime Minister of Kenya - Minister of Trade Amina Yusuf met Deputy Prime Minister - Minister of Trade of Norway Erik Solberg.",
        ["Yusuf KE", "Solberg NO"],
    ),
    ("Amina Yusuf, Head of the GCC Department at the Ministry, spoke.", ["Yusuf -"]),
    # behind the name
    ("Foreign Minister Amina Yusuf of Kenya spoke.", ["Yusuf KE"]),
    ("Foreign Minister Amina Yusuf (Kenya) spoke.", ["Yusuf KE"]),
    # shared with the title before
    ("Kenyan President Joy Otieno and Foreign Minister Amina Yusuf spoke.", ["Otieno KE", "Yusuf KE"]),
    # lists of both
    (
        "The foreign ministers of Kenya and Norway, Amina Yusuf and Erik Solberg, spoke.",
        ["Yusuf KE", "Solberg NO"],
    ),
    (
        "The Kenyan and Norwegian foreign ministers, Amina Yusuf and Erik Solberg, spoke.",
        ["Yusuf KE", "Solberg NO"],
    ),
    (
        "Kenyan and Norwegian Foreign Ministers Amina Yusuf and Erik Solberg spoke.",
        ["Yusuf KE", "Solberg NO"],
    ),
    # an institution tells the country
    ("Speaker of the Knesset Dan Levi spoke.", ["Levi IL"]),
    ("Chairwoman of the Federation Council Olga Petrova spoke.", ["Petrova RU"]),
    # an organisation
    ("Secretary General of ASEAN Amina Yusuf spoke.", ["Yusuf ASEAN"]),
    ("OSCE Chairperson-in-Office Amina Yusuf spoke.", ["Yusuf OSCE"]),
    ("EU High Representative Amina Yusuf spoke.", ["Yusuf EU"]),
    # the report's organisation has the director whom no other house is named beside
    ("ASEAN met. Director Amina Yusuf thanked the hosts.", ["Yusuf ASEAN"]),
    ("ASEAN met. “It is time,” the executive director, Amina Yusuf, said.", ["Yusuf ASEAN"]),
    ("ASEAN met. They heard Amina Yusuf, the Executive Director, on Tuesday.", ["Yusuf ASEAN"]),
    ("ASEAN met. They were briefed by the Executive Director, Amina Yusuf.", ["Yusuf ASEAN"]),
    ("ASEAN met. Executive Director Amina Yusuf of Plan Verde spoke.", ["Yusuf -"]),
    ("ASEAN met. Amina Yusuf, Executive Director, Plan Verde, spoke.", ["Yusuf -"]),
    ("ASEAN met. Amina Yusuf, executive director at Greenpeace, spoke.", ["Yusuf -"]),
    ("ASEAN met. Greenpeace Executive Director Amina Yusuf spoke.", ["Yusuf -"]),
    ("ASEAN met. The company's executive director, Amina Yusuf, spoke.", ["Yusuf -"]),
    ("ASEAN met. Amina Yusuf, a director, made a film of it.", ["Yusuf -"]),
    ("ASEAN and the African Union met. Director Amina Yusuf spoke.", ["Yusuf -"]),
    # an organisation and an island of one name
    ("Amina Yusuf, Secretary General of GUAM, spoke.", ["Yusuf GUAM"]),
    ("Amina Yusuf, Governor of Guam, spoke.", ["Yusuf GU"]),
    # the date-line tells the home where others are to meet in a country that the report does not name
    (
        "Dili, 9 May 2025 - The Government met. Timor-Leste will be there when leaders meet in Hanoi. The Minister of Health, Amina Yusuf, spoke.",
        ["Yusuf TL"],
    ),
    (
        "Dili, 9 May 2025 - Timor-Leste and Vietnam will be there when leaders meet in Hanoi. The Minister of Health, Amina Yusuf, spoke.",
        ["Yusuf VN"],
    ),
    # where the envoy is sent is not whose envoy he is
    ("Kenyan Ambassador to Norway Amina Yusuf spoke.", ["Yusuf KE"]),
    ("Ambassador of Kenya to Norway Amina Yusuf spoke.", ["Yusuf KE"]),
    ("Ambassador to Norway Amina Yusuf spoke.", ["Yusuf -"]),
    # lists in which the verb is said once
    (
        "Kenya was represented by its Vice-President, Joy Otieno; Norway by the Foreign Minister, Erik Solberg.",
        ["Otieno KE", "Solberg NO"],
    ),
    ("He blamed the attack on Norway by General Erik Solberg's men.", []),
    ("Also there, for Kenya, was a judge; for Norway, Energy Minister Erik Solberg.", ["Solberg NO"]),
    ("From Oslo came Deputy Minister Erik Solberg.", ["Solberg NO"]),
    ("Mr Erik Solberg, Home Minister, Norway, came late.", ["Solberg NO"]),
    ("Erik Solberg, Home Minister, Norway and Kenya agreed.", ["Solberg -"]),
    ("Governors for Norway (Erik Solberg, Minister of Finance) and others spoke.", ["Solberg NO"]),
    ("Norway's new and popular Prime Minister, Erik Solberg, spoke.", ["Solberg NO"]),
    (
        "The two guests were Presidents Joy Otieno, of Kenya, and Erik Solberg, of Norway.",
        ["Otieno KE", "Solberg NO"],
    ),
    (
        "The guests were Joy Otieno and Erik Solberg, Presidents of Kenya and Norway.",
        ["Otieno KE", "Solberg NO"],
    ),
    (
        "Both sent the Prime Ministers of Kenya and Norway, that is Joy Otieno and Erik Solberg.",
        ["Otieno KE", "Solberg NO"],
    ),
    ("Erik Solberg, the Minister of Trade, led the Norwegian delegation.", ["Solberg NO"]),
    ("Erik Solberg, the Minister of Trade, criticised the Norwegian delegation.", ["Solberg -"]),
    # pronouns and pointing words
    (
        "Kenyan President Joy Otieno was ill; his foreign minister, Amina Yusuf, came.",
        ["Otieno KE", "Yusuf KE"],
    ),
    (
        "Norway stayed away, said Amina Yusuf, deputy foreign minister of that country.",
        ["Yusuf NO"],
    ),
    (
        "Kenya and Norway had talks. Prime Minister Amina Yusuf met her Norwegian counterpart Erik Solberg today.",
        ["Yusuf KE", "Solberg NO"],
    ),
    # an office inside an office
    (
        "Kenyan President Joy Otieno was ill. Dan Levi, adviser to President Otieno, wrote so.",
        ["Otieno KE", "Levi KE"],
    ),
    # two heads of state do not share a country
    ("The talks of Kenyan leader Joy Otieno and President Erik Solberg went on.", ["Otieno KE", "Solberg -"]),
    ("US President Joy Otieno and Vice President Erik Solberg came along.", ["Otieno US", "Solberg US"]),
    # the house that owns the office
    ("The EU sent Commissioner Amina Yusuf.", ["Yusuf EU"]),
    ("The EU and the AU each sent a team. Commissioner Amina Yusuf spoke.", ["Yusuf -"]),
    ("Amina Yusuf, president of the Turkic Academy, spoke.", ["Yusuf Academy"]),
    ("Amina Yusuf, President of the West African Development Bank (BOAD), spoke.", ["Yusuf BOAD"]),
    ("Minister-President of North Rhine-Westphalia Amina Yusuf spoke.", ["Yusuf -"]),
    ("Kenya's Amina Yusuf was elected vice-chair of the talks.", ["Yusuf -"]),
    # nothing says it
    ("Foreign Minister Amina Yusuf spoke.", ["Yusuf -"]),
    ("Foreign Minister Amina Yusuf spoke about Norway.", ["Yusuf -"]),
    # a later title of the same person tells it
    ("Foreign Minister Amina Yusuf spoke. Yusuf, Kenya's foreign minister, left.", ["Yusuf KE"]),
    # the country that the whole report is about
    (
        "Kenya is ready. Kenya has asked for the talks. Foreign Minister Amina Yusuf spoke for Kenyan farmers.",
        ["Yusuf KE"],
    ),
    (
        "Kenya and Norway are ready. Kenya and Norway asked for it. Foreign Minister Amina Yusuf spoke.",
        ["Yusuf -"],
    ),
    # but nobody else's who holds office beside those of another state, and no organ's "Commissioner" or "Vice President"
    (
        "Kenya was told of Kenya's debts. Norwegian Minister Erik Solberg left. Trade Minister Amina Yusuf spoke in Kenya.",
        ["Solberg NO", "Yusuf -"],
    ),
    (
        "Kenya is ready. Kenya has asked for the talks. Commissioner Amina Yusuf and First Vice President Rosa Perez spoke of Kenya.",
        ["Yusuf -", "Perez -"],
    ),
    # parliaments of several states own their offices, by their short name
    ("The President of the CSTO PA, Amina Yusuf, spoke.", ["Yusuf PA"]),
    ("EALA Speaker Amina Yusuf spoke.", ["Yusuf EALA"]),
    ("The President of the European Parliament, Amina Yusuf, spoke.", ["Yusuf EU"]),
    ("The Chairman of the CSTO Permanent Council, Amina Yusuf, spoke.", ["Yusuf CSTO"]),
    # an organisation is called by its short name, in whichever words the report has it
    ("The President of the Caribbean Development Bank, Amina Yusuf, spoke.", ["Yusuf CDB"]),
]


@pytest.mark.parametrize(
    ("publisher", "text", "expected"),
    [
        ("VNA", "Foreign Minister Amina Yusuf spoke in Hanoi.", ["Yusuf VN"]),
        ("VNA", "The President, Anna Weber, of a company spoke.", ["Weber -"]),
        (
            "KUNA",
            "French President Emmanuel Macron met Prime Minister Sebastien Lecornu in Paris. Interior Minister Bruno Retailleau resigned.",
            ["Macron FR", "Lecornu FR", "Retailleau FR"],
        ),
        (
            "Xinhua",
            "Foreign Minister John Obi met President Peter Musa in Abuja on Friday. Nigeria welcomed it.",
            ["Obi NG", "Musa -"],
        ),
    ],
)
def test_a_publisher_is_asked_after_what_the_report_tells(
    publisher: str, text: str, expected: list[str]
) -> None:
    assert owners(Text(name="text", characters=text, publisher=publisher)) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whose_office(text: str, expected: list[str]) -> None:
    assert owners(text) == expected


def test_a_summit_has_no_prime_minister() -> None:
    assert owners("ASEAN summit: Prime Minister Amina Yusuf arrived.") == ["Yusuf -"]
    assert owners("ASEAN summit: Secretary-General Amina Yusuf arrived.") == ["Yusuf ASEAN"]


def test_the_place_that_says_it_names_the_country() -> None:
    text = "The Kenyan delegation was led by Foreign Minister Amina Yusuf."
    (person,) = cast(scan(text)).people
    assert [text[a:b] for a, b in person.holdings[0].at][-1] == "Kenyan"
