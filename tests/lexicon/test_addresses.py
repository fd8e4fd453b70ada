"""Which addresses are one page."""

import pytest

from communique.lexicon.addresses import page_at

ONE = (
    "https://example.org/news/7",
    "http://example.org/news/7/",
    "HTTP://www.Example.org.:80/news/7#top",
    "https://user@example.org:443/news/7?utm_source=a&UTM_medium=b&fbclid=c",
    " https://example.org/news/7? ",
)


def test_spellings_of_one_page() -> None:
    assert {page_at(address) for address in ONE} == {"example.org/news/7"}
    assert page_at("https://example.org/%D0%BD?%D0%B0=1") == page_at("https://example.org/н?а=1")


@pytest.mark.parametrize(
    "other",
    [
        "https://example.org/news/8", "https://example.org/News/7", "https://example.org/news/7?id=1", "https://example.org:8080/news/7",
        "https://news.example.org/news/7", "https://example.org/news/7#!comments", "https://example.org/news/7?ref=1",
    ],
)  # fmt: skip
def test_other_pages(other: str) -> None:
    assert page_at(other) not in {None, "example.org/news/7"}


@pytest.mark.parametrize(
    "none",
    [
        None,
        "",
        "report-7",
        "file:///news/7",
        "ftp://example.org/",
        "https://",
        "mailto:a@b.org",
        "https:///x",
    ],
)
def test_what_is_no_page_of_the_web(none: str | None) -> None:
    assert page_at(none) is None
