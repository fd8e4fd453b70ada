"""Feeds, sitemaps and listing pages, sound, odd and hostile: the pages that they name."""

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.source.listed import KINDS, Contents, Listed, listed_in, page
from communique.source.listed.page import plain, whole
from communique.source.opened import InputError

BASE = "https://a.example/feeds/news.xml"
LIMIT = 20_000_000


def read(body: str | bytes, base: str = BASE, **more: object) -> Contents:
    data = body.encode() if isinstance(body, str) else body
    return listed_in(data, base, limit=LIMIT, **more)  # type: ignore[arg-type]


def addresses(body: str | bytes, base: str = BASE, **more: object) -> list[str]:
    return [one.address for one in read(body, base, **more).pages]


def listed_or_line(body: str | bytes, kind: str = "") -> Contents | str:
    try:
        return read(body, kind=kind, told=True)
    except InputError as error:
        return str(error)


RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"><channel>
<title>News</title><link>https://a.example/</link><atom:link rel="self" href="https://a.example/feeds/news.xml"/>
<item><media:title>a picture</media:title><title>Ministers &amp;amp; &lt;b&gt;deputies&lt;/b&gt; meet</title><link> /news/1?utm_source=rss </link>
 <pubDate>Thu, 28 Nov 2024 10:00:00 +0300</pubDate></item>
<item><title>By its guid</title><guid>https://a.example/news/2</guid><dc:date>2024-11-29T08:00:00Z</dc:date></item>
<item><title>No address</title><guid isPermaLink="false">tag:1</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/sub/"><title>News</title>
<entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>plan</b> signed</div></title>
 <link rel="edit" href="/edit/1"/><link rel="alternate" href="one"/>
 <published>2024-11-28T10:00:00+03:00</published><updated>2024-11-28T12:30:00.5+03:00</updated></entry>
<entry><title>Second</title><link href="https://b.example/two#part"/><updated>2024-11-29T00:00:00Z</updated></entry></feed>"""


def test_rss() -> None:
    found = read(RSS)
    assert found.kind == "feed"
    assert found.pages == (
        Listed(
            address="https://a.example/news/1",
            title="Ministers & deputies meet",
            published="2024-11-28T10:00:00+03:00",
        ),
        Listed(
            address="https://a.example/news/2", title="By its guid", published="2024-11-29T08:00:00+00:00"
        ),
    )
    assert found.passed_over == 1


def test_atom() -> None:
    assert read(ATOM).pages == (
        Listed(
            address="https://a.example/sub/one",
            title="A plan signed",
            published="2024-11-28T10:00:00+03:00",
            modified="2024-11-28T09:30:00Z",
        ),
        Listed(address="https://b.example/two", title="Second", modified="2024-11-29T00:00:00Z"),
    )


@pytest.mark.parametrize(
    "body",
    [
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel/>'
        '<item rdf:about="https://a.example/1"><title>t</title><link>https://a.example/1</link></item></rdf:RDF>',
        '<rss version="0.91"><channel><item><title>t</title><link>https://a.example/1</link></item></channel></rss>',
        '<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>t</title>'
        '<link rel="alternate" href="https://a.example/1"/></entry></feed>',
        '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "url": "https://a.example/1", "title": "t"}]}',
        '<rss xmlns:f="http://rssnamespace.org/feedburner/ext/1.0"><channel><item><title>t</title>'
        "<link>https://counter.example/x</link><f:origLink>https://a.example/1</f:origLink></item></channel></rss>",
        "<rss><channel><item><title>t</title><link>https://a.example/1</link></item><item><title>cut in the mid",
        "\ufeff  <rss><channel><item><title>t</title><link>https://a.example/1</link></item></channel></rss>",
    ],
    ids=["rss1", "rss0.91", "atom0.3", "json", "feedburner", "cut", "mark"],
)  # fmt: skip
def test_every_kind_of_feed(body: str) -> None:
    assert read(body).pages[0] == Listed(address="https://a.example/1", title="t")


def test_a_json_feed_says_when() -> None:
    item = {
        "url": "/1",
        "date_published": "2024-11-28T10:00:00+03:00",
        "date_modified": "2024-11-28T10:00:00+03:00",
    }
    (one,) = read(json.dumps({"items": [item, {"url": 5}, "no item"]})).pages
    assert (one.published, one.modified) == ("2024-11-28T10:00:00+03:00", "2024-11-28T07:00:00Z")


SITEMAP = """<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://a.example/1</loc><lastmod>2024-11-28</lastmod></url>
<url><loc>https://a.example/2</loc><news:news><news:publication_date>2024-11-28T10:00:00+03:00</news:publication_date>
 <news:title>A plan</news:title></news:news></url>
