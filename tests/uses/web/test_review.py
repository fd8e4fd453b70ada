"""The review over plain forms: what is asked first, what an answer keeps, what is taken back, and who has seen what."""

import re
import sqlite3
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import small_record
from litestar import Litestar
from litestar.testing import TestClient

from communique.ledger import Ledger
from communique.model.judgement import Judgement
from communique.uses import deciding
from communique.uses.users import Users
from communique.uses.web.app import create_app

Client = TestClient[Litestar]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_USER", "anna")
    return small_record.make(tmp_path / "small.db")


@pytest.fixture
def pages(own: Path) -> Iterator[Client]:
    with TestClient(create_app(own)) as client:
        yield client


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, name
    return unescape(found[1])


def means(page: str, words: str) -> str:
    """What the button with these words sends."""
    found = re.search(rf'name="answer" value="([^"]*)"[^>]*>(?:<kbd[^>]*>\w</kbd> )?<bdi>{words}<', page)
    assert found, words
    return unescape(found[1])


def answer(pages: Client, words: str, value: str = "", to: str = "/review", at: str = "") -> str:
    """The page after the button with these words is pressed."""
    page = pages.get("/review", params={"at": at}).text
    said = means(page, words) if words[:1].isupper() else words
    sent = {"token": hidden(page, "token"), "key": hidden(page, "key"), "answer": said, "value": value}
    return str(pages.post(to, data=sent).text)


def judged(path: Path) -> list[Judgement]:
    with Ledger.open(path) as ledger:
        return list(ledger.judgements())


def city(pages: Client) -> object:
    rows = pages.get("/meetings.json?words=sixth").json()["rows"]
    return rows[0]["city"], rows[0]["disputed"]


def soon(pages: Client, wanted: object) -> None:
    """The record takes a decision in within moments."""
    until = time.monotonic() + 20
    while city(pages) != wanted and time.monotonic() < until:
        time.sleep(0.05)
    assert city(pages) == wanted


def test_the_contradiction_that_most_reports_touch_comes_first_with_the_words_of_both(pages: Client) -> None:
    page = pages.get("/review").text
    assert hidden(page, "key").startswith("conflict m-")
    assert "<b>held in Moscow</b>" in page
    assert "<b>Saint Petersburg</b>" in page
    assert pages.get("/review.json").json()["waiting"][0]["kind"] == "conflict"


def test_an_answer_is_kept_with_name_and_time_and_settles_what_was_in_doubt(own: Path, pages: Client) -> None:
    before = city(pages)
    assert "Saint Petersburg is right" in answer(pages, "Saint Petersburg")
    (made,) = judged(own)
    assert (made.verdict, made.who) == ("right", "anna")
    assert made.when
    assert before != city(pages) or "on the way into the record" in pages.get("/review").text
    soon(pages, ("Saint Petersburg", ["city"]))
    assert "conflict" not in {w["kind"] for w in pages.get("/review.json").json()["waiting"]}


