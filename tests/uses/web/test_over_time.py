"""The pages of what only many reports together tell."""

import pytest
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]


def test_offices_have_their_holders_with_links_and_days(client: Client) -> None:
    page = client.get("/offices").text
    assert "Who held which office" in page
    assert "State Secretary of the Security Council" in page
    holder = client.get("/offices.json?words=zas").json()["offices"][0]["holders"][0]
    assert f'href="/people/{holder["person"]}"' in page
    assert "No offices with all of these words" in client.get("/offices?words=zzz").text


def test_what_was_submitted_and_not_heard_of_since(client: Client) -> None:
    (found,) = client.get("/pending.json").json()["instruments"]
    assert found["step"]["to"] == "Council of Heads of State"
    assert f'href="/instruments/{found["id"]}"' in client.get("/pending").text
    page = client.get(f"/instruments/{found['id']}").text
    assert "Its journey" in page
    assert "no report read tells what became of it" in page


def test_figures_side_by_side_are_none_where_one_report_claims_them(client: Client) -> None:
    assert client.get("/compared.json").json()["groups"] == []
    assert "No two figures claim the same thing" in client.get("/compared").text


@pytest.mark.parametrize(
    ("list_", "page"), [("/people", "/offices"), ("/instruments", "/pending"), ("/figures", "/compared")]
)
def test_the_lists_lead_there(client: Client, list_: str, page: str) -> None:
    assert f'href="{page}"' in client.get(list_).text


def test_a_body_has_its_places_in_words(client: Client) -> None:
    assert "held in: " in client.get("/bodies/cis/security-council-secretaries").text
