"""Who may enter: users and sessions are kept apart from the record, passwords only as argon2id."""

import stat
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.ledger import Ledger
from communique.model.errors import BadInput
from communique.uses import cli, users
from communique.uses.users import Users, path_of

WORD = "correct horse battery"


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "r.db"
    Ledger.open(path).close()
    monkeypatch.setenv("COMMUNIQUE_RECORD", str(path))
    return path


def run(*words: str, typed: str = "") -> Result:
    return CliRunner().invoke(cli.app, ["user", *words], input=typed)


def test_a_user_is_added_listed_and_removed(record: Path) -> None:
    assert (
        run("add", "anna", "--role", "reviewer", typed=WORD + "\n").stdout == "anna may enter as reviewer\n"
    )
    assert run("list").stdout.split()[:2] == ["anna", "reviewer"]
    assert run("remove", "anna").exit_code == 0
    assert run("list").stdout == ""


@pytest.mark.parametrize(
    ("words", "typed", "reason"),
    [
        (("add", "anna"), "short\n", "fewer than 10 characters"),
        (("add", "an na"), WORD, "no blanks"),
        (("add", "anna", "--role", "king"), WORD, "there is reader, reviewer, admin"),
        (("remove", "nobody"), "", "no such user"),
        (("list", "--record", "none.db"), "", "no such record"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    record: Path, words: tuple[str, ...], typed: str, reason: str
) -> None:
    result = run(*words, typed=typed)
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert reason in result.stderr


def test_a_name_is_given_once(record: Path) -> None:
    with Users.open(record) as kept:
        kept.add("anna", "reader", WORD)
        with pytest.raises(BadInput, match="is there already"):
            kept.add("anna", "admin", WORD)
        assert [u.role for u in kept.listed()] == ["reader"]


def test_passwords_and_sessions_cannot_be_read_from_the_file(record: Path) -> None:
    with Users.open(record) as kept:
        kept.add("anna", "reader", WORD)
        token = kept.begin("anna")
    held = path_of(record).read_bytes()
    assert b"$argon2id$" in held
    assert WORD.encode() not in held
    assert token.encode() not in held
    assert stat.S_IMODE(path_of(record).stat().st_mode) == 0o600
    assert b"anna" not in record.read_bytes()


def test_only_the_right_password_enters(record: Path) -> None:
    with Users.open(record) as kept:
        kept.add("anna", "admin", WORD)
        assert kept.entered("anna", WORD + " ") is None
        assert kept.entered("bo", WORD) is None
        found = kept.entered("anna", WORD)
    assert found is not None
    assert found.role == "admin"


def test_a_session_ends_when_it_is_left_unused_and_with_its_user(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Users.open(record) as kept:
        kept.add("anna", "reader", WORD)
        left, unused, orphan = (kept.begin("anna") for _ in range(3))
        kept.end(left)
        assert kept.of_session(left) is None
        assert kept.of_session(orphan) is not None
        now = users.time.time()
        with monkeypatch.context() as later:
            later.setattr(users.time, "time", lambda: now + users.IDLE + 2)
            assert kept.of_session(unused) is None
        kept.remove("anna")
        assert kept.of_session(orphan) is None
