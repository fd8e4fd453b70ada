"""HTML: what the markup declares, and that nothing in it is obeyed."""

import socket

import pytest
from marked import cleaned

from communique.model.errors import BadInput

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
