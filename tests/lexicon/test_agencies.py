"""National agencies and sites of governments."""

import pytest

from communique.lexicon.agencies import agency_country, official_country
from communique.lexicon.countries import country_codes
from communique.lexicon.files import load


@pytest.mark.parametrize(
    ("name", "code"), [("VNA", "VN"), ("/TASS/", "RU"), ("(QNA)", "QA"), ("Reuters", None), ("", None)]
)
def test_whose_agency(name: str, code: str | None) -> None:
    assert agency_country(name) == code


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("https://www.mofa.gov.pk/news/1", "PK"),
        ("https://www.gov.uk/news", "GB"),
        ("https://mfa.gov.xx/", None),
        ("https://news.pk/gov.html", None),
        ("", None),
    ],
)
def test_whose_site(address: str, code: str | None) -> None:
    assert official_country(address) == code


def test_every_country_is_one_and_no_agency_is_of_two() -> None:
    data = load("en/agencies.yml")
    assert set(data) <= country_codes()
    names = [name for agencies in data.values() for name in agencies]
    assert len(names) == len(set(names))
