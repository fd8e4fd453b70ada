"""Meetings of a text: one line a case; the text, then of each meeting what the case is about."""

import pytest

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading.reader import read


def meetings(text: str, published: str | None = None) -> list[Meeting]:
    return list(read(Text(name="t", characters=text, published=published)).meetings)


def short(m: Meeting) -> str:
    """`ordinal body, body status start/end city mode`, `-` for what the text leaves open."""
    ids = ",".join(b.id or b.name for b in m.bodies) or "-"
    days = m.start if m.start == m.end else f"{m.start}/{m.end}"
    return f"{m.ordinal or '-'} {ids} {m.status} {days or '-'} {m.city or '-'} {m.mode or '-'}"


ONE = [
    # place and day
    (
        "The CSTO Permanent Council met in Moscow on 4 May 2020.",
        "- csto/permanent-council held 2020-05-04 Moscow -",
    ),
    (
        "A meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020.",
        "- csto/permanent-council held 2020-05-04 Moscow -",
    ),
    (
        "On 4 May 2020, Moscow hosted a meeting of the CSTO Permanent Council.",
        "- csto/permanent-council held 2020-05-04 Moscow -",
    ),
    (
        "The 31st meeting of the CIS Council of Heads of State was held in Minsk on 4-5 May 2020.",
        "31 cis/council-of-heads-of-state held 2020-05-04/2020-05-05 Minsk -",
    ),
    (
        "The 31st meeting of the CIS Council of Heads of State was held.",
        "31 cis/council-of-heads-of-state held - - -",
    ),
    (
        "The CSTO Permanent Council held a regular session in Moscow in May 2020.",
        "- csto/permanent-council held 2020-05 Moscow -",
    ),
    # a numbered format under a name of its own; an organisation's own number; ministers by their field
    ("The 4th Lake Ocean Conference was held in Oslo.", "4 Lake Ocean Conference held - Oslo -"),
    (
        "The 7th Chad-Niger-Togo Tripartite Summit was held in Oslo.",
        "7 Chad-Niger-Togo Tripartite Summit held - Oslo -",
    ),
    ("The 5th Regional Meeting was held in Oslo.", "5 - held - Oslo -"),
    ("The 48th Pacific Islands Forum was held in Apia.", "48 pif/leaders-meeting held - Apia -"),
    (
        "The 3rd session of the Chad-Niger Joint Commission on Trade, Labour and Transport was held in Oslo.",
        "3 Chad-Niger Joint Commission on Trade, Labour and Transport held - Oslo -",
    ),
    (
        "The V4 Ministers of the Interior met in Prague.",
        "- visegrad-group/interior-ministers held - Prague -",
    ),
    ("The V4 Ministers of Culture met in Prague.", "- V4 Culture Ministers' Meeting held - Prague -"),
    (
        "A meeting of the Ministers of Foreign Affairs of the SCO was held in Oslo.",
        "- sco/council-of-foreign-ministers held - Oslo -",
    ),
    ("The SADC Organ Troika Summit was held in Luanda.", "- sadc/organ-troika held - Luanda -"),
    (
        "A meeting of the foreign ministers of the Baltic and Nordic countries was held in Riga.",
        "- nordic-baltic-eight/foreign-ministers held - Riga -",
    ),
    ("Sweden and Norway held a new round of talks in Lima on 4 May 2020.", "- - held 2020-05-04 Lima -"),
    # joint organs
    (
        "A joint meeting of the Council of Foreign Ministers and the Council of Defence Ministers of the CSTO was held in Astana.",
        "- csto/council-of-foreign-ministers,csto/council-of-defence-ministers held - Astana -",
    ),
    # planned, under way, put off, called off
    (
        "The next meeting of the CSTO Permanent Council will be held in Minsk.",
        "- csto/permanent-council planned - Minsk -",
    ),
    (
        "A meeting of the CSTO Permanent Council is scheduled for 4 May 2020 in Moscow.",
        "- csto/permanent-council planned 2020-05-04 Moscow -",
    ),
    (
        "The CSTO Permanent Council held a meeting in Moscow on 4 May 2020.",
        "- csto/permanent-council held 2020-05-04 Moscow -",
    ),
    (
        "The CSTO Permanent Council will meet in Moscow on 4 May 2020.",
        "- csto/permanent-council planned 2020-05-04 Moscow -",
    ),
    (
        "A meeting of the CSTO Permanent Council is under way in Moscow.",
        "- csto/permanent-council ongoing - Moscow -",
    ),
    (
        "A meeting of the CSTO Permanent Council is being held in Moscow.",
        "- csto/permanent-council ongoing - Moscow -",
    ),
    (
        "The meeting of the CSTO Permanent Council in Moscow has been postponed.",
        "- csto/permanent-council postponed - Moscow -",
    ),
    (
        "The meeting of the CSTO Permanent Council in Moscow was cancelled.",
        "- csto/permanent-council cancelled - Moscow -",
    ),
    (
        "The meeting of the CSTO Permanent Council in Moscow was called off.",
        "- csto/permanent-council cancelled - Moscow -",
    ),
    # how
    (
        "A meeting of the CSTO Permanent Council was held online on 4 May 2020.",
        "- csto/permanent-council held 2020-05-04 - online",
    ),
    (
        "A meeting of the CSTO Permanent Council was held via videoconference.",
        "- csto/permanent-council held - - online",
    ),
    (
        "A meeting of the CSTO Permanent Council was held by video link.",
        "- csto/permanent-council held - - online",
    ),
    (
        "A meeting of the CSTO Permanent Council was held in a hybrid format in Moscow.",
        "- csto/permanent-council held - Moscow hybrid",
    ),
    (
        "An in-person meeting of the CSTO Permanent Council was held in Moscow.",
        "- csto/permanent-council held - Moscow in-person",
    ),
    # the date-line is no venue and no day of the meeting
    (
        "MINSK, 6 May 2020 (Wire) – The 9th meeting of the CSTO Permanent Council was held in Moscow.",
        "9 csto/permanent-council held - Moscow -",
    ),
    (
        "MINSK, 6 May 2020 (Wire) – The 9th meeting of the CSTO Permanent Council was held.",
        "9 csto/permanent-council held - - -",
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_meeting(text: str, expected: str) -> None:
    assert [short(m) for m in meetings(text)] == [expected]


DAYS = [
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow on Wednesday.",
        "2018-11-21",
        "2018-11-21",
    ),
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow yesterday.",
        "2018-11-21",
        "2018-11-20",
    ),
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow on 17 November.",
        "2018-11-21",
        "2018-11-17",
    ),
    ("The 9th meeting of the CSTO Permanent Council was held in Moscow on 17 November.", None, "XXXX-11-17"),
    (
        "The 9th meeting of the CSTO Permanent Council will be held in Moscow on 5 January.",
        "2018-11-21",
        "2019-01-05",
    ),
    ("The 9th meeting of the CSTO Permanent Council was held in Moscow last month.", "2018-11-21", "2018-10"),
    ("The 9th meeting of the CSTO Permanent Council was held in Moscow.", "2018-11-21", None),
    ("The 9th meeting of the CSTO Permanent Council approved the plan for 2020-2022.", "2018-11-21", None),
    ("The 9th meeting of the CSTO Permanent Council in Moscow was the first since 2015.", "2018-11-21", None),
    ("The 9th meeting of the CSTO Permanent Council will be held in autumn 2019.", "2018-11-21", "2019-23"),
    ("The 9th meeting of the CSTO Permanent Council will be held in late 2019.", "2018-11-21", "2019"),
    (
        "The 9th meeting of the CSTO Permanent Council will be held in the fourth quarter of 2019.",
        "2018-11-21",
        "2019-36",
    ),
    (
        "The 9th meeting of the CSTO Permanent Council will be held in the first half of April.",
        "2018-11-21",
        "2019-04",
    ),
    ("The 9th meeting of the CSTO Permanent Council reviewed work since early 2017.", "2018-11-21", None),
]


