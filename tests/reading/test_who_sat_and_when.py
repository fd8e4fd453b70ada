"""Sittings as ceremonial pages tell of them: whose they are, on which day, who was there and who only greeted or wrote."""

import pytest

from communique.model.meeting import Meeting
from communique.model.reading import Reading
from communique.model.text import Text
from communique.reading import read


def _read(text: str, published: str | None = None) -> Reading:
    return read(Text(name="t", characters=text, published=published))


def _meetings(text: str) -> tuple[Meeting, ...]:
    return _read(text).meetings


@pytest.mark.parametrize(
    ("text", "body", "start"),
    [
        ("The Caribbean Community (CARICOM) Heads of Government met in Kingston on 5 May 2021.", "CARICOM Conference of Heads of Government", "2021-05-05"),
        ("In an extraordinary session convened in Abuja on 4 May 2021, the ECOWAS Authority met to discuss fish.", "ECOWAS Authority of Heads of State and Government", "2021-05-04"),
        ("In Oslo the Lake Commission met on 4 June 2021.", "Lake Commission", "2021-06-04"),
        # May is a month, and no doubt
        ("On 5 May 2021 the Lake Commission met in Kingston.", "Lake Commission", "2021-05-05"),
        ("In Kingston on 5 May 2021 the Lake Commission met.", "Lake Commission", "2021-05-05"),
        # who sat holds one of its own
        ("The OPEC Conference held its 40th meeting on 6 June 2021 in Vienna.", "OPEC Conference", "2021-06-06"),
        ("The Pacific Islands Forum held its 40th meeting in Suva on 3 June 2021.", "Pacific Islands Forum", "2021-06-03"),
    ],
)  # fmt: skip
def test_one_sitting_of_one_body_on_its_day(text: str, body: str, start: str) -> None:
    assert [([b.name for b in m.bodies], m.start) for m in _meetings(text)] == [([body], start)]


@pytest.mark.parametrize(
    "text",
    [
        "The Lake Commission may meet in Kingston on 5 June 2021.",
        "The plan is for a conference of the Lake Commission in Oslo.",
        "There is a need for a meeting of the Lake Commission.",
        "Four meetings of the Lake Commission were held in Oslo in May and June 2021.",
        "Minister Ivo Lento arrived at Entebbe International Airport on 4 May 2021 and was greeted by Minister Kofi Ansa of Uganda.",
    ],
)
def test_no_sitting_is_told(text: str) -> None:
    assert _meetings(text) == ()


def test_a_plan_with_its_day_stays_a_planned_sitting() -> None:
    (found,) = _meetings("The plan is for a meeting of the Lake Commission in Oslo on 4 June 2021.")
    assert (found.status, found.start) == ("planned", "2021-06-04")


def test_the_day_before_the_summit_is_not_the_summits() -> None:
    text = "The foreign ministers of Chad and Niger met in Accra on Monday, a day before the African Union summit."
    days = {m.name: m.start for m in _read(text, "2021-05-04").meetings}
    assert days == {
        "foreign ministers of Chad and Niger met": "2021-05-03",
        "African Union summit": "2021-05-04",
    }


@pytest.mark.parametrize("when", ["takes effect on", "is in force from", "counts as from"])
def test_since_when_a_thing_holds_is_no_day_of_the_summit(when: str) -> None:
    text = f"The African Union summit in Accra admitted Malta. Its membership {when} 1 January 2022."
    assert [m.start for m in _meetings(text)] == [None]


def test_what_they_invited_to_is_planned_and_not_their_own_summit() -> None:
    text = "The presidents of Chad, Niger and Togo agreed at the end of their summit in Lome on 4 May 2021 to invite Ghana to join."
    assert [m.status for m in _meetings(text)] == ["held"]


def test_who_hosts_as_the_chair_of_a_body_meets_nobody_by_that() -> None:
    text = "Prime Minister Ada Lin of Ghana hosted the summit as the Chairperson of the African Union on 4 May 2021 in Accra."
    assert [m.kind for m in _meetings(text)] == ["multilateral"]


def test_who_was_greeted_on_arrival_met_nobody_by_that() -> None:
    text = (
        "President Ivo Lento of Malta arrived in Accra on 4 May 2021 for the African Union summit "
        "and was greeted by Foreign Minister Kofi Ansa of Ghana."
    )
    assert [m.name for m in _meetings(text)] == ["African Union summit"]


def test_observers_are_those_of_their_own_piece_of_the_sentence() -> None:
    text = "The African Union summit was held in Accra. Observers were Malta and Fiji; members Chad and Niger attended; guests included Togo."
    assert _meetings(text)[0].represented == ("TD", "NE")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("President Ivo Lento of Malta sent a congratulatory cable to President Ada Lin of Ghana on the success of the African Union summit in Accra.", "Ada Lin"),
        ("President Ivo Lento of Malta spoke of the African Union summit in Accra in a televised address.", "Ivo Lento"),
    ],
)  # fmt: skip
def test_who_wrote_or_spoke_from_elsewhere_did_not_sit(text: str, absent: str) -> None:
    assert absent not in [p.name for m in _meetings(text) for p in m.participants]


