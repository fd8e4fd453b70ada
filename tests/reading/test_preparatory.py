"""Two sittings of which one prepares the other: each has its own day, city and status."""

import pytest

from communique.model.text import Text
from communique.reading import read

Told = tuple[str, str, str | None, str | None]


def _told(text: str, published: str | None = None) -> list[Told]:
    found = read(Text(name="t", characters=text, published=published)).meetings
    return [(m.name, m.status, m.start, m.city) for m in found]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "The preparatory meeting of senior officials for the 49th session of the Arab League Council was held in Cairo on 4 June 2021.",
            ("preparatory meeting", "held", "2021-06-04", "Cairo"),
            ("49th session of the Arab League Council", "planned", None, None),
        ),
        (
            "The preparatory ministerial meeting for the 30th Arab League summit, to be held in Tunis on 30 June 2021, began in Cairo on 4 June 2021.",
            ("preparatory ministerial meeting", "ongoing", "2021-06-04", "Cairo"),
            ("30th Arab League summit", "planned", "2021-06-30", "Tunis"),
        ),
        (
            "Arab League foreign ministers held a preparatory meeting in Cairo on 4 June 2021 for the 31st Arab League summit, to be held in Tunis on 30 June.",
            ("preparatory meeting", "held", "2021-06-04", "Cairo"),
            ("31st Arab League summit", "planned", "2021-06-30", "Tunis"),
        ),
        (
            "The Senior Officials Meeting preparatory for the 49th session of the Lake Council, scheduled to be held on March 16-17, 2023 in Nouakchott, Mauritania, kicked off on February 5, 2023 in Jeddah.",
            ("Senior Officials Meeting", "ongoing", "2023-02-05", "Jeddah"),
            ("49th session of the Lake Council", "planned", "2023-03-16", "Nouakchott"),
        ),
        (
            "The consultations ahead of the 49th session of the Lake Council kicked off in Cairo on 4 June 2021.",
            ("consultations", "ongoing", "2021-06-04", "Cairo"),
            ("49th session of the Lake Council", "planned", None, None),
        ),
        (
            "Foreign ministers are to hold a preparatory meeting in Oslo on 3 June 2021 for the Lake Council summit on 4 June 2021.",
            ("preparatory meeting", "planned", "2021-06-03", "Oslo"),
            ("Lake Council summit", "planned", "2021-06-04", None),
        ),
    ],
)  # fmt: skip
def test_what_prepares_and_what_is_prepared_are_two(text: str, first: Told, second: Told) -> None:
    assert _told(text) == [first, second]


def test_the_preparatory_meeting_of_a_body_is_one() -> None:
    text = "The preparatory meeting of the Lake Council was held in Oslo on 4 June 2021."
    assert _told(text) == [("preparatory meeting of the Lake Council", "held", "2021-06-04", "Oslo")]


def test_the_session_of_the_headline_is_not_the_meeting_that_prepares_it() -> None:
    text = (
        "Preparatory Meeting of OIC Foreign Ministers’ 49th session kicks off\n\n"
        "The preparatory meeting of senior officials for the 49th session of the OIC Council of Foreign Ministers, "
        "which will be on March 16-17 in Nouakchott, Mauritania, kicked off today in Jeddah."
    )
    assert [(s, d, c) for _, s, d, c in _told(text, "2023-02-05")] == [
        ("ongoing", "2023-02-05", "Jeddah"),
        ("planned", "2023-03-16", "Nouakchott"),
    ]
    assert [m.represented for m in read(Text(name="t", characters=text)).meetings] == [(), ()]
