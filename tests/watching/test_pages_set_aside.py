"""Pages of a watched list that tell of no meeting: set aside, unless somebody names them."""

import zlib

import pytest
from made_files import drawn
from msgspec import structs
from watcher import DAY, PAGES, Watcher

from communique.source.listed import Watched

WARM = (
    "Our warm coats and boots for the winter are cheaper by a third until Sunday, in every size and colour. "
)
SHOP = f"<html><body><article><h1>Winter sale</h1>{f'<p>{WARM * 3}</p>' * 4}</article></body></html>"
NEWS = '<nav><a href="/1">Foreign ministers adopt a joint declaration at their council</a></nav>'
AROUND = SHOP.replace("<body>", f"<body>{NEWS}")


def test_pages_of_a_sitemap_that_tell_of_no_meeting_are_set_aside(watcher: Watcher) -> None:
    watcher.site.add("/shop/1", SHOP)
    watcher.site.add("/shop/2", AROUND)
    first = watcher.round("/sitemap.xml")
    assert (first.new, first.aside, first.failed) == (8, 2, ())
    assert watcher.stored() == PAGES
    watcher.now += 2 * DAY
    watcher.round("/sitemap.xml")
    assert "/shop/1" not in watcher.asked()
    assert watcher.round("/sitemap.xml", "/feed.xml").new == 2  # what a feed names is read
    assert watcher.stored() == [*PAGES, "/shop/1", "/shop/2"]


def test_all_pages_of_a_sitemap_are_read_where_somebody_says_so(watcher: Watcher) -> None:
    watcher.site.add("/shop/1", SHOP)
    sitemap = Watched(address=watcher.site.at("/sitemap.xml"))
    assert watcher.round(sitemap).aside == 1
    again = watcher.round(structs.replace(sitemap, all=True))
    assert (again.new, again.aside) == (1, 0)


def test_a_page_that_somebody_names_is_read_though_it_was_set_aside(watcher: Watcher) -> None:
    watcher.site.entries[:] = []
    page = Watched(address=watcher.site.add("/shop/1", SHOP), kind="page")
    assert watcher.round("/sitemap.xml").aside == 1
    assert watcher.round("/sitemap.xml", page).new == 1
    watcher.now += 60
    assert watcher.round("/sitemap.xml", page).unchanged == 1
    assert watcher.stored() == ["/shop/1"]


@pytest.mark.parametrize("day", ["1 Nov 2023", "30 Nov 2024"])
def test_what_a_feed_names_is_read_though_a_sitemap_names_another_address_of_it(
    watcher: Watcher, day: str
) -> None:
    item = f"<item><link>/shop/1</link><pubDate>{day} 10:00:00 GMT</pubDate></item>"
    feed = f'<rss version="2.0"><channel>{item}</channel></rss>'
    watcher.site.pages |= {"/shop/1": SHOP.encode(), "/shop-feed.xml": feed.encode()}
    watcher.site.routes["/old-shop"] = lambda handler: handler.reply(301, {"Location": "/shop/1"})
    watcher.site.entries[:] = ["/old-shop"]
    first = watcher.round("/sitemap.xml", "/shop-feed.xml")
    assert (first.new, first.aside) == (1, 1)
    assert watcher.stored() == ["/shop/1"]


def test_a_document_of_a_sitemap_is_not_set_aside_for_what_its_server_calls_it(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/minutes"]
    met = b"The foreign ministers met in Minsk and signed a memorandum on trade at their council."
    watcher.site.pages["/minutes"] = drawn(zlib.compress(b"BT /F1 10 Tf 50 700 Td (%s) Tj ET" % met))
    assert watcher.round("/sitemap.xml").new == 1
