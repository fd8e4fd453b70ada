"""The body of a sitting by other words than its name: one line a case; the text, then the bodies of its first meeting."""

import pytest

from communique.model.text import Text
from communique.reading import read

CASES = [
    # named by its own capitals, numbered
    (
        "He led the Peruvian side at the 38th Joint Rivers Commission in Lima on 3 May 2020.",
        "Joint Rivers Commission",
    ),
    ("The 12th Supreme Council was held in Lima on 3 May 2020.", ""),
    (
        "The 29th Australia-Papua New Guinea Ministerial Forum was held in Lima on 3 May 2020.",
        "Australia-Papua New Guinea Ministerial Forum",
    ),
    (
        "The Sixteenth Conference of Defense Ministers of the Americas opened in Lima on 3 May 2020.",
        "Conference of Defense Ministers of the Americas",
    ),
    ("They presided on 3 May 2020 over the Lake Committee, whose 11th meeting this was.", "Lake Committee"),
    (
        "The India-Japan Joint Task Force on Digital Trade held its second meeting in Tokyo on 3 May 2020.",
        "India-Japan Joint Task Force on Digital Trade",
    ),
    (
        "The 46th meeting of the Nepal-Bhutan Trade Committee on January 6-7 was short.",
        "Nepal-Bhutan Trade Committee",
    ),
    # a commission that sits itself
    (
        "The Inter-American Tropical Tuna Commission has new rules. The 102nd meeting was chaired by Juan Paz on 3 May 2020.",
        "Inter-American Tropical Tuna Commission",
    ),
    (
        "A meeting of EU agriculture ministers was held in Brussels on 3 May 2020.",
        "Agriculture and Fisheries Council of the European Union",
    ),
    ("The 5th meeting of SAARC foreign ministers was held on 3 May 2020.", "SAARC Council of Ministers"),
    ("Foreign ministers of SAARC held their 5th meeting on 3 May 2020.", "SAARC Council of Ministers"),
    (
        "The Nepal-Bhutan Joint Commission opened its sixth session on 3 May 2020.",
        "Nepal-Bhutan Joint Commission",
    ),
    (
        "The Valley Commission, set up by two states, started its sixth session on 3 May 2020.",
        "Valley Commission",
    ),
    ("The fifth Congress of Mountain Peoples met in Minsk on 3 May 2020.", "Congress of Mountain Peoples"),
    (
        "Leaders of the G5 Sahel agreed on a force at an extraordinary summit in Bamako on 3 May 2020.",
        "G5 Sahel Conference of Heads of State",
    ),
    (
        "The CPLP signed a pact. It was adopted at the 13th Conference, held in Luanda on 3 May 2020.",
        "CPLP Conference of Heads of State and Government",
    ),
    (
        "The emergency meeting of the Council of Ministers of the Organization of Islamic Cooperation was held on 3 May 2020.",
        "OIC Council of Foreign Ministers",
    ),
    (
        "An annual meeting was held in Delhi on 3 May 2020 under the Permanent Indus Commission.",
        "Permanent Indus Commission",
    ),
    (
        "They spoke ahead of the Indian Ocean Tuna Commission (IOTC) meeting on 3 May 2020.",
        "Indian Ocean Tuna Commission",
    ),
    ("The 5th meeting of ASEAN health ministers was held on 3 May 2020.", "ASEAN Health Ministers' Meeting"),
    (
        "ECOWAS chiefs of defence staff met in Accra on 3 May 2020.",
        "ECOWAS Committee of Chiefs of Defence Staff",
    ),
    ("The 14th session of IGAD's Council of Ministers was held on 3 May 2020.", "IGAD Council of Ministers"),
    # of those who sit in it, told by a verb
    ("Foreign ministers of the SCO met in Oslo on 3 May 2020.", "SCO Council of Foreign Ministers"),
    (
        "The foreign ministers of the Shanghai Cooperation Organisation gathered in Oslo on 3 May 2020.",
        "SCO Council of Foreign Ministers",
    ),
    (
        "Defence ministers of the member states of the SCO met in Oslo on 3 May 2020.",
        "SCO Defence Ministers Meeting",
    ),
    ("SCO prime ministers met in Oslo on 3 May 2020.", "SCO Council of Heads of Government"),
    ("SCO presidents met in Oslo on 3 May 2020.", "SCO Council of Heads of State"),
    (
        "The Council of Heads of the SCO Member States met in Oslo on 3 May 2020.",
        "SCO Council of Heads of State",
    ),
    (
        "The chief diplomats of the Weimar Triangle met in Oslo on 3 May 2020.",
        "Weimar Triangle Foreign Ministers' Meeting",
    ),
    (
        "The 36th summit of the heads of state of the African Union was held on 3 May 2020.",
        "Assembly of the African Union",
    ),
    # two that hold one sitting
    (
        "The UN Security Council (UNSC) and the AU Peace and Security Council held their 11th joint meeting on 3 May 2020.",
        "United Nations Security Council, Peace and Security Council of the African Union",
    ),
    (
        "Foreign ministers from 27 countries in the European Union met on 3 May 2020.",
        "Foreign Affairs Council of the European Union",
    ),
    (
        "The OAS Permanent Council is old. In a regular meeting on 3 May 2020, the Council adopted a text.",
        "OAS Permanent Council",
    ),
    (
        "The Gulf Cooperation Council (GCC) meeting of foreign ministers opened in Oslo on 3 May 2020.",
        "GCC Ministerial Council",
    ),
    # no body of these
    ("ASEAN ministers met in Oslo on 3 May 2020.", "Association of Southeast Asian Nations"),
    ("The 24th EU-Japan summit was held in Oslo on 3 May 2020.", "European Union"),
    ("UN talks on the truce were held in Minsk on 3 May 2020.", ""),
    ("A meeting between the UN envoy and the rebels was held in Minsk on 3 May 2020.", ""),
    ("The 11th Congress of the Green Party was held in Minsk on 3 May 2020.", ""),
    (
        "Oman and Qatar held the fifth session of the joint economic committee in Muscat on 3 May 2020.",
        "joint economic committee",
    ),
    (
        "The 9th meeting of the CIS Council of Ministers of Beekeeping opened in Minsk on 3 May 2020.",
        "CIS Council of Ministers of Beekeeping",
    ),
    (
        "The 9th meeting of the Valley Commission of Nepal opened in Minsk on 3 May 2020.",
        "Valley Commission",
    ),
    (
        "SADC keeps its roads. The 9th meeting of the Steering Committee opened in Lusaka on 3 May 2020.",
        "SADC Steering Committee",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_body(text: str, expected: str) -> None:
    found = read(Text(name="t", characters=text)).meetings[0]
    assert ", ".join(b.name for b in found.bodies) == expected


def test_the_longer_name_stands() -> None:
    text = "The sixth session of the Nepal-Bhutan Joint Commission was held on 3 May 2020. The Joint Commission reviewed trade."
    names = [b.name for m in read(Text(name="t", characters=text)).meetings for b in m.bodies]
    assert names == ["Nepal-Bhutan Joint Commission"]


SERIES = [
    "An extraordinary one was held in Oslo on 6 July 2019.",
    "Let us recall that the Commission met in Bergen on 12 May 2018.",
    "The first such meeting was held in Bergen in September 2018.",
]


@pytest.mark.parametrize("sentence", SERIES)
def test_another_one_is_of_the_reports_own_body(sentence: str) -> None:
    about = "The ninth session of the Nordic Fisheries Commission was held in Oslo on 4 March 2020. "
    other = read(Text(name="t", characters=about + sentence)).meetings[1]
    assert [b.name for b in other.bodies] == ["Nordic Fisheries Commission"]


OTHERS = [
    (
        "The foreign ministers of the SCO met in Oslo on 3 May 2020. The summit of the organization on 8 June 2020 was on the table.",
        "SCO Council of Heads of State",
    ),
    (
        "The SAARC Council of Ministers met on 3 May 2020. It looked for a date for the 19th Summit.",
        "SAARC Summit",
    ),
]


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_a_summit_told_at_a_meeting_of_ministers_is_of_those_who_lead(text: str, expected: str) -> None:
    _, summit = read(Text(name="t", characters=text)).meetings
    assert [b.name for b in summit.bodies] == [expected]


def test_a_joint_commission_is_of_the_two_whom_the_report_is_about() -> None:
    words = (
        "Chad's President Idriss Deby held talks with Prime Minister Abiy Ahmed of Ethiopia on 7 May 2018. "
        "Ethiopia is expected to host the second session of the Joint Ministerial Commission this year."
    )
    talks, session = read(Text(name="t", characters=words)).meetings
    assert set(session.represented) == set(talks.represented) == {"ET", "TD"}
    assert session.bodies[0].name.endswith(" Joint Ministerial Commission")
    words = words.replace("Joint Ministerial Commission", "Joint Commission of the EAC and the EU")
    assert "TD" not in read(Text(name="t", characters=words)).meetings[1].represented


YOUNG = "The ECOWAS Parliament has a new speaker. The ECOWAS Parliament is young. "


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Its second extraordinary session was held in Lome on 3 May 2020.", ["ECOWAS Parliament"]),
        ("The speaker opened the 46th meeting in Lome on 3 May 2020.", ["ECOWAS Parliament"]),
        # not numbered, a name of its own, two organs
        ("A conference was held in Lome on 3 May 2020.", []),
        ("The 4th Harbour Forum was held in Lome on 3 May 2020.", ["Harbour Forum"]),
        ("The UN Security Council wrote to it. The 46th meeting was held in Lome on 3 May 2020.", []),
    ],
)
def test_a_numbered_session_is_of_the_one_organ_that_the_report_is_about(
    sentence: str, expected: list[str]
) -> None:
    found = read(Text(name="text", characters=YOUNG + sentence)).meetings
    (last,) = [m for m in found if m.start == "2020-05-03"]
    assert [b.name for b in last.bodies] == expected


