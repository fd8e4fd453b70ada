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
    r"(?:, who [^.;,]{2,90},)? (?:(?:is|was|were|will be|would be|has been|had been|is to be|was to be|is being) )(?:also |then |instead )?represented (?:at [^.;,]{3,40} )?by\b"
    r"|(?:, who [^.;,]{2,90},)? (?:(?:has|had|will|is) )?(?:sent|sends?|sending|dispatched|delegated) (?:his |her |a |an |the )?(?=(?:[\w-]+ ){0,4}(?:[Mm]inister|[Pp]resident|[Ss]ecretary|[Aa]mbassador|[Ee]nvoy|[Rr]epresentative|[Dd]eputy|[Pp]remier)\b)|,? who (?:had |has )?(?:stayed (?:away|at home)|did not|could not|called off|was (?:absent|in hospital)|is ill|was ill)\b"
)


def takes_part(scan: Scan, sentence: Sentence, start: int, stop: int) -> bool:
    """False for people beside the point: thanked, quoted, remembered, represented by somebody else."""
    low = max(sentence.start, start - 90)
    before = scan.words(low, start)
    aside = _BESIDE.search(scan.small[low:start]) if _NOT_HIMSELF.stands(scan, low, start) else None
    if aside and not _sits_for_him(scan, sentence, low + aside.start(), start):
        return False
    replaces = before.endswith(" ") and _FOR_ANOTHER.search(before)
    return not (replaces or only_named(scan, sentence, start, stop))


_INSTEAD = re.compile(r"(?:Instead of|In place of|On behalf of) (?:the )?")
_OF = re.compile(r" of (?:the )?[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2}$")


def _sits_for_him(scan: Scan, sentence: Sentence, at: int, start: int) -> bool:
    """ "Instead of President X, Minister [Y] attended": the second; but for "Instead of the President, [X], Minister Y attended"."""
    opening = _INSTEAD.match(scan.characters, sentence.start, start)
    comma = scan.characters.find(", ", sentence.start, start)
    if opening is None or at != sentence.start or comma < 0:
        return False
    owner = _OF.search(scan.characters, sentence.start, comma)
    place = owner.start() if owner else comma
    if any(h.stop == place for h in scan.within(opening.end(), comma, "office")):
        return scan.characters.find(", ", comma + 2, start) > 0
    return True


# who was there before: "X, who took over from Y"
_BEFORE_HIM = Trigger("took over from", "taken over from", "succeed", "replac", "predecessor")
_FROM_HIM = re.compile(
    r"\b(?:(?:took|taken|takes) over from|succeed(?:ed|s|ing)|replac(?:ed|es|ing)|predecessor,?) (?:the )?(?:[A-Z][\w\u2024’-]+ ){0,5}$"
)
_WORDS_OF = re.compile(
    r"[’']s? (?:[a-z]+ ){0,2}(?:speech|message|statement|address|letter|greetings|remarks)\b"
)
_READ = re.compile(r"\b(?:read|reads|reading|delivered|conveyed|quoted)\b[^.;,]*$")


def only_named(scan: Scan, sentence: Sentence, start: int, stop: int) -> bool:
    """Somebody else sat in his place, came after him or read his words."""
    if _STAYED.match(scan.characters, stop, sentence.stop):
        return True
    low = max(sentence.start, start - 90)
    before = scan.words(low, start)
    if _BEFORE_HIM.stands(scan, low, start) and _FROM_HIM.search(before):
        return True
    if _WORDS_OF.match(scan.characters, stop, sentence.stop) and _READ.search(before):
        return True
    return stood_in_for(scan, low, start)


def stood_in_for(scan: Scan, low: int, start: int) -> bool:
    """ "(Y, representing President X)": whoever is named at `start` has sent somebody else."""
    told = _FOR_WHOM.search(scan.words(low, start)) if _WHOM.stands(scan, low, start) else None
    if told is None or "," not in told[0]:
        return told is not None
    return bool(scan.within(low + told.start(), low + told.start() + told[0].index(","), "office"))
