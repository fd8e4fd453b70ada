"""What has not changed is not sent twice; what has, is: a judgement, another address, another visitor."""

from pathlib import Path

import pytest
import small_record
from litestar import Litestar
from litestar.testing import TestClient

from communique import flow
from communique.catalogue import kept as room
from communique.catalogue import opened
from communique.ledger import Ledger
from communique.uses import judging
from communique.uses.web.app import create_app

Client = TestClient[Litestar]


@pytest.mark.parametrize("address", ["/", "/meetings", "/people.json", "/countries/RU", "/search?words=moscow", "/feed.atom",
                                     "/calendar.ics", "/conflicts"])  # fmt: skip
def test_a_page_is_sent_once(client: Client, address: str) -> None:
    first = client.get(address)
    tag = first.headers["etag"]
    again = client.get(address, headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert "default-src 'none'" in again.headers["content-security-policy"]
    assert client.get(address, headers={"if-none-match": '"other"'}).content == first.content


def test_another_address_form_or_visitor_has_another_tag(client: Client) -> None:
    tags = [
        client.get("/meetings", headers=headers).headers["etag"]
        for headers in ({}, {"accept": "application/json"}, {"cookie": "session=1"})
    ]
    tags += [
        client.get(a).headers["etag"] for a in ("/meetings?words=x", "/meetings.json?words=x", "/people")
    ]
    assert len(set(tags) - {tags[1]}) == 5
    assert tags[1] == client.get("/meetings.json").headers["etag"]


def test_refusals_and_health_carry_no_tag(client: Client) -> None:
    for address in ("/nothing", "/meetings/m-0000000000000000", "/health"):
        assert "etag" not in client.get(address, headers={"if-none-match": "*"}).headers


def test_a_page_with_something_older_on_it_has_no_tag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(room, "_LONG", 0.0)
    monkeypatch.setattr(room, "_OLDEST", 1e12)
    monkeypatch.setattr(room, "_TIMES", 1e12)
    record = small_record.make(tmp_path / "small.db")
    with TestClient(create_app(record)) as client:
        before = client.get("/countries").headers["etag"]
        ids = sorted(r["id"] for r in client.get("/people.json").json()["rows"] if "<" not in r["name"])[:2]
        judging.on_pair(record, "same", *ids)
        rebuilt(record)
        assert "etag" not in client.get("/countries").headers
        room.forget()
        assert client.get("/countries").headers["etag"] != before


def rebuilt(record: Path) -> None:
    with Ledger.open(record) as ledger:
        flow.rebuild(ledger)


def test_an_id_survives_merging_and_comes_back_after_undoing(tmp_path: Path) -> None:
    record = small_record.make(tmp_path / "small.db")
    with TestClient(create_app(record)) as client:
        ids = sorted(r["id"] for r in client.get("/people.json").json()["rows"] if "<" not in r["name"])[:2]
        before = {id: client.get(f"/people/{id}") for id in ids}
        judging.on_pair(record, "same", *ids)
        rebuilt(record)
        merged = {id: client.get(f"/people/{id}", follow_redirects=False) for id in ids}
        assert sorted(answer.status_code for answer in merged.values()) == [200, 302]
        (moved,) = (id for id, answer in merged.items() if answer.status_code == 302)
        (kept,) = set(ids) - {moved}
        assert merged[moved].headers["location"] == f"/people/{kept}"
        assert (
            client.get(f"/people/{moved}.json", follow_redirects=False).headers["location"]
            == f"/people/{kept}.json"
        )
        known = client.get(f"/people/{kept}", headers={"if-none-match": before[kept].headers["etag"]})
        assert known.status_code == 200  # it says more now
        judging.undo(record, 1)
        rebuilt(record)
        for id in ids:
            answer = client.get(f"/people/{id}", follow_redirects=False)
            assert (answer.status_code, answer.text) == (200, before[id].text)


def test_a_crowd_waits_for_no_connection(record: Path) -> None:
    engine = opened(record)
    crowd = [engine.connect() for _ in range(60)]  # all at once; the sixteenth used to wait for half a minute
    assert all(one.exec_driver_sql("SELECT 1").scalar() == 1 for one in crowd)
    for one in crowd:
        one.close()
    engine.dispose()
