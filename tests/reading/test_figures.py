"""Figures: one line a case; the sentence, then comparator, value, unit and what is counted."""

import pytest

from communique.reading.figures import figures
from communique.reading.people import cast
from communique.reading.scan import scan
from communique.reading.statements import statements


def read(text: str) -> list[tuple[str, float | int, str | None, str]]:
    scanned = scan(text)
    return [(f.comparator, f.value, f.unit, f.what) for f in figures(scanned, cast(scanned), [])]


CASES = [
    # what was decided about is counted, not who decided
    (
        "The Council approved a decision on the Lake Facility worth 5 billion euros.",
        ("=", 5000000000, "EUR", "decision on the Lake Facility"),
    ),
    (
        "Ministers agreed on Sunday to extend output cuts of 3 million barrels.",
        ("=", 3000000, "barrels", "output cuts"),
    ),
    ("A five-member Nordic delegation left.", ("=", 5, None, "member Nordic delegation")),
    ("The seven Ministers approved the report.", ("=", 7, None, "Ministers approved the report")),
    (
        "Chad imported goods worth 7 million dollars from Mali.",
        ("=", 7000000, "USD", "imported goods"),
    ),
    ("Contracts worth over $3 million were signed.", (">", 3000000, "USD", "Contracts")),
    ("The club puts the dead at no less than 108 today.", (">", 108, None, "dead")),
    (
        "The host gave a 16 million euro contribution to the fund.",
        ("=", 16000000, "EUR", "contribution"),
    ),
    ("The growth, which amounted to 6.6%, will last.", ("=", 6.6, "percent", "growth")),
    ("In May R53.9 billion of trade was lost.", ("=", 53900000000, "ZAR", "trade lost")),
    ("Not fewer than 40 boats were sunk.", (">", 40, None, "boats")),
    ("Police seized over 420 tonnes of drugs.", (">", 420, "tonnes", "drugs seized")),
    ("In two years 19 attacks have been prevented.", ("=", 19, None, "attacks prevented")),
    ("On the border 14 smugglers were caught.", ("=", 14, None, "smugglers caught")),
    ("At least 28 people have died in the north.", (">", 28, None, "people died")),
    ("About 6,500 gangs were broken up.", ("~", 6500, None, "gangs")),
    ("More than 1 200 guns were destroyed.", (">", 1200, None, "guns destroyed")),
    ("At least 3.5 million people have been displaced.", (">", 3500000, None, "people displaced")),
    ("The agenda includes twelve issues.", ("=", 12, None, "issues")),
    ("Nearly 300 experts took part.", ("~", 300, None, "experts")),
    ("The council considered three draft laws.", ("=", 3, None, "draft laws considered")),
    ("The sides signed two road maps on energy.", ("=", 2, None, "road maps on energy signed")),
    (
        "Trade between the two ports reached $8 billion.",
        ("=", 8000000000, "USD", "Trade between the two ports"),
    ),
    ("The project is worth 5.1 million euros.", ("=", 5100000, "EUR", "project")),
    ("Exports showed a growth of 17 percent.", ("=", 17, "percent", "growth")),
    ("The fund covers up to 80% of the costs.", ("<", 80, "percent", "costs")),
    (
        "Less than 40 ships, boats and barges were inspected.",
        ("<", 40, None, "ships, boats and barges inspected"),
    ),
    ("Officers found between 5 and 7 tonnes of fuel.", (">", 5, "tonnes", "fuel found")),
    ("The list has 15-20 objections.", (">", 15, None, "objections")),
    ("It granted $10bn (£5.4bn) for roads.", ("=", 10000000000, "USD", "roads")),
    ("They delivered 1.250.000 doses of vaccine.", ("=", 1250000, "doses", "vaccine delivered")),
    ("Some 37 schools were built.", ("~", 37, None, "schools built")),
    (
        "They blocked 250 channels of illegal migration.",
        ("=", 250, None, "channels of illegal migration blocked"),
    ),
    ("An estimated 14 km of road will be paved.", ("~", 14, "km", "road")),
    ("The draft was raised on 13 occasions.", ("=", 13, None, "The draft was raised")),
    ("The base is searched about 150 times a second.", ("~", 150, None, "The base is searched")),
    ("Two isles joined, taking the total to 194.", ("=", 194, None, "the total")),
    (
        "The Bonn Declaration, 94 paragraphs long, was adopted.",
        ("=", 94, None, "paragraphs of The Bonn Declaration"),
    ),
    ("A force of 5,000 men will guard the dam.", ("=", 5000, None, "men force")),
    ("The market has 2 million buyers.", ("=", 2000000, None, "buyers market")),
    ("The budget is slightly over DKK 1 billion.", (">", 1000000000, "DKK", "budget")),
    (
        "The club gave 5 million euros over two years to help with water.",
        ("=", 5000000, "EUR", "help with water"),
    ),
    ("She promised $500 million over five years for clean power.", ("=", 500000000, "USD", "clean power")),
    ("Deforestation fell 66 percent in July.", ("=", 66, "percent", "Deforestation")),
    ("The whole length will be some 7,500 km.", ("~", 7500, "km", "whole length")),
    ("Trade of the “five” has grown by 26 percent.", ("=", 26, "percent", "Trade of the “five”")),
    ("Four Swedish sailors had been killed there.", ("=", 4, None, "Swedish sailors killed")),
    ("Between 300 and 400 people were evacuated.", (">", 300, None, "people evacuated")),
    ("The fund let six countries in.", ("=", 6, None, "countries in")),
    ("Sixty-three ships came.", ("=", 63, None, "ships came")),
]

