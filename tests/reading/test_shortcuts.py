"""What is looked at first spares time and changes nothing: without it every report is read alike."""

from pathlib import Path

import pytest

from communique.model.reading import Reading
from communique.model.text import Text
from communique.reading import (
    instrument_edges,
    language,
    measured,
    read,
    reported_words,
    speakers,
    statements,
    transcripts,
)
from communique.reading.agenda import agenda
from communique.reading.attaching import attach
from communique.reading.people import cast
from communique.reading.scan import scan

GOLD = sorted((Path(__file__).parents[2] / "gold" / "dev").glob("*.txt"))


class _Everything(frozenset[str]):
    def __contains__(self, word: object) -> bool:
        return True


def _readings() -> list[Reading]:
    texts = (Text(name=path.stem, characters=path.read_text(encoding="utf-8")) for path in GOLD)
    return [read(text) for text in texts]


def test_reports_are_read_alike_where_nothing_is_looked_at_first(monkeypatch: pytest.MonkeyPatch) -> None:
    with_shortcuts = _readings()
    monkeypatch.setattr(statements, "_rules_for", lambda label: statements.RULES)
    monkeypatch.setattr(speakers, "_may_end_adverb", lambda last: True)
    monkeypatch.setattr(reported_words, "_NOUN_ENDS", ("",))
    monkeypatch.setattr(transcripts, "_TALKS", ("",))
    monkeypatch.setattr(measured, "_last_words", _Everything)
    monkeypatch.setattr(language, "_plainly", lambda head: False)
    assert with_shortcuts
    assert _readings() == with_shortcuts


def test_what_was_discussed_belongs_to_nobody_where_no_meeting_is_told() -> None:
    seen = scan("The minister and her deputy discussed trade, fisheries and the border, she said.")
    who = cast(seen)
    assert agenda(seen, who)
    assert attach(seen, [], {}, [], agenda(seen, who), []) == ([], [])
    assert not read(seen.text).meetings


@pytest.mark.parametrize(
    "adverb",
    [
        *(
            "also",
            "once more",
            "jointly",
            "strongly",
            "in turn",
            "in his opinion",
            "last week",
            "a month ago",
        ),
        *("have also", "will also", "is expected to", "for her part", "in particular", "for the first time"),
        *("only", "just", "still", "on Monday", "Friday", "earlier,", "however,"),
    ],
)
def test_an_adverb_that_hides_the_subject_is_among_those_looked_for(adverb: str) -> None:
    before = f"Lindt {adverb} "
    assert speakers._ADVERB.search(before)
    assert speakers._may_end_adverb(before.split()[-1:])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("signed two ", "two"),
        ("all 2,000 ", "2,000"),
        ("trade,the ", "the"),
        ("trade, ", ""),
        ("a “joint ", "“joint"),
        ("joint", ""),
        ("joint  ", ""),
        ("one\ntwo ", "two"),
        (" ", ""),
        ("", ""),
    ],
)
def test_the_word_or_number_in_front_of_a_blank(words: str, expected: str) -> None:
    assert instrument_edges._word_before(words) == expected
    match = instrument_edges._BACK.search(words)
    assert (match[1] if match else "") == expected
