"""The command `versions`, typed; and the pages on which copies and versions are shown."""

import json
from pathlib import Path

import pytest
from litestar.testing import TestClient
from typer.testing import CliRunner, Result
from wire_report import WIRE

from communique.uses import cli
from communique.uses.web.app import create_app

AT = "https://example.org/news/7"


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


@pytest.fixture(autouse=True)
def _record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [
        {"id": "first", "text": WIRE, "address": AT, "retrieved": "2024-11-28T10:00:00Z"},
        {
            "id": "later",
            "text": WIRE.replace("five", "six"),
            "address": f"{AT}?utm_source=x",
            "retrieved": "2024-11-28T11:00:00Z",
        },
        {
            "id": "copy",
            "text": WIRE.replace("three aims", "4 aims"),
            "publisher": "Kabar",
            "published": "2024-11-29",
        },
    ]
    Path("a.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert run("add", "a.jsonl", "--record", "r.db").exit_code == 0


def page(path: str) -> str:
    with TestClient(create_app(Path("r.db"))) as client:
        answer = client.get(path)
        assert answer.status_code == 200, path
        return answer.text


def ids() -> dict[str, str]:
    (line,) = run("versions", "--json", "--record", "r.db").stdout.splitlines()
    return {one["name"]: one["id"] for one in json.loads(line)["versions"]}


def test_what_changed_on_a_page() -> None:
    lines = run("versions", "--record", "r.db").stdout.splitlines()
    assert lines[0] == "example.org/news/7"
    assert lines[1].startswith("  2024-11-28 10:00 first, r-")
    assert "the record follows this one" in lines[2]
    assert "    + Ministers of six states sign a plan in Minsk" in lines
    assert lines[-1] == "pages that changed: 1, older versions: 1"


def test_the_page_of_an_older_version_leads_to_the_newest() -> None:
    known = ids()
    older = page(f"/reports/{known['first']}")
    assert "An older version" in older
    assert f"/reports/{known['later']}" in older
    assert "An older version" not in page(f"/reports/{known['later']}")


def test_the_page_of_a_copy_names_its_source_and_shows_what_was_changed() -> None:
    rows = [
        json.loads(line) for line in run("show", "reports", "--json", "--record", "r.db").stdout.splitlines()
    ]
    copy = next(row for row in rows if row["names"] == ["copy"])
    assert next(row for row in rows if row["names"] == ["first"])["newer"] == ids()["later"]
    later = ids()["later"]
    assert "copy of" in page(f"/reports/{copy['id']}")
    told = page(f"/reports/{later}")
    assert "told again by" in told
    assert f"/reports/{copy['id']}/against/{later}" in told, "from the first to tell it to its copy"
    assert f"/reports/{later}/against/{ids()['first']}" in told
    assert f"/reports/{later}/against/{ids()['first']}" in page(f"/reports/{ids()['first']}")
    (meeting, *_) = (
        json.loads(line)["id"]
        for line in run("show", "meetings", "--json", "--record", "r.db").stdout.splitlines()
    )
    assert page(f"/meetings/{meeting}").count("a copy") == 1
    changed = page(f"/reports/{copy['id']}/against/{later}")
    assert page(f"/reports/{copy['id'][:9]}/against/{later[:9]}") == changed
    assert "<del>three</del>" in changed
    assert "<ins>4</ins>" in changed
    assert changed.index("another number") < changed.index("<ins>five</ins>")
    told = json.loads(page(f"/reports/{copy['id']}/against/{later}.json"))
    assert (told["report"], told["other"]) == (copy["id"], later)
    assert told["changes"]
    assert all(set(c) == {"before", "after", "dropped", "added", "numbers"} for c in told["changes"])
    assert f'href="/reports/{copy["id"]}/against/{later}.json"' in changed
    assert "in the same words" in page(f"/reports/{later}/against/{later}")


def test_a_judgement_on_what_the_newest_does_not_say_is_told_to_be_about_an_older_version(
    tmp_path: Path,
) -> None:
    words = (
        "The ninth meeting of the Council of Foreign Ministers of the CIS was held in {} on 17 November 2021."
    )
    for number, city in enumerate(("Minsk", "Brest")):
        row = {"id": city, "text": words.format(city), "address": AT, "retrieved": f"2024-11-2{number}"}
        Path("b.jsonl").write_text(json.dumps(row))
        assert run("add", "b.jsonl", "--record", "s.db").exit_code == 0
        if city == "Minsk":
            (meeting,) = run("show", "meetings", "--json", "--record", "s.db").stdout.splitlines()
            for field in ("city", "ordinal"):
                assert (
                    run("reject", f"{json.loads(meeting)['id']}.{field}", "--record", "s.db").exit_code == 0
                )
    lines = run("judgements", "--record", "s.db").stdout
    assert lines.count("older") == 1
    (meeting,) = run("show", "meetings", "--json", "--record", "s.db").stdout.splitlines()
    assert json.loads(meeting)["city"] == "Brest"
    assert json.loads(meeting)["ordinal"] is None
    assert "sound" in run("check", "--record", "s.db").stdout
