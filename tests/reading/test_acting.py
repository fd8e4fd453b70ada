"""Organs that acted on a day: one line a case; the text, then the organs that sat."""

import pytest

from communique.reading.acting import acted
from communique.reading.people import cast
from communique.reading.scan import scan


def sat(text: str) -> list[str]:
    seen = scan(text)
    who = cast(seen)
    return [subject.bodies[0].name for s in seen.sentences for subject, _ in acted(seen, who, s)]


COUNCIL = "United Nations Security Council"
CASES = [
    ("The UN Security Council was briefed on Haiti on Monday.", [COUNCIL]),
    ("The UN Security Council was created in 1945.", []),
    ("The UN Security Council voted Friday to extend the mission.", [COUNCIL]),
    ("The Security Council decided this morning to extend the mission.", [COUNCIL]),
    ("The Security Council (UNSC) on Tuesday renewed the mandate.", [COUNCIL]),
    ("The Security Council failed on Tuesday to adopt the draft.", [COUNCIL]),
    ("The UN Security Council imposed new sanctions on traders on Saturday.", [COUNCIL]),
    ("On 5 May 2020, the UN Security Council lifted the embargo.", [COUNCIL]),
    (
        "EU foreign ministers agreed on Monday to send observers.",
        ["Foreign Affairs Council of the European Union"],
    ),
    ("Chad vetoed a Security Council draft resolution on Friday.", [COUNCIL]),
    ("Chad on Monday vetoed a UN Security Council resolution.", [COUNCIL]),
    ("The envoy told the Security Council today that calm was back.", [COUNCIL]),
    ("Briefing the UN Security Council on Tuesday, the envoy spoke of calm.", [COUNCIL]),
    ("The text was adopted unanimously by the UN Security Council on Friday.", [COUNCIL]),
    # members of an organisation, of whatever field
    ("The OIC ministers on Monday discussed the drought.", ["Organisation of Islamic Cooperation"]),
    ("The OIC on Monday discussed the drought.", []),
    # no day, a day of something else, or not yet
    ("The UN Security Council adopted a resolution.", []),
    ("The UN Security Council extended the mission until 5 May 2020.", []),
    ("The UN Security Council approved the deal signed on Friday.", []),
    ("The UN Security Council backed the truce that began on Friday.", []),
    ("The UN Security Council will vote on Friday.", []),
    ("The UN Security Council extended the mission last year, and on Friday troops left.", []),
    ("The UN Security Council authorised the force in March 2015, the envoy said on Friday.", []),
    ("The UN Security Council backed elections on 5 May 2025.", []),
    # not done, or in writing
    ("Chad has not informed the UN Security Council today.", []),
    ("Chad denied that it told the UN Security Council on Monday of the attack.", []),
    ("Chad informed the UN Security Council today in a letter.", []),
    ("EU foreign ministers agreed on Friday in a written procedure to send observers.", []),
    ("The UN Security Council nearly voted on Friday.", []),
    ("The UN Security Council on Friday failed to meet.", []),
    # whose council it is
    ("President Jon Berg chaired the Security Council on Friday, which adopted a resolution.", []),
    ("In Tehran, the Security Council on Monday approved the resolution.", []),
    ("The Virginia General Assembly voted on Friday to pass a resolution.", []),
    ("The Security Council decided on Friday to cut taxes.", []),
    # no sitting of states
    ("The European Commission approved the merger on Friday.", []),
    ("Russia's Security Council decided on Friday to act.", []),
    ("The National Security Council decided on Friday to act.", []),
    ("The Security Council of Chad decided on Friday to act.", []),
    ("The envoy was elected to the Security Council on Friday.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_acted(text: str, expected: list[str]) -> None:
    assert sat(text) == expected
