"""Who is one person, who is two."""

import msgspec
import pytest
from worked_examples import Told, said, told

from communique.lexicon.personal import personal_name
from communique.lexicon.spelling import fold
from communique.model.meeting import BodyMention, Meeting
from communique.model.mention import mentions
from communique.model.party import Office, Participation
from communique.model.said import Statement
from communique.resolution import resolve

MFA = "Minister of Foreign Affairs"


def sat(name: str, person: str, of: str | None = "BY", office: str = MFA) -> Told:
    return told(name, f"{name}: {person}", offices=(Office(person=person, office=office, of=of),))


def entries(*reports: Told) -> list[str]:
    clusters = resolve(reports)
    return [
        clusters.entries[m.id] for _, text, r in reports for m in mentions(r, text.id) if m.kind == "people"
    ]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Maxim Ryzhenkov", "Maksim Ryzhenkov"),
        ("Maxim Ryzhenkov", "Maksim Ryzhankou"),
        ("Maxim Ryzhenkov", "M.Ryzhenkov"),
        ("Maxim Ryzhenkov", "RYZHENKOV Maxim"),
        ("Aleksandr Volfovich", "Alexander Wolfovich"),
        ("Sergey Lebedev", "Siarhei Lebedev"),
        ("Viktor Khrenin", "Viktar Hrenin"),
        ("Aleksandr Lukashenko", "Alyaksandr Ryhoravich Lukashenka"),
        ("Abdurahmon Qahhorov", "Abdurakhmon Kakhorov"),
        ("Khalid al-Attiyah", "Khaled Al Attiyah"),
        ("Yousef bin Alawi", "Yusuf bin Alawi"),
        ("Emmanuel Macron", "Еммануелем Макроном"),
        ("Emmanuel Macron", "إيمانويل ماكرون"),
        ("Abbas Araghchi", "عباس عراقجي"),
        ("Badr Albusaidi", "Badr Al Busaidi"),
        ("Badr Albusaidi", "بدر البوسعيدي"),
        ("Ursula von der Leyen", "Von der Leyen"),
        ("Steve Witkoff", "Стивен Уиткофф"),
        ("Abdullah II", "عبد الله الثاني"),
        ("King Abdullah II Ibn Al Hussein", "Abdullah II"),
        ("A. Karim Malik", "Karim Malik"),
        ("Anwar Ibrahim", "Datuk Seri Anwar Ibrahim"),
        ("Ahmed Aboul Gheit", "Ahmad Abou-Gheit"),
        ("Kassym-Jomart Tokayev", "Kassym-Jomart Tokaýewiň"),
        ("Kassym-Jomart Tokayev", "К.-Ж.Токаева"),
        ("Aleksandr Volfovich", "Александр Гольфович"),
        ("Александр Сидоренко", "Александра Сидоренко"),
        ("Бердыгулы Аннаев", "Бердыгулы Аннаева"),
        ("Xi Jinping", "Си Цзинпин"),
        ("King Mohammed VI", "الملك محمد السادس"),
        ("Tamim bin Hamad Al Thani", "الشيخ تميم بن حمد آل ثاني"),
        ("James Keeler", "Джеймсом Килером"),
        ("Charles Keller", "Шарль Келлер"),
        ("Javier Sánchez", "Хавьера Санчеса"),
        ("Ivica Maletić", "Ивица Малетич"),
        ("Joe Barton", "Джо Бартона"),
        ("Karim bin Salman", "Каримом бен Сальманом"),
        ("Wang Yi", "Ван И"),
        ("Ebrahim Raisi", "Эбрахима Раиси"),
    ],
)
def test_spellings_of_one_person_in_one_country(left: str, right: str) -> None:
    assert len(set(entries(sat("a", left), sat("b", right)))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Maxim Ryzhenkov", "Ivan Ryzhenkov"),
        ("Aleksandr Volfovich", "Aleksandra Volfovich"),
        ("Ivan Petrovich Sidorov", "Ivan Sergeyevich Sidorov"),
        ("A. Petrov", "B. Petrov"),
        ("Ivan Petrov", "Ivan Smirnov"),
        ("King Hamad", "Salman bin Hamad Al Khalifa"),
        ("King Salman", "Mohammed bin Salman"),
        ("Abdullah II", "Abdullah III"),
        ("Lloyd Austin III", "John Austin III"),
        ("A. Karim Malik", "Salim Malik"),
        ("A. Karim Malik", "B. Karim Malik"),
        ("Ivan Karimov", "Ivana Karimova"),
        ("Александр Сидоренко", "Олена Сидоренко"),
        ("Charles Keeler", "Джеймс Килер"),
        ("Claudia Keeler", "Claude Keeler"),
    ],
)
def test_two_people_of_one_country_stay_two(left: str, right: str) -> None:
    assert len(set(entries(sat("a", left), sat("b", right)))) == 2


