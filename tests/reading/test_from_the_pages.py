"""Forms of ministry pages and agency wires: formats, results of other meetings, who spoke for whom, what is no office."""

import pytest

from communique.model.reading import Reading
from communique.model.text import Text
from communique.reading import read


def _read(text: str, published: str | None = None) -> Reading:
    return read(Text(name="t", characters=text, published=published))


def test_a_meeting_in_the_format_of_a_body_is_its_own() -> None:
    text = (
        "Foreign ministers of northern nations will discuss the results of the Arctic Council's ministerial meeting in Reykjavik "
        "during a virtual meeting in the format of the Nordic-Baltic Eight (NB8), the ministry said."
    )
    told = [(m.bodies[0].name, m.status, m.city, m.mode) for m in _read(text, "2021-06-02").meetings]
    assert told == [
        ("Arctic Council Ministerial Meeting", "held", "Reykjavik", None),
        ("Nordic-Baltic Eight", "planned", None, "online"),
    ]


def test_what_began_and_has_ended_is_over() -> None:
    text = (
        "The NB8 Foreign Ministers’ meeting was hosted by Foreign Minister Tuomioja in Helsinki on 29–30 August. "
        "The meeting began on 29 August with a dinner."
    )
    assert [m.status for m in _read(text, "2011-08-31").meetings] == ["held"]
    assert [m.status for m in _read(text, "2011-08-29").meetings] == ["ongoing"]


def test_where_two_talked_is_where_they_met() -> None:
    text = (
        "Belarusian Foreign Minister Maksim Ryzhenkov discussed bilateral ties with his North Korean counterpart Choe Son-hui "
        "during a meeting in the East Asian country’s capital Pyongyang."
    )
    (met,) = _read(text).meetings
    assert (met.kind, met.city, [a.text for a in met.agenda]) == (
        "bilateral",
        "Pyongyang",
        ["bilateral ties"],
    )


def test_expanding_and_strengthening_is_one_matter() -> None:
    text = (
        "Foreign Minister Ivo Lento of Malta met Foreign Minister Ada Lin of Ghana in Accra and exchanged views on "
        "further expanding and strengthening cooperation between the two countries."
    )
    matters = [a.text for m in _read(text).meetings for a in m.agenda]
    assert matters == ["expanding and strengthening cooperation between the two countries"]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Ivo Lento of Malta was the first foreign leader to go to the North.", []),
        (
            "Addresses were delivered by Dr. Ada Lin, Secretary-General of UNCTAD, on behalf of the Secretary-General of the United Nations, and Dr. Ivo Lento, IPU President.",
            [("Ada Lin", "Secretary-General", "UNCTAD"), ("Ivo Lento", "President", "IPU")],
        ),
        (
            "On behalf of the Minister of Trade of Malta, Ada Lin, the envoy spoke.",
            [("Ada Lin", "Minister of Trade", "MT")],
        ),
    ],
)  # fmt: skip
def test_whose_office_it_is(text: str, offices: list[tuple[str, str, str]]) -> None:
    assert [(o.person, o.office, o.of) for o in _read(text).offices] == offices


def test_who_joined_the_organisation_did_not_join_the_summit() -> None:
    text = "The 6th Summit of the CICA was held in Astana. Last year Turkmenistan joined the CICA as an observer."
    assert [m.represented for m in _read(text).meetings] == [()]
    text = "The 6th Summit of the CICA was held in Astana. Turkmenistan joined the summit as an observer."
    assert [m.represented for m in _read(text).meetings] == [("TM",)]


def test_the_provisions_are_those_of_the_statement() -> None:
    text = (
        "The Secretary General informed the President about the realization of key provisions of the Astana Statement "
        "on the CICA Transformation adopted at its 6th Summit in 2022."
    )
    titles = [i.title for m in _read(text).meetings for i in m.instruments]
    assert titles == ["Astana Statement on the CICA Transformation"]


def test_a_body_has_no_article() -> None:
    text = "A Lake Committee met on 5 June 2021 in Geneva."
    assert [b.name for m in _read(text).meetings for b in m.bodies] == ["Lake Committee"]


@pytest.mark.parametrize(
    ("text", "published", "start"),
    [
        ("Two weeks from today, the leaders of NATO will meet in Brussels.", "2021-05-31", "2021-06-14"),
        ("At the XI Pacific Alliance Summit the ministers spoke of trade in the world today.", "2016-07-02", None),
        ("The Pacific Alliance Summit was held today.", "2016-07-02", "2016-07-02"),
        ("THE ECOWAS AUTHORITY HELD ITS 20TH ORDINARY SESSION ON 1ST FEBRUARY, 2019.", None, "2019-02-01"),
        (
            "The permanent representatives on Sunday agreed on the elements of the Arab Summit's agenda that is scheduled to be held later this month in Sharm El-Sheikh.",
            "2015-03-08",
            "2015-03",
        ),
    ],
)  # fmt: skip
def test_the_day_of_the_sitting(text: str, published: str | None, start: str | None) -> None:
    assert [m.start for m in _read(text, published).meetings] == [start]


def test_an_extraordinary_summit_is_not_the_ordinary_one() -> None:
    text = (
        "The 24th Ordinary Summit of EAC Heads of State opened in Arusha. President Tshisekedi did not participate in the "
        "extraordinary summit held in June 2024."
    )
    told = [(m.ordinal, m.start, m.city) for m in _read(text, "2024-11-30").meetings]
    assert told == [(24, None, "Arusha"), (None, "2024-06", None)]


