"""Bodies as reports name them: the words, then what is found as `label id`."""

import pytest

from communique.lexicon.bodies import bodies, bodies_in, organ_of, telling


def found(words: str) -> list[str]:
    return [f"{h.label} {h.value}" for h in bodies_in(words)]


SURE = [
    ("the Collective Security Treaty Organization met", "organisation csto"),
    ("the CSTO met", "organisation csto"),
    ("the CSTO Summit met", "organ csto/collective-security-council"),
    ("the CSTO PA met", "organ csto/parliamentary-assembly"),
    ("the Shanghai Cooperation Organisation met", "organisation sco"),
    ("the Shanghai Cooperation Organization met", "organisation sco"),
    ("the European Union met", "organisation eu"),
    ("the EU met", "organisation eu"),
    ("NATO met", "organisation nato"),
    ("the North Atlantic Council met", "organ nato/north-atlantic-council"),
    ("the African Union met", "organisation au"),
    ("the United Nations met", "organisation un"),
    ("the UN General Assembly met", "organ un/general-assembly"),
    ("the UN Security Council met", "organ un/security-council"),
    ("the OSCE met", "organisation osce"),
    ("the Gulf Cooperation Council met", "organisation gcc"),
    ("the Nordic Council of Ministers met", "organisation nordic-council-of-ministers"),
    ("the Commonwealth of Independent States met", "organisation cis"),
    ("ASEAN met", "organisation asean"),
    ("MERCOSUR met", "organisation mercosur"),
    ("the Greater Mekong Subregion met", "organisation gms"),
    ("the BIMP-EAGA Summit met", "organ bimp-eaga/summit"),
    ("the Tuxtla Summit met", "organ tuxtla/summit"),
    ("the Geneva International Discussions met", "organisation geneva-international-discussions"),
    ("the CEPGL Council of Ministers met", "organ cepgl/council-of-ministers"),
    ("the Conference of Defense Ministers of the Americas met", "organisation cdma"),
    ("the U.S.-Africa Leaders Summit met", "organisation us-africa-leaders-summit"),
    ("the Earth Summit met", "organ un/conference-on-environment-and-development"),
    ("the CITES Standing Committee met", "organ cites/standing-committee"),
]


@pytest.mark.parametrize(("words", "expected"), SURE)
def test_a_body_by_its_name(words: str, expected: str) -> None:
    assert found(words) == [expected]


UNSURE = [
    ("the Council of Foreign Ministers met", "organ? csto/council-of-foreign-ministers"),
    ("the Council of Foreign Ministers met", "organ? cis/council-of-foreign-ministers"),
    ("the Permanent Council met", "organ? csto/permanent-council"),
    ("the Permanent Council met", "organ? osce/permanent-council"),
    ("the Council of Heads of State met", "organ? cis/council-of-heads-of-state"),
]


@pytest.mark.parametrize(("words", "expected"), UNSURE)
def test_a_shared_name_leaves_every_meaning_open(words: str, expected: str) -> None:
    assert expected in found(words)
    assert all(hit.startswith("organ? ") for hit in found(words))


NONE = [
    "Who will attend the talks?",
    "who will attend the talks?",
    "the quad of the college",
    "an eco label",
    "Eco labels",
    "Acted in unison",
    "the nations united against it",
    "the council met",
]


@pytest.mark.parametrize("words", NONE)
def test_an_ordinary_word_is_no_body(words: str) -> None:
    assert found(words) == []


def test_ids_belong_to_their_organisation() -> None:
    for key, body in bodies().items():
        assert key == body.id
        assert body.is_organ == ("/" in key)
        assert key.split("/")[0] == body.organisation
        assert body.organisation in bodies()
        assert body.name
        assert body.acronym


SEATS = [
    ("csto", "Moscow", "RU"),
    ("cis", "Minsk", "BY"),
    ("nato", "Brussels", "BE"),
    ("au", "Addis Ababa", "ET"),
    ("osce", "Vienna", "AT"),
]


@pytest.mark.parametrize(("key", "city", "country"), SEATS)
def test_seats(key: str, city: str, country: str) -> None:
    assert (bodies()[key].seat, bodies()[key].seat_country) == (city, country)


def test_who_has_left_is_no_member() -> None:
    assert set(bodies()["csto"].members) == {"AM", "BY", "KZ", "KG", "RU", "TJ"}


MEMBERS = [
    ("saarc", "foreign ministers", "SAARC Council of Ministers"),
    ("eu", "agriculture ministers", "Agriculture and Fisheries Council of the European Union"),
    ("oic", "Council of Ministers", "OIC Council of Foreign Ministers"),
    ("saarc", "gardeners", None),
    ("saarc", "the of", None),
]


@pytest.mark.parametrize(("organisation", "words", "expected"), MEMBERS)
def test_an_organ_by_who_sits_in_it(organisation: str, words: str, expected: str | None) -> None:
    found = organ_of(organisation, telling(words))
    assert (found.name if found else None) == expected
