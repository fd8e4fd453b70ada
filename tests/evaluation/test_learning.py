"""The weights that ship are those that the committed reports teach."""

from pathlib import Path

import pytest

from communique.evaluation.corpus import load_corpus
from communique.evaluation.examples import DECISIONS, Example, Read, read
from communique.evaluation.learning import fit, judged, learn, main, surest, written
from communique.lexicon.weights import weights

ROOT = Path(__file__).parents[2]
DRIFT = 0.3


@pytest.fixture(scope="module")
def reports() -> list[Read]:
    return [read(c) for folder in ("dev", "samples") for c in load_corpus(ROOT / "gold" / folder).cases]


@pytest.mark.parametrize("decision", DECISIONS)
def test_the_shipped_weights_are_what_the_reports_teach(decision: str, reports: list[Read]) -> None:
    """A rule that is mended may shift them a little; from `DRIFT` on they are to be trained anew."""
    trained, lines = learn(decision, reports)
    shipped = weights(decision)
    every = {**dict.fromkeys(trained.signs, 0.0), **shipped.signs}
    apart = {s: abs(trained.signs.get(s, 0.0) - w) for s, w in every.items()}
    assert max(apart.values()) < DRIFT, (
        "run `python -m communique.evaluation.learning gold/dev gold/samples --out communique/lexicon/en/weights`"
    )
    assert lines[0].startswith(f"{decision}: ")


def test_the_same_examples_give_the_same_bytes() -> None:
    assert written(fit(_examples())) == written(fit(_examples()[::-1]))


def _examples() -> list[Example]:
    """Forty reports: a fact that has the good sign is right, one with the bad sign wrong, eight times of ten."""
    found = []
    for i in range(40):
        sign = "good" if i % 2 else "bad"
        right = (sign == "good") is (i % 10 < 8)
        found.append(Example(f"r{i:02}", "f", True, right, frozenset({sign, "everywhere"})))
    return found


def test_a_sign_that_tells_gets_a_weight_and_one_that_is_everywhere_none() -> None:
    trained = fit(_examples())
    assert trained.signs["good"] > 0.2 > -0.2 > trained.signs["bad"]
    assert abs(trained.signs.get("everywhere", 0.0)) < 0.1


def test_facts_are_judged_by_weights_of_other_reports() -> None:
    facts = judged(_examples())
    assert len(facts) == 40
    assert [likely for likely, _ in facts] == sorted((likely for likely, _ in facts), reverse=True)
    assert sum(right for _, right in facts[:20]) >= 14


def test_nothing_is_sure_where_too_little_is_right() -> None:
    assert surest([(0.9, True), (0.8, True), (0.7, False), (0.6, False)]) == 0.75
    assert surest([(0.9, False), (0.8, True)]) > 1


def test_wrong_usage_and_an_unsound_corpus_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([]) == 2
    assert main([str(tmp_path)]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 2
