"""Ten copies of a report are one source: their word counts once, and changed ones do not outvote what they copied."""

from worked_examples import Told, said, told

from communique.model.meeting import BodyMention, Meeting
from communique.model.record import Entry, Field
from communique.record import project
from communique.record.standing import FIRST_TOLD, UNDECIDED
from communique.resolution import resolve

BODY = (
    "The sixth meeting of the council of ministers of the union was held in {city} on 17 November 2021. The ministers of "
    "nine states considered the plan of joint measures for the coming two years and heard a report of the executive "
    "secretary on what had been done at the borders since spring. They thanked the hosts, agreed to see each other again "
    "before the summer, and asked the experts to prepare a draft of the programme on the safety of roads and rivers."
)
OTHER = (
    "Nine ministers came together in {city} on 17 November 2021 for the sixth meeting of the council of ministers of the union. "
    "What they signed is a plan for two years; who pays for it was left open, our correspondent writes, and the hosts would "
    "not say when the money is to come. Experts doubt that the roads will be safer soon, while the rivers hardly matter, as "
    "one of them put it after the doors had been closed and the delegations were on their way to the airport again."
)
SHORT = "The sixth meeting of the council of ministers of the union took place in {city} on 17 November 2021, the ministry says."


def report(name: str, city: str, words: str = BODY, day: str = "2021-11-18") -> Told:
    text = words.format(city=city)
    meeting = Meeting(
        id="m1",
        name="sixth meeting of the council of ministers of the union",
        ordinal=6,
        start="2021-11-17",
        bodies=(
            BodyMention(
                name="council of ministers of the union", evidence=said(text, "council of ministers")
            ),
        ),
        city=city,
        evidence=said(text, "sixth meeting of the council of ministers of the union")
        | {"city": said(text, city)[""]},
    )
    return told(name, text, publisher=name, published=day, meetings=(meeting,))


def city_of(*reports: Told) -> tuple[Entry, Field]:
    (meeting,) = project(reports, resolve(reports)).of("meetings")
    found = meeting.field("city")
    assert found
    return meeting, found


def copies(city: str, number: int, day: str = "2021-11-19") -> list[Told]:
    return [report(f"site {n}", city, day=day) for n in range(number)]


def test_ten_copies_do_not_outvote_two_reports_of_their_own() -> None:
    two = (report("agency", "Minsk", OTHER), report("ministry", "Minsk", SHORT))
    _, city = city_of(*copies("Moscow", 10), *two)
    assert city.standing == "Minsk"
    minsk, moscow = city.values
    assert (len(minsk.reports), minsk.copies) == (2, 0)
    assert (len(moscow.reports), moscow.copies, moscow.verdict) == (10, 9, "contradicts")


def test_a_source_against_another_is_one_against_one() -> None:
    _, city = city_of(*copies("Moscow", 3), report("agency", "Minsk", OTHER))
    assert [value.verdict for value in city.values] == ["stands", "contradicts"]
    assert city.values[0].rule == UNDECIDED


def test_what_was_told_first_outdoes_copies_that_were_changed() -> None:
    first = report("agency", "Yerevan", day="2021-11-17")
    _, city = city_of(*copies("Moscow", 9), first)
    assert city.standing == "Yerevan"
    assert city.values[0].rule == FIRST_TOLD
    assert (city.values[1].value, city.values[1].verdict, city.values[1].copies) == (
        "Moscow",
        "contradicts",
        8,
    )
    late = report("agency", "Yerevan", day="2021-11-20")
    assert city_of(*copies("Moscow", 9), late)[1].standing == "Moscow"


def test_reports_without_copies_are_counted_as_before() -> None:
    _, city = city_of(report("agency", "Minsk", OTHER), report("ministry", "Minsk"))
    assert [(len(v.reports), v.copies) for v in city.values] == [(2, 0)]
