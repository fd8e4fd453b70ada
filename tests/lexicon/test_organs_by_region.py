"""Organs of small bodies of every continent: a sentence as reports write it, then what it is a sitting of and where."""

import pytest

from communique.model.text import Text
from communique.reading.reader import read

SAT = [
    (
        "The 40th session of the Niger Basin Authority Council of Ministers",
        "Niger Basin Authority Council of Ministers",
    ),
    (
        "The Annual Meeting of the Board of Governors of the Caribbean Development Bank",
        "CDB Board of Governors",
    ),
    ("The 60th meeting of the Directing Council of PAHO", "PAHO Directing Council"),
    ("The COHSOD", "CARICOM Council for Human and Social Development"),
    ("The 21st Council of Ministers of the Southern African Customs Union", "SACU Council of Ministers"),
    ("The 47th session of the ARIPO Administrative Council", "ARIPO Administrative Council"),
    ("The summit of OMVS heads of state", "OMVS Conference of Heads of State and Government"),
    ("The session of the Council of Arab Health Ministers", "Council of Arab Health Ministers"),
    ("The 38th meeting of the Green Climate Fund Board", "GCF Board"),
    ("The 36th annual general meeting of EAPCCO", "EAPCCO Council of Police Chiefs"),
    ("The CERN Council meeting", "CERN Council"),
    ("A meeting of the Monetary Council of the Eastern Caribbean Central Bank", "ECCB Monetary Council"),
    ("The 6th EU-AU summit", "African Union-European Union Summit"),
    ("The 31st SPREP Meeting", "SPREP Meeting of Officials"),
    ("The 72nd session of the International Sugar Council", "International Sugar Council"),
    # other houses' spelling of one name
    (
        "A meeting of the Committee of the Ministers of Defense of the International Conference on the Great Lakes Region",
        "ICGLR Committee of Ministers of Defence",
    ),
]


@pytest.mark.parametrize(("words", "expected"), SAT)
def test_an_organ_by_its_name(words: str, expected: str) -> None:
    found = read(Text(name="t", characters=f"{words} was held in Lima on 4 May 2020.")).meetings
    assert [b.name for b in found[0].bodies] == [expected]


def test_the_owner_of_a_committee_that_met_is_not_what_met() -> None:
    words = "The Committee of Ministers of Defence of the International Conference on the Great Lakes Region (ICGLR), met in Goma."
    (meeting,) = read(Text(name="t", characters=words)).meetings
    assert meeting.bodies[0].name == "ICGLR Committee of Ministers of Defence"


def test_an_office_of_an_organ_is_no_sitting() -> None:
    words = "Anna Lindt was elected President of the General Conference of Ministers of the Caribbean Telecommunications Union."
    assert not read(Text(name="t", characters=words)).meetings


def test_of_two_capitals_of_one_name_the_larger_is_meant() -> None:
    (meeting,) = read(
        Text(name="t", characters="The CARICOM summit was held in Kingston on Monday.")
    ).meetings
    assert meeting.country == "JM"
