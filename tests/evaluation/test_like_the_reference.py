"""Our measure counts exactly as the reference measure does: on real readings, and on spoilt annotations."""

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from reference import ROOT, SHARED, reference

from communique import flow
from communique.evaluation import likeness
from communique.evaluation.corpus import Corpus, load_corpus
from communique.evaluation.predictions import write_gold, write_predictions
from communique.evaluation.scoring import HEADLINE, KINDS, counts, headline, verdicts
from communique.model.reading import to_json

Counted = dict[str, tuple[int, int, int]]


def ours(pairs: list[tuple[Any, Any]]) -> Counted:
    found = counts(v for gold, reading in pairs for v in verdicts(gold, reading))
    return {kind: tuple(count) for kind, count in found.items() if any(count)}


def theirs(pairs: list[tuple[Any, Any]]) -> Counted:
    tally = reference().Tally()
    for gold, reading in pairs:
        meetings = [m | {"documents": m["instruments"]} for m in gold["meetings"]]
        reference().score_one(gold | {"meetings": meetings}, reading, tally)
    return {kind: tuple(count) for kind, count in tally.items() if any(count)}


@pytest.fixture(params=["gold/samples", "../shared/seeds"], scope="module")
def corpus(request: pytest.FixtureRequest) -> Corpus:
    reference()
    folder = ROOT / request.param
    if not folder.is_dir():
        pytest.skip(f"no {request.param} here")
    return load_corpus(folder)


def test_same_counts_on_the_readers_readings(corpus: Corpus) -> None:
    pairs = []
    for case in corpus.cases:
        _, reading = flow.read_page(case.page)
        pairs.append((case.gold, json.loads(to_json(reading))))
    assert ours(pairs) == theirs(pairs)


@pytest.mark.parametrize("seed", range(8))
def test_same_counts_on_spoilt_annotations(corpus: Corpus, seed: int) -> None:
    rng = random.Random(seed)
    pairs = [(case.gold, spoilt(case.gold, rng)) for case in corpus.cases]
    assert ours(pairs) == theirs(pairs)


def spoilt(gold: Any, rng: random.Random) -> Any:
    """A reading made of an annotation by losing, doubling, cutting and emptying things."""
    gold = copy.deepcopy(gold)
    for meeting in gold["meetings"]:
        meeting.pop("documents", None)  # a reading has them under one name only
    return _spoilt(gold, rng, ("name", "person", "text", "title", "value", "code", "what"))


def _spoilt(value: Any, rng: random.Random, kept: tuple[str, ...]) -> Any:
    if isinstance(value, list):
        items = [_spoilt(item, rng, kept) for item in value if rng.random() > 0.15]
        rng.shuffle(items)
        return items + [copy.deepcopy(item) for item in items if rng.random() < 0.1]
    if isinstance(value, dict):
        return {k: _spoilt(v, rng, kept) for k, v in value.items() if k in kept or rng.random() > 0.1}
    if isinstance(value, str) and rng.random() < 0.2:
        words = value.split()
        return " ".join(words[: rng.randint(1, len(words))]) if words else value
    return value


def test_same_headline_from_files(corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_gold(corpus, tmp_path / "gold")
    assert write_predictions(corpus, tmp_path / "found") == 0
    mean = reference().main(tmp_path / "gold", tmp_path / "found")
    capsys.readouterr()
    pairs = []
    for case in corpus.cases:
        pairs.append((case.gold, json.loads((tmp_path / "found" / case.file).read_text())))
    assert headline(counts(v for gold, found in pairs for v in verdicts(gold, found))) == mean


def test_predictions_stand_beside_the_seeds_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    measure = reference()
    seeds = load_corpus(SHARED / "seeds")
    write_predictions(seeds, tmp_path)
    mean = measure.main(SHARED / "seeds", tmp_path)
    capsys.readouterr()
    found = [(c.gold, json.loads((tmp_path / c.file).read_text())) for c in seeds.cases]
    assert headline(counts(v for gold, reading in found for v in verdicts(gold, reading))) == mean


def test_the_same_kinds_and_letters() -> None:
    measure = reference()
    assert list(HEADLINE) == measure.HEADLINE
    assert set(HEADLINE) <= set(KINDS)
    for letter in measure.CYR:
        assert likeness.flat(letter) == measure.flat(letter)
    for words in ("Совет, №2", "Gurbanguly Berdimuhamedow", "São Tomé", None, ""):
        assert likeness.flat(words) == measure.flat(words)
