"""Names in parts, whatever script, order or case they stand in."""

import pytest

from communique.lexicon.declined import pinyin
from communique.lexicon.files import load_folder
from communique.lexicon.likeness import likeness
from communique.lexicon.personal import personal_name, written_surname
from communique.lexicon.spelling import canonical, place, sound


@pytest.mark.parametrize(
    ("name", "given", "surname"),
    [
        ("Maxim Ryzhenkov", "Maxim", "Ryzhenkov"),
        ("Рыженков Максим Владимирович", "Maxim", "Ryzhenkov"),
        ("Максимом Рыженковым", "Maxim", "Ryzhenkov"),
        ("Рыженкова Максима Владимировича", "Maxim", "Ryzhenkov"),
        ("Марии Захаровой", "Maria", "Zakharova"),
        ("Мария Захарова", "Maria", "Zakharova"),
        ("Александром Лукашенко", "Alexander", "Lukashenko"),
        ("Касым-Жомарта Токаева", "Kassym", "Tokayev"),
        ("Си Цзиньпина", "Jinping", "Xi"),
        ("Ким Чен Ыном", "Jong", "Kim"),
        ("Сі Цзіньпіна", "Jinping", "Xi"),
        ("Акылбека Жапарова", "Akylbek", "Zhaparov"),
        ("Владимира Путина", "Vladimir", "Putin"),
        ("Володимира Зеленського", "Vladimir", "Zelensky"),
        ("Муссе Факи Махамату", "Moussa", "Mahamat"),
        ("Эмомали Рахмоном", "Emomali", "Rahmon"),
        ("Szergej Lavrov", "Sergei", "Lavrov"),
        ("Sadır Caparov", "Sadir", "Japarov"),
        ("Միխայիլ Միշուստինը", "Mikhail", "Mishustin"),
        ("习近平", "Jinping", "Xi"),
        ("Orbán Viktor", "Viktor", "Orban"),
        ("Nguyễn Phú Trọng", "Phu", "Nguyen"),
        ("Kim Jong-un", "Jong", "Kim"),
        ("Petrov, Ivan", "Ivan", "Petrov"),
        ("Dr. Ivan Petrov Jr.", "Ivan", "Petrov"),
        ("Abdel Fattah el-Sisi", "Abdelfattah", "elsisi"),
    ],
)
def test_given_name_and_surname(name: str, given: str, surname: str) -> None:
    found = personal_name(name)
    assert (found.first, found.surname) == (canonical(given.lower()), canonical(surname.lower()))


@pytest.mark.parametrize(("name", "given"), [("К.-Ж. Токаев", ("k", "z")), ("А.Г. Лукашенко", ("a", "g"))])
def test_initials_are_one_letter_each_though_their_sound_takes_two(name: str, given: tuple[str, ...]) -> None:
    assert personal_name(name).given == given


def test_a_fathers_name_is_kept_apart() -> None:
    assert personal_name("Aleksandr Grigoryevich Lukashenko").father == canonical("grigoryevich")
    assert personal_name("Ilham Heydar oglu Aliyev").father == canonical("heydar")
    assert personal_name("Volfovich Aleksandr").father == ""


def test_the_surname_is_found_again_in_what_is_written() -> None:
    assert written_surname("Ludwig van der Berg") == "van der Berg"
    assert written_surname("XI Jinping") == "XI"


def test_no_spelling_stands_in_two_families() -> None:
    seen: dict[str, str] = {}
    for data in load_folder("name-families"):
        for family in data.get("families", ()):
            for spelling in set(family.split()):
                assert seen.setdefault(spelling, family) == family, spelling


def test_sounds_are_what_all_romanisations_keep() -> None:
    assert sound("zhaparov") == sound("japarov")
    assert sound("valfovich") == sound("volfovich") != sound("valkovich")


def test_a_city_is_one_in_every_language() -> None:
    assert place("Москва") == place("Moscow") != place("Minsk")
    assert place("Стамбуле") == place("Istanbul")
    assert place("Афинах") == place("Athens")
    assert place("Ginebra") == place("Genève") == place("Geneva") != place("Genoa")
    assert place("CDMX") == place("Ciudad de México") == place("Mexico City")


def test_names_are_alike_in_degrees() -> None:
    def alike(left: str, right: str) -> float:
        return likeness(personal_name(left), personal_name(right)).score

    assert alike("Sergei Lavrov", "Лавров Сергей") == 1.0
    assert alike("Sergei Lavrov", "Sergei Viktorovich Lavrov") == 1.0
    assert 0.8 < alike("Sergei Lavrov", "S. Lavrov") < 1.0
    assert alike("Abdel Fattah El-Sisi", "Абдель Фаттахом ас-Сиси") == 1.0
    assert alike("Abdel Fattah El-Sisi", "عبدالفتاح السيسي") > 0.9
    assert alike("Sergei Lavrov", "Ivan Lavrov") < 0.5
    assert alike("Sergei Viktorovich Lavrov", "Sergei Ivanovich Lavrov") < 0.5
    assert alike("Hamad bin Tamim Al Thani", "Tamim bin Hamad Al Thani") < 0.5


@pytest.mark.parametrize("name", ["Лі Іван", "Лі Іваном", "Ван Ніна", "Ван Ніну", "Сун Інна", "Лі Ганна"])
def test_a_ukrainian_given_name_is_no_chinese_one(name: str) -> None:
    assert pinyin(name.split()) == name.split()
