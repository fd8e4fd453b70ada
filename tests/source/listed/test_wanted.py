"""The plain file of what is watched, and the patterns that pages must match."""

import pytest

from communique.model.errors import BadInput
from communique.source.listed import Watched, matches, watched_in

FILE = """\ufeff# what we watch
https://a.example/rss            feed      # daily
https://a.example/news           listing   /news/*
HTTPS://A.example/sitemap.xml  sitemap all

https://a.example/plan.html page since=2024-11-28
https://a.example/rss
https://a.example/list?page={1-3} listing
"""


def test_a_file_says_address_kind_and_pattern() -> None:
    assert list(watched_in(FILE, "w.txt")) == [
        Watched(address="https://a.example/rss", kind="feed"),
        Watched(address="https://a.example/news", kind="listing", pattern="/news/*"),
        Watched(address="https://a.example/sitemap.xml", kind="sitemap", all=True),
        Watched(address="https://a.example/plan.html", kind="page", since="2024-11-28"),
        *(Watched(address=f"https://a.example/list?page={n}", kind="listing") for n in (1, 2, 3)),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("feed https://a.example/", "w.txt:1: 'feed' is no web address; begin it with https://"),
        ("file:///etc/passwd", "w.txt:1: 'file:///etc/passwd' is no web address; begin it with https://"),
        (
            "https://a.example/ feed x y",
            "w.txt:1: more stands behind the address than a kind (feed, sitemap, listing, page), a pattern, since=DAY and `all`",
        ),
        ("https://a.example/ sitemaps", "w.txt:1: 'sitemaps' is no kind; 'sitemap' is one"),
        ("https://a.example/ since=soon", "w.txt:1: since=soon names no day; write it as since=2024-11-28"),
        ("https://a.example/ since=2024-13-01", "w.txt:1: since=2024-13-01 names no day"),
        ("https://a.example/{1-900}", "w.txt:1: {1-900} names no pages, or more than 200"),
    ],
)
def test_a_line_that_is_none_is_named(line: str, reason: str) -> None:
    (found,) = watched_in(line, "w.txt")
    assert isinstance(found, BadInput)
    assert str(found).startswith(reason)


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [("", True), ("/news/", True), ("/news/*.html", True), ("a.example*plan", True), ("/news/*.pdf", False), ("*", True), ("html*news", False)],
)  # fmt: skip
def test_a_pattern_stands_somewhere_in_the_address(pattern: str, fits: bool) -> None:
    assert matches("https://a.example/news/2024/plan.html", pattern) is fits
