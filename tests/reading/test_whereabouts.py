"""Where a sitting took place: one line a case; the text, then city and country of its first meeting."""

import pytest

from communique.model.text import Text
from communique.reading import read

CASES = [
    ("Lima saw the 5th CIS Summit on 3 May 2020.", "Lima PE"),
    ("Lima saw protests on the day of the 5th CIS Summit.", "None None"),
    ("Lima, Peru, will be the venue of the 5th CIS Summit.", "Lima PE"),
    ("Lima will be where presidents gather for the 5th CIS Summit.", "Lima PE"),
    ("Lima is expected to host the 5th CIS Summit next year.", "Lima PE"),
    ("Lima will receive ministers for the 5th CIS Summit.", "Lima PE"),
    ("Lima will receive grain under the deal of the 5th CIS Summit.", "None None"),
    ("Minister Chedid is to go to Lima on 3 May for the 5th CIS Summit.", "Lima PE"),
    ("A team may go to Lima, said the chair of the 5th CIS Summit.", "None None"),
    ("Colombo, Sri Lanka is to host the 5th CIS Summit.", "Colombo LK"),
    ("In Lima, leaders of ten states on 3 May 2020 held the 5th CIS Summit.", "Lima PE"),
    ("Lima on Monday played host to the 5th CIS Summit.", "Lima PE"),
    ("Lima was host on 3 May 2020 to the 5th CIS Summit.", "Lima PE"),
    ("Lima is preparing to host the 5th CIS Summit on 3 May 2020.", "Lima PE"),
    ("The 5th CIS Summit drew leaders of ten states to Lima.", "Lima PE"),
    ("Chad sent its minister to Lima for the 5th CIS Summit.", "Lima PE"),
    ("He returned from Lima, where he attended the 5th CIS Summit.", "Lima PE"),
    ("He returned from Lima before the 5th CIS Summit.", "None None"),
    ("The 5th CIS Summit ended at the Hilton Hotel, Abuja, on 3 May 2020.", "Abuja NG"),
    ("The 5th CIS Summit was held at State House, Nairobi on 3 May 2020.", "Nairobi KE"),
    ("The 5th CIS Summit was held at Hyderabad House on 3 May 2020.", "None None"),
    ("The 5th CIS Summit opened in the Ivorian economic capital Abidjan.", "Abidjan CI"),
    ("Astana, Kazakhstan is playing host to the 5th CIS Summit.", "Astana KZ"),
    ("Chad will host the 5th CIS Summit. The meeting will begin in Lima on 3 May 2020.", "Lima PE"),
    ("The 5th CIS Summit meeting was held in Lima.", "Lima PE"),
    (
        "The UN Security Council on 3 May 2020 adopted a resolution extending the mandate of the mission in Mali.",
        "None None",
    ),
    ("The 5th CIS Summit was held in Sabana city, Malaysia, on 3 May 2020.", "Sabana MY"),
    ("The 5th CIS Summit was held on 3 May 2020 at Marlborough House in London.", "London GB"),
    ("The ministers held their annual meeting at the United Nations in New York.", "New York US"),
    (
        "The third session of the SCO Council of Heads of State was held in the Black Sea resort of Batumi.",
        "Batumi GE",
    ),
    (
        "The 5th session of the CIS Council of Heads of State took place in the Congress Centre of Lima.",
        "Lima PE",
    ),
    (
        "The 5th session of the CIS Council of Heads of State took place in the southern Turkish city of Antalya.",
        "Antalya TR",
    ),
    ("The 5th CIS Summit was held in Kampong Baru, Malaysia, on 3 May 2020.", "Kampong Baru MY"),
    (
        "The Samarkand summit of the Organization of Turkic States adopted a vision on 3 May 2020.",
        "Samarkand UZ",
    ),
    ("Jordan hosted the 30th Arab League Summit on 3 May 2020.", "None JO"),
    ("The 30th Arab League Summit was hosted by Jordan on 3 May 2020.", "None JO"),
    ("The 30th Arab League Summit was proposed to be held on 3 May in Tunisia.", "None TN"),
    ("The 9th SADC Summit opened in the Zambian capital on 3 May 2020.", "Lusaka ZM"),
    # the date-line's city, for a sitting of its own day
    (
        "BERLIN, 3 May 2020 (Spree News) – The 12th Berlin Process Summit adopted a plan on Sunday.",
        "Berlin DE",
    ),
    (
        "BERLIN, 3 May 2020 (Spree News) – The 12th Berlin Process Summit adopted a plan on Sunday in Tirana.",
        "Tirana AL",
    ),
    ("The 9th SADC Summit was held in Luxembourg on 3 May 2020.", "Luxembourg LU"),
    ("The minister left Quito for Lima to attend the 9th SADC Summit.", "Lima PE"),
    ("The 9th SAARC Summit is being held in Male, the capital of the Maldives.", "Male MV"),
    ("The 9th SADC Summit opened. Banda is also in the capital Lusaka for the summit.", "Lusaka ZM"),
    ("Senior officials of SADC are gathering at meetings in Lusaka on 3 May 2020.", "Lusaka ZM"),
    ("Canada spoke. The 9th SADC Summit was held in London on 3 May 2020.", "London GB"),
    ("The 9th SADC Summit was held in London, Canada, on 3 May 2020.", "London CA"),
    # not where it was
    ("Nairobi was playing host to refugees when the 9th SADC Summit ended on 3 May 2020.", "None None"),
    ("The 9th SADC Summit met. It adopted a text condemning the shelling in Lusaka.", "None None"),
    ("The minister left Quito for Lima. The 9th SADC Summit was over.", "None None"),
    ("The 9th SADC Summit met to discuss the escalation of violence in Chad.", "None None"),
    ("The 9th SADC Summit was held before the General Assembly in Lima.", "None None"),
    (
        "BERLIN, 3 May 2020 (Spree News) – The 12th Berlin Process Summit adopted a plan on 2 March.",
        "None None",
    ),
    (
        "The ambassador to the United Nations in Geneva praised the 9th SADC Summit of 3 May 2020.",
        "None None",
    ),
    ("The 9th SADC Summit was a logical sequel to the talks held in Oslo.", "None None"),
    ("The capital of the republic, Bishkek, hosted the 9th CSTO Summit on 3 May 2020.", "Bishkek KG"),
    ("Ministers prepared the 9th SAARC Summit that Nepal is hosting on 3 May 2020.", "None NP"),
    ("The 9th SADC Summit met in Lusaka, but Kenya stayed away.", "Lusaka ZM"),
    ("The 9th summit of the Weimar Triangle was held on 3 May 2020.", "None None"),
    ("The 9th SADC Summit was held on 3 May 2020.\n\nThe unrest in Sudan was discussed there.", "None None"),
    (
        "Ministers held the 9th meeting of the SADC Council of Ministers and the 5th meeting of the Organ in Lusaka.",
        "Lusaka ZM",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_place(text: str, expected: str) -> None:
    found = read(Text(name="t", characters=text)).meetings[0]
    assert f"{found.city} {found.country}" == expected


MODES = [
    ("The 9th SADC Summit was held on 3 May 2020 in a videoconference format.", "online"),
    ("The 9th SADC Summit was held remotely on 3 May 2020.", "online"),
    ("The 9th SADC Summit was held in a mixed format on 3 May 2020.", "hybrid"),
    ("The ministers convened in person for the 9th SADC Summit on 3 May 2020.", "in-person"),
    ("The 9th SADC Summit of 3 May 2020 heard a guest who joined by video link.", None),
]


@pytest.mark.parametrize(("text", "expected"), MODES)
def test_the_mode(text: str, expected: str | None) -> None:
    assert read(Text(name="t", characters=text)).meetings[0].mode == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Prime Minister Anna Lindt left Accra on Sunday for Addis Ababa to attend the 38th AU Summit.",
            "Addis Ababa",
        ),
        ("Anna Lindt departed Abuja for Niamey, to preside over the summit of the LCBC.", "Niamey"),
        ("Anna Lindt left Accra on Sunday for Addis Ababa after the 38th AU Summit.", None),
    ],
)
def test_whoever_leaves_for_a_city_to_sit_there_tells_where_it_is(words: str, expected: str | None) -> None:
    assert read(Text(name="t", characters=words)).meetings[0].city == expected


def test_a_month_is_no_city() -> None:
    text = "The 5th meeting of the SAARC Council of Ministers will be held in December in Nepal."
    (found,) = read(Text(name="text", characters=text)).meetings
    assert (found.city, found.country) == (None, "NP")
