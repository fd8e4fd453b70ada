"""Plausible reports of a made-up world, in our own words, with their readings: as many as you like, each by its number.

    python benchmarks/plausible.py 100000 --record big.db     # a record of 100,000 reports, for whoever needs a large one

Each report has sentences in its own words between those on the meeting; one in ten is the report before it, told again by another.
The world is drawn from a seed. Meetings follow each other through a quarter of a century; of each some reports tell,
one in full and others in part; a few bodies meet all the time (hubs), most seldom; offices change hands, so that people
and bodies grow in number with the reports, as they do in the world; each body counts its own sessions. Readings are made with the texts, not read from them:
what is measured with them is everything but the reader.
"""

import argparse
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from communique.ledger import Ledger
from communique.lexicon.bodies import bodies
from communique.lexicon.countries import country_name
from communique.model.instrument import Instrument
from communique.model.meeting import AgendaItem, BodyMention, Meeting
from communique.model.page import Page
from communique.model.party import Chair, Office, Participation
from communique.model.reading import Reading, Report
from communique.model.said import Commitment, Figure, Statement
from communique.model.span import Span
from communique.model.text import Text

Made = tuple[Page, Text, Reading]

FIRST_DAY, DAYS = date(2000, 1, 3), 9_400
EVENTS = 400_000
"""Meetings from the first day to the last, whether reports tell of them or not."""

COUNTRIES = (
    "RU", "BY", "KZ", "KG", "TJ", "UZ", "AM", "CN", "IN", "PK", "IR", "TR", "DE", "FR", "GB", "US", "CA", "BR", "AR", "MX",
    "JP", "KR", "VN", "TH", "ID", "MY", "SG", "PH", "AU", "NZ", "ZA", "NG", "KE", "ET", "EG", "MA", "DZ", "SN", "GH", "TZ",
    "IT", "ES", "PT", "NL", "BE", "PL", "CZ", "SK", "HU", "RO", "BG", "RS", "UA", "GE", "AZ", "FI", "SE", "NO", "DK", "SA",
)  # fmt: skip
CITIES = (
    ("Minsk", "BY"), ("Moscow", "RU"), ("Astana", "KZ"), ("Bishkek", "KG"), ("Dushanbe", "TJ"), ("Tashkent", "UZ"), ("Yerevan", "AM"),
    ("Beijing", "CN"), ("New Delhi", "IN"), ("Ankara", "TR"), ("Berlin", "DE"), ("Paris", "FR"), ("Geneva", "CH"), ("Vienna", "AT"),
    ("Brussels", "BE"), ("Addis Ababa", "ET"), ("Nairobi", "KE"), ("Abuja", "NG"), ("Jakarta", "ID"), ("Bangkok", "TH"), ("Brasilia", "BR"),
)  # fmt: skip
OFFICES = (
    "Minister of Foreign Affairs", "Secretary of the Security Council", "Minister of Defence", "Minister of Finance", "Minister of Health",
    "Minister of the Interior", "Minister of Energy", "Prime Minister", "Minister of Trade", "Head of the State Migration Service",
)  # fmt: skip
GIVEN = [
    "Anna", "Boris", "Carlos", "Dmitri", "Elena", "Farid", "Galina", "Hassan", "Irina", "Jorge", "Karim", "Leila",
    "Marat", "Nadia", "Oleg", "Pavel", "Rosa", "Samir", "Tamara", "Umar", "Vera", "Walter", "Xenia", "Yusuf", "Zoya",
    "Andrei", "Bela", "Cyril", "Dana", "Emil", "Flora", "Gustav", "Hana", "Ivan", "Julia", "Konrad", "Lidia", "Milan",
    "Nora", "Oskar", "Petra",
]  # fmt: skip
SYLLABLES = [
    "ba", "be", "do", "du", "fa", "gi", "go", "ha", "ka", "ko", "la", "le", "ma", "me", "mi", "mo", "na", "ne", "ni",
    "pa", "po", "ra", "re", "ro", "sa", "se", "ta", "to", "va", "vo", "za", "zu", "dar", "kal", "mur", "nov", "sel",
    "tin",
]  # fmt: skip
_OWN = [a + b for a in SYLLABLES for b in SYLLABLES]
ENDINGS = ["ov", "ev", "in", "enko", "yan", "dze", "lu", "ri", "mann", "sen", "ez", "o", "i", "a", "uk"]
TOPICS = (
    "the fight against terrorism", "the harmonisation of law", "trade in grain", "the safety of roads", "the use of shared rivers",
    "the training of border guards", "the prices of energy", "the recognition of diplomas", "the rights of migrants", "the control of drugs",
)  # fmt: skip
PAPERS = (
    "plan of action",
    "joint statement",
    "agreement on cooperation",
    "protocol",
    "programme",
    "memorandum of understanding",
)
PUBLISHERS = (
    "BelTA",
    "TASS",
    "Xinhua",
    "Kazinform",
    "Ministry of Foreign Affairs",
    "CIS",
    "CSTO",
    "African Union",
    "Reuters",
)


