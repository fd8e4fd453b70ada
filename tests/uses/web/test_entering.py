"""The door: who may read, who may judge, and what a form must carry to be taken."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_record
from litestar import Litestar
from litestar.testing import TestClient

from communique.model.errors import BadInput
from communique.settings import Settings
from communique.uses.users import Users
from communique.uses.web.admitting import Door
from communique.uses.web.app import create_app
from communique.uses.web.entering import Attempts
from communique.uses.web.serving import serve

Client = TestClient[Litestar]
WORD = "correct horse battery"


@pytest.fixture
def with_users(tmp_path: Path) -> Path:
    path = small_record.make(tmp_path / "small.db")
    with Users.open(path) as users:
        for role in ("reader", "reviewer", "admin"):
            users.add(role, role, WORD)
    return path


@pytest.fixture
def beyond(with_users: Path) -> Iterator[Client]:
    """The pages as they are served to other machines."""
    with TestClient(create_app(with_users, door=Door(with_users, local=False))) as client:
        yield client


@pytest.fixture
def here(with_users: Path) -> Iterator[Client]:
    with TestClient(create_app(with_users)) as client:
        yield client


def token(client: Client, page: str) -> str:
    found = re.search(r'name="token" value="(\w+)"', client.get(page).text)
    assert found, page
    return found[1]


def enter(client: Client, name: str, password: str = WORD, next: str = "/review") -> int:
    sent = {"token": token(client, "/login"), "name": name, "password": password, "next": next}
    return client.post("/login", data=sent, follow_redirects=False).status_code


def test_beyond_this_machine_every_page_takes_a_login(beyond: Client) -> None:
    for page in ("/", "/meetings", "/search?words=moscow", "/review", "/judgements"):
        answer = beyond.get(page, follow_redirects=False)
        assert answer.status_code == 303, page
        assert answer.headers["location"].startswith("/login?next="), page
    assert beyond.get("/meetings.json").status_code == 401
    assert beyond.get("/health").status_code == 200
    assert enter(beyond, "reader") == 303
    assert beyond.get("/meetings").status_code == 200


def test_on_this_machine_reading_is_open_and_judging_takes_a_login(here: Client) -> None:
    assert here.get("/meetings").status_code == 200
    assert here.get("/review", follow_redirects=False).headers["location"] == "/login?next=%2Freview"
    assert here.get("/review.json").status_code == 401


def test_a_reader_may_not_judge(here: Client) -> None:
    assert enter(here, "reader") == 303
    answer = here.get("/review")
    assert answer.status_code == 403
    assert "--role reviewer" in answer.text


def test_a_wrong_password_is_told_and_after_five_the_door_stays_shut(here: Client) -> None:
    assert [enter(here, "reviewer", "wrong password") for _ in range(5)] == [401] * 5
    assert enter(here, "reviewer") == 429
    assert enter(here, "admin") == 303


def test_the_door_opens_again_after_a_while(with_users: Path) -> None:
    clock = [0.0]
    attempts = Attempts(Door(with_users), lambda: clock[0])
    for _ in range(5):
        attempts.failed("anna", "there")
    assert (attempts.wait("anna", "there"), attempts.wait("anna", "elsewhere")) == (900, 0)
    assert Attempts(Door(with_users), lambda: 1.0).wait("anna", "there") == 899  # another process knows of it
    clock[0] = 901
    assert attempts.wait("anna", "there") == 0


def test_logging_out_ends_the_session_for_whoever_kept_the_cookie(here: Client) -> None:
    enter(here, "reviewer")
    kept = dict(here.cookies)
    here.post("/logout", data={"token": token(here, "/review")})
    here.cookies.clear()
    here.cookies.update(kept)
    assert here.get("/review", follow_redirects=False).status_code == 303


def test_the_cookie_is_hidden_from_scripts_and_changes_with_the_login(here: Client) -> None:
    first = here.get("/login").headers["set-cookie"]
    assert "HttpOnly" in first
    assert "SameSite=lax" in first
    before = set(here.cookies.values())
    enter(here, "reviewer")
    assert not before & set(here.cookies.values())


def test_a_form_without_its_token_is_refused(here: Client) -> None:
    enter(here, "reviewer")
    good = token(here, "/review")
    for sent in ({}, {"token": ""}, {"token": good[::-1]}):
        assert here.post("/review/undo", data=sent).status_code == 403
        assert here.post("/logout", data=sent).status_code == 403
    here.cookies.clear()
    assert here.post("/review/undo", data={"token": good}).status_code == 403


def test_a_login_never_leads_away(here: Client) -> None:
    for away in ("https://evil.example/", "//evil.example", "/\\evil.example"):
        sent = {"token": token(here, "/login"), "name": "reader", "password": WORD, "next": away}
        assert here.post("/login", data=sent, follow_redirects=False).headers["location"] == "/"
        here.cookies.clear()


def test_serving_beyond_this_machine_without_users_is_refused_in_words(tmp_path: Path) -> None:
    path = small_record.make_empty(tmp_path / "empty.db")
    with pytest.raises(BadInput, match="--let-everyone-read-without-login"):
        serve(Settings(record=path, port=8000), path, "0.0.0.0")
    with TestClient(create_app(path, door=Door(path, local=False, open_to_all=True))) as client:
        assert client.get("/meetings").status_code == 200
        assert client.get("/review", follow_redirects=False).status_code == 303
