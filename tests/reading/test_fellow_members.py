"""One who met the others of his rank: one line a case; the text, then each meeting's bodies, kind and people."""

import pytest

from communique.model.text import Text
from communique.reading import read


def told(text: str) -> list[str]:
    found = read(Text(name="text", characters=text)).meetings
    return [
        f"{', '.join(b.id or b.name for b in m.bodies) or '-'} | {m.kind} | {', '.join(p.name for p in m.participants) or '-'}"
        for m in found
    ]


CASES = [
    (
        "Indonesian Foreign Minister Retno Sari met with her ASEAN counterparts in Jakarta on 4 May 2022.",
        ["asean/foreign-ministers-meeting | multilateral | Retno Sari"],
    ),
    (
        "Prime Minister Jan Nowak of Poland met the other prime ministers of the Visegrad Group in Bratislava on 4 May 2022.",
        ["visegrad-group/prime-ministers | multilateral | Jan Nowak"],
    ),
    (
        "EAC summit opens in Arusha\n\n26 June 2023\n\nKenyan President Amina Yusuf met the other leaders of the East African Community in Arusha on Monday.",
        ["eac/summit | multilateral | Amina Yusuf"],
    ),
    (
        "Danish Defence Minister Anna Lindt held talks with her counterparts from NATO countries in Brussels on 4 May 2022.",
        ["nato/defence-ministers | multilateral | Anna Lindt"],
    ),
    # no sitting of theirs: asked for, denied
    ("Danish Defence Minister Anna Lindt has not met her NATO counterparts.", []),
    ("Danish Defence Minister Anna Lindt wants to meet her NATO counterparts.", []),
    # a guest's talks with the members are another sitting; several are not one side
    (
        "President Aliyev met with the leaders of the lake states in Shusha on 4 May 2022.",
        ["- | multilateral | Aliyev"],
    ),
    (
        "Danish Foreign Minister Anna Lindt met Kenyan Foreign Minister Amina Yusuf in Oslo on 4 May 2022.",
        ["- | bilateral | Anna Lindt, Amina Yusuf"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_met_his_like(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_guest_is_no_member() -> None:
    text = (
        "Japanese Foreign Minister Taro Mori held talks with his ASEAN counterparts in Bangkok on 4 May 2022."
    )
    assert "asean/foreign-ministers-meeting" not in told(text)[0]
