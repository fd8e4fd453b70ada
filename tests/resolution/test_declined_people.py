"""Who is meant by a name in a case, with a given name that no case changes or with none."""

from collections.abc import Sequence

import pytest
from worked_examples import Told, told

from communique.lexicon.personal import personal_name
from communique.model.mention import mentions
from communique.model.party import Office
from communique.resolution import resolve
from communique.resolution.names import _in_a_case, compare_names

Named = tuple[str, str, str]


def people(*named: Sequence[Named]) -> int:
    """How many people reports speak of, each with its names, offices and countries."""
    reports = [report(f"r{i}", *each) for i, each in enumerate(named)]
    entries = resolve(reports).entries
    return len({entries[m.id] for _, t, r in reports for m in mentions(r, t.id) if m.kind == "people"})


def report(id: str, *named: Named) -> Told:
    """A report that names people as holders of offices."""
    return told(id, id, offices=tuple(Office(person=n, office=o, of=c) for n, o, c in named))


@pytest.mark.parametrize(
    ("left", "right", "number"),
    [
        # a foreign surname has no form for women: its country is enough
        (("Antony Blinken", "", "US"), ("Энтони Блинкена", "", "US"), 1),
        (("Antony Blinken", "", "US"), ("Энтони Блинкена", "", "GB"), 2),
        (("Шарль Мишель", "", "EU"), ("Шарля Мишеля", "", "EU"), 1),
        # a Slavic one has: the office decides
        (("Тони Бланов", "министр", "BG"), ("Тони Бланова", "", "BG"), 2),
        (("Toni Pop", "", "RO"), ("Toni Popa", "", "RO"), 2),
        # a given name in a case beside a surname that takes none: nobody is called so; a woman's name may be a woman's
        (("Тургут Демирли", "", "TR"), ("Тургута Демирли", "", "TR"), 1),
        (("Turgut Demirli", "", "TR"), ("Тургутом Демирли", "", "TR"), 1),
        (("Тургут Демирли", "", "TR"), ("Тургута Демирли", "", "AZ"), 2),
        (("Александр Демирли", "", "TR"), ("Александра Демирли", "", "TR"), 2),
        # letters of Ukrainian in Chinese syllables, W as Russian hears it
        (("Wang Jinping", "", "CN"), ("Ван Цзіньпін", "", "CN"), 1),
        (("Kim Jong Un", "", "KP"), ("Кім Чен Ином", "", "KP"), 1),
        (("Tom Walker", "", "US"), ("Том Уокер", "", "US"), 1),
        # a surname alone
        (("Recep Tayyip Erdogan", "President", "TR"), ("Эрдогана", "", "TR"), 1),
        (("Emmanuel Macron", "President", "FR"), ("Макроном", "президентом", "FR"), 1),
        (("Olaf Scholz", "Chancellor", "DE"), ("Шольцем", "", "DE"), 1),
        (("Vladimir Putin", "President", "RU"), ("Путина", "президента России", "RU"), 1),
        (("Vladimir Putin", "President", "RU"), ("Путина", "", "RU"), 2),
        (("Vladimir Putin", "President", "RU"), ("Путина", "режиссёр", "RU"), 2),
        (("Sergey Lavrov", "Foreign Minister", "RU"), ("Лаврова", "главы МИД", "RU"), 1),
    ],
)
def test_names_in_a_case(left: Named, right: Named, number: int) -> None:
    assert people([left], [right]) == number


@pytest.mark.parametrize(
    ("left", "right"), [("Biden", "Байдена"), ("Путин", "Путина"), ("Thani", "Al-Thani")]
)
def test_two_surnames_alone_are_compared_alike_from_either_side(left: str, right: str) -> None:
    pair = personal_name(left), personal_name(right)
    assert compare_names(*pair) == compare_names(*reversed(pair)) is not None


def test_two_of_one_report_are_two() -> None:
    assert people([("Antony Blinken", "", "US"), ("Энтони Блинкена", "", "US")]) == 2


def test_a_surname_of_many_with_another_office_is_another_of_that_report() -> None:
    envoy, leader = ("Kim Yong Chol", "envoy", "KP"), ("Kim", "leader", "KP")
    assert people([envoy, leader]) == 2
    assert people([("Kim Jong Un", "leader", "KP")], [envoy, leader]) == 2
    assert people([("Paul Otieno", "envoy", "KE"), ("Otieno", "leader", "KE")]) == 1


def test_a_soft_sign_is_behind_a_consonant() -> None:
    assert personal_name("Шарля Мишеля").surname == personal_name("Мишель").surname
    assert personal_name("Сергея Гайдая").surname == personal_name("Гайдай").surname


@pytest.mark.parametrize(
    ("left", "right", "how"),
    [
        ("Ги Пармелен", "Guy Parmelin", "spelled"),
        ("Мгер Назарян", "Mher Nazaryan", "spelled"),
        ("Мгер Назарян", "Armen Nazaryan", "different"),
    ],
)
def test_given_names_by_ear(left: str, right: str, how: str) -> None:
    found = compare_names(personal_name(left), personal_name(right))
    assert found is not None
    assert found.how == how


def test_a_name_of_nothing_is_no_case_of_another() -> None:
    assert not _in_a_case("", "a")
    assert _in_a_case("ivanov", "ivanova")
