"""Every page answers, says who says so, and leaves a hostile report inert."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import small_record
from litestar import Litestar
from litestar.testing import TestClient
from parsed import Parsed

from communique import catalogue
from communique.catalogue import queries
from communique.model.errors import BrokenRecord
from communique.model.record import KINDS
from communique.settings import Settings
from communique.uses.web.addresses import fact_id, words_behind
from communique.uses.web.app import create_app
from communique.uses.web.serving import serve
from communique.uses.web.wording import ordinal

Client = TestClient[Litestar]


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, f"{address}: {answer.status_code} {answer.text[:200]}"
    return str(answer.text)


def one(client: Client, kind: str, words: str) -> str:
    """The address of the first entry of a list."""
    links = [
        a
        for a in Parsed(page(client, f"/{kind}?words={words}"), inside="list").links
        if a.startswith(f"/{kind}/")
    ]
    assert links, f"no {kind} with {words}"
    return links[0]


def test_every_page_that_is_linked_answers(client: Client) -> None:
    seen: dict[str, str] = {}
    waiting = ["/", "/search?words=moscow"]
    while waiting:
        address = waiting.pop().split("#")[0]
        if address not in seen:
            seen[address] = page(client, address)
            waiting += [a for a in Parsed(seen[address]).links if a.startswith("/")]
    kinds = {urlsplit(a).path.split("/")[1] for a in seen if urlsplit(a).path.count("/") > 1}
    assert kinds == {*KINDS, "countries", "pictures"}


def test_every_anchor_that_is_linked_exists(client: Client) -> None:
    for start in (
        "/",
        one(client, "meetings", "sixth"),
        one(client, "people", "zas"),
        one(client, "bodies", "cis"),
    ):
        for link in Parsed(page(client, start)).links:
            address, _, anchor = link.partition("#")
            if address.startswith("/") and anchor:
                assert anchor in {a.get("id") for _, a in Parsed(page(client, address)).tags}, link


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_is_filtered_and_says_when_nothing_is_left(client: Client, kind: str) -> None:
    assert f"No {kind} with all of these words" in page(client, f"/{kind}?words=zzz")
    assert client.get(f"/{kind}?words=moscow&year=1066").status_code == 200
    assert client.get(f"/{kind}?after=nothing").status_code == 404


def test_front_page_counts_and_draws(client: Client) -> None:
    front = page(client, "/")
    assert "<svg" in front
    assert 'On 1 point <a href="/conflicts">reports contradict each other</a>' in front
    assert {f"/{kind}" for kind in KINDS} <= set(Parsed(front).links)


def test_an_empty_record_says_what_to_type(empty: Client) -> None:
    assert "communique add reports/ --record empty.db" in page(empty, "/")
    for kind in KINDS:
        assert f"The record holds no {kind}." in page(empty, f"/{kind}")


def test_search_answers_by_kind_and_shows_the_surroundings(client: Client) -> None:
    found = page(client, "/search?words=afghanistan")
    assert 'id="in-meetings"' in found
    assert "<mark>Afghanistan</mark>" in found
    assert "Nothing in the record" in page(client, "/search?words=atlantis")
    assert "Type a name" in page(client, "/search")


def test_a_meeting_shows_both_sides_with_who_says_which(client: Client) -> None:
    meeting = page(client, one(client, "meetings", "sixth"))
    said = re.sub(r"\s+", " ", Parsed(meeting, inside="disputed").text)
    assert re.search(r"Moscow.*according to Varzob Wire, 21 November 2018", said)
    assert re.search(r"Saint Petersburg.*according to Hrazdan Newsline, 22 November 2018", said)
    for words in (
        "6th",
        "Belarus",
        "approved",
        "submitted",
        "more than 420 tonnes",
        "threats from Afghanistan",
    ):
        assert words in meeting, words


def test_what_one_person_said_in_one_report_stands_under_one_name(client: Client) -> None:
    every = []
    for meeting in client.get("/meetings.json").json()["rows"]:
        runs = page(client, f"/meetings/{meeting['id']}").split('<li class="statement')[1:]
        every += [(run.startswith(" on"), '<p class="by">' in run) for run in runs]
    assert every
    assert all(goes_on != named for goes_on, named in every)


def test_a_number_that_reports_dispute_is_doubted_in_lists_too(client: Client) -> None:
    rows = client.get("/meetings.json").json()["rows"]
    for row in rows:
        if row["ordinal"] and "ordinal" in row["disputed"]:
            assert f"{ordinal(row['ordinal'])}?" in page(client, "/meetings")


def test_the_head_of_an_entry_is_told_once_with_its_source(client: Client) -> None:
    for kind in ("instruments", "statements", "operations", "commitments"):
        shown = page(client, f"/{kind}/{client.get(f'/{kind}.json').json()['rows'][0]['id']}")
        head = shown.partition("<h1")[2].partition("</h1>")[0]
        words = head.partition("<bdi>")[2].partition("</bdi>")[0]
        assert 'class="cite"' in head
        assert shown.partition("</h1>")[2].partition("Sources")[0].count(f"<bdi>{words}</bdi>") == 0


def test_every_value_of_a_meeting_leads_to_its_very_words(client: Client) -> None:
    links = [a for a in Parsed(page(client, one(client, "meetings", "sixth"))).links if "?fact=" in a]
    assert len(links) > 20
    for link in set(links):
        text = Parsed(page(client, link.split("#")[0]), inside="text")
        assert any("chosen" in looks for _, looks in text.marked), link


def test_a_person_has_offices_with_first_and_last_cited(client: Client) -> None:
    person = page(client, one(client, "people", "zas"))
    assert "State Secretary of the Security Council" in person
    assert "cited 21 November 2018" in person
    assert "Council of Foreign Ministers of the CSTO met" in person


def test_a_body_lists_its_meetings_in_order_and_who_sat(client: Client) -> None:
    body = page(client, "/bodies/cis/security-council-secretaries")
    assert 'id="y2018"' in body
    assert "Nikolai Patrushev" in body
    assert "a plan for 2019-2020" in body


def test_the_marked_text_is_the_text(client: Client, record: Path) -> None:
    with catalogue.asking(record) as db:
        for row in queries.reports(db):
            shown = Parsed(page(client, f"/reports/{row.id}"), inside="text")
            assert shown.text == queries.text(db, row.id)
            words = {f.words for f in queries.facts(db, row.id)}
            assert all(any(m in w for w in words) for m, _ in shown.marked)


def test_choosing_a_fact_highlights_all_its_words_and_no_others(client: Client, record: Path) -> None:
    address = one(client, "reports", "varzob")
    with catalogue.asking(record) as db:
        city = next(f for f in queries.facts(db, address.rpartition("/")[2]) if f.field == "city")
    link = words_behind(address.rpartition("/")[2], fact_id(city.entity, "city", city.value), city.start)
    assert link in Parsed(page(client, address)).links
    shown = page(client, link)
    chosen = [w for w, looks in Parsed(shown, inside="text").marked if "chosen" in looks]
    assert "".join(chosen) == city.words == "held in Moscow"
    assert "other reports say otherwise" not in shown
    assert shown.count('aria-current="true"') == 1


def test_choosing_words_shows_their_facts(client: Client) -> None:
    address = one(client, "reports", "varzob")
    at = small_record.WIRE.index("Stanislav Zas")
    shown = page(client, f"{address}?at={at}")
    chosen = [w for w, looks in Parsed(shown, inside="text").marked if "chosen" in looks]
    assert chosen == ["Stanislav Zas"]
    assert "stands behind" in shown
    assert re.search(r'id="fact-\w+" class="chosen"', shown)


@pytest.mark.parametrize("asked", ["fact=0000000000", "at=7", "at=x", "at=99999", "fact=&at="])
def test_choosing_what_is_not_there_chooses_nothing(client: Client, asked: str) -> None:
    shown = page(client, f"{one(client, 'reports', 'varzob')}?{asked}")
    assert 'class="choice"' not in shown


def test_furniture_is_dimmed(client: Client) -> None:
    assert '<span class="furniture">Home | Politics' in page(client, one(client, "reports", "varzob"))


@pytest.mark.parametrize(
    "address",
    [
        "/nothing",
        "/meetings/m-0000000000000000",
        "/people/x",
        "/bodies/no/such",
        "/reports/r-x",
        "/figures/f-1",
    ],
)
def test_an_unknown_address_helps(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert 'href="/meetings"' in answer.text


def test_another_kind_or_a_short_id_leads_to_the_entrys_own_page(client: Client) -> None:
    own = one(client, "people", "zas")
    for address in (own.replace("people", "meetings"), own[:-4]):
        answer = client.get(address, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (302, own)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(client: Client, method: str) -> None:
    assert client.request(method, "/meetings").status_code == 405


def test_health_and_stylesheet(client: Client) -> None:
    assert page(client, "/health") == "ok"
    assert client.get("/static/communique.css").headers["content-type"].startswith("text/css")


@pytest.mark.parametrize("address", ["/", "/nothing", "/static/communique.css", "/health"])
def test_every_answer_carries_the_policy(client: Client, address: str) -> None:
    headers = client.get(address).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_a_hostile_report_is_inert(client: Client) -> None:
    for address in _hostile_pages(client):
        parsed = Parsed(page(client, address))
        assert not {tag for tag, _ in parsed.tags} & {"img", "style", "iframe", "object"}
        assert [a for tag, a in parsed.tags if tag == "script"] == [
            {"src": f"/static/{name}.js", "defer": None} for name in ("search", "evidence", "pictures")
        ]
        for tag, attributes in parsed.tags:
            assert not [n for n in attributes if n.startswith("on") or n == "style"], (
                address,
                tag,
                attributes,
            )
        assert not [a for a in parsed.links if not a.startswith(("/", "#", "https://example.org/"))]
    assert "{{ 7*7 }}" in page(client, one(client, "reports", "mallory"))


def _hostile_pages(client: Client) -> list[str]:
    pages = ["/", "/search?words=%3Cscript%3Ealert(1)%3C/script%3E", "/search?words=mallory", "/reports"]
    pages += [one(client, kind, "mallory") for kind in ("meetings", "people", "statements", "reports")]
    return [*pages, one(client, "bodies", "img"), one(client, "instruments", "script"), f"{pages[-1]}?at=0"]


def test_an_address_is_a_link_only_when_a_browser_may_follow_it(client: Client) -> None:
    hostile = page(client, one(client, "reports", "mallory"))
    assert "javascript:alert(document.domain)" in hostile
    honest = Parsed(page(client, one(client, "reports", "varzob"))).tags
    assert [a["rel"] for _, a in honest if a.get("href") == "https://example.org/wire"] == [
        "noreferrer nofollow"
    ]


def test_a_foreign_host_name_is_refused(record: Path) -> None:
    with TestClient(create_app(record, hosts=["127.0.0.1:8000"]), base_url="http://127.0.0.1:8000") as own:
        assert own.get("/health").status_code == 200
        assert own.get("/health", headers={"host": "evil.example"}).status_code == 400


def test_a_record_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(BrokenRecord, match="no such record"):
        create_app(tmp_path / "none.db")


def test_a_taken_port_is_one_line_and_code_2(record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(SystemExit) as stopped:
            serve(Settings(record=record, port=taken.getsockname()[1]), record)
    assert stopped.value.code == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "cannot be used" in said
