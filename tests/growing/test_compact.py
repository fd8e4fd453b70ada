"""What is not written twice comes back as it was."""

import pytest

from communique.growing.compact import claims_kept, part_kept, part_of_field, plain, tally_kept, tally_of


@pytest.mark.parametrize(
    ("value", "json", "so"),
    [
        ("Minsk", '"Minsk"', True),
        ("Минск", '"Минск"', True),
        ("5", "5", False),
        ('"A"', '"\\"A\\""', False),
        ("a\nb", '"a\\nb"', False),
        ("a\\b", '"a\\\\b"', False),
        ("None", "null", False),
    ],
)
def test_plain_words_are_those_that_marks_around_them_make_json(value: str, json: str, so: bool) -> None:
    assert plain(value, json) is so


@pytest.mark.parametrize(
    ("tally", "json", "short"),
    [
        ({"n": 5, 's"Minsk"': 5}, '"Minsk"', True),
        ({"n": 1, "s420": 1}, "420", True),
        ({"n": 5, 's"Minsk"': 4, 's"MINSK"': 1}, '"Minsk"', False),
        ({"n": 5, 's"MINSK"': 5}, '"Minsk"', False),
        ({"n": 5, 's"Minsk"': 5, "t": 5}, '"Minsk"', False),
        ({"r": 2, 'x"Minsk"': 2}, '"Minsk"', False),
        ({}, '"Oslo"', False),
    ],
)
def test_marks_come_back(tally: dict[str, int], json: str, short: bool) -> None:
    kept = tally_kept(tally, json)
    assert isinstance(kept, int) is short
    assert tally_of(str(kept), json) == tally  # the column is of words


@pytest.mark.parametrize(
    ("part", "field", "kept"),
    [
        ("p-12", "participants.p-12.office", "="),
        ("p-12", "participants.p-34.office", "p-12"),
        (None, "offices.prime minister.of", None),
        (None, "name", None),
    ],
)
def test_parts_come_back(part: str | None, field: str, kept: str | None) -> None:
    assert part_kept(part, field) == kept
    assert part_of_field(kept, field) == part


@pytest.mark.parametrize("claims", ["", "0123456789abcdef 0123456789abcdee", "x123456789abcdef"])
def test_only_a_single_claim_is_kept_as_bytes(claims: str) -> None:
    assert claims_kept(claims) == claims
    assert claims_kept("0123456789abcdef") == bytes.fromhex("0123456789abcdef")
