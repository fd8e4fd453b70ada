"""Whose day, place and number it is where several sittings are told: one line a case; the report's day, the text, then each meeting."""

import pytest

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading.reader import read


def short(m: Meeting) -> str:
    """`ordinal body status start/end city`, `-` for what the text leaves open."""
    ids = ",".join(b.id or b.name for b in m.bodies) or "-"
    days = m.start if m.start == m.end else f"{m.start or '-'}/{m.end or '-'}"
    return f"{m.ordinal or '-'} {ids} {m.status} {days or '-'} {m.city or '-'}"


CASES = [
    # how a sitting was opened is no first sitting
    (
        None,
        "The 8th session of the Chad-Niger Joint Commission was held in Niamey. The inaugural session was attended by both sides.",
        ["8 Chad-Niger Joint Commission held - Niamey"],
    ),
    # a session that goes on for weeks is not of the day on which people meet at its margins
    (
        None,
        "The foreign ministers of CICA met in New York on 25 September 2013 on the sidelines of the 68th session of the UN General Assembly.",
        [
            "- cica/ministerial-council held 2013-09-25 New York",
            "68 un/general-assembly held - New York",
        ],
    ),
    (
        None,
        "Anna Lindt of Sweden met Ken Osei of Ghana in Lima on 5 May 2021 on the sidelines of the 4th session of the UN General Assembly that opened on 3 May 2021.",
        ["- - held 2021-05-05 Lima", "4 un/general-assembly held 2021-05-03 Lima"],
    ),
    # what somebody's first sitting was since
    (
        "2024-11-20",
        "President Boko attended his first SADC summit since taking office on October 30.",
        ["- sadc/summit held - -"],
    ),
    # the day named last, told by a part of it
    (
        "2024-06-12",
        "The CICA summit was held in Astana today. In the morning President Tokayev met with Mahmoud Abbas of Palestine.",
        ["- cica/summit held 2024-06-12 Astana", "- - held 2024-06-12 -"],
    ),
    (
        "2024-06-12",
        "The CICA summit was held in Astana on Tuesday. Earlier in the day President Tokayev met with Mahmoud Abbas of Palestine.",
        ["- cica/summit held 2024-06-11 Astana", "- - held 2024-06-11 -"],
    ),
    (
        "2024-06-12",
        "The CICA summit will be held in Astana on Friday. In the morning President Tokayev met with Mahmoud Abbas of Palestine.",
        ["- cica/summit planned 2024-06-14 Astana", "- - held - -"],
    ),
    (
        "2024-06-12",
        "The CICA summit was held in Astana. The draft is of 5 May. In the morning President Tokayev met with Mahmoud Abbas of Palestine.",
        ["- cica/summit held - Astana", "- - held - -"],
    ),
    (
        "2024-06-12",
        "The CICA summit was held in Astana on Tuesday. In the morning of 5 May President Tokayev met with Mahmoud Abbas of Palestine.",
        ["- cica/summit held 2024-06-11 Astana", "- - held 2024-05-05 -"],
    ),
    # how it closed tells its last day; a summit or a meeting is mostly of one day
    (
        "2021-05-06",
        "The 7th session of the NATO-Ukraine Council closed in Oslo on Tuesday.",
        ["7 nato/nato-ukraine-council held -/2021-05-04 Oslo"],
    ),
    (
        "2021-05-06",
        "ECO ministers are convening in Baku for the 5th ECO Council of Ministers meeting until May 8.",
        ["5 eco/council-of-ministers held -/2021-05-08 Baku"],
    ),
    (
        "2021-05-06",
        "The two-day 7th session of the NATO-Ukraine Council closed in Oslo on Tuesday.",
        ["7 nato/nato-ukraine-council held 2021-05-03/2021-05-04 Oslo"],
    ),
    ("2021-05-06", "The SADC Summit closed in Lusaka on Tuesday.", ["- sadc/summit held 2021-05-04 Lusaka"]),
    (
        "2021-05-06",
        "The 7th session of the NATO-Ukraine Council was held in Oslo on Tuesday and ended without a paper.",
        ["7 nato/nato-ukraine-council held 2021-05-04 Oslo"],
    ),
    (
        "2021-05-06",
        "The meeting of the ECO Council of Ministers in Baku lasted until late on Tuesday.",
        ["- eco/council-of-ministers held 2021-05-04 Baku"],
    ),
    # the present tense tells of a day to come, whatever stands between; without the report's day too
    (
        "2022-05-21",
        "APEC holds its leaders' summit in Bangkok on November 18-19.",
        ["- apec/economic-leaders-meeting planned 2022-11-18/2022-11-19 Bangkok"],
    ),
    (
        "2022-05-21",
        "APEC held its leaders' summit in Bangkok on November 18-19.",
        ["- apec/economic-leaders-meeting held 2021-11-18/2021-11-19 Bangkok"],
    ),
    (
        "2014-08-30",
        "The EU Foreign Affairs Council meets again, in Luxembourg, on 20 October.",
        ["- eu/foreign-affairs-council planned 2014-10-20 Luxembourg"],
    ),
    (
        None,
        "The CSTO Permanent Council meets on November 23 in Minsk.",
        ["- csto/permanent-council planned XXXX-11-23 Minsk"],
    ),
    (
        None,
        "The CSTO Permanent Council met on November 23 in Minsk.",
        ["- csto/permanent-council held XXXX-11-23 Minsk"],
    ),
    (None, "The CSTO Permanent Council begins its presidency on November 23.", []),
    # an organ beside another side, in short forms, behind "at its"
    (
        None,
        "A plan will be launched at the inaugural Canada-CARICOM summit to be held in Ottawa.",
        ["1 - planned - Ottawa"],
    ),
    (
        None,
        "A plan will be launched at the 3rd CARICOM summit to be held in Ottawa.",
        ["3 caricom/conference-of-heads-of-government planned - Ottawa"],
    ),
    (
        None,
        "The second meeting of the Mexico-Caribbean Community (CARICOM) Joint Commission was held in Lima.",
        ["2 Mexico-Caribbean Community (CARICOM) Joint Commission held - Lima"],
    ),
    (
        None,
        "The 2nd Meeting of the Cuba-U.S Bilateral Commission was held in Lima.",
        ["2 Cuba-U.S Bilateral Commission held - Lima"],
    ),
    (
        None,
        "It was adopted by the Peace and Security Council (PSC) of the African Union (AU) at its 97th meeting held on 4 August 2022.",
        ["97 au/peace-and-security-council held 2022-08-04 -"],
    ),
    # the place and year of the second, told in few words; the year right behind the place
    (
        None,
        "The first summit of the heads of Central Asian states was held in March 2018 in Nur-Sultan, the second - in November 2019 in Tashkent.",
        ["1 central-asia-consultative-meeting held 2018-03 Nur-Sultan"],
    ),
    (
        None,
        "The NATO summit in Lisbon, due on December 8 to 9, goes on with the work of the first SADC summit held in the Egyptian capital of Cairo in 2000.",
        ["- nato/summit planned XXXX-12-08/XXXX-12-09 Lisbon", "1 sadc/summit held 2000 Cairo"],
    ),
    # a house known by its name
    (
        None,
        "The 3rd session of the Chad-Niger Joint Commission was held at the Itamaraty Palace.",
        ["3 Chad-Niger Joint Commission held - Brasilia"],
    ),
    (
        None,
        "The 3rd session of the Chad-Niger Joint Commission was held at the Lake Palace.",
        ["3 Chad-Niger Joint Commission held - -"],
    ),
]


@pytest.mark.parametrize(("published", "text", "expected"), CASES)
def test_each_sitting_has_its_own(published: str | None, text: str, expected: list[str]) -> None:
    found = read(Text(name="t", characters=text, published=published)).meetings

    assert [short(m) for m in found] == expected
