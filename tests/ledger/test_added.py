"""Facts that people add: checked like a reader's, laid over whichever reading is the newest, taken back by one more judgement."""

from pathlib import Path

import pytest

from communique import flow
from communique.ledger import Ledger
from communique.model.added import Addition, to_value, touched, with_added
from communique.model.errors import Misquote
from communique.model.judgement import Judgement
from communique.model.meeting import Meeting
from communique.model.page import Page
from communique.model.reading import Reading, Report
from communique.model.span import Quote, Span
from communique.model.text import Text

WORDS = "The board met on 3 May 2020 in Tromso, ahead of the summer. Norway and Ms Berg took part. Ms Berg was content.\n"
Record = tuple[Ledger, str]


def quote(words: str) -> Quote:
    at = WORDS.index(words)
    return Quote(Span(at, at + len(words)), words)


def read(text: Text, name: str = "The board met") -> Reading:
    meeting = Meeting(id="m1", name=name, start="2020-05-03", evidence={"": (quote(name).span,)})
    return Reading(report=Report(id=text.name), meetings=(meeting,), reader="first")


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    found = Ledger.open(tmp_path / "r.db")
    flow.add(found, [Page(name="a", body=WORDS.encode())], reader=flow.Reader("first", read))
    return found


def text_of(ledger: Ledger) -> Text:
    (text,) = ledger.texts()
    return text


def reading(ledger: Ledger) -> Reading:
    ((_, _, found),) = ledger.readings()
    return found


def add(ledger: Ledger, **said: object) -> int:
    addition = Addition(**({"kind": "meetings", "about": quote("The board met")} | said))  # type: ignore[arg-type]
    return ledger.judge(
        Judgement(verdict="added", left=text_of(ledger).id, value=to_value(addition), who="anna")
    )


def city(ledger: Ledger) -> int:
    return add(ledger, field="city", value="Tromso", quote=quote("Tromso"))


def test_an_added_fact_stands_in_the_reading_and_the_record_with_its_words(ledger: Ledger) -> None:
    city(ledger)
    assert reading(ledger).meetings[0].city == "Tromso"
    (meeting,) = flow.projected(ledger)[0].of("meetings")
    assert meeting.get("city") == "Tromso"
    assert [c.words for f in meeting.fields if f.name == "city" for v in f.values for c in v.citations] == [
        "Tromso"
    ]
    assert flow.check(ledger) == []


def test_taking_it_back_leaves_what_was_before(ledger: Ledger) -> None:
    before = list(flow.exported(ledger))
    number = city(ledger)
    assert list(flow.exported(ledger)) != before
    ledger.judge(Judgement(verdict="undone", left=str(number), who="anna"))
    assert list(flow.exported(ledger)) == before
    assert touched(list(ledger.judgements()), number) == {text_of(ledger).id}


@pytest.mark.parametrize("name", ["The board met on 3 May 2020", "board"])
def test_it_outlives_a_reader_that_names_the_meeting_otherwise(ledger: Ledger, name: str) -> None:
    city(ledger)
    flow.reread(ledger, reader=flow.Reader("second", lambda t: _by("second", read(t, name))))
    (meeting,) = reading(ledger).meetings
    assert (meeting.name, meeting.city) == (name, "Tromso")


def test_it_outlives_a_reader_that_sees_no_meeting_at_all(ledger: Ledger) -> None:
    city(ledger)
    flow.reread(
        ledger, reader=flow.Reader("second", lambda t: Reading(report=Report(id=t.name), reader="second"))
    )
    (meeting,) = reading(ledger).meetings
    assert (meeting.name, meeting.city) == ("The board met", "Tromso")
    assert flow.check(ledger) == []


def test_what_a_newer_reader_finds_by_itself_is_not_told_twice(ledger: Ledger) -> None:
    add(ledger, kind="commitments", about=None, quote=quote("ahead of the summer"))
    add(ledger, kind="commitments", about=None, quote=quote("ahead of the summer"))
    assert [c.text for c in reading(ledger).commitments] == ["ahead of the summer"]


def test_every_kind_of_fact_can_be_added(ledger: Ledger) -> None:
    berg, board = quote("Ms Berg"), quote("The board met")
    said = quote("Ms Berg was content")
    for more in (
        {"field": "represented", "value": "NO", "quote": quote("Norway")},
        {"field": "participants", "value": "Ms Berg", "quote": berg},
        {"field": "chair", "value": "Ms Berg", "quote": berg},
        {"field": "agenda", "quote": quote("the summer")},
        {"field": "bodies", "value": "board", "quote": quote("board")},
        {"field": "instruments", "quote": quote("summer")},
        {"kind": "meetings", "about": None, "quote": quote("took part")},
        {"kind": "offices", "about": None, "quote": quote("board"), "by": berg},
        {"kind": "statements", "about": None, "quote": said, "by": berg},
        {"kind": "figures", "about": None, "value": 3, "quote": quote("3"), "by": quote("May")},
        {"kind": "operations", "about": None, "quote": quote("content")},
    ):
        add(ledger, **more)
    first, second = reading(ledger).meetings
    assert first.represented == ("NO",)
    assert (first.chair.name if first.chair else "", second.name) == ("Ms Berg", "took part")
    assert [len(getattr(first, f)) for f in ("participants", "agenda", "bodies", "instruments")] == [
        1,
        1,
        1,
        1,
    ]
    assert reading(ledger).statements[0].speaker == "Ms Berg"
    assert flow.check(ledger) == []
    assert with_added(read(text_of(ledger)), ()) == read(text_of(ledger))
    assert board.span.start == 0


@pytest.mark.parametrize(
    "value",
    [
        '{"kind":"meetings","field":"city","value":"Oslo","quote":{"span":[0,4],"words":"Oslo"}}',
        '{"kind":"meetings","field":"city","value":"x","quote":{"span":[900,904],"words":"Oslo"}}',
        '{"kind":"meetings","field":"evidence","value":"x","quote":{"span":[0,3],"words":"The"}}',
        '{"kind":"report","quote":{"span":[0,3],"words":"The"}}',
        '{"kind":"statements","quote":{"span":[0,3],"words":"The"}}',
        "nonsense",
    ],
)
def test_what_the_text_does_not_bear_is_not_kept(ledger: Ledger, value: str) -> None:
    with pytest.raises(Misquote):
        ledger.judge(Judgement(verdict="added", left=text_of(ledger).id, value=value, who="anna"))
    good = to_value(Addition(kind="commitments", quote=quote("summer")))
    with pytest.raises(Misquote, match="no such report"):
        ledger.judge(Judgement(verdict="added", left="0" * 16, value=good, who="anna"))
    assert list(ledger.judgements()) == []


def _by(reader: str, found: Reading) -> Reading:
    return Reading(report=found.report, meetings=found.meetings, reader=reader)
