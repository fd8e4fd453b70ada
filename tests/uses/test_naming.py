"""Naming one thing at the terminal: by id, by its beginning, by words; and what is said where that means none or several."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from communique.uses import cli

FIRST = """OSLO, 4 March 2019. The third meeting of the Nordic Council of Ministers was held in Oslo on 4 March 2019.
It was attended by the Foreign Minister of Sweden Anna Lindgren and the Foreign Minister of Norway Karin Lindgren.
The Foreign Minister of Finland Pekka Salo chaired the meeting.
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(cli.app, list(words))


@pytest.fixture(autouse=True)
def _record(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    Path("a.txt").write_text(FIRST)
    assert run("add", "a.txt").exit_code == 0


def people() -> dict[str, str]:
    return {p["name"]: p["id"] for p in map(json.loads, run("show", "people", "--json").stdout.splitlines())}


def test_words_that_only_one_has_name_them() -> None:
    assert run("show", "person", "salo").stdout.splitlines()[:2] == [
        "Pekka Salo",
        f"  {people()['Pekka Salo']}",
    ]
    assert "Nordic Council" in run("show", "series", "nordic council").stdout


def test_words_that_several_have_are_answered_with_their_ids() -> None:
    told = run("show", "person", "lindgren")
    assert told.exit_code == 1
    assert "several people have these words" in told.stderr
    assert all(f"{id[:10]} {name}" in told.stderr for name, id in people().items() if "Lindgren" in name)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "person", "lavrov"), "`communique show people` lists their ids, which begin with p-"),
        (("copies", "nosuch"), "`communique show reports` lists their ids, which begin with r-"),
        (("show", "series", "nosuch"), "`communique show bodies` lists"),
        (("why", "nosuch"), "m- meetings, p- people"),
    ],
)
def test_what_is_not_there_is_told_with_the_list_that_was_meant(words: tuple[str, ...], said: str) -> None:
    told = run(*words)
    assert told.exit_code == 1
    assert said in told.stderr


def test_a_second_word_about_a_pair_tells_the_first() -> None:
    one, two = people()["Anna Lindgren"], people()["Karin Lindgren"]
    assert "before" not in run("unsure", one, two).stdout
    assert "judged already before: unsure, no. 1" in run("unsure", two, one).stdout
    told = run("other", one, two).stdout
    assert "judged before: unsure, no. 2" in told
    assert "`communique undo 2`" in told


def test_the_beginning_of_the_id_of_one_that_was_merged_still_means_it() -> None:
    one, two = people()["Anna Lindgren"], people()["Karin Lindgren"]
    assert run("same", one, two).exit_code == 0
    first, second = (run("why", id[:10]).stdout.splitlines()[0] for id in (one, two))
    assert first == second
    assert len(people()) == 2


def test_an_id_survives_being_told_from_another_and_so_does_the_new_one_after_undoing() -> None:
    names = ("Anna Lindgren", "Karin Lindgren")
    seen = [people()]
    for words in (("other", *(seen[0][name] for name in names)), ("undo", "1"), ("undo", "2")):
        assert run(*words).exit_code == 0
        seen.append(people())
    assert all(seen[0][name] == seen[2][name] != seen[1][name] == seen[3][name] for name in names)
    # while it stands, made anew, and when it is taken back again
    for words in (("judgements",), ("rebuild",), ("undo", "1")):
        assert run(*words).exit_code == 0
        now = people()
        for name in names:
            for id in {each[name] for each in seen}:
                told = [run("why", said).stdout.splitlines()[:1] for said in (id, id[:10])]
                assert told == [[f"{now[name]} {name}"]] * 2
