"""Whom a sentence about presence names without putting them there: thanked, quoted, represented, ill at home."""

import re

from communique.reading.scan import Scan
from communique.reading.sentences import Sentence
from communique.reading.triggers import Trigger

_WORDS = (
    *(
        "behalf of",
        "instead of",
        "stood in for",
        "standing in for",
        "deputised for",
        "deputized for",
        "deputising for",
        "deputizing for",
        "in place of",
        "successor to",
        "succession of",
        "named after",
        "memory of",
        "late",
    ),
    *("message from", "letter from", "greetings from", "statement by", "according to", "initiative of"),
    *("proposal of", "invitation of", "patronage of", "asking", "urging", "calling on", "criticised"),
    *("killing of", "death of", "arrest of", "government of", "meeting with", "talks with", "met with"),
    *("since", "because", "while"),
)
_NOT_HIMSELF = Trigger(*_WORDS)
_BESIDE = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b(?:(?! was )[^.;]){{0,60}}$")
_FOR_ANOTHER = re.compile(
    r"[,)] (?:for|replacing|substituting for|standing in for) (?:[A-Z][\w\u2024.’'-]+ )*$"
)
_WHOM = Trigger("representing", "represented ")
_WORD = r"[A-Z][\w\u2024.’'-]+"
_FOR_WHOM = re.compile(
    rf"\b[Rr]epresent(?:ing|ed) (?:(?:{_WORD}|his|her|its|their|of|the|for) )*"
    rf"(?:{_WORD}, (?:(?:the|Dr|Mr|Mrs|Ms|H\.E|Hon|Honourable|Right|Most|His|Her|Excellency|Sir|Prof|Amb)[\u2024.]? )+(?:{_WORD} ){{0,2}})?$"
)
_STAYED = re.compile(
    r" (?:is|was|were) (?:also )?represented (?:at [^.;,]{3,40} )?by\b|,? who (?:had |has )?(?:stayed (?:away|at home)|did not|could not|called off|was (?:absent|in hospital)|is ill|was ill)\b"
)


def takes_part(scan: Scan, sentence: Sentence, start: int, stop: int) -> bool:
    """False for people beside the point: thanked, quoted, remembered, represented by somebody else."""
    low = max(sentence.start, start - 90)
    if _NOT_HIMSELF.stands(scan, low, start) and _BESIDE.search(scan.small[low:start]):
        return False
    before = scan.words(low, start)
    if (before.endswith(" ") and _FOR_ANOTHER.search(before)) or stood_in_for(scan, low, start):
        return False
    return not _STAYED.match(scan.characters, stop, sentence.stop)


def stood_in_for(scan: Scan, low: int, start: int) -> bool:
    """ "(Y, representing President X)": whoever is named at `start` has sent somebody else."""
    told = _FOR_WHOM.search(scan.words(low, start)) if _WHOM.stands(scan, low, start) else None
    if told is None or "," not in told[0]:
        return told is not None
    return bool(scan.within(low + told.start(), low + told.start() + told[0].index(","), "office"))
