"""Who speaks: documents, capitals, unknown bodies, people under another name; one line a case."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan
from communique.reading.statements import statements

LINDT = "Foreign Minister Anna Lindt arrived in Minsk. "


def read(text: str) -> list[tuple[str, str]]:
    scanned = scan(text)
    return [(s.speaker, s.text) for s in statements(scanned, cast(scanned))]


CASES = [
    (
        "The Minister of State, Department for Food (Anna Lindt): I was in Oslo for two days.",
        ("Anna Lindt", "I was in Oslo for two days"),
    ),
    (
        "A diplomat who did not want to be named said that the road was shut.",
        ("diplomat", "the road was shut"),
    ),
    (
        "The road is ours, said a joint statement put out after the talks.",
        ("joint statement", "The road is ours"),
    ),
    (LINDT + "She shows four maps and says that Oslo is far away.", ("Anna Lindt", "Oslo is far away")),
    (
        "The foreign ministers denounce the attack on the bridge.",
        ("foreign ministers", "the attack on the bridge"),
    ),
    (
        "“We open the gates,” Rune Berg, secretary of the guild, who chairs the meeting this year, said.",
        ("Rune Berg", "We open the gates"),
    ),
    ("An official announcement said it was time to go.", ("official announcement", "it was time to go")),
    (
        "The roads were open, the Norwegian Foreign Ministry statement said.",
        ("Norwegian Foreign Ministry", "The roads were open"),
    ),
    (
        "“Nobody was hurt on the road,” the joint statement reads.",
        ("joint statement", "Nobody was hurt on the road"),
    ),
    (
        "“Nobody was hurt on the road,” said a statement issued by NATO.",
        ("NATO", "Nobody was hurt on the road"),
    ),
    (
        LINDT + "“We met in the rain,” she wrote. “It was cold as well,” the post added.",
        ("Anna Lindt", "It was cold as well"),
    ),
    (
        "The White House called the talks a “very good” start.",
        ("White House", "the talks a “very good” start"),
    ),
    ("Hours before the vote Oslo had said it was ready.", ("Oslo", "it was ready")),
    (
        "The Brotherhood of Anglers said it was not consulted.",
        ("Brotherhood of Anglers", "it was not consulted"),
    ),
    (
        "NATO met. The fair will be held in May, the alliance said in a note.",
        ("NATO", "The fair will be held in May"),
    ),
    ("Lyonpo Anna Lindt came. Lyonpo stressed the need for rain.", ("Anna Lindt", "the need for rain")),
    (LINDT + "“The fund is empty now,” Lindt sighed.", ("Anna Lindt", "The fund is empty now")),
    (LINDT + "“The fund is empty now,” shrugged the minister.", ("Anna Lindt", "The fund is empty now")),
    (
        LINDT + "\n\n“We are here and we stay here all winter.”\n\n— Anna Lindt, minister",
        ("Anna Lindt", "We are here and we stay here all winter."),
    ),
    (
        "SOUNDBITE (English) Anna Lindt, Foreign Minister\n“We are here and we stay here all winter.”",
        ("Anna Lindt", "We are here and we stay here all winter."),
    ),
    (
        "13.50 King Olav Lindt: all roads in the north have been closed.",
        ("Olav Lindt", "all roads in the north have been closed"),
    ),
    (
        "Norway raised the issue of fish quotas in the north.",
        ("Norway", "the issue of fish quotas in the north"),
    ),
    (
        LINDT + "Lindt told the board Norway's books were in order.",
        ("Anna Lindt", "Norway's books were in order"),
    ),
    (LINDT + "Lindt said on Twitter the bridge was safe.", ("Anna Lindt", "the bridge was safe")),
    (LINDT + "Lindt warned on Monday of a dry summer.", ("Anna Lindt", "of a dry summer")),
    (LINDT + "In her estimate the stocks were half full.", ("Anna Lindt", "the stocks were half full")),
    (LINDT + "Lindt was of the opinion that the bank should pay.", ("Anna Lindt", "the bank should pay")),
    (
        LINDT + "The minister declared: more than half of the road is ready.",
        ("Anna Lindt", "more than half of the road is ready"),
    ),
    (
        "Anna Lindt, the head of the Nordic Water Committee said that rain was near.",
        ("Anna Lindt", "rain was near"),
    ),
    (
        "The ministry of Chile said in a memo that sun was near. It added that rain was near.",
        ("ministry of Chile", "rain was near"),
    ),
    (
        "In a statement, the Chilean ministry said that sun was near. The statement added that rain was near.",
        ("Chilean ministry", "rain was near"),
    ),
    (
        "Oslo's trade ministry said that sun was near. The ministry noted that rain was near.",
        ("Oslo's trade ministry", "rain was near"),
    ),
    (
        "A statement by Anna Lindt, the envoy, in Oslo said that sun was near. It said that rain was near.",
        ("Anna Lindt", "rain was near"),
    ),
    (
        "A source in the Norwegian parliament said that sun was near. The source said that rain was near.",
        ("source in the Norwegian parliament", "rain was near"),
    ),
    (
        LINDT + "\"We looked at roads and at rain,'' said Lindt.",
        ("Anna Lindt", "We looked at roads and at rain"),
    ),
    (
        "Assistant Secretary-General Anna Lindt came. The Secretary-General said that rain was near.",
        ("Secretary-General", "rain was near"),
    ),
    ("The DGA said that rain was near.", ("DGA", "rain was near")),
    (
        "The Secretary-General visited Oslo. There he said that rain was near.",
        ("Secretary-General", "rain was near"),
    ),
    (
        LINDT + "“Rain and nothing but rain is near” affirmed Hon. Lindt.",
        ("Anna Lindt", "Rain and nothing but rain is near"),
    ),
    (
        "President David Granger came to Oslo. President Granger said that rain was near.",
        ("David Granger", "rain was near"),
    ),
    (
        "Rain fell on all the roads of Norway. This was announced by Minister Anna Lindt.",
        ("Anna Lindt", "Rain fell on all the roads of Norway"),
    ),
    (
        "The envoys met in Oslo and called for rain on the roads, according to Norway's trade ministry.",
        ("Norway's trade ministry", "The envoys met in Oslo and called for rain on the roads"),
    ),
    (
        "Apart from that, according to Norway's trade ministry, the guests looked at the roads.",
        ("Norway's trade ministry", "the guests looked at the roads"),
    ),
    (
        "According to official sources, the rain was near.",
        ("official sources", "the rain was near"),
    ),
    (
        "The Minister of Trade of Chile said that sun was near. He also said that rain was near.",
        ("Minister of Trade of Chile", "rain was near"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_says_it(text: str, expected: tuple[str, str]) -> None:
    assert expected in read(text)


SILENT = [
    LINDT + "The express train and the warm welcome pleased the ministers.",
    LINDT + "Lindt called on President Erik Solberg along with her aides.",
    LINDT + "Asked whether Solberg came, she replied in the negative.",
    LINDT + "The April Treaty called on nobody.",
    LINDT + "The ministers visited Oslo and said.",
    "“Peace and Trade, now” is the name that covers the new park.",
    "The agreements that the two countries have concluded since May are many.",
    LINDT + "Norway raised taxes in spring.",
    "According to old custom, the meeting was opened by Minister Anna Lindt.",
    LINDT + "It stated nothing.",
    LINDT + "Lindt briefed the envoy on the roads that were mended.",
    "The MOU underscored the will of both.",
    "The Silk Road Agenda stressed nobody.",
    "Members: Anna Lindt, Erik Solberg and others.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_it(text: str) -> None:
    assert read(text) == []


def test_a_transcript_gives_its_paragraphs_to_their_labels() -> None:
    text = (
        "Prime Minister Anna Lindt met President Erik Solberg.\n\nTranscript of the talks:\n\n"
        "Anna Lindt: Good morning to all. Welcome to Oslo.\n\nErik Solberg: Ms Lindt, colleagues,\n\nthank you for the tea."
    )
    assert read(text) == [
        ("Anna Lindt", "Good morning to all. Welcome to Oslo"),
        ("Erik Solberg", "Ms Lindt, colleagues,\n\nthank you for the tea"),
    ]
