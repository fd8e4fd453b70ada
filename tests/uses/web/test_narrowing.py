"""Lists are narrowed by facets that count right, and paged by cursors that nothing is lost between."""

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from parsed import Parsed

from communique.model.record import KINDS
from communique.uses.web import listing

Client = TestClient[Litestar]


def rows(client: Client, address: str) -> list[str]:
    return [row["id"] for row in client.get(address).json()["rows"]]


@pytest.mark.parametrize("kind", KINDS)
def test_choosing_a_value_leaves_as_many_rows_as_the_facet_says(client: Client, kind: str) -> None:
    whole = client.get(f"/{kind}.json").json()
    for facet, values in whole["facets"].items():
        for value, number in values.items():
            asked = {facet.replace(" ", "_"): value}
            some = client.get(f"/{kind}.json", params=asked).json()
            assert some["number"] == len(some["rows"]) == number > 0, (facet, value)
            assert some["chosen"] == {facet: value}
            assert some["facets"][facet] == values  # its own choice does not narrow a facet


@pytest.mark.parametrize(
    "chosen", [{"year": "2018"}, {"country": "RU"}, {"words": "security"}, {"words": "the"}]
)
def test_beside_what_is_chosen_each_facet_says_how_many_rows_its_values_would_leave(
    client: Client, chosen: dict[str, str]
) -> None:
    some = client.get("/meetings.json", params=chosen).json()
    assert some["number"] == len(some["rows"]) > 0
    for facet, values in some["facets"].items():
        for value, number in values.items():
            asked = {**chosen, facet: value}
            fewer = client.get("/meetings.json", params=asked).json()
            assert fewer["number"] == len(fewer["rows"]) == number, asked
            if facet not in chosen:
                assert {row["id"] for row in fewer["rows"]} <= {row["id"] for row in some["rows"]}


def test_the_facets_of_meetings(client: Client) -> None:
    facets = client.get("/meetings.json").json()["facets"]
    assert facets["organ"]["cis/security-council-secretaries"] == 1
    assert facets["country"] == {"AM": 1, "BY": 1, "RU": 1}
    assert facets["year"]["2018"] == 1
    both = client.get("/meetings.json?country=AM&year=2024").json()
    assert (both["number"], both["rows"]) == (0, [])


def test_a_chosen_value_can_be_taken_back_and_words_are_kept(client: Client) -> None:
    page = client.get("/meetings?words=secretaries&year=2018").text
    links = Parsed(page, inside="chips").links
    assert "/meetings?words=secretaries" in links
    assert '<input type="hidden" name="year" value="2018">' in page
    assert "/meetings.json?words=secretaries&amp;year=2018" in page


def test_commitments_are_overdue_due_or_done(client: Client) -> None:
    found = client.get("/commitments.json").json()
    assert found["facets"]["state"] == {"overdue": 1}
    assert "overdue" in client.get("/commitments?state=overdue").text


def test_cursors_lead_through_the_whole_list_and_back(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = rows(client, "/people.json")
    monkeypatch.setattr(listing, "PAGE", 2)
    seen, pages, address = [], [], "/people.json"
    while address:
        found = client.get(address).json()
        assert found["number"] == len(whole)
        pages.append([row["id"] for row in found["rows"]])
        seen += pages[-1]
        address = found["next"]
    assert seen == whole
    assert len(pages) == -(-len(whole) // 2)
    last = f"/people.json?after={pages[-2][-1]}"
    assert rows(client, client.get(last).json()["previous"]) == pages[-2]
    assert client.get("/people.json").json()["previous"] is None


def test_a_row_that_is_gone_is_said_to_be_gone(client: Client) -> None:
    answer = client.get("/people?after=p-0000000000000000")
    assert answer.status_code == 404
    assert "begin again without" in answer.text


def test_countries_say_who_sat_for_them_and_with_whom(client: Client) -> None:
    listed = {row["code"]: row for row in client.get("/countries.json").json()["rows"]}
    assert {"AM", "BY", "RU"} <= set(listed)
    assert listed["RU"] == {"code": "RU", "name": "Russia", "meetings": 1, "hosted": 1, "people": 1}
    russia = client.get("/countries/RU.json").json()
    assert [p["name"] for p in russia["people"]] == ["Nikolai Patrushev"]
    assert {(t["id"], t["meetings"]) for t in russia["countries"]} == {("AM", 1), ("BY", 1)}
    page = client.get("/countries/RU").text
    for link in (
        "/countries/BY",
        "/bodies/cis/security-council-secretaries",
        f"/people/{russia['people'][0]['person']}",
    ):
        assert f'href="{link}"' in page, link
    assert [r["name"] for r in client.get("/countries.json?words=belar").json()["rows"]] == ["Belarus"]


@pytest.mark.parametrize("code", ["XX", "russia", "RU.json.json", "%3Cscript%3E"])
def test_what_is_no_country_is_refused(client: Client, code: str) -> None:
    assert client.get(f"/countries/{code}").status_code == 404


def test_a_country_without_meetings_says_what_to_do(client: Client) -> None:
    assert "No report in this record" in client.get("/countries/NZ").text


def test_a_person_lists_whom_they_met_and_the_names_in_reports(client: Client) -> None:
    id = next(r["id"] for r in client.get("/people.json?words=zas").json()["rows"])
    page = client.get(f"/people/{id}").text
    met = Parsed(page).links[:]
    patrushev = next(r["id"] for r in client.get("/people.json?words=patrushev").json()["rows"])
    assert f"/people/{patrushev}" in met
    assert "Whom they met" in page


def test_a_body_says_who_took_part_and_which_instruments_wait(client: Client) -> None:
    page = client.get("/bodies/cis/security-council-secretaries").text
    assert "Instruments in the pipeline" in page
    assert 'href="/countries/BY"' in page
