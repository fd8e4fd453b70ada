"""Cutting a text at every boundary loses nothing, whatever the spans."""

from hypothesis import given
from hypothesis import strategies as st

from communique.model.span import Span
from communique.uses.web.marking import Used, segments

TEXTS = st.text(min_size=1, max_size=60)
SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from("abc")), max_size=12)


@given(TEXTS, SPANS)
def test_the_segments_are_the_text_and_know_their_facts(text: str, spans: list[tuple[int, int, str]]) -> None:
    used = [Used(start, start + length, fact) for start, length, fact in spans]
    found = segments(text, used)
    assert "".join(s.words for s in found) == text
    inside = [u for u in used if u.stop <= len(text)]
    for segment in found:
        stop = segment.start + len(segment.words)
        assert set(segment.facts) == {u.fact for u in inside if u.start <= segment.start and stop <= u.stop}


def test_every_used_span_begins_a_segment() -> None:
    found = segments("In Minsk, today", [Used(3, 8, "city"), Used(0, 8, "where"), Used(3, 15, "all")])
    assert [(s.start, s.facts) for s in found] == [
        (0, ("where",)),
        (3, ("city", "where", "all")),
        (8, ("all",)),
    ]


def test_furniture_is_cut_out() -> None:
    found = segments("Menu\nIn Minsk", [Used(8, 13, "city")], [Span(0, 5)])
    assert [(s.words, s.furniture) for s in found] == [("Menu\n", True), ("In ", False), ("Minsk", False)]
