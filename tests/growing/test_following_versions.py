"""A page that was fetched again with other words: the record follows the newest, in whatever order they came."""

import random
from itertools import permutations
from pathlib import Path

import pytest

from communique import flow
from communique.ledger import Ledger
from communique.model.added import Addition, to_value
from communique.model.claim import claims
from communique.model.judgement import Judgement
from communique.model.page import Page
from communique.model.span import Quote, Span
from communique.record import to_jsonl

WORDS = (
    "MINSK, 17 November 2021 (BelTA). The ninth meeting of the Council of Foreign Ministers of the CIS was held in {city} on "
    "17 November 2021. The meeting was chaired by Vladimir Makei, Minister of Foreign Affairs of Belarus. The ministers "
    "approved a plan of joint measures for {years}. It rained all day in front of the hall."
)
PAGE = "https://example.org/news/9?utm_source=feed"


def page(name: str, city: str, years: str, retrieved: str | None, address: str | None = PAGE) -> Page:
    body = WORDS.format(city=city, years=years).encode()
    return Page(
        name=name, body=body, address=address, retrieved=retrieved, publisher="BelTA", published="2021-11-17"
    )


FIRST = page("first", "Moscow", "2021-2022", "2021-11-17T10:00:00Z")
SECOND = page(
    "second", "Minsk", "2021-2022", "2021-11-17T14:00:00+03:00", "http://www.example.org:80/news/9/#top"
)
THIRD = page("third", "Brest", "2022-2023", "2021-11-18T09:00:00Z", "https://example.org/news/9")
AGAIN = page("again", "Moscow", "2021-2022", "2021-11-19T10:00:00Z")
APART = page("apart", "Astana", "2021-2022", None)
ELSEWHERE = page("elsewhere", "Astana", "2021-2022", "2021-11-20T10:00:00Z", "https://example.org/news/10")


@pytest.fixture(scope="module")
def reader() -> flow.Reader:
    return flow.standard_reader()


def record(path: Path, pages: list[Page], reader: flow.Reader, step: int = 1) -> Ledger:
    ledger = Ledger.open(path)
    for at in range(0, len(pages), step):
        flow.add(ledger, pages[at : at + step], reader=reader)
        flow.catch_up(ledger)
    return ledger


def cities(ledger: Ledger) -> set[str]:
    found, _ = flow.projected(ledger)
    return {v.value for m in found.of("meetings") for f in m.fields if f.name == "city" for v in f.values}


@pytest.mark.parametrize(
    ("pages", "standing"),
    [
        ([FIRST, SECOND], {"Minsk"}),
        ([FIRST, SECOND, THIRD], {"Brest"}),
        ([FIRST, SECOND, THIRD, AGAIN], {"Moscow"}),
        ([FIRST, APART], {"Moscow", "Astana"}),
        ([FIRST, ELSEWHERE], {"Moscow", "Astana"}),
    ],
)
def test_the_newest_version_is_followed(
    pages: list[Page], standing: set[str], reader: flow.Reader, tmp_path: Path
) -> None:
    with record(tmp_path / "r.db", pages, reader) as ledger:
        assert cities(ledger) == standing
        assert flow.check(ledger) == []
        assert len(list(ledger.texts())) == len({p.body + str(p.address).encode() for p in pages})


def test_any_order_gives_the_same_record(reader: flow.Reader, tmp_path: Path) -> None:
    pages = [FIRST, SECOND, THIRD, AGAIN, APART, ELSEWHERE]
    orders = random.Random(5).sample(list(permutations(pages)), 12)
    found = set()
    for number, order in enumerate(orders):
        with record(tmp_path / f"{number}.db", list(order), reader, step=1 + number % 3) as ledger:
            whole, _ = flow.projected(ledger)
            grown = list(flow.exported(ledger))
            assert grown == list(to_jsonl(whole.entries)), number
            assert flow.check(ledger) == []
            found.add("\n".join(grown))
    assert len(found) == 1


def test_a_word_about_an_older_version_is_about_the_newest_too(reader: flow.Reader, tmp_path: Path) -> None:
    with record(tmp_path / "r.db", [FIRST], reader) as ledger:
        ((_, text, reading),) = ledger.readings()
        made = list(claims(reading, text.id, text.characters))
        chair = next(c for c in made if "chair" in c.mention and c.field == "name")
        city = next(c for c in made if c.field == "city")
        for claim in (chair, city):
            ledger.judge(Judgement(verdict="wrong", left=claim.id, who="anna"))
        start = text.characters.index("in front of the hall")
        quote = Quote.cut(text.characters, Span(start + 16, start + 20))
        fact = Addition(kind="meetings", field="venue", value="hall", quote=quote)
        ledger.judge(Judgement(verdict="added", left=text.id, value=to_value(fact), who="anna"))
        flow.catch_up(ledger)
        flow.add(ledger, [THIRD], reader=reader)
        flow.catch_up(ledger)
        (meeting,) = [m for m in flow.projected(ledger)[0].of("meetings") if m.get("ordinal") == 9]
        assert meeting.get("venue") == "hall"
        assert meeting.get("chair") is None  # still judged wrong
        assert meeting.get("city") == "Brest"  # which nobody has judged
        assert list(flow.exported(ledger)) == list(to_jsonl(flow.projected(ledger)[0].entries))
        assert flow.check(ledger) == []