def test_one_who_attended_virtually_makes_the_summit_hybrid() -> None:
    text = "The African Union summit was held in Accra. Prime Minister Ada Lin of Malta attended the meeting virtually."
    assert [(m.city, m.mode) for m in _meetings(text)] == [("Accra", "hybrid")]


def test_the_father_whose_greetings_the_son_brought_is_not_the_son() -> None:
    text = (
        "At the Arab League summit in Tunis Saudi Crown Prince Mohammed bin Salman took part. "
        "He conveyed the greetings of King Salman."
    )
    offices = {o.person: o.office for o in _read(text).offices}
    assert offices == {"Mohammed bin Salman": "Crown Prince", "Salman": "King"}


def test_nobody_holds_offices_of_two_states() -> None:
    text = (
        "At the GCC summit in Muscat the Amir of Kuwait, Sheikh Nawaf Al Sabah, UAE Vice-President and "
        "Dubai Ruler Sheikh Hamdan Al Futtaim sat together."
    )
    held = {(o.person, o.of) for o in _read(text).offices}
    assert ("Nawaf Al Sabah", "KW") in held
    assert ("Nawaf Al Sabah", "AE") not in held


@pytest.mark.parametrize("opening", ["Strongly condemned the attack", "Warmly welcomed the truce"])
def test_how_it_was_said_is_no_speaker(opening: str) -> None:
    text = f"The Lake Commission met in Oslo. {opening}, the ministers said."
    assert [s.speaker for s in _read(text).statements] == ["ministers"]


def test_a_deal_signed_in_may_is_signed() -> None:
    text = "On 5 May the ministers of Ghana and Togo signed an agreement on fish in Accra."
    assert [(i.title, i.action) for i in _read(text).instruments] == [("agreement on fish", "signed")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("At the Lake Council meeting in Lima, Chad and Niger entered objections.", ("Lima", "PE")),
        ("The Lake Council met in Lima, Peru and agreed on fish.", ("Lima", "PE")),
        ("The Lake Council met in Port Louis, Mauritius, the ministry said.", ("Port Louis", "MU")),
        # where it was announced, nobody met
        ("The Lake Council met on 4 June 2021, the minister said on Friday in Buenos Aires.", (None, None)),
        ("The Lake Council summit will be held on 4 July 2021, it was announced Friday in Lima.", (None, None)),
    ],
)  # fmt: skip
def test_the_place_is_where_they_sat(text: str, place: tuple[str | None, str | None]) -> None:
    assert [(m.city, m.country) for m in _meetings(text)] == [place]


def test_the_country_of_the_city_where_it_opened_did_nothing() -> None:
    text = "The meeting of the Lake Council in Nouakchott, Mauritania, opened on 4 June 2021."
    assert [m.represented for m in _meetings(text)] == [()]


def test_the_one_observer_of_a_list() -> None:
    text = (
        "The Lake Council met in Oslo. It was attended by Prime Minister Ada Lin of Ghana, Prime Minister Ivo Lento of Malta, "
        "as well as the representative of the observer states, Prime Minister Badr Busaidi of Oman."
    )
    roles = {p.name: p.role for p in _meetings(text)[0].participants}
    assert roles == {"Ada Lin": None, "Ivo Lento": None, "Badr Busaidi": "observer"}


def test_an_envoy_for_a_country_is_not_of_it() -> None:
    owners = {
        o.person: o.of
        for text in (
            "The Special Envoy for Afghanistan, Ambassador Tariq Bakheet, spoke.",
            "For Peru, Ambassador Ada Lin spoke.",
        )
        for o in _read(text).offices
    }
    assert owners == {"Tariq Bakheet": None, "Ada Lin": "PE"}


def test_a_letter_before_one_name_is_no_monsieur() -> None:
    text = "Prime Minister of Iran M. Mokhber and Foreign Minister M. Moussa Faki attended the Lake Council summit in Oslo."
    assert [p.name for p in _meetings(text)[0].participants] == ["M. Mokhber", "Moussa Faki"]


