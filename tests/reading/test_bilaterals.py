"""Sides that met: one line a case; the text, then the sides of each encounter."""

import pytest

from communique.model.text import Text
from communique.reading import read
from communique.reading.bilaterals import encounters
from communique.reading.people import cast
from communique.reading.scan import scan

WHO = "Swedish Foreign Minister Anna Lindt"
OTHER = "Kenyan Foreign Minister Amina Yusuf"


def sides(text: str) -> list[str]:
    seen = scan(text)
    who = cast(seen)
    found = [m for s in seen.sentences for m in encounters(seen, who, s)]
    return [" + ".join(side.key for side in m.sides) for m in found]


PAIR = ["Anna Lindt + Amina Yusuf"]


def test_whose_call_somebody_took_was_spoken_to() -> None:
    assert sides(f"{WHO} received a telephone call from {OTHER}.") == PAIR


def test_the_title_alone_means_whoever_holds_it() -> None:
    told = f"Prime Minister Abel Tadesse spoke first. {OTHER} answered. The Prime Minister also met {WHO}."
    assert sides(told) == ["Abel Tadesse + Anna Lindt"]


CASES = [
    # who will meet, told of both at once
    (f"{WHO} and {OTHER} will meet in Oslo on Monday.", PAIR),
    (f"{WHO} and {OTHER} are to meet in Oslo on Monday.", PAIR),
    (f"{WHO} and {OTHER} are also expected to meet next week.", PAIR),
    (f"{WHO} and {OTHER} meet in Oslo on 22 January.", PAIR),
    (f"{WHO} and {OTHER} will hold talks on the sidelines.", PAIR),
    (f"{WHO} and {OTHER} may meet in Oslo.", []),
    (f"{WHO} and {OTHER} should meet more often.", []),
    (f"{WHO} and {OTHER} will not meet in Oslo.", []),
    # an office without name or owner, as pages of that office tell of it
    (f"The Secretary-General welcomed {OTHER} on Monday.", [" + Amina Yusuf"]),
    (f"The President on Monday received {OTHER}.", [" + Amina Yusuf"]),
    (f"The President of the bank, who met {OTHER}, is away.", []),
    ("The President received the support of the unions.", []),
    (f"{WHO} received on Monday {OTHER}.", PAIR),
    (f"{WHO} had one-to-ones with {OTHER}.", PAIR),
    (f"{WHO} had ten minutes with {OTHER} in the corridor.", PAIR),
    (f"{WHO} spent two hours with {OTHER}.", PAIR),
    (f"{WHO} spent two hours with her family.", []),
    ("The team had played 80 minutes with captain Peter Otieno.", []),
    (f"{WHO} and {OTHER} conversed alone for an hour.", PAIR),
    (f"{WHO} and {OTHER} saw each other separately.", PAIR),
    (f"{WHO} received in Oslo on Monday {OTHER}.", PAIR),
    (f"{WHO} received here on Thursday, May 28, {OTHER}.", PAIR),
    (f"{WHO} received H.E. Amina Yusuf, Foreign Minister of Kenya.", PAIR),
    (f"{WHO} received on Monday a message from {OTHER}.", []),
    (f"{WHO} received in Oslo support from {OTHER}.", []),
    (f"{WHO} welcomed on Monday the decision by {OTHER}.", []),
    (f"{WHO} told {OTHER} during talks in Oslo on Monday that ties were strong.", PAIR),
    (f"{WHO} told {OTHER} to lift the ban.", []),
    (f"{WHO} told Kenyan television on Monday that ties were strong.", []),
    (f"{OTHER} was received in Oslo on Monday by {WHO}.", ["Amina Yusuf + Anna Lindt"]),
    (f"{WHO} praised the ties after meeting {OTHER} in Oslo.", PAIR),
    (f"{WHO} is meeting {OTHER} in Oslo today.", PAIR),
    (f"{WHO} discussed trade by phone with {OTHER} on Monday.", PAIR),
    (f"{WHO} exchanged views with {OTHER}.", PAIR),
    (f"{WHO} granted an audience to {OTHER} on Monday.", PAIR),
    (f"{WHO} received a phone call on Monday from {OTHER}.", PAIR),
    (f"{WHO} discussed trade with the press.", []),
    (f"{WHO} discussed trade on Monday in an interview with a Kenyan newspaper.", []),
    (f"{WHO} started talks with visiting {OTHER} on Monday.", PAIR),
    (
        f"{WHO} met {OTHER}, who later met Norwegian Foreign Minister Tom Berg.",
        ["Anna Lindt + Amina Yusuf", "Amina Yusuf + Tom Berg"],
    ),
    ("Anna Lindt was hosted to lunch by Kenyan Foreign Minister Amina Yusuf.", PAIR),
    (f"{WHO} held talks with her host, Prime Minister Amina Yusuf of Kenya, in Nairobi.", PAIR),
    # many names are no headline: a surname behind an office does something in small letters
    (
        "President Lindt on Monday hosted the Premier of Kenya, Amina Yusuf, at State House.",
        ["Lindt + Amina Yusuf"],
    ),
    # the full stop of a form of address ends nothing
    (f"{WHO} met her counterpart Mr. Tom Berg, Minister of Trade of Norway.", ["Anna Lindt + Tom Berg"]),
    (
        "Amb. Lena Ek of Sweden held talks with Dr. Tom Berg, Norway's Minister of Trade.",
        ["Lena Ek + Tom Berg"],
    ),
    (f"{WHO} on 25 May hosted a reception for {OTHER}.", PAIR),
    # the other side opens the sentence
    (f"In his meeting with {OTHER}, {WHO} raised the fees.", PAIR),
    (
        "In talks with Kenya's Foreign Minister, Amina Yusuf, the Swedish minister, Anna Lindt, raised it.",
        PAIR,
    ),
    (f"During consultations on Monday with {OTHER}, {WHO} spoke of trade.", PAIR),
    (f"Speaking after talks with her Kenyan counterpart Amina Yusuf, {WHO} said no.", PAIR),
    # a group of which nothing is known
    (f"{WHO} met in Oslo with the secretaries of the security councils.", ["Anna Lindt + "]),
    (f"{WHO} received a delegation of the Council on Monday.", ["Anna Lindt + "]),
    # with
    (f"{WHO} talked at length with {OTHER} in Oslo.", PAIR),
    (f"{WHO} sat down on Monday with {OTHER}.", PAIR),
    (f"{WHO} had a working lunch with {OTHER}.", PAIR),
    (f"{WHO} held her first bilateral with {OTHER}.", PAIR),
    (f"{WHO} met on the side lines of the assembly with {OTHER}.", PAIR),
    (f"{WHO} spoke to {OTHER}.", PAIR),
    # the other one as object, and by the other one
    (f"{WHO} saw {OTHER} on Monday.", PAIR),
    (f"{WHO} paid a courtesy call on {OTHER}.", PAIR),
    (f"{WHO} called on {OTHER}.", PAIR),
    (f"{WHO} was received by {OTHER}.", PAIR),
    # together
    (f"{WHO} and {OTHER} sat face to face in Oslo.", PAIR),
    # the other one first
    (f"{WHO} came early. With {OTHER} she held talks.", PAIR),
    # nameless sides
    (f"{WHO} met with the President of Kenya.", ["Anna Lindt + KE"]),
    (f"{WHO} met the Kenyan delegation on Friday.", ["Anna Lindt + KE"]),
    (f"{WHO} held talks with her Kenyan counterpart.", ["Anna Lindt + KE"]),
    (f"{WHO} met with a delegation from Kenya.", ["Anna Lindt + KE"]),
    (f"{WHO} received a parliamentary delegation headed by {OTHER}.", PAIR),
    (f"{WHO} received the report headed by {OTHER}.", []),
    ("Sweden's chief trade negotiator held talks with her Kenyan counterpart.", ["SE + KE"]),
    ("The Swedish foreign minister spoke by telephone with the Kenyan foreign minister.", ["SE + KE"]),
    # one after the other, or together
    (
        f"{WHO} met with {OTHER} and Chilean Foreign Minister Carlos Rojas.",
        [*PAIR, "Anna Lindt + Carlos Rojas"],
    ),
    (
        f"{WHO} held a trilateral meeting with {OTHER} and Chilean Foreign Minister Carlos Rojas.",
        ["Anna Lindt + Amina Yusuf + Carlos Rojas"],
    ),
    (
        f"{WHO} met with {OTHER} and Kenyan Trade Minister Joseph Mwangi.",
        ["Anna Lindt + Amina Yusuf + Joseph Mwangi"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_met(text: str, expected: list[str]) -> None:
    assert sides(text) == expected


NONE = [
    f"In talks with reporters, {WHO} said trade would grow.",
    f"{WHO} received the credentials of five ambassadors.",
    f"{WHO} met with journalists and students.",
    f"{WHO} hopes to meet with {OTHER}.",
    f"{WHO} had no structured meeting with {OTHER}.",
    f"A meeting between {WHO} and {OTHER} was neither planned nor held.",
    f"{WHO} greeted {OTHER} at the airport.",
    f"{WHO} welcomed {OTHER} upon her arrival in Oslo.",
    f"{OTHER} was received at the airport by {WHO}.",
    f"{WHO} called on Kenya to stop.",
    f"{WHO} received the report of {OTHER}.",
    f"{WHO} sees {OTHER} as a friend.",
    f"{WHO} agreed to open accession negotiations with Kenya.",
    f"The forum, co-hosted by {OTHER}, pleased {WHO}.",
]


@pytest.mark.parametrize("text", NONE)
def test_nobody_met(text: str) -> None:
    assert sides(text) == []


def test_several_met_one_after_the_other_are_meetings_of_their_own() -> None:
    words = (
        "President Tokayev held separate meetings with President Xi Jinping, Prime Minister Shehbaz Sharif "
        "and Secretary-General Antonio Guterres in Astana on 3 July 2024."
    )
    found = read(Text(name="t", characters=words)).meetings
    assert [(m.kind, len(m.participants), m.part_of) for m in found] == [("bilateral", 2, None)] * 3


def test_counterparts_of_a_list_of_countries_all_sat_there() -> None:
    text = f"{WHO} held talks in Oslo on 5 May 2020 with her counterparts from Chad, Mali and Togo."
    assert [sorted(m.represented) for m in read(text).meetings] == [["ML", "SE", "TD", "TG"]]
