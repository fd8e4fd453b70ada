"""Which lines have to do with the report: one line a case."""

import pytest
from test_cleaning import LEAD

from communique.text.akin import Akin
from communique.text.lines import Line, lines_in

HEADLINE = "Talks on the Zorbex pipeline"
MORE = "Belarus takes over the chair of the Council from Armenia, as Orrin Vale announced."


def _akin(*lines: str, body: int = 0, marks: tuple[str | None, ...] = ()) -> Akin:
    found = lines_in("\n".join(lines))
    return Akin(found, body, [*marks, *[None] * (len(found) - len(marks))])


def _line(words: str) -> Line:
    return lines_in(words)[0]


@pytest.mark.parametrize(
    ("line", "ties"),
    [
        ("Ten ways to bake a better loaf this winter.", 0),
        ("Germany won the cup for the first time in nine years.", 1),
        ("Why Zorbex is the name that everybody drops", 2),
        ("The pipeline will leak, a reader wrote to us.", 2),
        ("Orrin was never so short of breath before.", 0),
        ("The summit saved Zorbex, its owners hope.", 3),
    ],
)
def test_what_a_line_has_to_do_with_the_report(line: str, ties: int) -> None:
    akin = _akin(HEADLINE, LEAD, MORE, body=1)
    assert akin.ties(_line(line)) == ties
    assert akin.knows_any([_line(line)]) == (ties > 0)


def test_one_of_two_is_enough() -> None:
    akin = _akin(LEAD, MORE)
    strange = _line("Ten ways to bake a better loaf this winter.")
    assert not akin.knows_any([strange, strange])
    assert akin.knows_any([strange, _line("They signed it.")])


def test_of_a_report_in_words_that_we_do_not_know_every_line_may_be() -> None:
    akin = _akin("Zwölf Kraniche zogen gestern über den stillen grauen See.")
    assert not akin.english
    assert akin.knows_any([_line("Ten ways to bake a better loaf this winter.")])


def test_marked_lines_and_late_sentences_tell_nothing_of_the_report() -> None:
    late = "In the evening all of them saw the Kalumet theatre."
    assert "zorbex" not in _akin(HEADLINE, LEAD, body=1, marks=("is_known",)).words
    assert "kalumet" in _akin(*[LEAD] * 5, late).words
    assert "kalumet" not in _akin(*[LEAD] * 6, late).words
