"""What holds for every reading of every text, whole, spoilt or nonsense."""

import re
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from mutated import plain, sample_texts, spoilt

from communique.model.reading import Reading, from_json, to_json
from communique.model.span import Span
from communique.model.text import Text
from communique.reading.reader import read

VERBATIM = {
    "participants": "office",
    "agenda": "text",
    "instruments": "title",
    "meetings": "name",
    "statements": "text",
    "offices": "office",
    "bodies": "as_",
    "commitments": "text",
    "operations": "name",
}
FOLDED = {"offices": "person", "participants": "name"}
"""A name broken by a line end is one with a space: names are folded, all else is verbatim."""

MANY = settings(
    max_examples=120, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def items(owner: Any) -> Iterator[tuple[str, Any]]:
    """Every thing with evidence in a reading, with the list in which it stands."""
    for field in owner.__struct_fields__:
        value = getattr(owner, field)
        for child in value if isinstance(value, tuple) else (value,):
            if isinstance(child, msgspec.Struct) and hasattr(child, "evidence"):
                yield field, child
                yield from items(child)


def spans_of(reading: Reading) -> Iterator[Span]:
    for _, item in items(reading):
        for places in item.evidence.values():
            yield from places
    yield from reading.report.coverage.left
    if reading.report.dateline and reading.report.dateline.span:
        yield reading.report.dateline.span


def check_spans(text: Text, reading: Reading) -> None:
    for span in spans_of(reading):
        assert 0 <= span.start < span.stop <= len(text.characters)


def check_evidence(text: Text, reading: Reading) -> None:
    """No span, no fact: every item and every slot that a place could tell has one."""
    for kind, item in items(reading):
        assert item.evidence.get(""), (kind, item)
        assert all(item.evidence.values()), (kind, item)
    for meeting in reading.meetings:
        for slot in ("ordinal", "start", "end", "city", "country", "mode"):
            assert getattr(meeting, slot) is None or meeting.evidence.get(slot), slot


def check_verbatim(text: Text, reading: Reading) -> None:
    for kind, item in items(reading):
        places = [span.cut(text.characters) for spans in item.evidence.values() for span in spans]
        if kind in FOLDED:
            words = getattr(item, FOLDED[kind]).split()
            assert words in [p.split() for p in places], (kind, words)
        if kind in VERBATIM and getattr(item, VERBATIM[kind]) is not None:
            assert getattr(item, VERBATIM[kind]) in places, (kind, item)


def check_furniture(text: Text, reading: Reading) -> None:
    told = [s for s in spans_of(reading) if s != text.published_span]
    for span in told:
        inside = [f for f in text.furniture if f.touches(span)]
        assert not inside, (span.cut(text.characters), inside)


def check_sense(text: Text, reading: Reading) -> None:
    ids = [m.id for m in reading.meetings]
    assert len(set(ids)) == len(ids)
    for meeting in reading.meetings:
        assert meeting.part_of is None or (meeting.part_of in ids and meeting.part_of != meeting.id)
        assert meeting.status in {"held", "ongoing", "planned", "postponed", "cancelled"}
        assert meeting.kind in {"multilateral", "bilateral"}
        assert meeting.mode in {None, "in-person", "online", "hybrid"}
        assert not set(meeting.absent) & set(meeting.represented)
        for day in (meeting.start, meeting.end):
            assert day is None or re.fullmatch(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?", day)
    cover = reading.report.coverage
    assert 0 <= cover.understood <= cover.read <= cover.sentences
    assert len(cover.left) == cover.read - cover.understood


CHECKS = (check_spans, check_evidence, check_verbatim, check_furniture, check_sense)


def check_all(text: Text) -> None:
    reading = read(text)
    for check in CHECKS:
        check(text, reading)
    line = to_json(reading)
    assert to_json(read(text)) == line
    assert from_json(line) == reading


TEXTS = sample_texts()


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.__name__)
@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.name)
def test_samples(text: Text, check: Any) -> None:
    check(text, read(text))


