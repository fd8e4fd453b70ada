"""Instruments in lists, spelled out behind a count or a colon, and in wider constructions, one line a case."""

import pytest
from read_instruments import read

LISTS = [
    (
        "There was the signature of two documents: the Convention on Salt in Lima, the Memorandum on Fish.",
        [("Convention on Salt", "agreement", "signed"), ("Memorandum on Fish", "memorandum", "signed")],
    ),
    (
        "The following documents were adopted:\n- Declaration on Ports\n- Decision on the Fund",
        [("Declaration on Ports", "declaration", "adopted"), ("Decision on the Fund", "decision", "adopted")],
    ),
    (
        "The envoys approved the draft texts, among them a protocol on salt, which were submitted to the summit.",
        [("draft texts", "other", "approved"), ("protocol on salt", "protocol", "approved")],
    ),
]

SPELLED_OUT = [
    (
        "They signed a total of three documents.\n\n- Plan for joint patrols,\n\n- Pact on eels and\n\n- Exchange of letters on mud.",
        [
            ("Plan for joint patrols", "plan", "signed"),
            ("Pact on eels", "agreement", "signed"),
            ("Exchange of letters on mud", "other", "signed"),
        ],
    ),
    (
        "The sides signed 16 documents. These include a pact on air mail, which runs for ten years, and a code for ports.",
        [("pact on air mail", "agreement", "signed"), ("code for ports", "other", "signed")],
    ),
    (
        "The following were approved in the presence of both kings:\n1. Charter of Ports;\n2. Statute of the Fund.",
        [("Charter of Ports", "agreement", "approved"), ("Statute of the Fund", "regulation", "approved")],
    ),
    (
        "The day closed with the signing of a treaty on eels and the adoption of an action plan for 2023-2025.",
        [("treaty on eels", "agreement", "signed"), ("action plan for 2023-2025", "plan", "adopted")],
    ),
    (
        "They welcomed the adoption of the Lima Plan and the signing of the Salt Treaty.",
        [("Lima Plan", "plan", "adopted"), ("Salt Treaty", "agreement", "signed")],
    ),
    (
        "They signed an agreement on the drafting and signing of contracts.",
        [("agreement on the drafting and signing of contracts", "agreement", "signed")],
    ),
    (
        "Ministers signed two agreements: one on eels, the other on rail.",
        [
            ("agreements", "agreement", "signed"),
            ("one on eels", "agreement", "signed"),
            ("the other on rail", "agreement", "signed"),
        ],
    ),
    (
        "They signed the agreement on trade, the one on salt and the one on eels.",
        [
            ("agreement on trade", "agreement", "signed"),
            ("the one on salt", "agreement", "signed"),
            ("the one on eels", "agreement", "signed"),
        ],
    ),
    (
        "Also adopted were a resolution on kelp and a plan on tides.",
        [("resolution on kelp", "resolution", "adopted"), ("plan on tides", "plan", "adopted")],
    ),
    (
        "Among the papers signed was a treaty on lamps.",
        [("treaty on lamps", "agreement", "signed")],
    ),
    (
        "Two documents came out of the meeting: the Moss Declaration and a pact on reeds.",
        [("Moss Declaration", "declaration", "adopted"), ("pact on reeds", "agreement", "adopted")],
    ),
    (
        "The deputies endorsed the Reef Report; Vision for 2090 of the Isles; and the Tide Code.",
        [
            ("Reef Report", "report", "endorsed"),
            ("Vision for 2090 of the Isles", "other", "endorsed"),
            ("Tide Code", "other", "endorsed"),
        ],
    ),
    (
        'The Council signed decisions "On the Clerk" and "On the Seal".',
        [('decisions "On the Clerk"', "decision", "signed"), ("On the Seal", "decision", "signed")],
    ),
    (
        'They adopted the "Moss Declaration" and the "Joint Statement on Fog".',
        [("Moss Declaration", "declaration", "adopted"), ("Joint Statement on Fog", "statement", "adopted")],
    ),
    (
        "The kings put their signatures under the Charter of Ports.",
        [("Charter of Ports", "agreement", "signed")],
    ),
    ("The summit adopted the Moss Platform for Action.", [("Moss Platform for Action", "other", "adopted")]),
    (
        "The envoys will hold talks and sign the Tide Pact.",
        [("Tide Pact", "agreement", "planned")],
    ),
    ("The Assembly decided to adopt the Fog Declaration.", [("Fog Declaration", "declaration", "adopted")]),
    (
        "Two pacts were negotiated and signed by both sides.",
        [("pacts", "agreement", "signed")],
    ),
    (
        "A plan for ports was signed by the chairs, as well as a pact on eels.",
        [("plan for ports", "plan", "signed"), ("pact on eels", "agreement", "signed")],
    ),
    (
        "They signed a protocol to the pact of May 3, 2011 on reeds.",
        [("protocol to the pact of May 3, 2011 on reeds", "protocol", "signed")],
    ),
    (
        "The deputies adopted a statement on fog, passing 16 new hurdles.",
        [("statement on fog", "statement", "adopted")],
    ),
    (
        "They signed a memo on moss, protocol on reeds, deal on tides.",
        [
            ("memo on moss", "memorandum", "signed"),
            ("protocol on reeds", "protocol", "signed"),
            ("deal on tides", "agreement", "signed"),
        ],
    ),
    ("The ministers met in Lima, Coast Agency reports.", []),
    ("He said he would read a message.", []),
    ("The envoys signed documents.", []),
    ("The ministers endorsed the Secretary General.", []),
    ("They met. These are: a plan, a code.", []),
    ("The talks ended without issuing a joint statement, a clerk said.", []),
    ("They asked the others to end the hostile policy of the North.", []),
]