@pytest.mark.parametrize(("text", "published", "expected"), DAYS)
def test_the_day_of_a_meeting(text: str, published: str | None, expected: str | None) -> None:
    assert [m.start for m in meetings(text, published)] == [expected]


SAME = [
    # a year or a day of something else in the sentence
    "The 9th meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020. Chad informed the meeting about its chairmanship in 2021.",
    "The 9th meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020. The plan, which the ministers approved in Almaty on 1 April 2020, went to the meeting.",
    # told twice
    "The 9th meeting of the CSTO Permanent Council was held in Moscow.\n\nThe meeting took place on 4 May 2020.",
    "The 9th meeting of the CSTO Permanent Council was held in Moscow.\n\nThe ninth meeting of the CSTO Permanent Council took place on 4 May 2020.",
    "CSTO Permanent Council meets in Moscow\n\nThe 9th meeting of the Permanent Council of the CSTO was held in Moscow on 4 May 2020.",
    "The 9th meeting of the CSTO Permanent Council opened in Moscow on 4 May 2020. Participants of the meeting discussed trade.",
    # said of every meeting
    "The 9th meeting of the CSTO Permanent Council was held in Moscow. Such meetings are held every year.",
]


@pytest.mark.parametrize("text", SAME)
def test_one_meeting_told_twice_is_one(text: str) -> None:
    assert [(m.ordinal, m.city) for m in meetings(text)] == [(9, "Moscow")]


