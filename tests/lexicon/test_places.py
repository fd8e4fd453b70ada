"""Cities and the country that a name most likely means."""

import pytest

from communique.lexicon.places import cities_in, country_of

CASES = [
    ("Moscow", "RU"),
    ("Minsk", "BY"),
    ("MINSK", "BY"),
    ("Astana", "KZ"),
    ("Bishkek", "KG"),
    ("Paris", "FR"),
    ("London", "GB"),
    ("Birmingham", "GB"),
    ("Geneva", "CH"),
    ("The Hague", "NL"),
    ("San José", "CR"),
    ("Santiago", "CL"),
    ("Alexandria", "EG"),
    ("Hyderabad", "IN"),
    ("Davos", "CH"),
    ("Cholpon-Ata", "KG"),
    ("Samarkand", "UZ"),
    ("Addis Ababa", "ET"),
    ("Nowhereton", None),
    ("", None),
]


@pytest.mark.parametrize(("city", "expected"), CASES)
def test_the_likeliest_country(city: str, expected: str | None) -> None:
    assert country_of(city) == expected


MENTIONED = [
    ("Hyderabad", {"PK"}, "PK"),
    ("London", {"CA"}, "GB"),
    ("Hamilton", {"NZ"}, "NZ"),
    ("Tripoli", {"LB"}, "LB"),
    ("Tripoli", {"LY", "FR"}, "LY"),
    ("Córdoba", {"AR"}, "AR"),
    ("Moscow", {"BY"}, "RU"),
]


@pytest.mark.parametrize(("city", "mentioned", "expected"), MENTIONED)
def test_a_country_that_the_report_names_goes_first(city: str, mentioned: set[str], expected: str) -> None:
    assert country_of(city, frozenset(mentioned)) == expected


FOUND = [
    ("They met in Minsk and in Nur-Sultan.", ["Minsk", "Nur-Sultan"]),
    ("They met in New York.", ["New York"]),
    ("They met in St. Petersburg.", ["St. Petersburg"]),
    ("They met in São Paulo.", ["São Paulo"]),
    ("They met in Sharm el-Sheikh.", ["Sharm el-Sheikh"]),
    ("They met in MOSCOW.", ["MOSCOW"]),
    ("They met in Tashkent-based offices.", ["Tashkent"]),
]


@pytest.mark.parametrize(("words", "expected"), FOUND)
def test_cities_in_a_text(words: str, expected: list[str]) -> None:
    assert [words[h.start : h.stop] for h in cities_in(words)] == expected


NONE = [
    "Of course they met.",
    "They are nice.",
    "The Union met.",
    "minsk",
    "Moscowites met.",
    "Reading the text was easy.",
    "They met on Sunday in March.",
]


@pytest.mark.parametrize("words", NONE)
def test_no_city(words: str) -> None:
    assert [words[h.start : h.stop] for h in cities_in(words)] == []
