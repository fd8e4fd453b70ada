"""Many phrases at once: longest first, whole words only, nothing hidden."""

from communique.lexicon.phrases import PhraseBook

BOOK = PhraseBook(
    [
        ("was in", "place", "in"),
        ("instructed", "deed", "told"),
        ("foreign minister", "office", "fm"),
        ("minister", "office", "m"),
        ("minister", "person", "one"),
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


def test_apostrophes_are_one_sign_and_offsets_stay_true() -> None:
    words = "İstanbul: the Ministers’ Meeting"
    assert found(words) == [("Ministers’ Meeting", "sitting")]
