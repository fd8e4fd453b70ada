"""Reports made more like those of meetings: a sentence a line, lists of people, agendas, second headlines, signatures."""

import random
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from communique.lexicon.countries import capital, country_codes, country_name
from communique.lexicon.names import given_names

SENTENCE = re.compile(r"(?<=[\w)”\"]{2}[.!?]) +(?=[A-ZА-Я“\"])")
"""Between two sentences."""

OFFICES = ("President", "Prime Minister", "Minister of Foreign Affairs", "Minister", "Secretary of the Security Council",
           "Ambassador", "Deputy Minister of Trade", "Chairman of the State Committee", "Speaker of the Parliament")  # fmt: skip

REPORT = "  "


def varied(lines: Sequence[str], lot: random.Random) -> list[str]:
    """The report's lines (each after its two signs), some of them broken up and some added.

    >>> varied(["  Ministers meet"], random.Random(3))[0]
    '  Ministers meet'
    """
    said = [line[len(REPORT) :] for line in lines]
    if lot.random() < 0.6:
        said = [part for line in said for part in SENTENCE.split(line)]
    if lot.random() < 0.4 and len(said) > 8:
        said = said[: lot.randrange(4, 9)]
    if lot.random() < 0.25 and len(said) > 2:
        said.insert(1, lot.choice(_made()["seconds"]))
    if lot.random() < 0.4 and len(said) > 2:
        place = lot.choice((len(said), lot.randrange(2, len(said) + 1)))
        said[place:place] = _list(lot)
    if lot.random() < 0.4:
        said.append(lot.choice(_made()["lasts"]))
    if lot.random() < 0.25:
        said += [_filled(one, lot) for one in lot.sample(_made()["closings"], lot.choice((1, 1, 2)))]
    return [REPORT + line for line in said]


def _list(lot: random.Random) -> list[str]:
    """An opener and its items, all of one shape."""
    made = _made()
    if lot.random() < 0.6:
        shape = lot.choice(made["people"])
        return [
            lot.choice(made["openers"]),
            *(_filled(shape, lot, n) for n in range(1, lot.randrange(3, 10))),
        ]
    shape = lot.choice(made["items"])
    matters = lot.sample(made["matters"], lot.randrange(2, 7))
    return [lot.choice(made["askers"]), *(shape.format(n=n, matter=m) for n, m in enumerate(matters, 1))]


def _filled(shape: str, lot: random.Random, number: int = 1) -> str:
    code = lot.choice(_codes())
    return shape.format(
        country=country_name(code),
        city=capital(code) or "Geneva",
        person=f"{lot.choice(_given())} {lot.choice(_given())}{lot.choice(('ov', 'son', 'idze', 'i', 'ez', ''))}",
        office=lot.choice(OFFICES),
        number=number if "." in shape else lot.randrange(2, 40),
        day=lot.choice(_made()["days"]),
    )


@cache
def _made() -> Any:
    return yaml.safe_load((files("communique.evaluation") / "framing.yml").read_text(encoding="utf-8"))


@cache
def _codes() -> tuple[str, ...]:
    return tuple(sorted(country_codes()))


@cache
def _given() -> tuple[str, ...]:
    return tuple(sorted(name.title() for name in given_names() if name.isascii()))
