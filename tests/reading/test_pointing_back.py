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


def test_matters_of_one_list_are_of_one_meeting() -> None:
    text = (
        "The ECOWAS Council of Ministers met in Accra on 17 June 2021. Council considered the annual report, "
        "the Report of the 41st Meeting of the Audit Committee, the state of trade and the security of the roads."
    )
    first = _meetings(text)[0]
    assert {"the state of trade", "the security of the roads"} <= {i.text for i in first.agenda}
