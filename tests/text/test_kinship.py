"""What lines and pieces of a page share with the stretch that weighs most as report."""

import re

from test_cleaning import LEAD

from communique.text.kinship import kinship, rounded
from communique.text.lines import lines_in
from communique.text.signs import signs_of

SECOND = "Ministers of Belarus praised the cooperation that was signed in Minsk."
TEASER = "A walk in Tamarisk with Orrin and Vexley"


def _kin(lines: list[str], alone: list[float], report: range) -> list[list[str]]:
    found = lines_in("\n".join(lines))
    return list(kinship(signs_of(found, [None] * len(found), frozenset(), None), alone, report))


def _share(signs: list[str]) -> str:
    return next(
        sign for sign in signs if re.match(r"kin \S+ .*topics ", sign) and not sign.startswith("kin topics")
    )


def test_a_line_is_told_by_the_names_and_topics_that_it_shares() -> None:
    near, far = _kin([LEAD, SECOND, "Belarus and Minsk", TEASER], [-4.0, -4.0, 1.0, 1.0], range(2))[2:]
    assert _share(near) == "kin 4 of 2 topics 4 of 2"
    assert _share(far) == "kin 0 of 2 topics 0 of 2"


def test_a_line_is_not_its_own_kin() -> None:
    assert _share(_kin([LEAD, TEASER], [-4.0, -4.0], range(2))[1]).startswith("kin 0 of 2")
    assert _share(_kin([TEASER, TEASER], [-4.0, -4.0], range(2))[1]).startswith("kin 4 of 2")


def test_what_weighs_as_furniture_amid_the_report_is_not_what_lines_are_compared_with() -> None:
    lines, report = [LEAD, TEASER, SECOND, "Tamarisk and Vexley"], range(3)
    assert _share(_kin(lines, [-4.0, 1.0, -4.0, 1.0], report)[3]).startswith("kin 0 of 2")
    assert _share(_kin(lines, [-4.0, -1.0, -4.0, 1.0], report)[3]).startswith("kin 4 of 2")


def test_pieces_begin_where_furniture_does() -> None:
    signs = _kin([LEAD, "Menu", "Zorbex", SECOND, "Menu", TEASER], [-4.0, 3.0, 3.0, -4.0, 3.0, 1.0], range(1))
    pieces = [next(s for s in one if s.startswith("piece ") and " long " in s) for one in signs]
    assert pieces == ["piece 1 long 1"] + ["piece 4 long 1"] * 3 + ["piece 2 long 0"] * 2
    kind = [s for one in signs for s in one if s.startswith("piece weighs")]
    assert [s.split()[2] for s in kind] == ["-4", "1", "1", "1", "2", "2"]


def test_a_page_without_a_report_shares_nothing() -> None:
    assert _share(_kin([TEASER], [1.0], range(0))[0]).startswith("kin 0 of 2")
    assert _kin([], [], range(0)) == []


def test_weights_are_rounded_between_ends() -> None:
    assert [rounded(weight) for weight in (-99.0, -0.6, 0.4, 99.0)] == ["-4", "-1", "0", "4"]
