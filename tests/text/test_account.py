"""What is known of a report, each thing with where it stood, and what was dropped, with what it is."""

import pytest
from made_files import pdf
from test_cleaning import LEAD, H, unmarked
from test_markup import page

from communique.model.page import Page
from communique.text import Account, account_of

TITLE = unmarked(H)


def told(characters: str, kind: str = "text/plain", **said: str) -> Account:
    return account_of(Page(name="a", body=characters.encode(), media_type=f"{kind}; charset=utf-8", **said))


def places(account: Account) -> dict[str, tuple[str, str]]:
    return {field: (said.value, said.where) for field, said in account.said.items()}


def test_lines_that_say_something_of_the_report() -> None:
    account = told(
        f"{TITLE}\n28 November 2024\nUpdated: 29 November 2024\nBy Anna Petrova | Minsk\n\n{LEAD}\n\nSource: BelTA"
    )
    assert places(account) == {
        "title": (TITLE, "line 1"),
        "publisher": ("BelTA", "a line of the text"),
        "author": ("Anna Petrova", "line 4"),
        "published": ("2024-11-28", "line 2"),
        "modified": ("2024-11-29", "line 3"),
    }
    for said in account.said.values():
        if said.span and said.where != "line 2" and "Updated" not in said.where:
            assert said.value[:4] in said.span.cut(account.text.characters)


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Anna Petrova", "Anna Petrova"),
        ("By: Anna Petrova and Ivan Orlov", "Anna Petrova and Ivan Orlov"),
        ("Author: Anna Petrova, Minsk", "Anna Petrova"),
        ("By decision of the Council the plan was signed", None),
        ("By Friday all had gone home", None),
        ("By land and by sea", None),
    ],
)
def test_who_wrote_it(line: str, author: str | None) -> None:
    said = told(f"{TITLE}\n{line}\n\n{LEAD}").said.get("author")
    assert (said.value if said else None) == author


def test_what_the_sender_says_is_the_senders() -> None:
    account = told(f"{TITLE}\n\n{LEAD}", publisher="BelTA", published="2024-12-01")
    assert places(account)["publisher"] == ("BelTA", "the sender")
    assert places(account)["published"] == ("2024-12-01", "the sender")


@pytest.mark.parametrize(
    ("head", "field", "value", "where"),
    [
        ('<meta property="og:title" content="A plan">', "title", "A plan", "meta og:title"),
        ("", "title", "Ministers sign a plan in Minsk", "heading h1"),
        ('<meta name="author" content="A. Lee">', "author", "A. Lee", "meta author"),
        (
            '<meta property="article:author" content="https://example.org/lee"><script type="application/ld+json">'
            '{"datePublished": "2025-07-11", "author": [{"name": "A. Lee"}]}</script>',
            "author",
            "A. Lee",
            "JSON-LD author",
        ),
        (
            '<script type="application/ld+json">{"datePublished": "2025-07-11"}</script>',
            "published",
            "2025-07-11",
            "JSON-LD datePublished",
        ),
        (
            '<meta property="article:modified_time" content="2025-07-12">',
            "modified",
            "2025-07-12",
            "meta article:modified_time",
        ),
        ('<link rel="canonical" href="https://a.org">', "address", "https://a.org", "link canonical"),
        ("", "language", "en", "html lang"),
    ],
)
def test_where_markup_says_it(head: str, field: str, value: str, where: str) -> None:
    assert places(told(page(head), "text/html"))[field] == (value, where)


def test_what_was_dropped_of_a_dump_has_its_kind_and_its_place() -> None:
    account = told(
        f"Home\nNews\nSport\n{TITLE}\n\n{LEAD}\n\nPhoto: BelTA\nRelated articles\nCSTO opens office"
    )
    assert [(one.kind, one.words) for one in account.dropped] == [
        ("in a list", "Home"), ("in a list", "News"), ("in a list", "Sport"), ("labelled", "Photo: BelTA"),
        ("listing", "Related articles"), ("in a list", "CSTO opens office"),
    ]  # fmt: skip
    for one in account.dropped:
        assert one.span
        assert one.span.cut(account.text.characters) == one.words


def test_what_was_left_out_of_markup_and_print() -> None:
    left = [(one.kind, one.words) for one in told(page(), "text/html").dropped]
    assert left == [("left out", "Home News"), ("left out", "© Ledger")]
    pages = [
        [(50.0, 800.0, 9.0, "Bulletin of the Council"), (50.0, 700.0 - n, 11.0, LEAD[: 40 + n])]
        for n in (0, 20)
    ]
    account = account_of(Page(name="a", body=pdf(pages), media_type="application/pdf"))
    assert [(one.kind, one.words) for one in account.dropped] == [
        ("running head", "Bulletin of the Council")
    ] * 2
