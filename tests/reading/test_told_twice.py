"""One sitting told under two names: one line a case; the text, then how many meetings it tells of."""

import pytest

from communique.model.text import Text
from communique.reading import read

HEAD = "CIS heads of government to meet in Minsk on 30 September\n\n6 June 2025\n\n"
CASES = [
    (HEAD + "The next meeting of the CIS Council of Heads of Government will be held in Minsk on 30 September.", 1),
    (HEAD + "The next meeting of the CIS Council of Heads of Government will be held in Minsk on 3 October.", 2),
    # of one day, and yet two: another organ, another number, few and all
    (
        "The CIS Council of Heads of State met in Minsk on 5 May 2021. The CIS Council of Foreign Ministers met in Minsk on 5 May 2021.",
        2,
    ),
    (
        "The 8th session of the Nordic Council was held in Oslo on 5 May 2021. The 9th session of the Nordic Council was held in Oslo on 5 May 2021.",
        2,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_how_many_sittings(text: str, expected: int) -> None:
    found = read(Text(name="text", characters=text, published="2025-06-06")).meetings
    assert len(found) == expected, [m.name for m in found]


def test_the_lead_names_what_the_headline_tells() -> None:
    text = (
        HEAD
        + "The next meeting of the CIS Council of Heads of Government will be held in Minsk on 30 September."
    )
    assert (
        read(Text(name="text", characters=text, published="2025-06-06"))
        .meetings[0]
        .name.startswith("next meeting")
    )


def test_an_organisation_meets_each_partner_apart() -> None:
    text = (
        "The 161st GCC Ministerial Council meeting was held in Riyadh on 9 September 2024. "
        "The joint ministerial meeting between the GCC and the Republic of India was also held."
    )
    assert len(read(Text(name="text", characters=text)).meetings) == 2


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "The Nordic Council session opened in Oslo on 1 November 2021. The session closed on 4 November 2021.",
            [("held", "2021-11-01", "2021-11-04")],
        ),
        (
            "The annual meeting of the Western and Central Pacific Fisheries Commission closed on 11 December 2019. "
            "The annual meeting of the WCPFC, which kicked off on 5 December 2019, approved a plan.",
            [("held", "2019-12-05", "2019-12-11")],
        ),
        (
            "The annual meeting of the Western and Central Pacific Fisheries Commission closed on 11 December 2019. "
            "A meeting of the WCPFC was held on 5 June 2019.",
            [("held", "2019-12-11", "2019-12-11"), ("held", "2019-06-05", "2019-06-05")],
        ),
    ],
)
def test_its_opening_and_its_close(told: str, expected: list[tuple[str, str, str]]) -> None:
    found = read(Text(name="text", characters=told)).meetings
    assert [(m.status, m.start, m.end) for m in found] == expected
