"""PDF: pages drawn in the order in which layout programs draw them, read in the order in which people read."""

import pytest
from made_files import Put, pdf
from marked import cleaned_bytes

from communique.model.errors import BadInput
from communique.text.found import Refused

LEFT = (
    "The ministers of foreign affairs of",
    "five states met in Minsk and con-",
    "sidered the programme of coope-",
    "ration in the fight against terror.",
    "They heard the vice-",
    "chairman and the Secretary-",
    "General on the work of the year.",
)
RIGHT = (
    "A plan of measures for two years",
    "was approved. The plan is to be",
    "submitted to the Council of Heads",
    "of State in the autumn, the office",
    "of the Secretariat said. The next",
    "meeting will be held in Astana in",
    "May of the coming year.",
)
TWO = (
    "The ministers of foreign affairs of five states met in Minsk and considered the programme of cooperation "
    "in the fight against terror. They heard the vice-chairman and the Secretary-General on the work of the year.",
    "A plan of measures for two years was approved. The plan is to be submitted to the Council of Heads of State "
    "in the autumn, the office of the Secretariat said. The next meeting will be held in Astana in May of the "
    "coming year.",
)


def column(lines: tuple[str, ...], x: float, top: float = 700) -> list[Put]:
    return [(x, top - 14 * i, 11, words) for i, words in enumerate(lines)]


def read(pages: list[list[Put]], info: str = "") -> str:
    return cleaned_bytes(pdf(pages, info), "application/pdf").characters


HEADLINE: Put = (50, 740, 18, "Ministers of five states meet in Minsk")


@pytest.mark.parametrize("order", ["columns", "rows", "backwards"])
def test_two_columns_are_read_one_after_the_other(order: str) -> None:
    puts = [HEADLINE, *column(LEFT, 50), *column(RIGHT, 310)]
    if order == "rows":
        puts.sort(key=lambda put: (-put[1], put[0]))
    if order == "backwards":
        puts.reverse()
    assert read([puts]) == "\n".join((HEADLINE[3], *TWO))


def test_what_lies_across_the_columns_parts_what_is_above_from_what_is_below() -> None:
    across: Put = (
        50,
        590,
        11,
        "The states that took part have met nine times since the council was founded in Minsk.",
    )
    lower = [*column(LEFT[:5], 50, 560), *column(RIGHT[:5], 310, 560)]
    words = read([[*column(LEFT, 50), *column(RIGHT, 310), across, *lower]])
    places = [words.index(start) for start in ("They heard", "next meeting", "The states that took", "heard the vice-\n")
              if start in words]  # fmt: skip
    assert places == sorted(places)
    assert words.count("A plan of measures") == 2


def test_a_table_is_read_row_by_row() -> None:
    rows = ("Belarus", "Volfovich"), ("Kazakhstan", "Nurdauletov"), ("Kyrgyzstan", "Imankulov"), ("Russia", "Shoigu"), \
        ("Tajikistan", "Mahmudzoda"), ("Armenia", "Grigoryan")  # fmt: skip
    puts = [
        (x, 700 - 14 * i, 11, w) for i, row in enumerate(rows) for x, w in zip((50, 320), row, strict=True)
    ]
    assert read([puts]).splitlines() == ["  ".join(row) for row in rows]


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
PAGES = ("", "Belarus and Armenia", "Tajikistan", "the Kyrgyz Republic", "Kazakhstan and Russia")


def test_running_heads_and_page_numbers_are_left_out() -> None:
    pages = []
    for number in range(1, 5):
        body = column(
            tuple(f"On page {number}, in line {i} of it, the ministers speak on." for i in range(9)), 50
        )
        head = (50, 800, 9, f"Bulletin of the Council, No. 7, page {number}")
        pages.append([head, *body, (290, 40, 9, str(number))])
    words = read(pages)
    assert "Bulletin" not in words
    assert words.count(" speak on.") == 4 * len(DAYS)
    assert not any(line.isdigit() for line in words.splitlines())


def test_the_letterhead_of_one_page_is_kept() -> None:
    words = read([[(50, 800, 9, "Ministry of Foreign Affairs"), *column(LEFT, 50)]])
    assert words.startswith("Ministry of Foreign Affairs\n")


