"""Words that point at somebody or something told of before: offices, sessions, days, lists."""

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading import read


def _meetings(text: str) -> tuple[Meeting, ...]:
    return read(Text(name="t", characters=text)).meetings


def test_an_office_alone_is_the_one_last_told_by_these_words() -> None:
    text = "Minister of Water Amina Yusuf of Malawi opened the dam. The Minister of Water held talks with Zambia's Mark Cole."
    assert [p.name for p in _meetings(text)[0].participants] == ["Amina Yusuf", "Mark Cole"]


def test_the_counterpart_of_an_office_holds_that_office() -> None:
    text = (
        "Minister of Water Amina Yusuf of Malawi met Secretary of Trade Rosa Perez of Chile. "
        "The Minister of Water also met her counterpart from Zambia, Mark Cole."
    )
    offices = {o.person: o.office for o in read(Text(name="t", characters=text)).offices}
    assert offices == {
        "Amina Yusuf": "Minister of Water",
        "Rosa Perez": "Secretary of Trade",
        "Mark Cole": "Minister of Water",
    }


def test_their_session_is_of_the_organ_right_before() -> None:
    text = (
        "The ECOWAS Council of Ministers met in Accra on 17 June 2021. The report goes to the ECOWAS Authority of Heads of State "
        "and Government during their Fifty-ninth Ordinary Session on 19 June 2021 in Accra."
    )
    assert [m.bodies[0].id for m in _meetings(text)] == ["ecowas/council-of-ministers", "ecowas/authority"]


def test_an_organ_right_behind_an_organisation_is_no_other_organisations() -> None:
    text = "They prepared the BRICS Summit at the Gulf Cooperation Council (GCC) Foreign Ministers' Meeting in Oslo on 9 September 2024."
    assert not any(b.id == "brics/foreign-ministers" for m in _meetings(text) for b in m.bodies)


def test_today_is_the_calendar_day_beside_it() -> None:
    text = "18 June 2021\n\nThe 86th session of the ECOWAS Council of Ministers came to an end today, June 17, 2021, in Accra. The two-day meeting approved the budget.\n"
    assert [(m.start, m.end) for m in _meetings(text)] == [("2021-06-16", "2021-06-17")]


def test_with_whom_a_meeting_took_place_is_told_of_the_last_one_named() -> None:
    text = (
        "The GCC Ministerial Council met in Riyadh on 5 May 2020. Secretary General Ali Budai said that on the sidelines of the meeting the "
        "seventh joint ministerial meeting between the GCC and Russia took place, in the attendance of Ivan Petrov, Minister of Trade of Russia."
    )
    assert [p.name for p in _meetings(text)[1].participants] == ["Ivan Petrov"]


def test_a_second_meeting_between_others_has_its_own_sides() -> None:
    text = (
        "The joint ministerial meeting between the GCC and India was held with the presence of Minister Ali Khan of India. "
        "The joint ministerial meeting between the GCC and Brazil also took place, attended by Rosa Lima, Minister of Trade of Brazil."
    )
    assert [sorted(m.represented) for m in _meetings(text)] == [["IN"], ["BR"]]


def test_what_a_preparatory_meeting_is_for_is_to_come() -> None:
    text = "The GCC foreign ministers held at the General Secretariat in Riyadh on Monday a preparatory meeting for the 40th GCC Summit."
    assert [(m.status, m.bodies[0].id) for m in _meetings(text)] == [
        ("held", "gcc/ministerial-council"),
        ("planned", "gcc/supreme-council"),
    ]


def test_the_other_country_of_a_third_one_is_not_the_first_ones() -> None:
    text = "President Ali Khan met with his counterparts from Brazil, Joao Silva, and Paraguay, Mario Benitez, in Oslo on 5 May 2020."
    assert {o.person: o.of for o in read(Text(name="t", characters=text)).offices} == {
        "Ali Khan": None,
        "Joao Silva": "BR",
        "Mario Benitez": "PY",
    }


def test_what_mode_the_first_meeting_had_is_not_said_of_the_next() -> None:
    text = (
        "The SADC Council of Ministers' meeting on 14 August 2020 is underway virtually, as they prepare for the 40th SADC Summit, "
        "which will be held on 17 August 2020."
    )
    assert [m.mode for m in _meetings(text)] == ["online", None]


def test_the_place_of_the_next_meeting_is_not_this_ones() -> None:
    text = "OSLO, 26 April 2024 – The SADC Council of Ministers met today. The Council will meet again in Bangkok in June."
    assert [(m.status, m.city) for m in _meetings(text)] == [("held", "Oslo"), ("planned", "Bangkok")]


def test_next_year_and_last_year_stand_before_a_day_or_behind_it() -> None:
    text = "OSLO, 26 April 2024 – The SADC Council of Ministers met today. "
    told = (
        ("Next year it is to convene from 21 to 25 April in Bangkok.", "2025-04-21"),
        ("The Council will meet in Bangkok in June next year.", "2025-06"),
        ("The Council met in Bangkok in June last year.", "2023-06"),
        ("The Council will meet in Bangkok in June.", "2024-06"),
    )
    assert [_meetings(text + words)[1].start for words, _ in told] == [start for _, start in told]


def test_the_day_stands_above_a_date_line_without_one() -> None:
    text = "Ministers in Brussels\n\n6 December 2017\n\nBRUSSELS – NATO Foreign Ministers met today on trade."
    assert [m.start for m in _meetings(text)] == ["2017-12-06"]


