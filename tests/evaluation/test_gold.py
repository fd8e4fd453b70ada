"""Annotations as people type them: what they become, and what is wrong with an unsound one."""

from pathlib import Path

import pytest

from communique.evaluation.corpus import load_corpus
from communique.evaluation.gold import load
from communique.model.errors import BadInput

TEXT = "The 6th Meeting of\nSecretaries was held in Moscow on 21 November. Ivan Petrov, Secretary, spoke. Moscow."
GOLD = """
meetings:
  - name: 6th Meeting of Secretaries
    bodies: [cis/security-council-secretaries]
    start: 2018-11-21
    city: Moscow
    participants:
      - Ivan Petrov | Secretary | BY | head
    says: {city: Moscow@2}
offices:
  - ? Ivan Petrov | former Secretary | BY
figures:
  - 1,420 | > | tonnes | drugs | | | 21
"""


def annotated(folder: Path, gold: str, text: str | None = TEXT) -> Path:
    if text is not None:
        (folder / "a.txt").write_text(text)
    path = folder / "a.yml"
    path.write_text(gold)
    return path


def test_an_annotation_becomes_the_reading_format(tmp_path: Path) -> None:
    gold = load(annotated(tmp_path, GOLD))
    meeting = gold["meetings"][0]
    assert meeting["name"] == "6th Meeting of\nSecretaries"
    assert meeting["bodies"] == ["CIS Meeting of Secretaries of Security Councils"]
    assert meeting["start"] == meeting["end"] == "2018-11-21"
    assert meeting["evidence"]["city"] == [[len(TEXT) - 7, len(TEXT) - 1]]
    assert gold["offices"][0]["former"]
    assert gold["offices"][0]["optional"]
    assert gold["figures"][0]["value"] == 1420


@pytest.mark.parametrize(
    ("gold", "reason"),
    [
        ("offices:\n  - Pyotr Ivanov | Secretary | BY", "not in the text: 'Pyotr Ivanov'"),
        ("meetings: [", "is not YAML"),
        ("- a", "is not YAML with keys"),
        ("meetnigs: []", "has keys that docs/gold.md lacks: meetnigs"),
        ("meetings:\n  - {name: Moscow, chairs: x}", "has keys that docs/gold.md lacks: chairs"),
        ("meetings:\n  - {city: Moscow}", "is not as docs/gold.md has it: 'name'"),
        ("statements:\n  - Petrov | he said: no", "put the line in quotes, it has a colon"),
        ("figures:\n  - many | | | | | | 21", "is not as docs/gold.md has it"),
    ],
)
def test_an_unsound_annotation_is_one_line(tmp_path: Path, gold: str, reason: str) -> None:
    with pytest.raises(BadInput, match=r"a.yml") as caught:
        load(annotated(tmp_path, gold))
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_annotation_without_its_report(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"has no report a.txt beside it"):
        load(annotated(tmp_path, GOLD, None))


def test_a_report_that_is_not_utf8(tmp_path: Path) -> None:
    path = annotated(tmp_path, GOLD)
    path.with_suffix(".txt").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(BadInput, match=r"is not UTF-8"):
        load(path)


def test_a_corpus_knows_when_any_byte_of_it_changes(tmp_path: Path) -> None:
    path = annotated(tmp_path, GOLD)
    first = load_corpus(tmp_path).digest
    assert load_corpus(tmp_path).digest == first
    path.with_suffix(".txt").write_text(TEXT + " ")
    second = load_corpus(tmp_path).digest
    path.write_text(GOLD + "# a comment\n")
    assert len({first, second, load_corpus(tmp_path).digest}) == 3


@pytest.mark.parametrize("files", [{}, {"x.json": '{"no": 1}'}])
def test_a_folder_without_annotations(tmp_path: Path, files: dict[str, str]) -> None:
    for name, words in files.items():
        (tmp_path / name).write_text(words)
    with pytest.raises(BadInput, match=r"holds no annotated report"):
        load_corpus(tmp_path)


def test_a_json_annotation_without_its_report_or_without_sense(tmp_path: Path) -> None:
    (tmp_path / "b.gold.json").write_text('{"meetings": []}')
    with pytest.raises(BadInput, match=r"has no report b.txt beside it"):
        load_corpus(tmp_path)
    (tmp_path / "b.gold.json").write_text("{")
    with pytest.raises(BadInput, match=r"is not JSON"):
        load_corpus(tmp_path)
    with pytest.raises(BadInput, match=r"no such folder"):
        load_corpus(tmp_path / "nowhere")
