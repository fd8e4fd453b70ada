"""robots.txt as RFC 9309 reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.source.web.robots import robots_of

EXAMPLE = b"""
User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot
"""


@pytest.mark.parametrize(
    ("agent", "path", "may"),
    [
        ("Communique", "/publications/1", True),
        ("Communique", "/example/", False),
        ("Communique", "/a.gif", False),
        ("Communique", "/a.gif.html", True),
        ("foobot", "/other", False),
        ("foobot", "/example/page.html", True),
        ("bazbot", "/example/page.html", False),
        ("bazbot", "/example/", True),
        ("quxbot", "/example/", True),
    ],
)
def test_the_example_of_the_standard(agent: str, path: str, may: bool) -> None:
    assert robots_of(EXAMPLE, agent).permits(path) is may


@pytest.mark.parametrize(
    ("rules", "path", "may"),
    [
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a/b\nDisallow: /a", "/a/c", False),
        ("Disallow: /a\nAllow: /a", "/a", True),
        ("Disallow:", "/a", True),
        ("Disallow: /", "/robots.txt", True),
        ("Disallow: /a*z", "/a/b/z/c", False),
        ("Disallow: /a*z$", "/a/b/z/c", True),
        ("Disallow: /*?", "/a?b", False),
        ("Disallow: /*?", "/a", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /*a*a$", "/xa", True),
        ("Disallow: /*a*a$", "/xaa", False),
        ("Disallow: /новости", "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/1", False),
        ("Disallow: /%7ejoe", "/~joe", False),
        ("Disallow: /a%2fb", "/a%2Fb", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("Disallow: private/", "/private/1", False),
        ("Disallow: /a # not this", "/a", False),
        ("DISALLOW : /a", "/a", False),
        ("Nonsense\nDisallow /b\nDisallow: /a", "/a", False),
        ("Sitemap: https://example.org/s.xml\nDisallow: /a", "/a", False),
        ("Disallow: *", "/a", False),
        ("Disallow: /a\nCrawl-delay: x\nDisallow: /b", "/b", False),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_the_longest_rule_that_fits_decides(rules: str, path: str, may: bool, end: str) -> None:
    body = f"User-agent: *\n{rules}\n".replace("\n", end)
    assert robots_of(body.encode()).permits(path) is may


def test_our_own_group_goes_before_that_for_all_and_its_parts_are_one() -> None:
    body = b"User-agent: communique/2.0 (x)\nDisallow: /a\nUser-agent: *\nDisallow: /\nUser-agent: COMMUNIQUE\nCrawl-delay: 2.5\nDisallow: /b"
    robots = robots_of(body)
    assert [robots.permits(path) for path in ("/a", "/b", "/c")] == [False, False, True]
    assert robots.gap == 2.5
    assert robots_of(body, "other").gap == 0
    assert robots_of(b"User-agent: communiquebot\nDisallow: /").permits("/a")


def test_a_file_made_to_harm_costs_what_its_size_costs() -> None:
    """Groups of many programs times many rules fill the memory where each keeps each rule."""
    agents = b"".join(b"User-agent: a%d\n" % n for n in range(15_000))
    rules = b"".join(b"Disallow: /%d*a*a*a*b\n" % n for n in range(10_000))
    assert robots_of(agents + rules).rules == ()
    robots = robots_of(b"User-agent: *\n" + rules + b"x" * 10_000_000)
    assert len(robots.rules) == 10_000
    assert robots.permits("/" + "a" * 4000)


@given(st.binary(max_size=300))
def test_whatever_the_bytes_there_is_an_answer(body: bytes) -> None:
    assert robots_of(b"User-agent: *\n" + body).permits("/a?b") in (True, False)
