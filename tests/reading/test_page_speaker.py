"""Pages that a minister writes: one line a case; the text, then day, city and parties of its meeting."""

import pytest

from communique.model.text import Text
from communique.reading.page_speaker import page_speaker
from communique.reading.people import cast
from communique.reading.reader import read
from communique.reading.scan import scan

BY = "Statement by Ghanaian Foreign Minister Kofi Mensah\n\n"
OTHER = "Kenyan Foreign Minister Amina Otieno"
CASES = [
    (f"{BY}I met with {OTHER} in Nairobi on Monday.", "2024-05-06 Nairobi GH,KE"),
    (f"{BY}{OTHER} and I met in Accra on Monday.", "2024-05-06 Accra GH,KE"),
    (f"{BY}During my meeting with {OTHER} in Accra on Monday, I raised fishing.", "2024-05-06 Accra GH,KE"),
    (f"{BY}In Accra on Monday, I held talks with {OTHER}.", "2024-05-06 Accra GH,KE"),
    (f"{BY}I look forward to meeting {OTHER} in Accra on 9 May.", "2024-05-09 Accra GH,KE"),
    (
        f"Media release\nKofi Mensah\nForeign Minister of Ghana\n\nOn Monday I met {OTHER}.",
        "2024-05-06 None GH,KE",
    ),
    (
        f"In Accra on Monday we met with {OTHER}.\n\nKofi Mensah, Ghanaian Foreign Minister",
        "2024-05-06 Accra GH,KE",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_i_is_the_minister_of_the_page(text: str, expected: str) -> None:
    found = read(Text(name="t", characters=text, published="2024-05-08")).meetings
    assert [f"{m.start} {m.city} {','.join(sorted(m.represented))}" for m in found] == [expected]


def test_who_is_only_spoken_of_does_not_speak() -> None:
    seen = scan("I was told that Ghanaian Foreign Minister Kofi Mensah had left Accra, a witness said.")
    assert page_speaker(seen, cast(seen)) is None


@pytest.mark.parametrize(
    "text",
    [
        f"{BY}I call on Kenyan President Amina Otieno to lift the ban.",
        f"{BY}I have always met my friends in Kenya with joy.",
        '"I met a lot of people in Nairobi on Monday," said the singer Kofi Mensah.',
    ],
)
def test_what_i_say_is_no_meeting(text: str) -> None:
    assert [m.name for m in read(Text(name="t", characters=text, published="2024-05-08")).meetings] == []
