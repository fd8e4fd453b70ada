"""A small record made by hand, through the front doors: three honest reports and a hostile one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from communique import flow
from communique.ledger import Ledger
from communique.model.instrument import Instrument
from communique.model.meeting import AgendaItem, BodyMention, Meeting
from communique.model.page import Page
from communique.model.party import Chair, Office, Participation
from communique.model.reading import Coverage, Reading, Report
from communique.model.said import Commitment, Figure, Operation, Statement
from communique.model.span import Span
from communique.model.text import Text

WIRE = """Home | Politics | Weather
Varzob Wire

Security chiefs of the CIS meet in Moscow

MOSCOW, 21 November 2018. The sixth meeting of secretaries of security councils of the CIS member states was
held in Moscow on 21 November 2018. It was chaired by Nikolai Patrushev, Secretary of the Security Council
of Russia. Belarus was represented by Stanislav Zas, State Secretary of the Security Council; Armenia took part.

The meeting discussed threats from Afghanistan, and approved and submitted a plan for 2019-2020 to the
Council of Heads of State. "More than 420 tonnes of drugs were seized," Patrushev said.

The next meeting will take place in Minsk in 2019. Operation Kanal, against drugs, was held in 2018.
"""

NEWSLINE = """Grigoryan attends CIS talks

YEREVAN, 22 November 2018. Armen Grigoryan, secretary of the Security Council of Armenia, took part in the
sixth meeting of secretaries of security councils of the CIS member states on 21 November 2018 in Saint Petersburg.
"""

ASTANA = """Three bodies of the CSTO meet

ASTANA, 28 November 2024. The Council of Foreign Ministers of the CSTO met in Astana on 28 November 2024.
Stanislav Zas took part.
"""

HOSTILE = """<script>alert("title")</script> summit