@pytest.mark.parametrize(
    "pair", [("Aleksandr Volfovich", "Александр Гольфович"), ("Karim Malik", "A. Karim Malik")]
)
def test_a_name_that_is_nearly_the_same_asks_for_the_same_office(pair: tuple[str, str]) -> None:
    left, right = pair
    assert len(set(entries(sat("a", left), sat("b", right, office="Minister of Defence")))) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("President of Sierra Leone", "President"),
        ("Sierra Leonean President", "président de la Sierra Leone"),
        ("президента Сьерра-Леоне", "President"),
        ("министром иностранных дел", "Foreign Minister of Sierra Leone"),
    ],
)
def test_an_office_is_the_same_with_its_country_or_without_and_in_other_languages(
    left: str, right: str
) -> None:
    reports = (sat("a", "Julius Maada Bio", "SL", left), sat("b", "Maada Bio", "SL", right))
    assert len(set(entries(*reports))) == 1


def attended(name: str, body: str, *people: tuple[str, str | None], day: str = "2024-11-28") -> Told:
    there = tuple(Participation(name=person, represents=of) for person, of in people)
    bodies = (BodyMention(name=body, id=body),)
    meeting = Meeting(id="m", name="session", bodies=bodies, start=day, participants=there)
    return told(name, name, meetings=(meeting,), published=day)


CSC, CFM = "csto/collective-security-council", "csto/council-of-foreign-ministers"


def test_a_surname_without_a_country_is_whoever_of_that_name_attended_the_same_bodys_meetings() -> None:
    full = attended("a", CSC, ("Andrei Sidorov", "BY"))
    assert len(set(entries(full, attended("b", CSC, ("Sidorov", None))))) == 1
    assert len(set(entries(full, attended("b", CFM, ("Sidorov", None))))) == 2
    assert len(set(entries(full, attended("b", CSC, ("Sidorov", None), day="2018-11-28")))) == 2
    assert len(set(entries(full, attended("b", CSC, ("Sidorov", "RU"))))) == 2
    two = attended("a", CSC, ("Andrei Sidorov", "BY"), ("Ivan Sidorov", "RU"))
    assert len(set(entries(two, attended("b", CSC, ("Sidorov", None))))) == 3


def test_a_slip_at_the_same_bodys_meeting_is_no_other_person_of_that_country() -> None:
    right, slip = ("Andrei Sidorovich", "BY"), ("Andrei Gidorovich", "BY")
    assert len(set(entries(attended("a", CSC, right), attended("b", CSC, slip)))) == 1
    assert len(set(entries(attended("a", CSC, right), attended("b", CFM, slip)))) == 2
    assert len(set(entries(attended("a", CSC, right, slip)))) == 2


def test_one_name_in_two_countries_stays_two() -> None:
    assert len(set(entries(sat("a", "Ivan Petrov", "RU"), sat("b", "Ivan Petrov", "BG")))) == 2
    assert len(set(entries(sat("a", "Ivan Petrov", "CSTO"), sat("b", "Ivan Petrov", "BG")))) == 1


def test_the_african_union_is_not_australia() -> None:
    def report(name: str, words: str, of: str) -> Told:
        evidence = said(words, "Ivan Petrov") | {"of": said(words, words.removeprefix("Ivan Petrov, "))[""]}
        return told(
            name, words, offices=(Office(person="Ivan Petrov", office="e", of=of, evidence=evidence),)
        )

    chad = report("a", "Ivan Petrov, Chad", "TD")
    assert len(set(entries(chad, report("b", "Ivan Petrov, Australia", "AU")))) == 2
    assert len(set(entries(chad, report("b", "Ivan Petrov, African Union Commission", "AU")))) == 1


def test_one_name_in_two_countries_with_an_office_in_common_is_one() -> None:
    def report(name: str, country: str) -> Told:
        both = (
            Office(person="Ivan Petrov", office="deputy minister", of=country),
            Office(person="Ivan Petrov", office="Deputy Secretary General", of="CSTO"),
        )
        return told(name, name, offices=both)

    assert len(set(entries(report("a", "RU"), report("b", "BG")))) == 1


def test_two_people_of_one_surname_in_one_delegation_stay_two() -> None:
    people = tuple(Participation(name=n, represents="AZ", office=MFA) for n in ("Ali Aliyev", "Vali Aliyev"))
    one = told("a", "x", meetings=(Meeting(id="m", name="x", participants=people),))
    assert len(set(entries(one))) == 2


def test_an_initial_that_may_be_either_of_two_joins_neither() -> None:
    ids = entries(sat("a", "Maxim Petrov"), sat("b", "Mikhail Petrov"), sat("c", "M. Petrov"))
    assert len(set(ids)) == 3


def test_a_short_form_in_the_same_report_means_the_person_of_that_report() -> None:
    both = (
        Office(person="Maxim Petrov", office=MFA, of="BY"),
        Office(person="M. Petrov", office="head of delegation", of="BY"),
    )
    first, second, third = entries(sat("a", "Mikhail Petrov"), told("b", "y", offices=both))
    assert second == third != first


def test_a_speaker_named_by_surname_is_the_person_of_the_report() -> None:
    office = Office(person="Nikolai Patrushev", office="Secretary", of="RU")
    said = (
        Statement(speaker="Patrushev", text="x"),
        Statement(speaker="the Belarusian delegation", text="y"),
    )
    _, text, reading = told("a", "x", offices=(office,), statements=said)
    person = next(m for m in mentions(reading, text.id) if m.kind == "people")
    assert person.places == ("offices/0", "statements/0:speaker")


