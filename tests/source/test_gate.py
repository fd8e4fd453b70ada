"""The gate: what a page says of a meeting is seen in its raw bytes, whatever they are written in."""

import tracemalloc
from pathlib import Path

import pytest
from made_files import record, tarred, warc, zipped

from communique.lexicon.gate import watches
from communique.model.errors import BadInput, SetAside
from communique.model.page import Page
from communique.source import gate, pages
from communique.source.gate import look, set_aside

MET = "<p>The foreign ministers of four states met in Minsk and signed a memorandum on border cooperation."
ВСТРЕТИЛИСЬ = "<p>Министры иностранных дел встретились в Минске и подписали меморандум о сотрудничестве."
RECIPE = (
    "<p>Beat the eggs, add the flour and let it rest. Our session on bread is at nine; the chair is yours."
)
CHROME = "<html><head><script>var session = {joint: 1};</script></head><body>%s</body></html>"


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "gb18030", "shift_jis"])
def test_english_is_seen_in_any_encoding(charset: str) -> None:
    assert look((CHROME % MET).encode(charset)).worth
    assert not look((CHROME % RECIPE).encode(charset)).worth


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "windows-1251", "koi8-r", "iso-8859-5", "gb18030"])
def test_russian_is_seen_where_the_sender_names_its_encoding(charset: str) -> None:
    assert look((CHROME % ВСТРЕТИЛИСЬ).encode(charset), charset).worth


def test_russian_is_seen_where_the_page_names_its_encoding() -> None:
    head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    assert look((head + ВСТРЕТИЛИСЬ).encode("cp1251")).worth


@pytest.mark.parametrize("form", ["&#{};", "&#x{:x};"])
def test_russian_is_seen_in_letters_written_as_numbers(form: str) -> None:
    assert look("".join(form.format(ord(c)) for c in ВСТРЕТИЛИСЬ).encode()).worth
    assert not look(
        "".join(form.format(ord(c)) for c in "Взбейте яйца с сахаром и мукой. " * 9).encode()
    ).worth


def test_russian_is_seen_beside_letters_written_as_numbers() -> None:
    names = "".join(f"&#{ord(c)};" for c in "Ñandú, Øystein, Łódź " * 9)
    assert look((names + ВСТРЕТИЛИСЬ).encode("koi8-r"), "koi8-r").worth
    assert not look(b"&#0;&#x110000;&#9999999;&#xd800;" * 9).worth


def test_words_begin_where_a_word_begins() -> None:
    assert look(b"a preministerial unsummit of subdelegations; administers").words == ()
    assert look("надминистр подсаммит".encode()).words == ()
    assert look(b"MINISTERS, Ministers and-ministers").words == ("minister",)


def test_words_far_from_each_other_are_no_sign() -> None:
    near, far = b" " * 100, b" " * 5_000
    words = [b"minister", b"summit", b"treaty", b"ambassador"]
    assert look(near.join(words)).worth
    assert not look(far.join(words)).worth
    assert look(far.join(words)).words == ("minister",)


def test_one_kind_of_words_is_no_sign() -> None:
    assert not look(
        b"The president, the premier, the chairman, the minister and the ambassador are brands of tea."
    ).worth


def test_a_sign_is_seen_across_the_border_of_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gate, "PIECE", 1_000)
    assert look(b"." * 960 + MET.encode() + b"." * 3_000).worth
    assert not look(b"." * 960 + RECIPE.encode() + b"." * 3_000).worth


def test_a_reason_names_what_was_seen() -> None:
    assert look(RECIPE.encode()).reason == "too little in it tells of a meeting (session)"
    assert look(b"<p>Bread.").reason == "too little in it tells of a meeting"


def crawl() -> bytes:
    said = "Content-Type: text/html; charset=windows-1251"
    return warc(
        record((CHROME % MET).encode()),
        record((CHROME % RECIPE).encode()),
        record((CHROME % ВСТРЕТИЛИСЬ).encode("cp1251"), head=said),
        record((CHROME % ("Хлеб и соль. " * 9)).encode("cp1251"), head=said),
    )


@pytest.mark.parametrize("name", ["a.warc.gz", "a.zip", "a.tar"])
def test_pages_of_a_crawl_are_looked_at_first(tmp_path: Path, name: str) -> None:
    bodies = {
        "a.warc.gz": crawl(),
        "a.zip": zipped({"b.warc.gz": crawl()}),
        "a.tar": tarred({"b.warc.gz": crawl()}),
    }
    path = tmp_path / name
    path.write_bytes(bodies[name])
    found = list(pages([path], gated=True))
    assert [isinstance(page, SetAside) for page in found] == [False, True, False, True]
    assert isinstance(found[1], BadInput)
    assert found[1].name.endswith(":3")
    assert not any(isinstance(page, BadInput) for page in pages([path]))


def test_a_page_around_which_a_meeting_is_told_is_set_aside_by_its_text(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(crawl())
    page = next(iter(pages([tmp_path / "a.warc.gz"], gated=True)))
    assert isinstance(page, Page)
    aside = set_aside(page, RECIPE)
    assert aside is not None
    assert aside.reason == "too little in it tells of a meeting (session)"
    assert set_aside(page, MET) is None
    assert set_aside(next(p for p in pages([tmp_path]) if isinstance(p, Page)), RECIPE) is None


def test_what_a_person_named_is_never_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(CHROME % RECIPE)
    (tmp_path / "b.zip").write_bytes(zipped({"c.html": (CHROME % RECIPE).encode()}))
    assert not any(isinstance(page, BadInput) for page in pages([tmp_path], gated=True))


def test_words_are_long_enough_to_be_rare_and_stand_once() -> None:
    for watch in watches():
        least = 6 if watch.language == "en" else 3  # two bytes a letter elsewhere
        assert all(len(word.letters) >= least for word in watch.words)
        assert len({word.letters for word in watch.words}) == len(watch.words)


def test_a_page_of_one_word_is_looked_through_in_bounded_memory() -> None:
    tracemalloc.start()
    try:
        assert not look(b"minister " * 500_000).worth
        assert tracemalloc.get_traced_memory()[1] < 60_000_000
    finally:
        tracemalloc.stop()
