"""HTML: what the markup declares, and that nothing in it is obeyed."""

import socket

import pytest
from marked import cleaned

from communique.model.errors import BadInput
from communique.text import markup
from communique.text.tags import bare, untagged

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Plan signed | Ledger</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Ministers sign a plan in Minsk</h1>
<p>The ministers of five states met in Minsk on Monday &amp; signed a plan of cooperation for two years.</p>
<p>The next meeting will be held in the spring of the coming year, the Secretariat said.</p></article>
<footer>&copy; Ledger</footer><script>var x = "The 99th meeting in Atlantis";</script></body></html>"""


def page(head: str = "") -> str:
    return PAGE.replace("{head}", head)


def test_the_sentences_are_kept_and_the_rest_is_left() -> None:
    text = cleaned(page(), kind="text/html")
    assert "Minsk on Monday & signed" in text.characters
    assert "Atlantis" not in text.characters
    assert text.language == "en"
    assert text.published is None


def test_the_headline_stands_first_and_has_a_place() -> None:
    text = cleaned(page(), kind="text/html")
    assert text.title == "Ministers sign a plan in Minsk"
    assert text.title_span is not None
    assert text.title_span.cut(text.characters) == text.title


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-07-11T08:30:00+08:00">',
        '<meta name="DC.date" content="2025-07-11">',
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-07-11"}</script>',
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2025-07-11T00:00Z"}]}</script>',
    ],
)
def test_the_day_is_what_the_markup_says(head: str) -> None:
    assert cleaned(page(head), kind="text/html").published == "2025-07-11"


def test_publisher_and_address_are_what_the_markup_says() -> None:
    head = '<meta property="og:site_name" content="Klang Ledger"><link rel="canonical" href="https://example.org/a">'
    text = cleaned(page(head), kind="text/html")
    assert (text.publisher, text.address) == ("Klang Ledger", "https://example.org/a")


@pytest.mark.parametrize(
    "head",
    [
        '<script type="application/ld+json">{broken</script>',
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
        '<meta property="og:title" content="">',
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]><p>&y;</p>',
        "<div>" * 200,
    ],
)
def test_broken_and_hostile_markup_does_no_harm(head: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page must not make us open a connection")

    monkeypatch.setattr(socket, "socket", refuse)
    text = cleaned(page(head), kind="text/html")
    assert "signed a plan" in text.characters
    assert "root:" not in text.characters


def test_markup_too_deep_to_be_a_report_is_refused_in_one_line() -> None:
    with pytest.raises(BadInput, match="no text"):
        cleaned(page("<div>" * 5000), kind="text/html")


PROSE = "<p>The ministers of five states met in Minsk and signed a plan of cooperation for two years.</p>"


@pytest.mark.parametrize("value", ['="1"', "", "='>'", '="<p>"', " = x"])
def test_a_million_attributes(value: str) -> None:
    tag = "<div " + " ".join(f"a{i}{value}" for i in range(1_000_000)) + ">"
    text = cleaned(page("").replace("<article>", f"<article>{tag}"), kind="text/html")
    assert "signed a plan" in text.characters


def test_tags_of_real_pages_keep_their_attributes() -> None:
    many = "<div " + " ".join(f'data-a{i}="{i}"' for i in range(200)) + ">"
    script = "<script>for (i=0;i<n;i++) {" + " a b" * 3_000 + "}</script>"
    source = f"<html><!-- <a {'x ' * 4_000} -->{script}{many}{PROSE * 500}"
    assert bare(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "<" * 300_000,
        '<a "' * 300_000,
        "<a b='" * 300_000,
        "<a " * 300_000,
        "<!--" * 300_000,
        "<p>" + "a " * 300_000,
        f"<p {'a ' * 5_000}>" + "<!-- " * 300_000,
        f"<p {'a ' * 5_000}>" + "<script> <title> <style " * 100_000,
        "<script " * 300_000,
        f"<script{' a' * 300_000}>",
        f"<script<p {'a ' * 300_000}>",
    ],
)
def test_looking_for_such_tags_takes_time_with_length_only(source: str) -> None:
    assert len(bare(source)) <= len(source)  # a search that goes back would not come to its end here
    assert untagged(source).count("Minsk") == 0


def test_no_monster_hides_behind_a_script_or_a_comment() -> None:
    monster = "<p " + "a " * 20_000 + ">"
    for before in (
        "<script<",
        "<script/>",
        "<script ",
        "<noscript>",
        "<!-- x -->",
        "<title>Minsk</title>",
        "<",
    ):
        assert "a a a" not in bare(f"{before}{monster}"), before


@pytest.mark.parametrize(
    "junk",
    [
        "<a>" * 300_000,
        "<p " + " ".join(f'a{i}="b"' for i in range(200)) + ">",
        "<!-- x --> <i></i>" * 100_000,
    ],
)
def test_a_page_that_no_parser_survives_is_read_without_one(
    monkeypatch: pytest.MonkeyPatch, junk: str
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("parsing such a page takes minutes or gigabytes")

    monkeypatch.setattr(markup, "_tree", refuse)
    heavy = junk if len(junk) > 100_000 else junk * 2_000
    script = "<script>var a = 'The ministers are not in Minsk, and this is no sentence of it.';</script>"
    met = PROSE.removeprefix("<p>").removesuffix("</p>")
    text = cleaned(f"<html><body>{script}{PROSE}{heavy}<p>It &lt;was&gt; so: {met}", kind="text/html")
    assert text.characters == f"{met}\nIt <was> so: {met}"


def test_a_page_too_large_for_the_extractor_is_read_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the extractor takes minutes for such a page")

    monkeypatch.setattr(markup, "TAGS", 5_000)
    monkeypatch.setattr(markup.trafilatura, "extract", refuse)
    text = cleaned(f"<html><body><nav><a>Home</a></nav>{PROSE * 3_000}", kind="text/html")
    assert text.characters.count("\n") == 2_999
    assert "Home" not in text.characters


def test_a_second_opinion_where_the_extractor_finds_too_little(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup.trafilatura, "extract", lambda *_, **__: "Subscribe")
    menu = (
        "<ul>" + "".join(f"<li><a href=x>Section {i} of the whole site</a></li>" for i in range(20)) + "</ul>"
    )
    text = cleaned(
        f"<html><body>{menu}<div>{PROSE * 3}</div>{menu}<footer>All of it</footer>", kind="text/html"
    )
    assert text.characters.count("The ministers of five states") == 3
    assert "Section" not in text.characters
    assert "All of it" not in text.characters


def test_a_short_report_needs_no_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup.trafilatura, "extract", lambda *_, **__: "The ministers met.")
    assert cleaned(f"<html><body>{PROSE[:60]}", kind="text/html").characters.startswith("The ministers met.")