PAIRS = [
    ("Rangers walked 80 of the river's 900 kilometres.", [(80, "river"), (900, "river")]),
    ("They run 413 projects worth a total 4 billion euros.", [(413, "projects"), (4000000000, "projects")]),
    (
        "Forty-four of the 55 mayors signed the letter.",
        [(44, "mayors signed the letter"), (55, "mayors signed the letter")],
    ),
    ("They adopted by 82 votes to 24 a Dutch draft.", [(82, "Dutch draft"), (24, "Dutch draft")]),
    (
        "The number of sectors was cut from 14 to seven.",
        [(14, "The number of sectors"), (7, "The number of sectors")],
    ),
    (
        "It gave 50 million euros: 17 million in grants and 33 million in loans.",
        [(17000000, "grants"), (33000000, "loans")],
    ),
    (
        "In all, 18 million gained access to power, about 14 million to water.",
        [(18000000, "gained access"), (14000000, "gained access to water")],
    ),
    (
        "The board has seven voting members and two observers.",
        [(7, "voting members board"), (2, "observers")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_two_numbers_that_lean_on_each_other(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(value, what) for _, value, _, what in read(text)][-2:] == expected


def test_a_forecast_is_a_figure_only_by_somebodys_word() -> None:
    scanned = scan("Foreign Minister Anna Lindt said that trade could rise by 5 percent.")
    people = cast(scanned)
    assert [f.value for f in figures(scanned, people, statements(scanned, people))] == [5]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_figures(text: str, expected: tuple[str, float | int, str | None, str]) -> None:
    found = read(text)
    assert [f[:3] for f in found] == [expected[:3]]
    assert expected[3] == found[0][3] or found[0][3].startswith(expected[3])


NONE = [
    "The opening is at 09.00 hrs.",
    "The 38 th session closed without a vote.",
    "On 21 Jumada Al Awwal 1445 AH the fair opened.",
    "The fair opened on 5 Shawwal in the old town.",
    "27 28 29 24 27 Mon Tue Wed Thu are shown.",
    "Write to 10 North Harbour Street for tickets.",
    "In 2011-2015 the club had its best time.",
    "Berths No. 1, 2 and 3 are closed.",
    "The P5 + 1 talks were long.",
    "The summit opens on 14 May 2021 in Minsk.",
    "For over two decades the council has met here.",
    "The talks took two days.",
    "The two countries trade with one another.",
    "The three leaders met in private.",
    "The council adopted resolution 1540 long ago.",
    "Article 5 of the treaty was not invoked.",
    "The 16th session opens at 12:30 local time.",
    "The C5+1 and the G20 met in the same city.",
    "It is a five-day visit at a 10-lane road.",
    "He is one of the founders.",
    "Inflation could reach 5 percent.",
    "Exercise Zapad-2021 ended well.",
    "2 The Ministers noted the progress made.",
    "The suspects are Ali, 40, and Omar, 33.",
    "It was -23°C in the city that day.",
    "Call +375 17 222 66 05 for details.",
    "The minister praised the two agreements.",
    "Agenda 2030 guides the work.",
    "Protocol No. 7 lists the rules.",
    "The talks of 13 Febuary 2024 were long.",
    "The Group of 20 meets in spring.",
    "It is three times the size of the other.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_figures(text: str) -> None:
    assert read(text) == []


def test_the_period_is_inherited_where_the_text_goes_on() -> None:
    scanned = scan(
        "Over the past two decades 19 attacks have been prevented. Moreover, 250 routes were closed."
    )
    found = figures(scanned, cast(scanned), [])
    assert [f.period for f in found] == ["past two decades", "past two decades"]


def test_a_figure_is_claimed_by_the_speaker() -> None:
    scanned = scan(
        "Interior Minister Anna Lindt said that 500 people had been detained in 2020. Police freed 20 people."
    )
    people = cast(scanned)
    found = figures(scanned, people, statements(scanned, people))
    assert [(f.value, f.claimed_by, f.period) for f in found] == [
        (500, "Anna Lindt", "2020"),
        (20, None, None),
    ]


def test_evidence_is_where_the_text_says_it() -> None:
    text = "Police seized over 420 tonnes of drugs in 2021."
    figure = figures(scan(text), cast(scan(text)), [])[0]
    said = {slot: [text[s.start : s.stop] for s in spans] for slot, spans in figure.evidence.items()}
    assert said["value"] == ["over 420 tonnes"]
    assert said["what"] == ["drugs", "seized"]
    assert said["period"] == ["2021"]


PLAIN = [
    # what a second verb says is not what the first counts
    (
        "In 2015 the catch of tuna totalled 2.7 million tonnes and was valued at $4.8 billion.",
        [(2700000, "catch of tuna"), (4800000000, "catch of tuna")],
    ),
    # a participle behind a comma goes with the clause in front of it
    (
        "Trade in goods has grown rapidly, increasing from 20% in 2006 to an estimated 30% in 2007.",
        [(20, "Trade in goods"), (30, "Trade in goods")],
    ),
    # rows with a dash; capitals; a total behind the things counted
    ("Deep Sea Minerals - 4.7million EUROS to be spent by the Commission.", [(4700000, "Deep Sea Minerals")]),
    ("Support for Fisheries – 9 million Euros.", [(9000000, "Support for Fisheries")]),
    (
        "They signed three contracts for a total value of 21.9 million euros.",
        [(3, "contracts signed"), (21900000, "total value")],
    ),
    ("It heard envoys from 17 countries –of those of the bloc.", [(17, "countries")]),
    # an ordinal without its ending, time that owns, a kind of meeting
    ("The summit, the 31 extraordinary session, was called by the host.", []),
    ("It has 18 year's experience.", []),
    ("A three way meeting was held.", []),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_figures_in_plain_prose(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(value, what) for _, value, _, what in read(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Five of them left.",
        "The talks began 6 p.m., before dusk.",
        "The six-member organization met.",
        "The decision of the 24-member board fell on Friday.",
    ],
)
def test_a_number_that_counts_nothing_is_left_out(text: str) -> None:
    scanned = scan(text)
    assert figures(scanned, cast(scanned), []) == []
