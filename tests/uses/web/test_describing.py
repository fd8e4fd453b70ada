"""What programs are told that they can ask for is what they get, whatever they ask."""

from urllib.parse import quote

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar import Litestar
from litestar.testing import TestClient

from communique.catalogue.rows import ROWS
from communique.model.record import KINDS, Entry
from communique.uses.web.describing import description

Client = TestClient[Litestar]
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40) | st.sampled_from(
    ["", "moscow", '"', "*", "a OR b", "NEAR(", "%00", "m-1", "../..", "'--"]
)


def test_the_description_is_served_and_names_every_kind(client: Client) -> None:
    told = client.get("/openapi.json").json()
    assert told == msgspec.json.decode(msgspec.json.encode(description()))
    assert told["openapi"] == "3.1.0"
    assert {f"/{kind}.json" for kind in KINDS} | {f"/{kind}/{{id}}.json" for kind in KINDS} <= set(
        told["paths"]
    )


def test_every_reference_leads_to_a_schema() -> None:
    told = msgspec.json.encode(description()).decode()
    names = {part.split('"')[0] for part in told.split("#/components/schemas/")[1:]}
    assert names <= set(description()["components"]["schemas"])


@pytest.mark.parametrize("path", sorted(description()["paths"]))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_nothing_that_is_asked_trips_the_server(client: Client, path: str, data: st.DataObject) -> None:
    asked = {}
    for parameter in description()["paths"][path]["get"]["parameters"]:
        said = data.draw(WORDS, label=parameter["name"])
        if parameter["in"] == "path":
            path = path.replace("{" + parameter["name"] + "}", quote(said.replace("/", "").strip(".") or "x"))
        elif said:
            asked[parameter["name"]] = said
    answer = client.get(path, params=asked, follow_redirects=False)
    assert answer.status_code in (200, 302, 400, 404), answer.text


@pytest.mark.parametrize("kind", KINDS)
def test_lists_and_entries_have_the_described_shape(client: Client, kind: str) -> None:
    schema = description()["paths"][f"/{kind}.json"]["get"]["responses"]["200"]
    properties = schema["content"]["application/json"]["schema"]["properties"]
    listed = client.get(f"/{kind}.json").json()
    assert set(listed) == set(properties)
    for row in listed["rows"]:
        msgspec.convert(row, ROWS[kind])
        assert (
            msgspec.json.decode(client.get(f"/{kind}/{row['id']}.json").content, type=Entry).id == row["id"]
        )


@pytest.mark.parametrize(
    ("page", "data"), [("/", "/front.json"), ("/meetings?year=2018", "/meetings.json?year=2018"), ("/search?words=moscow",
     "/search.json?words=moscow"), ("/countries/RU", "/countries/RU.json"), ("/bodies/cis/security-council-secretaries",
     "/bodies/cis/security-council-secretaries.json"), ("/conflicts", "/conflicts.json"), ("/review", "/review.json"), ("/judgements", "/judgements.json")]
)  # fmt: skip
def test_a_page_answers_with_json_when_it_is_asked_for_it(client: Client, page: str, data: str) -> None:
    answer = client.get(page, headers={"accept": "application/json"})
    assert answer.json() == client.get(data).json()
    assert (
        page in ("/review", "/judgements") or "Accept" in answer.headers["vary"]
    )  # these two are never kept
    html = client.get(page, headers={"accept": "text/html,application/json;q=0.9"})
    assert html.headers["content-type"].startswith("text/html")


def test_a_refusal_is_json_for_who_asks_for_it(client: Client) -> None:
    answer = client.get("/people/p-0000000000000000", headers={"accept": "application/json"})
    assert (answer.status_code, set(answer.json())) == (404, {"error", "reason"})


@pytest.mark.parametrize(
    "address",
    ["/meetings.json?yaer=2018", "/search.json?word=x", "/bodies/csto/x.json?a=b", "/review.json?page=2"],
)
def test_a_slip_in_the_name_of_a_parameter_is_told_to_programs(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    assert "no such parameter; " in answer.json()["reason"]
    assert (
        client.get(address.replace(".json", ""), follow_redirects=True).status_code != 400
    )  # links carry what others put there


def test_what_reviewers_may_ask_is_described(client: Client) -> None:
    for path, rows in (("/review.json", "waiting"), ("/judgements.json", "judgements")):
        schema = description()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"][
            "schema"
        ]
        assert set(client.get(path).json()) == set(schema["properties"]) == {"number", rows}