def test_one_plural_office_over_a_list_with_dashes() -> None:
    text = (
        "The meeting of the Lake Council in Oslo was attended by the foreign ministers of the Republic of Kenya – A. Lin, "
        "the Kingdom of Norway – M. Lento, the Russian Federation – B. Musa."
    )
    offices = {(o.person, o.office, o.of) for o in _read(text).offices}
    assert offices == {
        ("A. Lin", "foreign minister", "KE"),
        ("M. Lento", "foreign minister", "NO"),
        ("B. Musa", "foreign minister", "RU"),
    }


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Foreign Minister Ivo Lento, in his capacity as the Chair of the Lake Council, said that fish are scarce.", "Ivo Lento"),
        ("Ivo Lento, as Chair of the Lake Council, said that fish are scarce.", "Ivo Lento"),
        ("At this meeting the leaders issued a statement on oceans, noting that fish are scarce.", "leaders"),
    ],
)  # fmt: skip
def test_who_speaks_in_which_role(text: str, speaker: str) -> None:
    assert [s.speaker for s in _read(text).statements] == [speaker]


def test_what_a_plan_provides_for_is_not_signed_yet() -> None:
    text = "The programme provides for the development and signing of an agreement on fish."
    assert [i.action for i in _read(text).instruments] == ["planned"]


def test_another_organisation_named_later_owns_no_meeting_before() -> None:
    text = (
        "The Mercosur summit opened in Montevideo.\n\nAddressing a foreign ministers’ meeting, Chancellor Ada Lin spoke of fish.\n\n"
        "Argentina holds the presidency of the Community of Latin American and Caribbean States."
    )
    names = [b.name for m in _meetings(text) for b in m.bodies]
    assert names == ["MERCOSUR Summit of Heads of State"]


def test_a_blank_inside_a_date_in_figures() -> None:
    text = "Saudi Arabia hosted on 11/11/ 2023 the Arab League summit in Riyadh."
    assert [m.start for m in _meetings(text)] == ["2023-11-11"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one commission of two, however its name is joined
        (
            "Meeting of Nepal-India Joint Commission concludes\n\nThe fifth meeting of the Nepal–India Joint Commission concluded in Kathmandu on 21 August 2019.",
            [("Nepal-India Joint Commission", 5, "2019-08-21")],
        ),
        (
            "2nd Meeting of the India-Philippines Joint Commission held in Manila\n\nThe 2nd Meeting of the Philippines-India Joint Commission on Bilateral Cooperation was held on 21 October 2013.",
            [("Philippines-India Joint Commission on Bilateral Cooperation", 2, "2013-10-21")],
        ),
        # whose organ it is stands behind the short form
        (
            "The Extraordinary Summit of the Southern African Development Community (SADC) Organ Troika was held in Pretoria on 5 October 2021.",
            [("SADC Organ Troika", None, "2021-10-05")],
        ),
        # the day in the month of its name
        ("The October Lake Council meeting in Brussels started on 26 October 2023.", [("Lake Council", None, "2023-10-26")]),
        ("Main results of the European Council, 26-27 October 2023\n\nEU leaders discussed fish.", [("European Council", None, "2023-10-26")]),
    ],
)  # fmt: skip
def test_whose_sitting_it_is(text: str, expected: list[tuple[str, int | None, str]]) -> None:
    assert [(m.bodies[0].name, m.ordinal, m.start) for m in _meetings(text)] == expected


def test_what_an_earlier_session_decided_has_its_own_day_and_city() -> None:
    text = (
        "Senior Officials of India and Ghana met on 13 January 2020 and reviewed the decisions taken during the "
        "9th session of the Lake Council in Pretoria in 2015."
    )
    assert [(m.start, m.city) for m in _meetings(text)] == [("2020-01-13", None), ("2015", "Pretoria")]
    text = "The ministers met in Oslo on 5 May 2020 to review the recommendations made at the 9th session of the Lake Council."
    assert [(m.start, m.city) for m in _meetings(text)] == [("2020-05-05", "Oslo"), (None, None)]


def test_whom_one_invites_to_sit_has_not_sat_yet() -> None:
    text = (
        "The council of the region prepares its work for the autumn.\n\nDear colleagues, I would like to invite you to our "
        "October Lake Council meeting in Brussels, that will start at 3pm on Thursday 26 October."
    )
    assert [(m.status, m.start) for m in _read(text, "2023-10-24").meetings] == [("planned", "2023-10-26")]


def test_both_who_shared_the_chair_under_the_honourable() -> None:
    text = (
        "His Excellency, Dr. Ivo Lento, the Honourable Minister of External Affairs of the Republic of India (EAM) and "
        "Her Excellency Dr. Ada Lin, the Honourable Minister of Trade of the Republic of South Africa (SAFM), "
        "co-chaired the 10th Session of the Joint Ministerial Commission on 17 January 2020 in New Delhi."
    )
    roles = [(p.name, p.office, p.represents, p.role) for p in _meetings(text)[0].participants]
    assert roles == [
        ("Ivo Lento", "Minister of External Affairs", "IN", "chair"),
        ("Ada Lin", "Minister of Trade", "ZA", "chair"),
    ]


