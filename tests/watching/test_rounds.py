"""A site of our own watched through rounds: what is asked, how often, and what comes of it."""

import pytest
from own_site import REPORT, STARTED, site
from watcher import DAY, PAGES, Watcher, atom

from communique.flow import standard_reader
from communique.source.listed import Watched
from communique.watching import Visits


def test_three_rounds_over_feed_sitemap_and_listing(watcher: Watcher) -> None:
    watched = ("/feed.xml", "/sitemap.xml", "/listing")
    first = watcher.round(*watched)
    assert (first.lists, first.same, first.named, first.new, first.failed) == (3, 0, 8, 8, ())
    assert watcher.asked() == dict.fromkeys([*watched, *PAGES], 1)
    assert watcher.stored() == PAGES

    second = watcher.round(*watched)
    assert (second.lists, second.same, second.new, second.unchanged) == (3, 3, 0, 0)
    assert watcher.asked() == dict.fromkeys(watched, 1)

    watcher.site.add("/page/9", REPORT.format(city="Oslo", day=9))
    watcher.site.pages["/page/1"] = REPORT.format(city="Astana", day=12).encode()
    watcher.now += DAY + 60
    third = watcher.round(*watched)
    assert (third.lists, third.same, third.new, third.changed, third.unchanged) == (3, 0, 1, 1, 7)
    assert watcher.asked() == dict.fromkeys([*watched, *PAGES, "/page/9"], 1)
    assert watcher.stored() == sorted([*PAGES, "/page/1", "/page/9"])

    watcher.now += 30 * DAY
    fourth = watcher.round(*watched)
    assert (fourth.same, fourth.new, fourth.changed, fourth.unchanged) == (3, 0, 0, 9)
    watcher.now += 30 * DAY
    assert watcher.round(*watched).unchanged == 0  # nothing is young any more
    assert watcher.asked() == dict.fromkeys(watched, 1)


@pytest.mark.parametrize("marks", [(True, True), (True, False), (False, True), (False, False)])
def test_what_is_the_same_is_not_stored_again_whatever_marks_a_site_gives(
    watcher: Watcher, marks: tuple[bool, bool]
) -> None:
    watcher.site.tags, watcher.site.dates = marks
    watcher.round("/feed.xml")
    watcher.now += DAY + 60
    again = watcher.round("/feed.xml")
    assert (again.same, again.unchanged, again.changed) == (1, 8, 0)
    assert watcher.stored() == PAGES


def test_a_page_whose_markup_alone_changed_is_unchanged(watcher: Watcher) -> None:
    watcher.round("/feed.xml")
    watcher.site.pages["/page/1"] += b"<!-- made at 12:00:01 -->"
    watcher.now += DAY + 60
    assert watcher.round("/feed.xml").changed == 0
    assert watcher.stored() == PAGES


def test_a_page_that_changes_back_is_stored_once_more(watcher: Watcher) -> None:
    first = watcher.site.pages["/page/1"]
    for body in (first, REPORT.format(city="Astana", day=12).encode(), first):
        watcher.site.pages["/page/1"] = body
        watcher.round("/feed.xml")
        watcher.now += DAY + 60
    assert watcher.stored().count("/page/1") == 3


def test_a_page_that_a_feed_says_was_updated_is_asked_at_once(watcher: Watcher) -> None:
    updated: dict[str, int] = {}
    watcher.site.routes["/atom.xml"] = atom(watcher.site, PAGES[:3], updated)
    assert watcher.round("/atom.xml").new == 3
    watcher.site.pages["/page/2"] = REPORT.format(city="Minsk", day=19).encode()
    updated["/page/2"] = STARTED + 600
    again = watcher.round("/atom.xml")
    assert (again.changed, again.unchanged) == (1, 0)
    assert watcher.asked() == {"/atom.xml": 1, "/page/2": 1}
    assert watcher.round("/atom.xml").changed == 0
    assert watcher.asked() == {"/atom.xml": 1}


