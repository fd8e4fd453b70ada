"""Which titles name one post, in words of our own."""

import pytest

from communique.lexicon.posts import posts_of


@pytest.mark.parametrize(
    ("one", "two", "owner"),
    [
        ("Minister of Foreign Affairs", "acting Foreign Minister", "AM"),
        ("Minister for External Affairs", "External Affairs Minister", "IN"),
        ("Secretary of Russia's Security Council", "Secretary of the Security Council", "RU"),
        ("Secretary of the Russian Security Council", "Secretary of the Security Council", "RU"),
        ("CSTO Secretary General", "Secretary-General", "CSTO"),
        ("Presidents", "President of the Republic", "KE"),
        ("then AU Chairperson", "Chairman", "African Union"),
        ("President of the European Commission", "president of the Commission", "EU"),
        ("Secretary of State of the Security Council", "State Secretary of the Security Council", "BY"),
    ],
)
def test_two_titles_of_one_post(one: str, two: str, owner: str) -> None:
    assert [p.key for p in posts_of(one, owner)] == [p.key for p in posts_of(two, owner)]


@pytest.mark.parametrize(
    ("one", "two", "owner"),
    [
        ("Deputy Minister of Defence", "Minister of Defence", "BY"),
        ("Vice President", "President", "US"),
        ("Minister of State for External Affairs", "Minister of External Affairs", "IN"),
        ("President of Zanzibar", "President", "TZ"),
        ("Chairperson of the Commission", "Chairperson", "African Union"),
        ("Chairman of the State Duma", "Chairman", "RU"),
    ],
)
def test_titles_of_two_posts(one: str, two: str, owner: str) -> None:
    assert {p.key for p in posts_of(one, owner)} & {p.key for p in posts_of(two, owner)} == set()


def test_a_title_that_joins_two_offices_names_both() -> None:
    assert [p.title for p in posts_of("Deputy PM and Foreign Minister", "VN")] == [
        "Deputy PM",
        "Foreign Minister",
    ]
    assert len(posts_of("Minister of Trade and Industry", "SG")) == 1


@pytest.mark.parametrize(
    ("title", "owner", "sole"),
    [
        ("Foreign Minister", "JP", True),
        ("Minister", "JP", False),
        ("Secretary-General", "UN", True),
        ("Secretary", "BO", False),
        ("Secretary of State", "US", True),
        ("State Secretary", "DE", False),
        ("Vice President", "BI", False),
        ("spokesman", "IR", False),
        ("Foreign Minister", None, False),
    ],
)
def test_posts_that_one_holds_at_a_time(title: str, owner: str | None, sole: bool) -> None:
    assert [p.sole for p in posts_of(title, owner)] == [sole]


def test_acting_is_told_and_no_part_of_the_post() -> None:
    (acting,), (full,) = posts_of("interim President", "ML"), posts_of("President", "ML")
    assert (acting.acting, full.acting) == (True, False)
    assert acting.key == full.key
