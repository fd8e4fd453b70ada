"""Operations: one line a case; the sentence, then the names."""

import pytest

from communique.model.said import Operation
from communique.model.text import Text
from communique.reading.operations import operations
from communique.reading.people import cast
from communique.reading.scan import scan


def read(text: str, published: str | None = "2023-06-08") -> list[Operation]:
    scanned = scan(Text(name="text", characters=text, published=published))
    return operations(scanned, cast(scanned))


NAMES = [
    (
        "Two operations are planned: Sever (North) against smuggling and Yug against fraud.",
        ["Sever", "Yug"],
    ),
    ("The Storm-2019 anti-drug training took place.", ["Storm-2019"]),
    ("The preventive measures “Harrier” were discussed.", ["Harrier"]),
    ("OPERATION “GREY HERON” IS OVER.\n\nThe operation “Grey Heron - 2018” was long.", ["Grey Heron - 2018"]),
    ("Operation Sunrise took place in May.", ["Sunrise"]),
    ("On Monday Northern Lamp 2019, the search and rescue exercise, was shown.", ["Northern Lamp 2019"]),
    ("They finished Steppe Lion 2019, an annual peacekeeping exercise.", ["Steppe Lion 2019"]),
    ("The five exercise together in May under the name of “Osprey-2022”.", ["Osprey-2022"]),
    ("The drill, called Iron Gate 24, ended in Oslo.", ["Iron Gate 24"]),
    ("They took stock of Trident Juncture 18, which ended that day.", ["Trident Juncture 18"]),
    ("The aim of RIMPAC 2024 is to keep the lanes open.", ["RIMPAC 2024"]),
    ("Ships of ten states came for Tradewinds. The drill opens on Monday.", ["Tradewinds"]),
    ("The operation Rassvet (Dawn) was held.", ["Rassvet"]),
    ("This year will also see the Volna (Wave) operation.", ["Volna"]),
    ("Exercise Sever-2021 has ended.", ["Sever-2021"]),
    ("The Sever-2021 strategic exercise has ended.", ["Sever-2021"]),
    ("Troops trained in the Quiet Harbour 2018 exercise.", ["Quiet Harbour 2018"]),
    ("The “Unbroken Circle-2022” exercise began.", ["Unbroken Circle-2022"]),
    ("Troops took part in the exercise “Unbroken Circle”.", ["Unbroken Circle"]),
    (
        "The Sever-2021, Yug-2021 and Vostok-2021 exercises were held.",
        ["Sever-2021", "Yug-2021", "Vostok-2021"],
    ),
    (
        "The exercises Sever-2021, Yug-2021 and Vostok-2021 were held.",
        ["Sever-2021", "Yug-2021", "Vostok-2021"],
    ),
    ("Operation Quiet Night was launched by France.", ["Quiet Night"]),
    ("An operation codenamed Grey Heron was conducted.", ["Grey Heron"]),
    ("They watched the drills Ocean Shield-2020.", ["Ocean Shield-2020"]),
    ("The anti-drug operation “Channel-Clean” is underway.", ["Channel-Clean"]),
]


@pytest.mark.parametrize(("text", "names"), NAMES)
def test_names(text: str, names: list[str]) -> None:
    assert [o.name for o in read(text)] == names


SEVERAL = [
    # each of several has what is told of it alone, and what is told of all
    (
        "Two operations were carried out: “Amber” in May 2022 and “Opal” in June 2022.",
        [("Amber", "2022-05", "held"), ("Opal", "2022-06", "held")],
    ),
    (
        "Exercises Sea Wind and Polar Star were held in July 2021.",
        [("Sea Wind", "2021-07", "held"), ("Polar Star", "2021-07", "held")],
    ),
    (
        "Two exercises, Northern Coasts and Baltic Shield, were postponed.",
        [("Northern Coasts", None, "postponed"), ("Baltic Shield", None, "postponed")],
    ),
    # a region begins a name; a code name stands in front of the exercise
    ("The two armies are holding the Andes Bridge 2023 drills.", [("Andes Bridge 2023", None, "ongoing")]),
    ("Codenamed Trident Wave, the exercise ended.", [("Trident Wave", None, "held")]),
    ("They agreed to hold the exercise Sunrise-2025.", [("Sunrise-2025", None, "planned")]),
    ("Ministers were briefed about Operation Tentacle.", [("Tentacle", None, None)]),
]


@pytest.mark.parametrize(("text", "told"), SEVERAL)
def test_what_is_told_of_each(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert [(o.name, o.when, o.status) for o in read(text)] == told


NONE = [
    "The Special Operations Forces of Georgia came.",
    "The Operation Plan 2025 was noted.",
    "Partnerships, Smart Defence and NATO operations were discussed.",
    "The Joint Exercise Programme was approved.",
    "Exercises in the Gulf of Aden and Red Sea ended.",
    "The spice trade of the Malabar coast was studied after the fire drill.",
    "They sailed past Malabar.",
    "The core of the exercise is peace; the Core Group met.",
    "Asked about Peru 2019, an exercise in patience, he smiled.",
    "Ann Lee, the operation manager, left in 2019.",
    "They condemned the attack on Vostok, where an exercise was held.",
    "The operations had three aims: Trade, Security and Health.",
    "Three exercises took place in May.",
    "The Under-Secretary-General for Peacekeeping Operations Erik Berg spoke.",
    "The Department of Naval Operations replied.",
    "Training in Oslo took a week.",
    "A rescue operation began in the mountains.",
    "A number of special operations are carried out every year.",
    "The peacekeeping operation of the CSTO ended.",
    "Russian military exercises were held near the border.",
    "The NATO exercise in Norway was watched closely.",
    "He heads the Operations Department.",
    "Joint Russian-Belarusian exercises are planned.",
    "The bank is in operation since Monday.",
    "The exercises in Kazakhstan ended.",
    "A campaign for President Lindt started.",
    "They exercise Control over the border.",
    "The EU mission in Georgia goes on.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_names(text: str) -> None:
    assert [o.name for o in read(text)] == []


SLOTS = [
    ("The operation Rassvet to combat smuggling took place in May.", "aim", "combat smuggling"),
    (
        "The operation Rassvet, aimed at closing smuggling routes, was held.",
        "aim",
        "closing smuggling routes",
    ),
    ("In May, the operation Rassvet was held.", "when", "2023-05"),
    ("This year will also see the operation Rassvet.", "when", "2023"),
    ("The operation Rassvet will be held in 2024.", "when", "2024"),
    ("The first stage of the operation Rassvet took place.", "stage", "first stage"),
    ("The operation Rassvet took place.", "status", "held"),
    ("The operation Rassvet is underway.", "status", "ongoing"),
    ("The operation Rassvet will be held in autumn.", "status", "planned"),
    ("The exercise Sever-2021 was cancelled.", "status", "cancelled"),
    (
        "Under the auspices of the CSTO, the operation Rassvet took place.",
        "organiser",
        "Collective Security Treaty Organization",
    ),
]


@pytest.mark.parametrize(("text", "slot", "value"), SLOTS)
def test_slots(text: str, slot: str, value: str) -> None:
    assert getattr(read(text)[0], slot) == value


def test_one_operation_named_twice_is_one() -> None:
    found = read("The operation Rassvet was held. The operation Rassvet to combat smuggling yielded results.")
    assert [(o.name, o.aim) for o in found] == [("Rassvet", "combat smuggling")]


def test_without_a_date_of_the_report_nothing_is_guessed() -> None:
    assert read("This year will see the operation Rassvet.", None)[0].when is None