WIDER = [
    ("Ministers gave the nod to a plan for reefs.", [("plan for reefs", "plan", "approved")]),
    ("The leaders backed the Lima Roadmap on data.", [("Lima Roadmap on data", "plan", "endorsed")]),
    ("Envoys formalised a pact on nursing.", [("pact on nursing", "agreement", "signed")]),
    ("Members voted for a resolution on seals.", [("resolution on seals", "resolution", "adopted")]),
    (
        "They will sign or acknowledge about 20 documents on fish.",
        [("documents on fish", "other", "planned")],
    ),
    ("Coal contracts worth two billion were signed.", [("Coal contracts", "agreement", "signed")]),
    (
        "The envoys signed protocols amending the previously adopted rules.",
        [("protocols amending the previously adopted rules", "protocol", "signed")],
    ),
    (
        "The visit saw the signing of a pact on rice, also a plan on tea, in addition to a code on salt.",
        [
            ("pact on rice", "agreement", "signed"),
            ("plan on tea", "plan", "signed"),
            ("code on salt", "other", "signed"),
        ],
    ),
    (
        "They signed a final protocol within the regular session in Lima.",
        [("final protocol", "protocol", "signed")],
    ),
    ("The ministers issued a joint statement to the press.", [("joint statement", "statement", "adopted")]),
    (
        "The visit ended with both states signing agreements on fish.",
        [("agreements on fish", "agreement", "signed")],
    ),
    ("After talks as many as nine agreements were signed.", [("agreements", "agreement", "signed")]),
    ("They welcomed the signing of agreements by the envoys.", [("agreements", "agreement", "signed")]),
    (
        "The envoys signed a memorandum to work together on ants.",
        [("memorandum to work together on ants", "memorandum", "signed")],
    ),
    ("The summit is to produce a declaration on tin.", [("declaration on tin", "declaration", "planned")]),
    (
        "The agenda of the visit includes the signing of a treaty on visas.",
        [("treaty on visas", "agreement", "planned")],
    ),
    (
        "Delegates adopted by consensus the Lima Commitment on soil.",
        [("Lima Commitment", "other", "adopted")],
    ),
    (
        "They attended the signing and exchange of agreements on fish.",
        [("agreements on fish", "agreement", "signed")],
    ),
    ("The panel submitted a draft charter to the Council.", [("draft charter", "agreement", "submitted")]),
    ("The panel submitted amendments to the code.", [("amendments to the code", "other", "submitted")]),
    (
        "They spoke of the Reef Plan and the Coast Code, both of which the ministers adopted.",
        [("Reef Plan", "plan", "adopted"), ("Coast Code", "other", "adopted")],
    ),
    (
        "The council received status reports on the decisions it had taken.",
        [("status reports on the decisions", "report", "considered")],
    ),
    ("They signed a treaty on amity so that Peru can join.", [("treaty on amity", "agreement", "signed")]),
    ("Ministers of Trade and Ports adopt a Coast Strategy.", [("Coast Strategy", "strategy", "adopted")]),
    ("They look forward to the adoption of the Reef Strategy.", [("Reef Strategy", "strategy", "planned")]),
    (
        "The bilateral programme set to run for 2024-2025 is being implemented.",
        [("bilateral programme set to run for 2024-2025", "programme", "in force")],
    ),
    (
        "The Council passed a model law on ants and amendments to the code.",
        [("model law on ants", "law", "adopted"), ("amendments to the code", "other", "adopted")],
    ),
]


@pytest.mark.parametrize(("words", "expected"), [*WIDER, *SPELLED_OUT, *LISTS])
def test_reads(words: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(i.title, i.kind, i.action) for i in read(words)] == expected


ELLIPTIC = [
    (
        "The ministers adopted a resolution on mines and one on ferries.",
        ["resolution on mines", "one on ferries"],
    ),
    (
        "They signed an MOU on schools, another on carbon and a letter of intent on trade.",
        ["MOU on schools", "another on carbon", "letter of intent on trade"],
    ),
    (
        "Six leaders put their pens to the Udine Declaration on Fog and to the Lecce Declaration on Rain.",
        ["Udine Declaration on Fog", "Lecce Declaration on Rain"],
    ),
    ("They waved through the Strategy on Ferries.", ["Strategy on Ferries"]),
    ("The Lisbon Declaration, put out in the evening, calls for more ferries.", ["Lisbon Declaration"]),
    ("In their joint declaration the presidents ask for a fund.", ["joint declaration"]),
    ("The joint communiqué that came out of it names ferries and trade.", ["joint communiqué"]),
    ("The Lisbon Declaration was studied at school.", []),
    ("The declaration calls for more ferries.", []),
    ("The Swedish statement calls for more ferries.", []),
]


@pytest.mark.parametrize(("text", "titles"), ELLIPTIC)
def test_titles_that_lean_on_others_or_speak(text: str, titles: list[str]) -> None:
    assert [found.title for found in read(text)] == titles
