"""Which body a name means."""

import pytest

from communique.resolution.bodies import BodySeen, body_key, compare


@pytest.mark.parametrize(
    ("name", "id"),
    [
        (
            "CSTO Committee of Secretaries of Security Councils",
            "csto/committee-of-secretaries-of-security-councils",
        ),
        (
            "CSTO Council of Secretaries of Security Councils",
            "csto/committee-of-secretaries-of-security-councils",
        ),
        (
            "Council of Secretaries of the Security Councils of the CSTO",
            "csto/committee-of-secretaries-of-security-councils",
        ),
        (
            "Council of the Heads of State of the Commonwealth of Independent States",
            "cis/council-of-heads-of-state",
        ),
        ("Commonwealth of Independent States", "cis"),
        ("Committee of Twelve on Alpine Rivers", "~alpine comitee rivers tvelve"),
        ("working group on rivers of the CSTO Council of Foreign Ministers", None),
        ("Legal Committee", None),  # whose, it does not say
        ("Meeting of Heads of State", None),
        ("Conference of Parties", None),
    ],
)
def test_a_body_is_known_by_any_of_its_names(name: str, id: str | None) -> None:
    found = body_key(name, None)
    assert found == id if id else found.startswith("~")


def said(left: str, right: str) -> str | None:
    found = compare(BodySeen(body_key(left, None)), BodySeen(body_key(right, None)))
    return found.verdict if found else None


def test_an_unknown_body_spelled_in_two_ways_is_one() -> None:
    assert (
        said("Working Party on Sturgeon of Lake Vanda", "Working Party on Sturgeons of Lake Wanda")
        == "unsure"
    )
    assert said("Lake Vanda Sturgeon Working Party", "Working Party on Sturgeon of Lake Wanda") == "same"
    assert said("Contact Group 3 on Lake Vanda", "Contact Group 4 on Lake Vanda") == "other"
    assert said("Lake Vanda Sturgeon Working Party", "Lake Vanda Herring Working Party") is None