class Event(NamedTuple):
    """A meeting of the made-up world."""

    number: int
    body: str
    day: date
    city: tuple[str, str]
    ordinal: int | None
    people: tuple[tuple[str, str, str], ...]
    topics: tuple[str, ...]
    papers: tuple[str, ...]


class Words:
    """A text under way: each piece is said once, and its place kept."""

    def __init__(self) -> None:
        self._said: list[str] = []
        self._at = 0

    def say(self, words: str) -> Span:
        self._said.append(words)
        start, self._at = self._at, self._at + len(words)
        return Span(start, self._at)

    @property
    def at(self) -> int:
        return self._at

    def text(self) -> str:
        return "".join(self._said)


@cache
def _bodies() -> tuple[str, ...]:
    known = sorted(bodies())
    Random("bodies").shuffle(known)
    return tuple(known)


def _surname(number: int) -> str:
    draw = Random(f"surname {number}")
    return (
        "".join(draw.choice(SYLLABLES) for _ in range(draw.choice((2, 2, 3)))) + draw.choice(ENDINGS)
    ).capitalize()


@cache
def _holder(country: str, office: str, term: int) -> str:
    """Who holds an office of a country in a term; some stay for two."""
    draw = Random(f"{country} {office} {term}")
    if term and draw.random() < 0.3:
        return _holder(country, office, term - 1)
    return f"{draw.choice(GIVEN)} {_surname(draw.randrange(20_000))}"