def test_under_the_chair_of_somebody_is_no_office_of_his() -> None:
    text = (
        "The 16th ASEAN Defence Ministers’ Meeting was held in Phnom Penh under the chair of Cambodian "
        "Deputy Prime Minister and Defence Minister Gen Tea Banh."
    )
    found = _read(text)
    assert [c.name for m in found.meetings if (c := m.chair)] == ["Tea Banh"]
    assert [o.office for o in found.offices] == ["Deputy Prime Minister and Defence Minister"]


def test_the_minister_whom_she_met_is_not_she() -> None:
    text = "Prior to her meeting with the Qatari Foreign Minister, Sushma Swaraj called on the Emir of Qatar Sheikh Tamim."
    assert [(o.person, o.office) for o in _read(text).offices] == [("Tamim", "Emir")]


def test_what_a_group_is_believed_to_be_it_has_not_said() -> None:
    assert _read("An armed group believed to be foreign attacked the town of Palma.").statements == ()
    assert [s.speaker for s in _read("The minister believed that fish are scarce.").statements] == [
        "minister"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whoever sits is named behind the comma
        (
            "At its 1218th meeting in Addis Ababa, Ethiopia, on 21 June 2024, the Peace and Security Council of the African Union called for an extraordinary summit.",
            [("Peace and Security Council of the African Union", 1218, "Addis Ababa")],
        ),
        ("At its 12th meeting in Oslo, Norway, the Lake Council called for peace.", [("Lake Council", 12, "Oslo")]),
        (
            "The Peace and Security Council of the African Union decided to suspend Sudan. At the end of Tuesday's 1041st meeting on the situation in Sudan, the Council was calm.",
            [("Peace and Security Council of the African Union", 1041, None)],
        ),
        # one of many sessions has no day of its own
        (
            "The Lake Council met in Oslo on 6 June 2019. It recalled what its 840th, 846th and 852nd meetings held, respectively, on 15 April 2019, 30 April 2019 and 27 May 2019 had said.",
            [("Lake Council", None, "Oslo")],
        ),
        # a city in apposition, and another summit's city
        (
            "In the cultural heart of Azerbaijan, the city of Shusha, the informal summit of the Organization of Turkic States concluded on July 6.",
            [("OTS Council of Heads of State", None, "Shusha")],
        ),
    ],
)  # fmt: skip
def test_the_body_its_number_and_its_city(
    text: str, expected: list[tuple[str, int | None, str | None]]
) -> None:
    assert [(m.bodies[0].name, m.ordinal, m.city) for m in _meetings(text)] == expected


def test_where_an_agency_writes_at_home_nobody_sat() -> None:
    text = "MOSCOW, October 5. /TASS/. A meeting of the OPEC+ Joint Ministerial Monitoring Committee was held on Wednesday."
    assert [(m.start, m.city) for m in _read(text, "2022-10-05").meetings] == [("2022-10-05", None)]


def test_a_summit_with_an_aside_is_still_to_come() -> None:
    text = (
        "An informal summit of the Organization of Turkic States (OTS), that was proposed by Azerbaijani President Ilham Aliyev, "
        "is scheduled for Friday and Saturday in Shusha. Turkish President Recep Erdoğan was scheduled to attend but he is in Germany."
    )
    found = _read(text, "2024-07-05").meetings
    assert [(m.status, m.start, m.end, m.participants, m.represented) for m in found] == [
        ("planned", "2024-07-05", "2024-07-06", (), ())
    ]


def test_who_spoke_of_a_coming_summit_may_stay_away() -> None:
    text = (
        "The summit of the Organization of Turkic States will be held in July in Shusha, Türkiye's President Recep Tayyip Erdogan "
        "said during a joint press statement with Azerbaijani President Ilham Aliyev."
    )
    (found,) = _read(text, "2024-02-20").meetings
    assert (found.city, found.represented, found.instruments) == ("Shusha", (), ())


def test_a_minister_of_nowhere_is_not_of_the_host() -> None:
    text = (
        "The countries held their 33rd ministerial meeting on 5 June 2021 in the Austrian capital, Vienna.\n\n"
        "This meeting, in which the Minister of Energy and Mines, Mohamed Arkab, is participating, is the first in attendance."
    )
    assert [(o.person, o.of) for o in _read(text).offices] == [("Mohamed Arkab", None)]


def test_an_operation_of_a_day_in_a_plan_of_a_year() -> None:
    text = (
        "In accordance with the Plan of Basic Activities for 2023, an anti-drug operation “Dry Net” was carried out "
        "in the member states from 11 to 15 September 2023."
    )
    assert [o.when for o in _read(text).operations] == ["2023-09-11/2023-09-15"]


def test_the_day_of_the_meeting_before_is_no_due_day() -> None:
    text = "The Lake Council decided to ban fishing after a closed meeting on Wednesday."
    assert [c.due for c in _read(text, "2021-10-27").commitments] == [None]
