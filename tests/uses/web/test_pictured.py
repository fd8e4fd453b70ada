"""Pictures in pages: their marks lead on, a table stands behind each, nothing acts, and each is a file too."""

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from parsed import Parsed

from communique.uses.web.pictures import KINDS

Client = TestClient[Litestar]
SUBJECTS = {"timeline": "", "network": "", "offices": "BY", "figures": "tonnes", "journey": "plan"}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_its_page_with_links_and_a_table(client: Client, kind: str) -> None:
    of = SUBJECTS.get(kind, "cis/security-council-secretaries")
    page = client.get(f"/pictures/{kind}", params={"of": of})
    assert page.status_code == 200
    assert "<svg" in page.text
    assert "The same as a table" in page.text
    for link in set(Parsed(page.text, inside="picture").links):
        assert client.get(link).status_code == 200, link
    png = client.get(f"/pictures/{kind}.png", params={"of": of})
    assert (png.headers["content-type"], png.content[:4]) == ("image/png", b"\x89PNG")
    svg = client.get(f"/pictures/{kind}.svg", params={"of": of})
    assert svg.headers["content-type"].startswith("image/svg+xml")
    assert "default-src 'none'" in svg.headers["content-security-policy"]


def test_what_cannot_be_drawn_is_said_beside_the_choice(client: Client) -> None:
    page = client.get("/pictures/series?of=atlantis")
    assert page.status_code == 200
    assert "no body has all these words" in page.text
    assert 'value="atlantis"' in page.text
    for address in ("/pictures/pie", "/pictures/series.gif?of=x", "/pictures/series.png?of=atlantis"):
        assert client.get(address).status_code == 404


def test_an_empty_record_has_no_picture_and_says_so(empty: Client) -> None:
    assert "<svg" not in empty.get("/pictures").text
    assert "There is nothing to draw" in empty.get("/pictures/network").text


def test_hostile_names_do_not_act_in_a_drawing(client: Client) -> None:
    page = client.get("/pictures/timeline").text
    assert "<img src=x" not in page
    assert not {tag for tag, _ in Parsed(page).tags} & {"img", "style", "iframe", "object"}


def test_a_page_awaits_its_pictures_and_each_comes_as_a_part(client: Client) -> None:
    page = Parsed(client.get("/bodies/cis/security-council-secretaries").text)
    parts = [attributes["data-part"] for tag, attributes in page.tags if "data-part" in attributes]
    assert [part.partition("?")[0] for part in parts] == [
        "/pictures/series.part",
        "/pictures/attendance.part",
    ]
    assert "<svg" not in client.get("/bodies/cis/security-council-secretaries").text
    attendance = client.get(parts[1]).text
    assert "<svg" in attendance
    assert "<html" not in attendance
    assert (
        client.get("/pictures/attendance.part?of=cis/security-council-secretaries&least=999").text.strip()
        == ""
    )
    assert "/pictures/attendance?of=" in client.get("/bodies/cis/security-council-secretaries").text
