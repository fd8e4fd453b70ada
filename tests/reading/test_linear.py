"""The work of reading grows with the text and not faster: calls are counted, never time."""

import hashlib

import pytest
from counted_work import calls
from mutated import sample_texts

from communique.lexicon.bodies import bodies
from communique.model.text import Text
from communique.reading.organs import organs
from communique.reading.people import cast
from communique.reading.pointing import settle_pointed
from communique.reading.reader import read
from communique.reading.scan import scan

TEXTS = [t for t in sample_texts() if t.language == "en"]


def repeated(characters: str, times: int) -> Text:
    return Text(name="t", characters="\n\n".join([characters] * times), published="2024-05-06")


def grows(characters: str, times: int) -> float:
    read(repeated(characters, 1))  # caches are filled once
    return calls(lambda: read(repeated(characters, 10 * times))) / calls(
        lambda: read(repeated(characters, times))
    )


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.name)
def test_ten_times_the_report_is_ten_times_the_work(text: Text) -> None:
    assert grows(text.characters, 3) <= 13


@pytest.mark.parametrize("name", ["03-csto-joint-sitting-2024-astana"])
def test_a_hundred_reports_in_one(name: str) -> None:
    (text,) = [t for t in TEXTS if t.name == name]
    assert grows(text.characters, 10) <= 13


LONG = {
    "one sentence of names": "Minister Anna Lindt, Minister Erik Solberg and ",
    "one sentence of countries": "Belarus, Russia, Kenya and ",
    "one sentence of titles": "Deputy Minister of Foreign Affairs of Belarus and ",
    "one sentence of dates": "on 5 May 2020 and ",
    "one sentence of quotes": "he said “it is so”, ",
    "one sentence of numbers": "420 tonnes of grain and ",
    "one word without an end": "Council",
    "brackets": "(",
    "spaces": " ",
    "line ends": "\n",
    "initials": "A. B. ",
    "dots": ". ",
    "capitals": "Security Council ",
}


@pytest.mark.parametrize("piece", LONG.values(), ids=LONG)
def test_a_sentence_without_an_end(piece: str) -> None:
    def text(times: int) -> Text:
        return Text(name="t", characters="The " + piece * times + "end.")

    read(text(1))
    assert calls(lambda: read(text(400))) <= 13 * calls(lambda: read(text(40))) + 2000


def _pointing(pairs: int) -> int:
    """The calls that it takes to find whose ministers "his foreign minister" are, of so many presidents."""
    digits = (hashlib.sha256(str(i).encode()).hexdigest()[:12] for i in range(pairs))  # no two are alike
    names = [d.translate(str.maketrans("0123456789", "ghijklmnop")) for d in digits]
    seen = scan(
        "\n\n".join(
            f"President Ivan K{n}ov of Kenya came with his foreign minister, Anna L{n}er." for n in names
        )
    )
    people = cast(seen).people
    for holding in (h for p in people for h in p.holdings if h.office == "foreign minister"):
        assert holding.of == "KE"
        holding.of, holding.at = None, holding.at[:2]
    work = calls(lambda: settle_pointed(seen, people))
    assert all(p.represents == "KE" for p in people)
    assert len(people) == 2 * pairs
    return work


def test_whose_minister_is_meant_is_looked_for_near_by_however_many_are_named() -> None:
    assert _pointing(300) <= 12 * _pointing(30)


def test_words_that_go_with_an_organ_are_looked_for_once_a_report() -> None:
    class Counting(str):
        looks = 0

        def __contains__(self, words: str) -> bool:
            type(self).looks += 1
            return super().__contains__(words)

    seen = scan("The Security Council held that the road was long. " * 30)
    object.__setattr__(seen, "small", Counting(seen.small))
    for sentence in seen.sentences:
        organs(seen, sentence.start, sentence.stop)
    (council,) = [body for body in bodies().values() if body.id == "un/security-council"]
    assert 0 < Counting.looks <= len(council.presumed)