@cache
def event(number: int) -> Event:
    """The meeting of a number: the same whenever it is asked for."""
    draw = Random(f"event {number}")
    day = FIRST_DAY + timedelta(days=number * DAYS // EVENTS)
    place = int(len(_bodies()) * 1.5 * draw.random() ** 3)
    body = _bodies()[place] if place < len(_bodies()) else f"Working Group {_surname(place + number // 400)}"
    people = []
    for _ in range(draw.choice((1, 2, 2, 3, 4, 6))):
        country, office = COUNTRIES[int(len(COUNTRIES) * draw.random() ** 2)], draw.choice(OFFICES)
        if draw.random() < 0.25:
            delegate = f"{draw.choice(GIVEN)} {_surname(draw.randrange(50 + number))}"
            people.append((delegate, f"Deputy {office}", country))
        else:
            people.append((_holder(country, office, (day.year - 2000) // 4), office, country))
    ordinal = _ordinal(number, place) if draw.random() < 0.3 else None
    papers = tuple(
        f"{draw.choice(PAPERS)} on {draw.choice(TOPICS)[4:]}" for _ in range(draw.choice((0, 0, 1, 2)))
    )
    topics = tuple(dict.fromkeys(draw.choice(TOPICS) for _ in range(2)))
    return Event(
        number, body, day, draw.choice(CITIES), ordinal, tuple(dict.fromkeys(people)), topics, papers
    )


def _ordinal(number: int, place: int) -> int:
    """Which session of its body a meeting is: bodies count their own, and a session has now and then more than one sitting."""
    share = ((place + 1) ** (1 / 3) - place ** (1 / 3)) / (len(_bodies()) * 1.5) ** (1 / 3)
    since = number if place < len(_bodies()) else number % 400  # a working group is soon another
    return 1 + int(since * share)


def told_of(number: int) -> tuple[int, ...]:
    """The events of which a report tells: its own, and now and then one shortly before."""
    draw = Random(f"told {number}")
    own = number // 3 + draw.choice((0, 0, 0, 1, 2))
    before = max(own - draw.randrange(1, 40), 0)
    return (own, before) if draw.random() < 0.3 and before != own else (own,)


def report(number: int) -> Made:
    """The report of a number, with its page, its text and its reading; one in ten copies the one before."""
    source = number - 1 if number % 10 == 9 else number
    draw = Random(f"report {source}")
    words = Words()
    first = event(told_of(source)[0])
    published = (first.day + timedelta(days=draw.randrange(3))).isoformat()
    publisher = draw.choice(PUBLISHERS)
    by = publisher if source == number else PUBLISHERS[number // 10 % len(PUBLISHERS)]
    words.say(f"{first.city[0].upper()}, {published} ({publisher}). ")
    meetings, offices, commitments = [], [], []
    for i, told in enumerate(told_of(source)):
        meetings.append(_meeting(words, event(told), draw, f"m{i + 1}", offices))
    statements = [_statement(words, m.participants[0].name, draw) for m in meetings if m.participants]
    figures = [_figure(words, draw)] if draw.random() < 0.4 else []
    if draw.random() < 0.2:
        span = words.say(f"The sides agreed to meet again in {first.day.year + 1}")
        commitments.append(Commitment(text=words.text()[span.start : span.stop], evidence={"": (span,)}))
        words.say(". ")
    words.say(f"(report {number})")
    body = words.text().encode()
    page = Page(name=f"report-{number}", body=body)
    text = Text(
        name=page.name,
        characters=words.text(),
        page=page.sha256,
        publisher=by,
        published=published,
        language="en",
    )
    reading = Reading(
        report=Report(id=page.name, publisher=by, published=published),
        meetings=tuple(meetings),
        offices=tuple(offices),
        statements=tuple(statements),
        figures=tuple(figures),
        commitments=tuple(commitments),
        reader="made-up/1",
    )
    return page, text, reading


def _meeting(words: Words, told: Event, draw: Random, id: str, offices: list[Office]) -> Meeting:
    known = bodies().get(told.body)
    called = known.name if known else told.body
    start = words.at
    name = words.say(f"{_nth(told.ordinal)}meeting of the {called}")
    at = Span(name.stop - len(called), name.stop)
    words.say(" was held in ")
    city = words.say(told.city[0])
    words.say(" on ")
    whole = draw.random() < 0.8  # else the report names the month alone
    day = words.say(told.day.strftime("%d %B %Y" if whole else "%B %Y"))
    words.say(". ")
    people = []
    for person in (p for p in told.people if draw.random() < 0.8):
        people.append(_participant(words, person, offices))
        _aside(words, draw)
    chair = people[0] if people and draw.random() < 0.4 else None
    agenda = []
    for topic in told.topics:
        _aside(words, draw)
        words.say("They discussed ")
        span = words.say(topic)
        words.say(". ")
        agenda.append(AgendaItem(text=topic, evidence={"": (span,)}))
    papers = [_paper(words, title) for title in told.papers if draw.random() < 0.8]
    span = Span(start, words.at - 1)
    text = words.text()
    return Meeting(
        id=id,
        name=text[name.start : name.stop],
        bodies=(BodyMention(name=called, id=known.id if known else None, as_=called, evidence={"": (at,)}),),
        ordinal=told.ordinal,
        start=told.day.isoformat()[: 10 if whole else 7],
        city=told.city[0],
        country=told.city[1],
        chair=Chair(name=chair.name, represents=chair.represents, evidence=chair.evidence) if chair else None,
        participants=tuple(people),
        represented=tuple(dict.fromkeys(p.represents or "" for p in people)),
        agenda=tuple(agenda),
        instruments=tuple(papers),
        evidence={"": (span,), "name": (name,), "start": (day,), "city": (city,), "country": (city,)},
    )


def _aside(words: Words, draw: Random) -> None:
    """A sentence of which nothing is read, in words of the report's own."""
    said = " ".join(_OWN[draw.randrange(len(_OWN))] for _ in range(draw.randrange(8, 16)))
    words.say(f"{said.capitalize()}. ")


def _nth(ordinal: int | None) -> str:
    return f"{ordinal}th " if ordinal else ""


def _participant(words: Words, person: tuple[str, str, str], offices: list[Office]) -> Participation:
    name, office, country = person
    start = words.at
    holds = words.say(office)
    words.say(" of ")
    of = words.say(country_name(country))
    words.say(" ")
    called = words.say(name)
    words.say(" took part. ")
    whole = Span(start, called.stop)
    evidence = {
        "": (whole,),
        "office": (holds,),
        "person": (called,),
        "name": (called,),
        "of": (of,),
        "represents": (of,),
    }
    own = {k: v for k, v in evidence.items() if k in ("", "office", "person", "of")}
    offices.append(Office(person=name, office=office, of=country, evidence=own))
    told = {k: v for k, v in evidence.items() if k in ("", "office", "name", "represents")}
    return Participation(name=name, office=office, represents=country, evidence=told)


def _paper(words: Words, title: str) -> Instrument:
    words.say("They adopted a ")
    span = words.say(title)
    words.say(". ")
    return Instrument(title=title, kind="other", action="adopted", evidence={"": (span,)})


def _statement(words: Words, speaker: str, draw: Random) -> Statement:
    start = words.at
    words.say(f"{speaker} said that ")
    span = words.say(f"{draw.choice(TOPICS)} needs {draw.randrange(2, 90)} more steps")
    words.say(". ")
    evidence = {
        "": (Span(start, span.stop),),
        "text": (span,),
        "speaker": (Span(start, start + len(speaker)),),
    }
    return Statement(speaker=speaker, text=words.text()[span.start : span.stop], evidence=evidence)


def _figure(words: Words, draw: Random) -> Figure:
    value, what = (
        draw.randrange(20, 9_000),
        draw.choice(("tonnes of grain shipped", "border crossings", "people trained")),
    )
    words.say("The secretariat counted ")
    span = words.say(f"{value} {what}")
    words.say(". ")
    return Figure(value=value, what=what, evidence={"": (span,)})


def reports(first: int, last: int) -> Iterator[Made]:
    """The reports from one number up to another, without it."""
    return (report(number) for number in range(first, last))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("number", type=int, help="how many reports")
    asked.add_argument("--record", type=Path, required=True, help="the record file to add them to")
    given = asked.parse_args()
    from communique import flow

    began = time.perf_counter()
    with Ledger.open(given.record) as ledger:
        for first in range(0, given.number, 500):
            ledger.append_all(reports(first, min(first + 500, given.number)))
            flow.catch_up(ledger)
            print(f"\r{first + 500:,} reports, {time.perf_counter() - began:,.0f} s", end="", file=sys.stderr)
    print(file=sys.stderr)


if __name__ == "__main__":
    main()
