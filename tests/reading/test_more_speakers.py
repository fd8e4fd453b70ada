"""Speakers and their words in further turns of phrase: one line a case; the text, then who says what."""

import pytest

from communique.reading.people import cast
from communique.reading.scan import scan
from communique.reading.statements import statements

GREW = "trade had grown in the region"

TURNS = [
    # who speaks is told with a country behind the name, by country or rank alone, or as the second of two
    (f"The Chair, Rosa Perez of Peru, regretted that {GREW}.", [("Rosa Perez", GREW)]),
    (
        f"Papers were signed by Rosa Perez (Peru) and Erik Solberg (Norway). Her Norwegian colleague said that {GREW}.",
        [("Erik Solberg", GREW)],
    ),
    (
        f"Papers were signed by Rosa Perez (Peru) and Erik Solberg (Norway). Her Kenyan colleague said that {GREW}.",
        [("Kenyan colleague", GREW)],
    ),
    (f"President Rosa Perez opened it. The Peruvian leader said that {GREW}.", [("Rosa Perez", GREW)]),
    (f"Rosa Perez met Erik Solberg in Oslo. The latter said {GREW}.", [("Erik Solberg", GREW)]),
    # where the next speaker begins, the words of the first end
    (
        f"Premier Anna Lindt said {GREW}; her Danish counterpart Per Holst stressed that prices had fallen.",
        [("Anna Lindt", GREW), ("Per Holst", "prices had fallen")],
    ),
    (
        f"Premier Anna Lindt said {GREW} and her Danish counterpart Per Holst stressed that prices had fallen.",
        [("Anna Lindt", GREW), ("Per Holst", "prices had fallen")],
    ),
    (
        f"While Premier Anna Lindt said {GREW}, Denmark's Per Holst stressed that prices had fallen.",
        [("Anna Lindt", GREW), ("Per Holst", "prices had fallen")],
    ),
    (
        f"Premier Anna Lindt said {GREW}, with Denmark's Per Holst adding that prices had fallen.",
        [("Anna Lindt", GREW)],
    ),
    # the passive
    (
        "The need for more trade was stressed by Premier Anna Lindt.",
        [("Anna Lindt", "The need for more trade")],
    ),
    (f"It was noted by the participants that {GREW}.", [("participants", GREW)]),
    (f"It was noted that {GREW}.", []),
    ("The road was noted by nobody.", []),
    # quoted behind the words
    (
        '"Unity is our asset," Premier Anna Lindt was quoted by the agency as saying.',
        [("Anna Lindt", "Unity is our asset")],
    ),
    (
        '"Unity is our asset," the agency quoted Premier Anna Lindt as saying.',
        [("Anna Lindt", "Unity is our asset")],
    ),
    (
        'As Premier Anna Lindt put it, "unity is our only asset".',
        [("Anna Lindt", "unity is our only asset")],
    ),
    (
        '"Unity is our asset," said a diplomat familiar with the talks.',
        [("diplomat", "Unity is our asset")],
    ),
    # who listens, where it was said, and how
    (f"Premier Anna Lindt told her guests {GREW}.", [("Anna Lindt", GREW)]),
    (f"Premier Anna Lindt told the Council {GREW}.", [("Anna Lindt", GREW)]),
    (f"Premier Anna Lindt received Rosa Perez, telling her {GREW}.", [("Anna Lindt", GREW)]),
    (
        "Premier Anna Lindt stressed in her speech the need for trade.",
        [("Anna Lindt", "the need for trade")],
    ),
    (
        "The Council condemned in the strongest terms the attack on the camp.",
        [("Council", "the attack on the camp")],
    ),
    (
        "Premier Anna Lindt assured the guests of her country's support.",
        [("Anna Lindt", "her country's support")],
    ),
    # what is wanted or expected
    (
        "Premier Anna Lindt expects the road to be open by May.",
        [("Anna Lindt", "the road to be open by May")],
    ),
    (f"Premier Anna Lindt made it clear that {GREW}.", [("Anna Lindt", GREW)]),
    # words that stand around their speaker, or behind an adverbial and a speaker
    *(
        (text, [("Anna Lindt", text[:-1])])
        for text in (
            "The road, Premier Anna Lindt told the council, would be open by May.",
            "The road, said Premier Anna Lindt, would be open by May.",
            "The road, according to Premier Anna Lindt, will be open by May.",
        )
    ),
    ("In May, the ministry said, exports grew by 4 percent.", [("ministry", "exports grew by 4 percent")]),
    ("At least 12 were lost, according to the ministry.", [("ministry", "At least 12 were lost")]),
    (
        "Prime Minister Anna Lindt came. The head of government said trade had grown.",
        [("Anna Lindt", "trade had grown")],
    ),
    # a name with its offices in front of the verb, a comma for "that", and an aside in brackets
    (
        "H.E. Anna Lindt, Chair of the Council and Minister of Trade of Kenya, in her speech, stressed the need for trade.",
        [("Anna Lindt", "the need for trade")],
    ),
    (
        "Premier Anna Lindt said, the road was closed for good.",
        [("Anna Lindt", "the road was closed for good")],
    ),
    (
        "The ministers of eight partner countries (Russia, China, Japan, the Republic of Korea, Australia and India) affirmed that trade had grown.",
        [("countries", "trade had grown")],
    ),
    ("Premier Anna Lindt of Kenya announced that trade had grown.", [("Anna Lindt", "trade had grown")]),
    (
        "Aides met. According to a statement issued by the Special Assistant to the President, Mr. Erik Solberg, trade had grown.",
        [("Erik Solberg", "trade had grown")],
    ),
    (
        "Spokesman Erik Solberg said in a statement that trade had grown. The communique, issued at the end, stated that prices had not.",
        [("Erik Solberg", "trade had grown"), ("communique", "prices had not")],
    ),
    (
        "A press statement, issued on 7 May after the meeting in Oslo, said trade had grown.",
        [("press statement", "trade had grown")],
    ),
    # nobody said it
    ("The leaders slammed new sanctions on Peru.", []),
    (f"If Premier Anna Lindt says {GREW}, drivers listen.", []),
    ("Premier Anna Lindt welcomed the guests from Peru.", []),
]


@pytest.mark.parametrize(("text", "expected"), TURNS)
def test_who_says_what(text: str, expected: list[tuple[str, str]]) -> None:
    seen = scan(text)
    assert [(s.speaker, s.text) for s in statements(seen, cast(seen))] == expected
