"""Matters told behind the name of a meeting or as a range, and words that only look like talk: one line a case."""

import pytest

from communique.reading.agenda import agenda
from communique.reading.people import cast
from communique.reading.scan import scan

CASES = [
    # ranges and examples
    ("Discussions ranged from the price of fish to the state of roads.", ["the price of fish", "the state of roads"]),
    ("Topics ranged from the price of fish to the state of roads.", ["the price of fish", "the state of roads"]),
    (
        "The ministers discussed a wide range of issues, from the price of fish to the state of roads.",
        ["the price of fish", "the state of roads"],
    ),
    (
        "A wide range of issues was discussed, including the price of fish and the state of roads.",
        ["the price of fish", "the state of roads"],
    ),
    # the talk as subject, somebody who briefs
    ("The meeting was about the price of fish.", ["the price of fish"]),
    ("Talks turned to the price of fish.", ["the price of fish"]),
    ("On the table was the price of fish.", ["the price of fish"]),
    ("A debate on the price of fish followed.", ["the price of fish"]),
    ("The Secretary-General briefed the ministers on the price of fish.", ["the price of fish"]),
    ("Presentations were made on the price of fish.", ["the price of fish"]),
    ("The price of fish took centre stage.", ["The price of fish"]),
    ("The price of fish loomed large over the talks.", ["The price of fish"]),
    ("A ban on nets was mooted.", ["A ban on nets"]),
    # what a special sitting is on; an ordinary one is called after its commission
    ("An extraordinary session of the Assembly on the price of fish was held.", ["the price of fish"]),
    ("Lima hosts the 14th session of the commissions on health.", []),
    ("The sixth summit on coastal integration projects opened.", []),
    # no talk
    ("The chair said that the meeting will come up with solutions.", []),
    ("At the summit, the host will take up the chair of the Assembly.", []),
    ("The reports provide a comprehensive look at the bank of the meeting.", []),
    ("The minister will share her views on the price of fish.", []),
    ("The minister spoke to reporters about his holiday.", []),
    ("The port is considered the largest in the region.", []),
    ("The host bids to dominate discussions.", []),
    ("The memorandum provides a framework for cooperation in the following areas: fish, roads.", []),
    ("Most of the session was taken up by speeches.", []),
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), CASES, ids=[w[:60] for w, _ in CASES])
def test_reads_matters(words: str, expected: list[str]) -> None:
    scanned = scan(words)
    assert [item.text for item in agenda(scanned, cast(scanned))] == expected
