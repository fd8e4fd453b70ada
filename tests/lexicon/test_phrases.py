"""Many phrases at once: longest first, whole words only, nothing hidden."""

import re

from communique.lexicon.phrases import PhraseBook, any_of
from communique.lexicon.sittings import sitting_words

BOOK = PhraseBook(
    [
        ("was in", "place", "in"),
        ("instructed", "deed", "told"),
        ("foreign minister", "office", "fm"),
        ("minister", "office", "m"),
        ("minister", "person", "one"),
        ("minister of trade", "office", "mt"),
        ("ministers' meeting", "sitting", "mm"),
    ],
    fold=True,
)


def found(words: str) -> list[tuple[str, str]]:
    return [(words[h.start : h.stop], h.label) for h in BOOK.find(words)]


def test_the_longest_phrase_wins() -> None:
    assert found("A Foreign Minister spoke") == [("Foreign Minister", "office")]


def test_one_phrase_may_mean_two_things() -> None:
    assert found("The minister left") == [("minister", "office"), ("minister", "person")]


def test_only_whole_words_count() -> None:
    assert found("The ministerial column") == []


def test_a_match_that_ends_inside_a_word_hides_nothing() -> None:
    assert found("She was instructed to go") == [("instructed", "deed")]
    assert found("She was in Minsk") == [("was in", "place")]
    assert found("The minister of trademarks") == [("minister", "office"), ("minister", "person")]
    assert found("The minister of trade") == [("minister of trade", "office")]


def test_apostrophes_are_one_sign_and_offsets_stay_true() -> None:
    words = "İstanbul: the Ministers’ Meeting"
    assert found(words) == [("Ministers’ Meeting", "sitting")]


def test_alternatives_find_what_the_words_written_out_find() -> None:
    listed = sorted(sitting_words("met_with") | sitting_words("had_nouns"), key=len, reverse=True)
    plain, quick = re.compile("|".join(map(re.escape, listed))), re.compile(any_of(listed))
    said = " and ".join(f"{word}s, {word[:-1]}" for word in listed)
    assert [m.span() for m in quick.finditer(said)] == [m.span() for m in plain.finditer(said)]
    assert all(quick.fullmatch(word) for word in listed)