<url><loc>https://elsewhere.example/3</loc></url></urlset>"""


@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_names_pages_of_its_own_host(packed: bool) -> None:
    body = gzip.compress(SITEMAP.encode()) if packed else SITEMAP.encode()
    found = read(body, "https://www.a.example/sitemap.xml")
    assert found.kind == "sitemap"
    assert found.pages == (
        Listed(address="https://a.example/1", modified="2024-11-28T00:00:00Z"),
        Listed(address="https://a.example/2", title="A plan", published="2024-11-28T10:00:00+03:00"),
    )
    assert found.passed_over == 1


def test_an_index_names_further_sitemaps() -> None:
    found = read(
        "<sitemapindex><sitemap><loc>https://a.example/s1.xml.gz</loc><lastmod>2024-11-28T10:00:00Z</lastmod></sitemap></sitemapindex>"
    )
    assert (found.pages, found.more) == (
        (),
        (Listed(address="https://a.example/s1.xml.gz", modified="2024-11-28T10:00:00Z"),),
    )


def test_a_sitemap_may_be_plain_text() -> None:
    assert addresses("https://a.example/1\nhttps://a.example/2\n") == [
        "https://a.example/1",
        "https://a.example/2",
    ]


LISTING = """<html><head><title>News</title><link rel="alternate" type="application/rss+xml" href="/rss"></head><body>
<a href="/">Home</a> <a href="/about">About us</a> <a href="/contacts">Contacts</a><a href="/about/structure">Structure</a>
<script>var a = '<a href="/news/999">no link of any kind here</a>';</script><!-- <a href="/news/998">not this one at all</a> -->
{items}
<a href="/news/5/?print=1">Print</a><a href="https://other.example/news/6">Another house has its own news</a>
<a href="/news?page=2">Next</a><a href="mailto:a@a.example">Write to us today please</a></body></html>"""
ITEM = '<div><a href="/news/{n}/"><img src="/{n}.jpg"></a><a href="/news/{n}/">Ministers of five states met in city {n}</a></div>'


def listing(numbers: range = range(1, 6)) -> str:
    return LISTING.replace("{items}", "\n".join(ITEM.replace("{n}", str(n)) for n in numbers))


def test_a_listing_page_gives_its_headlines_and_not_its_menus() -> None:
    found = read(listing(), "https://a.example/news")
    assert found.kind == "listing"
    assert [one.address for one in found.pages] == [f"https://a.example/news/{n}/" for n in range(1, 6)]
    assert found.pages[0].title == "Ministers of five states met in city 1"
    assert found.passed_over == 2


def test_where_a_pattern_is_told_every_link_is_given() -> None:
    found = addresses(listing(), "https://a.example/news", told=True)
    assert {"https://a.example/about", "https://a.example/news/1/"} <= set(found)
    assert not any("99" in address for address in found)


def test_headlines_under_slugs_and_days() -> None:
    items = "".join(
        f'<li><a href="2024/11/{n}/ministers-meet-{n}">The ministers of five states met again</a>'
        for n in range(10, 15)
    )
    menu = "".join(
        f'<a href="/section/{word}">{word}</a>' for word in ("economy", "sport", "culture", "weather")
    )
    page = f"<!doctype html><base href='/press/'><nav>{menu}</nav><ul>{items}</ul>"
    found = addresses(page, "https://a.example/")
    assert found == [f"https://a.example/press/2024/11/{n}/ministers-meet-{n}" for n in range(10, 15)]