def test_a_feed_that_cries_wolf_is_believed_once_a_day(watcher: Watcher) -> None:
    updated: dict[str, int] = {}
    watcher.site.routes["/atom.xml"] = atom(watcher.site, PAGES[:3], updated)
    asked = []
    for hour in range(0, 30, 3):
        updated.update(dict.fromkeys(PAGES, STARTED + hour * 3600))
        watcher.round("/atom.xml")
        asked.append(watcher.asked().get("/page/1", 0))
        watcher.now += 3 * 3600
    assert asked[:2] == [1, 1]
    assert sum(asked) == 3


def test_what_fails_is_told_and_tried_later_and_later_then_given_up(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/broken", "/page/1"]
    first = watcher.round("/feed.xml")
    assert first.new == 1
    assert first.failed == ((watcher.site.at("/broken"), "the server failed (500): try again later"),)
    assert watcher.round("/feed.xml").failed == ()
    assert "/broken" not in watcher.asked()
    rounds = []
    for _ in range(20):
        watcher.now += 6 * 3600
        rounds.append(len(watcher.round("/feed.xml", days=0).failed))
    assert sum(rounds) == 5
    assert rounds.index(1) == 0


def test_a_page_that_is_gone_is_asked_once(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/gone"]
    ((address, reason),) = watcher.round("/feed.xml").failed
    assert (address, reason) == (watcher.site.at("/gone"), "is not there (410): check the address")
    watcher.now += 10 * DAY
    watcher.round("/feed.xml")
    assert watcher.asked() == {"/feed.xml": 1}


def test_busy_and_shaky_pages_are_had_in_the_end(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/busy", "/shaky"]
    assert watcher.round("/feed.xml").new == 2
    assert watcher.asked() == {"/feed.xml": 1, "/busy": 2, "/shaky": 3}
    assert watcher.slept > 7


def test_a_daily_look_at_a_page_does_not_make_a_list_a_liar(watcher: Watcher) -> None:
    updated: dict[str, int] = {}
    watcher.site.routes["/atom.xml"] = atom(watcher.site, PAGES[:1], updated)
    watcher.round("/atom.xml")
    watcher.now += DAY + 60
    assert watcher.round("/atom.xml").unchanged == 1
    updated["/page/1"] = STARTED + 2 * DAY
    watcher.site.pages["/page/1"] = REPORT.format(city="Astana", day=19).encode()
    watcher.now += 600
    assert watcher.round("/atom.xml").changed == 1


@pytest.mark.parametrize(
    "path", ["/to-private", "/to-metadata", "/to-file", "/forbidden/1", "/loop-a", "/bomb", "/drip"]
)
def test_hostile_pages_fail_alone(watcher: Watcher, path: str) -> None:
    watcher.seconds = 0.5
    watcher.site.entries[:] = [path, "/page/1"]
    summary = watcher.round("/feed.xml")
    assert summary.new == 1
    assert [address for address, _ in summary.failed] == [watcher.site.at(path)]


def test_a_host_that_asks_us_to_wait_is_left_alone_for_so_long(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/busy-long", "/page/1", "/page/2"]
    watcher.site.modified["/busy-long"] = STARTED + 60  # the newest comes first
    first = watcher.round("/feed.xml")
    assert first.failed == (
        (watcher.site.at("/busy-long"), "asks for fewer requests (429), come again in 5,000 s"),
    )
    assert (first.new, first.waiting) == (0, 3)
    assert watcher.asked() == {"/feed.xml": 1, "/busy-long": 1}
    watcher.now += 60
    held = watcher.round("/feed.xml")
    assert (held.lists, held.held, held.failed, watcher.asked()) == (0, 4, (), {})
    watcher.now += 5000
    watcher.site.routes.pop("/busy-long")
    watcher.site.pages["/busy-long"] = REPORT.format(city="Rome", day=7).encode()
    assert watcher.round("/feed.xml").new == 3


def test_a_robots_txt_is_asked_once_a_day(watcher: Watcher) -> None:
    asked = []
    for _ in range(5):
        watcher.round("/feed.xml")
        asked.append(watcher.site.counts["/robots.txt"])
        watcher.now += DAY / 4 + 60
    assert asked == [1, 0, 0, 0, 1]


def test_a_host_that_is_down_is_not_asked_for_every_page(watcher: Watcher) -> None:
    for path in PAGES:
        watcher.site.routes[path] = watcher.site.routes["/down"]
    summary = watcher.round("/feed.xml")
    assert (len(summary.failed), summary.waiting) == (3, 5)


def test_a_list_that_fails_leaves_the_others_alone_and_is_asked_in_the_next_round(watcher: Watcher) -> None:
    summary = watcher.round("/broken", "/loop", "/page/1", "/feed.xml")
    assert summary.new == 8
    reasons = [reason.partition(":")[0].partition(" (does")[0] for _, reason in summary.failed]
    assert reasons == [
        "the server failed (500)",
        "leads in a circle of redirects",
        "is a page, no list of pages",
    ]
    watcher.round("/broken", "/feed.xml")
    assert watcher.asked() == {"/broken": 1, "/feed.xml": 1}


def test_a_page_can_be_watched_itself(watcher: Watcher) -> None:
    page = Watched(address=watcher.site.at("/page/3"), kind="page")
    assert watcher.round(page, days=0).new == 1
    watcher.site.pages["/page/3"] = REPORT.format(city="Dushanbe", day=20).encode()
    assert watcher.round(page, days=0).changed == 1
    assert watcher.round(page, days=0).unchanged == 1
    assert watcher.asked() == {"/page/3": 1}


def test_what_we_may_not_ask_was_not_asked(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/forbidden/1", "/closed", "/page/1"]
    watcher.site.routes["/closed"] = lambda handler: handler.reply(403)
    elsewhere = Watched(address="http://10.0.0.1/feed.xml")
    summary = watcher.round("/feed.xml", "/forbidden/feed.xml", elsewhere)
    assert (summary.lists, len(summary.failed)) == (1, 4)
    with Visits.open(watcher.record) as visits:
        rows = [*visits.lists(), *visits.failed()]
    asked = {row.address.removeprefix(watcher.site.address): row.asked is not None for row in rows}
    assert asked == {
        "/feed.xml": True,
        "/forbidden/feed.xml": False,
        "http://10.0.0.1/feed.xml": False,
        "/forbidden/1": False,
        "/closed": True,
    }


def test_a_list_that_its_file_names_no_longer_is_known_as_such(watcher: Watcher) -> None:
    watcher.round("/feed.xml", "/listing", of="a.txt")
    watcher.round("/sitemap.xml", of="b.txt")
    watcher.round("/feed.xml", of="a.txt")
    with Visits.open(watcher.record) as visits:
        assert visits.left() == [watcher.site.at("/listing")]


def test_a_record_has_one_memory_by_whichever_name(watcher: Watcher) -> None:
    watcher.round("/feed.xml")
    other = watcher.record.with_name("other.db")
    other.symlink_to(watcher.record)
    watcher.record = other
    assert watcher.round("/feed.xml").same == 1


def test_pages_that_lead_to_one_another_are_got_once(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/page/1", "/moved"]
    watcher.site.modified["/moved"] = STARTED + 60
    assert watcher.round("/feed.xml").new == 1
    assert watcher.asked() == {"/feed.xml": 1, "/moved": 1, "/page/1": 1}
    assert watcher.stored() == ["/page/1"]


def test_the_host_that_asks_us_to_wait_is_left_alone_not_the_one_that_led_to_it(watcher: Watcher) -> None:
    with site() as other:
        to = other.at("/busy-long")
        watcher.site.routes["/away"] = lambda handler: handler.reply(302, {"Location": to})
        watcher.site.entries[:] = ["/away", "/page/1", "/page/2"]
        watcher.site.modified["/away"] = STARTED + 60  # the newest comes first
        first = watcher.round("/feed.xml")
        assert (first.new, len(first.failed), first.held) == (2, 1, 0)
        watcher.now += 60
        again = watcher.round("/feed.xml")
        assert (again.lists, again.held, again.failed) == (1, 0, ())
        assert other.counts["/busy-long"] == 1
        watcher.now += 5000
        other.routes.pop("/busy-long")
        other.pages["/busy-long"] = REPORT.format(city="Rome", day=7).encode()
        assert watcher.round("/feed.xml").new == 1


def test_hosts_take_turns(watcher: Watcher) -> None:
    watcher.gap = 10
    with site() as other:
        first, second = watcher.site.at("/feed.xml"), other.at("/feed.xml")
        summary = watcher.round(Watched(address=first), Watched(address=second))
    assert summary.new == 16
    assert watcher.slept < 10 * 12  # one host after the other would be twice nine waits and more


def test_the_other_addresses_of_a_page_do_not_count(watcher: Watcher) -> None:
    watcher.site.entries[:] = ["/moved", "/chain/2"]
    watcher.round("/feed.xml")
    with Visits.open(watcher.record) as visits:
        assert visits.counts() == {"there": 2}


def test_a_pattern_a_day_and_a_number_narrow_what_is_asked(watcher: Watcher) -> None:
    feed = Watched(address=watcher.site.at("/feed.xml"), pattern="/page/*", since="2023-11-18")
    watcher.site.add("/other/1", REPORT.format(city="Oslo", day=3))
    watcher.site.modified.update({f"/page/{n}": STARTED + n * DAY for n in range(1, 9)})
    first = watcher.round(feed, most=3)
    assert (first.named, first.new, first.waiting) == (5, 3, 2)
    assert watcher.stored() == ["/page/6", "/page/7", "/page/8"]
    assert watcher.round(feed, most=3).new == 2


def test_a_list_that_is_to_be_read_otherwise_is_read_anew(watcher: Watcher) -> None:
    address = watcher.site.at("/feed.xml")
    assert watcher.round(Watched(address=address, pattern="/page/1")).new == 1
    assert watcher.round(Watched(address=address, pattern="/page/2")).new == 1
    assert watcher.round(Watched(address=address, pattern="/page/2")).same == 1


def test_what_the_feed_says_stands_in_where_the_page_is_silent(watcher: Watcher) -> None:
    silent = b"<html><body><p>the ministers of the member states met and adopted a joint statement there.</p></body></html>"
    watcher.site.pages["/page/1"] = silent
    watcher.site.entries[:] = ["/page/1", "/page/2"]
    watcher.round("/feed.xml")
    (told,) = [text for text in watcher.texts() if text.address == watcher.site.at("/page/1")]
    (own,) = [text for text in watcher.texts() if text.address == watcher.site.at("/page/2")]
    assert (told.title, told.published, told.published_span) == ("Report /page/1", "2023-11-14", None)
    assert own.title == "Ministers meet in Minsk"


def test_a_date_line_goes_before_the_day_of_a_feed(watcher: Watcher) -> None:
    page = "<html><body><h1>Ministers meet</h1><p>MINSK, {}. /Agency/. The ministers of the member states met in Minsk and adopted a statement.</p></body></html>"
    watcher.site.pages["/page/1"] = page.format("12 November 2023").encode()
    watcher.site.pages["/page/2"] = page.format("November 12").encode()
    watcher.site.entries[:] = ["/page/1", "/page/2"]
    watcher.round("/feed.xml", reader=standard_reader())
    days = {(text.address or "")[-1]: text.published for text in watcher.texts()}
    assert days == {"1": None, "2": "2023-11-14"}
