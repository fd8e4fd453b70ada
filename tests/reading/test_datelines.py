"""Date-lines: one line a case; the text, then place, date and agency."""

import pytest

from communique.reading.scan import scan

TAIL = "The ministers met and signed a plan."

CASES = [
    ("(Valley Feed (VF)) MINSK, November 17 (Svislach News) – ", ("MINSK", "November 17", "Svislach News")),
    ("MINSK, November 17 (Svislach News) – ", ("MINSK", "November 17", "Svislach News")),
    ("MINSK, 17 November (Svislach News) - ", ("MINSK", "17 November", "Svislach News")),
    ("MINSK, Nov. 17 (Svislach News) -- ", ("MINSK", "Nov. 17", "Svislach News")),
    ("MINSK, November 17, 2021 (Svislach News) — ", ("MINSK", "November 17, 2021", "Svislach News")),
    ("MINSK, November 17. /SVISLACH/. ", ("MINSK", "November 17", "SVISLACH")),
    ("MINSK (Valley News / VN - 17th November, 2021) ", ("MINSK", "17th November, 2021", "Valley News / VN")),
    ("Minsk, 17 November 2021 – ", ("Minsk", "17 November 2021", None)),
    ("Minsk (Svislach News) – ", ("Minsk", None, "Svislach News")),
    ("MINSK – ", ("MINSK", None, None)),
    ("NEW YORK, Sept 4 (Wire) - ", ("NEW YORK", "Sept 4", "Wire")),
    ("Geneva, Switzerland, 4 May 2020 – ", ("Geneva, Switzerland", "4 May 2020", None)),
    ("Astana, 28 November 2024\n\n", ("Astana", "28 November 2024", None)),
    ("NADI, FIJI (4 May 2019) -- ", ("NADI, FIJI", "4 May 2019", None)),
    ("Minsk, 3.11.2022 (Svislach News) ", ("Minsk", "3.11.2022", "Svislach News")),
    ("Minsk, 17.05.2023 – ", ("Minsk", "17.05.2023", None)),
    ("MINSK. NOVEMBER 17. SVISLACH – ", ("MINSK", "NOVEMBER 17", "SVISLACH")),
    ("MINSK, NOVEMBER 17, SVISLACHPRESS. ", ("MINSK", "NOVEMBER 17", "SVISLACHPRESS")),
    ("Kathmandu, Nov 27 (Wire) ", ("Kathmandu", "Nov 27", "Wire")),
    ("[Kingstown, October 24, 2018] -- ", ("Kingstown", "October 24, 2018", None)),
    ("MINSK/MOSCOW, April 6 - ", ("MINSK/MOSCOW", "April 6", None)),
    ("UNITED NATIONS, Oct. 14 (Wire) - ", ("UNITED NATIONS", "Oct. 14", "Wire")),
    ("The Hague, Wednesday 27 June 2018\n\n", ("The Hague", "27 June 2018", None)),
    ("Minsk, SVISLACH – ", ("Minsk", None, "SVISLACH")),
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_a_date_line(line: str, expected: tuple[str, str | None, str | None]) -> None:
    found = scan(line + TAIL).dateline
    assert found is not None
    assert (found.place, found.date, found.agency) == expected
    assert found.span is not None
    assert found.span.start == 0
    assert found.span.cut(line + TAIL).strip() == line.strip()


BEHIND = [line for line, _ in CASES] + ["A headline\n\nMINSK, November 17 (Wire) – "]


@pytest.mark.parametrize("line", BEHIND)
def test_the_first_sentence_begins_behind_it(line: str) -> None:
    seen = scan(line + TAIL)
    assert TAIL in [seen.words(s.start, s.stop) for s in seen.sentences]


NONE = [
    "Minsk hosted the talks – they went well.",
    "Minsk and Moscow – a plan for two years",
    "Minsk is a city. On November 17 they met.",
    "Lindt, November 17 (Wire) – They met.",
    "November 17 (Wire) – They met.",
    "They met in MINSK – a fine city.",
    "",
]


@pytest.mark.parametrize("text", NONE)
def test_no_date_line(text: str) -> None:
    assert scan(text).dateline is None


def test_a_date_line_further_down_is_none() -> None:
    text = "\n\n".join(["A paragraph about nothing much."] * 30) + "\n\nMINSK, November 17 (Wire) – They met."
    assert scan(text).dateline is None