def test_who_was_brought_together_sat_at_no_summit_to_come() -> None:
    text = (
        "Sudan announced that an emergency IGAD summit will be held in Djibouti. "
        "This came in separate meetings, which brought together President Mark Cole of Sudan with Minister Amina Yusuf of Djibouti."
    )
    assert [m.participants for m in _meetings(text) if m.status == "planned"] == [()]


def test_a_country_that_acts_behind_a_city_is_not_the_citys() -> None:
    acts = "At a meeting of the SADC in Oslo on 5 May 2020, in Oslo, Japan proposed more."
    owns = "The SADC met in Busan, South Korea on 5 May 2020."
    assert [_meetings(text)[0].country for text in (acts, owns)] == ["NO", "KR"]


def test_the_committee_of_an_organisation_sits_not_the_organisation() -> None:
    text = "A meeting of the Fish Stocks Committee of the SADC was held in Oslo on 5 May 2020."
    assert [b.name for b in _meetings(text)[0].bodies] == ["Fish Stocks Committee of the SADC"]


def test_what_an_office_holder_held_is_no_sitting_of_the_organisation() -> None:
    for text in (
        "ASEAN Secretary-General Ali Khan held a meeting with Kenyan Foreign Minister Amina Yusuf in Jakarta.",
        "The President of the ECOWAS Commission, Ali Khan, held talks with Kenyan Foreign Minister Amina Yusuf in Abuja.",
    ):
        assert [(m.kind, m.bodies, len(m.participants)) for m in _meetings(text)] == [("bilateral", (), 2)]


def test_a_numbered_session_is_no_talks_of_two_whoever_is_named() -> None:
    text = (
        "The 160th session of the Council of the League of Arab States met in Cairo on 5 May 2020. It was chaired by Moroccan Foreign Minister "
        "Mark Cole, in the presence of the Secretary-General of the Arab League, Ali Khan."
    )
    assert [(m.kind, [b.id for b in m.bodies]) for m in _meetings(text)] == [
        ("multilateral", ["arab-league/council"])
    ]


def test_what_took_place_is_told_of_what_stands_before_it() -> None:
    raid = (
        "The OAS Permanent Council approved this Friday — in an extraordinary session — a resolution condemning the raid on its office in Nicaragua, "
        "which took place on 24 April."
    )
    own = "Ministers came to the session of the OAS Permanent Council in Lima, which took place on 24 April."
    assert [(_meetings(text)[0].start, _meetings(text)[0].country) for text in (raid, own)] == [
        (None, None),
        ("XXXX-04-24", "PE"),
    ]


def test_the_day_in_brackets_says_which_today() -> None:
    text = "29 November 2021\n\nThe 15th Summit of the Economic Cooperation Organization was held in Ashgabat today [28 Nov]."
    assert [m.start for m in _meetings(text)] == ["2021-11-28"]


def test_a_body_explained_holds_its_own_session() -> None:
    text = (
        "23 May 2007\n\nThe World Health Assembly (WHA), the supreme body of the World Health Organization (WHO), wrapped-up its sixtieth session today. "
        "More than 2400 people attended the meeting which took place from 14-23 May."
    )
    found = _meetings(text)[0]
    assert (found.bodies[0].id, found.start, found.end) == (
        "who/world-health-assembly",
        "2007-05-14",
        "2007-05-23",
    )


def test_the_title_of_a_declaration_ends_where_the_meeting_is_told() -> None:
    text = "Defence ministers adopted a Joint Declaration at the 7th ASEAN Defence Ministers' Meeting in Hanoi on 5 May 2020."
    assert [i.title for m in _meetings(text) for i in m.instruments] == ["Joint Declaration"]


def test_the_round_of_talks_between_two_has_its_number() -> None:
    told = (
        (
            "The third round of political consultations between Kenya and Malawi was held in Oslo on 5 May 2020.",
            [3],
        ),
        (
            "Kenyan Minister Ali Khan held a second round of talks with Minister Mark Cole of Malawi in Oslo on 5 May 2020.",
            [None],
        ),
    )
    for text, numbers in told:
        assert [m.ordinal for m in _meetings(text)] == numbers


def test_a_dispute_between_two_is_no_meeting_of_theirs() -> None:
    text = "The V4 meeting in Bratislava was marred by a dispute between Slovak Minister Ali Khan and Hungarian Minister Mark Cole."
    assert [m.kind for m in _meetings(text)] == ["multilateral"]


def test_the_anniversary_of_a_signing_signs_nothing() -> None:
    text = (
        "The SADC Council of Ministers met in Oslo on 5 May 2020. In acknowledgement of the 50th Anniversary of the signing of the Treaty of Lima in 1973, "
        "it was agreed that Malawi would host the next session."
    )
    assert [i.title for m in _meetings(text) for i in m.instruments] == []


def test_who_shares_the_chair_is_not_of_the_home_by_that() -> None:
    text = (
        "The Russian-Algerian Commission on Trade met in Algeria. Algeria was glad, and Algerian papers said so in Algeria. "
        "It was co-chaired by Deputy Prime Minister Ivan Petrov and Minister of Agriculture Andrei Sherfa."
    )
    assert {o.of for o in read(Text(name="t", characters=text)).offices} == {None}


def test_matters_of_one_list_are_of_one_meeting() -> None:
    text = (
        "The ECOWAS Council of Ministers met in Accra on 17 June 2021. Council considered the annual report, "
        "the Report of the 41st Meeting of the Audit Committee, the state of trade and the security of the roads."
    )
    first = _meetings(text)[0]
    assert {"the state of trade", "the security of the roads"} <= {i.text for i in first.agenda}
