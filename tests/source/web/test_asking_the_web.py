"""Asking a site of our own: what it gives, what it refuses, how it fails; each with how often it was asked."""

import tracemalloc

import pytest
from guests import LIMIT, Guest, guest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import record, warc, zipped
from own_site import LOOPBACK, site

from communique.model.errors import BadInput, SetAside
from communique.model.page import Page
from communique.source.placed import Placed
from communique.source.web import Asked, Manners, Web, World, reports_of

HEAD = "HTTP/1.1 200 OK\nContent-Type: text/html\n"
PIECES, PACKED = f"{HEAD}Transfer-Encoding: chunked\n\n", f"{HEAD}Content-Encoding: gzip\n\n\x1f\x8b\x08"


def test_a_page_comes_with_where_and_when_it_was_got(here: Guest) -> None:
    answer = here.ask("/page/2")
    assert (answer.status, answer.final) == ("new", here.site.at("/page/2"))
    assert answer.page is not None
    assert answer.page.body == here.site.pages["/page/2"]
    assert (answer.page.address, answer.page.retrieved) == (here.site.at("/page/2"), "2023-11-14T22:13:20Z")
    assert answer.page.media_type == "text/html; charset=utf-8"


def test_what_has_not_changed_is_told_as_such_and_not_sent_again(here: Guest) -> None:
    first = here.ask("/page/1")
    for etag, modified in ((first.etag, first.modified), (first.etag, ""), ("", first.modified)):
        again = here.web.ask(Asked(first.address, etag, modified))
        assert (again.status, again.page) == ("unchanged", None)
        assert (again.etag, again.modified) == (first.etag, first.modified)
    here.site.pages["/page/1"] += b"<p>And signed a plan.</p>"
    changed = here.web.ask(Asked(first.address, first.etag, first.modified))
    assert changed.page is not None
    assert changed.page.body.endswith(b"a plan.</p>")


def test_marks_are_sent_only_to_where_they_came_from(here: Guest) -> None:
    page = here.ask("/page/1")
    latest = here.site.at("/moved")
    assert here.web.ask(Asked(latest, page.etag, page.modified, page.final)).status == "unchanged"
    assert here.web.ask(Asked(latest, page.etag, page.modified, here.site.at("/page/7"))).status == "new"


@pytest.mark.parametrize(
    ("path", "status", "reason", "asked"),
    [
        ("/missing", "gone", "is not there (404): check the address", 1),
        ("/gone", "gone", "is not there (410): check the address", 1),
        (
            "/locked",
            "refused",
            "is not given to programs (403): save the page in a browser and name the file",
            1,
        ),
        (
            "/forbidden/1",
            "refused",
            "is not asked: the robots.txt of HERE forbids it: save the page in a browser and name the file",
            0,
        ),
        ("/broken", "later", "the server failed (500): try again later", 1),
        ("/down", "later", "is out of order for now (503): try again later", 4),
        ("/busy-long", "later", "asks for fewer requests (429), come again in 5,000 s", 1),
        ("/cut", "later", "cannot be reached (it hung up): try again later", 4),
        ("/drip", "later", "took longer than 0.3 s: try again later", 4),
        ("/drip-head", "later", "took longer than 0.3 s: try again later", 4),
        ("/short", "later", "is cut off: fewer bytes came than the server said", 4),
        ("/short-pieces", "later", "is cut off: fewer bytes came than the server said", 4),
        ("/endless", "failed", "is larger than 1,000,000 bytes, too much for one report", 1),
        ("/endless-pieces", "failed", "is larger than 1,000,000 bytes, too much for one report", 1),
        ("/minus-one", "failed", "is larger than 1,000,000 bytes, too much for one report", 1),
        ("/huge", "failed", "is larger than 1,000,000 bytes, too much for one report", 1),
        ("/bomb", "failed", "is larger than 1,000,000 bytes, too much for one report", 1),
        (
            "/brotli",
            "failed",
            "is packed in a way that was not asked for (br): save the page in a browser and name the file",
            1,
        ),
        ("/nonsense", "failed", "gives no sound answer (BadStatusLine): is it a web server?", 1),
        ("/many-headers", "failed", "gives no sound answer (HTTPException): is it a web server?", 1),
        ("/nowhere", "failed", "is answered with 302 and leads nowhere: check the address", 1),
        (
            "/loop",
            "failed",
            "leads in a circle of redirects",
            1,
        ),
        (
            "/loop-a",
            "failed",
            "leads in a circle of redirects",
            1,
        ),
        (
            "/chain/30",
            "failed",
            "leads through more than 10 redirects: save the page in a browser and name the file",
            1,
        ),
        (
            "/to-private",
            "refused",
            "leads to http://10.0.0.1/secret, which is not asked: 10.0.0.1, in a private network",
            1,
        ),
        (
            "/to-metadata",
            "refused",
            "leads to http://169.254.169.254/latest/meta-data/, which is not asked: 169.254.169.254, a neighbour on the cable",
            1,
        ),
        (
            "/to-file",
            "refused",
            "leads to file:///etc/passwd, which is not fetched: only http:// and https:// are",
            1,
        ),
        (
            "/to-forbidden",
            "refused",
            "leads to http://HERE/forbidden/1, which is not asked: the robots.txt of HERE forbids it: save the page in a browser and name the file",
            1,
        ),
    ],
)
def test_whatever_a_site_does_is_one_clear_line(
    here: Guest, path: str, status: str, reason: str, asked: int
) -> None:
    answer = here.ask(path)
    host = here.site.address.removeprefix("http://")
    assert (answer.status, answer.reason) == (status, reason.replace("HERE", host))
    assert answer.page is None
    assert here.site.counts[path] == asked
    assert here.site.counts["/forbidden/1"] == 0