NOT_ITS = [
    "The 20th round of talks on the border was held on Monday. The ECOWAS Parliament was told. The ECOWAS Parliament is young.",
    "The Minister spoke of the ECOWAS Parliament. The ECOWAS Parliament is old, he said at the 14th plenary of the ruling party.",
    "The first session of the court was held on Monday. The ECOWAS Parliament sent a letter. The ECOWAS Parliament is young.",
    "The second session opened on Tuesday. The ECOWAS Parliament sent a letter. The ECOWAS Parliament is young.",
    "The ECOWAS Parliament failed. The 23rd round of the border talks was held in Lome on Tuesday. The ECOWAS Parliament is young.",
    "The ECOWAS Parliament failed. The 11th trilateral meeting was held in Lome on Tuesday. The ECOWAS Parliament is young.",
    "The ECOWAS Parliament failed. The 11th senate session was held in Lome on Tuesday. The ECOWAS Parliament is young.",
    "The ECOWAS Parliament failed. The court held its 11th session in Lome on Tuesday. The ECOWAS Parliament is young.",
    "The ECOWAS Parliament failed. The second session of the training course was held on Tuesday. The ECOWAS Parliament is young.",
    "The ECOWAS Parliament is young. The ECOWAS Parliament said he came from the 15th session of the court's committee.",
]


@pytest.mark.parametrize("text", NOT_ITS)
def test_a_numbered_session_of_somebody_else_is_not_the_one_organs(text: str) -> None:
    for meeting in read(Text(name="text", characters=text)).meetings:
        assert "ECOWAS Parliament" not in [b.name for b in meeting.bodies]


MEMBERS = [
    ("The senior officials had met in Oslo on 28 March 2019.", "BIMSTEC Senior Officials' Meeting"),
    ("Peru's foreign ministers met in Oslo on 28 March 2019.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), MEMBERS)
def test_members_of_the_organisation_that_the_report_is_about(sentence: str, expected: str) -> None:
    about = f"The fifth BIMSTEC Summit was held in Colombo on 30 March 2019. {sentence}"
    found = read(Text(name="t", characters=about)).meetings
    assert ", ".join(b.name for m in found[1:] for b in m.bodies) == expected
