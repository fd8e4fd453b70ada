"""What is kept of a report to be taken back one day is what it said, the words of its quotes aside."""

from overlapping_reports import overlapping

from communique.growing.packing import packed, unpacked
from communique.record import points
from communique.record.told import Told


def test_points_come_back_as_they_were() -> None:
    kinds = set()
    for names, text, reading in overlapping():
        said = list(points(Told(names, text, reading, worded=False)))
        assert unpacked(text.id, packed(said)) == said
        kinds |= {(p.kind, p.part is None, p.target is None) for p in said}
    assert len(kinds) > 8


def test_without_words_a_report_says_the_same_elsewhere() -> None:
    names, text, reading = overlapping()[0]
    worded = [c for p in points(Told(names, text, reading)) for c in p.citations]
    bare = [c for p in points(Told(names, text, reading, worded=False)) for c in p.citations]
    assert all(c.words == text.characters[c.start : c.stop] for c in worded)
    assert [(c.report, c.start, c.stop, c.line, c.sentence) for c in worded] == [
        (c.report, c.start, c.stop, c.line, c.sentence) for c in bare
    ]
    assert {c.words for c in bare} == {""}