@pytest.mark.parametrize("path", ["/endless", "/endless-pieces", "/minus-one", "/bomb", "/many-headers"])
def test_no_answer_fills_the_memory(here: Guest, path: str) -> None:
    here.ask("/page/1")
    tracemalloc.start()
    assert here.ask(path).status == "failed"
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 15 * LIMIT, f"{most:,} bytes"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.sampled_from(
        ["", "HTTP/1.1 ", "HTTP/1.1 200 OK\n", "HTTP/1.1 302 Found\nLocation: ", HEAD, PIECES, PACKED]
    ),
    st.text(max_size=40),
    st.binary(max_size=60),
)
def test_whatever_the_bytes_there_is_an_answer(here: Guest, head: str, more: str, body: bytes) -> None:
    head = (head + more).encode("latin-1", "replace").decode("latin-1")
    here.site.routes["/strange"] = lambda handler: handler.raw(f"{head}\n\n", body)
    answer = here.ask("/strange")
    assert answer.status in ("new", "gone", "refused", "failed", "later")
    assert (answer.page is None) is bool(answer.reason)
    assert answer.reason.isprintable()
    assert all(isinstance(one, Page | BadInput) for one in reports_of(answer, LIMIT))


def test_pages_of_a_crawl_at_an_address_pass_the_gate_where_it_is_asked_for(here: Guest) -> None:
    body = warc(record(b"<html><p>Bread and salt."), record(b"<html><p>Foreign ministers met at a summit."))
    here.site.routes["/a.warc.gz"] = lambda handler: handler.raw(f"{HEAD}\n", body)
    answer = here.ask("/a.warc.gz")
    found = list(reports_of(answer, LIMIT, gated=True))
    assert [isinstance(one, SetAside) for one in found] == [True, False]
    assert not any(isinstance(one, BadInput) for one in reports_of(answer, LIMIT))


@pytest.mark.parametrize("path", ["/gzipped", "/moved", "/chain/3", "/chain/9"])
def test_packed_and_moved_pages_are_the_same_page(here: Guest, path: str) -> None:
    answer = here.ask(path)
    assert answer.page is not None
    assert answer.page.body == here.site.pages["/page/1"]
    assert answer.final == here.site.at(path if path == "/gzipped" else "/page/1")


@pytest.mark.parametrize(("path", "wait"), [("/busy", 7), ("/busy-until", 9)])
def test_a_busy_site_is_left_alone_as_long_as_it_says(here: Guest, path: str, wait: float) -> None:
    assert here.ask(path).status == "new"
    assert (here.slept, here.site.counts[path]) == ([wait], 2)


def test_a_site_out_of_order_is_tried_again_with_growing_waits(here: Guest) -> None:
    assert here.ask("/shaky").status == "new"
    first, second = here.slept
    assert 1 <= first <= 2 <= second <= 4


def test_a_site_that_asks_for_a_long_pause_is_not_asked_for_anything_meanwhile(here: Guest) -> None:
    assert here.ask("/busy-long").after == 5000
    answer = here.ask("/page/1")
    assert (answer.status, answer.after, here.site.counts["/page/1"]) == ("later", 5000, 0)
    here.slept.append(5001)
    assert here.ask("/page/1").status == "new"


def test_a_site_that_does_not_answer_has_longer_and_longer_pauses_until_it_is_not_asked_at_all(
    here: Guest,
) -> None:
    here.ask("/page/1")
    answers = [here.ask("/down") for _ in range(20)]
    assert here.site.counts["/down"] == 4 * 4
    assert {answer.status for answer in answers} == {"later"}
    host = here.site.address.removeprefix("http://")
    assert answers[-1].reason == f"is not asked now: {host} is to be left alone for 240 s"
    assert [round(wait) for wait in here.slept if wait > 10] == [30, 60, 120]
    here.slept.append(240)
    assert here.ask("/page/1").status == "new"
    here.ask("/down")
    assert here.web.due_in(here.site.at("/page/1")) == 30, "an answer makes good for what was before"


def test_a_mark_that_no_server_would_take_back_is_not_sent(here: Guest) -> None:
    for etag in ("a" * 5000, "a\r\nX-Evil: b", "ж"):
        assert here.web.ask(Asked(here.site.at("/page/1"), etag)).status == "new"
    assert not any("If-None-Match" in told or "X-Evil" in told for _, told in here.site.asked)


