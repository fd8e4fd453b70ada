"""What lines weigh is learnt from dumps: the same ones teach the same, and what they teach holds for another."""

from pathlib import Path

import pytest

from communique.evaluation.framing import (
    Dump,
    dumps_in,
    example,
    fit,
    gathered,
    learn,
    main,
    reports_in,
    set_in,
    wide_words,
    written,
)
from communique.text.weighed import signs_again

ROOT = Path(__file__).parents[2]
DEV = ROOT / "gold" / "furniture" / "dev"
GOLD = ROOT / "gold" / "dev"
FLAT = """~ Home
~ Sport
  Ministers of five states sign a plan
? By Anna Petrova
  The ministers of five states met in Minsk on Monday and signed a plan of cooperation for the coming years.
~ More stories
"""


@pytest.fixture
def trained() -> None:
    """Training alone needs it."""
    pytest.importorskip("sklearn")


@pytest.mark.usefixtures("trained")
def test_a_good_sign_weighs_one_way_and_a_bad_one_the_other() -> None:
    rows = [(["menu", "any"], True, 1.0), (["prose", "any"], False, 1.0)] * 40
    trained = fit(rows)
    assert trained.signs["menu"] > 0.5
    assert trained.signs["prose"] < -0.5
    assert trained.total(["menu"]) > 0 > trained.total(["prose"])
    assert written(fit(rows)) == written(trained)


@pytest.mark.usefixtures("trained")
def test_a_rare_sign_has_no_weight() -> None:
    rows = [(["menu"], True, 1.0), (["prose"], False, 1.0)] * 40
    assert "rare" not in fit([*rows, (["rare"], True, 1.0)]).signs


def test_lines_that_may_be_either_teach_nothing() -> None:
    one = example(Dump("a", tuple(FLAT.splitlines()), 1.0))
    assert one is not None
    assert one.sides == [True, True, False, None, False, True]
    assert example(Dump("b", ("~ ", "  "), 1.0)) is None


def test_reports_are_set_into_frames_in_their_own_order() -> None:
    frames = [Dump("f", tuple(FLAT.splitlines()), 1.0)]
    reports = [Dump("r", tuple(f"  Sentence number {i} of a report." for i in range(9)), 1.0)]
    found = list(set_in(frames, reports))
    assert found == list(set_in(frames, reports))
    said = set(reports[0].lines)
    for one in found[:-1]:
        own = [line for line in one.lines if line in said]
        assert own[:3] == list(reports[0].lines[:3])
        assert own == sorted(own)
    assert {line for one in found for line in one.lines if line.startswith("~ ")} <= set(FLAT.splitlines())


def test_words_of_one_site_are_no_signs() -> None:
    """A dump and what was set into its frame are one."""
    found = [example(Dump(name, ("~ Zorbex", f"~ Menu {name}"), 1.0)) for name in ("a", "b", "b with c")]
    dumps = [one for one in found if one]
    assert len(dumps) == 3
    left = {sign for one in wide_words(dumps, 2) for line in one.signed for sign in line.signs}
    assert {"word zorbex", "word menu"} <= left
    assert not {"opens menu b", "word b", "word with"} & left
    assert "word zorbex" not in {s for one in wide_words(dumps, 3) for line in one.signed for s in line.signs}


def test_annotated_reports_are_dumps() -> None:
    dumps = list(reports_in(GOLD))
    assert len(dumps) > 80
    assert any(line.startswith("~ ") for dump in dumps for line in dump.lines)
    assert sum(line.startswith("  ") for dump in dumps for line in dump.lines) > 1000


@pytest.mark.usefixtures("trained")
def test_what_some_dumps_teach_holds_for_others() -> None:
    every = [one for dump in dumps_in(DEV, 1.0) if (one := example(dump))]
    first, second = learn(every[::2])
    right = of = 0
    for one in every[1::2]:
        alone = [first.total(signed.signs) for signed in one.signed]
        for signs, side in zip(signs_again(one.signed, alone), one.sides, strict=True):
            if side is not None:
                of += 1
                right += (second.total(signs) > 0) is side
    assert of > 500
    assert right / of > 0.85  # calling all of it furniture: 0.73


def test_folders_without_dumps_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path), "--reports", str(GOLD), "--out", str(tmp_path)]) == 1
    assert "holds no dumps" in capsys.readouterr().err


def test_everything_is_gathered(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FLAT, encoding="utf-8")
    names = {one.name for one in gathered(tmp_path, [tmp_path], GOLD)}
    assert "a" in names
    assert any(name.startswith("a ") for name in names)
