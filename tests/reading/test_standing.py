"""Held, ongoing, planned, put off: one line a case; the text with the phrase in brackets, then its standing."""

import pytest

from communique.reading.scan import scan
from communique.reading.standing import status_of

CASES = [
    ("The [council meeting] has been deferred to the autumn.", "postponed"),
    ("They deferred to the chair of the [council meeting].", "held"),
    (
        "A [meeting] with the governor of Minas Gerais, Jorge Lima, first set for 14 December in Ouro Preto, has been put off.",
        "postponed",
    ),
    ("The [summit], which the province will host in May, was on their minds.", "planned"),
    ("It ended with a [summit] that will be remembered.", "held"),
    ("They discussed the agenda of the [36th session].", "planned"),
    ("Ministers finalised the draft declaration for the [summit].", "planned"),
    ("The Council adopted the agenda of the [36th session].", "held"),
    ("They talked with a view to the [summit] in May.", "planned"),
    ("Chad is to preside over a [council meeting].", "planned"),
    ("The report will go to the [summit].", "planned"),
    ("The [council meeting] was held.", "held"),
    ("The [leaders] will assemble in Lima in the autumn.", "planned"),
    ("In October the [senior officials' meeting] will take stock.", "planned"),
    ("A [leaders' summit] might follow in 2025.", "planned"),
    ("The [leaders' summit] might have failed.", "held"),
    ("Next time the [leaders meet] in Lima.", "planned"),
    ("Next time they had the [council meeting] in mind.", "held"),
    ("The [council meeting], which closes today, adopted a plan.", "ongoing"),
    ("The [council meeting] wraps up tonight.", "ongoing"),
    ("The [council meeting] was declared open by the governor.", "ongoing"),
    ("The [council meeting] had opened on Sunday.", "held"),
    ("The target was set at the [summit].", "held"),
    ("The time was set for the [summit].", "planned"),
    ("The [council meeting] has started.", "ongoing"),
    ("The [council meeting] opens in Oslo.", "ongoing"),
    ("They agreed to hold [talks] on June 14.", "planned"),
    ("It was decided to conduct the [council meeting] in May.", "planned"),
    ("They met ahead of the [summit] in Oslo.", "planned"),
    ("They discussed preparations for the [summit].", "planned"),
    ("Chad has called a [council meeting] on Tuesday.", "planned"),
    ("Chad will co-host the [council meeting].", "planned"),
    ("They talked in the lead-up to the [summit].", "planned"),
    ("The [previous summit] was in Oslo and the next is slated for Rome.", "held"),
    ("They held a [meeting] ahead of the summit.", "held"),
    ("The [summit] is ready to kick off in Lima.", "planned"),
    ("Chad will today (Thursday) hold a [summit].", "planned"),
    ("The talks will be preceded by a [meeting] of officials.", "planned"),
    ("Chad will look to host the [summit].", "planned"),
    ("The [summit] is billed for May.", "planned"),
    ("They expect to adopt the plan at the [summit].", "planned"),
    ("She leaves on Monday for the [summit].", "planned"),
    ("The [council meeting] failed due to a veto.", "held"),
    ("It was decided that the [20th session] would take place in Bishkek.", "planned"),
    ("The [Lake Forum] and the Hill Dialogue will be held in Lima.", "planned"),
    ("The council opened in the run-up to the [summit].", "planned"),
    ("They met on the eve of the [summit].", "planned"),
    ("The council will today meet for its [session].", "planned"),
    ("Chad was on Monday set to convene a [summit].", "planned"),
    ("The ministers are going to hold a [meeting].", "planned"),
    ("She left Lima on Monday to attend the [summit].", "planned"),
    ("She explored all options to hold the [19th summit] at an early date.", "planned"),
    ("He was for an early convening of the [summit].", "planned"),
    ("Everything is ready for the [summit].", "planned"),
    ("She left Lima when the [summit] was over.", "held"),
    ("The [summit] and its hosts said that the fair will be held in May.", "held"),
    ("They prepare for the forum meeting, the 5th summit and the [7th session].", "planned"),
    ("Lindt, who is currently on a visit to Rome, had a [meeting] with Chad.", "held"),
    ("The [meeting] was held in the wake of a postponed summit.", "held"),
    ("The ministers met on the [postponed summit].", "postponed"),
    ("The [summit] has been postponed.", "postponed"),
    ("The [summit] was moved from May 3 to May 9.", "postponed"),
    ("The [summit] was called off.", "cancelled"),
    ("The [summit] heard that the fair will be held in May.", "held"),
    ("The [summit] in Oslo moved everybody.", "held"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_standing(text: str, expected: str) -> None:
    start, stop = text.index("["), text.index("]") - 1
    seen = scan(text.replace("[", "").replace("]", ""))
    assert status_of(seen, seen.sentences[0], start, stop)[0] == expected