def test_paragraphs_are_told_by_room_and_by_indent() -> None:
    lines = [(50, 700, "The ministers met in Minsk and signed a plan of measures for"), (50, 686, "two years."),
             (70, 672, "They will meet again in the spring of the coming year, as the"), (50, 658, "office said."),
             (50, 620, "The plan was published on the same day by all of the offices.")]  # fmt: skip
    words = read([[(x, y, 11.0, w) for x, y, w in lines]])
    assert [line[:8] for line in words.splitlines()] == ["The mini", "They wil", "The plan"]


def test_a_paragraph_runs_on_over_the_page() -> None:
    second = ("cerning the border of the states was", "approved in full by all of the ministers.")
    words = read([column((*LEFT[:4], "A further programme of measures con-"), 50), column(second, 50)])
    assert "measures concerning the border of the states was approved" in words


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("A plan for coope-", "ration was signed."), "A plan for cooperation was signed."),
        (("A plan for the well-", "known route was signed."), "A plan for the well-known route was signed."),
        (
            ("A long-term plan and a long-", "term aim were signed."),
            "A long-term plan and a long-term aim were signed.",
        ),
        (
            ("The office of the Secretary-", "General signed it."),
            "The office of the Secretary-General signed it.",
        ),
    ],
)
def test_whose_a_hyphen_is(lines: tuple[str, ...], said: str) -> None:
    assert read([column(lines, 50)]) == said


def test_a_title_among_the_properties_counts_only_where_the_text_has_it() -> None:
    page = [HEADLINE, *column(LEFT, 50)]
    assert (
        cleaned_bytes(pdf([page], "/Title (Microsoft Word - x.doc)"), "application/pdf").title == HEADLINE[3]
    )
    text = cleaned_bytes(pdf([page], f"/Title ({HEADLINE[3]})"), "application/pdf")
    assert text.title == HEADLINE[3]
    assert text.published is None


def test_a_scanned_page_has_no_text() -> None:
    with pytest.raises(BadInput, match=r"is a PDF without text, probably scanned"):
        cleaned_bytes(pdf([[]]), "application/pdf")


SOUND = pdf([column(LEFT, 50)])


@pytest.mark.parametrize(
    "body",
    [
        SOUND.replace(b"startxref\n", b"startxref\n9"),
        SOUND.replace(b"00000 n", b"00009 n"),
        SOUND.replace(b"/Count 1", b"/Count 99999999"),
        pdf([column(LEFT, 50)], more=b"/OpenAction << /S /JavaScript /JS (app.alert(1); while (true) {}) >>"),
        pdf([column(LEFT, 50)], more=b"/OpenAction << /S /Launch /F (/bin/sh) >>"),
        pdf([column(LEFT, 50)], more=b"/AA << /O << /S /URI /URI (https://example.org/) >> >>"),
    ],
)
def test_broken_lists_of_objects_and_scripts_do_no_harm(body: bytes) -> None:
    assert cleaned_bytes(body, "application/pdf").characters == TWO[0]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"%PDF-1.7\n" + b"\xff" * 5_000, "is no sound PDF"),
        (SOUND[:300], "PDF"),
        (SOUND.replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"), "PDF"),
        (SOUND[: SOUND.index(b"xref\n0")], "is no sound PDF"),
        (SOUND.replace(b"/Size 7 ", b"/Encrypt << /Filter /Standard /V 9 >> /Size 7 "), "PDF"),
    ],
)
def test_pages_that_cannot_be_read_are_one_line(body: bytes, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as raised:
        cleaned_bytes(body, "application/pdf")
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("bound", ["PAGES", "CHARACTERS"])
def test_a_library_is_no_report(monkeypatch: pytest.MonkeyPatch, bound: str) -> None:
    from communique.text import pdf as room

    monkeypatch.setattr(room, bound, 1)
    with pytest.raises(Refused, match="too much for one report"):
        room.read_pdf(pdf([column(LEFT, 50)] * 2))


def test_an_equal_line_in_the_midst_of_pages_is_no_running_head() -> None:
    pages = []
    for number, states in enumerate(PAGES, 1):
        lines = (
            f"In {states or 'Minsk'} the ministers met.",
            "Signed in Minsk",
            f"They left {states or 'it'}.",
        )
        pages.append([(50.0, 800.0, 9.0, "Bulletin"), *column(lines, 50), (290.0, 40.0, 9.0, str(number))])
    words = read(pages)
    assert "Bulletin" not in words
    assert words.count("Signed in Minsk") == len(PAGES)
