"""What of a page is headline, day, furniture: one typed page a case."""

from pathlib import Path

import pytest
from marked import cleaned, marked, unmarked

from communique.model.errors import BadInput
from communique.model.page import Page
from communique.text import clean

LEAD = "The ministers of five states met in Minsk and signed a plan of cooperation."
H2 = "Ministers of five states sign a plan"
H = "{{Ministers of five states sign a plan}}"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

TOPS = [
    f"{H}\n\n{LEAD}\nThey will meet again.",
    f"{H}\n\n<<21 November 2018 14:20 (UTC+04:00)>>\n\nBaku, Azerbaijan, Nov. 21\n\n{LEAD}",
    f"{H}\n<<28 November 2024>>\n{LEAD}",
    f"Posted: <<08.06.2023 14:09:00>>\n\n{H}\n\n{LEAD}",
    f"{H}\nPublished: <<22 November 2018 09:15>>\n{LEAD}",
    f"{H}\n<<2024-11-28>>\n{LEAD}",
    f"{H}\n<<Nov 21, 2018>>\n{LEAD}",
    f"{H}\nWednesday, <<November 21, 2018>>\n{LEAD}",
    f"{H}\nBy Anna Petrova | <<21 November 2018>>\n{LEAD}",
    f"{H}\nUpdated: 29 November 2024\nPublished: <<28 November 2024>>\n{LEAD}",
    f"{H}\nUpdated: <<29 November 2024>>\n{LEAD}",
    f"PRESS RELEASE\nAstana, <<28 November 2024>>\n{H}\n{LEAD}",
    f"{H}\n{LEAD}\nIt was their ninth meeting in the capital.\nPublished: <<12 May 2020>>",
    f"[[Home\nNews\nSport]]\n{H}\n{LEAD}",
    f"[[Home  Politics  Economy  Sport]]\n{H}\n{LEAD}",
    f"[[Home / News / Politics]]\n{H}\n{LEAD}",
    f"[[Society | Politics | World | Letters]]\n{H}\n{LEAD}",
    f"[[Skip to content]]\n{H}\n{LEAD}",
    f"[[Projects\nServices\nSunday, 17 January 2021\nMinsk Mainly clear -23°C\nAll news\nPolitics]]\n"
    f"<<30 November 2020, 12:46>>\n\n{H}\n{LEAD}",
    f"[[Sunday, 17 January 2021\nMinsk Mainly clear -23°C]]\n{H}\n{LEAD}",
    f"[[USD 3.21 EUR 3.54 RUB 4.1]]\n{H}\n{LEAD}",
    f"{H}\n[[Share   Print   Copy link]]\n{LEAD}",
    f"{H}\n[[Nikolai Patrushev\nNikolai Patrushev]]\n{LEAD}",
    f"{H}\n[[Photo: BelTA]]\n{LEAD}",
    f"{H}\n[[1,204 views]]\n{LEAD}",
    f"{H}\r\n\r\n<<28 November 2024>>\r\n\r\n{LEAD}\r\n[[Source link]]\r\n",
]
BOTTOMS = [
    "[[Source link\n\nComments are closed.]]",
    "[[Subscribe to us\nTwitter\nRecent news from Belarus]]",
    "[[Related articles\nCSTO opens office in Astana\nSummit to be held next year]]",
    "[[Read also: CSTO opens office in Astana]]",
    "[[Official Internet Resources\nPresident of the Republic of Belarus\n"
    "www.president.gov.byCouncil of the Republic\nwww.sovrep.gov.by]]",
    "[[Tags: CSTO, Belarus]]",
    "[[#CSTO #Belarus]]",
    "[[© Hrazdan Newsline 2018]]",
    "[[All rights reserved. Tihama Press Agency]]",
    "[[We use cookies to make this site better. By continuing to browse you agree.]]",
    "[[Contact for the media: press@example.org]]",
    "[[* [Traffic](https://example.org/a) · [About us](https://example.org/b)]]",
    "[[Читайте также\nСаммит пройдет в Бишкеке]]",
    "[[Read also\nCSTO opens office]]\n\nThe next meeting will be held in Bishkek in the spring.",
]
REPORT = [  # sentences and lists of the report: nothing of them may be cut
    "The following took part:\n- Alexander Lukashenko\n- Sadyr Japarov\n\nThey signed a plan.",
    "Participants:\nBelarus\nKazakhstan\nRussia\nTajikistan\n\nThey signed a plan.",
    "For Belarus\nAlexander Volfovich\nFor Russia\nNikolai Patrushev",
    "1. Fight against terrorism\n2. Migration\n3. Information security\n\nThe agenda was approved.",
    "The text of the declaration is published at www.example.org together with the annexes.",
    "Read more than one report before you judge, the minister said to the members of the council.",
    "More investment was promised by the ministers of all five states at the end of the meeting",
    "See also the statement of the Council of Foreign Ministers of 28 November 2024 on Afghanistan.",
    "Source of the threat, he said, is the territory of Afghanistan, where drugs are produced.",
    "The ministers discussed\nthe situation in Afghanistan and\nmigration at the border of\nthe Union.",
    "The temperature in the hall fell to 12°C, yet the ministers went on with their session.",
    "He shared his views on the fight against terrorism and on the work of the Committee",
    "It was decided to share\ninformation about terrorists.",
    "The session of the Council will be held in Bishkek in May. All rights reserved by the agency BelTA.",
    "Copyright was one of the matters on which the ministers of the five states could not agree.",
    "Latest news from the border was discussed by the secretaries behind closed doors on Monday.",
    "Recommended by the Committee, the draft goes to the session of the Council next month.",
    "Minsk, 2 May\nAstana, 3 May\nBishkek, 4 May\n\nThese are the places of the three rounds of talks.",
]


