"""Who meets to prepare a summit: their own sitting, whose day and city are not the summit's."""

import pytest

from communique.model.text import Text
from communique.reading import read

CASES = [
    (
        "The deputy foreign ministers of Peru and Chile met in Lima on 26 September 2023 to prepare for a bilateral summit.",
        [("held", "2023-09-26", "Lima")],
    ),
    (
        "ASEAN senior officials met in Vientiane on 5 October 2023 to finalise preparations for the 44th ASEAN Summit.",
        [("held", "2023-10-05", "Vientiane"), ("planned", None, None)],
    ),
    (
        "The foreign ministers of Peru and Chile met in Lima on 3 May 2023 for a bilateral summit.",
        [("held", "2023-05-03", "Lima")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_status_day_and_city(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = read(Text(name="t", characters=text)).meetings
    assert [(m.status, m.start, m.city) for m in found] == expected