@pytest.mark.parametrize("text", TEXTS, ids=lambda t: t.name)
def test_reading_twice_gives_the_same_bytes_and_comes_back_from_them(text: Text) -> None:
    check_all(text)


def test_the_samples_are_not_read_as_silence() -> None:
    english = [read(t) for t in TEXTS if t.language == "en"]
    assert len(english) >= 10
    assert sum(len(r.meetings) for r in english) >= len(english)
    assert all(r.offices for r in english)


def test_the_checks_can_fail() -> None:
    text = TEXTS[0]
    whole = read(text)
    meeting = whole.meetings[0]
    far = len(text.characters)
    broken = {
        check_spans: msgspec.structs.replace(meeting, evidence={"": (Span(far, far + 1),)}),
        check_evidence: msgspec.structs.replace(meeting, evidence={"name": meeting.evidence["name"]}),
        check_verbatim: msgspec.structs.replace(meeting, name=meeting.name + "s"),
        check_sense: msgspec.structs.replace(meeting, part_of=meeting.id),
    }
    for check, wrong in broken.items():
        with pytest.raises(AssertionError):
            check(text, msgspec.structs.replace(whole, meetings=(wrong,)))
    covered = msgspec.structs.replace(text, furniture=(Span(0, far),))
    with pytest.raises(AssertionError):
        check_furniture(covered, whole)


@given(text=spoilt())
@MANY
def test_spoilt_samples(text: Text) -> None:
    check_all(text)


@given(text=plain())
@MANY
def test_noise(text: Text) -> None:
    check_all(text)


KEYS = {
    "report": "id address title publisher language published retrieved sha256 dateline coverage",
    "report.coverage": "sentences read understood left",
    "meetings": "id name bodies kind ordinal status start end city country venue mode chair participants represented absent agenda instruments part_of evidence",
    "meetings.bodies": "name id as evidence",
    "meetings.chair": "name represents evidence",
    "meetings.participants": "name office represents role on_behalf_of evidence",
    "meetings.agenda": "text topic evidence",
    "offices": "person office of former start end evidence",
    "statements": "speaker text direct evidence",
    "figures": "value comparator unit what period claimed_by evidence",
    "operations": "name aim when stage organiser status evidence",
    "commitments": "text by_whom due evidence",
}
INSTRUMENT = "title kind action steps period parties destination evidence"
TOP = "report meetings offices instruments statements figures operations commitments"


def found_keys(path: str, reading: Any) -> list[set[str]]:
    level = [reading]
    for name in path.split("."):
        level = [
            v for o in level for v in (o[name] if isinstance(o[name], list) else [o[name]]) if v is not None
        ]
    return [set(o) for o in level]


def test_the_top_level_of_the_format() -> None:
    for text in TEXTS:
        assert set(msgspec.json.decode(to_json(read(text)))) == {*TOP.split(), "reader"}


@pytest.mark.parametrize("path", KEYS)
def test_the_keys_of_the_format(path: str) -> None:
    found = [keys for text in TEXTS for keys in found_keys(path, msgspec.json.decode(to_json(read(text))))]
    assert found
    for keys in found:
        assert keys == set(KEYS[path].split())


@pytest.mark.parametrize("path", ["instruments", "meetings.instruments"])
def test_the_keys_of_an_instrument(path: str) -> None:
    found = [keys for text in TEXTS for keys in found_keys(path, msgspec.json.decode(to_json(read(text))))]
    assert found
    for keys in found:
        assert set(INSTRUMENT.split()) <= keys <= {*INSTRUMENT.split(), "date", "count"}


def test_the_dateline_of_the_format() -> None:
    lines = [r["report"]["dateline"] for r in (msgspec.json.decode(to_json(read(t))) for t in TEXTS)]
    assert any(lines)
    assert all(line is None or set(line) == {"place", "date", "agency", "span"} for line in lines)


def test_only_the_words_count() -> None:
    """The same text under another name says the same."""
    for text in TEXTS:
        one, other = read(text), read(msgspec.structs.replace(text, name="another"))
        assert msgspec.structs.replace(other, report=one.report) == one
