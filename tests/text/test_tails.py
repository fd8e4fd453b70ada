"""Signs that count below a report, and not in its midst: one line a case."""

import pytest
from marked import cleaned, marked, unmarked
from test_cleaning import LEAD, H
from test_frames import STORY

from communique.text.edges import below
from communique.text.lines import lines_in
from communique.text.marks import mark_of
from communique.text.tails import is_note, tail_sign

SIGNS = {
    "is_listing": [
        "More business news",
        "Other publications of the section",
        "Latest from the newsroom: all news",
    ],
    "is_dated": ["19 November 2019, 9:42am", "March 2023", "2021"],
    "is_cut": ["Floods recede in the south as the river…"],
    "is_tiled": ["Terms of Service Privacy Policy", "Site map Contact us Vacancies About us of 2019 Print"],
    "is_to_reader": ["Every morning we send you the most important of the day."],
    "is_about_author": ["Jane Doe is a freelance writer based in Toronto."],
    "is_contact": ["Reception +375 17 000-00-00"],
    "is_control": ["Print the newest edition", "Rate our work"],
    "is_number": ["500", "3,418"],
    "is_counted": ["Photo gallery of the event (14)"],
    "is_boilerplate": [
        "About the organisation: it was founded in 1949 and has ten members in four continents."
    ],
    "is_quoted": ["KASE 3,214.5 +0.4%"],
    "is_segmented": ["Kazakhstan   Security   Central Asia"],
    "is_languages": ["EN KZ UZ", "English | Русский"],
    "is_tally": ["Hits: 402", "Press release number: 1104", "Dibaca: 1.845 kali"],
    "is_wordless": ["A- A A+", "+2 +2", "1 / 9"],
}
NONE = [
    "More than 200 delegates from five states",
    "Armenia, 3 deputies",
    "Latest round of talks on the treaty",
    "The minister is the author of the plan that the council approved in the spring of last year.",
    "“You have our support,” he said to the ambassador.",
    "Contact group on Libya",
    "Minister of Foreign Affairs",
    "Security Council Secretary",
    "2. Other business",
    "14:10",
    "22.04.2021",
    "12/05/2022",
    "I.",
    "Armenia: 3 deputies of the parliament",
    "US Secretary of State Antony Blinken spoke by phone with the President.",
]


@pytest.mark.parametrize(("sign", "words"), [(sign, words) for sign, them in SIGNS.items() for words in them])
def test_what_a_site_sets_below(sign: str, words: str) -> None:
    (line,) = lines_in(words)
    assert tail_sign(line) in (sign, "is_listing" if "News" in words else sign)


@pytest.mark.parametrize("words", NONE)
def test_what_may_be_the_reports_own(words: str) -> None:
    (line,) = lines_in(words)
    assert tail_sign(line) is None


BELOW = [
    "[[More business news\nSowing begins in the south\nNew tram line opened\n19 November 2019, 9:42am]]",
    "[[Jane Doe is a freelance writer based in Toronto.\nFollow\nView all posts]]",
    "[[World\nAfrica\nAmericas\nMarkets\nTech\nMedia\nStyle\nTravel\nEnergy\nCars]]",
    "[[Gift this article\nJoin our channel\n500]]",
    "[[Floods recede in the south as the river…\nCourt adjourns hearing on the old…\nChess: Armenia beats Georgia…]]",
]


ANYWHERE = [
    "[[jha/lcp]]",
    "[[(Reporting by our bureau; Editing by M. H.)]]",
    "[[» Weather: frost in the hills]]",
    "[[MOST READ: 1. The mayor and the helicopter 2. The lira falls]]",
    "[[COMMENTS (114)   Share   Print]]",
    "[[« Minister receives ambassador of Japan]]",
    "[[QAR 3.64 = 1 USD]]",
    "[[News / India / Minister in Perth]]",
    "[[The leaders in Sofia (Photo: pool)]]",
    "[[4 min read]]",
    "[[Read 2,310 times]]",
    "[[Lu 1,011 fois]]",
    "[[6m 12s]]",
    "[[3.1 MB]]",
    "[[PresidentEconomySocietySport]]",
    "[[The hall before the sitting. (Supplied)]]",
    "[[The leaders on the steps of the palace in Sofia.—Photo by State House]]",
    "[[Descargar audio]]",
    "[[Jump to navigation]]",
]


@pytest.mark.parametrize("line", ANYWHERE)
def test_what_is_furniture_wherever_it_stands(line: str) -> None:
    case = f"{H}\n\n{LEAD}\n{line}\n{STORY}\n{LEAD}"
    assert marked(cleaned(unmarked(case))) == case


def test_a_caption_that_tells_who_was_there_stays() -> None:
    caption = (
        "The Prime Minister (right) and his Lao counterpart Thongloun Sisoulith before the talks (Photo: VNA)"
    )
    case = f"{H}\n\n{LEAD}\n{caption}\n{STORY}"
    assert marked(cleaned(unmarked(case))) == case


