"""Instruments: what is read, and what is not, one line a case."""

import pytest
from read_instruments import read

from communique.reading.instruments import instruments
from communique.reading.people import cast
from communique.reading.scan import scan

CASES = [
    ("The session closed after issuing a joint communique.", [("joint communique", "communique", "adopted")]),
    ("The envoys left after issuing a statement.", []),
    (
        "Issues that will be discussed include the price of fish and the approval of the 2025 budget.",
        [("2025 budget", "other", "planned")],
    ),
    (
        "The Board endorsed the report on salt, approved country plans for Chad and Mali, and went home.",
        [("report on salt", "report", "endorsed"), ("country plans for Chad and Mali", "plan", "approved")],
    ),
    (
        "They signed, for their governments, an agreement on salt.",
        [("agreement on salt", "agreement", "signed")],
    ),
    ("The ministers endorsed, among others, the Salt Plan 2024.", [("Salt Plan 2024", "plan", "endorsed")]),
    ("The summit will see the signing of a treaty on fish.", [("treaty on fish", "agreement", "planned")]),
    ("She signed a memorandum on salt in the margins.", [("memorandum on salt", "memorandum", "signed")]),
    # some of many, each "one on"
    (
        "They adopted six resolutions, among them one on ferries and one on wolves, and a plan on piers.",
        [
            ("resolutions", "resolution", "adopted"),
            ("one on ferries", "resolution", "adopted"),
            ("one on wolves", "resolution", "adopted"),
        ],
    ),
    (
        "Nine decisions were taken, including one on ferries.",
        [("decisions", "decision", "adopted"), ("one on ferries", "decision", "adopted")],
    ),
    # what is out, and what binds those who speak of it
    ("The Lima Declaration is out.", [("Lima Declaration", "declaration", "adopted")]),
    (
        "The final communiqué was out before the first plane left.",
        [("final communiqué", "communique", "adopted")],
    ),
    (
        "The Leaders' Statement on Ferries should be out by the evening.",
        [("Leaders' Statement on Ferries", "statement", "planned")],
    ),
    ("The report was out of date.", []),
    ("A statement is out of the question.", []),
    ("They consulted under Article 4 of the Lima Treaty.", [("Lima Treaty", "agreement", "in force")]),
    ("The parties to the agreement met.", []),
    # what stands in front of a noun without being part of the name, what stands behind it
    ("They had before them memoranda submitted by the staff.", []),
    (
        "The Secretary-General will sign the contracts for the pier in the coming months.",
        [("contracts for the pier", "agreement", "planned")],
    ),
    (
        "Leaders signed an agreement on ferries and what comes after them.",
        [("agreement on ferries", "agreement", "signed")],
    ),
    ("How the Council takes decisions on ferries was looked at.", []),
    # a participle between commas belongs to what stands in front
    ("The declaration, adopted on Tuesday, promises a joint transport plan.", []),
    ("The committee, set up in 2010, adopted a plan on wolves.", [("plan on wolves", "plan", "adopted")]),
    # ordered and asked for
    (
        "They ordered that an Action Plan for the Border be drafted.",
        [("Action Plan for the Border", "plan", "planned")],
    ),
    (
        "It was decided that a regional plan on wolves be prepared.",
        [("regional plan on wolves", "plan", "planned")],
    ),
    ("Members asked that a code of conduct be drawn up.", []),
    ("The staff was tasked with drawing up a plan on wolves.", [("plan on wolves", "plan", "planned")]),
    (
        "It tasked the staff with drawing up a plan on wolves within 90 days.",
        [("plan on wolves", "plan", "planned")],
    ),
    (
        "Also adopted was the Strategic Plan 2024-2028; the rules on voting were not touched.",
        [("Strategic Plan 2024-2028", "plan", "adopted")],
    ),
    (
        "The adoption of the Interim Target Reference Point was welcome.",
        [("Interim Target Reference Point", "other", "adopted")],
    ),
    ("They called for the adoption of the Pact for the Wolves.", []),
    (
        "Ministers recommended the draft convention to the Summit for adoption.",
        [("draft convention", "agreement", "submitted")],
    ),
    ("The bank will release its Annual Report.", [("Annual Report", "report", "planned")]),
    ("They have the courage to make the right decisions.", []),
    ("They met in order to review agreements.", []),
    (
        "In considering a progress report on ferries, the ministers were glad.",
        [("progress report on ferries", "report", "considered")],
    ),
    (
        "The council reviewed reports from the Harbour Board.",
        [("reports from the Harbour Board", "report", "considered")],
    ),
    (
        "After receiving the Annual Report of the Harbour Board, the General Assembly adopted resolutions on ferries.",
        [
            ("Annual Report of the Harbour Board", "report", "considered"),
            ("resolutions on ferries", "resolution", "adopted"),
        ],
    ),
    (
        "The Council approved the draft Declaration of Lima, and elevated it to the Assembly.",
        [("draft Declaration of Lima", "declaration", "approved")],
    ),
    (
        "The ministers will finalise the Protocol on Ferries by December 2018.",
        [("Protocol on Ferries", "protocol", "planned")],
    ),
    # single marks around a name
    (
        "The ministers signed a ‘Protocol on Ferries’ and adopted the 'Lima Declaration'.",
        [("Protocol on Ferries", "protocol", "signed"), ("Lima Declaration", "declaration", "adopted")],
    ),
    (
        "The council received the report of the Harbour Board from its chairperson.",
        [("report of the Harbour Board", "report", "considered")],
    ),
    ("The ministers adopted a statement on mines.", [("statement on mines", "statement", "adopted")]),
    (
        "They adopted statements on mines and in connection with the tenth anniversary of the treaty.",
        [
            ("statements on mines", "statement", "adopted"),
            ("in connection with the tenth anniversary of the treaty", "statement", "adopted"),
        ],
    ),
    (
        "The Council approved the Border Programme and the Transit Agreement.",
        [("Border Programme", "programme", "approved"), ("Transit Agreement", "agreement", "approved")],
    ),
    ("A plan of joint patrols was signed in Lima.", [("plan of joint patrols", "plan", "signed")]),
    (
        "The sides signed a cooperation plan for 2022-2023.",
        [("cooperation plan for 2022-2023", "plan", "signed")],
    ),
    (
        "The summit ended with the signing of an agreement on fisheries.",
        [("agreement on fisheries", "agreement", "signed")],
    ),
    (
        "Following the adoption of the Lima Declaration, the guests left.",
        [("Lima Declaration", "declaration", "adopted")],
    ),
    ("Both sides will sign a protocol on rivers.", [("protocol on rivers", "protocol", "planned")]),
    ("The Harbour Charter is to be adopted in May.", [("Harbour Charter", "agreement", "planned")]),
    (
        "The deputies considered the draft concept of coastal safety.",
        [("draft concept of coastal safety", "concept", "considered")],
    ),
    (
        "The agreement on coastal radio that came into force in 2019 was praised.",
        [("agreement on coastal radio", "agreement", "in force")],
    ),
    ("The country withdrew from the Skies Treaty.", [("Skies Treaty", "agreement", "withdrawn")]),
    (
        "Parliament ratified the agreement on air links with Peru.",
        [("agreement on air links with Peru", "agreement", "ratified")],
    ),
    (
        "They praised the implementation of the World Fisheries Strategy.",
        [("World Fisheries Strategy", "strategy", "other")],
    ),
    (
        "The action plan on ports adopted by the Assembly is new.",
        [("action plan on ports", "plan", "adopted")],
    ),
    (
        "The leaders signed a number of documents, including a memorandum on health.",
        [
            ("a number of documents", "other", "signed"),
            ("memorandum on health", "memorandum", "signed"),
        ],
    ),
    (
        "Talks towards a free trade agreement go on.",
        [("free trade agreement", "agreement", "planned")],
    ),
    (
        "In a joint statement the ministers said that the port stays open.",
        [("joint statement", "statement", "adopted")],
    ),
    (
        "The ministers discussed a draft convention on rivers.",
        [("draft convention on rivers", "agreement", "considered")],
    ),
    (
        "The two presidents signed a pact on defence and opened a bridge.",
        [("pact on defence", "agreement", "signed")],
    ),
    (
        "The Pact on Rivers, which the ministers approved in May, is long.",
        [("Pact on Rivers", "agreement", "approved")],
    ),
    (
        "The Council took note of the plan for 2021-2023 and of its implementation.",
        [],
    ),
]

