"""Phrases that name a sitting: one line a case; the text, then `words` or `words # ordinal`."""

import pytest

from communique.reading.scan import scan
from communique.reading.sittings import sittings


def named(text: str) -> list[str]:
    seen = scan(text)
    found = [x for s in seen.sentences for x in sittings(seen, s)]
    return [text[x.start : x.stop] + (f" # {x.ordinal}" if x.ordinal else "") for x in found]


CASES = [
    ("They held the fourth foreign office consultations.", ["fourth foreign office consultations # 4"]),
    (
        "The 7th joint meeting for the strategic dialogue between the two took place.",
        ["7th joint meeting for the strategic dialogue # 7"],
    ),
    (
        "The sixth meeting of secretaries of security councils of the CIS member states was held.",
        ["sixth meeting of secretaries of security councils of the CIS member states # 6"],
    ),
    (
        "They attended the 13th plenary session of the CSTO Parliamentary Assembly in Minsk.",
        ["13th plenary session of the CSTO Parliamentary Assembly # 13"],
    ),
    (
        "The XIV session of the Council of Heads of State of the CIS was held.",
        ["XIV session of the Council of Heads of State of the CIS # 14"],
    ),
    (
        "A joint sitting of the Council of Foreign Ministers and the Council of Defence Ministers of the CSTO was held.",
        [
            "joint sitting of the Council of Foreign Ministers and the Council of Defence Ministers of the CSTO"
        ],
    ),
    ("The twenty-first ASEAN summit opened.", ["twenty-first ASEAN summit # 21"]),
    ("The 21st ASEAN-EU Ministerial Meeting was held.", ["21st ASEAN-EU Ministerial Meeting # 21"]),
    (
        "The regular meeting of the CSTO Permanent Council took place.",
        ["regular meeting of the CSTO Permanent Council"],
    ),
    ("An informal summit of the CIS leaders was held.", ["informal summit of the CIS leaders"]),
    ("The inaugural meeting of the Council took place.", ["inaugural meeting of the Council # 1"]),
    ("The NATO Summit opened.", ["NATO Summit"]),
    (
        "They met at the ASEAN Foreign Ministers' Retreat (AMM Retreat) in Hanoi.",
        ["ASEAN Foreign Ministers' Retreat (AMM Retreat)"],
    ),
    ("The Fifty First NATO Summit was held.", ["Fifty First NATO Summit # 51"]),
    ("SADC held its Sixty-Fifth (65 TH) Ordinary Session.", ["Sixty-Fifth (65 TH) Ordinary Session # 65"]),
    ("The 38 th session of the SADC Summit was held.", ["38 th session of the SADC Summit # 38"]),
    (
        "The 3rd round of Kenya-Norway political consultations was held.",
        ["3rd round of Kenya-Norway political consultations # 3"],
    ),
    ("The trilateral meeting was held in Minsk.", ["trilateral meeting"]),
    ("The meeting was held in Minsk.", ["meeting"]),
    ("The ministers held talks in Minsk.", ["talks"]),
    ("The Fifth Water Forum was held.", ["Fifth Water Forum # 5"]),
    ("They spoke at the meeting and at the summit.", ["meeting", "summit"]),
    ("The second meeting since 2018 was held.", ["second meeting # 2"]),
    ("The second surprise summit was held in Oslo.", ["second surprise summit # 2"]),
    ("They agreed to hold general-level talks.", ["general-level talks"]),
    ("At last month's NATO summit they adopted it.", ["last month's NATO summit"]),
    ("The first-ever NATO summit was held.", ["first-ever NATO summit # 1"]),
    (
        "The meeting of the Japan-U.S. Harbour Committee was held.",
        ["meeting of the Japan-U.S. Harbour Committee"],
    ),
    ("They heard of a seminar on piracy held in Mombasa.", ["seminar"]),
    (
        "The 58th NATO Summit and the next Supreme Council were named.",
        ["58th NATO Summit # 58", "next Supreme Council"],
    ),
    ("They spoke at the OSCE Ministerial Council in Skopje on 30 November.", ["OSCE Ministerial Council"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_sitting(text: str, expected: list[str]) -> None:
    assert named(text) == expected


NONE = [
    "They spoke of the Secretary General of the Pacific Islands Forum.",
    "They opened an office for the Pacific Islands Forum in Kiribati.",
    "They held a press conference in Minsk.",
    "After meeting the president they left.",
    "The news conference was short.",
    "They entered the meeting room.",
    "They are meeting their voters.",
    "The seminar was short.",
    "A workshop taught weaving.",
    "The forum of ancient Rome was large.",
    "It was summitless.",
    "Job sessions and training sessions were held.",
    "The OSCE Ministerial Council is large.",
    "The seminar on piracy was short.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_sitting(text: str) -> None:
    assert named(text) == []


NUMBERS = [
    ("The first ever meeting of the CSTO Permanent Council was held.", 1),
    ("The ninth meeting of the CSTO Permanent Council was held.", 9),
    ("The 9th meeting of the CSTO Permanent Council was held.", 9),
    ("The Ninth Meeting of the CSTO Permanent Council was held.", 9),
    ("The IX meeting of the CSTO Permanent Council was held.", 9),
    ("The Forty-Third Meeting of the CSTO Permanent Council was held.", 43),
    ("The 9th Harbour Masters Group (HMG) Leaders' Summit was held.", 9),
    ("The 9th Heads of State and Government's Summit was held.", 9),
    ("They held the third round of foreign policy consultations.", 3),
    ("The first meeting of the CSTO Permanent Council in six years was held.", None),
    ("The second meeting of the CSTO Permanent Council within a month was held.", None),
    ("The third meeting of the CSTO Permanent Council this year was held.", None),
    ("The third meeting this week of the CSTO Permanent Council was held.", None),
    ("Minsk will host the 5th session of the CSTO Permanent Council this week.", 5),
    ("The first session of the fourth Pan-African Parliament opened.", 1),
    ("The first meeting of the CSTO Permanent Council since 2005 was held.", None),
    ("The 9th anniversary session of the CSTO Permanent Council was held.", None),
    ("The meeting of the CSTO Permanent Council was held.", None),
    ("The 2021 meeting of the CSTO Permanent Council was held.", None),
    ("The two-day meeting of the CSTO Permanent Council was held.", None),
]


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_its_number(text: str, expected: int | None) -> None:
    seen = scan(text)
    (found,) = sittings(seen, seen.sentences[0])
    assert found.ordinal == expected
    if found.ordinal_at:
        assert found.start <= found.ordinal_at[0] < found.ordinal_at[1] <= found.stop


BODIES = [
    ("The meeting of the CSTO Permanent Council was held.", ["csto/permanent-council"]),
    ("The CSTO Permanent Council held a meeting.", ["csto/permanent-council"]),
    ("The NATO summit opened.", ["nato/summit"]),
    ("The UN General Assembly session opened.", ["un/general-assembly"]),
    ("The meeting of the Negev Forum Steering Committee was held.", [None]),
    ("The meeting was held.", []),
    (
        "The joint sitting of the Council of Foreign Ministers and the Council of Defence Ministers of the CSTO was held.",
        ["csto/council-of-foreign-ministers", "csto/council-of-defence-ministers"],
    ),
]


@pytest.mark.parametrize("dash", ["-", "–", " - ", " – "])
def test_a_body_of_two_states_is_named_by_both(dash: str) -> None:
    body = f"Chad{dash}Niger Joint Commission"
    seen = scan(f"The fifth session of the {body} was held in Niamey.")
    (found,) = sittings(seen, seen.sentences[0])
    assert [n.name for n in found.bodies] == [body]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_its_bodies(text: str, expected: list[str | None]) -> None:
    seen = scan(text)
    (found,) = sittings(seen, seen.sentences[0])
    assert [n.body.id if n.body else None for n in found.bodies] == expected
