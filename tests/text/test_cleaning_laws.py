"""What must hold for any page whatever."""

from counted_work import calls
from hypothesis import given, settings
from hypothesis import strategies as st
from marked import cleaned

LINES = st.sampled_from(
    [
        "Home", "All news", "Minsk Mainly clear -23°C", "28 November 2024", "Posted: 08.06.2023 14:09:00", "",
        "Ministers of five states sign a plan", "Ministers met in Minsk and signed a plan of cooperation.",
        "www.house.gov.byNational Agency", "Related articles", "Source: BelTA", "Twitter", "- a point", "# A",
        "и другие", "03/04/2021", "MINSK, May 3 (BelTA) - The ministers met.", "\u2028", "a:", "—", "©",
        "---",
    ]
)  # fmt: skip
PAGES = st.one_of(st.lists(LINES).map("\n".join), st.lists(LINES).map("\r\n".join), st.text(max_size=400))


@settings(max_examples=300, deadline=None)
@given(PAGES.filter(lambda page: page.strip() and "\0" not in page))
def test_every_place_lies_in_the_text_and_says_what_it_says(page: str) -> None:
    text = cleaned(page)
    assert text.characters == page
    last = -1
    for span in text.furniture:
        assert last < span.start < span.stop <= len(page)
        last = span.stop
    if text.title_span:
        assert " ".join(text.title_span.cut(page).split()) == text.title
        assert not any(span.touches(text.title_span) for span in text.furniture)
    if text.published_span:
        assert text.published is not None
        assert text.published[:4] in text.published_span.cut(page)
        assert not any(span.touches(text.published_span) for span in text.furniture)


def test_work_grows_with_length_only() -> None:
    page = "Home\nNews | Sport\nRelated articles\nCSTO opens office\nwww.a.byB\n12 May 2020\nIt rained. "
    cleaned(page * 200)  # caches are filled once
    assert calls(lambda: cleaned(page * 4000)) <= 13 * calls(lambda: cleaned(page * 400))
