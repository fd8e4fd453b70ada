"""Who sent delegations, told as a list: "the delegations of the lake states (A, B and C)", "representatives of A, the EU and the UN"."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from communique.lexicon.phrases import Hit
from communique.reading.absences import absence_told
from communique.reading.drafts import Draft
from communique.reading.rows import Row, code_of, quoted, sender_rows
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_SENT = Trigger("delegations", "delegates", "representatives", "participants", "observers")
_SENDING = re.compile(
    r"\b(?:delegations|delegates|representatives|participants|observers)"
    r"(?:,? (?:of|from|representing|namely|including)|:| [-–—])(?: the)?"
    r"(?:(?: [\w-]+){0,3} (?:states|countries|members|organi[sz]ations)(?: of the \w+)? ?[(:]?)? ?$"
)
_NOT_THERE = re.compile(
    r"\b(?:no|not|nor|neither|never|unlike|without|except|absence|protection|protect\w*|invit\w+|send\w*|sent|deploy\w*|dispatch\w*|welcome|hop(?:e|es|ed|ing)|blam\w+|critici\w+|accus\w+|condemn\w+)\b",
    re.IGNORECASE,
)
_SHORTLY = 60  # characters before "delegations" in which they are refused, asked for or sent away
_LIST = 3  # parties in a list that needs not stand right behind "delegations of"
_FAR = 160  # characters between "delegations" and who sent them


def senders(scan: Scan, draft: Draft, sentence: Sentence) -> Iterator[Hit]:
    """The states and organisations of a list whose delegations sat at the meeting of `draft`; nothing but "of" stands between.

    >>> from communique.reading.scan import scan
    >>> seen = scan("Present were observers: Mali, Niger and the EU.")
    >>> [h.value for h in senders(seen, Draft(0, 7), seen.sentences[0])]
    ['ML', 'NE', 'EU']
    """
    if draft.firm or draft.status in ("planned", "postponed", "cancelled"):
        return
    if not _SENT.stands(scan, sentence.start, sentence.stop):
        return
    rows = [row for row in sender_rows(scan, sentence) if _sent(row) and not quoted(row.before)]
    if rows and not absence_told(scan, sentence.start, sentence.stop):
        for hit in (hit for row in rows for hit in row.parties):
            yield replace(hit, value=code_of(hit))


def _sent(row: Row) -> bool:
    if len(row.parties) < _LIST:
        return False
    sent = _SENDING.search(row.before[-_FAR:])
    if sent is None:
        return False
    stop = len(row.before) - len(sent[0])
    return _NOT_THERE.search(row.before[max(0, stop - _SHORTLY) : stop]) is None