ORDERS = [  # passives in other word orders, asides between the verb and its title
    ("On the results is approved the Ports Regulation.", [("Ports Regulation", "regulation", "approved")]),
    (
        "By the leaders were signed and adopted the Harbour Charter.",
        [("Harbour Charter", "agreement", "signed")],
    ),
    (
        "The Lima Declaration, 40 paragraphs long, was adopted by the leaders.",
        [("Lima Declaration", "declaration", "adopted")],
    ),
    (
        "The Coast Accord — the fifth of its kind — was signed on Friday.",
        [("Coast Accord", "agreement", "signed")],
    ),
    ("A statement on floods was adopted as well.", [("statement on floods", "statement", "adopted")]),
    ("The minister initialled just the Lima Declaration.", [("Lima Declaration", "declaration", "signed")]),
    (
        "The presidents signed this Friday ,in Lima,the Agreement on Fish between the States ,during the forum.",
        [("Agreement on Fish between the States", "agreement", "signed")],
    ),
    (
        "The session adopted by 40 votes to 12 a draft titled “Safer Ports”.",
        [("draft titled “Safer Ports”", "other", "adopted")],
    ),
    (
        "The forum ended with the envoys of five states signing a compact on salmon.",
        [("compact on salmon", "agreement", "signed")],
    ),
    (
        "The board elected a chair .The Ports Declaration and a resolution on fish were approved .",
        [("Ports Declaration", "declaration", "approved"), ("resolution on fish", "resolution", "approved")],
    ),
]

