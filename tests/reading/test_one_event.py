"""The report's own meeting in bare words: one line a case; the text, then each meeting's name, day and city."""

import pytest

from communique.model.text import Text
from communique.reading import read


def told(text: str) -> list[str]:
    found = read(Text(name="text", characters=text)).meetings
    return [f"{m.name} | {m.start or '-'} | {m.city or '-'}" for m in found]


OSCE = "The OSCE Permanent Council met in Vienna on 4 May 2021. "
OIC = "The OIC Council of Foreign Ministers held an extraordinary session in Jeddah on 4 May 2021. "

CASES = [
    # bare words of the same day: the Council's own
    (OSCE + "A special session on 4 May 2021 heard the envoy.", 1),
    (OSCE + "The envoy spoke at a meeting in Vienna on 4 May 2021.", 1),
    # another day, another city, another body, a number, a name, people of its own: another meeting
    (OSCE + "A special session on 6 May 2021 heard the envoy.", 2),
    (OSCE + "A special session was held in Geneva on 4 May 2021.", 2),
    (OSCE + "The NATO Military Committee met in Brussels on 4 May 2021.", 2),
    (OSCE + "On 4 May 2021 the 12th session of the UN Human Rights Council was held in Geneva.", 2),
    (OSCE + "The Climate Conference was held on 4 May 2021 in Vienna.", 2),
    (OSCE + "On 4 May 2021 Swiss President Guy Parmelin met Austrian President Alexander Van der Bellen.", 2),
    # another one by its own word
    (OSCE + "Another meeting was held in Vienna on 4 May 2021.", 2),
    (OSCE + "A separate meeting was held in Vienna on 4 May 2021.", 2),
    # somebody else's, by what stands behind the noun; no sitting; online beside a city
    (OSCE + "A session was held in Vienna on 4 May 2021 for journalists.", 2),
    (OSCE + "The talks of the city administration took place in Vienna on 4 May 2021.", 2),
    (OSCE + "A session of the youth club was held in Vienna on 4 May 2021.", 2),
    (OIC + "A meeting at the level of senior officials was held on 4 May 2021.", 2),
    (OSCE + "A sitting of the Knesset was held on 4 May 2021. The sitting adopted a budget law.", 2),
    (OIC + "A meeting of the press club was held on 4 May 2021. The meeting adopted a declaration.", 2),
    (OSCE + "A telephone conversation took place on 4 May 2021.", 2),
    (OSCE + "A working lunch was held in Vienna on 4 May 2021.", 2),
    (OSCE + "A round table was held in Vienna on 4 May 2021.", 2),
    (OSCE + "A session was held online on 4 May 2021.", 2),
    # a day that is not the report's, beside a meeting without one
    ("The ALBA summit was held in Havana. A sitting of the court was held in Havana on 2 March 2020.", 2),
    ("The ALBA summit was held in Havana. A sitting was held in Havana on 2 March 2020.", 2),
    (
        "The EAEU Intergovernmental Council met in Almaty. The talks with the business circles took place in Almaty on 20 March 2019.",
        2,
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_how_many_meetings(text: str, expected: int) -> None:
    assert len(told(text)) == expected, told(text)


def test_what_the_bare_words_tell_of_the_day_is_the_meetings() -> None:
    text = (
        "VIENNA, 4 May 2021 - The OSCE Permanent Council met in Vienna. "
        "A special session in Vienna on 4 May heard the envoy."
    )
    assert told(text) == ["OSCE Permanent Council met | 2021-05-04 | Vienna"]
