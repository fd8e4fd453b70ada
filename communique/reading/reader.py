"""The reader: one text in, one reading out, in the order in which the phenomena lean on each other."""

import hashlib
from collections.abc import Mapping

import msgspec

from communique.model.party import Office
from communique.model.reading import Coverage, Reading, Report
from communique.model.text import Text
from communique.reading.agenda import agenda
from communique.reading.attaching import attach
from communique.reading.commitments import commitments
from communique.reading.coverage import coverage
from communique.reading.drafts import spans
from communique.reading.figures import figures
from communique.reading.instruments import instruments
from communique.reading.language import is_english
from communique.reading.meetings import meetings
from communique.reading.operations import operations
from communique.reading.people import Cast, cast
from communique.reading.scan import Scan, scan
from communique.reading.statements import statements
from communique.reading.tenures import Tenure, tenures
from communique.reading.verbatim import verbatim

READER = "rules-en/11"
"""The name and version under which this reader signs its readings."""

_UNTOLD = Tenure()


def read(text: Text) -> Reading:
    """What `text` says, as a reading; every item carries the places that say so.

    >>> read(Text(name="t", characters="Foreign Minister Sergey Lavrov spoke.")).offices[0].office
    'Foreign Minister'
    """
    return read_scan(scan(text))


def read_scan(seen: Scan) -> Reading:
    """What a scanned text says; the scan keeps which rule found what."""
    text = seen.text
    if not is_english(text):
        return Reading(report=_report(seen, Coverage(sentences=len(seen.sentences))), reader=READER)
    who = cast(seen)
    drafts, focus = meetings(seen, who)
    ids = {id(d): f"m{i}" for i, d in enumerate(drafts, 1)}
    finished = [d.finish(i, seen.characters, ids) for i, d in enumerate(drafts, 1)]
    papers = instruments(seen, who)
    matters = agenda(seen, who) if drafts else []  # without a meeting they are nobody's
    done, loose = attach(seen, drafts, focus, finished, matters, papers)
    said = statements(seen, who)
    reading = Reading(
        report=_report(seen),
        meetings=tuple(done),
        offices=tuple(_offices(who, tenures(seen, who))),
        instruments=tuple(loose),
        statements=tuple(said),
        figures=tuple(figures(seen, who, said)),
        operations=tuple(operations(seen, who)),
        commitments=tuple(commitments(seen, who)),
        reader=READER,
    )
    report = msgspec.structs.replace(reading.report, coverage=coverage(seen, reading))
    return verbatim(msgspec.structs.replace(reading, report=report), seen.characters, text.characters)


def _report(seen: Scan, covered: Coverage | None = None) -> Report:
    text = seen.text
    return Report(
        id=text.name,
        address=text.address,
        title=text.title,
        publisher=text.publisher,
        language=text.language,
        published=text.published,
        retrieved=text.retrieved,
        sha256=text.page or hashlib.sha256(text.characters.encode()).hexdigest(),
        dateline=seen.dateline,
        coverage=covered or Coverage(),
    )


def _offices(who: Cast, held: Mapping[int, Tenure]) -> list[Office]:
    found = []
    for person in who.people:
        for holding in person.holdings:
            title = holding.title
            evidence = {
                "": spans(*holding.at),
                "person": spans((person.start, person.stop)),
                "office": spans((title.core_start, title.core_stop)),
            }
            if holding.of:
                evidence["of"] = spans(*(holding.at[2:] or holding.at))
            told = held.get(id(holding), _UNTOLD)
            for slot, at in (("start", told.start_at), ("end", told.end_at)):
                if at:
                    evidence[slot] = spans(at)
            found.append(
                Office(
                    person=person.name,
                    office=holding.office,
                    of=holding.of,
                    former=holding.former,
                    start=told.start,
                    end=told.end,
                    evidence=evidence,
                )
            )
    return found
