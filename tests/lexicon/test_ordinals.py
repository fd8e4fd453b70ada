"""Ordinals as digits, words and numerals; everything else is none."""

import pytest

from communique.lexicon.sittings import ordinal, sitting_words

CASES = [
    ("1st", 1),
    ("2nd", 2),
    ("3rd", 3),
    ("9th", 9),
    ("11th", 11),
    ("163rd", 163),
    ("1000th", 1000),
    ("9-th", 9),
    ("9TH", 9),
    ("first", 1),
    ("First", 1),
    ("NINTH", 9),
    ("twelfth", 12),
    ("nineteenth", 19),
    ("twentieth", 20),
    ("twenty-first", 21),
    ("Thirty-Second", 32),
    ("forty-ninth", 49),
    ("ninetieth", 90),
    ("hundredth", 100),
    ("inaugural", 1),
    ("I", 1),
    ("IV", 4),
    ("IX", 9),
    ("XIV", 14),
    ("XXXVIII", 38),
    ("XL", 40),
    ("XCIX", 99),
    ("CXX", 120),
]


@pytest.mark.parametrize(("word", "expected"), CASES)
def test_an_ordinal(word: str, expected: int) -> None:
    assert ordinal(word) == expected


NONE = [
    "",
    "9",
    "nine",
    "twenty",
    "twenty-one",
    "joint",
    "iv",
    "IIII",
    "VX",
    "th",
    "2021",
    "12345th",
    "second-hand",
    "Civil",
    "MIX",
    "-first",
    "twenty-",
]


@pytest.mark.parametrize("word", NONE)
def test_no_ordinal(word: str) -> None:
    assert ordinal(word) is None


UNITS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("ten", TENS)
def test_tens_and_units_add_up(ten: str, unit: str) -> None:
    assert ordinal(f"{ten}-{unit}") == 10 * TENS.index(ten) + 20 + UNITS.index(unit) + 1


@pytest.mark.parametrize(
    "kind", ["sittings", "guarded", "two_sided", "adjectives", "next", "previous", "calls"]
)
def test_lists_are_lower_case_words(kind: str) -> None:
    assert sitting_words(kind)
    assert all(isinstance(word, str) and word == word.lower() for word in sitting_words(kind))
