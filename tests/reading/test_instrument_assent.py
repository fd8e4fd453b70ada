"""Instruments told without a verb of adopting, and the grammar around those with one: one line a case."""

import pytest
from read_instruments import read

TOLD = [
    # approval that a title wins
    ("The work plan for 2024 received the approval of the Council.", "work plan for 2024=approved"),
    ("The work plan for 2024 was given the green light.", "work plan for 2024=approved"),
    ("The work plan for 2024 met with the approval of the Council.", "work plan for 2024=approved"),
    ("The Harbour Programme got the nod from ministers.", "Harbour Programme=approved"),
    ("The Harbour Programme won the endorsement of the Assembly.", "Harbour Programme=endorsed"),
    ("Ministers gave their nod to the Harbour Programme.", "Harbour Programme=approved"),
    ("The Council gave its assent to the Harbour Programme.", "Harbour Programme=approved"),
    ("The kings set their seal on the Harbour Programme.", "Harbour Programme=approved"),
    ("Agreement was reached on a work plan for 2024.", "work plan for 2024=approved"),
    # accords that were struck
    ("A peace deal was struck in Nairobi.", "peace deal=approved"),
    ("The two countries clinched a trade agreement.", "trade agreement=approved"),
    ("The sides hammered out a ceasefire agreement.", "ceasefire agreement=approved"),
    # put before somebody
    ("The draft statute was put before the Council.", "draft statute=submitted"),
    ("The committee recommended the draft statute for adoption by the Council.", "draft statute=submitted"),
    ("The draft statute was recommended for adoption.", "draft statute=submitted"),
    ("The draft statute was presented to the Council for consideration.", "draft statute=submitted"),
    ("The draft statute was under consideration.", "draft statute=considered"),
    ("Consideration was given to the draft statute.", "draft statute=considered"),
    ("The Council listened to the annual report of the Harbour Board.", "annual report of the Harbour Board=considered"),
    ("The ministers debated the draft statute.", "draft statute=considered"),
    # still to come
    ("A protocol on rail freight is in preparation.", "protocol on rail freight=planned"),
    ("Work is under way on a protocol on rail freight.", "protocol on rail freight=planned"),
    ("The ministers agreed to sign a protocol on rail freight in May.", "protocol on rail freight=planned"),
    # in force, joined
    ("The entry into force of the Nairobi Protocol was welcomed.", "Nairobi Protocol=in force"),
    ("Kenya became a party to the Nairobi Protocol.", "Nairobi Protocol=other"),
    # outcomes, texts, words of a text
    ("The outcome of the meeting is a joint declaration on fisheries.", "joint declaration on fisheries=adopted"),
    ("The text of the joint declaration was read out by the chair.", "joint declaration=adopted"),
    ("The final communiqué reads: “We call for peace.”", "final communiqué=adopted"),
    ("According to the joint statement signed by both leaders, ferries will sail.", "joint statement=signed"),
    # words between the verb and its title
    ("A protocol on rail freight was today signed by both ministers.", "protocol on rail freight=signed"),
    ("They adopted, without a vote, a declaration on road safety.", "declaration on road safety=adopted"),
    ("They welcomed the adoption by the Assembly of the Nairobi Declaration.", "Nairobi Declaration=adopted"),
    # where the title ends
    ("Signed by both, the protocol on rail freight runs for ten years.", "protocol on rail freight=signed"),
    ("Negotiations on a protocol on rail freight continue.", "protocol on rail freight=planned"),
    ("I signed a protocol on rail freight with my Kenyan colleague.", "protocol on rail freight=signed"),
    ("The Assembly passed a resolution on floods by 30 votes to two.", "resolution on floods=adopted"),
    ("The parties renewed the Nairobi Protocol for five years.", "Nairobi Protocol=extended"),
]  # fmt: skip

UNTOLD = [
    "The draft statute did not receive the approval of the Council.",
    "The work plan may be given the green light.",
    "The two countries reached an agreement on prices.",  # no word says that it was written down
    "The club struck a deal with the striker.",
    "The minister stressed the importance of adopting a declaration on road safety.",
    "The bank issued a statement on its website.",
    "The chair recommended the restaurant.",
    "The committee recommended the plan to its friends.",
    "The envoys praised the decisions of the Council and the Summit as well as the progress made in May.",
    "The envoys praised the decisions of the Council and the steps taken since March.",
    "The parents gave their consent to the operation.",
    "The town was under consideration.",
    "The outcome of the match was a draw.",
    "The book examines how ministers reached decisions.",
    "The band signed a record deal with the company.",
]


@pytest.mark.parametrize(("words", "expected"), TOLD, ids=[w[:60] for w, _ in TOLD])
def test_tells(words: str, expected: str) -> None:
    assert [f"{i.title}={i.action}" for i in read(words)] == [expected]


@pytest.mark.parametrize("words", UNTOLD)
def test_tells_nothing(words: str) -> None:
    assert read(words) == []