@pytest.mark.parametrize(
    ("base", "report", "title", "others"),
    [
        ("/news", "/ministers-meet-{n}", "The ministers of five states met again", ["/about-us", "/who-we-are", "/jobs", "/press"]),
        ("/?page=1", "/index.php?id={n}", "The ministers of five states met again", ["/?page=2", "/?page=3", "/?page=4"]),
        ("/en/press/2", "/en/press/releases/20{n}/a-{n}.html", "Joint statement of the ministers", ["/en/press/1", "/en/press/3", "/en/press/4"]),
        ("/zh/", "/zh/{n}.html", "外长会晤在阿拉木图举行第{n}次", ["/zh/a/1", "/zh/b/1", "/zh/c/1"]),
        ("/ru/", "/ru/news/{n}", "Министры пяти стран встретились", ["/ru/video/11", "/ru/video/12", "/ru/video/13"]),
    ],
)  # fmt: skip
def test_what_leads_to_reports_is_learnt_from_the_headlines(
    base: str, report: str, title: str, others: list[str]
) -> None:
    items = "".join(f'<a href="{report.format(n=n)}">{title.format(n=n)}</a>' for n in range(10, 16))
    menu = "".join(f'<a href="{other}">{"Another page"}</a>' for other in others)
    found = addresses(
        f"<html><body>{menu}{items}{menu}</body></html>", f"https://a.example{base}", kind="listing"
    )
    assert found == [f"https://a.example{report.format(n=n)}" for n in range(10, 16)]


def test_a_page_without_headlines_is_no_list_and_its_feed_is_named() -> None:
    with pytest.raises(InputError, match=r"watch its feed, https://a\.example/rss$"):
        read(LISTING.replace("{items}", ""), "https://a.example/about")


@pytest.mark.parametrize(
    ("body", "kind", "reason"),
    [
        ("", "", "is empty"),
        ("plain words of no kind", "", "is no feed, sitemap or listing page"),
        (RSS, "sitemap", "is a feed, no sitemap: write `feed`"),
        ('{"a": 1}', "", "has no `items`"),
        ("{" + '"a":[' * 5, "", "is no sound JSON feed"),
        ("[" * 100_000, "", "is no sound JSON feed"),
    ],
    ids=["empty", "words", "feed", "json", "broken", "deep"],
)
def test_what_is_no_list_says_so_in_a_line(body: str, kind: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as error:
        read(body, kind=kind)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "ftp://a.example/x", "https://", "http://[::1",
        "https://user:secret@a.example/", "https://a.example:99999/", "https://a.example/" + "x" * 3000, "http://a\u202e.example/",
    ],
)  # fmt: skip
def test_links_that_are_no_web_addresses_are_passed_over(link: str) -> None:
    found = read(f"<rss><channel><item><link><![CDATA[{link}]]></link></item></channel></rss>")
    assert (found.pages, found.passed_over) == ((), 1)


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("HTTP://A.Example.:80/x#y", "http://a.example/x"),
        ("https://a.example", "https://a.example/"),
        ("//b.example/x", "https://b.example/x"),
        ("/x?b=1&fbclid=z&a=%D0%B0", "https://a.example/x?b=1&a=%D0%B0"),
        ("/x?a=1&amp=2", "https://a.example/x?a=1&amp=2"),
        ("http://[2001:DB8::1]:8080/", "http://[2001:db8::1]:8080/"),
        (" /a\n b ", "https://a.example/a%20b"),
    ],
)
def test_an_address_has_one_form(link: str, address: str) -> None:
    assert whole(link, BASE) == address
    assert whole(address, BASE) == address