@pytest.mark.parametrize("case", TOPS)
def test_top_of_a_page(case: str) -> None:
    assert marked(cleaned(unmarked(case))) == case


@pytest.mark.parametrize("tail", BOTTOMS)
def test_end_of_a_page(tail: str) -> None:
    page = f"{H}\n\n{LEAD}\n\n{tail}"
    assert marked(cleaned(unmarked(page))) == page


@pytest.mark.parametrize("body", REPORT)
def test_nothing_of_a_report_is_cut(body: str) -> None:
    page = f"{H}\n\n{LEAD}\n\n{body}\n\nThe next meeting will be held in the spring of the coming year.\n"
    assert marked(cleaned(unmarked(page))) == page


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("13/04/2021", "2021-04-13"),
        ("04/13/2021", "2021-04-13"),
        ("04/04/2021", "2021-04-04"),
        ("03/04/2021", None),
        ("08.06.2023", "2023-06-08"),
        ("November 2024", None),
        ("28 November", None),
        ("28-29 November 2024", None),
        ("2024.11.28", "2024-11-28"),
        ("28 de noviembre de 2024 - 16:30", "2024-11-28"),
        ("28. November 2024 um 16:30 Uhr", "2024-11-28"),
        ("28 ноября 2024 г.", "2024-11-28"),
    ],
)
def test_a_day_is_taken_only_where_it_is_said(words: str, day: str | None) -> None:
    assert cleaned(f"Ministers of five states sign a plan\n{words}\n{LEAD}").published == day


def test_other_dates_of_the_publisher_show_the_order() -> None:
    page = f"Ministers of five states sign a plan\n03/04/2021\n{LEAD}\nSee the reports of 03/28/2021."
    assert cleaned(page).published == "2021-03-04"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Publicado el 3 de mayo de 2011", "2011-05-03"),
        ("3 de mayo de 2011 - 16:30", "2011-05-03"),
        ("By Ana Ruiz\nLima, 3 de mayo de 2011", "2011-05-03"),
        ("Foto: archivo, 3 de mayo de 2011", None),
        ("Próxima sesión: 3 de mayo de 2025", None),
        ("2023.02.31", None),
        ("31 February 2023", None),
    ],
)
def test_a_day_in_another_language_stands_alone_or_is_said_to_be_the_reports(
    line: str, day: str | None
) -> None:
    assert cleaned(f"Ministers of five states sign a plan\n{line}\n{LEAD}").published == day


def test_a_date_in_a_sentence_or_headline_is_no_day_of_publication() -> None:
    assert cleaned(f"Ministers met in Moscow on 3 May 2021\n{LEAD}").published is None
    assert cleaned("In Minsk on 3 May 2021 the ministers of five states signed a plan.").published is None


def test_a_headline_broken_over_two_lines_is_one() -> None:
    text = cleaned(f"Ministers of five states sign a plan\nof cooperation for two years\n\n{LEAD}")
    assert text.title == "Ministers of five states sign a plan of cooperation for two years"


@pytest.mark.parametrize(
    "above",
    [
        "Permanent Mission to the Island Courts",  # says nothing of what the sentences say
        "Exclusive: security ministers of five states to sign plan",  # the same headline, as another page has it
        "MINISTERS OF FIVE STATES SIGN THE PLAN",
    ],
)
def test_the_headline_tells_what_the_first_sentences_tell(above: str) -> None:
    lead = "Security ministers of five states signed a plan of cooperation in Minsk on Monday."
    assert cleaned(f"{above}\nMinisters of five states sign a plan\n{lead}\n{LEAD}").title == H2


def test_a_caption_is_no_headline_though_it_tells_the_same() -> None:
    lead = "Security ministers of five states signed a plan of cooperation in Minsk on Monday."
    page = f"Menu\nSport\nNews\n{H2}\nPrint\nShare\nSave\nSecurity men posed in the hall on Monday\n{lead}"
    assert cleaned(page).title == H2