def test_comments_of_readers() -> None:
    remarks = "3 Comments\nPeter O. says:\n21 February 2025 at 10:12\nGood to read something that is not about money.\nReply"
    case = f"{H}\n\n{LEAD}\n{STORY}\n\n[[{remarks}]]"
    assert marked(cleaned(unmarked(case))) == case
    said = f"{H}\n\n{LEAD}\n{STORY}\nThe minister said:\nWe have come to an end, and it is a good one."
    assert marked(cleaned(unmarked(said))) == said


@pytest.mark.parametrize("frame", BELOW)
def test_furniture_begins_with_a_sign(frame: str) -> None:
    case = f"{H}\n\n{LEAD}\n{STORY}\n\n{frame}"
    assert marked(cleaned(unmarked(case))) == case


@pytest.mark.parametrize("end", ["-ENDS-", "(END)", "Enditem"])
def test_below_the_end_of_a_report_all_is_furniture(end: str) -> None:
    about = "About the Commission\nThe Commission has six member states, and its seat is in Minsk.\nIt meets in Minsk."
    case = f"{H}\n\n{LEAD}\n{STORY}\n{end}\n[[{about}]]"
    assert marked(cleaned(unmarked(case))) == case


def test_an_end_above_most_of_the_report_ends_nothing() -> None:
    case = f"{H}\n\n{LEAD}\nEnd\n{STORY}\n{LEAD}\n{STORY}"
    assert marked(cleaned(unmarked(case))) == case


@pytest.mark.parametrize(
    "words", ["Notes to editors:", "About the Commission", "Media contacts", "FOOTNOTES"]
)
def test_the_head_of_a_note(words: str) -> None:
    assert is_note(lines_in(words)[0])


@pytest.mark.parametrize("words", ["About 200 delegates came to Minsk.", "What is it about?", LEAD])
def test_what_heads_no_note(words: str) -> None:
    assert not is_note(lines_in(words)[0])


TEASERS = [
    "Ten ways to bake a better loaf this winter, from rye to spelt, and all without an oven.",
    "Grandmothers say that a spoon of honey in the dough keeps any loaf soft for a week.",
]


def test_sentences_that_have_nothing_to_do_with_the_report_do_not_end_the_furniture() -> None:
    report = [LEAD, STORY] * 3
    for told, start in ((TEASERS, 6), ([LEAD, STORY], 10)):
        lines = lines_in("\n".join([*report, "Share", "More business news", *told, "Print", "Share"]))
        assert below(lines, 0, [mark_of(line) for line in lines]).start == start


OWN = [
    f"{H}\n\n{LEAD}\n{STORY}\n\nI thank you.\nMinsk, 12 May 2021",
    f"{H}\n\n{LEAD}\n{STORY}\nMinsk, Belarus\n12 May 2021",
    f"{H}\n\n{LEAD}\n{STORY}\n\nParticipants:\nBelarus\nRussia\nArmenia\nKazakhstan\nKyrgyzstan\nTajikistan\nChina\nIran\nIndia",
    f"{H}\n\n{LEAD}\nYou know that we have waited for this day, and you know why it came so late.\n{STORY}\n"
    "I thank you all for your patience and wish you a good journey home.",
    f"{H}\n\n{LEAD}\n{STORY}\nThank you for your attention.\n[[See also\nVisit to Uzbekistan]]",
    f"{H}\n\n{LEAD}\n{STORY}\nAlexander Volfovich\nNikolai Patrushev\nArmen Grigoryan\nMarat Imankulov",
]


@pytest.mark.parametrize("case", OWN)
def test_what_ends_a_report_stays(case: str) -> None:
    assert marked(cleaned(unmarked(case))) == case


def test_a_headline_is_found_below_the_longest_menu() -> None:
    menu = "\n".join(f"Section {chr(65 + i % 26)}{i}" for i in range(300))
    case = f"[[{menu}]]\n{H}\n\n{LEAD}\n{STORY}"
    assert marked(cleaned(unmarked(case))) == case


@pytest.mark.parametrize(
    "row",
    [
        "Font size A- A A+",
        "HOME PAGE TODAY'S PAPER VIDEO MOST POPULAR WORLD TOPICS",
        "EN RU DE FR ES",
        "Listen to this article now",
    ],
)
def test_a_row_of_controls_is_no_headline(row: str) -> None:
    assert cleaned(f"{row}\n{H.removeprefix('{{').removesuffix('}}')}\n\n{LEAD}\n{STORY}").title == unmarked(
        H
    )


@pytest.mark.parametrize(
    "stamp",
    ["28 November 2024, 9:42 · Updated 3 hours ago", "Posted 28 November 2024 | Modified: 30 November 2024"],
)
def test_when_it_was_changed_hides_not_when_it_was_put_out(stamp: str) -> None:
    assert cleaned(f"{unmarked(H)}\n{stamp}\n\n{LEAD}\n{STORY}").published == "2024-11-28"


def test_a_day_alone_under_the_lead() -> None:
    assert cleaned(f"{unmarked(H)}\n\n{LEAD}\n28 November 2024\n{STORY}").published == "2024-11-28"
    assert cleaned(f"{unmarked(H)}\n\n{LEAD}\nThey met on:\n28 November 2024\n{STORY}").published is None