def test_an_answer_does_not_wait_while_something_large_is_taken_into_the_record(
    own: Path, pages: Client
) -> None:
    until = time.monotonic() + 20
    while not own.with_name("small.db-judged").exists() and time.monotonic() < until:
        time.sleep(0.05)
    other = sqlite3.connect(own, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "Saint Petersburg is right" in answer(pages, "Saint Petersburg")
    assert [made.who for made in judged(own)] == ["anna"]
    assert "Saint Petersburg" in pages.get("/judgements").text
    other.execute("ROLLBACK")
    other.close()
    soon(pages, ("Saint Petersburg", ["city"]))


def test_undoing_brings_the_question_and_the_record_back(own: Path, pages: Client) -> None:
    before, first = city(pages), hidden(pages.get("/review").text, "key")
    answer(pages, "replaced", "Minsk")
    soon(pages, ("Minsk", ["city"]))
    page = answer(pages, "", to="/review/undo")
    assert "is taken back" in page
    assert [j.verdict for j in judged(own)] == ["replaced", "undone"]
    soon(pages, before)
    until = time.monotonic() + 20  # the queue is listed anew a moment after the record
    while hidden(pages.get("/review").text, "key") != first and time.monotonic() < until:
        time.sleep(0.05)
    assert hidden(pages.get("/review").text, "key") == first


def test_what_is_left_is_told_by_kinds_of_questions(pages: Client) -> None:
    page = " ".join(pages.get("/review").text.split())
    kinds = [w["kind"] for w in pages.get("/review.json").json()["waiting"]]
    assert f"<b>{len(kinds)}</b> questions left: {kinds.count('conflict')} contradiction" in page


def test_what_is_put_off_comes_last(pages: Client) -> None:
    first = hidden(pages.get("/review").text, "key")
    answer(pages, "", to="/review/later")
    assert hidden(pages.get("/review").text, "key") != first
    assert pages.get("/review.json").json()["waiting"][-1]["key"] == first


def test_the_whole_queue_can_be_worked_through(own: Path, pages: Client) -> None:
    first = pages.get("/review.json").json()["number"]
    kinds: list[str] = []
    while "Nothing waits for a decision" not in (page := pages.get("/review").text):
        key, said = hidden(page, "key"), hidden(page, "answer")
        kinds.append(key.split()[0])
        assert len(kinds) <= first, "asked again"
        pages.post("/review", data={"token": hidden(page, "token"), "key": key, "answer": said})
    assert {"conflict", "body", "fact"} <= set(kinds)
    assert len(judged(own)) == len(kinds) > 8
    with Users.open(own) as users:
        assert users.seen("anna") == 4


def test_facts_of_reports_that_came_before_the_last_visit_are_not_asked_about(own: Path) -> None:
    with Users.open(own) as users:
        users.has_seen("anna", 4)
    with TestClient(create_app(own)) as pages:
        assert "fact" not in {w["kind"] for w in pages.get("/review.json").json()["waiting"]}
    with Users.open(own) as users:
        users.has_seen("anna", 3)
    with TestClient(create_app(own)) as pages:
        assert "fact" in {w["kind"] for w in pages.get("/review.json").json()["waiting"]}


@pytest.mark.parametrize(
    ("key", "said", "value", "reason"),
    [
        ("", "same", "", "no answer to this question"),
        ("", "replaced", "", "an empty value corrects nothing"),
        ("", "right 0123456789", "", "is there no longer"),
        ("nonsense", "right", "", "is nothing to decide"),
        ("conflict m-0000000000000000 city", "right", "", "no such entry"),
    ],
)
def test_an_answer_that_makes_no_sense_is_told_and_keeps_nothing(
    own: Path, pages: Client, key: str, said: str, value: str, reason: str
) -> None:
    page = pages.get("/review").text
    sent = {"token": hidden(page, "token"), "key": key or hidden(page, "key"), "answer": said, "value": value}
    got = pages.post("/review", data=sent)
    assert got.status_code == 422
    assert reason in got.text
    assert judged(own) == []


def test_a_number_that_is_none_corrects_nothing(own: Path, pages: Client) -> None:
    (meeting,) = [r["id"] for r in pages.get("/meetings.json?words=sixth").json()["rows"]]
    page = pages.get(f"/review?at=fact+{meeting}+ordinal").text
    sent = {
        "token": hidden(page, "token"),
        "key": f"fact {meeting} start",
        "answer": "replaced",
        "value": "May",
    }
    assert "write it as 2024-11-28" in pages.post("/review", data=sent).text
    assert judged(own) == []


def test_what_another_has_just_decided_is_not_decided_twice(own: Path) -> None:
    with Users.open(own) as users:
        for name in ("bea", "cai"):
            users.add(name, "reviewer", "correct horse battery")
    with TestClient(create_app(own)) as pages:
        jars = {name: entered(pages, name) for name in ("bea", "cai")}
        page = as_(pages, jars["cai"]).get("/review").text
        answer(as_(pages, jars["bea"]), "Moscow", at=hidden(page, "key"))
        sent = {
            "token": hidden(page, "token"),
            "key": hidden(page, "key"),
            "answer": means(page, "Moscow is wrong"),
        }
        assert "bea has just decided this" in as_(pages, jars["cai"]).post("/review", data=sent).text
        assert [j.verdict for j in judged(own)] == ["right"]
        page = as_(pages, jars["bea"]).get("/review").text
        assert hidden(page, "key") != hidden(as_(pages, jars["cai"]).get("/review").text, "key")
        taken = pages.post("/review/undo", data={"token": sent["token"], "number": "1"})
        assert "bea&#39;s" in taken.text
        assert "undo<" not in pages.get("/judgements").text
        assert "undo<" in as_(pages, jars["bea"]).get("/judgements").text


def entered(pages: Client, name: str) -> dict[str, str]:
    """The cookies of one who has logged in."""
    pages.cookies.clear()
    sent = {
        "token": hidden(pages.get("/login").text, "token"),
        "name": name,
        "password": "correct horse battery",
    }
    pages.post("/login", data=sent)
    return dict(pages.cookies)


def as_(pages: Client, jar: dict[str, str]) -> Client:
    pages.cookies.clear()
    pages.cookies.update(jar)
    return pages


def test_two_that_were_judged_one_are_listed_by_the_names_in_their_reports(own: Path, pages: Client) -> None:
    ids = {row["name"]: row["id"] for row in pages.get("/people.json").json()["rows"]}
    with Ledger.open(own) as ledger:
        with ledger.connect() as db:
            made = deciding.pair(db, "same", ids["Stanislav Zas"], ids["Nikolai Patrushev"], who="anna")
        ledger.judge(made.judgement)
    until = time.monotonic() + 20
    while len(pages.get("/people.json").json()["rows"]) == len(ids) and time.monotonic() < until:
        time.sleep(0.05)
    listed = " ".join(re.sub("<[^>]*>", "", pages.get("/judgements").text).split())
    assert "Stanislav Zas is Nikolai Patrushev" in listed


def test_judgements_are_listed_in_words_and_can_be_taken_back(own: Path, pages: Client) -> None:
    answer(pages, "Moscow is wrong")
    page = pages.get("/judgements").text
    assert "sixth meeting" in page
    assert "city was Moscow" in page
    sent = {"token": hidden(page, "token"), "from": "/judgements", "number": "1"}
    assert "(taken back)" in pages.post("/review/undo", data=sent).text
    assert [j["stands"] for j in pages.get("/judgements.json").json()["judgements"]] == [False, True]


def test_a_record_that_may_only_be_read_is_not_judged(own: Path) -> None:
    with TestClient(create_app(own, judged=False)) as pages:
        answer = pages.get("/review")
    assert answer.status_code == 422
    assert "may only be read" in answer.text


def marked(pages: Client, report: str, **said: str) -> str:
    """The page after words of a report were marked."""
    page = pages.get(f"/reports/{report}/mark").text
    sent = {"token": hidden(page, "token"), "words": "", "what": "", "value": "", "by": ""} | said
    return str(pages.post(f"/reports/{report}/mark", data=sent).text)


@pytest.fixture
def newsline(pages: Client) -> str:
    (row,) = pages.get("/reports.json?words=grigoryan+attends").json()["rows"]
    return str(row["id"])


def test_marked_words_become_a_fact_of_the_record_and_can_be_taken_back(pages: Client, newsline: str) -> None:
    page = marked(pages, newsline, words="Armenia", what="offices - -", by="Armen Grigoryan")
    assert "“Armenia”" in page
    assert "anna" in page
    until = time.monotonic() + 20
    while "Armenia" not in str(pages.get("/people.json?words=grigoryan").json()) and time.monotonic() < until:
        time.sleep(0.05)
    (person,) = pages.get("/people.json?words=grigoryan").json()["rows"]
    assert person["office"] == "Armenia"
    page = pages.get(f"/reports/{newsline}/mark").text
    back = f"/reports/{newsline}/mark"
    pages.post("/review/undo", data={"token": hidden(page, "token"), "from": back, "number": "1"})
    assert "Added by people" not in pages.get(back).text


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"words": "Atlantis", "what": "operations - -"}, "do not stand in the report"),
        ({"words": "CIS", "what": "operations - -"}, "stand there 2 times"),
        ({"words": "22 November 2018", "what": "statements - -"}, "who says so"),
        ({"words": "22 November 2018", "what": "meetings start 0"}, "write it as 2024-11-28"),
        ({"words": "22 November 2018", "what": "meetings colour 0"}, "choose what the marked words are"),
        ({"words": "", "what": "operations - -"}, "mark the words"),
    ],
)
def test_words_that_cannot_be_a_fact_are_told(
    own: Path, pages: Client, newsline: str, said: dict[str, str], reason: str
) -> None:
    assert reason in marked(pages, newsline, **said)
    assert judged(own) == []


def test_a_report_of_which_little_was_read_leads_to_marking_it(pages: Client, newsline: str) -> None:
    page = pages.get(f"/review?at=coverage+{newsline}").text
    assert "Was something missed here?" in page
    assert f"/reports/{newsline}/mark" in page
    assert "<textarea" in pages.get(f"/reports/{newsline}/mark?start=0&stop=9").text
    assert pages.get("/reports/r-nothing/mark").status_code == 404
