"""What stands beside a meeting in its report and is not its own: another one, its hosts, days and houses of something else."""

from test_meetings import meetings


def test_another_meeting_is_not_this_one() -> None:
    first, other = meetings(
        "Chadian, Malian and Nigerien ministers signed a plan at the ministerial meeting held in Oslo on 4 May 2020. "
        "Another ministerial meeting will be held in Chad."
    )
    assert (first.status, first.city, sorted(first.represented)) == ("held", "Oslo", ["ML", "NE", "TD"])
    assert (other.status, other.country) == ("planned", "TD")


def test_a_presidency_that_began_is_not_the_first_day() -> None:
    (found,) = meetings(
        "OSLO, 9 September 2017 (Fjord News) - The UN Security Council held its 5th session in Lima. Chad began its presidency of the Security Council on 1 September."
    )
    assert found.start is None


def test_what_one_city_hosts_has_one_day() -> None:
    found = meetings(
        "On 6 May 2020, Lima hosted an international conference about roads and the 14th meeting of the SAARC Council of Ministers."
    )
    assert [(m.ordinal, m.start, m.city) for m in found][-1] == (14, "2020-05-06", "Lima")


def test_who_co_chairs_the_meeting_with_whom_holds_no_talks() -> None:
    found = meetings(
        "The 5th meeting of the SAARC Council of Ministers was held in Lima. "
        "Swedish Foreign Minister Anna Lindt spoke, co-chairing the meeting with Kenyan Foreign Minister Amina Yusuf."
    )
    assert [m.ordinal for m in found] == [5]


def test_a_year_alone_gives_way_to_the_day_of_the_lead() -> None:
    (found,) = meetings(
        "The SAARC foreign ministers on Wednesday, 3 June 2020 discussed trade. It was the eighth SAARC meeting, organised by Nepal, the chair of 2020."
    )
    assert (found.ordinal, found.start) == (8, "2020-06-03")


def test_a_page_of_the_day_before_makes_nothing_planned_that_was_held() -> None:
    (found,) = meetings("The SAARC Council of Ministers held its 5th meeting on 28 April 2011.", "2011-04-27")
    assert found.status == "held"


def test_a_house_is_no_sitting() -> None:
    found = meetings(
        "The Commonwealth Ministerial Action Group (CMAG), made up of nine ministers, will meet at the Commonwealth Secretariat in London on 26 April 2013. "
        "It will discuss trade since September 2012, when the Group last met in New York."
    )
    assert [([b.id for b in m.bodies], m.status, m.city) for m in found] == [
        (["commonwealth/cmag"], "planned", "London"),
        (["commonwealth/cmag"], "held", "New York"),
    ]


def test_what_a_meeting_was_hosted_by_is_no_encounter() -> None:
    found = meetings(
        "The GCC Supreme Council met in Lima on 5 May 2020. "
        "Foreign Minister Anna Lindt led the Swedish delegation at the meeting, which was hosted by Kuwait."
    )
    assert len(found) == 1


def test_a_day_of_something_since() -> None:
    first = meetings("The CSTO Permanent Council met in Lima as the first forum since the coup in 2012.")[0]
    assert first.start is None


def test_a_day_behind_ahead_of_is_the_other_meetings() -> None:
    first = meetings(
        "A meeting of the SAARC Council of Ministers was held in the run-up to the SAARC Summit set for 26 May 2020."
    )[0]
    assert first.start is None
