"""Statements: one line a case; the sentence, then who says what (quoted words are marked with `D`)."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan
from communique.reading.statements import statements

LINDT = "Foreign Minister Anna Lindt arrived in Minsk. "
TWO = "Swedish Foreign Minister Anna Lindt met Norwegian Prime Minister Erik Solberg in Oslo. "


def read(text: str) -> list[tuple[str, str, bool]]:
    scanned = scan(text)
    return [(s.speaker, s.text, s.direct) for s in statements(scanned, cast(scanned))]


CASES = [
    # the comma in front of "said" closes what is told of the speaker
    (
        "Foreign Minister Anna Lindt, who hosted the talks, said Sweden supports Kenya.",
        ("Anna Lindt", "Sweden supports Kenya", False),
    ),
    (
        "Foreign Minister Anna Lindt, speaking in Oslo, said the bloc would admit Somalia.",
        ("Anna Lindt", "the bloc would admit Somalia", False),
    ),
    (
        "The talks, which lasted three hours, were useful, said Foreign Minister Anna Lindt.",
        ("Anna Lindt", "The talks, which lasted three hours, were useful", False),
    ),
    ("Foreign Minister Anna Lindt said that trade had doubled.", ("Anna Lindt", "trade had doubled", False)),
    (
        "Foreign Minister Anna Lindt said trade was growing in both directions.",
        ("Anna Lindt", "trade was growing in both directions", False),
    ),
    (
        LINDT + "Lindt stressed the need for a lasting peace.",
        ("Anna Lindt", "the need for a lasting peace", False),
    ),
    (LINDT + "She also noted that talks would go on.", ("Anna Lindt", "talks would go on", False)),
    (
        LINDT + "Borders have become safer over the years, she said.",
        ("Anna Lindt", "Borders have become safer over the years", False),
    ),
    (
        LINDT + "“We have agreed on every single point,” Lindt said.",
        ("Anna Lindt", "We have agreed on every single point", True),
    ),
    (
        LINDT + "“We have agreed on every single point,” said Lindt.",
        ("Anna Lindt", "We have agreed on every single point", True),
    ),
    (
        LINDT + "Lindt continued, “Nothing is settled until all is settled.”",
        ("Anna Lindt", "Nothing is settled until all is settled.", True),
    ),
    (
        LINDT + 'Lindt told reporters: "The door stays open for everybody."',
        ("Anna Lindt", "The door stays open for everybody.", True),
    ),
    (
        LINDT + "She underlined that “open borders serve all of us.”",
        ("Anna Lindt", "open borders serve all of us.", True),
    ),
    (
        "According to Foreign Minister Anna Lindt, the border will open soon.",
        ("Anna Lindt", "the border will open soon", False),
    ),
    (
        LINDT + "The Foreign Minister expressed concern about the fighting in the north.",
        ("Anna Lindt", "the fighting in the north", False),
    ),
    (
        LINDT + "The minister urged to resume the talks without delay.",
        ("Anna Lindt", "to resume the talks without delay", False),
    ),
    (
        LINDT + "Lindt called on the parties to lay down their arms.",
        ("Anna Lindt", "the parties to lay down their arms", False),
    ),
    (
        LINDT
        + "Lindt recalled the treaty of friendship. Emphasized the importance of trust between neighbours.",
        ("Anna Lindt", "the importance of trust between neighbours", False),
    ),
    (
        "The Swedish delegation noted that the region needs water.",
        ("Swedish delegation", "the region needs water", False),
    ),
    (
        "The Norwegian Ministry of Foreign Affairs said that the visit had been put off.",
        ("Norwegian Ministry of Foreign Affairs", "the visit had been put off", False),
    ),
    (
        "The sides expressed confidence that a solution would be found.",
        ("sides", "a solution would be found", False),
    ),
    ("Norway reaffirmed its support for the fund.", ("Norway", "its support for the fund", False)),
    (
        "Both ministers reiterated their commitment to free trade.",
        ("Both ministers", "their commitment to free trade", False),
    ),
    (
        TWO + "The Norwegian Prime Minister pointed out that fish knows no borders.",
        ("Erik Solberg", "fish knows no borders", False),
    ),
    (
        TWO + "Solberg will stress that “the sea must be kept clean for all.”",
        ("Erik Solberg", "the sea must be kept clean for all.", True),
    ),
    (
        "Risks are growing everywhere, Anna Lindt, minister of foreign affairs of Sweden, said at the forum.",
        ("Anna Lindt", "Risks are growing everywhere", False),
    ),
    (
        "Foreign Minister Anna Lindt, speaking in Oslo, warned that time was short.",
        ("Anna Lindt", "time was short", False),
    ),
    (
        "Foreign Minister Anna Lindt met the guests and stressed the role of youth.",
        ("Anna Lindt", "the role of youth", False),
    ),
    (
        LINDT + "Lindt replied the border had been shut for a week.",
        ("Anna Lindt", "the border had been shut for a week", False),
    ),
    (
        LINDT + "Lindt had complained a month ago that nobody paid the bills.",
        ("Anna Lindt", "nobody paid the bills", False),
    ),
    (
        LINDT + "Lindt answered herself that it was too late for that.",
        ("Anna Lindt", "it was too late for that", False),
    ),
    (
        LINDT + "Lindt told journalists the fund was not able to pay.",
        ("Anna Lindt", "the fund was not able to pay", False),
    ),
    (
        LINDT + "Lindt has assured the colleagues, that the fund is safe.",
        ("Anna Lindt", "the fund is safe", False),
    ),
    (
        LINDT + "Lindt said early Monday that the ship would sail.",
        ("Anna Lindt", "the ship would sail", False),
    ),
    (
        LINDT + "The minister said to be ready for new talks in spring.",
        ("Anna Lindt", "to be ready for new talks in spring", False),
    ),
    (
        LINDT + "Lindt announced a gift of books to the library.",
        ("Anna Lindt", "a gift of books to the library", False),
    ),
    (
        LINDT + "Lindt promised to look into the matter.",
        ("Anna Lindt", "to look into the matter", False),
    ),
    (
        LINDT + "Lindt asked the guests not to leave before noon.",
        ("Anna Lindt", "the guests not to leave before noon", False),
    ),
    (
        LINDT + "Lindt wanted a “quiet” neighbourhood for all.",
        ("Anna Lindt", "a “quiet” neighbourhood for all", False),
    ),
    (
        LINDT + "Lindt accused the bank of a costly mistake.",
        ("Anna Lindt", "the bank of a costly mistake", False),
    ),
    (
        LINDT + "Lindt rejected the vote as a waste of time.",
        ("Anna Lindt", "the vote as a waste of time", False),
    ),
    (
        LINDT + "Lindt called the result a victory of reason.",
        ("Anna Lindt", "the result a victory of reason", False),
    ),
    (
        LINDT + "Lindt called the outcome painful but not final.",
        ("Anna Lindt", "the outcome painful but not final", False),
    ),
    (
        LINDT + "Lindt repeated the demand for a second bridge.",
        ("Anna Lindt", "the demand for a second bridge", False),
    ),
    (
        LINDT + "Lindt, in her turn, noted that fish is healthy.",
        ("Anna Lindt", "fish is healthy", False),
    ),
    (
        LINDT + "Lindt (Sweden) said the fund was nearly empty.",
        ("Anna Lindt", "the fund was nearly empty", False),
    ),
    (
        LINDT + "The visit was put off, as Lindt said her plane was late.",
        ("Anna Lindt", "her plane was late", False),
    ),
    (
        "Prime Minister Anna Lindt came. “We must stop this today,” the Swedish PM said.",
        ("Anna Lindt", "We must stop this today", True),
    ),
    (
        "Foreign Minister Anna Lindt read the news. “The fund is closed”, she has written.",
        ("Anna Lindt", "The fund is closed", True),
    ),
    (
        LINDT + "The river, she pointed out, feeds us all.",
        ("Anna Lindt", "The river, she pointed out, feeds us all", False),
    ),
    (
        LINDT + "Had the bridge existed, Lindt sighed, nobody would have drowned.",
        ("Anna Lindt", "Had the bridge existed, Lindt sighed, nobody would have drowned", False),
    ),
    (
        LINDT + "As it has underlined A. Lindt, the fund is growing.",
        ("Anna Lindt", "the fund is growing", False),
    ),
    (
        LINDT + "In her opinion, the barriers should fall.",
        ("Anna Lindt", "the barriers should fall", False),
    ),
    (
        "In the view of Foreign Minister Anna Lindt, the barriers should fall.",
        ("Anna Lindt", "the barriers should fall", False),
    ),
    (
        LINDT + "In Lindt's words, “the sea belongs to all of us”.",
        ("Anna Lindt", "the sea belongs to all of us", True),
    ),
    (
        LINDT + "For Anna Lindt, “the treaty is a great step” for the region.",
        ("Anna Lindt", "the treaty is a great step", True),
    ),
    (
        LINDT + "Anna Lindt: “The treaty is a great step.”",
        ("Anna Lindt", "The treaty is a great step.", True),
    ),
    (
        LINDT + "According to Lindt a new office is not being considered.",
        ("Anna Lindt", "a new office is not being considered", False),
    ),
    (
        LINDT + "The roads were closed,according to Lindt.",
        ("Anna Lindt", "The roads were closed", False),
    ),
    (
        LINDT + "18.53  “The vote is over for tonight,” Lindt says.",
        ("Anna Lindt", "The vote is over for tonight", True),
    ),
    (
        LINDT + "” We cannot go on like this ”, Lindt says.",
        ("Anna Lindt", "We cannot go on like this", True),
    ),
    (
        "Talks broke up late at night, officials from the two ministries said.",
        ("officials from the two ministries", "Talks broke up late at night", False),
    ),
    (
        "A Swedish official said the talks were going on.",
        ("Swedish official", "the talks were going on", False),
    ),
    (
        "At the end the Conference:\n- condemned the attack on the bridge;\n- elected a chair.",
        ("Conference", "the attack on the bridge", False),
    ),
    (
        "The organisation counts nine members and many friends, says its secretariat.",
        ("secretariat", "The organisation counts nine members and many friends", False),
    ),
    (
        "The Baltic Sea Board (BSB) leaders said that the water is clean.",
        ("BSB leaders", "the water is clean", False),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_somebody_says(text: str, expected: tuple[str, str, bool]) -> None:
    assert expected in read(text)


SILENT = [
    "The participants discussed the fight against smuggling.",
    "The sides agreed to meet again in spring.",
    "The agreement stated above was never signed.",
    "The need for reform was highlighted in the document.",
    "The report noted that exports had doubled.",
    LINDT + "Lindt did not say that the talks were over.",
    "It was noted that the roads are safe.",
    LINDT + "Lindt read a report on the state of the roads.",
    "Trade has doubled in ten years, the newspaper said.",
    "The member states have organised two seminars on youth.",
    "“Peace and Trade” is the name of the new park.",
    LINDT + "Lindt welcomed Norwegian Prime Minister Erik Solberg at the airport.",
    "Lindt says trade will double",
    LINDT + "Lindt announced the opening of the session.",
    LINDT + "Lindt was told that the road is long.",
    "The sides exchanged views on trade.",
    LINDT + "Lindt answered questions of the guests.",
    LINDT + "Lindt called a meeting of the council.",
    LINDT + "Lindt called the guests to order.",
    LINDT + "Lindt asked for more time.",
    LINDT + "Lindt said so on Sunday at the old port.",
    LINDT + "Lindt said as much to the guests of the fair.",
    LINDT + "Lindt regretted it without giving a name.",
    LINDT + "No minister suggested a further vote in spring.",
    LINDT + "Lindt recommended Erik Solberg as the next director of the fund.",
    LINDT + "The talks were opened by Anna Lindt, who briefed the press.",
    "The Council concluded its fourth session in the old town hall.",
    "The Council asked the Secretariat to prepare a report.",
    "According to official figures, the fund has doubled.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says(text: str) -> None:
    assert read(text) == []


def test_a_quotation_over_two_paragraphs_is_one_statement() -> None:
    text = LINDT + "\n\n“We came a long way,” Lindt said. “It was worth it.\n\n“And we go on from here.”"
    assert read(text) == [("Anna Lindt", "We came a long way", True)]
    spans = statements(scan(text), cast(scan(text)))[0].evidence["text"]
    assert [text[s.start : s.stop] for s in spans][1:] == [
        "It was worth it.",
        "And we go on from here.”"[:-1],
    ]


def test_reported_words_with_a_quotation_glued_on_are_two() -> None:
    text = (
        LINDT
        + "Lindt also said that the fund is growing, “In the past year we have helped two thousand families."
    )
    assert [(t, d) for _, t, d in read(text)] == [
        ("the fund is growing", False),
        ("In the past year we have helped two thousand families.", True),
    ]


def test_nested_and_straight_marks() -> None:
    text = LINDT + '"They call it the “green road” and they are right," she said.'
    assert read(text) == [("Anna Lindt", "They call it the “green road” and they are right", True)]


def test_the_agency_is_no_speaker() -> None:
    text = "Risks are growing, Foreign Minister Anna Lindt said at a forum, BelTA has learned."
    assert [s for s, _, _ in read(text)] == ["Anna Lindt"]


def test_what_somebody_else_reports_belongs_to_the_outer_speaker() -> None:
    text = TWO + "Lindt said the two leaders denounced the attack."
    assert [(s, t) for s, t, _ in read(text)] == [("Anna Lindt", "the two leaders denounced the attack")]
    text = TWO + "Norway believes that the treaty should stay, Foreign Minister Anna Lindt said."
    assert [(s, t) for s, t, _ in read(text)] == [
        ("Anna Lindt", "Norway believes that the treaty should stay")
    ]


def test_one_reporting_sentence_with_two_verbs() -> None:
    text = (
        TWO + "Solberg praised the new road and said that a bridge would follow, adding that it will be long."
    )
    assert [(s, t) for s, t, _ in read(text)] == [
        ("Erik Solberg", "the new road"),
        ("Erik Solberg", "a bridge would follow"),
        ("Erik Solberg", "it will be long"),
    ]


def test_text_is_verbatim() -> None:
    text = (
        TWO + "“We trust each other,” said Lindt. Solberg noted that trust takes time, adding that it pays."
    )
    for said in statements(scan(text), cast(scan(text))):
        span = said.evidence["text"][0]
        assert text[span.start : span.stop] == said.text
