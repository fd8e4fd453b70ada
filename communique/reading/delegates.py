"""Whose meeting it was, told without a name: "Kenyan and Ugandan officials met", "talks between A, B and C"."""

import re
from collections.abc import Iterator
from functools import cache

from communique.lexicon.phrases import Hit
from communique.lexicon.presence import presence_words
from communique.lexicon.sittings import any_sitting_word
from communique.reading.absences import absence
from communique.reading.drafts import Draft
from communique.reading.rows import Row, code_of, party_rows, quoted
from communique.reading.scan import Scan
from communique.reading.sentences import Sentence


def holders(scan: Scan, draft: Draft, sentence: Sentence) -> Iterator[Hit]:
    """The parties that `sentence` says held the meeting of `draft`; nobody if others are known to have met there.

    >>> from communique.reading.scan import scan
    >>> seen = scan("Kenyan and Ugandan officials met in Busia.")
    >>> [h.value for h in holders(seen, Draft(12, 33), seen.sentences[0])]
    ['KE', 'UG']
    """
    if draft.status in ("postponed", "cancelled"):
        return
    places = _own(draft, sentence)
    for row in party_rows(scan, sentence) if places else ():
        if not quoted(row.before) and not _unofficial(row) and any(_held(row, *place) for place in places):
            if set(draft.parties) <= set(row.codes) and absence(row.before) is None:
                yield from row.parties
            return


def add_holders(scan: Scan, draft: Draft, sentence: Sentence) -> None:
    """Puts who held the meeting among its parties; two alone make it bilateral, three do not."""
    found = list(holders(scan, draft, sentence))
    for hit in found:
        draft.add_party(code_of(hit), (hit.start, hit.stop))
    if len(draft.parties) > 2:
        draft.two = False
    elif found and not any(b.body for b in draft.bodies):
        draft.two = True  # a joint commission of two, no sitting of a body of many


def _unofficial(row: Row) -> bool:
    """ "The US-ASEAN Business Council": firms, not the two."""
    return _UNOFFICIAL.match(row.scan.characters, row.parties[-1].stop) is not None


_UNOFFICIAL = re.compile(rf" (?=[A-Z])(?i:{any_sitting_word('unofficial')})\b")


def _own(draft: Draft, sentence: Sentence) -> list[tuple[int, int]]:
    """Where the sentence names the meeting, or tells that they met."""
    told = {(s.start, s.stop) for s in draft.sittings if s.sentence.start == sentence.start}
    if sentence.start <= draft.start < sentence.stop:
        told.add((draft.start, draft.stop))
    return sorted(told)


def _held(row: Row, start: int, stop: int) -> bool:
    """The row stands behind "between" at the meeting's name, or is the subject of its verb."""
    return _between(row, start, stop) or _subject(row, start, stop)


_BETWEEN = re.compile(
    r"\b(?:between|among|amongst|involving|bringing together|brought together|brings together)"
    r"(?: (?:both|the (?:[a-z]+ ){0,3}?of|(?:[a-z-]+ ){1,4}?(?:of|from)))?(?: the)? $"
)
_GAP = 60  # characters between the name of a meeting and "between"


def _between(row: Row, start: int, stop: int) -> bool:
    """ "the trilateral meeting between (ministers from) A, B and C"."""
    found = _BETWEEN.search(row.before[-_GAP:])
    if found is None:
        return False
    at = row.parties[0].start - len(found[0])
    gap = row.scan.small[stop:at] if stop <= at else ""
    return start <= at and len(gap) < _GAP and not _CLAUSE.search(gap)


_CLAUSE = re.compile(r"[.;:,]|\b(?:on|about|over|to|that|which|who|after|since|amid|despite)\b")
_OPENING = re.compile(
    r"(?:^|[,;:–—]|\b(?:and|while|but|where|as|when|that|after|before))\s*(?:the )?"
    r"(?:(?:[a-z-]+ ){0,4}?(?:of|from|representing|comprising|including|namely|consisting of|made up of|[(–—-]) ?(?:the )?)?$"
)


def _subject(row: Row, start: int, stop: int) -> bool:
    """ "Officials from A and B held border talks"; "A and B (will) meet"; "A and B agreed on it at a meeting"."""
    if not (_OPENING.search(row.before[-_GAP:]) or _apposed(row)):
        return False
    verb = _verb_behind(row)
    if verb is None:
        return False
    gap = row.scan.small[verb.end() : start]
    if verb["held"]:
        return start >= verb.end() and len(gap) < _GAP and not _HELD_GAP.search(gap)
    if verb["met"] and start <= verb.end() <= stop:
        return True
    return start >= verb.end() and bool(_AT.search(gap))


_APPOSED = re.compile(
    r"(?:,| \(|[–—-]) ?(?:[a-z-]+ ){0,2}?(?:comprising|including|namely|made up of|consisting of|grouping)? ?(?:the )?$"
)
_HELD_GAP = re.compile(r"[.;:,]|\b(?:at|in|that|which|who|against|for)\b")
_AT = re.compile(
    r"\b(?:at|during|in|for) (?:(?:a|an|the|their|its|this|today[’']s|yesterday[’']s|[a-z]+day[’']s) )?$"
)


def _apposed(row: Row) -> bool:
    """ "the four-nation group, comprising A and B, held": an aside about the subject."""
    return bool(_APPOSED.search(row.before[-_GAP:])) and row.scan.words(row.stop, row.stop + 2).strip()[
        :1
    ] in (",", ")", "-", "–", "—")


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[’']s?)?(?P<whose>(?: [a-z-]+){{0,5}}? (?:{presence_words('delegates')})\b)?(?:[,)]| [–—-])?"
        rf"(?: (?:on )?(?:(?:last|this|next) )?[a-z]+day,?)?"
        rf"(?: (?:{presence_words('auxiliary')})){{0,2}}(?: (?:{presence_words('between')}),?){{0,2}} "
        rf"(?:(?P<met>{presence_words('met')})|(?P<held>{presence_words('held')})|(?P<did>{presence_words('did')}))\b"
    )


def _verb_behind(row: Row) -> re.Match[str] | None:
    """The finite verb of the row; Kenyan and Ugandan are nobody without their officials."""
    found = _verb().match(row.scan.small, row.stop, row.sentence.stop)
    bare = row.parties[-1].label == "adjective"
    return None if found is None or (bare and not found["whose"]) else found