<script>alert("text")</script> The "><img src=x onerror=alert(1)> Council met on 3 May 2020 in <b>Oz</b>\u202egnol.
<a href="javascript:alert(2)">Mallory</a> {{ 7*7 }} said: </mark></div><style>*{display:none}</style>
"""

CIS = "CIS Meeting of Secretaries of Security Councils"
Where = Callable[..., dict[str, tuple[Span, ...]]]


def make(path: Path) -> Path:
    """The record file, read and added up."""
    with Ledger.open(path) as ledger:
        summary = flow.add(ledger, _pages(), reader=flow.Reader("hand", _read))
        assert not summary.failed, summary.failed
        flow.rebuild(ledger)
    return path


def make_empty(path: Path) -> Path:
    """A record without a report."""
    with Ledger.open(path) as ledger:
        flow.rebuild(ledger)
    return path


def _pages() -> list[Page]:
    example = "https://example.org"
    return [
        Page(name="wire", body=WIRE.encode(), publisher="Varzob Wire", published="2018-11-21",
             title="Security chiefs of the CIS meet in Moscow", address=f"{example}/wire"),
        Page(name="newsline", body=NEWSLINE.encode(), publisher="Hrazdan Newsline", published="2018-11-22",
             address=f"{example}/newsline"),
        Page(name="astana", body=ASTANA.encode(), publisher="Press Office", published="2024-11-28"),
        Page(name="<img src=x>", body=HOSTILE.encode(), publisher='"><script>alert("who")</script>',
             published="2020-05-04", title='<script>alert("title")</script> summit',
             address="javascript:alert(document.domain)"),
    ]  # fmt: skip


def _read(text: Text) -> Reading:
    def where(*words: str, **slots: str) -> dict[str, tuple[Span, ...]]:
        found = {slot: (_place(text, said),) for slot, said in slots.items()}
        return {"": tuple(_place(text, w) for w in words), **found}

    lists = {"wire": _wire, "newsline": _newsline, "astana": _astana}.get(text.name, _hostile)(where)
    coverage = Coverage(sentences=9, read=8, understood=5)
    return Reading(report=Report(id=text.name, coverage=coverage), reader="hand", **lists)


def _place(text: Text, words: str) -> Span:
    at = text.characters.index(words)
    return Span(at, at + len(words))


def _wire(where: Where) -> dict[str, Any]:
    name = "sixth meeting of secretaries of security councils of the CIS member states"
    plan = Instrument(
        title="a plan for 2019-2020", kind="plan", action="approved", steps=("approved", "submitted"),
        period="2019/2020", destination="Council of Heads of State",
        evidence=where("a plan for 2019-2020", action="approved", steps="approved and submitted",
                       destination="Council of Heads of State"),
    )  # fmt: skip
    meeting = Meeting(
        id="sixth meeting", name=name, ordinal=6, start="2018-11-21", end="2018-11-21", city="Moscow", country="RU",
        bodies=(BodyMention(name=CIS, id="cis/security-council-secretaries", evidence=where(name), as_=name),),
        chair=Chair(name="Nikolai Patrushev", represents="RU", evidence=where("Nikolai Patrushev")),
        participants=(
            Participation(name="Nikolai Patrushev", office="Secretary of the Security Council", represents="RU",
                          role="chair", evidence=where("Nikolai Patrushev", role="chaired by")),
            Participation(name="Stanislav Zas", office="State Secretary of the Security Council", represents="BY",
                          evidence=where("Stanislav Zas", represents="Belarus")),
        ),
        represented=("RU", "BY", "AM"),
        agenda=(AgendaItem(text="threats from Afghanistan", evidence=where("threats from Afghanistan")),),
        instruments=(plan,),
        evidence=where(name, ordinal="sixth", start="21 November 2018", city="held in Moscow", status="held"),
    )  # fmt: skip
    said = "More than 420 tonnes of drugs were seized"
    return {
        "meetings": (meeting,),
        "offices": (
            Office(person="Stanislav Zas", office="State Secretary of the Security Council", of="BY",
                   evidence=where("State Secretary of the Security Council")),
        ),
        "statements": (Statement(speaker="Patrushev", text=said, direct=True, evidence=where(said, speaker="Patrushev said")),),
        "figures": (
            Figure(value=420, comparator=">", unit="tonnes", what="drugs seized", claimed_by="Patrushev",
                   evidence=where(said)),
        ),
        "commitments": (Commitment(text="The next meeting will take place in Minsk", due="2019",
                                   evidence=where("The next meeting will take place in Minsk")),),
        "operations": (Operation(name="Operation Kanal", aim="against drugs", when="2018", status="held",
                                 evidence=where("Operation Kanal", aim="against drugs")),),
    }  # fmt: skip


def _newsline(where: Where) -> dict[str, Any]:
    name = "sixth meeting of secretaries of security councils of the CIS member states"
    name = name.replace("the sixth", "sixth")
    meeting = Meeting(
        id=name, name=name, ordinal=6, start="2018-11-21", city="Saint Petersburg", country="RU",
        bodies=(BodyMention(name=CIS, id="cis/security-council-secretaries", evidence=where(name), as_=name),),
        participants=(
            Participation(name="Armen Grigoryan", office="secretary of the Security Council", represents="AM",
                          evidence=where("Armen Grigoryan", office="secretary of the Security Council")),
        ),
        evidence=where(name, ordinal="sixth", city="Saint Petersburg"),
    )  # fmt: skip
    return {"meetings": (meeting,)}


def _astana(where: Where) -> dict[str, Any]:
    name = "Council of Foreign Ministers"
    meeting = Meeting(
        id=f"{name} of the CSTO met", name=f"{name} of the CSTO met", start="2024-11-28", city="Astana", country="KZ",
        bodies=(BodyMention(name="CSTO Council of Foreign Ministers", id="csto/council-of-foreign-ministers",
                            evidence=where(name), as_=name),),
        participants=(Participation(name="Stanislav Zas", evidence=where("Stanislav Zas")),),
        evidence=where(f"{name} of the CSTO met", city="met in Astana"),
    )  # fmt: skip
    return {"meetings": (meeting,)}


def _hostile(where: Where) -> dict[str, Any]:
    name = 'The "><img src=x onerror=alert(1)> Council met'
    body = '"><img src=x onerror=alert(1)> Council'
    mallory = '<a href="javascript:alert(2)">Mallory</a>'
    meeting = Meeting(
        id=name, name=name, start="2020-05-03", city="<b>Oz</b>\u202egnol",
        bodies=(BodyMention(name=body, evidence=where(body), as_=body),),
        participants=(Participation(name=mallory, represents="<script>alert(3)</script>", evidence=where(mallory)),),
        evidence=where(name, city="<b>Oz</b>\u202egnol"),
    )  # fmt: skip
    said = "</mark></div><style>*{display:none}</style>"
    return {
        "meetings": (meeting,),
        "statements": (Statement(speaker=mallory, text=said, evidence=where(said)),),
        "instruments": (
            Instrument(
                title='<script>alert("text")</script>', evidence=where('<script>alert("text")</script>')
            ),
        ),
    }
