"""What the gate lets pass: floors on annotated reports and on a made-up crawl, and the yardstick itself."""

from pathlib import Path

import pytest

from communique.evaluation.corpus import load_corpus
from communique.evaluation.crawled import LEAST, crawled, mixed
from communique.evaluation.gate import EVERY, main, of_corpus, of_crawl, of_notes, share
from communique.evaluation.notes import notes_of

GOLD = Path(__file__).parents[2] / "gold"


@pytest.mark.parametrize("split", ["samples", "dev", "sealed"])
def test_annotated_reports_pass_bare_and_on_pages_of_any_encoding(split: str) -> None:
    tried = list(of_corpus(load_corpus(GOLD / split)))
    assert share(tried) >= 0.99
    assert share([one for one in tried if one.kind == "bare"]) >= 0.99


def test_of_a_mixed_crawl_pages_about_meetings_pass_and_few_others() -> None:
    tried = list(of_crawl(1_000))
    assert share([one for one in tried if one.about]) >= 0.99
    others = [one for one in tried if not one.about]
    assert share(others) <= 0.03
    assert share(others, trivial=True) >= 0.2  # the yardstick: one word alone lets far more pass


def test_no_fewer_notes_of_a_few_sentences_pass_than_before() -> None:
    tried = list(of_notes(load_corpus(GOLD / "dev")))
    for kind, floor in (
        ("notes of 1 sentence", 0.47),
        ("notes of 2 sentences", 0.72),
        ("notes of 3 sentences", 0.84),
    ):
        assert share([one for one in tried if one.kind == kind]) >= floor


def test_a_note_begins_with_the_sentence_that_names_a_meeting(tmp_path: Path) -> None:
    (tmp_path / "talks.txt").write_text(
        "Talks\n\nIt rained. The Council of Ministers met in Minsk.\nIt was short. All left."
    )
    (tmp_path / "talks.yml").write_text("about: talks\nmeetings:\n- name: Council of Ministers met\n")
    notes = [(count, words) for _, count, words in notes_of(load_corpus(tmp_path))]
    assert notes == [
        (1, "The Council of Ministers met in Minsk."),
        (2, "The Council of Ministers met in Minsk. It was short."),
        (3, "The Council of Ministers met in Minsk. It was short. All left."),
    ]


def test_what_told_of_a_meeting_beside_a_report_is_no_reason_to_read_it() -> None:
    first, then = list(of_crawl(600)), list(of_crawl(600, cleaned=True))
    assert share([one for one in then if one.about]) >= 0.98
    others = [one for one in then if not one.about]
    assert share(others) <= 0.005 < share([one for one in first if not one.about])


def test_a_page_of_a_number_is_always_the_same() -> None:
    one, again = crawled(7, about=True), crawled(7, about=True)
    assert one == again != crawled(8, about=True)
    assert len(one.markup) >= LEAST
    assert [page.about for page in mixed(2 * EVERY, EVERY)].count(True) == 2


def test_misses_are_named_and_sealed_ones_are_not(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for folder in ("open", "sealed"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "bread.txt").write_text("A loaf.\n\nIt was baked in the morning.")
        (tmp_path / folder / "bread.yml").write_text("about: bread\nmeetings: []\n")
    assert main([str(tmp_path / "open"), str(tmp_path / "sealed"), "--misses"]) == 0
    out = capsys.readouterr().out
    assert out.count("set aside: bread (bare)") == 1
    assert "pass 0.000" in out


def test_nothing_to_look_at_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 1
    assert capsys.readouterr().err == "gate: name a corpus (gold/dev) or --crawl PAGES\n"
