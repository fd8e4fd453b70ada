"""What a site asks of its guests, its robots.txt and its pace, is kept to; robots.txt is asked once and kept for another day."""

import pytest
from guests import Guest, guest
from own_site import site


def test_the_pace_of_a_host_is_kept_and_a_slower_one_that_robots_asks_for() -> None:
    with site() as of:
        one = guest(of, gap=1)
        assert {one.ask(f"/page/{n}").status for n in (1, 2, 3)} == {"new"}
        assert one.slept == [1, 1, 1]
        of.robots = "User-agent: communique\nCrawl-delay: 20\n"
        slow = guest(of, gap=1)
        assert {slow.ask(f"/page/{n}").status for n in (1, 2, 3)} == {"new"}
        assert slow.slept == [1, 20, 20]
        of.robots = "User-agent: *\nCrawl-delay: 500\n"
        slower = guest(of)
        assert [slower.ask("/page/1").status, slower.ask("/page/2").status] == ["new", "later"]


def test_robots_is_asked_once_a_host_and_again_after_a_day(here: Guest) -> None:
    for number in (1, 2, 3):
        here.ask(f"/page/{number}")
    assert here.site.counts["/robots.txt"] == 1
    here.site.robots = "User-agent: *\nDisallow: /\n"
    assert here.ask("/page/4").status == "new"
    here.slept.append(86_400)
    assert here.ask("/page/5").status == "refused"
    assert here.site.counts["/robots.txt"] == 2


def test_without_a_robots_txt_everything_may_be_asked_and_with_a_broken_server_nothing(here: Guest) -> None:
    here.site.robots = None
    assert here.ask("/forbidden/1").status == "gone"
    with site() as of:
        of.routes["/robots.txt"] = of.routes["/down"]
        other = guest(of)
        answer = other.ask("/page/1")
        assert (answer.status, of.counts["/page/1"]) == ("later", 0)
        assert (
            answer.reason
            == "its robots.txt cannot be had, which is taken for a no: it is out of order for now"
            " (503): try again later"
        )


def test_a_robots_txt_is_kept_for_another_day_and_as_long_as_it_says(here: Guest) -> None:
    here.ask("/page/1")
    (kept,) = here.web.kept()
    assert (kept.body, kept.until - kept.since) == (here.site.robots.encode(), 86_400)
    later = guest(here.site)
    later.web.remember([kept])
    assert (later.ask("/forbidden/1").status, here.site.counts["/robots.txt"]) == ("refused", 1)
    here.site.routes["/robots.txt"] = lambda h: h.reply(200, {"Cache-Control": "max-age=3600"})
    other = guest(here.site)
    other.ask("/page/1")
    assert [one.until - one.since for one in other.web.kept()] == [3600]


@pytest.mark.parametrize(
    ("route", "status", "kept"),
    [
        ("/down", "later", 0),
        ("/drip", "later", 0),
        ("/brotli", "new", 0),
        ("/loop", "new", 1),
        ("/bomb", "new", 1),
    ],
)
def test_only_a_robots_txt_that_was_answered_is_kept(here: Guest, route: str, status: str, kept: int) -> None:
    here.site.routes["/robots.txt"] = here.site.routes[route]
    assert here.ask("/page/1").status == status
    assert len(here.web.kept()) == kept
    assert all(len(one.body) <= 500_000 for one in here.web.kept())
