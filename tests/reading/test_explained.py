"""Each fact has a rule with a name and a promise; sentences that gave nothing are told as such."""

import pytest

from communique.model.text import Text
from communique.reading import Explained, explain
from communique.source import samples
from communique.text import clean

TEXT = (
    "MINSK, 5 March 2019. The second session of the Council of Ministers was held in Minsk on 4 March 2019. "
    "Foreign Minister Sergey Lavrov said that trade had grown by 12 percent. Both delegations met again later."
)


def sentence(words: str, found: list[Explained], text: str = TEXT) -> Explained:
    return next(e for e in found if words in e.at.cut(text))


def test_a_sentence_shows_its_facts_and_the_rule_that_found_each() -> None:
    _, found = explain(Text(name="t", characters=TEXT))
    rules = {(f.kind, f.rule) for f in sentence("Lavrov", found).facts}
    assert {("offices", "adjacent"), ("statements", "reported")} <= rules


def test_what_a_meeting_is_told_in_other_words_than_its_name_stands_with_these_words() -> None:
    _, found = explain(Text(name="t", characters=TEXT))
    told = {f.says for f in sentence("second session", found).facts}
    assert {"ordinal of m1: 2", "start of m1: 2019-03-04", "city of m1: Minsk"} <= told


def test_a_sentence_that_announces_a_fact_and_gives_none_is_left() -> None:
    reading, found = explain(Text(name="t", characters=TEXT))
    left = [e.at for e in found if e.left]
    assert left == list(reading.report.coverage.left)
    assert sentence("met again", found).left


@pytest.mark.parametrize("page", [p for p in samples() if p.language in (None, "en")], ids=lambda p: p.name)
def test_every_fact_of_the_samples_names_a_rule_that_promises_something(page) -> None:  # type: ignore[no-untyped-def]
    _, found = explain(clean(page))
    facts = [f for e in found for f in e.facts if not (f.kind == "meetings" and " of m" in f.says)]
    assert facts or not found
    assert [f for f in facts if not (f.rule and f.promise)] == []
