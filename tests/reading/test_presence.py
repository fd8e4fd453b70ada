"""Who was there: one line a case; what is said behind a lead, then people with role and the parties."""

import pytest

from communique.model.meeting import Meeting
from communique.model.text import Text
from communique.reading.reader import read

LEAD = "The 9th meeting of the OSCE Permanent Council was held in Vienna on 4 May 2020. "


def sat(words: str) -> Meeting:
    found = read(Text(name="t", characters=LEAD + words)).meetings
    assert found, "the lead's meeting"
    return found[0]


def people(meeting: Meeting) -> list[str]:
    return sorted(f"{p.name} {p.represents or '-'} {p.role or '-'}" for p in meeting.participants)


PEOPLE = [
    # attended
    ("Swedish Foreign Minister Anna Lindt attended the meeting.", ["Anna Lindt SE -"]),
    ("The meeting was attended by Swedish Foreign Minister Anna Lindt.", ["Anna Lindt SE -"]),
    ("Anna Lindt, Foreign Minister of Sweden, took part in the meeting.", ["Anna Lindt SE -"]),
    (
        "Taking part were Anna Lindt, Foreign Minister of Sweden, and Amina Yusuf, Foreign Minister of Kenya.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    (
        "Among the participants were Swedish Foreign Minister Anna Lindt and Kenyan Foreign Minister Amina Yusuf.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    ("Swedish Foreign Minister Anna Lindt joined the meeting.", ["Anna Lindt SE -"]),
    (
        "Swedish Foreign Minister Anna Lindt led the Swedish side and Foreign Minister Amina Yusuf the Kenyan side.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    ("Swedish Foreign Minister Anna Lindt represented Prime Minister Erik Falk at it.", ["Anna Lindt SE -"]),
    (
        "Swedish Foreign Minister Anna Lindt attended, representing Prime Minister Erik Falk, with Kenyan Foreign Minister Amina Yusuf.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    (
        "Anna Lindt, Foreign Minister of Sweden (representing the Prime Minister of Sweden, the Hon. Erik Falk), attended.",
        ["Anna Lindt SE -"],
    ),
    (
        "The troika was composed of Swedish Foreign Minister Anna Lindt and Kenyan Foreign Minister Amina Yusuf.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    # comes along
    ("Swedish Foreign Minister Anna Lindt will accompany the Prime Minister.", ["Anna Lindt SE -"]),
    ("Swedish Foreign Minister Anna Lindt will lead a large delegation to it.", ["Anna Lindt SE -"]),
    # sat for somebody
    (
        "Standing in for Kenyan President Amina Yusuf was Swedish Foreign Minister Anna Lindt.",
        ["Anna Lindt SE -"],
    ),
    (
        "Kenya was represented by Foreign Minister Amina Yusuf; State Minister Anna Lindt did so for Sweden.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    (
        "Sweden sent Foreign Minister Anna Lindt, Kenya its deputy minister Amina Yusuf.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    ("Among those invited are Swedish President Anna Lindt and Kenyan President Amina Yusuf.", []),
    # led those who were sent
    (
        "Swedish Foreign Minister Anna Lindt is leading Swedish delegation to the meeting.",
        ["Anna Lindt SE -"],
    ),
    ("Swedish Foreign Minister Anna Lindt inaugurated the meeting.", ["Anna Lindt SE -"]),
    ("A Swedish delegation attended. It was led by Foreign Minister Anna Lindt.", ["Anna Lindt SE head"]),
    (
        "Swedish Foreign Minister Anna Lindt and other guests of honour asked for calm.",
        ["Anna Lindt SE -"],
    ),
    # somebody else's absence in another clause
    (
        "Swedish Foreign Minister Anna Lindt attended, while Kenyan Foreign Minister Amina Yusuf did not attend.",
        ["Anna Lindt SE -"],
    ),
    (
        "Sweden, whose Prime Minister stayed at home, was represented by Swedish Foreign Minister Anna Lindt.",
        ["Anna Lindt SE -"],
    ),
    ("Swedish Foreign Minister Anna Lindt, whose plane was late, did not attend.", []),
    (
        "Swedish Foreign Minister Anna Lindt attended, representing the Prime Minister of Sweden, His Excellency Prime Minister Erik Falk.",
        ["Anna Lindt SE -"],
    ),
    # represented
    ("Sweden was represented by Foreign Minister Anna Lindt.", ["Anna Lindt SE -"]),
    (
        "Sweden was represented by Foreign Minister Anna Lindt, and Kenya by Foreign Minister Amina Yusuf.",
        ["Amina Yusuf KE -", "Anna Lindt SE -"],
    ),
    ("Foreign Minister Anna Lindt represented Sweden at the meeting.", ["Anna Lindt SE -"]),
    # heads of delegations
    ("The Swedish delegation was led by Foreign Minister Anna Lindt.", ["Anna Lindt SE head"]),
    ("The delegation of Sweden was headed by Foreign Minister Anna Lindt.", ["Anna Lindt SE head"]),
    (
        "A Swedish delegation headed by Foreign Minister Anna Lindt took part in the meeting.",
        ["Anna Lindt SE head"],
    ),
    # observers and guests
    ("Kenyan Foreign Minister Amina Yusuf attended the meeting as an observer.", ["Amina Yusuf KE observer"]),
    ("Kenyan Foreign Minister Amina Yusuf attended the meeting as a guest.", ["Amina Yusuf KE guest"]),
    # chairs
    ("Swedish Foreign Minister Anna Lindt chaired the meeting.", ["Anna Lindt SE chair"]),
    ("The meeting was chaired by Swedish Foreign Minister Anna Lindt.", ["Anna Lindt SE chair"]),
    # lists behind other words, speeches, delegations
    ("Others present included Swedish Foreign Minister Anna Lindt.", ["Anna Lindt SE -"]),
    ("Guests included Swedish Foreign Minister Anna Lindt.", ["Anna Lindt SE guest"]),
    ("Opening remarks were made by Swedish Foreign Minister Anna Lindt.", ["Anna Lindt SE -"]),
    ("The Council was briefed by Swedish Foreign Minister Anna Lindt.", ["Anna Lindt SE -"]),
    ("In her speech, Swedish Foreign Minister Anna Lindt praised the host.", ["Anna Lindt SE -"]),
    ("Foreign Minister Anna Lindt is leading Sweden's delegation.", ["Anna Lindt SE -"]),
    ("Swedish Foreign Minister Anna Lindt stood in for President Erik Falk.", ["Anna Lindt SE -"]),
    # sent something, sent somebody, would have come, came to another one
    ("Swedish Foreign Minister Anna Lindt sent a message to the meeting.", []),
    ("Swedish Foreign Minister Anna Lindt was represented by an official.", []),
    ("Swedish Foreign Minister Anna Lindt would have attended.", []),
    ("Swedish Foreign Minister Anna Lindt, who attended last year's meeting, is ill.", []),
    ("In December, Swedish Foreign Minister Anna Lindt appointed a judge.", []),
    # may, might, would
    ("Swedish Foreign Minister Anna Lindt may attend the meeting.", []),
    ("Swedish Foreign Minister Anna Lindt might take part in the meeting.", []),
    ("Swedish Foreign Minister Anna Lindt was invited to attend the meeting.", []),
    # beside the point
    ("The prices rose, Swedish economist Anna Lindt wrote in a book.", []),
]


@pytest.mark.parametrize(("words", "expected"), PEOPLE)
def test_people_at_the_meeting(words: str, expected: list[str]) -> None:
    assert people(sat(words)) == expected


ABSENT = [
    ("Sweden did not attend the meeting.", ["SE"]),
    ("Sweden and Kenya did not take part.", ["KE", "SE"]),
    ("Sweden was absent.", ["SE"]),
    ("It met without three permanent members: Chad, Mali and Niger.", ["ML", "NE", "TD"]),
    ("It was held without the delegations of Chad and Mali.", ["ML", "TD"]),
    ("It was held without the delegations of Chad and Mali in the heart of Togo.", ["ML", "TD"]),
    ("It was held without the delegations of Chad and Mali, but Togo spoke of it.", ["ML", "TD"]),
    ("Sweden was not represented.", ["SE"]),
    ("Sweden boycotted the meeting.", ["SE"]),
    ("Sweden refused to attend.", ["SE"]),
    ("Swedish Foreign Minister Anna Lindt did not attend the meeting.", ["Anna Lindt"]),
    ("The meeting went on in the absence of Sweden.", ["SE"]),
    ("All member states except Sweden attended the meeting.", ["SE"]),
    ("With the exception of Sweden and Chad, all members were represented.", ["SE", "TD"]),
    ("All member states except Sweden signed the protocol.", []),
]


@pytest.mark.parametrize(("words", "expected"), ABSENT)
def test_who_was_not_there(words: str, expected: list[str]) -> None:
    meeting = sat(words)
    assert sorted(meeting.absent) == expected
    assert people(meeting) == []
    assert "SE" not in meeting.represented


COUNTRIES = [
    ("Delegations of Sweden, Kenya and Norway took part in the meeting.", ["KE", "NO", "SE"]),
    ("Delegations from Sweden, Kenya and Norway attended the meeting.", ["KE", "NO", "SE"]),
    ("Sweden and Kenya took part without members of the press.", ["KE", "SE"]),
    ("The meeting was attended by the foreign ministers of Sweden, Kenya and Norway.", ["KE", "NO", "SE"]),
    ("Representatives of Sweden and Kenya took part in the meeting.", ["KE", "SE"]),
    ("The Swedish delegation took part in the meeting.", ["SE"]),
    ("Sweden attended the meeting.", ["SE"]),
    ("Sweden's delegation attended the meeting.", ["SE"]),
    ("The participants spoke about Sweden.", []),
    ("Grain from Sweden was praised.", []),
    (
        "Representatives of the United Nations (UN), the European Union (EU) and Kenya were present.",
        ["EU", "KE", "UN"],
    ),
    (
        "Others attended as observers including Tokelau, the Lake Secretariat and the World Bank.",
        ["TK", "World Bank"],
    ),
    ("Sweden was represented by its Vice President, and Kenya by its ambassador.", ["KE", "SE"]),
    ("The leaders or representatives at the table were Chad, Mali and Togo.", ["ML", "TD", "TG"]),
    # votes counted with names in brackets, delegations that did something, who was brought together
    (
        "The text got 2 votes in favour (Chad and Mali), 1 against (Togo) and 3 abstentions.",
        ["ML", "TD", "TG"],
    ),
    ("It passed with 13 votes in favour and 2 abstentions (Chad, Togo).", ["TD", "TG"]),
    ("Among those that voted in favour of the text are Chad, Mali and Togo.", ["ML", "TD", "TG"]),
    ("Delegations of Chad and Mali signed the plan.", ["ML", "TD"]),
    ("The meeting brought together Chad, Mali and Togo.", ["ML", "TD", "TG"]),
    ("Participating states were Chad (on its way in), Mali and host Togo.", ["ML", "TD", "TG"]),
    ("The meeting discussed the vote against Chad and Mali.", []),
    ("The OSCE welcomed the plan.", []),
    ("Mongolia and Ukraine joined the programme later.", []),
    ("The OSCE Network was established in 1993 with the participation of Chad and Mali.", []),
    ("Sweden attended as a member and Chile, Mali and the EU as observers.", ["CL", "EU", "ML", "SE"]),
    ("The meeting, attended by Sweden, welcomed Chile and Mali as observers.", ["SE"]),
    (
        "Delegates of the members (Chile, Kenya and Mali) discussed the decision of the 8th meeting.",
        ["CL", "KE", "ML"],
    ),
]


@pytest.mark.parametrize(("words", "expected"), COUNTRIES)
def test_countries_that_take_part(words: str, expected: list[str]) -> None:
    assert sorted(sat(words).represented) == expected


CHAIRS = [
    ("The meeting was chaired by Swedish Foreign Minister Anna Lindt.", ("Anna Lindt", "SE")),
    ("Swedish Foreign Minister Anna Lindt chaired the meeting.", ("Anna Lindt", "SE")),
    ("Swedish Foreign Minister Anna Lindt presided over the meeting.", ("Anna Lindt", "SE")),
    (
        "The meeting was held under the chairmanship of Swedish Foreign Minister Anna Lindt.",
        ("Anna Lindt", "SE"),
    ),
    (
        "The meeting was held under the chairmanship of Anna Lindt, Foreign Minister of Sweden.",
        ("Anna Lindt", "SE"),
    ),
    ("The meeting was moderated by Swedish Foreign Minister Anna Lindt.", ("Anna Lindt", "SE")),
]


@pytest.mark.parametrize(("words", "expected"), CHAIRS)
def test_the_chair(words: str, expected: tuple[str, str | None]) -> None:
    chair = sat(words).chair
    assert chair is not None
    assert (chair.name, chair.represents) == expected


@pytest.mark.parametrize("word", ["chairmanship", "presidency"])
def test_a_country_in_the_chair(word: str) -> None:
    chair = sat(f"The meeting was held under the {word} of Sweden.").chair
    assert chair is not None
    assert chair.name == "Sweden"


NO_CHAIR = [
    "Swedish Foreign Minister Anna Lindt bought a chair.",
    "The chairmanship of Sweden ends in May.",
    "Swedish Foreign Minister Anna Lindt attended the meeting.",
]


@pytest.mark.parametrize("words", NO_CHAIR)
def test_no_chair(words: str) -> None:
    assert sat(words).chair is None


def test_the_chair_sits_once() -> None:
    meeting = sat(
        "Swedish Foreign Minister Anna Lindt chaired the meeting. Lindt took part in the meeting. Lindt spoke at the meeting."
    )
    assert people(meeting) == ["Anna Lindt SE chair"]


def test_a_list_under_a_colon_is_attended() -> None:
    meeting = sat(
        "\n\nThe following took part:\n- Anna Lindt, Foreign Minister of Sweden;\n- Amina Yusuf, Foreign Minister of Kenya;\n- Erik Solberg, Prime Minister of Norway."
    )
    assert people(meeting) == ["Amina Yusuf KE -", "Anna Lindt SE -", "Erik Solberg NO -"]


def test_the_office_comes_along() -> None:
    meeting = sat("Anna Lindt, Minister for Foreign Affairs of Sweden, attended the meeting.")
    assert [p.office for p in meeting.participants] == ["Minister for Foreign Affairs"]


def test_who_heads_a_delegation_sits_in_the_other_office() -> None:
    meeting = sat("The head of the Swedish delegation, Foreign Minister Anna Lindt, spoke first.")
    assert [p.office for p in meeting.participants] == ["Foreign Minister"]


def test_a_form_of_address_gives_way_to_the_office() -> None:
    meeting = sat("Senator the Hon. Anna Lindt, Minister for Defence of Australia, attended the meeting.")
    assert [p.office for p in meeting.participants] == ["Minister for Defence"]


def test_an_ambassador_of_a_state_holds_an_office() -> None:
    meeting = sat(
        "Anna Lindt, Sweden's ambassador and the Council's president for May, attended the meeting."
    )
    assert [p.office for p in meeting.participants] == ["ambassador"]


def test_an_account_may_begin_before_its_sitting_is_named() -> None:
    told = (
        "Swedish Foreign Minister Anna Lindt took part. The 9th OSCE summit was held in Vienna on 4 May 2020."
    )
    assert people(read(Text(name="t", characters=told)).meetings[0]) == ["Anna Lindt SE -"]


def test_an_account_far_from_its_sitting_is_of_something_else() -> None:
    far = "Rain fell on the lake. Boats were late. Nobody fished. The fair was shut."
    told = (
        f"Swedish Foreign Minister Anna Lindt took part. {far} The 9th OSCE summit was held in Vienna in May."
    )
    assert people(read(Text(name="t", characters=told)).meetings[0]) == []


def test_who_came_to_a_sitting_that_another_chaired_heads_nothing() -> None:
    meeting = sat(
        "It was chaired by Swedish Minister Anna Lindt and attended by Kenyan Minister Amina Yusuf."
    )
    assert {p.name: p.role for p in meeting.participants}["Amina Yusuf"] is None


def test_who_stands_behind_the_chair_heads_nothing() -> None:
    meeting = sat(
        "It was chaired by the President of Ghana, Anna Lindt, Vice President Amina Yusuf represented Kenya."
    )
    assert {p.name: p.role for p in meeting.participants}["Amina Yusuf"] is None