SEVERAL = [
    (
        "The informal meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020. He briefed on the 35th meeting of the CSTO Permanent Council.",
        ["- csto/permanent-council held 2020-05-04 Moscow -", "35 csto/permanent-council held - - -"],
    ),
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020. The next meeting will be held in Minsk on 6 June 2021.",
        [
            "9 csto/permanent-council held 2020-05-04 Moscow -",
            "- csto/permanent-council planned 2021-06-06 Minsk -",
        ],
    ),
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020. The 10th meeting of the CSTO Permanent Council will be held in Minsk.",
        ["9 csto/permanent-council held 2020-05-04 Moscow -", "10 csto/permanent-council planned - Minsk -"],
    ),
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020.\n\nThe NATO summit took place in Brussels on 6 June 2020.",
        ["9 csto/permanent-council held 2020-05-04 Moscow -", "- nato/summit held 2020-06-06 Brussels -"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_meetings(text: str, expected: list[str]) -> None:
    assert sorted(short(m) for m in meetings(text)) == sorted(expected)


APART = [
    # another day or city of its own, another rank, a separate one
    (
        "The 9th meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020. They spoke of the conference on water held in Oslo on 9 July 2019.",
        2,
    ),
    (
        "The third meeting of the finance ministers was held in Oslo. It took note of the third meeting of the senior officials.",
        2,
    ),
    (
        "The CSTO Permanent Council met in Moscow on 4 May 2020. The thirteenth is scheduled for October in Minsk.",
        2,
    ),
    (
        "The CSTO Permanent Council met in Moscow on 4 May 2020. It was the first such meeting in five years.",
        1,
    ),
    ("The CSTO Permanent Council met in Moscow on 4 May 2020. The Council meets often.", 1),
    (
        "The 9th meeting of the CSTO Permanent Council was held. They agreed to start accession talks in May.",
        1,
    ),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_how_many(text: str, expected: int) -> None:
    assert len(meetings(text)) == expected


TWO_SIDED = [
    (
        "Talks between Swedish Foreign Minister Anna Lindt and Kenyan Foreign Minister Amina Yusuf were held in Oslo.",
        ["KE", "SE"],
    ),
    (
        "Swedish Foreign Minister Anna Lindt met with Kenyan Foreign Minister Amina Yusuf in Nairobi.",
        ["KE", "SE"],
    ),
    ("Swedish Foreign Minister Anna Lindt met Kenyan Foreign Minister Amina Yusuf in Nairobi.", ["KE", "SE"]),
    ("Swedish Foreign Minister Anna Lindt received Kenyan Foreign Minister Amina Yusuf.", ["KE", "SE"]),
    (
        "Swedish Foreign Minister Anna Lindt held talks with Kenyan Foreign Minister Amina Yusuf.",
        ["KE", "SE"],
    ),
    (
        "Swedish Foreign Minister Anna Lindt and Kenyan Foreign Minister Amina Yusuf met in Oslo.",
        ["KE", "SE"],
    ),
    (
        "Swedish Foreign Minister Anna Lindt spoke by phone with Kenyan Foreign Minister Amina Yusuf.",
        ["KE", "SE"],
    ),
    (
        "Swedish Foreign Minister Anna Lindt had a phone call with Kenyan Foreign Minister Amina Yusuf.",
        ["KE", "SE"],
    ),
    ("Swedish Foreign Minister Anna Lindt will meet with Kenyan Foreign Minister Amina Yusuf.", ["KE", "SE"]),
]


@pytest.mark.parametrize(("text", "expected"), TWO_SIDED)
def test_two_sides(text: str, expected: list[str]) -> None:
    (found,) = meetings(text)
    assert found.kind == "bilateral"
    assert sorted(found.represented) == expected
    assert {p.name for p in found.participants} == {"Anna Lindt", "Amina Yusuf"}
    assert {p.represents for p in found.participants} == set(expected)


def test_two_meetings_of_one_person() -> None:
    found = meetings(
        "Swedish Foreign Minister Anna Lindt met with Kenyan Foreign Minister Amina Yusuf in Oslo on 4 May 2020.\n\n"
        "On 5 May 2020, Lindt met with Chilean Foreign Minister Carlos Rojas in Oslo."
    )
    assert {m.start: sorted(p.name for p in m.participants) for m in found} == {
        "2020-05-04": ["Amina Yusuf", "Anna Lindt"],
        "2020-05-05": ["Anna Lindt", "Carlos Rojas"],
    }


def test_a_talk_beside_the_meeting_is_part_of_it() -> None:
    main, beside = meetings(
        "The 9th meeting of the CSTO Permanent Council was held in Moscow on 4 May 2020. "
        "The meeting was attended by Belarusian Foreign Minister Anna Lindskaya and Armenian Foreign Minister Armen Petrosyan.\n\n"
        "On the sidelines, Lindskaya met with Petrosyan."
    )
    assert (main.ordinal, main.part_of) == (9, None)
    assert beside.kind == "bilateral"
    assert beside.part_of == main.id
    assert (beside.city, beside.start) == ("Moscow", None)  # there, but not said when


NONE = [
    "The ministers are friends.",
    "The CSTO was founded long ago.",
    "Foreign Minister Anna Lindt did not meet with Amina Yusuf.",
    "Swedish Foreign Minister Anna Lindt refused to meet with Kenyan Foreign Minister Amina Yusuf.",
    "If the ministers meet, prices may fall.",
    "They held a press conference.",
    "Regular meetings are useful.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_no_meeting(text: str) -> None:
    assert [m.name for m in meetings(text)] == []


EVIDENCE = [
    (
        "name",
        "The 9th meeting of the CSTO Permanent Council was held online on 4 May 2020.",
        "9th meeting of the CSTO Permanent Council",
    ),
    ("ordinal", "The 9th meeting of the CSTO Permanent Council was held online on 4 May 2020.", "9th"),
    ("start", "The 9th meeting of the CSTO Permanent Council was held online on 4 May 2020.", "4 May 2020"),
    ("mode", "The 9th meeting of the CSTO Permanent Council was held online on 4 May 2020.", "online"),
    ("city", "The 9th meeting of the CSTO Permanent Council was held in Moscow.", "Moscow"),
    ("country", "The 9th meeting of the CSTO Permanent Council was held in Moscow, Russia.", "Russia"),
    ("status", "The 9th meeting of the CSTO Permanent Council was cancelled.", "cancelled"),
]


@pytest.mark.parametrize(("slot", "text", "words"), EVIDENCE)
def test_every_slot_has_its_words(slot: str, text: str, words: str) -> None:
    (found,) = meetings(text)
    assert words in [span.cut(text) for span in found.evidence[slot]]


def of_two(text: str) -> list[str]:
    return [f"{m.kind} {' '.join(m.represented)}".strip() for m in meetings(text)]


HELD_BY_TWO = [
    ("Chad and Niger held the third round of border consultations in Oslo.", ["bilateral TD NE"]),
    ("The Chadian and Nigerien defence ministers held talks in Oslo on May 3.", ["bilateral TD NE"]),
    (
        "Chad and Niger held border consultations in Oslo. The next round will be held in Rome.",
        ["bilateral TD NE", "bilateral TD NE"],
    ),
    ("Chad, Niger and Mali held talks in Oslo on May 3.", ["multilateral TD NE ML"]),
    ("Chad and Niger could hold talks in Oslo on May 3.", []),
]


@pytest.mark.parametrize(("text", "expected"), HELD_BY_TWO)
def test_a_sitting_that_two_countries_hold(text: str, expected: list[str]) -> None:
    assert of_two(text) == expected


def test_a_list_of_many_states_is_the_sittings() -> None:
    talks = "After it Swedish President Anna Lindt and Kenyan President Amina Yusuf met.\n\n"
    came = "President of Chile Maria Ortega, President of Mali Ali Keita and President of Ghana Kofi Addo"
    told = f"The 9th OSCE summit was held in Vienna on 4 May 2020. {talks}The meeting was attended by {came}."
    both = read(Text(name="t", characters=told)).meetings
    assert [len(m.participants) for m in both] == [3, 2]


def test_talks_of_two_have_no_chair() -> None:
    talks = "Swedish President Anna Lindt met Kenyan President Amina Yusuf."
    told = f"The 9th OSCE summit was held in Vienna on 4 May 2020. {talks} Lindt chaired the session."
    both = read(Text(name="t", characters=told)).meetings
    assert [m.chair and m.chair.name for m in both] == ["Anna Lindt", None]


SAT_BY = [
    ("Also present were Foreign Minister Peter Otieno of Kenya and Ambassador Lars Holm of Sweden.", 4),
    ("The two also visited a farm, where Foreign Minister Peter Otieno of Kenya spoke.", 2),
]


@pytest.mark.parametrize(("words", "expected"), SAT_BY)
def test_who_sat_by_while_two_met(words: str, expected: int) -> None:
    told = f"Kenyan President Amina Yusuf received Swedish President Anna Lindt in Nairobi on Monday. {words}"
    assert len(read(Text(name="t", characters=told)).meetings[0].participants) == expected


def test_who_met_two_states_is_of_neither() -> None:
    told = "Prime Minister Abel Tadesse also met the leaders of Chile and Mali."
    met = read(Text(name="t", characters=told)).meetings[0]
    assert [p.represents for p in met.participants] == [None]


def test_how_a_sitting_was_held_is_no_other_sitting() -> None:
    text = "The previous SADC Summit was held by videoconference last November."
    assert len(read(Text(name="t", characters=text, published="2021-05-06")).meetings) == 1
