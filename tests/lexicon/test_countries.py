"""Countries as reports name them: one line a case; the words, then what is found as `label value`."""

import pytest

from communique.lexicon.countries import countries_in, country_codes, country_name


def found(words: str) -> list[str]:
    return [f"{h.label} {h.value}" for h in countries_in(words)]


NAMES = [
    ("in Belarus", "country BY"),
    ("in BELARUS", "country BY"),
    ("in the Republic of Belarus", "country BY"),
    ("in the Russian Federation", "country RU"),
    ("in the United States of America", "country US"),
    ("in the U.S.", "country US"),
    ("in the UK", "country GB"),
    ("in Türkiye", "country TR"),
    ("in Turkey", "country TR"),
    ("in Kyrgyzstan", "country KG"),
    ("in the Kyrgyz Republic", "country KG"),
    ("in Czechia", "country CZ"),
    ("in Côte d'Ivoire", "country CI"),
    ("in Ivory Coast", "country CI"),
    ("in Viet Nam", "country VN"),
    ("in Myanmar", "country MM"),
    ("in Eswatini", "country SZ"),
    ("in North Macedonia", "country MK"),
    ("in Cabo Verde", "country CV"),
    ("in Lao PDR", "country LA"),
]


@pytest.mark.parametrize(("words", "expected"), NAMES)
def test_names(words: str, expected: str) -> None:
    assert [f for f in found(words) if f.startswith("country")] == [expected]


HOMONYMS = [
    ("in Guinea", ["country GN"]),
    ("in Equatorial Guinea", ["country GQ"]),
    ("in Papua New Guinea", ["country PG"]),
    ("in Guinea-Bissau", ["country GW"]),
    ("in Niger", ["country NE"]),
    ("in Nigeria", ["country NG"]),
    ("in South Sudan", ["country SS"]),
    ("in Sudan", ["country SD"]),
    ("in the Republic of Korea", ["country KR"]),
    ("in South Korea", ["country KR"]),
    ("in North Korea", ["country KP"]),
    ("in the Democratic Republic of the Congo", ["country CD"]),
    ("in the Republic of the Congo", ["country CG"]),
    ("in Dominica", ["country DM"]),
    ("in the Dominican Republic", ["country DO"]),
    ("in Georgia", ["country GE"]),
    ("in Jordan", ["country JO"]),
    ("in Samoa", ["country WS"]),
    ("in American Samoa", ["country AS"]),
    ("in Ireland", ["country IE"]),
]


@pytest.mark.parametrize(("words", "expected"), HOMONYMS)
def test_a_longer_name_is_another_country(words: str, expected: list[str]) -> None:
    assert found(words) == expected


ADJECTIVES = [
    ("the Belarusian side", "adjective BY"),
    ("the Russian side", "adjective RU"),
    ("the Tajik side", "adjective TJ"),
    ("the Kyrgyz side", "adjective KG"),
    ("the Kazakh side", "adjective KZ"),
    ("the Uzbek side", "adjective UZ"),
    ("the Armenian side", "adjective AM"),
    ("the Dutch side", "adjective NL"),
    ("the Swiss side", "adjective CH"),
    ("the French side", "adjective FR"),
    ("the Greek side", "adjective GR"),
    ("the Cypriot side", "adjective CY"),
    ("the Nigerian side", "adjective NG"),
    ("the Nigerien side", "adjective NE"),
    ("the Emirati side", "adjective AE"),
    ("the South African side", "adjective ZA"),
    ("the North Korean side", "adjective KP"),
    ("the New Zealand side", "country NZ"),
]


@pytest.mark.parametrize(("words", "expected"), ADJECTIVES)
def test_adjectives(words: str, expected: str) -> None:
    assert expected in found(words)


OTHERS = [
    ("Belarusians voted", ["people BY"]),
    ("the State Duma", ["institution RU"]),
    ("the White House", ["institution US"]),
    ("the Verkhovna Rada", ["institution UA"]),
    ("the Knesset", ["institution IL"]),
]


@pytest.mark.parametrize(("words", "expected"), OTHERS)
def test_inhabitants_and_institutions(words: str, expected: list[str]) -> None:
    assert found(words) == expected


NONE = [
    "the turkey was served",
    "the china was broken",
    "a chad hung",
    "Iranology",
    "in Maliki's house",
    "Omania",
    "Tell us more",
]


@pytest.mark.parametrize("words", NONE)
def test_no_country(words: str) -> None:
    assert found(words) == []


@pytest.mark.parametrize(
    ("code", "name"), [("BY", "Belarus"), ("CD", "Democratic Republic of the Congo"), ("XX", "XX")]
)
def test_country_name(code: str, name: str) -> None:
    assert country_name(code) == name


def test_every_code_of_the_standard_is_there() -> None:
    import pycountry

    assert {c.alpha_2 for c in pycountry.countries} | {"XK"} == country_codes()
