"""Every list and every entry stands behind its own address with .json; refusals are JSON there too."""

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from communique.model.record import KINDS, Entry

Client = TestClient[Litestar]


@pytest.mark.parametrize("kind", KINDS)
def test_each_list_and_each_entry_has_its_json(client: Client, kind: str) -> None:
    listed = client.get(f"/{kind}.json").json()
    assert listed["kind"] == kind
    assert listed["number"] == len(listed["rows"]) > 0
    assert listed["next"] is None
    id = listed["rows"][0]["id"]
    entry = msgspec.json.decode(client.get(f"/{kind}/{id}.json").content, type=Entry)
    assert (entry.id, entry.kind) == (id, kind)
    assert f'href="/{kind}/{id}.json"' in client.get(f"/{kind}/{id}").text


def test_a_list_is_filtered_and_says_where_its_json_is(client: Client) -> None:
    whole, some = (client.get(a).json()["number"] for a in ("/people.json", "/people.json?words=zas"))
    assert 0 < some < whole
    assert 'href="/people.json?words=zas"' in client.get("/people?words=zas").text


def test_a_shortened_id_leads_to_the_entrys_own_address(client: Client) -> None:
    id = client.get("/meetings.json").json()["rows"][0]["id"]
    answer = client.get(f"/meetings/{id[:10]}.json", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, f"/meetings/{id}.json")


def test_an_address_for_programs_of_two_reports_that_are_not_there_says_so(client: Client) -> None:
    answer = client.get("/reports/r-nobody/against/r-nothing.json")
    assert (answer.status_code, set(answer.json())) == (404, {"error", "reason"})


def test_search_conflicts_and_pairs_in_doubt(client: Client) -> None:
    assert {h["kind"] for h in client.get("/search.json?words=moscow").json()["hits"]} >= {"meetings"}
    assert [c["field"] for c in client.get("/conflicts.json").json()["conflicts"]]
    assert client.get("/unsure.json").json()["pairs"] == []


@pytest.mark.parametrize("address", ["/people/p-nobody.json", "/nonsense.json", "/people.json?after=p-x"])
def test_refusals_are_json(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in (400, 404)
    assert set(answer.json()) == {"error", "reason"}


def test_the_front_page_leads_to_the_points_in_dispute_with_both_sides(client: Client) -> None:
    assert 'href="/conflicts"' in client.get("/").text
    conflict = client.get("/conflicts.json").json()["conflicts"][0]
    page = client.get("/conflicts").text
    assert f'href="/meetings/{conflict["id"]}"' in page
    assert 'href="/conflicts.json"' in page
    assert "No conflicts with all of these words" in client.get("/conflicts?words=zzz").text
    assert "No pair is in doubt" in client.get("/unsure").text