def test_one_honest_name_and_nothing_else_is_told() -> None:
    with site() as of:
        guest(of, contact="mailto:desk@example.org").ask("/moved")
        told = [headers for _, headers in of.asked]
    assert all(h["User-Agent"].startswith("Communique/") for h in told)
    assert all(h["User-Agent"].endswith(" (+mailto:desk@example.org)") for h in told)
    names = {"Host", "User-Agent", "Accept", "Accept-Encoding", "Accept-Language", "Connection"}
    assert all(set(h) == names for h in told), "no cookie, no referer"


def test_no_proxy_of_the_environment_is_used(here: Guest, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert here.ask("/page/1").status == "new"


def test_this_machine_is_not_asked_unless_it_is_allowed() -> None:
    with site() as of:
        answer = guest(of, private=()).ask("/page/1")
        assert not of.counts
    assert (answer.status, answer.reason) == (
        "refused",
        "is not asked: 127.0.0.1, this machine itself; to allow it: COMMUNIQUE_ALLOW_PRIVATE=127.0.0.1",
    )


def test_the_checked_ip_is_the_one_connected_to(here: Guest) -> None:
    """A name that is public when it is checked and private when it is used: it is looked up once only."""
    looked_up: list[str] = []

    def shifty(host: str, port: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"] if len(looked_up) % 2 else ["10.0.0.1"]

    port = here.site.address.rpartition(":")[2]
    web = Web(Manners(private=LOOPBACK, gap=0, seconds=2), World(resolve=shifty))
    answer = web.ask(Asked(f"http://news.example:{port}/page/1"))
    assert answer.status == "refused", (
        "the second look-up (for the page, after robots.txt) is checked by itself"
    )
    assert looked_up == ["news.example"] * 2
    assert "news.example is 10.0.0.1, in a private network" in answer.reason
    assert [(path, told["Host"]) for path, told in here.site.asked] == [
        ("/robots.txt", f"news.example:{port}")
    ]


def test_reports_come_with_address_type_by_content_and_the_servers_charset(here: Guest) -> None:
    (page,) = here.reports("/cyrillic")
    assert isinstance(page, Page)
    assert page.media_type == "text/html; charset=cp1251"
    assert "в Минске" in page.body.decode("cp1251")
    assert (page.name, page.address) == (here.site.at("/cyrillic"),) * 2
    (bad,) = here.reports("/feed.xml")
    assert isinstance(bad, BadInput)
    assert str(bad).startswith(here.site.at("/feed.xml") + ": is a feed or sitemap")


def test_an_archive_at_an_address_gives_its_reports_and_a_table_the_addresses_of_its_rows(
    here: Guest,
) -> None:
    here.site.routes["/all.zip"] = lambda h: h.reply(
        200,
        {"Content-Type": "text/html"},
        zipped({"a.html": here.site.pages["/page/1"], "b.txt": b"They met."}),
    )
    rows = b'{"text": "They met.", "address": "https://news.example/7"}\n{"text": "They met again."}'
    here.site.routes["/all"] = lambda h: h.reply(200, {"Content-Type": "application/json"}, rows)
    found = [*here.reports("/all.zip"), *here.reports("/all")]
    assert all(isinstance(one, Placed) for one in found), found
    zip_, table = here.site.at("/all.zip"), here.site.at("/all")
    assert [(one.place, one.name, one.address) for one in found if isinstance(one, Placed)] == [
        (f"{zip_}:a.html", "a", None),
        (f"{zip_}:b.txt", "b", None),
        (f"{table}:1", "all:1", "https://news.example/7"),
        (f"{table}:2", "all:2", None),
    ]
    assert {one.retrieved for one in found if isinstance(one, Page)} == {"2023-11-14T22:13:20Z"}


@pytest.mark.parametrize(
    ("served", "body", "kind"),
    [
        ("text/html", b"<link rel=x>The ministers met.", "text/html; charset=utf-8"),
        ("text/html", b"The ministers met.", "text/plain; charset=utf-8"),
        ("text/plain", b"<!doctype html><p>The ministers met.", "text/html; charset=utf-8"),
        ("image/png", b"%PDF-1.7 ...", "application/pdf"),
        ("", b"The ministers met.", "text/plain; charset=utf-8"),
        (
            "text/html; charset=iso-8859-5",
            "<b>Встреча</b>".encode("iso8859-5"),
            "text/html; charset=iso8859-5",
        ),
        ("text/html; charset=iso-8859-5", "<b>Встреча</b>".encode(), "text/html; charset=utf-8"),
        ("text/html; charset=utf-8", "<p>Встреча в Минске".encode("cp1251"), "not UTF-8"),
        ("text/html; charset=rot13", b"<p>The ministers met.", "text/html; charset=utf-8"),
    ],
)
def test_a_page_is_what_it_is_and_the_servers_word_counts_where_it_could_be_either(
    here: Guest, served: str, body: bytes, kind: str
) -> None:
    here.site.routes["/a.php"] = lambda h: h.reply(200, {"Content-Type": served}, body)
    (found,) = here.reports("/a.php?id=7")
    assert (found.media_type if isinstance(found, Page) else found.reason).startswith(kind)