def test_a_question_of_the_site_is_not_the_first_sentence() -> None:
    """The headline stood in no place of its own then, and the day below it was not seen."""
    page = (
        f"Latvian Radio\nWhat do you want to find?\nMy account\nWeather\n{H2}\nPublished\n"
        f"24. November 2023, 17:44\nText size:\n{LEAD}\n{LEAD.replace('Moscow', 'Minsk')}"
    )
    assert (cleaned(page).title, cleaned(page).published) == (H2, "2023-11-24")


def test_the_day_is_found_under_what_a_site_asks_of_cookies() -> None:
    page = (
        "We value your privacy\nYou can change your mind at any time by returning to this site.\nAccept all\nWorld\n"
        f"Americas\nCompany News\n{H2}\nBy Anna Lind\n27 February 2024 5:12 PM UTC\nSummary\n"
        f"{LEAD}\n{LEAD.replace('Moscow', 'Minsk')}"
    )
    assert (cleaned(page).title, cleaned(page).published) == (H2, "2024-02-27")


def test_a_day_stands_under_the_first_sentence_and_who_wrote_it() -> None:
    page = f"{H2}\nThe plan is for two years and has nine parts.\nby Anna Lind\n29 November 2022\n{LEAD}"
    assert cleaned(page).published == "2022-11-29"


def test_a_wire_report_without_headline_has_none() -> None:
    assert cleaned(f"MINSK, 30 November (BelTA) - {LEAD}\nThey will meet again.").title is None
    assert cleaned("Ministers of five states meet in Minsk").title is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Source: BelTA", "BelTA"),
        ("Publisher: Ministry of Foreign Affairs", "Ministry of Foreign Affairs"),
        ("Source: https://example.org/a", None),
        ("The source: a person who was there", None),
        ("Source: the minister, who spoke to several journalists after the meeting", None),
    ],
)
def test_the_publisher_is_named_only_by_a_line_of_its_own(line: str, publisher: str | None) -> None:
    assert cleaned(f"Ministers of five states sign a plan\n\n{LEAD}\n\n{line}").publisher == publisher


def test_what_the_sender_says_goes_first() -> None:
    page = f"Ministers of five states sign a plan\n28 November 2024\n{LEAD}"
    said = {"title": "A plan", "published": "2024-12-01T10:00:00Z", "publisher": "BelTA", "language": "en"}
    text = cleaned(page, **said)
    assert (text.title, text.title_span) == ("A plan", None)
    assert (text.published, text.published_span) == ("2024-12-01", None)
    assert (text.publisher, text.language) == ("BelTA", "en")
    assert cleaned(page, title="Ministers of five states sign a plan").title_span is not None
    assert cleaned(page, published="who knows").published == "2024-11-28"


def test_plain_characters_are_kept_exactly() -> None:
    body = "\ufeffMinsk\u00a0calling \r\n\r\n\tIt  rained.\n\n\n".encode()
    page = Page(name="a", body=body, media_type="text/plain; charset=utf-8-sig")
    assert clean(page).characters == body.decode("utf-8-sig")
    wide = Page(name="a", body="Минск".encode("utf-16"), media_type="text/plain; charset=utf-16")
    assert clean(wide).characters == "Минск"


def test_front_matter_of_markdown_is_read_and_not_part_of_the_report() -> None:
    front = (
        '---\ntitle: "Ministers meet"\npublisher: BelTA\ndate: 2024-11-28\nurl: https://example.org/a\n---\n'
    )
    text = cleaned(f"{front}# Ministers meet\n\n{LEAD}", kind="text/markdown")
    assert (text.title, text.publisher, text.published) == ("Ministers meet", "BelTA", "2024-11-28")
    assert text.address == "https://example.org/a"
    assert text.furniture[0].cut(text.characters) == front
    assert text.title_span is not None
    assert text.title_span.start > len(front)


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(BadInput, match="no text"):
        cleaned(" \n\t")
    with pytest.raises(BadInput, match="no text"):
        cleaned("<html><body></body></html>", kind="text/html")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the annotated reports are not here")
def test_days_and_furniture_of_the_annotated_reports() -> None:
    import json

    for path in sorted(SEEDS.glob("*.gold.json")):
        gold = json.loads(path.read_bytes())
        text = cleaned((SEEDS / gold["file"]).read_bytes().decode())
        assert text.published == gold["published"]
        if gold["published_evidence"]:
            span = text.published_span
            assert span is not None
            assert [span.start, span.stop] in gold["published_evidence"]
        cut = {i for s in text.furniture for i in range(s.start, s.stop) if not text.characters[i].isspace()}
        due = {i for a, b in gold["furniture"] for i in range(a, b) if not text.characters[i].isspace()}
        assert cut == due, path.name


def test_the_day_stands_in_the_pages_own_address() -> None:
    page = Page(
        name="a", body=b"https://news.example.org/2022/07/21/summit-ends\n\nThe summit ended in Minsk."
    )
    text = clean(page)
    assert text.published == "2022-07-21"
    assert text.published_span is not None
    assert text.published_span.cut(text.characters) == "2022/07/21"