def test_links_say_why() -> None:
    link = resolve([sat("a", "Maxim Ryzhenkov"), sat("b", "M.Ryzhenkov")]).links[0]
    assert (link.verdict, link.reason) == (
        "same",
        "same initial and surname, both minister of foreign affairs for BY",
    )


def test_names_in_parts() -> None:
    assert personal_name("Petrov, Ivan").surname == personal_name("Dr. Ivan Petrov").surname == "petrov"
    assert personal_name("Ludwig van der Berg").surname == "vanderberg"
    assert personal_name("").surname == ""
    assert fold("Ilham  ƏLİYEV’s") == "ilham aliyev"


@pytest.mark.parametrize(
    ("left", "right", "of"),
    [
        ("Aleksandr Volfovich", "Aliaksandr Valfovich", "BY"),
        ("Александр Лукашенко", "Alexander Lukashenko", "BY"),
        ("Лукашенко Александр Григорьевич", "Aliaksandr Lukashenka", "BY"),
        ("A.G. Lukashenko", "Aleksandr Grigoryevich Lukashenko", "BY"),
        ("Лукашенко А.Г.", "Alexander Lukashenko", "BY"),
        ("Yevgeny Primakov", "E. Primakov", "RU"),
        ("محمد بن سلمان", "Mohammed bin Salman", "SA"),
        ("Mohammed bin Salman", "Muhammad bin Salman Al Saud", "SA"),
        ("Abdel Fattah el-Sisi", "Abdelfattah Al-Sissi", "EG"),
        ("习近平", "Xi Jinping", "CN"),
        ("Jinping Xi", "Xi Jinping", "CN"),
        ("김정은", "Kim Jong-un", "KP"),
        ("Lee Jae-myung", "Lee Jae Myung", "KR"),
        ("Phạm Minh Chính", "Pham Minh Chinh", "VN"),
        ("Orbán Viktor", "Viktor Orban", "HU"),
        ("Szijjártó Péter", "Peter Szijjarto", "HU"),
        ("Qasym-Jomart Toqaev", "Kassym-Jomart Tokayev", "KZ"),
        ("Садыр Жапаров", "Sadyr Japarov", "KG"),
        ("Шавкат Мирзиёев", "Shavkat Mirziyoyev", "UZ"),
        ("Ceyhun Bayramov", "Джейхун Байрамов", "AZ"),
        ("İlham Əliyev", "Ilham Heydar oglu Aliyev", "AZ"),
        ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan", "TR"),
        ("Petteri Orpo", "ORPO Petteri", "FI"),
        ("Ludwig van der Berg", "L. van der Berg", "NL"),
    ],
)
def test_one_person_across_scripts_orders_and_families(left: str, right: str, of: str) -> None:
    assert len(set(entries(sat("a", left, of), sat("b", right, of)))) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hamad Al Thani", "Hamid Al Thani"),
        ("Tamim bin Hamad", "Hamad bin Tamim"),
        ("Hamad bin Khalifa", "Tamim bin Hamad bin Khalifa"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Sergey Viktorovich Lavrov", "Sergey Ivanovich Lavrov"),
        ("Maria Zakharova", "Mario Zakharov"),
        ("Nguyen Xuan Phuc", "Nguyen Xuan Thang"),
        ("George Walker Bush", "George Herbert Bush"),
        ("Ali Aliyev", "Vali Aliyev"),
    ],
)
def test_relatives_and_namesakes_of_one_country_stay_two(left: str, right: str) -> None:
    assert len(set(entries(sat("a", left), sat("b", right)))) == 2


def test_a_bare_surname_in_one_office_means_one_person_for_a_year_only() -> None:
    def told_in(name: str, published: str) -> Told:
        _, text, reading = sat(name, "Hasina", "BD", "Prime Minister")
        report = msgspec.structs.replace(reading.report, published=published)
        return (name,), text, msgspec.structs.replace(reading, report=report)

    near = entries(told_in("a", "2018-04-20"), told_in("b", "2018-09-01"))
    far = entries(told_in("a", "2018-04-20"), told_in("b", "2023-09-09"))
    assert (len(set(near)), len(set(far))) == (1, 2)


@pytest.mark.parametrize(
    ("father", "son", "number"),
    [("2019-11", "2022-03", 2), ("2021-04", "2023-05", 2), ("2021-04", "2021-05", 1), (None, "2022-03", 1)],
)
def test_a_given_name_before_anothers_name_is_a_son_who_followed_him(
    father: str | None, son: str, number: int
) -> None:
    """Told at one time, or by a report of no day, it is the one man with all his names."""

    def told_in(name: str, day: str | None) -> Told:
        names, text, reading = told(name, name, offices=(Office(person=name, office="President", of="TD"),))
        return (
            names,
            text,
            msgspec.structs.replace(reading, report=msgspec.structs.replace(reading.report, published=day)),
        )

    assert len(set(entries(told_in("Hassan Joho", father), told_in("Ali Hassan Joho", son)))) == number