VERBS = [
    ("The leaders put their signatures to the Harbour Pact.", [("Harbour Pact", "agreement", "signed")]),
    ("The two ministers inked a memorandum on ports.", [("memorandum on ports", "memorandum", "signed")]),
    ("The parties agreed on signing a pact on ports.", [("pact on ports", "agreement", "planned")]),
    ("The Council took a decision on the budget.", [("decision on the budget", "decision", "adopted")]),
    ("A decision on the chair was also made.", [("decision on the chair", "decision", "adopted")]),
    ("The deputies cleared the draft Ports Code.", [("draft Ports Code", "other", "approved")]),
    (
        "The experts cleared the draft ports treaty.",
        [("draft ports treaty", "agreement", "approved")],
    ),
    (
        "The Council heard a report on the work of the bureau.",
        [("report on the work of the bureau", "report", "considered")],
    ),
    (
        "The Governors took note of the Annual Report for 2019.",
        [("Annual Report for 2019", "report", "considered")],
    ),
    (
        "Guidelines on fish were referred to the bureau.",
        [("Guidelines on fish", "other", "submitted")],
    ),
    ("A report will be submitted to the Council in May.", [("report", "report", "planned")]),
    (
        "The sides reached agreement on a work plan for 2025.",
        [("work plan for 2025", "plan", "approved")],
    ),
    (
        "The members established a Partial Agreement on Coasts.",
        [("Partial Agreement on Coasts", "agreement", "other")],
    ),
    (
        "It took the leaders nine hours to agree on a communique.",
        [("communique", "communique", "adopted")],
    ),
]

ENDINGS = [
    ("The summit ended with the Lima Declaration.", [("Lima Declaration", "declaration", "adopted")]),
    ("The forum closed with a communique.", [("communique", "communique", "adopted")]),
    (
        "The Council rose from its session on fish in Lima on Friday with a directive to the fleet.",
        [("directive to the fleet", "regulation", "adopted")],
    ),
    ("The meeting produced a joint declaration.", [("joint declaration", "declaration", "adopted")]),
    (
        "In the joint conclusions, the five commit to a truce.",
        [("joint conclusions", "other", "adopted")],
    ),
    (
        "The session concluded on Friday with the adoption of the resolution on salt.",
        [("resolution on salt", "resolution", "adopted")],
    ),
]

