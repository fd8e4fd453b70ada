"""Sitemaps below an index: which are asked, when, and which are forgotten."""

import pytest
from watcher import DAY, Watcher

from communique.watching import Visits, rounds


def test_an_index_of_sitemaps_asks_those_that_changed(watcher: Watcher) -> None:
    days = {"/s1.xml": "2024-01-01", "/s2.xml": "2024-01-02"}

    def said() -> str:
        entry = "<sitemap><loc>{}</loc><lastmod>{}</lastmod></sitemap>"
        return "".join(entry.format(*each) for each in days.items())

    watcher.site.pages["/s1.xml"] = b"<urlset><url><loc>/page/1</loc></url></urlset>"
    watcher.site.pages["/s2.xml"] = b"<urlset><url><loc>/page/2</loc></url></urlset>"
    for new, asked in (
        (2, {"/index.xml": 1, "/s1.xml": 1, "/s2.xml": 1, "/page/1": 1, "/page/2": 1}),
        (0, {"/index.xml": 1}),
        (1, {"/index.xml": 1, "/s2.xml": 1, "/page/3": 1}),
    ):
        watcher.site.pages["/index.xml"] = f"<sitemapindex>{said()}</sitemapindex>".encode()
        assert watcher.round("/index.xml").new == new
        assert watcher.asked() == asked
        watcher.site.pages["/s2.xml"] = (
            b"<urlset><url><loc>/page/2</loc></url><url><loc>/page/3</loc></url></urlset>"
        )
        if not new:
            days["/s2.xml"] = "2024-01-05"


def test_of_the_sitemaps_below_an_index_so_many_are_asked_in_a_round(
    watcher: Watcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rounds, "SITEMAPS", 3)
    entry = "<sitemap><loc>/s{}.xml</loc><lastmod>2024-01-0{}</lastmod></sitemap>"
    places = "".join(entry.format(n, n) for n in range(1, 9))
    watcher.site.pages["/index.xml"] = f"<sitemapindex>{places}</sitemapindex>".encode()
    for n in range(1, 9):
        watcher.site.pages[f"/s{n}.xml"] = b"<urlset></urlset>"
    counts = []
    for _ in range(4):
        watcher.round("/index.xml", days=0)
        counts.append(len(watcher.asked("/index.xml")))
    assert counts == [3, 3, 2, 0]


def test_a_sitemap_that_is_gone_or_broken_is_not_asked_in_every_round(watcher: Watcher) -> None:
    places = "".join(f"<sitemap><loc>{path}</loc></sitemap>" for path in ("/gone.xml", "/broken", "/s1.xml"))
    watcher.site.pages["/index.xml"] = f"<sitemapindex>{places}</sitemapindex>".encode()
    watcher.site.pages["/s1.xml"] = b"<urlset><url><loc>/page/1</loc></url></urlset>"
    asked = []
    for _ in range(12):
        watcher.round("/index.xml", days=0)
        asked.append(
            (watcher.site.counts["/gone.xml"], watcher.site.counts["/broken"], watcher.site.counts["/s1.xml"])
        )
        watcher.now += 3_700
    gone, broken, sound = zip(*asked, strict=True)
    assert sum(gone) == 1
    assert broken == (1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0)
    assert sound == (1,) * 12
    watcher.now += 7 * DAY
    watcher.round("/index.xml")
    assert watcher.site.counts["/gone.xml"] == 1  # it may be there again


def test_a_sitemap_that_its_index_names_no_longer_is_not_asked_nor_told_of(watcher: Watcher) -> None:
    def index(*paths: str) -> bytes:
        return f"<sitemapindex>{''.join(f'<sitemap><loc>{path}</loc></sitemap>' for path in paths)}</sitemapindex>".encode()

    watcher.site.pages |= {
        "/index.xml": index("/inner.xml", "/s1.xml"),
        "/inner.xml": index("/s2.xml"),
        "/s1.xml": b"<urlset><url><loc>/page/1</loc></url></urlset>",
        "/s2.xml": b"<urlset><url><loc>/page/2</loc></url></urlset>",
    }
    assert watcher.round("/index.xml").new == 2
    watcher.site.pages["/index.xml"] = index("/s1.xml")
    watcher.round("/index.xml", days=0)
    watcher.round("/index.xml", days=0)
    assert watcher.asked() == {"/index.xml": 1, "/s1.xml": 1}
    with Visits.open(watcher.record) as visits:
        assert [row.address.removeprefix(watcher.site.address) for row in visits.lists()] == [
            "/index.xml",
            "/s1.xml",
        ]
        assert visits.counts() == {"there": 2}
