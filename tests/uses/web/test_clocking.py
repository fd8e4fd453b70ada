"""Each answer says how long the server took for it."""

import re

import pytest
from litestar import Litestar
from litestar.testing import TestClient


@pytest.mark.parametrize("address", ["/", "/meetings.json", "/nothing", "/health", "/search?words=moscow"])
def test_an_answer_tells_the_milliseconds_it_took(client: TestClient[Litestar], address: str) -> None:
    assert re.fullmatch(r"app;dur=\d+\.\d", client.get(address).headers["server-timing"])


def test_an_answer_that_is_known_tells_it_too(client: TestClient[Litestar]) -> None:
    tag = client.get("/meetings").headers["etag"]
    again = client.get("/meetings", headers={"if-none-match": tag})
    assert (again.status_code, again.headers["server-timing"][:8]) == (304, "app;dur=")