EDGES = [
    (
        "Peru signed with Chile a Declaration of Principles in Lima in March 2015.",
        [("Declaration of Principles", "declaration", "signed")],
    ),
    (
        "The states signed the Agreement Establishing the Salt Fund in Lima.",
        [("Agreement Establishing the Salt Fund", "agreement", "signed")],
    ),
    (
        "The signing of the protocol on rivers took place in Lima.",
        [("protocol on rivers", "protocol", "signed")],
    ),
    (
        "COAST STATES SIGN BELÉM PACT\n\nThe eight states signed the Belem Pact.",
        [("Belem Pact", "agreement", "signed")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), [*CASES, *ORDERS, *VERBS, *ENDINGS, *EDGES])
def test_reads(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(i.title, i.kind, i.action) for i in read(words)] == expected


@pytest.mark.parametrize(
    "words",
    [
        "The minister said in a statement that the port stays open.",
        "According to the plan, the exercise will last a week.",
        "The ministers did not sign the declaration on mines.",
        "The sides may sign an agreement on fish.",
        "He plans to visit Lima.",
        "The law was discussed by journalists.",
        "They urged Peru to ratify the agreement on fish.",
        "An agreement was reached after long talks.",
        "The parliament debates the budget.",
        "The ministers discussed the agreement.",
        "He left the meeting before the statement.",
        "The delegation refused to adopt a resolution on mines.",
        "No joint communique was adopted.",
        "Not a single agreement on fish was concluded.",
        "The treaty on fish could not be signed.",
        "The talks concluded without a joint statement.",
        "The meeting ended without a single adopted document.",
        "A regulatory framework has been adopted.",
        "Lima's statement, issued hours later, was short.",
        "It takes note of the Ports Agenda and calls on the members to act.",
        "The plan was referred to as a milestone.",
        "The leaders backed the President's plan.",
        "They praised the implementation of regional programmes.",
        "The panel reviews programmes and makes recommendations to the Council.",
        "The ports stay open, the minister stressed in the Chilean communiqué.",
        "The ports stay open, the communiqué added.",
        "A council-backed plan for reefs failed.",
    ],
)
def test_stays_silent(words: str) -> None:
    assert read(words) == []


def test_steps_and_destination() -> None:
    (one,) = read(
        "The ministers approved a number of documents on logistics, which were submitted to the session "
        "of the CSTO Collective Security Council for consideration."
    )
    assert one.action == "approved"
    assert one.steps == ("approved", "submitted")
    assert one.destination == "CSTO Collective Security Council"


def test_pronoun_is_a_further_step() -> None:
    (one,) = read("The sitting approved the draft Charter of Ports and submitted it to the presidents.")
    assert one.steps == ("approved", "submitted")


def test_count_is_not_part_of_the_title() -> None:
    (one,) = read("The session considered three draft recommendations.")
    assert (one.title, one.count) == ("draft recommendations", 3)


def test_period_and_parties() -> None:
    (one,) = read("Peru and Chile signed a plan of consultations between the ministries for 2024-2025.")
    assert (one.period, one.parties) == ("2024/2025", ("CL", "PE"))


def test_parties_between() -> None:
    (one,) = read("An agreement between the governments of Peru and Chile on fishing was signed.")
    assert one.parties == ("CL", "PE")


def test_year_of_entry_into_force() -> None:
    (one,) = read("The agreement on coastal radio came into force in 2019.")
    assert (one.action, one.date) == ("in force", "2019")


def test_headline_repeated_in_full() -> None:
    characters = "Peru and Chile sign plan\n\nThe two states signed a plan of joint patrols in Lima."
    scanned = scan(characters)
    found = instruments(scanned, cast(scanned))
    assert [i.title for i in found] == ["plan of joint patrols"]


def test_later_mention_adds_a_step() -> None:
    (one,) = read("They signed an Accord on Rivers. Parliament ratified the Accord on Rivers in May.")
    assert one.steps == ("signed", "ratified")


def test_evidence_is_verbatim() -> None:
    words = "The ministers adopted a statement on mines."
    (one,) = read(words)
    assert one.evidence["title"][0].cut(words) == one.title
    assert one.evidence["action"][0].cut(words) == "adopted"


@pytest.mark.parametrize("unit", ["signed agreement on ", "THE AGREEMENT AND ", "the plan was signed, "])
def test_endless_sentences_end(unit: str) -> None:
    read(unit * 3000)
