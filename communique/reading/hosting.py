"""Cities and states told as hosts: "Minsk hosted the summit", "Lima will see the ministers meet"."""

import re

from communique.reading.scan import Scan
from communique.reading.sentences import Sentence

_SAW = re.compile(r"(?:saw|see|receive|venue|setting|scene|place|site|where)$")
_NAMED = r"(?:(?!(?:at|in|on|before|after|to|by|with|from|against)\b)[\w’'()-]+ ){0,12}?"
_SITTING_SEEN = re.compile(
    rf" (?:(?:of|for) )?(?:the|an?|its|their|this) {_NAMED}(?:meetings?|summit|session|sittings?|conference|talks|congress|forum|assembly|council|consultations|retreat|gathering|dialogue)\b"
    rf"|(?<=where) {_NAMED}(?:come|came|meet|met|gather|gathered|convened?|sat|sit|held|hold|will|are to)\b"
    rf"|(?<=receive) {_NAMED}(?:ministers|leaders|heads|presidents|delegations|chiefs|secretaries|speakers|parliamentarians)\b"
)
_ANOTHER_CLAUSE = re.compile(r"\b(?:when|while|as|after|before|since|because|although)\b")


def hosts_a_sitting(scan: Scan, sentence: Sentence, host: re.Match[str], start: int) -> bool:
    """ "playing host to the summit": to refugees when a summit ends is no place of it; "hosted" asks for no more."""
    if _SAW.search(host[0]):
        return _SITTING_SEEN.match(scan.small, host.end(), sentence.stop) is not None
    if not host[0].endswith(" host") or " pla" not in host[0]:
        return True
    stop = min(sentence.stop, host.end() + 40)
    clause = _ANOTHER_CLAUSE.search(scan.small, host.end(), stop)
    end = clause.start() if clause else stop
    return host.end() <= start < end or bool(scan.within(host.end(), end, "meeting_noun", "gather"))