def test_entities_are_never_expanded_and_nothing_outside_is_read() -> None:
    said = '<!DOCTYPE r [<!ENTITY a "x"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    (one,) = read(
        f"{said}<rss><item><title>&a;&f;</title><link>https://a.example/1</link></item></rss>"
    ).pages
    assert one.title == "&a;&f;"


def test_a_bomb_of_entities_ends_what_is_read_of_its_feed() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 100}">' for n in range(1, 9))
    item = "<item><title>%s</title><link>https://a.example/1</link></item>"
    found = read(f'<!DOCTYPE r [<!ENTITY e0 "x">{bomb}]><rss>{item % "plain"}{item % "&e8;"}</rss>')
    assert len(found.pages) <= 1


def test_what_comes_after_the_last_entry_that_a_list_may_have_is_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page, "MOST", 500)
    items = "".join(f"<item><link>https://a.example/{n}</link></item>" for n in range(700))
    found = read(f"<rss>{items}</rss>")
    assert (len(found.pages), found.passed_over) == (500, 200)


def test_bottomless_tags_and_endless_attributes_end() -> None:
    assert read("<rss>" + "<a>" * 1_000_000).pages == ()
    assert read("<rss><item " + " ".join(f'a{n}="1"' for n in range(200_000)) + "/></rss>").pages == ()


@pytest.mark.parametrize(
    "hostile",
    ["<a " * 300_000, "<a href='/x'>" * 300_000, "<!--" * 300_000, "<script>" * 200_000, "<a " + "a='1' " * 300_000,
     "<a href=" + "'" * 500_000, "<a href='/x'>" + "&amp;" * 500_000, "<" * 1_000_000],
)  # fmt: skip
def test_a_hostile_listing_is_read_through_once(hostile: str) -> None:
    """Each of these takes hours where the work grows with the square of its length."""
    found = listed_or_line("<html>" + hostile)
    assert isinstance(found, str) or len(found.pages) <= 1


@pytest.mark.parametrize(
    "words",
    [
        "Thu, 99 Nov 2024",
        "1970-01-01",
        "0001-01-01T00:00:00+14:00",
        "2024-13-01",
        "soon",
        "9999-12-31T23:59:59-14:00",
    ],
)
def test_a_day_that_is_none_is_not_said(words: str) -> None:
    (one,) = read(
        f"<rss><item><link>/1</link><pubDate>{words}</pubDate><updated xmlns='http://www.w3.org/2005/Atom'>{words}</updated></item></rss>"
    ).pages
    assert one.modified == ""
    assert one.published[:4] in ("", "9999")


@pytest.mark.parametrize(
    "base", ["https://a.[mple/", "file:///etc/", "https://u:p@b.example/", "//", "mailto:a@a.example"]
)
def test_a_base_that_is_none_is_passed_over(base: str) -> None:
    """Found by changing sound feeds at random: `Invalid IPv6 URL`."""
    (one,) = read(
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="{base}"><entry><link href="one"/></entry></feed>'
    ).pages
    assert one.address == "https://a.example/feeds/one"
    (one,) = read(f'<html><base href="{base}"><a href="one">x</a></html>', kind="listing", told=True).pages
    assert one.address == "https://a.example/feeds/one"


def test_a_title_is_one_plain_line() -> None:
    assert plain("A\n <b>plan</b>\x1b[31m &amp;lt;i&amp;gt; ") == "A plan [31m <i>"


@settings(max_examples=200, deadline=None)
@given(body=st.binary(max_size=300), kind=st.sampled_from(["", *KINDS]), start=st.sampled_from([RSS, ATOM, SITEMAP, LISTING, "{"]),
       cut=st.integers(0, 400))  # fmt: skip
def test_anything_is_contents_or_one_line(body: bytes, kind: str, start: str, cut: int) -> None:
    found = listed_or_line(start.encode()[:cut] + body + start.encode()[cut:], kind)
    if isinstance(found, str):
        assert "\n" not in found
    else:
        assert all(one.address.startswith(("http://", "https://")) for one in (*found.pages, *found.more))