def test_the_state_in_the_chair_is_not_who_was_present() -> None:
    text = (
        "The 159th session of the Arab League Council, presided over by Egypt, was held in Cairo in the presence of the "
        "Secretary General of the Arab League, Ahmed Aboul Gheit."
    )
    (found,) = _read(text).meetings
    assert found.chair is not None
    assert found.chair.name == "Egypt"
    assert [(p.name, p.role) for p in found.participants] == [("Ahmed Aboul Gheit", None)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("PRESIDENT PAUL KAGAME OF THE REPUBLIC OF RWANDA SPOKE.", ["PAUL KAGAME"]),
        ("STATE VISIT BY PRESIDENT PAUL KAGAME OF THE REPUBLIC OF RWANDA\n\nPresident Paul Kagame spoke.", ["Paul Kagame"]),
        ("A meeting of the foreign ministers in Washington DC marks the day.", []),
    ],
)  # fmt: skip
def test_names_in_capitals_end_before_small_words(text: str, people: list[str]) -> None:
    assert sorted({o.person for o in _read(text).offices}) == people


def test_the_summits_plenary_session_is_the_summit() -> None:
    text = "The 14th Pacific Alliance Summit's plenary session was held in Lima on 6 July 2019."
    assert [(m.ordinal, m.start, m.city) for m in _read(text).meetings] == [(14, "2019-07-06", "Lima")]


def test_a_row_of_adjectives_is_one_matter() -> None:
    text = "The ministers met in Oslo and discussed addressing climate change and maintaining a secure, stable and diversified supply chain."
    matters = [a.text for m in _read(text).meetings for a in m.agenda]
    assert matters == [
        "addressing climate change",
        "maintaining a secure, stable and diversified supply chain",
    ]
    text = "The ministers met in Oslo and discussed a treaty, trade and tourism."
    assert [a.text for m in _read(text).meetings for a in m.agenda] == ["a treaty", "trade", "tourism"]


def test_what_a_report_said_is_not_said_by_the_king() -> None:
    text = "King Hamad of Bahrain sent a cable of congratulations on the success of the GCC summit in Al Ula, said the BNA report."
    found = _read(text)
    assert [s.text for s in found.statements if s.text == "the BNA report"] == []
    assert [p.name for m in found.meetings for p in m.participants] == []


def test_leaders_who_invite_at_the_end_of_their_summit_have_met() -> None:
    text = "BRICS leaders invite six countries to join the group at the end of their summit in South Africa\n\nThe summit ended."
    assert [m.status for m in _read(text).meetings] == ["held"]


def test_an_agreement_that_affirms_something_ends_before() -> None:
    text = (
        "At the Lake Council meeting in Oslo the ministers signed an agreement that affirms their solidarity."
    )
    assert [i.title for m in _read(text).meetings for i in m.instruments] == ["agreement"]


@pytest.mark.parametrize(
    ("text", "sittings"),
    [
        # an office, and no sitting
        (
            "The 15th ECO Summit was held in Ashgabat, while President Ivo Lento of Turkey as the Chairman of 14th Summit Meeting inaugurated the forum.",
            [(15, "ECO Summit")],
        ),
        ("The IGAD Assembly of Heads of State and Government held the 31st Extra-Ordinary Summit in Addis Ababa.", [(31, "IGAD Assembly of Heads of State and Government")]),
        # of one state
        ("The summit of the Lake Council was held in Oslo. Hungary would ratify the treaty at the first parliamentary session of the year.", [(None, "Lake Council")]),
    ],
)  # fmt: skip
def test_which_are_sittings(text: str, sittings: list[tuple[int | None, str]]) -> None:
    assert [(m.ordinal, m.bodies[0].name) for m in _read(text).meetings] == sittings


def test_who_later_joined_the_organisation_was_not_at_its_summit() -> None:
    text = (
        "The Economic Cooperation Organization summit was held in Ashgabat. ECO, which was founded by Turkey, Iran and Pakistan "
        "in 1985, was later joined by Afghanistan, Azerbaijan and Kazakhstan in 1992."
    )
    assert [m.represented for m in _read(text).meetings] == [()]


def test_two_offices_joined_by_as_well_as_are_two_people() -> None:
    text = "The ECO summit was attended by the Prime Minister of Kazakhstan, as well as the Secretary General of the ECO Khusrav Noziri."
    assert [(o.person, o.office, o.of) for o in _read(text).offices] == [
        ("Khusrav Noziri", "Secretary General", "ECO")
    ]


def test_a_press_chief_is_no_prime_minister() -> None:
    text = "The Lake Council met in Oslo, Bertalan Havasi, the Prime Minister’s press chief informed the news agency MTI on Thursday."
    found = _read(text, "2021-02-12")
    assert found.offices == ()
    assert [s.text for s in found.statements] == ["The Lake Council met in Oslo"]


def test_whose_decision_is_spoken_of_does_not_speak() -> None:
    text = "The IGAD Assembly has supported President Salva Kiir’s decision, but said the agreement remains the only way."
    assert [s.speaker for s in _read(text).statements] == ["IGAD Assembly"]
