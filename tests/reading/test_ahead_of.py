"""Days and cities that stand before "ahead of" or "left to attend": the text, then each meeting with status, first day and city."""

import pytest

from communique.model.text import Text
from communique.reading import ahead_of, read
from communique.reading.scan import scan

CASES = [
    (
        "The 5th CIS Summit took place in Lima on 3 May 2020 ahead of the 9th SADC Summit.",
        ["5 held 2020-05-03 Lima", "9 planned None None"],
    ),
    (
        "On 3 May 2020 in Lima, on the eve of the 9th SADC Summit, the SADC Council of Ministers held its 5th meeting.",
        ["9 planned None None", "5 held 2020-05-03 Lima"],
    ),
    (
        "The minister left Quito on 3 May 2020 to attend the 9th SADC Summit.",
        ["9 planned None None"],
    ),
    (
        "The minister left Quito for Lima on 3 May 2020 to attend the 9th SADC Summit.",
        ["9 planned None Lima"],
    ),
    # the day behind is the summit's
    (
        "The minister left Quito to attend the 9th SADC Summit on 3 May 2020.",
        ["9 planned 2020-05-03 None"],
    ),
    (
        "The ministers attended the 9th SADC Summit in Lima on 3 May 2020.",
        ["9 held 2020-05-03 Lima"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_ahead_of(text: str, expected: list[str]) -> None:
    found = read(Text(name="t", characters=text)).meetings
    assert [f"{m.ordinal} {m.status} {m.start} {m.city}" for m in found] == expected


@pytest.mark.parametrize("name", ["_WAITS", "_GONE", "_TO_ATTEND"])
def test_a_sentence_without_an_end_is_not_looked_through(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pattern, looked = getattr(ahead_of, name), []

    class Counted:
        def search(self, words: str, low: int, high: int) -> object:
            looked.append(high - low)
            return pattern.search(words, low, high)

    monkeypatch.setattr(ahead_of, name, Counted())
    seen = scan("She left Lima on 5 May 2020 to attend the summit ahead of the forum " * 20)
    for dated in seen.dates:
        ahead_of.ahead_of(seen, dated.stop, len(seen.small) - 10)
        ahead_of.set_out(seen, 0, (dated.start, dated.stop), dated.stop + 15)
    assert looked
    assert max(looked) <= 100
